"""What a notebook shows of a run: its rows, its link and its figures."""

import json
from urllib.parse import parse_qsl

import numpy as np
import pytest

import gdviz as gd
from gdviz.charts import plot as charts

GD = gd.OPTIMIZERS["gd"]


def squares(w):
    return w @ w


def test_rows_of_a_function_give_its_slope():
    path = gd.descend(gd.loss(squares, lambda w: 2 * w, domain=((-5, 5), (-5, 5))), GD(0.1), (3, 4), 2)
    rows = gd.worked_step(path, 0)
    assert rows[0].text == "∂E/∂W₁ = 6"
    assert rows[2].text == "W₁ ← W₁ − ΔW₁ = 3 − 0.6 = 2.4"
    assert rows[5].numbers == {"W_2": 4.0, "dW_2": 0.8, "W_2'": pytest.approx(3.2)}
    assert gd.worked_step(path, 2)[0].text.startswith("∂E/∂W₁ = 3.84")


@pytest.mark.parametrize("rule", gd.OPTIMIZERS)
def test_a_link_opens_the_same_run(rule):
    for loss, start in (
        (gd.LOSSES["himmelblau"], (1, 1)), (gd.loss("W^4 - W^2", domain=(-2, 2)), 1.5),
        (gd.loss("W1^2 + 3 W2^2"), (2, -1)),
    ):  # fmt: skip
        path = gd.descend(loss, gd.OPTIMIZERS[rule](0.01), start, 12)
        settings, notices = gd.Settings.from_query(dict(parse_qsl(gd.link(path))))
        assert not notices
        again = gd.descend(settings.loss_function, settings.rule.optimizer, settings.w, settings.steps)
        assert again.weights.tolist() == path.weights.tolist()


def test_a_run_that_the_page_cannot_show_has_no_link():
    with pytest.raises(ValueError, match="two weights"):
        gd.link(gd.descend(gd.loss(squares), GD(0.1), (1, 1, 1), 2))
    with pytest.raises(ValueError, match="w=50"):
        gd.link(gd.descend(gd.LOSSES["bowl"], GD(0.1), 50, 2))


def data(figure):
    return json.loads(figure.to_json())


@pytest.mark.parametrize(("loss", "start"), [("bowl", 5), ("double-well", 3.5), ("valley", (-7, 2))])
def test_every_frame_stands_where_the_run_does(loss, start):
    path = gd.descend(gd.LOSSES[loss], gd.OPTIMIZERS["momentum"](0.05), start, 40)
    figure = data(gd.plot(path, animate=True))
    steps = [step["args"][0][0] for step in figure["layout"]["sliders"][0]["steps"]]
    frames = {
        frame["name"]: dict(zip(frame["traces"], frame["data"], strict=True)) for frame in figure["frames"]
    }
    assert steps == [str(step) for step in range(41)]
    point = next(trace for trace, shown in frames["3 → 4, 1"].items() if "x" in shown)
    two = path.weights.shape[1] == 2
    places = path.weights if two else np.column_stack([path.weights[:, 0], path.losses])
    low, high = np.array(gd.LOSSES[loss].domain).T
    for step in range(41):
        if (low <= path.weights[step]).all() and (path.weights[step] <= high).all():
            shown = frames[str(step)][point]
            assert (shown["x"] + shown["y"]) == pytest.approx(places[step].tolist())
    # Between two of them it lands on the tangent: E + E′ · (−ΔW).
    if not two:
        landing = path.losses[3] - path.gradients[3, 0] * path.updates[3, 0]
        way = [shown[point] for name, shown in frames.items() if name.startswith("3 → 4,")]
        assert any(moved["y"] == pytest.approx([landing], rel=1e-3) for moved in way)
    # On the way the point moves alone, and Plotly adds nothing between two frames.
    for name, shown in frames.items():
        assert "→" not in name or [trace for trace in shown if "x" in shown[trace]] == [point]
    [play, _] = figure["layout"]["updatemenus"][0]["buttons"]
    assert play["args"][1]["transition"]["duration"] == 0


def test_a_figure_has_room_for_its_controls_and_its_legend():
    paths = [gd.descend(gd.LOSSES["bowl"], GD(eta), 5, 5) for eta in (0.1, 0.9)]
    # As a browser draws them: the slider ends 126 pixels under the axes, a button is 33 high.
    assert gd.plot(paths[0], animate=True).layout.margin.b > 126
    scales = gd.plot_losses(*paths).layout
    assert scales.margin.b > scales.updatemenus[0].pad.t + 33
    assert scales.margin.t >= 28
    assert not scales.margin.autoexpand


def test_a_figure_of_one_step_says_its_numbers():
    path = gd.descend(gd.LOSSES["bowl"], GD(0.1), 5, 30)
    texts = {text for trace in data(gd.plot(path, step=1))["data"] for text in trace.get("text") or ()}
    assert {"slope 8", "ΔW = 0.8", "▼ E falls by 5.76"} <= texts
    with pytest.raises(ValueError, match="0 to 30"):
        gd.plot(path, step=31)


def test_long_runs_have_a_hundred_frames_at_most():
    path = gd.descend(gd.LOSSES["bowl"], GD(0.0001), 5, 5000)
    steps = gd.plot(path, step=77, animate=True).layout.sliders[0].steps
    assert len(steps) <= charts.MAX_FRAMES + 2
    assert "77" in [step.label for step in steps]


def test_what_cannot_be_drawn_on_its_loss_is_drawn_by_step():
    away = gd.descend(gd.LOSSES["valley"], GD(1e-6), (-70, 20), 5)
    three = gd.descend(gd.loss(squares, domain=((-4, 4),) * 3), GD(0.1), (3, 2, -2), 5)
    for path in (away, three):
        assert gd.plot(path, 2).data[0].y == pytest.approx(path.losses[:3], rel=1e-5)
        assert gd.plot_race([path, path]).data[0].y == pytest.approx(path.losses, rel=1e-5)


def test_a_race_is_on_one_loss_and_of_six_at_most():
    path = gd.descend(gd.LOSSES["bowl"], GD(0.1), 5, 3)
    other = gd.descend(gd.LOSSES["quartic"], GD(0.1), 5, 3)
    for wrong in ([], [path] * 7, [path, other]):
        with pytest.raises(ValueError, match="runs"):
            gd.plot_race(wrong)
    assert len(gd.plot_losses(path, other).layout.updatemenus[0].buttons) == 2


def test_a_notebook_shows_a_run_that_plays():
    page = gd.descend(gd.LOSSES["bowl"], GD(0.1), 5, 3)._repr_html_()
    assert "Plotly.newPlot" in page
    assert "Plotly.addFrames" in page
    assert "<html" not in page
