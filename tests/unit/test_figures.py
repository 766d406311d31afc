"""The pictures' plain data: what is drawn is the run, and nothing of it is out of place."""

import itertools
import json
import math
import re
import tomllib
from pathlib import Path

import contourpy
import numpy as np
import pytest

from gdviz.charts import (
    contours,
    curve,
    cuts,
    fit,
    landscape,
    loss_by_step,
    race,
    surface,
    theme,
    thresholds_scale,
)
from gdviz.charts.animation import ALONG
from gdviz.core.critical_points import critical_points, minima
from gdviz.core.custom_losses import custom_loss
from gdviz.core.descent import descend
from gdviz.core.losses import LINE, losses_of
from gdviz.core.numbers import number
from gdviz.core.optimizers import OPTIMIZERS
from gdviz.core.thresholds import thresholds
from gdviz.lessons import view_of
from gdviz.link.bounds import LANGUAGES
from gdviz.link.presets import PRESETS
from gdviz.link.readers import shown_steps
from gdviz.link.settings import Settings
from gdviz.player import messages
from gdviz.texts import load_texts
from gdviz.web import tasks
from tests.cases import in_turn

ROOT = Path(__file__).parents[2]
every_loss = pytest.mark.parametrize("loss", losses_of(1).values(), ids=losses_of(1))
RACES = {name: preset for name, preset in PRESETS.items() if "race" in preset}
ALONE = {name: preset for name, preset in PRESETS.items() if name not in RACES and "loss" in preset}
CURVES = {name: preset for name, preset in ALONE.items() if preset["loss"] in losses_of(1)}
every_race = pytest.mark.parametrize("preset", RACES.values(), ids=RACES)
every_curve = pytest.mark.parametrize("preset", CURVES.values(), ids=CURVES)


def of(preset, **more):
    settings, notices = Settings.from_query({**preset, **more})
    assert not notices
    path = descend(settings.loss_function, OPTIMIZERS["gd"](settings.eta), settings.w, settings.steps)
    return settings, path, shown_steps(settings.steps, settings.every)


def keyframes(animation, trace):
    return next(keyframes.points for keyframes in animation.all_keyframes if keyframes.trace == trace)


@every_loss
def test_the_stage_shows_the_whole_curve_and_its_minima(loss):
    figure = curve.base_figure(loss, load_texts("en"), theme.THEMES["light"])
    line, marks = figure.data[curve.CURVE], figure.data[curve.MINIMA]
    assert [line.x[0], line.x[-1]] == list(loss.domain[0])
    assert list(line.y) == pytest.approx([loss.value(np.array([w])) for w in line.x])
    low, high = figure.layout.yaxis.range
    assert low < min(line.y)
    assert high > max(line.y)
    assert [x for x in marks.x if x is not None] == [p.weight for p in minima(loss)]
    assert len(figure.data) == curve.TRACES + 1
    assert not figure.layout.yaxis.autorange
    assert figure.layout.dragmode is False


def test_nothing_of_a_charts_layout_is_left_to_what_was_drawn_before():
    """Of margins, turned labels and marks over the edge Plotly decides by what it has drawn so far."""
    for query in ({}, {"loss": "line-fit"}, {"race": "gd:0.1,adam:0.1"}, {"lesson": "network"}):
        settings, _ = Settings.from_query(query)
        for name, figure in tasks.drawing(settings, theme.THEMES["light"]).figures.items():
            layout = figure.layout
            assert layout.margin.autoexpand is False, name
            assert [layout.xaxis.tickangle, layout.yaxis.tickangle] == [0, 0], name
            if name != "depth":  # its bars stay inside
                assert (figure.data[-1].x, figure.data[-1].cliponaxis) == ((None,), False), name


@pytest.mark.parametrize(
    ("low", "high", "longest"),  # as Plotly labels such axes
    [
        (-5, 30, "30"),
        (-2, 1.2, "−1.5"),
        (0, 9.5e-5, "8×10-5"),
        (-2e5, 9.6e5, "8×105"),
        (-12345678.2, -12345676.9, "−1.23456778×107"),
        (-1.9e12, 22e12, "−0.5×1013"),
    ],
)
def test_the_longest_label_has_room(low, high, longest):
    assert len(longest) <= theme.label_length(low, high) <= len(longest) + 4


@every_loss
def test_the_lens_covers_no_curve(loss):
    frame = curve.view(loss)
    left, right, bottom, _ = frame.inset
    weights, values = curve.samples(loss)
    shares = (weights - frame.low) / frame.width
    under = values[(shares >= left) & (shares <= right)]
    assert (under.max() - frame.bottom) / frame.height <= bottom + 1e-9


MAGNIFIED = [
    {"loss": "double-well", "opt": "adam", "eta": "0.5", "w": "3.5", "steps": "12"},
    {"loss": "bowl", "eta": "0.001", "steps": "12"},
    {"loss": "bowl", "opt": "momentum", "eta": "0.01", "steps": "60"},
    {"loss": "plateau", "eta": "0.05", "steps": "30"},
    {"formula": "W^4/4-W^2+W/5", "w": "2", "eta": "0.05", "steps": "20"},
]


