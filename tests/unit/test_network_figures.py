"""What the network's views show: the same numbers as the core's, in both languages."""

import base64
import io
import json
import math
import re

import numpy as np
import pytest
from PIL import Image

from gdviz.charts import answer, cost, depth, graph, learning, weight
from gdviz.charts.neuron_maps import neuron_maps
from gdviz.charts.theme import CLASSES, THEMES, rgb
from gdviz.core.numbers import number
from gdviz.lessons import LESSONS
from gdviz.link.bounds import LANGUAGES
from gdviz.link.presets import PRESETS
from gdviz.network.gradient_cost import TEXTBOOK, costs
from gdviz.network.trainings import trained
from gdviz.texts import load_texts
from gdviz.web import tasks
from gdviz.web.tasks import drawing
from tests.cases import in_turn
from tests.plays import filled, is_complete, keyframes, play_of, settings_of

NETWORKS = {name: preset for name, preset in PRESETS.items() if preset.get("lesson") == "network"}
every_network = pytest.mark.parametrize("preset", NETWORKS.values(), ids=NETWORKS)


@pytest.mark.parametrize(
    ("view", "preset", "lang"),
    [(view, *row) for view in LESSONS["network"].views for row in in_turn(NETWORKS, LANGUAGES)],
)
def test_every_view_is_json_and_complete(view, preset, lang):
    settings = settings_of(NETWORKS[preset], view=view, lang=lang)
    run = tasks.shown(settings)
    text = run.play.decode()
    # The letters of a picture may be any.
    words = re.sub(r"base64,[\w+/=]+", "", text) + run.summary
    assert not re.search(r"NaN|Infinity|\bnan\b|\binf\b|None", words)
    shown = json.loads(text)
    assert len(text) <= 250_000
    assert len(shown["steps"]) <= 61
    assert shown["link"] == settings.to_query()
    if "worked" not in shown:
        return
    is_complete(shown)
    for rows in (shown["worked"]["rows"], shown["worked"]["last"]):
        for step in (shown["steps"][0], shown["steps"][-1]):
            for name, _ in rows:
                assert "{" not in filled(shown, name, step)


def test_the_largest_network_can_be_sent():
    settings = settings_of(
        {"lesson": "network", "data": "spiral", "layers": "16,16,16", "points": "500", "epochs": "60"}
    )
    assert len(tasks.shown(settings).play) <= 250_000


@every_network
def test_the_derivative_shown_agrees_with_differences_at_every_epoch(preset):
    job = settings_of(preset).job
    training = trained(job)
    for index in {0, job.network.size - 1}:
        shown = play_of(settings_of(preset, view="weight", weight=str(index)))
        for k, epoch in enumerate(training.epochs.tolist()):
            texts = shown["columns"]["slope"][str(epoch)]
            numerical = job.network.numerical_derivative(training.weights[k], index)
            assert texts == number(training.gradients[k, index])
            size = max(abs(numerical), 1e-300)
            # To the rounding of a difference of losses, which is the larger the larger they are.
            rounding = 1e-16 * max(1.0, training.losses[epoch]) / 6e-6
            assert abs(training.gradients[k, index] - numerical) < 1e-5 * size + 100 * rounding


def test_the_cut_is_the_loss_and_its_tangent_the_slope():
    settings = settings_of(NETWORKS["xor-four"], view="weight")
    training = trained(settings.job)
    animation = weight.animation(training, 3)
    [curves] = animation.curves
    data, span = curves.to_json(), curves.top - curves.bottom
    drawn = np.array(data["shares"]) @ np.array(data["basis"])
    for k in (0, 20, len(training.epochs) - 1):
        for i in (0, 13, 40):
            weights = training.weights[k].copy()
            weights[3] = data["x"][i]
            assert drawn[k, i] == pytest.approx(settings.job.network.value(weights), abs=2e-3 * span)
        (x0, y0), (x1, y1) = keyframes(animation, weight.TANGENT)[k]
        slope = settings.job.network.numerical_derivative(training.weights[k], 3)
        assert (y1 - y0) / (x1 - x0) == pytest.approx(slope, rel=1e-6)
        here = keyframes(animation, weight.POINT)[k, 0]
        assert here == pytest.approx([training.weights[k, 3], training.losses[training.epochs[k]]])


def test_of_two_weights_the_sentence_is_about_the_first():
    one, two, other = (
        tasks.shown(settings_of(NETWORKS["xor-four"], view="weight", weight=weight)).summary
        for weight in ("3", "3,8", "8")
    )
    assert one == two != other


