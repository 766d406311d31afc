"""Runs that a light page makes without a server, beside those of Python; by node, where that is there."""

import os
import random
import shutil

import pytest

from gdviz.link.settings import Settings
from tests.arithmetic import faults
from tests.explored import ROOT, Node, choice, random_settings, sent, wrong

COUNT = 120


@pytest.fixture(scope="module")
def node(tmp_path_factory) -> Node:
    if not (shutil.which("node") and (ROOT / "node_modules/.bin/esbuild").exists()):
        assert os.environ.get("CI") != "true", "there is no node, or npm ci was not run"
        pytest.skip("there is no node, or npm ci was not run")
    return Node(tmp_path_factory.mktemp("node"))


@pytest.fixture(scope="module")
def runs(node) -> list:
    """Settings at random, what the light page makes of them, and what Python sends."""
    rng = random.Random(29)
    pairs = [random_settings(rng) for _ in range(COUNT)]
    made = node.said([(sent(first), choice(settings)) for first, settings in pairs])
    known = node.said([(sent(settings), None) for _, settings in pairs])
    return [
        (settings, *both) for (_, settings), both in zip(pairs, zip(made, known, strict=True), strict=True)
    ]


def test_each_number_is_python_s_to_the_last_digit_shown(runs):
    assert not [(settings, found) for settings, mine, known in runs if (found := wrong(mine, known))]
    # Most are whole: fewer digits are seen only where the others are rounding.
    assert sum(mine["table"] == known["table"] for _, mine, known in runs) > 0.8 * COUNT
    assert sum(mine["end"] == known["end"] for _, mine, known in runs) > 0.9 * COUNT


def test_each_line_holds_as_it_is_written(runs):
    lines = {
        line.split(": ", 1)[1]
        for _, mine, _ in runs
        for rows in mine["worked"]
        for line in rows
        if "→" not in line
    }
    assert len(lines) > 1000
    assert not [(line, found) for line in lines if (found := faults(line))]
    # A line is told without its arithmetic only where no digits are enough for it.
    assert sum(line.count(" = ") + line.count(" ≈ ") > 1 for line in lines) > 0.9 * len(lines)


@pytest.mark.parametrize(
    ("query", "change", "rows"),
    [
        (
            {"lesson": "one", "loss": "bowl", "eta": "0.1", "w": "5"},
            {"eta": "0.001"},
            [
                "dE/dW = 2 × 5 = 10",
                "ΔW = η · dE/dW = 0.001 × 10 = 0.01",
                "W ← W − ΔW = 5 − 0.01 = 4.99",
                "29 → 28.9001",
            ],
        ),
        (
            {"lesson": "one", "loss": "bowl", "eta": "0.1", "w": "5"},
            {"w": "-3", "opt": "momentum"},
            ["dE/dW = 2 × (−3) = −6", "0.9 × 0 + (−6) = −6", "0.1 × (−6) = −0.6", "−3 − (−0.6) = −2.4"],
        ),
        (
            {"lesson": "two", "loss": "round"},
            {"w": "3,-4", "eta": "0.25"},
            ["∂E/∂W₁ = 2 × 3 = 6", "3 − 1.5 = 1.5", "∂E/∂W₂ = 2 × (−4) = −8", "−4 − (−2) = −2"],
        ),
    ],
)
def test_by_pencil(node, query, change, rows):
    first = Settings.from_query(query | {"lang": "en"})[0]
    [found] = node.said([(sent(first), choice(Settings.from_query(query | change)[0]))])
    said = "\n".join(found["worked"][0])
    assert all(row in said for row in rows), said


@pytest.mark.parametrize(
    ("query", "change", "step", "rows"),
    [
        # Half-way between two numbers of six digits.
        (
            {"loss": "line-fit"},
            {"eta": "0.3"},
            1,
            ["= −0.715625", "0.3 × (−0.715625) ≈ −0.21469", "≈ 1.7344"],
        ),
        ({"eta": "0.1", "w": "5"}, {"eta": "0.25"}, 7, ["0.25 × 0.078125 = 0.01953125", "≈ 0.019531"]),
        # A number that rounding has left a double's last digits off.
        ({"eta": "0.1", "w": "5"}, {"eta": "0.35"}, 11, ["at W = 8.85735 × 10⁻⁶", "= 1.77147 × 10⁻⁵"]),
        # More digits than six do not make a number exact.
        ({"formula": "W^2/8+sin(2*W)"}, {"w": "-3.3", "eta": "0.1"}, 30, ["at W ≈ −3.68746709009"]),
        ({"loss": "bowl"}, {"w": "0", "opt": "adam"}, 0, ["0.1 × 0 / (√0 + 1 × 10⁻⁸) = 0"]),
    ],
)
def test_halves_and_what_is_left_of_rounding(node, query, change, step, rows):
    first, settings = (Settings.from_query(query | more | {"lang": "en"})[0] for more in ({}, change))
    [found] = node.said([(sent(first), choice(settings))])
    said = "\n".join(found["worked"][step])
    assert all(row in said for row in rows), said


def test_a_run_ends_where_its_digits_are_those_of_rounding(node):
    query = {"lesson": "one", "loss": "ripples", "steps": "200", "every": "1", "lang": "en"}
    first = Settings.from_query(query)[0]
    [found] = node.said([(sent(first), {"rate": 3.33, "start": [5.95], "rule": "gd"})])
    assert found["last"] < 100
    assert (
        found["end"]
        == f"Step {found['last']}: the run ends here, as its further digits depend on how a computer rounds"
    )