@pytest.mark.parametrize("query", MAGNIFIED, ids=str)
def test_what_is_magnified_is_smooth_and_on_no_word(query):
    """Each piece of the curve is within a hundredth of where a parabola through its neighbours bends, and
    no line goes where the words above and below are."""
    settings, _, steps = of(query)
    path = descend(settings.loss_function, settings.rule.optimizer, settings.w, settings.steps)
    animation = curve.animation(settings.loss_function, path, steps[: path.steps + 1], load_texts("en"))
    lines = {trace: keyframes(animation, trace) for trace in range(curve.LENS_CURVE, curve.LENS_TEXT)}
    assert not np.isnan(lines[curve.LENS_TRIANGLE]).all()
    drawn = lines[curve.LENS_CURVE][..., 1]
    bends = drawn[:, :-2] - 2 * drawn[:, 1:-1] + drawn[:, 2:]  # of a chord, eight times how far it is off
    assert np.nanmax(np.abs(bends)) < 0.08
    for points in lines.values():
        for one, other in itertools.pairwise(np.moveaxis(points, 1, 0)):
            for share in np.linspace(0, 1, 20):
                x, y = ((1 - share) * one + share * other).T
                assert not ((np.abs(x - 0.5) < 0.2) & ((y > 0.88) | (y < 0.1))).any()


@every_curve
def test_the_point_is_on_the_curve_and_the_triangle_is_the_step(preset):
    settings, path, steps = of(preset)
    animation = curve.animation(settings.loss_function, path, steps, load_texts("en"))
    frame = curve.view(settings.loss_function)
    for k in steps:
        w, e = path.weights[k, 0], path.losses[k]
        point = keyframes(animation, curve.POINT)[k, 0]
        if not frame.shows(w):
            assert np.isnan(point).all()
            continue
        assert point.tolist() == [w, e]
        tangent = keyframes(animation, curve.TANGENT)[k]
        slope = (tangent[1, 1] - tangent[0, 1]) / (tangent[1, 0] - tangent[0, 0])
        assert slope == pytest.approx(path.gradients[k, 0], rel=1e-9, abs=1e-9)
        assert e == pytest.approx(tangent[0, 1] + slope * (w - tangent[0, 0]), abs=1e-9)
        if k == path.steps:
            continue
        corner = keyframes(animation, curve.TRIANGLE)[k, 1]
        if frame.shows(path.weights[k + 1, 0]):
            assert corner == pytest.approx([path.weights[k + 1, 0], e])
        else:
            assert corner == pytest.approx([np.clip(path.weights[k + 1, 0], frame.low, frame.high), e])
        fell = path.losses[k + 1] < e
        assert told(animation, k, curve.FELL_WORDS, curve.LENS_FELL) == fell
        assert told(animation, k, curve.ROSE_WORDS, curve.LENS_ROSE) == (path.losses[k + 1] > e)


def told(animation, k, *traces):
    """Whether words stand at a step on the chart or in the lens, and not on both."""
    standing = [not np.isnan(keyframes(animation, trace)[k]).any() for trace in traces]
    assert sum(standing) <= 1
    return any(standing)


@pytest.mark.parametrize(("preset", "steps"), in_turn(CURVES, ["1", "30", "400", "10000"], times=2))
def test_every_slide_ends_where_the_next_step_begins(preset, steps):
    settings, path, shown = of(CURVES[preset], steps=steps)
    shown = sorted({min(step, path.steps) for step in shown})
    animation = curve.animation(settings.loss_function, path, shown, load_texts("en"))
    frame = curve.view(settings.loss_function)
    assert len(animation.legs) == len(shown) - 1 <= 100
    for legs, after in zip(animation.legs, shown[1:], strict=True):
        assert sum(share for _, _, share in legs) == pytest.approx(1, abs=0.01)
        here = np.array([path.weights[after, 0], path.losses[after]])
        expected = here if frame.shows(here[0]) else frame.held(here)
        assert np.array(legs[-1][:2]) == pytest.approx(expected, abs=2e-3 * frame.height)


@pytest.mark.parametrize("whole_tangent", [False, True])
@pytest.mark.parametrize(
    ("query", "widest"),  # how many times as wide the widest view is
    [
        ({"loss": "bowl", "eta": "1.1", "w": "5", "steps": "12"}, 8),  # 5 · 1.2¹² ≈ 44.6 of 48
        ({"formula": "(W - 7)^2", "w": "-6", "eta": "0.1", "steps": "30"}, 2),
        ({"loss": "bowl", "eta": "0.1"}, 1),
        ({"loss": "cliff", "eta": "0.5", "w": "3"}, None),
    ],
    ids=str,
)
def test_what_leaves_the_chart_is_seen_in_a_wider_view(query, widest, whole_tangent):
    settings, path, steps = of(query)
    loss = settings.loss_function
    animation = curve.animation(loss, path, steps, load_texts("en"), whole_tangent, widest=20)
    low, high = loss.domain[0]
    points, outer = keyframes(animation, curve.POINT)[:, 0], keyframes(animation, curve.OUTER)[0]
    for k, (left, right, bottom, top, _) in zip(steps, animation.axes, strict=True):
        shown = [k] if whole_tangent or k == path.steps else [k, k + 1]
        assert points[k].tolist() == [path.weights[k, 0], path.losses[k]]
        assert (left + right) / 2 == pytest.approx((low + high) / 2)
        times = (right - left) / (high - low)
        assert math.log2(times) == pytest.approx(round(math.log2(times)))
        # No wider than it must be.
        far = np.abs(path.weights[shown, 0] - (low + high) / 2).max() / ((high - low) / 2)
        assert times == 1 if far <= 1 else times / 2 < 1.04 * far and far <= times
        if times > 1:
            assert (bottom < path.losses[shown]).all()
            assert (path.losses[shown] < top).all()
            assert np.nanmin(outer[:, 0]) <= left + 1e-3 * times
            assert np.nanmax(outer[:, 0]) >= right - 1e-3 * times
    for w, e in outer[~np.isnan(outer[:, 0])]:
        assert not low < w < high
        assert e == pytest.approx(loss.value(np.array([w])), rel=1e-3)
    if widest and not whole_tangent:
        assert max(right - left for left, right, *_ in animation.axes) == widest * (high - low)


