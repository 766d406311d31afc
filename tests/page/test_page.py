"""The page as Streamlit runs it, without a browser: settings in, what it shows out."""

import json
import re
import zlib
from html import unescape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from gdviz.charts.sentences import story
from gdviz.core.losses import losses_of
from gdviz.core.optimizers import OPTIMIZERS, Rule, constants
from gdviz.lessons import LESSONS
from gdviz.link.bounds import LANGUAGES
from gdviz.link.presets import PRESETS
from gdviz.link.settings import Settings
from gdviz.link.story import STOPS, examples_of
from gdviz.player import assets
from gdviz.texts import load_texts
from gdviz.web import page as web_page
from gdviz.web import player, waiting, weights_page
from gdviz.web.session import session
from tests import sealing
from tests.cases import in_turn
from tests.server import PATIENCE

APP = str(Path(__file__).parents[2] / "app.py")


def opened(**query):
    page = AppTest.from_file(APP, default_timeout=PATIENCE)
    for field, texts in query.items():
        page.query_params[field] = texts
    page.run()
    assert not page.exception
    return page


def play(page):
    """What the player was handed."""
    [run] = [e.proto for e in page.get("bidi_component") if e.proto.component_name == "gdviz_run"]
    return json.loads(zlib.decompress(sealing.opened(run.bytes)))


def settings(page):
    return page.session_state.session.settings


def html(page):
    """All HTML on the page but its style."""
    style = f"<style>{assets.style()}</style>"
    return "".join(element.proto.body for element in page.get("html") if element.proto.body != style)


def test_the_first_page_is_the_bowl_at_5():
    page = opened()
    assert settings(page) == Settings(stop="a-to-b")
    assert page.selectbox(key="loss").value == "bowl"
    assert page.number_input(key="eta").value == 0.1
    assert page.number_input(key="w").value == 5
    assert play(page)["columns"]["W"][:2] == ["5", "4"]
    assert len(page.get("plotly_chart")) == 2
    assert not page.warning


EXAMPLES = [name for lesson in LESSONS for name in examples_of(lesson)]


@pytest.mark.parametrize(("preset", "lang"), in_turn(EXAMPLES, LANGUAGES))
def test_every_example_is_one_click(preset, lang):
    page = opened(lang=lang, lesson=Settings.from_query(PRESETS[preset])[0].lesson)
    page.selectbox(key="stop").set_value(preset).run()
    assert not page.exception
    expected, _ = Settings.from_query(PRESETS[preset], lang=lang)
    assert settings(page) == expected
    assert Settings.from_query(page.query_params) == (expected, [])
    assert play(page)["link"] == expected.to_query()


@pytest.mark.parametrize(("loss", "lang"), in_turn(losses_of(1), LANGUAGES))
def test_every_loss_opens_from_a_link(loss, lang):
    page = opened(loss=loss, lang=lang)
    texts = load_texts(lang)
    assert page.title[0].value == texts("page.title")
    assert settings(page).loss == loss
    assert texts("ruler.name") in html(page)
    assert losses_of(1)[loss].formula.latex in "".join(latex.value for latex in page.get("latex"))


def test_choosing_a_loss_brings_its_start():
    page = opened()
    page.selectbox(key="loss").select("cliff").run()
    assert settings(page) == Settings.from_query({"loss": "cliff"})[0]
    assert page.number_input(key="eta").value == 0.5


def test_entries_and_sliders_agree():
    page = opened()
    page.number_input(key="eta").set_value(0.95).run()
    assert settings(page).eta == 0.95
    assert play(page)["rate"]["value"] == 0.95
    assert 0.95 in play(page)["rate"]["rates"]
    page.number_input(key="w").set_value(-2.345).run()
    assert page.slider(key="w_slider_bowl").value == -2.345
    assert page.query_params["w"] in ("-2.345", ["-2.345"])


