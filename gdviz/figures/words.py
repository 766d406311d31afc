"""Findings as sentences: the verdict and the notices, in the reader's language."""

from collections.abc import Sequence

from gdviz.numbers import about, number, point
from gdviz.regimes import Clause, Place
from gdviz.settings import Notice
from gdviz.texts import Texts

ESTIMATES = {"more"}  # clauses whose numbers are estimates, and are told as such
ROUGH = {"glide-about", "zigzag-about"}


def verdict(clauses: list[Clause], names: Sequence[str], texts: Texts) -> str:
    """The clauses of a run over weights of these names as one sentence."""

    def told(clause: Clause, key: str, value: float | Place) -> str:
        if key == "direction" and isinstance(value, tuple):
            return _direction(value, names)
        return point(names, value) if isinstance(value, tuple) else _told(clause, key, value)

    said = [
        texts(
            f"verdict.{clause.key}",
            **{key: told(clause, key, value) for key, value in clause.numbers.items()},
        )
        for clause in clauses
    ]
    sentence = texts("verdict.joint").join(said) + texts("verdict.end")
    return sentence[0].upper() + sentence[1:]


def _told(clause: Clause, name: str, value: float) -> str:
    if clause.key in ESTIMATES and name == "n":
        return about(value)
    return number(value, 3) if clause.key in ROUGH else number(value)


def _direction(vector: Place, names: Sequence[str]) -> str:
    """The name of the weight along whose axis a unit vector lies, or its components."""
    for name, part in zip(names, vector, strict=True):
        if abs(part) > 1 - 1e-9:
            return name
    return f"({', '.join(number(part, 3) for part in vector)})"


def notice(notice: Notice, texts: Texts) -> str:
    """What was wrong with a value: its field, what it said, what is used instead."""
    kind = "unknown" if notice.low is None else "bounded"
    # Some fields say in words of their own what they take.
    kind = notice.field if notice.field in texts.section("notices") else kind
    bounds = {} if notice.low is None else {"low": number(notice.low), "high": number(notice.high or 0)}
    said = notice.said if len(notice.said) <= 40 else notice.said[:40] + "…"
    return texts(f"notices.{kind}", field=notice.field, said=said, used=notice.used, **bounds)