def test_what_is_too_far_for_any_view_stays_off_the_chart():
    """W ← W − 4 η W³ throws a point out ever faster, soon by more than 2²⁰ charts."""
    settings, path, steps = of({"formula": "W^4", "domain": "-3,3", "eta": "1", "w": "3", "steps": "8"})
    shown = [step for step in steps if step <= path.steps]
    animation = curve.animation(settings.loss_function, path, shown, load_texts("en"), widest=20)
    widths = [right - left for left, right, *_ in animation.axes]
    far = np.abs(path.weights[shown, 0]) > 2.0**20 * 3
    assert far.any()
    assert widths == sorted(widths)
    assert np.isnan(keyframes(animation, curve.POINT)[far]).all()
    gone = [keyframes(animation, trace)[:, 0, 0] for trace in (curve.GONE_LEFT, curve.GONE_RIGHT)]
    assert (~np.isnan(gone)).any(axis=0).tolist() == far.tolist()


def test_a_frame_of_many_steps_follows_the_curve():
    settings, path, shown = of(PRESETS["zigzag"], steps="300", every="10")
    animation = curve.animation(settings.loss_function, path, shown, load_texts("en"))
    frame = curve.view(settings.loss_function)
    for w, e, _ in animation.legs[0]:
        assert e == pytest.approx(w**2 + 4, abs=1e-3 * frame.height)
    crossings = np.diff(np.sign([w for w, _, _ in animation.legs[0]])) != 0
    assert crossings.sum() >= 5  # it does zig-zag


def test_the_article_s_step_is_magnified_so_that_it_can_be_seen():
    settings, path, steps = of(PRESETS["article"])
    animation = curve.animation(settings.loss_function, path, steps, load_texts("en"))
    (x0, y0), (x1, y1), (x2, y2) = keyframes(animation, curve.LENS_TRIANGLE)[0]
    assert x0 - x1 > 0.3
    assert (y1, x2) == pytest.approx((y0, x1))
    assert y0 - y2 > 0.3
    times = curve.magnifications(settings.loss_function, path, steps)[0]
    assert times * 0.01 / 12 / (
        curve.view(settings.loss_function).inset[1] - curve.view(settings.loss_function).inset[0]
    ) == (pytest.approx(x0 - x1))


def test_an_explosion_marks_its_last_step_on_the_chart():
    settings, path, steps = of(PRESETS["explode"])
    animation = curve.animation(settings.loss_function, path, steps, load_texts("en"))
    ring = keyframes(animation, curve.LAST)[:, 0]
    assert np.isnan(ring[:2]).all()
    assert ring[2:].tolist() == [[-6, 40]] * 11  # 5 → −6 → 7.2 is off the chart
    left, right = (
        keyframes(animation, curve.GONE_LEFT)[:, 0, 0],
        keyframes(animation, curve.GONE_RIGHT)[:, 0, 0],
    )
    assert [k for k in steps if not np.isnan(right[k])] == [2, 4, 6, 8, 10, 12]
    assert [k for k in steps if not np.isnan(left[k])] == [3, 5, 7, 9, 11]


@pytest.mark.parametrize(
    ("preset", "steps", "lang"), in_turn(ALONE, ["1", "30", "10000"], LANGUAGES, times=2)
)
def test_the_play_is_json_and_complete(preset, steps, lang):
    settings, _ = Settings.from_query({**PRESETS[preset], "steps": steps}, lang=lang)
    text = tasks.shown(settings).play.decode()
    assert "NaN" not in text
    assert "Infinity" not in text
    play = json.loads(text)
    columns = play["columns"]
    if play["last"] <= 1000:
        assert len(columns["W"]) == len(columns["E"]) == len(columns["slope"]) == play["last"] + 1
        assert len(columns["dW"]) == play["steps"][-1]
    else:  # the steps shown, and each next one
        assert play["table"]["shown"]
        shown = {str(step) for step in play["steps"]}
        for name in ("W", "E", "slope"):
            assert shown <= columns[name].keys()
            assert len(columns[name]) <= 2 * len(shown)
    is_complete(play)


def is_complete(play):
    """Each track has a row for each frame, and a template asks for nothing that is not there."""
    frames = len(play["steps"])
    for animation in play["scenes"]:
        for keyframes in animation["tracks"]:
            shown = keyframes.get("frame", range(len(keyframes["rows"])))
            assert len(shown) == frames or len(keyframes["rows"]) == 1
            assert max(shown) < len(keyframes["rows"])
        for curves in animation["curves"]:
            assert len(curves["shares"]) == frames
        assert len(animation.get("legs", [])) == (
            0 if animation.get("fixed", {}).get("lines") else frames - 1
        )
        assert len(animation.get("glides", [])) in (0, frames - 1)
    worked, told = (
        play["worked"],
        [load_texts for animation in play["scenes"] for load_texts in animation["tracks"]],
    )
    templates = json.dumps([worked, [keyframes.get("text", []) for keyframes in told], play["constants"]])
    names = {name.strip("()'") for name in re.findall(r"\{(.*?)\}", templates) if not name.startswith('"')}
    assert names <= {*play["columns"], *play["constants"], "step", "next"}


def test_the_article_s_numbers():
    play = json.loads(tasks.shown(Settings.from_query(PRESETS["article"])[0]).play)
    columns = play["columns"]
    assert [columns[name][0] for name in ("W", "slope", "dW")] == ["5", "10", "0.01"]
    assert columns["W"][1] == "4.99"
    assert play["constants"]["eta"] == "0.001"


def filled(play, template, step):
    """The player's own fill() of a template."""

    def value(found):
        wrap, name, later = found.groups()
        column, at = play["columns"].get(name), step + (later == "'")
        column = dict(enumerate(column)) if isinstance(column, list) else column
        text = name if column is None else column.get(at, column.get(str(at), name))
        if text in play["constants"]:
            text = filled(play, play["constants"][text], step)
        elif text == name:
            text = {"step": str(step), "next": str(step + 1)}.get(name, "")
        return f"({text})" if wrap and re.match("−|.*×", text) else text

    return re.sub(r"\{(\()?(\w+)\)?('?)\}", value, template)


