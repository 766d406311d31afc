"""What makes a state a lesson: its fields in the link, and what a prediction needs to know."""

import json

import numpy as np
import pytest

from gdviz.charts import curve, cuts, landscape, loss_by_step
from gdviz.charts.chart import Chart
from gdviz.charts.theme import THEMES
from gdviz.core.descent import descend
from gdviz.core.losses import losses_of
from gdviz.core.optimizers import OPTIMIZERS
from gdviz.lessons import view_of
from gdviz.lessons.runs import runs
from gdviz.link.bounds import HIDEABLE, LANGUAGES, MAX_FRAMES, MAX_QUESTION
from gdviz.link.schema import CLASSROOM
from gdviz.link.settings import Settings
from gdviz.texts import load_texts
from gdviz.web.tasks import drawing, shown

HOSTILE = "<script>alert('x')</script> **bold** $x$ [a](b) \u202e"


def play(**query):
    return json.loads(shown(Settings.from_query(query)[0]).play)


def test_a_lesson_goes_through_the_link_and_back():
    query = {
        "loss": "ripples",
        "predict": "skip",
        "hide": "loss,presets,link",
        "q": "Wo landet W? 次の W は？ " + HOSTILE,
        "look": "present",
    }
    settings, notices = Settings.from_query(query)
    assert not notices
    assert settings.is_lesson
    assert settings.hide == ("loss", "presets", "link")
    assert HOSTILE.split(" \u202e")[0] in settings.q
    assert Settings.from_query(settings.to_query()) == (settings, [])
    assert not settings.free.is_lesson
    assert settings.free == Settings.from_query({"loss": "ripples"})[0]


def test_a_question_is_one_line_of_text():
    assert Settings.from_query({"q": " a\n\tb\x00c\u2028d  e "})[0].q == "a b c d e"
    settings, [notice] = Settings.from_query({"q": "あ" * 201})
    assert settings.q == "あ" * MAX_QUESTION
    assert notice.field == "q"
    assert Settings.from_query({"q": "あ" * 200})[1] == []


def test_unknown_controls_are_named_and_the_known_ones_hidden():
    settings, [notice] = Settings.from_query({"hide": "loss,everything,eta,loss"})
    assert settings.hide == ("loss", "eta")
    assert (notice.field, notice.used) == ("hide", "loss,eta")
    assert Settings.from_query({"hide": ",".join(HIDEABLE)})[1] == []
    assert Settings.from_query({"hide": ""}) == (Settings(), [])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_part_that_can_be_hidden_has_a_name(lang):
    assert list(load_texts(lang).section("parts")) == list(HIDEABLE)


def test_a_chart_says_if_its_part_cannot_be_hidden():
    with pytest.raises(ValueError, match="mine of the chart speed is not in HIDEABLE"):
        Chart("speed", loss_by_step.CHART.figure, loss_by_step.CHART.alt, part="mine")


@pytest.mark.parametrize("field", ["predict", "mission", "look"])
def test_what_is_not_known_gets_the_notice(field):
    settings, [notice] = Settings.from_query({field: "perhaps"})
    assert settings == Settings()
    assert (notice.field, notice.raw) == (field, "perhaps")


def test_a_predicted_step_is_one_frame_from_above():
    settings, notices = Settings.from_query({"predict": "on", "steps": "500", "every": "10"})
    assert (settings.steps, settings.every) == (MAX_FRAMES, 1)
    assert {notice.field for notice in notices} == {"steps", "every"}
    assert Settings.from_query({"loss": "valley", "predict": "on", "view": "surface"})[1][0].field == "view"
    assert Settings.from_query({"race": "gd:0.1", "predict": "on"})[1][0].field == "predict"
    assert Settings(predict="on").changed("race", "gd:0.1,gd:0.2")[0].predict == "off"
    assert Settings(step=5).changed("predict", "on")[0].step == 0


def test_a_preset_of_the_classroom_s_fields_is_complete():
    assert set(CLASSROOM) <= set(Settings().__dataclass_fields__)


@pytest.mark.parametrize("loss", ["bowl", "cliff", "valley", "himmelblau"])
@pytest.mark.parametrize("rule", ["gd", "momentum"])
def test_a_prediction_knows_the_numbers_exactly(loss, rule):
    query = {"loss": loss, "opt": rule, "predict": "on", "steps": "9"}
    settings = Settings.from_query(query)[0]
    path, asked = runs(settings)[0], play(**query)["predict"]
    weights, slopes, updates = (np.array(asked[name]) for name in ("weights", "slopes", "updates"))
    assert (weights == path.weights).all()
    assert (slopes == path.gradients).all()
    assert (weights[:-1] - updates == weights[1:]).all()
    assert asked["rate"] == settings.eta


