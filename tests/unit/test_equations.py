"""Equations are true as they are written: every row that a page prints, from its text alone."""

import json
import re

import mpmath
import numpy as np
import pytest

import gdviz as gd
from gdviz.core.equations import Equation, Exact, Measured, expression, written
from gdviz.core.formula import FUNCTIONS, parse
from gdviz.core.losses import LOSSES
from gdviz.core.numbers import agreeing_digits, difference, digits_apart, exactly
from gdviz.core.optimizers import OPTIMIZERS
from gdviz.link.bounds import LANGUAGES
from gdviz.link.presets import PRESETS
from gdviz.link.settings import Settings
from gdviz.web import tasks
from gdviz.web.tasks import download
from tests.arithmetic import evaluated, faults, pairs
from tests.cases import in_turn
from tests.plays import filled

STEPS = 20
POWERS = "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"
# Of each loss's own rate: usual ones, tiny ones, and such as explode.
SHARES = (1, 0.0137, 9)
TYPED = [
    ("abs(W)^3 + log(W)*tan(W)", "0.1,3", "1.2"),
    ("sqrt(W^2 + 1)^3", "-3,3", "2"),
    ("W^-2 + 1/W + W", "0.2,4", "3"),
    ("tanh(W)*sin(2*W)/cos(W)", "-1,1", "0.7"),
    ("(W^2)^(1/3) + exp(2*W)/9", "-3,3", "1"),
    ("log(1 + exp(-W)) + sin(3*W)*cos(W)", "-4,4", "3"),
    ("(W - 1)^2/(W^2 + 0.25) + W/7", "-4,4", "-2.123456789"),
]
EXACT = [  # rows that a pencil confirms as they are
    ("article", 0, ["2 × 5 = 10", "0.001 × 10 = 0.01", "5 − 0.01 = 4.99"]),
    ("glide", 0, ["2 × 5 = 10", "0.1 × 10 = 1", "5 − 1 = 4"]),
]
TRENDS = {"▼": lambda a, b: b < a, "▲": lambda a, b: b > a, "it": lambda a, b: a == b}


def settings_of(query):
    settings, notices = Settings.from_query({key: str(value) for key, value in query.items()})
    assert not notices
    return settings


def play_of(settings):
    shown = tasks.shown(settings) if settings.lesson == "network" else tasks.worked_out(settings)
    return json.loads(shown.play)


def rows(play):
    """Every row of the worked step at every step shown: the step, its label and its line."""
    for step in play["steps"]:
        for name, row, *_ in play["worked"]["last" if step >= play["last"] else "rows"]:
            yield step, filled(play, name, step), filled(play, row, step)


def hold(play):
    """Whether all rows hold; how many lines of numbers there are."""
    found = [(step, line, fault) for step, _, line in rows(play) for fault in faults(line)]
    assert not found
    for _, _, line in rows(play):
        if line.startswith("E: "):
            numbers, trend = line[3:].split("  ")
            before, after = map(evaluated, numbers.split(" → "))
            assert TRENDS[trend.split(" ")[0]](before, after), line
    return sum(pairs(line) for _, _, line in rows(play))


@pytest.mark.filterwarnings("ignore:overflow")
@pytest.mark.parametrize(("loss", "rule", "share"), in_turn(LOSSES, OPTIMIZERS, SHARES, times=2))
def test_every_row_of_every_rule_holds(loss, rule, share):
    rate = min(10, LOSSES[loss].learning_rate * share)
    assert hold(play_of(settings_of({"loss": loss, "opt": rule, "eta": rate, "steps": STEPS}))) >= 3


@pytest.mark.parametrize(("formula", "domain", "w"), TYPED)
def test_every_row_of_a_typed_loss_holds(formula, domain, w):
    query = {"lesson": "one", "loss": "own", "formula": formula, "domain": domain, "w": w, "steps": STEPS}
    for rule, eta in (("gd", 0.01), ("adam", 0.123456789)):
        assert hold(play_of(settings_of({**query, "opt": rule, "eta": eta})))


def test_rows_hold_where_terms_cancel():
    """At the end of a run the slope is a difference of equal numbers, of which doubles leave little."""
    for loss in ("himmelblau", "line-fit", "double-well", "rest-stop", "one-neuron", "ripples"):
        assert hold(play_of(settings_of({"loss": loss, "steps": 400, "every": 10})))


@pytest.mark.parametrize(("preset", "step", "wanted"), EXACT)
def test_short_numbers_stay_short(preset, step, wanted):
    lines = [line for at, _, line in rows(play_of(settings_of(PRESETS[preset]))) if at == step]
    assert all(any(line.endswith(text) for line in lines) for text in wanted)