@every_loss
def test_the_loss_by_step_is_the_loss(loss):
    path = descend(loss, OPTIMIZERS["gd"](loss.learning_rate), loss.start, 30)
    linear, log = loss_by_step.animations(loss, [path], list(range(31)), load_texts("en"))
    assert linear.fixed["lines"][0]["y"] == pytest.approx(path.losses.tolist(), rel=1e-5)
    floor = min(p.loss for p in minima(loss))
    for above, e in zip(log.fixed["lines"][0]["y"], path.losses, strict=True):
        assert above is None or above == pytest.approx(e - floor, rel=1e-4)
    assert log.fixed["layout"]["yaxis.type"] == "log"
    title = log.fixed["layout"]["yaxis.title.text"]
    assert title == "E" or title.removeprefix("E ")[2:] == number(abs(floor))


@pytest.mark.parametrize("lang", LANGUAGES)
@every_loss
def test_the_zones_follow_one_another(loss, lang):
    rule = thresholds(loss, loss.start)
    bands = thresholds_scale.bands(rule, 0.1, load_texts(lang))
    if rule.jump is None:
        assert bands == []
        return
    alone = {"jump", "bounce"} if loss.id == "bowl" else set()
    zones = ["glide", "jump", "zigzag", "bounce", "explode"]
    assert [band.zone for band in bands] == [z for z in zones if z in alone | {"glide", "zigzag", "explode"}]
    assert bands[0].low == 0
    assert bands[-1].high == np.inf
    for left, right in itertools.pairwise(bands):
        assert left.high == right.low
    assert bands[0].high == rule.jump
    assert sum(band.here for band in bands) == 1
    # What close by a minimum is a zone says nothing of a run that does not come there.
    assert (
        any(band.here for band in thresholds_scale.bands(rule, 0.1, load_texts(lang), reached=False))
        == rule.exact
    )
    assert number(rule.jump) in bands[0].label


def test_the_track_has_the_thresholds_of_the_bowl_where_its_rates_are():
    """On E = W² + 4 the curvature is 2: 1/E″ = 0.5 and 2/E″ = 1, from 0.0001 to 10 in 20 rates a decade."""
    found = thresholds_scale.track(thresholds(losses_of(1)["bowl"], (5,)), 0.1, load_texts("en"))
    assert (found["rates"][0], found["rates"][-1], len(found["rates"])) == (1e-4, 10, 101)
    assert found["ticks"] == [["0.5", 0.74], ["1", 0.8]]  # 0.5 is the 15th rate of its decade
    assert found["zones"] == [
        ["glide", 0, 0.74],
        ["jump", 0.74, 0.74],
        ["zigzag", 0.74, 0.8],
        ["bounce", 0.8, 0.8],
        ["explode", 0.8, 1],
    ]


@every_loss
@pytest.mark.parametrize("rate", [1e-6, 0.00012, 0.95, 10])
def test_every_track_has_the_rate_of_its_run_and_its_thresholds(loss, rate):
    rule = thresholds(loss, loss.start)
    found = thresholds_scale.track(rule, rate, load_texts("ja"))
    rates = np.array(found["rates"])
    assert rate in rates
    assert (np.diff(rates) > 0).all()
    assert rates[0] >= 1e-6
    assert rates[-1] <= 10
    assert len(rates) >= 50
    for (_, share), limit in zip(found["ticks"], (rule.jump, rule.bounce), strict=bool(found["ticks"])):
        # Between the two rates beside it.
        place = share * (len(rates) - 1)
        assert rates[int(place + 1e-2)] <= limit * 1.001
        assert limit <= rates[min(int(place - 1e-2) + 1, len(rates) - 1)] * 1.001


def test_the_charts_know_their_paper():
    config = tomllib.loads((ROOT / ".streamlit/config.toml").read_text())
    for name, colours in theme.THEMES.items():
        assert config["theme"][name]["backgroundColor"] == colours.paper
        assert config["theme"][name]["textColor"] == colours.text


@pytest.mark.parametrize("name", theme.THEMES)
def test_colours_can_be_read(name):
    """Text and lines stand out from the paper: contrast by WCAG 2.1, 4.5 for text, 3 for lines."""
    colours = theme.THEMES[name]
    for mark in ("text", "tangent", "step", "fell", "rose", "minimum"):
        assert contrast(getattr(colours, mark), colours.paper) >= 4.5, mark
    assert contrast(colours.curve, colours.paper) >= 3


def contrast(one, other):
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def luminance(colour):
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_a_run_keeps_its_name_in_another_language():
    one, other = (messages._name(Settings(lang=lang)) for lang in ("en", "ja"))
    assert one == other != messages._name(Settings(eta=0.2))
    assert one != messages._name(Settings.from_query({"opt": "momentum"})[0])


# --- The landscape ------------------------------------------------------------------------

every_landscape = pytest.mark.parametrize("loss", losses_of(2).values(), ids=losses_of(2))


@every_landscape
def test_the_bands_are_the_heights_between_levels(loss):
    """The area of each band, by the shoelace formula, is its share of a grid's points."""
    (left, right), (low, high) = loss.domain
    grid = np.stack(np.meshgrid(np.linspace(left, right, 400), np.linspace(low, high, 400)), axis=-1)
    values = loss.values(grid.reshape(-1, 2))
    found = landscape.contours(loss)
    edges = [-np.inf, *found.levels, np.inf]
    for rings, lower, upper in zip(contours.bands(found), edges, edges[1:], strict=False):
        area = sum(np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y) / 2 for x, y in (ring.T for ring in rings))
        share = area / ((right - left) * (high - low))
        assert share == pytest.approx(np.mean((lower < values) & (values <= upper)), abs=0.01)


