"""What the page says of its charts and of a training is so; and both languages say the same."""

import re

import numpy as np
import pytest

from gdviz.charts import cost, depth, graph, landscape, sentences, surface
from gdviz.charts.theme import THEMES
from gdviz.core.descent import descend
from gdviz.core.losses import LOSSES
from gdviz.core.optimizers import OPTIMIZERS
from gdviz.link.bounds import LANGUAGES
from gdviz.link.settings import Settings
from gdviz.network.gradient_cost import Cost
from gdviz.network.network import Network
from gdviz.network.training import Training, train
from gdviz.player.chain_messages import LABELLED
from gdviz.texts import load_texts


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("act", ["sigmoid", "relu"])
@pytest.mark.parametrize("layers", ["8,8,8", "2", "1,1,1"])
def test_the_depth_chart_tells_of_this_network_s_own_bars(lang, act, layers):
    job = Settings.from_query({"data": "circles", "layers": layers, "act": act, "seed": "4"})[0].job
    texts, bars = (
        depth.key(job, load_texts(lang)),
        depth.base_figure(job, load_texts(lang), THEMES["light"]).data,
    )
    assert str(len(layers.split(",")) + 1) in texts
    for bar in bars:
        low, high = re.search(rf"{bar.name} (\S+(?: × \S+)?) → (\S+(?: × \S+)?)(?: ·|[.。])", texts).groups()
        assert (_read(low), _read(high)) == pytest.approx((bar.y[0], bar.y[-1]), rel=0.051)


def _read(texts):
    raised = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
    mantissa, _, power = texts.partition(" × 10")
    return float(mantissa.rstrip("。.")) * 10 ** int(power.translate(raised) or 0)


def test_a_negative_weight_is_drawn_as_one_however_small():
    weights = np.array([[100.0, -1e-9, 1e-9, 0.0, -100.0, 40.0]])
    [drawn] = graph.drawing((1, 3), weights)["weights"]
    assert np.sign(drawn).tolist() == [1, -1, 1, 0, -1, 1]
    assert (np.diff(np.abs(drawn)[np.argsort(np.abs(weights[0]), kind="stable")]) >= 0).all()


def test_the_chain_s_key_names_the_layers_that_have_room():
    for lang in LANGUAGES:
        assert str(LABELLED) in load_texts(lang)("chain.key")


def test_the_arrow_of_the_landscape_is_always_as_long():
    loss = LOSSES["valley"]
    path = descend(loss, OPTIMIZERS["gd"](0.95), loss.start, 10)
    animation = landscape.animation(loss, path, list(range(11)), load_texts("en"))
    [arrow] = [keyframes for keyframes in animation.all_keyframes if keyframes.trace == landscape.ARROW_LINE]
    ends = np.array(arrow.points)[:, :2]
    lengths = np.linalg.norm(ends[:, 1] - ends[:, 0], axis=1)
    assert lengths == pytest.approx(lengths[0])
    ways = (ends[:, 1] - ends[:, 0]) / lengths[:, None]
    down = -path.gradients / np.linalg.norm(path.gradients, axis=1)[:, None]
    assert ways == pytest.approx(down, abs=1e-6)


def test_the_surface_s_highest_ground_may_be_cut_off():
    losses = [loss for loss in LOSSES.values() if len(loss.domain) == 2]
    assert any(surface.heights(loss)[1] < landscape.samples(loss).values.max() for loss in losses)


def training_of(losses, diverged=False):
    """A training of a line that had these losses."""
    job = Settings.from_query({"data": "line"})[0].job
    start = np.tile(job.start, (2, 1))
    epochs = np.array([0, len(losses) - 1])
    arrays = np.array(losses, dtype=float)
    return Training(job, epochs, start, start, start, arrays, arrays, diverged)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("losses", "key"),
    [
        ([1.0, 0.5], "fitted"),
        ([1.0, 0.94], "fitted"),
        ([1.0, 0.96], "still"),
        ([1.0, 0.1, 1.0], "still"),
        ([1.0, 1.04], "still"),
        ([1.0, 1.06], "rose"),
        ([1.0, 0.5, 2.0], "rose"),
    ],
)
def test_what_is_told_of_a_training_is_what_its_losses_did(lang, losses, key):
    first, last = losses[0], losses[-1]
    within = abs(last - first) < 0.05 * first
    assert key == ("still" if within else "rose" if last > first else "fitted")
    numbers = {"n": len(losses) - 1, "first": f"{first:.3g}", "last": f"{last:.3g}", "held": f"{last:.3g}"}
    assert sentences.training(training_of(losses), load_texts(lang)) == load_texts(lang)(
        f"network.{key}", **numbers
    )
    exploded = load_texts(lang)("network.exploded", n=len(losses) - 1)
    assert sentences.training(training_of(losses, diverged=True), load_texts(lang)) == exploded