def test_an_operand_that_was_rounded_is_said_to_be():
    play = play_of(settings_of({"loss": "bowl", "eta": 0.1, "steps": 30}))
    lines = {(step, line.split(" ")[0]): line for step, _, line in rows(play)}
    assert lines[0, "dE/dW"] == "dE/dW = 2 × 5 = 10"
    assert re.fullmatch(r"dE/dW ≈ 2 × \S+ [=≈] \S+", lines[19, "dE/dW"])
    # A change of 0.1 times a rounded slope.
    assert re.fullmatch(r"ΔW = η · dE/dW ≈ 0.1 × \S+ [=≈] \S+", lines[19, "ΔW"])


def test_a_number_reads_the_same_in_all_rows_of_a_step():
    for step, _, line in rows(
        play := play_of(settings_of({"loss": "ripples", "opt": "momentum", "steps": 20}))
    ):
        if step == play["last"]:
            break
        at = [line for k, _, line in rows(play) if k == step]
        slope, velocity, change, weight = at[:4]
        assert slope.split(" ")[-1].strip("()") in velocity
        assert velocity.split(" ")[-1].strip("()") in change
        assert change.split(" ")[-1].strip("()") in weight
        assert line in at


def test_the_runners_of_a_race_are_at_places_that_are_said_to_be_rounded():
    play = play_of(settings_of({"loss": "bowl", "race": "gd:0.1,adam:0.3", "steps": 20}))
    lines = {(step, name[0]): line for step, name, line in rows(play)}
    assert lines[0, "●"] == "W = 5, E = 29"
    assert lines[7, "●"] == "W ≈ 1.04858, E ≈ 5.09951"


@pytest.mark.parametrize("preset", [name for name, p in PRESETS.items() if p.get("lesson") == "network"])
def test_every_row_of_a_network_holds(preset):
    checked = 0
    for view, act, weight in (
        ("weight", "sigmoid", "1"),
        ("weight", "relu", "0"),
        ("chain", "relu", "1"),
        ("learn", "sigmoid", "0"),
    ):
        query = {**PRESETS[preset], "view": view, "epochs": 60, "act": act, "weight": weight}
        checked += hold(play_of(settings_of(query)))
    assert checked > 10


def test_digits_that_agree_can_be_seen_to_agree():
    play = play_of(settings_of({**PRESETS["xor-four"], "view": "weight", "epochs": 60}))
    for step in play["steps"]:
        slope, numerical = (filled(play, row, step) for _, row in play["worked"]["rows"][1:3])
        digits = int(re.search(r"\((\d+) ", numerical)[1])
        one, other = slope.split(" ")[2], numerical.split(" ")[0]
        leading = [re.sub(r"^[−0.]+|\.", "", text) for text in (one, other)]
        begins = [int(text.ljust(digits, "0")[:digits]) for text in leading]
        assert abs(begins[0] - begins[1]) <= 1


@pytest.mark.parametrize(
    ("query", "lang"),
    in_turn(
        [
            *({"loss": "cliff", "opt": rule, "eta": "0.123"} for rule in OPTIMIZERS),
            {**PRESETS["xor-four"], "view": "weight", "epochs": "20"},
            *({"loss": "himmelblau", "opt": rule} for rule in OPTIMIZERS),
            {**PRESETS["spiral"], "view": "weight", "epochs": "20", "opt": "adam"},
        ],
        LANGUAGES,
    ),
)
def test_a_worksheet_s_equations_hold(query, lang):
    html = download(settings_of({**query, "lang": lang}), "sheet").decode()
    key = re.sub(r"<math.*?</math>|<svg.*?</svg>|<style.*?</style>", "", html)
    texts = re.findall(r">([^<>]*[=≈][^<>]*)<", key)
    number = rf"\(?−?\d+(?:\.\d+)?(?: × 10[{POWERS}]+)?\)?"
    # A line of numbers within a sentence: (0.5 − 0.4) / (2 × 0.01) = 5.
    line = rf"\(?{number}(?: [×−/] \(?{number}(?: × {number})?\)?)+ [=≈] −?\d+(?:\.\d+)?(?: × 10[{POWERS}]+)?"
    lines = [found for text in texts for found in re.findall(line, text)]
    asked = settings_of(query)
    assert bool(lines) == (asked.lesson == "network" or asked.opt != "gd")
    assert not [fault for found in lines for fault in faults(found)]