def test_levels_are_evenly_spaced_but_where_half_of_the_ground_is_low():
    expected = {
        "round": np.arange(5, 50, 5),
        "valley": np.arange(2, 30, 2),
        "saddle": np.arange(-1, 11),
        "himmelblau": np.arange(50, 851, 50),
        "line-fit": np.arange(2, 27, 2),
        "rosenbrock": [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000],
    }
    assert {id: list(landscape.contours(loss).levels) for id, loss in losses_of(2).items()} == {
        id: list(levels) for id, levels in expected.items()
    }


def test_a_line_has_as_many_parts_as_on_a_much_finer_grid():
    formulas = ["W1^2 + 100*W2^2", "(W2 - W1^2)^2", "sin(3*W1) + cos(3*W2)", "5"]
    typed = [custom_loss(formula, ((-5.0, 5.0), (-5.0, 5.0))) for formula in formulas]
    for loss in [*losses_of(2).values(), *typed]:
        found, finest = landscape.contours(loss), contours.ground_of(loss.values, loss.domain, 1001)
        generator = contourpy.contour_generator(*finest)
        # Through a corner of the grid a line of a saddle may go in one piece, or in two.
        for level in found.levels:
            parts = [line for line in generator.lines(level) if np.ptp(line, axis=0).max() > 0.05]
            here = [line for line in found.lines(level) if np.ptp(line, axis=0).max() > 0.05]
            assert len(here) == len(parts), (loss.id, level)


@pytest.mark.parametrize(
    ("lang", "even", "listed"),
    [
        ("en", "E changes by 5:", "E = 1, 2, 5, 10, … 2000,"),
        ("ja", "E が 5 変わる", "E = 1、2、5、10、…、2000（"),
    ],
)
def test_a_landscape_says_how_far_apart_its_lines_are(lang, even, listed):
    round_one, narrow = (
        landscape.base_figure(losses_of(2)[id], load_texts(lang), theme.THEMES["light"]).layout.meta["key"]
        for id in ("round", "rosenbrock")
    )
    assert even in round_one
    assert listed in narrow
    assert even not in narrow


@pytest.mark.parametrize("race", [{}, {"race": "gd:0.001,adam:0.1"}])
@pytest.mark.parametrize("id", ["himmelblau", "rosenbrock"])
def test_levels_are_as_the_reader_chooses(id, race):
    drawn, captions = {}, set()
    for spacing in ("auto", "even", "log"):
        settings = Settings.from_query({"loss": id, "levels": spacing} | race)[0]
        assert Settings.from_query(settings.to_query())[0] == settings
        [chart, *_] = view_of(settings).charts(settings)
        figure = chart.figure(settings, load_texts("en"), theme.THEMES["light"])
        drawn[spacing] = sorted(map(float, figure.data[landscape.LEVEL_WORDS].text))
        captions.add(figure.layout.meta and figure.layout.meta["key"])
    # The names of neighbouring lines are multiples of what they are apart; 1, 2 and 5 times a power of ten.
    even = np.diff(drawn["even"])
    assert np.allclose(even / even.min(), np.rint(even / even.min()))
    assert even.min() >= 50
    assert {f"{level:e}"[0] for level in drawn["log"]} <= {"1", "2", "5"}
    assert np.ptp(np.diff(drawn["log"])) > 50
    assert drawn["auto"] == drawn["log" if id == "rosenbrock" else "even"]
    assert len(captions) == (1 if race else 2)


def test_levels_of_tiny_losses_are_not_taken_for_even_ones():
    texts = load_texts("en")
    assert "E changes by" not in contours.in_words((1e-9, 2e-9, 5e-9), texts)
    assert "E = 1 × 10⁻⁹, 2 × 10⁻⁹, … 5 × 10⁻⁹," in contours.in_words((1e-9, 2e-9, 5e-9), texts)


def test_a_line_s_loss_is_a_mean_of_squares_before_it_is_multiplied_out():
    for id, loss in losses_of(2).items():
        settings = Settings.from_query({"loss": id})[0]
        formulas = view_of(settings).formulas(settings)
        assert (r"\tfrac{1}{8} \textstyle\sum_i (w x_i + b - y_i)^2 \\" in formulas) == bool(loss.data)
        assert formulas.count(r"\\") == 2 + bool(loss.data)
    w, b = 0.3, -1.7
    of_each = [(w * x + b - y) ** 2 for x, y in LINE]
    assert losses_of(2)["line-fit"].value(np.array([w, b])) == pytest.approx(sum(of_each) / 8)


@every_landscape
@pytest.mark.parametrize("rate", [1, 1.2])
def test_the_run_from_above(loss, rate):
    path = descend(loss, OPTIMIZERS["gd"](rate * loss.learning_rate), loss.start, 30)
    steps = list(range(path.steps + 1))
    animation = landscape.animation(loss, path, steps, load_texts("en"))
    low, high = np.array(loss.domain).T
    reach = 0.2 * (high - low).min()
    inside = ((low <= path.weights) & (path.weights <= high)).all(axis=1)
    seen = path.losses[inside].max() - path.losses[inside].min()
    for k in steps:
        assert np.isnan(keyframes(animation, landscape.GONE)[k]).any() == inside[k]
        if not inside[k]:
            assert np.isnan(keyframes(animation, landscape.POINT)[k]).all()
            continue
        assert keyframes(animation, landscape.POINT)[k, 0].tolist() == path.weights[k].tolist()
        start, tip = keyframes(animation, landscape.ARROW_LINE)[k, :2]
        size = np.linalg.norm(path.gradients[k])
        # Where E changes by less than a millionth of what was seen of it along the arrow there is none.
        if size * reach <= 1e-6 * seen:
            assert np.isnan(tip).all()
            continue
        assert tip - start == pytest.approx(-path.gradients[k] / size * reach)
        _, corner, _, turn, end = keyframes(animation, landscape.PARTS)[k]
        assert corner.tolist() == turn.tolist() == [tip[0], start[1]]
        assert end.tolist() == tip.tolist()
    frame = landscape.view(loss)
    for legs, after in zip(animation.legs, path.weights[1:], strict=True):
        assert [share for _, _, share in legs] == [ALONG]  # the rest of the time is the way down
        assert legs[-1][:2] == pytest.approx(frame.held(after), abs=1e-3 * (high - low).max())


