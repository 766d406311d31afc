"""The curve's plain data: what is drawn is the run, and nothing of it is out of place."""

import itertools
import json
import math

import numpy as np
import pytest

from gdviz.charts import curve, theme
from gdviz.core.critical_points import minima
from gdviz.core.custom_losses import custom_loss
from gdviz.core.descent import descend
from gdviz.core.losses import losses_of
from gdviz.core.optimizers import OPTIMIZERS
from gdviz.link.presets import PRESETS
from gdviz.link.settings import Settings
from gdviz.texts import load_texts
from gdviz.web import tasks
from tests.cases import in_turn
from tests.plays import filled, keyframes, of

every_loss = pytest.mark.parametrize("loss", losses_of(1).values(), ids=losses_of(1))
CURVES = {
    name: preset
    for name, preset in PRESETS.items()
    if preset.get("loss") in losses_of(1) and "race" not in preset
}
every_curve = pytest.mark.parametrize("preset", CURVES.values(), ids=CURVES)


MAGNIFIED = [
    {"loss": "double-well", "opt": "adam", "eta": "0.5", "w": "3.5", "steps": "12"},
    {"loss": "bowl", "eta": "0.001", "steps": "12"},
    {"loss": "bowl", "opt": "momentum", "eta": "0.01", "steps": "60"},
    {"loss": "plateau", "eta": "0.05", "steps": "30"},
    {"formula": "W^4/4-W^2+W/5", "w": "2", "eta": "0.05", "steps": "20"},
]


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


@every_loss
def test_the_lens_covers_no_curve(loss):
    frame = curve.view(loss)
    left, right, bottom, _ = frame.inset
    weights, values = curve.samples(loss)
    shares = (weights - frame.low) / frame.width
    under = values[(shares >= left) & (shares <= right)]
    assert (under.max() - frame.bottom) / frame.height <= bottom + 1e-9


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