@pytest.mark.parametrize(("key", "value", "kept"), [("eta", 20.0, 0.1), ("w", 7.0, 5.0), ("steps", 0, 30)])
def test_what_cannot_be_is_a_notice_and_changes_nothing(key, value, kept):
    page = opened()
    page.number_input(key=key).set_value(value).run()
    assert page.number_input(key=key).value == kept
    assert settings(page) == Settings(stop="a-to-b")
    [warning] = page.warning
    assert f"{key}\\: " in warning.value
    page.number_input(key="eta").set_value(0.3).run()
    assert not page.warning


def test_a_bad_link_is_one_notice_and_the_rest_counts():
    page = opened(eta="fast", w="3", loss="bowl", steps="99999", lang="ja")
    assert settings(page) == Settings(w=(3.0,), lang="ja")
    [warning] = page.warning
    assert "eta" in warning.value
    assert "fast" in warning.value
    assert "steps" in warning.value


def test_text_from_a_link_is_shown_as_text():
    page = opened(loss="<img src=x onerror=alert(1)>", eta="[here](https://example.com) **$x$**")
    [warning] = page.warning
    assert "<img" not in html(page)
    # The notice is Markdown, where a backslash makes every mark of it plain text.
    assert r"\<img src\=x onerror\=alert\(1\)\>" in warning.value
    assert r"\[here\]\(https\:\/\/example\.com\) \*\*\$x\$\*\*" in warning.value


def test_the_language_keeps_the_state():
    page = opened(eta="0.9", w="-4")
    page.button_group(key="lang").set_value("ja").run()
    assert settings(page) == Settings(eta=0.9, w=(-4.0,), lang="ja")
    assert page.title[0].value == load_texts("ja")("page.title")


def test_contour_lines_are_chosen_where_there_are_some():
    page = opened(loss="himmelblau")
    assert not any("unevenly spaced" in caption.value for caption in page.caption)
    page.button_group(key="levels").set_value("log").run()
    assert settings(page).levels == "log"
    assert any("unevenly spaced" in caption.value for caption in page.caption)
    without = ({"loss": "bowl"}, {"loss": "himmelblau", "view": "surface"}, {"loss": "round", "hide": "view"})
    for query in without:
        assert "levels" not in [group.key for group in opened(**query).button_group]


def test_long_runs_offer_only_what_fits():
    page = opened()
    page.number_input(key="steps").set_value(1000).run()
    assert settings(page).every == 10
    assert page.button_group(key="every").options == ["×10", "×100"]
    assert len(play(page)["steps"]) == 101


@pytest.mark.parametrize("steps", ["12", "2000", "10000"])
def test_an_explosion_shows_neither_nan_nor_inf(steps):
    page = opened(eta="1.1", steps=steps)
    shown = json.dumps(play(page)) + html(page)
    for word in ("nan", "NaN", "inf", "Infinity"):
        assert f'"{word}"' not in shown
        assert f" {word} " not in shown
        assert f": {word}" not in shown


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("rule", OPTIMIZERS)
def test_every_rule_can_be_chosen(rule, lang):
    page = opened(lang=lang, eta="0.2")
    page.selectbox(key="opt").select(rule).run()
    assert not page.exception
    assert settings(page) == Settings.from_query({"opt": rule, "eta": "0.2"}, lang=lang)[0]
    shown = "".join(latex.value for latex in page.get("latex"))
    assert load_texts(lang)(f"optimizers.{rule}.latex") in shown
    entries = {entry.label for entry in page.number_input}
    assert {load_texts(lang)(f"constants.{c.name}") for c in constants(rule)} <= entries


def test_a_rule_s_constants_can_be_changed_within_bounds():
    page = opened(opt="momentum")
    page.number_input(key="momentum_momentum").set_value(0.5).run()
    assert settings(page).const == (0.5,)
    assert page.query_params["const"] in ("0.5", ["0.5"])
    page.number_input(key="momentum_momentum").set_value(1.0).run()
    assert settings(page).const == (0.5,)
    assert page.number_input(key="momentum_momentum").value == 0.5
    [warning] = page.warning
    assert "const" in warning.value