def test_the_file_to_take_home_has_the_same_rows():
    settings = settings_of({"loss": "himmelblau", "opt": "adam", "steps": 20})
    html = download(settings, "html").decode()
    [data] = re.findall(r'<script type="application/json" id="gdviz-run">(.*?)</script>', html)
    assert list(rows(json.loads(data))) == list(rows(play_of(settings)))


# --- What they are made of ----------------------------------------------------------------


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_function_s_derivative_can_be_written(name):
    arguments = "W" if name not in ("max", "min") else "W, 0.3"
    [arithmetic] = parse(f"W*{name}({arguments})").gradient_arithmetic
    line = expression(arithmetic)
    for value in (0.3125, 1.625):
        found = line.at(Measured, {"W": Measured(np.array([value]))})
        exact = line.at(Exact, {"W": Exact.literal(str(value))})
        wanted = evaluated(arithmetic.replace("{W}", str(value)).replace("{(W)}", str(value)))
        assert abs(found.value[0] - float(wanted)) <= found.error[0] + 1e-30
        assert found.error[0] < 1e-10
        with mpmath.workdps(40):
            assert mpmath.almosteq(mpmath.mpf(str(exact.rounded)), mpmath.mpf(str(wanted)), 1e-14)


@pytest.mark.parametrize("text", ["{a} +", "open('x')", "{a}.real", "[1]", "lambda: 1", "exp", "W"])
def test_what_is_no_arithmetic_is_refused(text):
    with pytest.raises(ValueError, match="no arithmetic"):
        expression(text)


def one(line, values, **given):
    """A line written once: its operands' and its result's texts, and its two signs."""
    found = written([Equation(line, "result")], {k: np.array([v]) for k, v in values.items()}, given)
    signs = ("=" if found.substituted[0][0] else "≈", "=" if found.gives[0][0] else "≈")
    return [text for [text] in found.texts.values()], *signs


def test_digits_are_as_many_as_are_needed():
    assert one("{a} − {b}", {"a": 3.1415926535, "b": 3.14159265, "result": 3.1415926535 - 3.14159265}) == (
        ["3.1415926535", "3.14159265", "3.5 × 10⁻⁹"], "=", "=",
    )  # fmt: skip
    assert one("{a} × {b}", {"a": 0.1, "b": 3.0, "result": 0.1 * 3}) == (["0.1", "3", "0.3"], "=", "=")
    # 1/3 of 2/3, and what the doubles are not sure of is not shown.
    assert one("{a} / {b}", {"a": 2.0, "b": 3.0, "result": 2 / 3}) == (["2", "3", "0.666667"], "=", "≈")
    assert one("{a} − {b}", {"a": 0.1 + 0.2, "b": 0.3, "result": 0.1 + 0.2 - 0.3}) == (
        ["0.3", "0.3", "0"],
        "=",
        "=",
    )
    assert one("{a} − {b}", {"a": 0.7, "b": 0.1 + 0.6, "result": 0.7 - (0.1 + 0.6)})[0][-1] == "0"
    assert one("√{a}", {"a": 2.25, "result": 1.5}) == (["2.25", "1.5"], "=", "=")
    assert one("1 − {b}{t}", {"t": np.int64(3), "result": 1 - 0.9**3}, b="0.9")[0] == ["0.271", "³"]
    # A result of 0 is held to what the doubles are off: 3 × 0.333333 − 1 would be a millionth.
    assert one("{a} × {b} − {c}", {"a": 1 / 3, "b": 3.0, "c": 1.0, "result": 0.0})[0] == (
        ["0.333333333333333", "3", "1", "0"]
    )


@pytest.mark.parametrize("size", [1e200, 1e-200])
def test_a_small_difference_has_its_digits_at_any_size(size):
    """3.1415926535 − 3.14159265 is 3.5 × 10⁻⁹, and of numbers 10²⁰⁰ times as large as many digits stand."""
    a, b = 3.1415926535 * size, 3.14159265 * size
    [first, second, result], *_ = one("{a} − {b}", {"a": a, "b": b, "result": a - b})
    ten = "10²⁰⁰" if size > 1 else "10⁻²⁰⁰"
    assert (first, second) == (f"3.1415926535 × {ten}", f"3.14159265 × {ten}")
    assert result.startswith("3.5 × 10")