@pytest.mark.parametrize(
    ("query", "regime"),
    [
        ({"eta": "0.1"}, "glide"),
        ({"eta": "0.5"}, "jump"),
        ({"eta": "0.9"}, "zigzag"),
        ({"eta": "1"}, "bounce"),
        ({"eta": "1.1"}, "explode"),
        ({"loss": "valley", "eta": "0.95"}, "zigzag"),
        ({"loss": "absolute"}, None),
        ({"opt": "adam"}, None),
        ({"loss": "himmelblau"}, None),
    ],
)
def test_the_regime_is_asked_where_the_ruler_knows_it(query, regime):
    asked = play(predict="on", **query)["predict"]["regime"]
    assert (asked["is"] if asked else None) == regime
    if asked:
        assert regime in [zone for zone, _ in asked["zones"]]
        assert asked["told"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_who_is_asked_is_not_told(lang):
    """Neither the name of the chart nor the length of a tangent gives the answer away."""
    told, open_ = play(predict="on", eta="0.3", lang=lang), play(eta="0.3", lang=lang)
    assert open_["player"]["verdict"]
    assert not told["player"]["verdict"]
    assert "predict" not in open_
    loss = losses_of(1)["bowl"]
    ends = []
    for rate in (0.01, 0.3):
        path = descend(loss, OPTIMIZERS["gd"](rate), [5], 3)
        animation = curve.animation(loss, path, [0, 1], load_texts(lang), whole_tangent=True)
        ends.append(
            next(
                keyframes.points[0]
                for keyframes in animation.all_keyframes
                if keyframes.trace == curve.TANGENT
            )
        )
    assert ends[0] == pytest.approx(ends[1])


@pytest.mark.parametrize("loss", [*losses_of(1), *losses_of(2)])
def test_the_traces_that_give_a_step_away_are_known(loss):
    """Without them nothing at a frame depends on the step that follows it."""
    settings = Settings.from_query({"loss": loss, "predict": "on"})[0]
    record, texts = settings.loss_function, load_texts("en")
    slow, fast = (descend(record, OPTIMIZERS["gd"](rate), settings.w, 2) for rate in (1e-4, 0.11))
    makers = [curve.animation] if settings.lesson == "one" else [cuts.animation]
    animations = [[make(record, path, [0, 1], texts, True) for make in makers] for path in (slow, fast)]
    if settings.lesson == "two":
        for path, made in zip((slow, fast), animations, strict=True):
            made.append(landscape.animation(record, path, [0, 1], texts))
    for one, other in zip(*animations, strict=True):
        for a, b in zip(one.all_keyframes, other.all_keyframes, strict=True):
            if a.trace not in one.answers:
                # Cuts are as high as the run: what differs there is the axis, not the place.
                far = a.points[0, ..., :1] if one.chart == "cuts" else a.points[0]
                near = b.points[0, ..., :1] if one.chart == "cuts" else b.points[0]
                assert far == pytest.approx(near, nan_ok=True, abs=1e-9), a.trace


def test_who_is_asked_where_it_leads_has_nothing_in_the_hand():
    assert "hand" in play(loss="bowl")
    assert "hand" in play(loss="bowl", race="gd:0.1,adam:0.1")
    assert "hand" not in play(loss="bowl", predict="on")
    assert "hand" not in play(loss="bowl", hide="w")


@pytest.mark.parametrize(("steps", "rows"), [("1000", 1001), ("1001", 22)])
def test_the_table_of_a_long_run_lists_what_is_shown(steps, rows):
    """Each hundredth step and the one after it, which the worked step names."""
    weights = play(loss="bowl", eta="0.001", steps=steps, every="100")["columns"]["W"]
    assert len(weights) == rows


def test_what_changes_the_page_is_another_page():
    def page(**query):
        settings, _ = Settings.from_query({"loss": "round"} | query)
        return view_of(settings).as_drawn(settings)

    plain = page()
    for query in ({"predict": "on"}, {"look": "present"}, {"hide": "w"}, {"levels": "even"}, {"lang": "ja"}):
        assert page(**query) != plain, query
    assert page(eta="0.3", w="1,1", opt="adam", steps="5") == plain


@pytest.mark.parametrize(
    "query", [{"predict": "on"}, {"look": "present"}, {"hide": "loss_by_step"}, {"levels": "even"}]
)
@pytest.mark.parametrize("loss", ["bowl", "round"])
def test_what_is_drawn_once_for_all_is_what_these_settings_draw(loss, query):
    settings, _ = Settings.from_query({"loss": loss, "eta": "0.3", "step": "3", "opt": "adam", **query})
    drawn = view_of(settings).as_drawn(settings)
    assert drawn.step == 0
    mine, shared = (drawing(one, THEMES["light"]) for one in (settings, drawn))
    assert mine.formulas == shared.formulas
    assert {name: figure.to_json() for name, figure in mine.figures.items()} == {
        name: figure.to_json() for name, figure in shared.figures.items()
    }