def test_a_smaller_rate_keeps_an_exploding_training_finite():
    """The page says: try a smaller η."""
    for data, rule in (("sine", "gd"), ("line", "momentum")):
        query = {"data": data, "layers": "4", "opt": rule, "eta": "10", "epochs": "300", "act": "relu"}
        wild = train(Settings.from_query(query)[0].job)
        assert wild.diverged
        assert not train(Settings.from_query(query | {"eta": "0.01"})[0].job).diverged


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_sentence_of_the_cost_is_arithmetic_of_what_was_measured(lang):
    found = (Cost((784, 50, 10), 39_760, 0.002, 40.0, False),)
    texts = cost.sentence(found, load_texts(lang))
    wanted = ["39,760", "79,520", "20000"]
    wanted += [cost.duration(seconds, load_texts(lang)) for seconds in (0.002, 40.0, 2.0, 40_000.0)]
    assert all(number in texts.replace("20,000", "20000") for number in wanted), texts
    assert (
        Network((784, 50, 10), "sigmoid", np.zeros((1, 784)), np.zeros((1, 10)), "classification").size
        == 39_760
    )


def numbers_in(text):
    """The numbers of more than one digit that a text names."""
    plain = re.sub(r"\{.*?\}", "", text)
    plain = re.sub(r"(?<=\d),(?=\d{3})", "", plain)
    return {number for number in re.findall(r"\d+(?:\.\d+)?", plain) if len(number) > 1}


def flat(table):
    for key, value in table.items():
        yield from (
            ((f"{key}.{k}", v) for k, v in flat(value)) if isinstance(value, dict) else [(key, value)]
        )


@pytest.mark.parametrize(
    "section", ["losses", "optimizers", "missions", "presets", "predict", "network", "cost"]
)
def test_both_languages_name_the_same_numbers(section):
    english, japanese = (dict(flat(load_texts(lang).section(section))) for lang in ("en", "ja"))
    for key, text in english.items():
        if not key.endswith("name"):
            assert numbers_in(japanese[key]) == numbers_in(text), key


# What the tests above have taken from the texts, so that neither changes without the other.
QUOTED = {
    "losses.double-well.watch": {"0.05", "0.3"},
    "losses.ripples.watch": {"0.2"},
    "losses.plateau.watch": {"1.4", "89"},
    "losses.cliff.watch": {"12.4"},
    "losses.one-neuron.watch": {"20"},
    "losses.valley.watch": {"20", "10"},
    "losses.saddle.watch": {"0.001"},
    "losses.rosenbrock.watch": {"2500"},
    "losses.himmelblau.watch": {"0.01", "0.02"},
    "optimizers.adam.effect": {"1000"},
    "missions.quick.task": {"0.01", "10"},
    "missions.quick.shows": {"0.24", "0.76", "0.5"},
    "missions.edge.task": {"0.12"},
    "missions.edge.shows": {"0.434", "0.43", "0.44"},
    "missions.other-valley.shows": {"0.05", "0.254", "3.5", "0.25"},
    "missions.slow.task": {"0.01", "90", "100"},
    "missions.slow.shows": {"0.0302", "0.0337", "0.9663", "0.9698"},
    "missions.beat-adam.task": {"0.1", "100", "0.3"},
    "missions.beat-adam.shows": {"0.1", "3000", "0.15", "0.3", "0.01"},
    "missions.xor.task": {"97"},
    "missions.xor.shows": {"0.5", "1000"},
}


@pytest.mark.parametrize("section", ["losses", "optimizers", "missions"])
def test_the_texts_quote_the_numbers_that_were_checked(section):
    for key, text in flat(load_texts("en").section(section)):
        if key.endswith(("watch", "effect", "remembers", "task", "shows")):
            assert numbers_in(text) == QUOTED.get(f"{section}.{key}", set()), key


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("loss", LOSSES)
def test_what_is_said_of_steps_is_said_of_gd(lang, loss):
    """What to watch for stands beside every rule, and its steps are gd's."""
    for part in re.split(r"\. |。", load_texts(lang)(f"losses.{loss}.watch")):
        if re.search("step|更新|η", part):
            assert "gd" in part, part
