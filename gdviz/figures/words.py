"""Findings as sentences: the verdict and the notices, in the reader's language."""

from gdviz.numbers import about, number
from gdviz.regimes import Clause
from gdviz.settings import Notice
from gdviz.texts import Texts

ESTIMATES = {"more"}  # clauses whose numbers are estimates, and are told as such
ROUGH = {"glide-about", "zigzag-about"}


def verdict(clauses: list[Clause], texts: Texts) -> str:
    """The clauses of a run as one sentence."""
    said = [
        texts(f"verdict.{clause.key}", **{k: _told(clause, k, v) for k, v in clause.numbers.items()})
        for clause in clauses
    ]
    sentence = texts("verdict.joint").join(said) + texts("verdict.end")
    return sentence[0].upper() + sentence[1:]


def _told(clause: Clause, name: str, value: float) -> str:
    if clause.key in ESTIMATES and name == "n":
        return about(value)
    return number(value, 3) if clause.key in ROUGH else number(value)


def notice(notice: Notice, texts: Texts) -> str:
    """What was wrong with a value: its field, what it said, what is used instead."""
    kind = {"steps": "whole", "step": "step", "every": "every"}.get(notice.field)
    if kind is None:
        kind = "unknown" if notice.low is None else "bounded"
    bounds = {} if notice.low is None else {"low": number(notice.low), "high": number(notice.high or 0)}
    said = notice.said if len(notice.said) <= 40 else notice.said[:40] + "…"
    return texts(f"notices.{kind}", field=notice.field, said=said, used=notice.used, **bounds)