def test_the_ruler_is_gradient_descent_s():
    assert load_texts("en")("ruler.rule") in html(opened(opt="adam"))
    assert load_texts("en")("ruler.rule") not in html(opened())


def test_a_race_is_switched_on_with_the_present_rule_and_off_again():
    page = opened(eta="0.4")
    page.toggle(key="race").set_value(True).run()
    assert settings(page).race == (Rule("gd", 0.4), Rule("gd", 0.04))
    assert "gdviz-ranking" in html(page)
    page.selectbox(key="rule_of_1").select("adam").run()
    page.number_input(key="eta_of_1").set_value(0.7).run()
    page.button(key="add_runner").click().run()
    page.button(key="remove_0").click().run()
    assert settings(page).race == (Rule("adam", 0.7), Rule("adam", 0.7))
    assert page.query_params["race"] in ("adam:0.7,adam:0.7", ["adam:0.7,adam:0.7"])
    page.toggle(key="race").set_value(False).run()
    assert settings(page) == Settings(eta=0.4)


def test_a_race_has_at_most_six_runners():
    page = opened(race="gd:0.1")
    for _ in range(5):
        page.button(key="add_runner").click().run()
    assert len(settings(page).race) == 6
    assert not [button for button in page.button if button.key == "add_runner"]


def test_the_landscape_can_be_seen_in_space():
    page = opened(loss="valley")
    page.button_group(key="view").set_value("surface").run()
    assert settings(page).view == "surface"
    assert "surface" in {animation["chart"] for animation in play(page)["scenes"]}


def lines(page):
    return html(page) + "".join(caption.value for caption in page.caption)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("view", LESSONS["network"].views)
def test_every_view_of_a_network_opens_from_a_link(view, lang):
    page = opened(lesson="network", data="xor", layers="2", epochs="20", view=view, lang=lang)
    assert settings(page).view == view
    assert settings(page).data == "xor"
    assert not page.warning
    charts = {"learn": 3, "weight": 2, "nudge": 0, "chain": 0, "cost": 1}
    assert len(page.get("plotly_chart")) == charts[view]
    assert play(page)["link"] == settings(page).to_query()
    if view == "cost":
        assert "39,760" in html(page)


def test_a_network_s_controls_change_what_it_learns():
    page = opened(lesson="network", data="circles", layers="3", epochs="20")
    page.text_input(key="layers").set_value("4,4").run()
    page.button_group(key="act").set_value("relu").run()
    page.number_input(key="eta").set_value(0.05).run()
    page.selectbox(key="opt").select("adam").run()
    page.number_input(key="batch").set_value(20).run()
    page.selectbox(key="data").select("moons").run()
    now = settings(page)
    assert (now.data, now.layers, now.act, now.eta, now.opt, now.batch) == (
        "moons", (4,), "relu", 0.05, "adam", 20,
    )  # fmt: skip
    assert play(page)["graph"]["sizes"] == [2, 4, 1]


def test_a_weight_can_be_chosen_from_the_list_and_a_second_one():
    page = opened(lesson="network", data="xor", layers="2", epochs="20", view="weight")
    page.selectbox(key="first_weight").select(4).run()
    assert settings(page).weight == (4,)
    page.selectbox(key="second_weight").select(7).run()
    assert settings(page).weight == (4, 7)
    assert play(page)["graph"]["chosen"] == [4, 7]
    assert len(page.get("plotly_chart")) == 3
    assert page.query_params["weight"] in ("4,7", ["4,7"])
    page.text_input(key="layers").set_value("0").run()
    assert settings(page).weight == (0,)