def test_only_a_network_with_hidden_layers_has_a_chart_of_them():
    for layers, charts in (("0", {"answer", "learning"}), ("4", {"answer", "learning", "depth"})):
        assert (
            set(drawing(settings_of(NETWORKS["xor-four"], layers=layers), THEMES["light"]).figures) == charts
        )


@pytest.mark.parametrize(("view", "told"), [("learn", True), ("weight", False), ("chain", False)])
def test_how_a_training_ends_is_told_when_its_end_was_seen(view, told):
    assert ("gdviz-end" in tasks.shown(settings_of(NETWORKS["xor-four"], view=view)).summary) is told


def test_two_weights_are_a_landscape():
    settings = settings_of(NETWORKS["xor-four"], view="weight", weight="3,8", step="1000")
    figure = drawing(settings, THEMES["light"]).figures["pair"]
    training = trained(settings.job)
    assert [figure.data[1].x[0], figure.data[1].y[0]] == training.weights[-1, [3, 8]].tolist()
    cut = weight.Cut(training, len(training.epochs) - 1, (3, 8))
    assert cut.values(cut.here[None])[0] == pytest.approx(training.losses[-1])
    assert len(figure.layout.shapes) >= 6
    names = graph.weight_names(settings.job.sizes)
    assert figure.layout.xaxis.title.text == names[3]


def test_the_picture_is_the_network_s_answer():
    settings = settings_of(NETWORKS["circles"])
    training = trained(settings.job)
    animation = answer.animation(training)
    assert len(animation.pictures) == len(training.epochs)
    data = animation.pictures[-1].removeprefix("data:image/png;base64,")
    picture = np.array(Image.open(io.BytesIO(base64.b64decode(data))).convert("RGBA"))
    side = np.linspace(-answer.REACH, answer.REACH, answer.GRID)
    for row, column in ((0, 0), (24, 24), (48, 10), (30, 40)):
        place = np.array([[side[column], side[answer.GRID - 1 - row]]])
        chance = settings.job.network.predict(training.weights[-1], place)[0, 0]
        *color, alpha = picture[row, column].tolist()
        assert tuple(color) == rgb(CLASSES[int(chance > 0.5)].color)
        assert alpha == pytest.approx(255 * answer.DEPTH * abs(2 * chance - 1), abs=10)
    # On the border both classes are equally likely.
    border = keyframes(animation, answer.ANSWER)[-1]
    border = border[np.isfinite(border).all(axis=1)]
    assert len(border) > 10
    chances = settings.job.network.predict(training.weights[-1], border)
    assert chances == pytest.approx(0.5, abs=0.1)


def test_the_curve_is_the_network_s_answer():
    settings = settings_of({"lesson": "network", "data": "sine", "epochs": "100"})
    training = trained(settings.job)
    [curves] = answer.animation(training).curves
    data = curves.to_json()
    drawn = np.array(data["shares"][-1]) @ np.array(data["basis"])
    wanted = settings.job.network.predict(training.weights[-1], np.array(data["x"])[:, None])[:, 0]
    assert drawn == pytest.approx(wanted, abs=1e-2)


def test_the_points_rest_on_the_lines_of_the_losses():
    settings = settings_of(NETWORKS["spiral"])
    training = trained(settings.job)
    linear, log = learning.animations(training, load_texts("en"))
    for animation in (linear, log):
        for line, losses in zip(animation.fixed["lines"], (training.losses, training.held_out), strict=True):
            assert [line["x"][i] for i in line["rests"]] == training.epochs.tolist()
            assert [line["y"][i] for i in line["rests"]] == pytest.approx(
                losses[training.epochs].tolist(), rel=1e-5
            )


def test_the_graph_s_weights_are_in_the_flat_order():
    weights = np.array([[1.0, -2.0, 3.0, -4.0, 0.5, 0.25, 6.0, -8.0, 0.0]])
    drawing = graph.drawing((2, 2, 1), weights)
    assert drawing["names"] == [
        "W⁽¹⁾₁,₁", "W⁽¹⁾₁,₂", "W⁽¹⁾₂,₁", "W⁽¹⁾₂,₂", "b⁽¹⁾₁", "b⁽¹⁾₂", "W⁽²⁾₁,₁", "W⁽²⁾₂,₁", "b⁽²⁾₁",
    ]  # fmt: skip
    assert np.array(drawing["weights"]) / graph.FINEST * 8 == pytest.approx(weights, abs=0.05)


