"""Widgets that show and change fields of the link."""

import math
import re
import string
from collections.abc import Callable
from typing import Any

import streamlit as st

from gdviz.charts import sentences
from gdviz.core.losses import CUSTOM, LOSSES
from gdviz.core.numbers import plain
from gdviz.core.optimizers import OPTIMIZERS, constants
from gdviz.link.settings import Settings
from gdviz.network.datasets import DATASETS
from gdviz.texts import Texts
from gdviz.web.html import parts
from gdviz.web.session import session

ENTRY = 160  # the width of a number's entry, in pixels
# An entry has no bounds of Streamlit's own, which it would state in English alone: what is typed is read as
# the field's record reads it, and a notice says in the reader's language what was wrong and what is used.

# The fields that are chosen from a list whose names differ by language.
LISTED = {"opt": OPTIMIZERS, "loss": {*LOSSES, CUSTOM}, "data": DATASETS}


def value_of(key: str) -> Any:
    """What a widget says, or will, once the browser has drawn what it was set to."""
    return session().outdated[key][-1] if _is_outdated(key) else st.session_state[key]


def _is_outdated(key: str) -> bool:
    here = session()
    here.hear()
    return st.session_state[key] in here.outdated.get(key, [])[:-1]


def _report(key: str, callback: Callable, *args: Any) -> None:
    """A widget was changed, unless the browser says what it showed before it was set."""
    if not _is_outdated(key):
        callback(*args)


def change(field: str, key: str) -> None:
    """A widget was changed: its value is read as a link's would be."""
    value = value_of(key)
    if value not in LISTED.get(field, (value,)):
        return  # after a change of the language a list may report the name it had before
    session().change(field, plain(value) if isinstance(value, float) else str(value))


def choose(field: str, key: str) -> None:
    """A widget outside the fragments was changed."""
    here = session()
    before = here.settings
    change(field, key)
    here.chosen |= here.settings != before


def watched(key: str, value: Any, callback: Callable, *args: Any) -> dict[str, Any]:
    """The key of a widget, which is made to show this value, and what a change of it calls."""
    here, state = session(), st.session_state
    if key in state and state[key] != value:
        here.outdated.setdefault(key, []).extend((state[key], value))
    if key in here.unnamed or key in here.outdated or key not in state:
        state[key] = value
        here.unnamed.discard(key)
    return {"key": key, "on_change": _report, "args": (key, callback, *args)}


def name_lists_anew(lang: str) -> None:
    """In another language: a list that is shown the value it has would keep its name in the one before."""
    here = session()
    if here.named_in != lang:
        here.unnamed |= {*LISTED, "stop"}
        here.named_in = lang


def bind(field: str, value: Any, key: str | None = None, callback: Callable = change) -> dict[str, Any]:
    """How a widget shows and changes a field, and whether it may be changed."""
    key = key or field
    return watched(key, value, callback, field, key) | {"disabled": is_locked(field)}


def is_locked(field: str) -> bool:
    """Whether a mission does not leave a field free."""
    return not session().settings.may_change(field)


def place_of(name: str, kind: str = "") -> None:
    """A place that the player fills: the worked step, the table, a switch, the drawing of a network."""
    st.html(parts().place(name, kind))


def as_text(sentence: str) -> str:
    """A sentence as Markdown that says just that: it may quote a link, and so anything."""
    return re.sub(f"([{re.escape(string.punctuation)}])", r"\\\1", sentence)


def finest(eta: float) -> float:
    """The step of the buttons beside the rate: one in its second digit."""
    return 10.0 ** (math.floor(math.log10(eta)) - 1)


def show_notices(texts: Texts) -> None:
    notices = session().notices
    if notices:
        st.warning("  \n".join(as_text(sentences.notice(notice, texts)) for notice in notices))


def learning_rate(settings: Settings, texts: Texts, callback: Callable = change) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        place_of("rate", "gdviz-rate")
        st.number_input(
            texts("page.eta"),
            step=finest(settings.eta),
            format="%g",
            width=ENTRY,
            **bind("eta", settings.eta, callback=callback),
        )


def update_rule(settings: Settings, texts: Texts, callback: Callable = change) -> None:
    """The choice of the rule, its constants, and what it is."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.selectbox(
            texts("page.opt"),
            list(OPTIMIZERS),
            format_func=lambda rule: texts(f"optimizers.{rule}.name"),
            help=texts("page.opt_help"),
            width=2 * ENTRY,
            **bind("opt", settings.opt, callback=callback),
        )
        for constant, value in zip(constants(settings.opt), settings.const, strict=True):
            st.number_input(
                texts(f"constants.{constant.name}"),
                step=0.01 if constant.high < 1 else finest(value),
                format="%g",
                width=ENTRY,
                disabled=is_locked("const"),
                **watched(f"{settings.opt}_{constant.name}", value, _change_constants, settings.opt),
            )
    rule = texts.section(f"optimizers.{settings.opt}")
    st.latex(rule["latex"])
    st.caption(f"{rule['remembers']} {rule['effect']}")


def _change_constants(rule: str) -> None:
    """One of a rule's constants was changed."""
    values = [value_of(f"{rule}_{constant.name}") for constant in constants(rule)]
    session().change("const", ",".join(map(plain, values)))
