"""The landscape's plain data, and that of its companions: the cuts, the fit, the surface."""

import json

import contourpy
import numpy as np
import pytest

from gdviz.charts import contours, cuts, fit, landscape, surface, theme
from gdviz.charts.animation import ALONG
from gdviz.core.critical_points import critical_points
from gdviz.core.custom_losses import custom_loss
from gdviz.core.descent import descend
from gdviz.core.losses import LINE, losses_of
from gdviz.core.numbers import number
from gdviz.core.optimizers import OPTIMIZERS
from gdviz.lessons import view_of
from gdviz.link.settings import Settings
from gdviz.texts import load_texts
from gdviz.web import tasks
from tests.cases import in_turn
from tests.plays import filled, keyframes

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