def test_each_neuron_shows_its_answer_over_the_plane():
    settings = settings_of(NETWORKS["xor-four"])
    maps, network = neuron_maps(trained(settings.job)), settings.job.network
    weights = trained(settings.job).weights[-1]
    strip = np.asarray(Image.open(io.BytesIO(base64.b64decode(maps[-1].split(",")[1]))).convert("L"), float)
    side = strip.shape[0]
    assert strip.shape[1] == side * (2 + 4 + 1)
    for neuron in range(7):
        square = strip[:, side * neuron : side * (neuron + 1)]
        answers = np.empty_like(square)
        for row, column in np.ndindex(answers.shape):
            x = [-1.25 + 2.5 * column / (side - 1), 1.25 - 2.5 * row / (side - 1)]
            hidden = [math.tanh(x[0] * weights[j] + x[1] * weights[4 + j] + weights[8 + j]) for j in range(4)]
            z = sum(a * w for a, w in zip(hidden, weights[12:16], strict=True)) + weights[16]
            answers[row, column] = [*x, *hidden, 1 / (1 + math.exp(-z))][neuron]
        # From light to dark, in sixteen shades.
        low, high = answers.min(), answers.max()
        darkness = (square.max() - square) / (square.max() - square.min())
        assert np.abs(darkness - (answers - low) / (high - low)).max() < 0.05
    assert neuron_maps(trained(settings_of(NETWORKS["neuron"]).job)) is None
    assert network.sizes == (2, 4, 1)


def test_the_cost_chart_and_its_sentence_are_what_was_measured():
    settings = settings_of({"lesson": "network", "view": "cost"})
    figure, found = drawing(settings, THEMES["dark"]).figures["cost"], costs()
    assert list(figure.data[0].x) == [c.weights for c in found]
    assert list(figure.data[0].y) == [c.backpropagation for c in found]
    measured = [c for c in found if c.measured]
    assert list(figure.data[1].y) == [c.numerical for c in measured]
    assert figure.data[2].line.dash == "dash"
    assert list(figure.data[2].x) == [c.weights for c in found[len(measured) - 1 :]]
    assert figure.layout.xaxis.type == figure.layout.yaxis.type == "log"
    marked = next(c for c in found if c.sizes == TEXTBOOK)
    for lang in LANGUAGES:
        texts = cost.sentence(found, load_texts(lang))
        assert "39,760" in texts
        assert "79,520" in texts
        assert cost.duration(marked.backpropagation, load_texts(lang)) in texts
        assert cost.duration(1000 * cost.rounded(marked.numerical), load_texts(lang)) in texts


def test_the_cost_sentence_agrees_with_its_own_digits():
    """A thousand times the times told, and one divided by the other."""
    sizes = {"ms": 1e-3, "s": 1, "min": 60, "hours": 3600, "days": 86400}
    for quick, slow in ((0.0031499, 0.27651), (0.00295, 64.9), (0.0149, 3590.0), (0.000994, 59.4)):
        marked = [c._replace(backpropagation=quick, numerical=slow) for c in costs() if c.sizes == TEXTBOOK]
        texts = cost.sentence(tuple(marked), load_texts("en"))
        told = [float(n) * sizes[unit] for n, unit in re.findall(r"([\d.]+) (ms|s|min|hours|days)\b", texts)]
        [times] = map(float, re.findall(r"about (\d+) times", texts))
        assert times == float(f"{told[1] / told[0]:.2g}")
        assert told[2:] == pytest.approx([1000 * told[0], 1000 * told[1]], rel=0.06)
        for one, thousand in zip(told[:2], told[2:], strict=True):
            unit = max(size for size in sizes.values() if 1000 * one >= size)
            assert thousand / unit == pytest.approx(float(f"{1000 * one / unit:.2g}"))


@pytest.mark.parametrize(
    ("seconds", "texts"),
    [
        (0.00048, "0.48 ms"),
        (0.0312, "31 ms"),
        (23.4, "23 s"),
        (130, "2.2 min"),
        (23400, "6.5 hours"),
        (2e5, "2.3 days"),
    ],
)
def test_durations_are_said_as_one_would(seconds, texts):
    assert cost.duration(seconds, load_texts("en")) == texts


def test_the_bars_are_the_gradients_of_the_layers():
    job = settings_of(NETWORKS["vanishing"]).job
    figure = depth.base_figure(job, load_texts("en"), THEMES["light"])
    assert [bar.name for bar in figure.data] == ["sigmoid", "tanh", "relu"]
    layers = job.network.layers(job.network.numerical_gradient(job.start))
    assert list(figure.data[0].y) == pytest.approx([np.abs(W).mean() for W, _ in layers], rel=1e-3, abs=1e-9)
