"""Training against descent step by step, and what each preset claims."""

import gc
from dataclasses import replace

import numpy as np
import pytest

from gdviz.core.descent import descend
from gdviz.core.optimizers import OPTIMIZERS, Rule
from gdviz.link.presets import PRESETS
from gdviz.link.settings import Settings
from gdviz.network import training
from gdviz.network.backpropagation import chain, stages
from gdviz.network.gradient_cost import SIZES, TEXTBOOK, costs
from gdviz.network.network import Network
from gdviz.network.training import SNAPSHOTS, Job, snapshots, train
from gdviz.network.trainings import at_once, learned, trained

JOB = Job("moons", 40, 0.05, (3,), "tanh", 2, Rule("gd", 0.3), 80)


def preset(name, **more):
    settings, notices = Settings.from_query({**PRESETS[name], **more})
    assert not notices
    return settings.job


@pytest.mark.parametrize("rule", OPTIMIZERS)
def test_training_is_descent(rule):
    job = replace(JOB, rule=Rule(rule, 0.05))
    run, path = train(job), descend(job.network, job.rule.optimizer, job.start, job.epochs)
    assert run.losses == pytest.approx(path.losses, rel=1e-12)
    assert run.weights == pytest.approx(path.weights[run.epochs], rel=1e-12)
    assert run.gradients == pytest.approx(path.gradients[run.epochs], rel=1e-12, abs=1e-15)
    assert run.updates[:-1] == pytest.approx(path.updates[run.epochs[:-1]], rel=1e-12, abs=1e-15)
    assert np.isnan(run.updates[-1]).all()
    assert not run.diverged


def test_slices_make_the_same_training(monkeypatch):
    monkeypatch.setattr(training, "SLICE", 0)
    job = replace(JOB, seed=11)
    shares = list(learned(job))
    assert shares == [i / job.epochs for i in range(1, job.epochs + 1)]
    assert (trained(job).weights == train(job).weights).all()
    assert not list(learned(job))  # it is known


def test_two_that_wait_for_the_same_training_are_at_one(monkeypatch):
    monkeypatch.setattr(training, "SLICE", 0)
    job = replace(JOB, seed=12)
    first, second = learned(job), learned(job)
    assert [next(first), next(second), next(first)] == [i / job.epochs for i in (1, 2, 3)]
    first.close()
    assert (at_once(second).weights == train(job).weights).all()


def test_a_training_that_is_left_is_forgotten(monkeypatch):
    monkeypatch.setattr(training, "SLICE", 0)
    job = replace(JOB, seed=13)
    left = learned(job)
    next(left)
    next(left)
    left.close()
    gc.collect()
    assert next(learned(job)) == 1 / job.epochs


def test_any_number_of_trainings_in_turn_all_end(monkeypatch):
    """However many are under way: none is taken from whoever is at it."""
    monkeypatch.setattr(training, "SLICE", 0)
    jobs = [replace(JOB, seed=100 + i, epochs=20) for i in range(100)]
    under_way = {job: learned(job) for job in jobs}
    for _ in range(jobs[0].epochs + 1):
        for job in jobs:
            next(under_way[job], None)
    # After 20 slices of an epoch each and a last one all of them have ended.
    assert [next(slices, "ended") for slices in under_way.values()] == ["ended"] * len(jobs)


def test_mini_batches_take_each_example_once_an_epoch(monkeypatch):
    seen = []
    gradient_of = Network.gradient_of

    def watched(network, weights, inputs, targets):
        seen.append(inputs)
        return gradient_of(network, weights, inputs, targets)

    job = replace(JOB, batch=16, epochs=3)
    assert job.network.inputs.shape == (40, 2)
    monkeypatch.setattr(Network, "gradient_of", watched)
    run = train(job)
    assert list(map(len, seen)) == [16, 16, 8] * 3
    for epoch in range(3):
        examples = np.concatenate(seen[3 * epoch : 3 * epoch + 3])
        assert sorted(examples.tolist()) == sorted(job.network.inputs.tolist())
    again, other = train(job), train(replace(job, seed=3))
    assert (run.weights == again.weights).all()
    assert (run.weights[-1] != other.weights[-1]).any()


def test_held_out_examples_are_others():
    assert len(JOB.held_out.inputs) == 20
    assert not (JOB.network.inputs[:, None] == JOB.held_out.inputs).all(axis=2).any()
    run = train(JOB)
    assert run.held_out[-1] == pytest.approx(JOB.held_out.value(run.weights[-1]))


@pytest.mark.parametrize("epochs", [1, 2, 30, 59, 60, 61, 100, 500, 1000, 5000])
def test_snapshots_show_the_beginning_well(epochs):
    kept = snapshots(epochs)
    assert len(kept) <= SNAPSHOTS
    assert kept[0] == 0
    assert kept[-1] == epochs
    assert kept == sorted(set(kept))
    assert len(kept) > 0.7 * min(epochs, SNAPSHOTS)
    assert kept[: min(3, epochs)] == list(range(min(3, epochs)))
    gaps = np.diff(kept)
    assert (np.diff(gaps[:-1]) >= -1).all()  # ever farther apart, but for rounding


