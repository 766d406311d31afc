"""The classroom's parts of the page, as Streamlit runs it."""

from functools import cache

import pytest

from gdviz.classroom.missions import MISSIONS
from gdviz.core.losses import CUSTOM
from gdviz.link.bounds import HIDEABLE, LANGUAGES
from gdviz.link.settings import Settings
from gdviz.texts import load_texts
from tests.page.test_page import html, opened, play, settings

HOSTILE = "<img src=x onerror=alert(1)> **b** $x$"


def plain(page):
    """What the page says in Markdown, without the backslashes that make it plain text."""
    return "\n".join(element.value.replace("\\", "") for element in page.markdown)


def test_a_loss_is_typed_with_its_domain_and_start():
    page = opened()
    page.selectbox(key="loss").select(CUSTOM).run()
    assert settings(page).formula == "W^2 + 4"
    page.text_input(key="formula").set_value("W^4/4 - W^2").run()
    page.number_input(key="domain_0").set_value(-2.5).run()
    page.number_input(key="domain_1").set_value(2.5).run()
    page.number_input(key="w").set_value(2.0).run()
    assert not page.exception
    now = settings(page)
    assert (now.formula, now.domain, now.w) == ("W^4/4 - W^2", ((-2.5, 2.5),), (2.0,))
    assert play(page)["columns"]["W"][0] == "2"
    assert play(page)["columns"]["slope"][0] == "4"  # W³ − 2 W
    assert Settings.from_query(page.query_params) == (now, [])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_error_stands_under_the_field_and_the_text_stays(lang):
    page = opened(formula="W^2", lang=lang)
    page.text_input(key="formula").set_value("W^2 + foo").run()
    assert page.text_input(key="formula").value == "W^2 + foo"
    assert settings(page).formula == "W^2"
    assert load_texts(lang)("formula.wrong.name", piece="foo", at=7, letters="W", w="W") in plain(page)
    still, read = (load_texts(lang)(f"formula.{key}", formula="$E(W) = W^{2}$") for key in ("still", "read"))
    told = [element.value for element in page.markdown]
    assert still in told
    assert read not in told
    assert not page.warning
    page.text_input(key="formula").set_value("w² + 3").run()
    assert settings(page).formula == "w² + 3"
    assert "foo" not in plain(page)
    told = [element.value for element in page.markdown]
    assert load_texts(lang)("formula.read", formula="$E(W) = W^{2} + 3$") in told


def test_a_formula_from_a_link_is_checked_the_same_way():
    page = opened(formula="__import__('os')", eta="0.2")
    assert settings(page).formula == "W^2 + 4"
    [warning] = page.warning
    assert r"\_\_import\_\_" in warning.value
    assert settings(page).eta == 0.2


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", MISSIONS)
def test_a_mission_is_one_click(name, lang):
    page = opened(lang=lang)
    page.button(key=f"mission_{name}").click().run()
    assert not page.exception
    assert settings(page).mission == name
    assert play(page)["mission"]["name"] == load_texts(lang)(f"missions.{name}.name")
    assert not play(page)["mission"]["solved"]
    page.button(key="explore").click().run()
    assert settings(page).mission == ""
    assert "mission" not in play(page)


def test_a_mission_can_be_solved_on_the_page_and_started_again():
    page = opened(mission="quick", **MISSIONS["quick"].start)
    page.number_input(key="eta").set_value(0.5).run()
    assert play(page)["mission"]["solved"]
    page.button(key="again").click().run()
    assert settings(page).eta == 0.01
    assert not play(page)["mission"]["solved"]


@pytest.mark.parametrize("lesson", ["one", "two", "network"])
def test_hiding_everything_leaves_the_player(lesson):
    page = opened(lesson=lesson, hide=",".join(HIDEABLE), epochs="10")
    assert not page.exception
    kinds = ("selectbox", "number_input", "text_input", "slider", "select_slider", "toggle", "button_group")
    assert [kind for kind in kinds if page.get(kind)] == []
    assert [button.key for button in page.button] == ["explore"]
    assert {element.proto.component_name for element in page.get("bidi_component")} >= {"gdviz_run"}
    assert len(page.get("bidi_component")) == 2
    assert len(page.get("plotly_chart")) == 1
    assert play(page)["tools"] == []
    assert play(page)["locked"]


@cache
def seen(lesson, hide=""):
    """What there is on a page."""
    page = opened(lesson=lesson, epochs="10", q="?", hide=hide)
    keys = {element.key for kind in ("selectbox", "number_input", "toggle") for element in page.get(kind)}
    keys |= {button.key for button in page.button} | {group.key for group in page.get("button_group")}
    marks = {mark for mark in ("worked", "table", "verdict", "scale") if mark in html(page)}
    charts = {animation["chart"] for animation in play(page)["scenes"]}
    return keys | marks | charts | set(play(page)["tools"]) | {latex.value for latex in page.get("latex")}