def test_numbers_that_differ_are_told_apart():
    assert digits_apart(4.0, 4.0 - 1e-9, 15) == 10
    assert digits_apart(4.0, 4.0 - 4e-16, 15) == 0
    assert difference(4.0, 4.0 - 2**-40) == "9.1 × 10⁻¹³"
    assert difference(4.0, 4.0 - 4e-16).startswith("< ")
    assert agreeing_digits(0.99999, 1.00001) == 4
    assert agreeing_digits(1 / 3, 1 / 3) == 15
    assert [exactly(value) for value in (0.1, 1e-10, 0.123456789012)] == [
        "0.1",
        "1 × 10⁻¹⁰",
        "0.123456789012",
    ]


def test_a_line_whose_operands_are_all_given():
    """(0.5 − 0.4) / 3 = 0.0333…; a value that is a little off it loses the digits in which it differs."""
    line = Equation("({a} − {b}) / {c}", "q")
    found = written([line], {"q": np.array([0.03334, 1 / 30])}, {"a": "0.5", "b": "0.4", "c": "3"})
    assert found.texts["q"] == ["0.0333", "0.0333333"]
    assert found.gives == [[False, False]]


def test_a_result_that_is_a_little_off_takes_no_more_digits_of_its_operands():
    """1.0000312345 − 2 is −0.99997, not −1, and no further digit of the former changes that."""
    for b, result in ((2.0, -1.0), (1.5, -0.5)):
        assert one("{a} − {b}", {"a": 1.0000312345, "b": b, "result": result})[0][0] == "1.00003"


def test_the_last_digit_is_at_least_four_times_what_the_doubles_may_be_off():
    """Of 9.01 and a number next to it they are sure to 2⁻⁵³ × 18.02, 2 × 10⁻¹⁵: of hundredths of 10⁻¹²."""
    b = 9.00999999987654
    assert one("{a} − {b}", {"a": 9.01, "b": b, "result": 9.01 - b}) == (
        ["9.01", "9.00999999987654", "1.2346 × 10⁻¹⁰"], "=", "=",
    )  # fmt: skip


def test_the_last_digit_of_a_number_just_below_a_power_of_ten():
    """Its logarithm is 150 in doubles. Three times …323 is off by a tenth of it, three times …32 by one."""
    result = 9.9999999999997e149
    values = {"a": np.array([result / 3]), "b": np.array([3.0]), "r": np.array([result])}
    found = written([Equation("{a} × {b}", "r")], values, least={"r": np.array([14])})
    assert found.texts["r"] == ["9.9999999999997 × 10¹⁴⁹"]
    assert found.texts["a"] == ["3.33333333333323 × 10¹⁴⁹"]


def test_a_line_whose_squares_are_beyond_all_doubles():
    """1.2345678² − 1.2346789² = −0.0001111 × 2.4692467 = −0.000274333…"""
    a, b, c = 1.2345678e200, 1.2346789e200, 1e200
    values = {"a": a, "b": b, "c": c, "result": a * (a / c) - b * (b / c)}
    assert one("{a}² / {c} − {b}² / {c}", values)[0] == [
        "1.2345678 × 10²⁰⁰", "1.2346789 × 10²⁰⁰", "1 × 10²⁰⁰", "−2.74333 × 10¹⁹⁶",
    ]  # fmt: skip


def test_what_is_infinite_makes_only_the_lines_that_have_it_uncertain():
    values = {"a": np.inf, "b": 3.0, "sum": np.inf, "c": 2.0, "product": 6.0}
    lines = [Equation("{a} + {b}", "sum"), Equation("{c} × {b}", "product")]
    found = written(lines, {name: np.array([value]) for name, value in values.items()})
    assert [text for [text] in found.texts.values()] == ["∞", "3", "∞", "2", "6"]
    assert found.substituted == found.gives == [[False], [True]]
    assert [known for [known] in found.known.values()] == [False, True, False, True, True]


@pytest.mark.parametrize("eta", [0.35, 0.15, 0.05, 0.3])
def test_no_line_shows_the_digits_that_rounding_has_left(eta):
    path = gd.descend(gd.LOSSES["bowl"], gd.OPTIMIZERS["gd"](eta), 5, 12)
    rows = [row.text for step in range(12) for row in gd.worked_step(path, step)[:3]]
    # 5 · (1 − 2 · 0.35)¹¹ = 8.85735 · 10⁻⁶, of which a double has 8.857350000000009 · 10⁻⁶.
    assert (eta != 0.35) or "dE/dW = 2 × (8.85735 × 10⁻⁶) = 1.77147 × 10⁻⁵" in rows
    assert not [row for row in rows if re.search(r"0{6,}[1-9](?!\d)|9{6,}\d", row)]
    assert not [fault for row in rows for fault in faults(row)]