def test_a_seed_gives_the_same_run_anywhere():
    """Losses that this run printed once, to 1e-12."""
    run = train(Job("xor", 60, 0.05, (4,), "tanh", 5, Rule("gd", 0.5), 40))
    assert run.losses[[0, 1, 20, 40]] == pytest.approx(LOSSES, rel=1e-12)


LOSSES = [0.7359932334059821, 0.7298846610405805, 0.6963307894725778, 0.6926943480960795]

# --- What the presets claim ---------------------------------------------------------------


def test_a_weight_and_a_bias_find_the_line():
    run = train(preset("neuron"))
    best = np.polyfit(run.job.network.inputs[:, 0], run.job.network.targets[:, 0], 1)
    assert run.weights[-1] == pytest.approx(best, abs=0.05)
    assert run.weights[-1] == pytest.approx([1.5, -0.5], abs=0.1)


def test_one_neuron_stays_at_xor_s_best_linear_answer():
    run = train(preset("xor-one"))
    network = run.job.network
    # The best that any line can do on these very examples, by many random starts.
    random = np.random.default_rng(0)
    best = min(
        descend(network, OPTIMIZERS["gd"](1.0), random.standard_normal(3), 3000).losses[-1] for _ in range(3)
    )
    assert run.losses[-1] == pytest.approx(best, abs=1e-4)
    assert best == pytest.approx(np.log(2), abs=0.01)
    assert network.accuracy(run.weights[-1]) < 0.75


def test_four_hidden_neurons_solve_xor():
    run = train(preset("xor-four"))
    assert run.losses[-1] < 0.03
    assert run.job.network.accuracy(run.weights[-1]) == 1


@pytest.mark.parametrize(("name", "accuracy"), [("circles", 0.98), ("spiral", 0.97)])
def test_bent_borders_are_learned(name, accuracy):
    run = train(preset(name))
    assert run.job.network.accuracy(run.weights[-1]) >= accuracy
    assert run.job.held_out.accuracy(run.weights[-1]) >= accuracy


def test_too_large_a_rate_explodes():
    run = train(preset("too-large"))
    assert run.diverged
    assert run.losses[-1] > 1e100
    assert np.isfinite(run.losses).all()
    assert np.isfinite(run.weights).all()
    assert run.epochs[-1] == len(run.losses) - 1
    assert not train(preset("too-large", eta="0.1")).diverged


def test_gradients_vanish_in_deep_sigmoids_and_not_in_the_others():
    def first_to_last(act):
        job = preset("vanishing", act=act)
        layers = job.network.layers(job.network.gradient(job.start))
        return np.abs(layers[0][0]).mean() / np.abs(layers[-1][0]).mean()

    assert first_to_last("sigmoid") < 0.01
    assert min(first_to_last("tanh"), first_to_last("relu")) > 10 * first_to_last("sigmoid")
    stuck = train(preset("vanishing"))
    assert stuck.losses[-1] > 0.95 * stuck.losses[0]
    assert train(preset("vanishing", act="tanh")).losses[-1] < 0.05


# --- The chain rule, neuron by neuron, and what a gradient costs --------------------------


@pytest.mark.parametrize("activation", ["sigmoid", "tanh", "relu"])
@pytest.mark.parametrize("data", ["sine", "circles"])
@pytest.mark.parametrize("hidden", [(), (2,), (3, 2)], ids=str)
def test_the_chain_is_the_gradient_of_its_example(data, hidden, activation):
    job = Job(data, 20, 0.05, hidden, activation, 4, Rule("gd", 0.1), 1)
    start = job.start + 0.1
    for example in (0, 13):
        one = slice(example, example + 1)
        alone = Network(
            job.sizes, activation, job.network.inputs[one], job.network.targets[one], job.network.task
        )
        numbers = chain(job.network, start, example)
        assert numbers.loss == pytest.approx(alone.value(start))
        for layer, (W, b) in enumerate(alone.layers(alone.numerical_gradient(start)), 1):
            assert numbers.matrix_gradients[layer] == pytest.approx(W, abs=1e-7)
            assert numbers.deltas[layer] == pytest.approx(b, abs=1e-7)
            product = numbers.output_slopes[layer] * numbers.slopes[layer]
            assert product == pytest.approx(numbers.deltas[layer])


def test_each_neuron_is_passed_once_forward_and_once_backward():
    way = stages((2, 3, 1))
    forward = [(s.layer, s.neuron) for s in way if s.kind == "forward"]
    backward = [(s.layer, s.neuron) for s in way if s.kind == "backward"]
    assert forward == [(1, 0), (1, 1), (1, 2), (2, 0)]
    assert backward == [(2, 0), (1, 0), (1, 1), (1, 2)]
    assert [s.kind for s in way].index("loss") == 1 + len(forward)


def test_the_costs_are_of_ten_to_a_hundred_thousand_weights():
    found = costs()
    assert [cost.sizes for cost in found] == list(SIZES)
    assert found[0].weights <= 12
    assert found[-1].weights == pytest.approx(100_000, rel=0.01)
    textbook = next(cost for cost in found if cost.sizes == TEXTBOOK)
    assert textbook.weights == 39_760
    assert not textbook.measured
    assert found[0].measured
    measured = [cost.measured for cost in found]
    assert measured == sorted(measured, reverse=True)
    # How many times as long depends on the machine and what else it does; the benchmark tells.
    assert textbook.numerical > textbook.backpropagation
