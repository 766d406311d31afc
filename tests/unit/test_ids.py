"""Nothing in the house asks which lesson, view, loss or rule it is about: a record says what it has."""

import ast
import re
from pathlib import Path

import pytest

from gdviz.core.losses import CUSTOM, LOSSES
from gdviz.core.optimizers import OPTIMIZERS
from gdviz.lessons import LESSONS

ROOT = Path(__file__).parents[2]
VIEWS = {view for lesson in LESSONS.values() for view in lesson.views if view}
IDS = {*LESSONS, *VIEWS, *LOSSES, CUSTOM, *OPTIMIZERS}
NAMES = {"CUSTOM"}  # a constant that stands for one of them
# The files in which an id is at home.
HOMES = {
    **dict.fromkeys(("one_weight.py", "two_weights.py", "network.py"), IDS),
    "losses.py": {*LOSSES, CUSTOM, *NAMES},
    "optimizers.py": set(OPTIMIZERS),
}
# Runners as a link writes them; where states are prepared, they are written out.
RUNNERS = re.compile(rf"(({'|'.join(OPTIMIZERS)}):[\d.e+-]+,?)+")
PREPARED = {"presets.py", "story.py"}


def ids(node):
    """The ids that stand in an expression."""
    for part in ast.walk(node):
        if isinstance(part, ast.Constant) and isinstance(part.value, str) and part.value in IDS:
            yield part.value
        elif isinstance(part, ast.Name) and part.id in NAMES:
            yield part.id


def is_kind(node):
    """Whether this is about the kind of something, as a saddle is one of a critical point."""
    return any(
        (isinstance(part, ast.Attribute) and part.attr == "kind")
        or (isinstance(part, ast.Name) and part.id == "kind")
        for part in ast.walk(node)
    )


def questions(source):
    """The ids that a program compares something with, each with its line."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Compare):
            compared = [] if is_kind(node.left) else [node.left, *node.comparators]
        elif isinstance(node, ast.Match):
            values = [part.value for part in ast.walk(node) if isinstance(part, ast.MatchValue)]
            compared = [] if is_kind(node.subject) else values
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "get":
            compared = [node.func.value] if isinstance(node.func.value, ast.Dict) else []
        elif isinstance(node, ast.Subscript) and isinstance(node.value, ast.Dict):
            compared = [node.value]
        else:
            continue
        yield from ((name, node) for part in compared for name in ids(part))


def files():
    return [ROOT / "app.py", *(ROOT / "gdviz").rglob("*.py")]


def test_no_id_is_asked_for_outside_its_home():
    asked = [
        f"{path.relative_to(ROOT)}:{node.lineno}: {name}"
        for path in files()
        for name, node in questions(path.read_text("utf-8"))
        if name not in HOMES.get(path.name, ())
    ]
    assert asked == []


def runners(source):
    """The runners that a program writes out."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and RUNNERS.fullmatch(node.value):
            yield node.value


def test_no_runner_is_written_out_but_where_states_are_prepared():
    for path in files():
        if path.name not in PREPARED:
            assert not list(runners(path.read_text("utf-8"))), path
    assert list(runners('query |= {"race": "gd:0.1,adam:1e-3"}'))


@pytest.mark.parametrize(
    "source",
    [
        'settings.lesson == "one"',
        '"network" != lesson',
        'view in ("above", "surface")',
        "match view:\n    case 'chain':\n        pass",
        '{"learn": 1}.get(view)',
        "loss is CUSTOM",
        'loss not in {"bowl"}',
        'rule.id == "gd"',
        'rule.id in ("momentum", "nesterov")',
    ],
)
def test_a_question_is_found(source):
    assert list(questions(source))
