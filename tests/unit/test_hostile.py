"""Hostile formulas and links: each is read or refused with its reason, and nothing of it is ever run.

More of them with GDVIZ_HOSTILE=10000; how long they take is measured by tests/bench/hostile.py.
"""

import math
import re
import subprocess
import sys
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gdviz.charts import sentences
from gdviz.charts.theme import THEMES
from gdviz.classroom.missions import MISSIONS
from gdviz.core.custom_losses import custom_loss
from gdviz.core.formula import KINDS, FormulaError
from gdviz.core.loss import FormulaLoss
from gdviz.core.losses import CUSTOM
from gdviz.core.optimizers import OPTIMIZERS
from gdviz.lessons import LESSONS
from gdviz.link.bounds import (
    HIDEABLE,
    LANGUAGES,
    MAX_EPOCHS,
    MAX_LAYERS,
    MAX_NEURONS,
    MAX_POINTS,
    MAX_QUESTION,
    MAX_RUNNERS,
)
from gdviz.link.settings import Settings
from gdviz.texts import load_texts
from gdviz.web import tasks
from gdviz.web.tasks import drawing
from tests.hostile import CALM, CANARY, COUNT, LETTERS, NAMES, TRICKS, formulas, links

ROOT = Path(__file__).parents[2]
# A page of a typed loss is worked out beside the server, and takes a hundred times as long as its formula.
FEW = settings(CALM, max_examples=max(10, COUNT // 10))
# All that a formula's LaTeX and its line of arithmetic are made of.
TYPESET = re.compile(r"[\w\\{}^()\[\].,|&+\- ]*", re.ASCII)
PENCIL = re.compile(r"[\w{}^(),.+/−× ⁻⁰¹²³⁴⁵⁶⁷⁸⁹]*")


def tried(text: str, lesson: str) -> FormulaLoss | None:
    """The loss that a text is, or None if it was refused, which can then be said in every language."""
    try:
        return custom_loss(text, LESSONS[lesson].typed[1])
    except FormulaError as refused:
        error = refused
    assert error.kind in KINDS
    assert text[error.at : error.at + len(error.piece)] == error.piece
    assert 0 <= error.at <= len(text)
    for lang in LANGUAGES:
        assert sentences.formula_error(error, load_texts(lang))
    return None


def check_works(loss: FormulaLoss) -> None:
    formula, start = loss.formula, np.array(loss.start)
    assert formula.has_derivatives
    assert all(low <= w <= high for w, (low, high) in zip(loss.start, loss.domain, strict=True))
    places = np.array([start, *np.array(loss.domain).T])
    n = len(start)
    assert formula.values(places).shape == (3,)
    assert formula.gradients(places).shape == (3, n)
    assert formula.hessians(places).shape == (3, n, n)
    for place in places:
        assert isinstance(formula.value(place), float)
        assert formula.gradient(place).shape == (n,)
        assert formula.hessian(place).shape == (n, n)
    assert math.isfinite(formula.value(start))
    for latex in (formula.latex, *formula.gradient_latex, formula.reading):
        assert TYPESET.fullmatch(latex), latex
    for line in formula.gradient_arithmetic:
        assert PENCIL.fullmatch(line), line


@pytest.mark.parametrize("lesson", LETTERS)
def test_a_known_trick_is_read_or_refused(lesson):
    wrong = []
    for trick in TRICKS:
        try:
            if loss := tried(trick.replace("W", LETTERS[lesson][-1]), lesson):
                check_works(loss)
        except Exception as error:
            wrong.append(f"{trick[:200]}: {error!r}")
    assert not wrong, "\n".join(wrong)


@CALM
@given(formulas())
def test_a_hostile_formula_is_read_or_refused(text):
    if loss := tried(text, "one"):
        check_works(loss)


@CALM
@given(formulas(LETTERS["two"]))
def test_a_hostile_formula_of_two_letters_is_read_or_refused(text):
    if loss := tried(text, "two"):
        check_works(loss)


class Tags(HTMLParser):
    """Which elements some HTML has, and which attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def handle_starttag(self, tag, attributes):
        self.names |= {tag, *(name for name, _ in attributes)}


def check_page(link: dict[str, str]) -> None:
    now, _ = Settings.from_query(link)
    for lang in LANGUAGES:
        now = replace(now, lang=lang)
        shown = tasks.shown(now)
        tags = Tags()
        tags.feed(shown.summary)
        assert not tags.names & {"script", "img", "svg", "a", "iframe", "href", "src", "onerror", "onload"}
        assert orjson.loads(shown.play)["link"] == now.to_query()
    assert drawing(now, THEMES["light"]).figures


@FEW
@given(formulas(), st.sampled_from(list(OPTIMIZERS)), st.sampled_from(["off", "on", "skip"]))
def test_a_page_is_made_of_every_formula_that_is_read(text, rule, predict):
    if tried(text, "one"):
        check_page({"formula": text, "steps": "5", "opt": rule, "predict": predict})


@pytest.mark.parametrize(
    "text",
    [
        *("2exp(W) - max(2, sqrt(20)) + sigmoid(-1)", "cos((W - 1) + relu(π))", "(2^sigmoid(3)W)^2"),
        *(
            "W + 1e12",
            "W + 999999999990",
            "(W^0 + 1e12)^2 + W",
            "(W/1e10)^2",
            "(W/999999999989)^3",
            "sqrt((W/cos(W))^3)",
        ),
    ],
)
def test_a_page_is_made_of_what_is_hard_to_compute(text):
    """Functions of constants, heights that hardly differ, large numbers, and roots of what is rounded."""
    for steps in ("5", "1000"):
        check_page({"formula": text, "steps": steps})


@pytest.mark.parametrize("view", ["above", "surface"])
@pytest.mark.parametrize(
    "text", ["(W1^0 + 1e12)^2 + W2", "e^(-((1.000000001e^(-cos(W1)) + ½)²)²) - W2", "(W1/1e10)^2 + W2^2"]
)
def test_a_page_is_made_of_a_landscape_that_is_hard_to_compute(text, view):
    check_page({"lesson": "two", "formula": text, "steps": "5", "view": view})


@FEW
@given(formulas(LETTERS["two"]), st.sampled_from(list(OPTIMIZERS)), st.sampled_from(["above", "surface"]))
def test_a_page_is_made_of_every_landscape_that_is_read(text, rule, view):
    if tried(text, "two"):
        check_page({"lesson": "two", "formula": text, "steps": "5", "opt": rule, "view": view})


# --- Links -------------------------------------------------------------------------------


def check_settings(now: Settings) -> None:
    """What a link says stays within bounds, and is a link again that says the same."""
    assert Settings.from_query(now.to_query()) == (now, [])
    assert 1 <= now.steps <= now.most_steps
    assert 1 <= now.epochs <= MAX_EPOCHS
    assert 10 <= now.points <= MAX_POINTS
    assert len(now.layers) <= MAX_LAYERS
    assert all(1 <= size <= MAX_NEURONS for size in now.layers)
    assert len(now.race) <= MAX_RUNNERS
    assert len(now.q) <= MAX_QUESTION
    assert now.q.isprintable()
    assert set(now.hide) <= set(HIDEABLE)
    assert now.mission in ("", *MISSIONS)
    assert len(now.shown) <= 101
    if now.lesson != "network":
        assert (now.loss == CUSTOM) == bool(now.formula)
        assert math.isfinite(now.loss_function.value(np.array(now.w)))


def check_notices(notices) -> None:
    for lang in LANGUAGES:
        for notice in notices:
            texts = sentences.notice(notice, load_texts(lang))
            assert len(texts) < 1000


@CALM
@given(links(), st.sampled_from(LANGUAGES))
def test_a_hostile_link_is_read_and_what_is_wrong_is_named(link, lang):
    now, notices = Settings.from_query(link, lang=lang)
    check_settings(now)
    check_notices(notices)


@CALM
@given(links(), st.sampled_from(NAMES), links())
def test_a_hostile_change_is_read_or_refused(link, field, others):
    now, _ = Settings.from_query(link)
    for texts in others.values():
        now, notices = now.changed(field, texts)
        check_settings(now)
        check_notices(notices)


# --- No code is run ----------------------------------------------------------------------

WATCHED = '''
import sys, pathlib, tempfile, os
os.chdir(tempfile.mkdtemp())
from gdviz.core.formula import FormulaError
from gdviz.lessons import LESSONS
from gdviz.core.custom_losses import custom_loss
from gdviz.link.settings import Settings
from tests.hostile import CANARY, LETTERS, NAMES, TRICKS

def read(text):
    for lesson, letters in LETTERS.items():
        typed = text.replace("W", letters[-1])
        try:
            formula = custom_loss(typed, LESSONS[lesson].typed[1]).formula
        except FormulaError:
            continue
        formula.latex, formula.gradient_latex, formula.gradient_arithmetic
    for field in NAMES:
        Settings.from_query({field: text})

seen, on = [], False
FORBIDDEN = ("os.system", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "subprocess.", "socket.",
             "ctypes.", "os.remove", "os.rename", "os.mkdir", "shutil.", "import", "builtins.input")

def hook(event, given):
    if not on:
        return
    writes = event == "open" and given[1] and set("wax+") & set(str(given[1]))
    # sympy makes a function of its own source, and imports the names in it.
    foreign = event == "exec" and not given[0].co_filename.startswith("<lambdifygenerated")
    foreign = foreign and given[0].co_names[:1] not in (("math",), ("mpmath",))
    if event.startswith(FORBIDDEN) or writes or foreign:
        seen.append((event, str(given)[:200]))

for text in ("log(W)/sin(W)^0.5 + tanh(W)*abs(tan(W) - cos(W))", "exp(-W^2)", "W +"):
    read(text)
for text in TRICKS:  # once unwatched, as sympy loads some of its modules when it first needs them
    read(text)
assert not os.listdir("."), os.listdir(".")
sys.addaudithook(hook)
on = True
custom_loss.cache_clear()
for text in TRICKS:
    read(text)
on = False
assert not seen, seen[:3]
assert not os.listdir("."), os.listdir(".")
print(len(TRICKS), "tricks")
'''  # fmt: skip


def test_no_trick_runs_code():
    """In a process of its own, which hears of all that its interpreter opens, loads and starts."""
    done = subprocess.run(
        [sys.executable, "-c", WATCHED],
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.stdout == f"{len(TRICKS)} tricks\n", done.stderr[-2000:]
    assert not Path(CANARY).exists()