@pytest.mark.parametrize("hides_next", [False, True])
def test_what_leaves_the_landscape_is_seen_in_a_wider_view(hides_next):
    """Of W₁² + W₂² at η = 1.1 each step is −1.2 times as far out: (−3, 4) becomes (−1.2)ᵏ (−3, 4)."""
    loss, steps = losses_of(2)["round"], list(range(13))
    path = descend(loss, OPTIMIZERS["gd"](1.1), (-3, 4), 12)
    animation = landscape.animation(loss, path, steps, load_texts("en"), "auto", hides_next, widest=20)
    arrows, points = keyframes(animation, landscape.ARROW_LINE), keyframes(animation, landscape.POINT)[:, 0]
    for k, (left, right, bottom, top, _) in zip(steps, animation.axes, strict=True):
        place = np.array([-3, 4]) * (-1.2) ** k
        assert points[k] == pytest.approx(place, rel=1e-4)
        far = 4 * 1.2 ** (k if hides_next or k == 12 else k + 1) / 5
        times = next(2**n for n in range(9) if 2**n >= (1 if far <= 1 else 1.04 * far))
        assert [left, right, bottom, top] == pytest.approx([-5 * times, 5 * times] * 2)
        assert np.linalg.norm(arrows[k, 1] - arrows[k, 0]) == pytest.approx(0.2 * 10 * times, rel=1e-3)
        assert np.isnan(keyframes(animation, landscape.LEVEL_WORDS)[k]).all() == (times > 1)
    assert np.isnan(keyframes(animation, landscape.GONE)).all()


def test_what_is_too_far_for_any_view_stays_off_the_landscape():
    """Of W₁⁴ + W₂⁴ at η = 1 a weight becomes W − 4W³, ever faster: soon more than 2²⁰ times as far out."""
    query = {"loss": "own", "lesson": "two", "formula": "W1^4 + W2^4", "domain": "-3,3,-3,3"}
    loss = Settings.from_query(query)[0].loss_function
    path = descend(loss, OPTIMIZERS["gd"](1), (3, 1), 8)
    steps = list(range(path.steps + 1))
    animation = landscape.animation(loss, path, steps, load_texts("en"), widest=20)
    far = np.abs(path.weights).max(axis=1) > 2.0**20 * 3
    assert far.any()
    gone, here = (
        np.isnan(keyframes(animation, trace)[:, 0, 0]) for trace in (landscape.GONE, landscape.POINT)
    )
    assert (gone.tolist(), here.tolist()) == ((~far).tolist(), far.tolist())
    last = int(np.flatnonzero(~far)[-1])
    rings = keyframes(animation, landscape.LAST)[:, 0]
    assert np.isnan(rings[: last + 1]).all()
    assert (rings[last + 1 :] == path.weights[last]).all()


@every_landscape
def test_the_landscape_s_marks(loss):
    figure = landscape.base_figure(loss, load_texts("en"), theme.THEMES["dark"])
    marked = {"minimum": landscape.MINIMA, "saddle": landscape.SADDLES, "maximum": landscape.MAXIMA}
    for point in critical_points(loss).points:
        data = figure.data[marked[point.kind]]
        assert point.weights in list(zip(data.x, data.y, strict=True))
    texts = figure.data[landscape.LEVEL_WORDS]
    for x, y, text in zip(texts.x, texts.y, texts.text, strict=True):
        level = float(text.replace("−", "-"))
        steepness = np.linalg.norm(loss.gradient(np.array([x, y])))
        across = np.hypot(*(high - low for low, high in loss.domain))
        assert loss.value(np.array([x, y])) == pytest.approx(level, abs=1e-3 * across * steepness + 0.02)
    assert len(texts.x) >= 6


def test_the_worked_step_has_its_rows_for_each_weight():
    settings, _ = Settings.from_query({"loss": "line-fit", "opt": "momentum", "steps": "5"})
    play = json.loads(tasks.shown(settings).play)
    lines = [filled(play, row, 2) for _, row in play["worked"]["rows"]]
    assert [line.split(" ")[0] for line in lines] == ["∂E/∂w", "v", "Δw", "w", "∂E/∂b", "v", "Δb", "b", "E:"]
    path = descend(settings.loss_function, settings.rule.optimizer, settings.w, 5)
    for i, row in ((0, 3), (1, 7)):
        assert lines[row].endswith(number(path.weights[3, i]))
    assert [name for name, _ in play["table"]["columns"]] == [
        "step", "w", "b", "E", "∂E/∂w", "∂E/∂b", "Δw", "Δb",
    ]  # fmt: skip


# --- Its companions: the cuts, the fit, the surface ---------------------------------------