@pytest.mark.parametrize("part", HIDEABLE)
@pytest.mark.parametrize("lesson", ["one", "two", "network"])
def test_every_part_that_can_be_hidden_is(part, lesson):
    """Hiding one part takes something away that is there without."""
    lost = seen(lesson) - seen(lesson, part)
    absent = {
        "one": {"view", "network", "cuts"},
        "two": {"network"},
        "network": {"race", "predict", "w", "formulas", "cuts"},
    }
    assert bool(lost) is (part not in absent[lesson])


def parts(page):
    """The names of the containers on a page."""
    found = []

    def walk(block):
        found.append(getattr(block.proto, "id", "").split("-")[-1])
        for child in getattr(block, "children", {}).values():
            walk(child)

    walk(page.main)
    return found


@pytest.mark.parametrize(("lesson", "on_the_right"), [("one", True), ("two", False)])
def test_the_right_of_the_page_is_there_as_long_as_something_stands_on_it(lesson, on_the_right):
    """The loss by step does of one weight; of two it stands below the map."""
    texts = "formulas,worked,table"
    shown = [parts(opened(lesson=lesson, hide=hide)) for hide in (texts, f"{texts},curve-by-step")]
    assert ["side" in there for there in shown] == [on_the_right, False]
    assert ["by_step_loss_by_step" in there for there in shown] == [True, False]


def test_a_question_is_text_whatever_it_contains():
    page = opened(q=HOSTILE)
    assert "<img" not in html(page)
    [asked] = [element.value for element in page.markdown if "onerror" in element.value]
    # In Markdown a backslash makes every mark plain text.
    assert asked == r"\<img src\=x onerror\=alert\(1\)\> \*\*b\*\* \$x\$"


def test_exploring_leads_out_of_the_lesson_with_its_state():
    page = opened(q="Why?", hide="eta,loss", loss="cliff", eta="0.7", predict="on")
    page.button(key="explore").click().run()
    assert settings(page) == Settings.from_query({"loss": "cliff", "eta": "0.7"})[0]
    assert page.number_input(key="eta").value == 0.7


def test_a_preset_stays_in_the_lesson():
    page = opened(q="Why?", hide="eta", predict="skip")
    page.selectbox(key="stop").set_value("zigzag").run()
    now = settings(page)
    assert (now.q, now.hide, now.predict, now.eta) == ("Why?", ("eta",), "skip", 0.9)


def test_prediction_is_a_switch():
    page = opened()
    page.toggle(key="predict").set_value(True).run()
    assert settings(page).predict == "skip"
    assert "predict" in play(page)
    assert not opened(predict="on").get("toggle")[1:]  # where a teacher asks, only the race can be switched
    page.toggle(key="predict").set_value(False).run()
    assert settings(page).predict == "off"
    assert not settings(page).is_lesson


def test_the_projector_s_look_has_the_loss_its_rate_curve_player_and_question():
    page = opened(look="present", q="Where?")
    assert [entry.key for entry in page.number_input] == ["eta"]
    assert "E = W^{2} + 4" in page.latex[0].value
    page.number_input(key="eta").set_value(0.3).run()
    assert settings(page).eta == 0.3
    assert settings(page).presents
    assert not opened(look="present", hide="eta").number_input
    assert not page.title
    assert len(page.get("plotly_chart")) == 1
    assert "Where?" in plain(page)
    assert [button.key for button in page.button] == ["explore"]


@pytest.mark.parametrize("name", MISSIONS)
def test_in_a_mission_only_what_it_is_about_can_be_changed(name):
    page = opened(mission=name)
    free = MISSIONS[name].free
    before = settings(page)
    fields = ("w", "eta", "opt", "steps", "epochs", "loss", "data", "layers", "act", "race")
    kinds = (page.number_input, page.selectbox, page.text_input, page.toggle)
    widgets = {widget.key: widget for kind in kinds for widget in kind if widget.key in fields}
    assert len(widgets) > 2
    for field, widget in widgets.items():
        assert widget.disabled == (field not in free), field
    # Nor by a browser that does not keep to it.
    here = page.session_state["session"]
    for field, text in {"w": "1.5", "eta": "0.123", "steps": "7", "epochs": "7", "loss": "cliff"}.items():
        if field not in free:
            here.change(field, text)
    assert here.settings == before