@pytest.mark.parametrize(
    ("field", "texts", "used"),
    [
        ("layers", "4,32", (4, 16)),
        ("layers", "8,8,8,8", (8, 8, 8)),
        ("epochs", "9000", 5000),
        ("points", "900", 500),
    ],
)
def test_a_link_that_asks_for_more_gets_the_bound_and_a_notice(field, texts, used):
    query = {"lesson": "network", "data": "circles", "layers": "2", "epochs": "5", "points": "20"}
    now, [notice] = Settings.from_query({**query, field: texts})
    assert getattr(now, field) == used
    assert notice.field == field
    if field != "epochs":
        page = opened(**{**query, field: texts})
        assert getattr(settings(page), field) == used
        [warning] = page.warning
        assert field in warning.value


def test_what_is_chosen_while_a_page_is_drawn_is_drawn_next(monkeypatch):
    """Streamlit runs what was pressed at the same moment in a thread of its own."""
    pressed = []

    def draw_and_press(settings, place):
        drawing = waiting.draw(settings, place)
        if not pressed:
            pressed.append(settings.loss)
            session().choose("loss", "himmelblau")
        return drawing

    monkeypatch.setattr(web_page, "draw", draw_and_press)
    page = opened(lesson="two", loss="line-fit")
    assert pressed == ["line-fit"]
    assert play(page)["link"]["loss"] == settings(page).loss == "himmelblau"
    assert "W_{1}" in "".join(latex.value for latex in page.get("latex"))
    assert json.loads(page.get("plotly_chart")[0].proto.spec)["layout"]["xaxis"]["title"]["text"] == "W₁"


def test_a_run_is_that_of_the_settings_though_others_were_chosen_while_it_was_worked_out(monkeypatch):
    asked, handed = [], []

    def work_out_and_press(place):
        is_there = waiting.work_out(place)
        asked.append(session().settings.eta)
        if len(asked) == 2:  # the part of the page that shows the run is the second that asks for it
            session().change("eta", "0.0002")
        return is_there

    def hand(shown):
        handed.append((json.loads(shown.play)["link"]["eta"], str(session().settings.eta)))
        player.run(shown)

    monkeypatch.setattr(weights_page, "work_out", work_out_and_press)
    monkeypatch.setattr(weights_page, "run", hand)
    page = opened(loss="own", formula="W^2 + 1", eta="0.0001")  # what is typed is worked out in the worker
    assert asked[:2] == [0.0001, 0.0001]
    assert set(handed) == {("0.0002", "0.0002")}
    assert play(page)["link"]["eta"] == "0.0002"
    assert settings(page).eta == page.number_input(key="eta").value == 0.0002


@pytest.mark.parametrize("lang", LANGUAGES)
def test_next_alone_leads_from_the_first_stop_to_the_last(lang):
    page = opened(lang=lang)
    for stop in STOPS:
        assert not page.exception
        assert settings(page).stop == stop
        assert play(page)["link"]["stop"] == stop
        text = "".join(part for part, _ in story(settings(page), load_texts(lang)))
        assert text in unescape(re.sub("</?strong>", "", html(page))), stop
        assert "story" not in play(page) or text == "".join(part for part, _ in play(page)["story"])
        assert page.button(key="next").disabled == (stop == list(STOPS)[-1])
        if stop != list(STOPS)[-1]:
            page.button(key="next").click().run()
    page.button(key="back").click().run()
    assert settings(page).stop == list(STOPS)[-2]
    # Who leaves it takes it up where the lesson comes in.
    page.selectbox(key="data").set_value("circles").run()
    assert settings(page).stop == ""
    page.button(key="next").click().run()
    assert settings(page).stop == "neuron"


@pytest.mark.parametrize("query", [{"eta": "0.2"}, {"lesson": "network", "view": "chain"}])
def test_a_page_that_is_at_no_stop_names_none(query):
    [stops] = [list_ for list_ in opened(**query).selectbox if list_.key == "stop"]
    assert stops.value is None