@pytest.mark.parametrize(("name", "rule"), in_turn(losses_of(2), OPTIMIZERS, times=2))
def test_the_cuts_are_the_loss_along_one_weight(name, rule):
    loss = losses_of(2)[name]
    path = descend(loss, OPTIMIZERS[rule](loss.learning_rate), loss.start, 30)
    steps = list(range(path.steps + 1))
    animation = cuts.animation(loss, path, steps, load_texts("en"))
    here = landscape.view(loss).holds(path.weights)
    for i, curves in enumerate(animation.curves):
        data, span = curves.to_json(), curves.top - curves.bottom
        drawn = np.array(data["shares"]) @ np.array(data["basis"])
        for k in np.flatnonzero(here):
            points = np.tile(path.weights[k], (cuts.SAMPLES, 1))
            points[:, i] = data["x"]
            assert drawn[k] == pytest.approx(loss.values(points), abs=2e-3 * span)
            # The point is on its curve, and its tangent has the slope of this weight alone.
            point = keyframes(animation, cuts.TRACES * i + cuts.POINT)[k, 0]
            assert point.tolist() == [path.weights[k, i], path.losses[k]]
            (x0, y0), (x1, y1) = keyframes(animation, cuts.TRACES * i + cuts.TANGENT)[k]
            assert (y1 - y0) == pytest.approx(path.gradients[k, i] * (x1 - x0), abs=1e-6 * span)
            assert curves.bottom < point[1] < curves.top
        for k in np.flatnonzero(~here):
            assert np.isnan(keyframes(animation, cuts.TRACES * i + cuts.POINT)[k]).all()


@every_landscape
def test_a_slide_in_the_cuts_goes_along_both_tangents(loss):
    path = descend(loss, OPTIMIZERS["gd"](loss.learning_rate / 10), loss.start, 5)
    animation = cuts.animation(loss, path, list(range(6)), load_texts("en"))
    for k, [(x1, y1, x2, y2, share)] in enumerate(animation.legs):
        landing = path.losses[k] - path.gradients[k] * path.updates[k]
        assert [x1, x2] == pytest.approx(path.weights[k + 1].tolist(), abs=1e-3)
        assert [y1, y2] == pytest.approx(landing.tolist(), rel=1e-3, abs=1e-2)
        assert share + animation.glides[k] == 1


def test_the_basis_of_a_cut_is_short():
    """A polynomial of degree four needs five basis curves at most, whatever the run."""
    loss = losses_of(2)["himmelblau"]
    path = descend(loss, OPTIMIZERS["adam"](0.3), loss.start, 60)
    for curves in cuts.animation(loss, path, list(range(61)), load_texts("en")).curves:
        assert len(curves.to_json()["basis"]) <= 5


def test_the_line_fits_better_and_better():
    loss = losses_of(2)["line-fit"]
    path = descend(loss, OPTIMIZERS["gd"](0.1), loss.start, 40)
    animation = fit.animation(loss, path, list(range(41)))
    x, y = np.array(loss.data).T
    best = np.polyfit(x, y, 1)
    for k in range(41):
        (x0, y0), (x1, y1) = keyframes(animation, fit.LINE)[k]
        slope = (y1 - y0) / (x1 - x0)
        assert [slope, y0 - slope * x0] == pytest.approx(path.weights[k].tolist())
        gaps = keyframes(animation, fit.GAPS)[k].reshape(-1, 3, 2)
        squares = (gaps[:, 1, 1] - gaps[:, 0, 1]) ** 2
        assert squares.mean() == pytest.approx(path.losses[k])
        assert gaps[:, 0].tolist() == [list(point) for point in loss.data]
    assert path.weights[-1] == pytest.approx(best, abs=0.02)


@every_landscape
def test_the_run_on_the_surface(loss):
    path = descend(loss, OPTIMIZERS["gd"](loss.learning_rate / 10), loss.start, 30)
    animation, lift = (
        surface.animation(loss, path, list(range(31))),
        surface.LIFT * np.ptp(surface.heights(loss)),
    )
    places = keyframes(animation, surface.POINT)[:, 0]
    assert places[:, :2].tolist() == path.weights.tolist()
    assert places[:, 2] == pytest.approx(path.losses + lift)
    for k, (along, down) in enumerate(animation.legs):
        tangent = path.losses[k] - path.gradients[k] @ path.updates[k]
        assert along[:2] == down[:2] == pytest.approx(path.weights[k + 1].tolist())
        assert along[2] == pytest.approx(tangent + lift)
        assert down[2] == pytest.approx(path.losses[k + 1] + lift)
    figure = surface.base_figure(loss, load_texts("ja"), theme.THEMES["dark"])
    ground = figure.data[surface.GROUND]
    assert ground.z[3][7] == loss.value(np.array([ground.x[7], ground.y[3]]))


# --- The race -----------------------------------------------------------------------------


@every_race
@pytest.mark.parametrize("steps", ["1", "30", "400"])
def test_the_runners_are_their_runs(preset, steps):
    settings, notices = Settings.from_query(
        {**preset, "steps": steps, "every": "10" if steps == "400" else "1"}
    )
    assert not notices
    loss, shown = settings.loss_function, shown_steps(settings.steps, settings.every)
    paths = [descend(loss, rule.optimizer, settings.w, settings.steps) for rule in settings.race]
    animation = race.animation(loss, paths, shown)
    frame, first = race.view(loss), animation.movers[0] - race.POINTS
    low, high = np.array(loss.domain).T
    for i, path in enumerate(paths):
        for k, step in enumerate(shown):
            place = keyframes(animation, first + race.POINTS + i)[k, 0]
            inside = ((low <= path.weights[step]) & (path.weights[step] <= high)).all()
            assert np.isnan(place).any() != inside
            assert np.isnan(keyframes(animation, first + race.GONE + i)[k]).any() == inside
            if inside:
                where = [path.weights[step, 0], path.losses[step]]
                assert place.tolist() == (where if len(low) == 1 else path.weights[step].tolist())
        for legs, after in zip(animation.legs, shown[1:], strict=True):
            assert sum(leg[-1] for leg in legs) == pytest.approx(1, abs=0.01)
            end = race._places(loss, path)[after]
            reach = (frame.width, frame.height)
            for x, wanted, size in zip(legs[-1][2 * i :], frame.held(end), reach, strict=False):
                assert x == pytest.approx(wanted, abs=1e-3 * size)
    figure = race.base_figure(loss, load_texts("en"), theme.THEMES["light"])
    assert len(figure.data) == first + 3 * race.RUNNERS + 1
    points = figure.data[first + race.POINTS : -1]
    assert len({(trace.marker.color, trace.marker.symbol) for trace in points}) == 6


@every_race
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_race_s_play_is_json_and_complete(preset, lang):
    settings, _ = Settings.from_query(preset, lang=lang)
    ran = tasks.shown(settings)
    text = ran.play.decode()
    assert not re.search(r"NaN|Infinity|\bnan\b|\binf\b|None", text + ran.summary)
    play = json.loads(text)
    is_complete(play)
    assert len(play["worked"]["rows"]) == len(play["worked"]["last"]) == len(settings.race)
    for i, rule in enumerate(settings.race):
        path = descend(settings.loss_function, rule.optimizer, settings.w, settings.steps)
        for step in (0, settings.every, settings.steps):
            assert filled(play, play["worked"]["rows"][i][1], step).endswith(number(path.losses[step]))


def test_a_runner_that_ends_early_says_so():
    settings, _ = Settings.from_query({"loss": "quartic", "race": "gd:10,gd:0.1", "steps": "60"})
    play = json.loads(tasks.shown(settings).play)
    is_complete(play)
    ended = next(step for step in range(61) if "ended" in filled(play, play["worked"]["rows"][0][1], step))
    assert ended < 20
    assert "ended at step" in filled(play, play["worked"]["rows"][0][1], 60)
    assert re.match("W [=≈] ", filled(play, play["worked"]["rows"][1][1], 60))


def test_the_ranking_escapes_nothing_but_its_own_words():
    settings, _ = Settings.from_query(PRESETS["rates"])
    told = tasks.shown(settings).summary
    assert told.count("<tr>") == 5
    assert re.findall(r"η = ([\d.]+)", told) == ["0.1", "0.9", "0.01", "1.05"]


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize(
    ("text", "seen", "all_of_them"),
    [
        ("W1^2 + W2^2", "◆", True),
        ("W1^2 - W2^2", "✕", True),
        ("(W1^2+W2^2-4)^2", "◆▲", False),
        ("W1 + W2", "", True),
        ("sin(12*W1)*cos(12*W2)", "◆", True),  # of so many points only the minima are marked
    ],
)
def test_the_landscape_s_key_names_what_is_marked(text, seen, all_of_them, lang):
    loss, texts = custom_loss(text, ((-5.0, 5.0), (-5.0, 5.0))), load_texts(lang)
    figure = landscape.base_figure(loss, texts, theme.THEMES["light"])
    key = figure.layout.meta["key"]
    assert "".join(sign for sign in "◆✕▲" if sign in key) == seen
    signs = zip("◆✕▲", (landscape.MINIMA, landscape.SADDLES, landscape.MAXIMA), strict=True)
    assert [sign for sign, trace in signs if figure.data[trace].x] == list(seen)
    found = texts("chart.marks_found", marks="|").split("|")[0]
    assert key.startswith(found) != all_of_them
    small = texts("chart.line_mark") in key
    assert small == any(not p.isolated for p in critical_points(loss).points)
    assert (min(figure.data[landscape.MINIMA].marker.size, default=11) < 6) == small


def test_the_curve_s_floor_is_drawn_and_named():
    loss = custom_loss("abs(W-1) + abs(W+1)", ((-6.0, 6.0),))
    figure = curve.base_figure(loss, load_texts("en"), theme.THEMES["light"])
    floor, texts = figure.data[curve.MINIMA], figure.data[curve.MINIMA_WORDS]
    assert list(floor.x) == [-1, 1, None]
    assert list(floor.y) == [2, 2, None]
    assert (list(texts.x), list(texts.text)) == ([0], ["level from W = −1 to 1"])


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("W^2", "minimum"),
        ("W^3/3 - W", "local_minimum"),  # at −6 it is lower
        ("tanh(W)^2 + 0*W", "minimum"),
        ("W^2 + sin(1000000*W)", None),
    ],
)
def test_only_the_lowest_place_of_the_curve_is_called_that(text, key):
    loss = custom_loss(text, ((-6.0, 6.0),))
    texts = curve.base_figure(loss, load_texts("ja"), theme.THEMES["light"]).data[curve.MINIMA_WORDS].text
    names = [
        name
        for name in ("minimum", "local_minimum")
        if load_texts("ja")(f"chart.{name}", is_w="=", w="1") in texts
    ]
    names += [
        name
        for name in ("minimum", "local_minimum")
        if load_texts("ja")(f"chart.{name}", is_w="=", w="0") in texts
    ]
    assert names == ([key] if key else [])


def test_the_ring_is_at_the_last_step_of_the_chart_as_it_is_shown():
    """With η = 3.5 a step multiplies W by −6: 5 · 6⁷ is the last within 20 doublings of ±6."""
    settings, _ = Settings.from_query({"eta": "3.5", "w": "5", "steps": "30"})
    shown = json.loads(tasks.shown(settings).play)
    [ring] = [track for track in shown["scenes"][0]["tracks"] if track["trace"] == curve.LAST_WORDS]
    assert filled(shown, ring["text"][0], 23) == load_texts("en")("chart.last", step=7)
    path = descend(settings.loss_function, OPTIMIZERS["gd"](3.5), 5, 30)
    drawn = curve.animation(settings.loss_function, path, list(range(31)), load_texts("en"), widest=20)
    assert keyframes(drawn, curve.LAST)[23, 0, 0] == pytest.approx(5 * (-6) ** 7, rel=1e-4)
