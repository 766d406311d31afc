"""Own data: pasted, typed or tapped, and standardised where their scale makes a rate explode."""

from collections.abc import Sequence
from hashlib import sha1

import streamlit as st

from gdviz.core.fit import moments
from gdviz.core.numbers import number, relation
from gdviz.link.bounds import SCALINGS, STANDARD
from gdviz.link.pairs import FEWEST, LARGEST, MOST, PairsError, read_pairs, to_link
from gdviz.link.settings import Settings
from gdviz.texts import Texts
from gdviz.web.session import session
from gdviz.web.widgets import as_text, bind, choose

BOUNDS = {"few": FEWEST, "many": MOST, "large": number(LARGEST)}


def data_panel(settings: Settings, shown: Sequence[tuple[float, float]], texts: Texts) -> None:
    """The pairs that are learned, and where others are given; ``shown`` are the page's, if they are few."""
    pairs = settings.pairs or shown
    kind = "own" if settings.pairs else "shown" if shown else "mine"
    with st.popover(texts(f"data_panel.{kind}", n=len(pairs)), key="data_panel"):
        typed = "\n".join(f"{x:g}\t{y:g}" for x, y in pairs)
        # Other data have another field: a browser may still say of this one what it said before.
        key = f"pairs_{sha1(typed.encode()).hexdigest()[:8]}"
        with st.container(key="pairs_typed"):
            st.text_area(
                texts("data_panel.field"),
                typed,
                help=texts("data_panel.help", **BOUNDS),
                height=180,
                key=key,
                on_change=_use_pairs,
                args=(key,),
            )
        field, error = session().pairs_error or ("", None)
        if error and field == key:
            st.error(as_text(told(error, texts)))
        st.button(texts("data_panel.use"), key="pairs_use", type="primary", on_click=_use_pairs, args=(key,))
        if settings.pairs:
            st.button(texts("data_panel.built_in"), key="pairs_none", on_click=_use_none)
            if settings.takes_taps and not settings.has("data"):
                st.caption(texts("data_panel.tap"))
            for letter in "xy" if settings.scaling == STANDARD else "":
                st.caption(_formula(letter, settings, texts))
    if settings.pairs:
        st.segmented_control(
            texts("data_panel.scaling"),
            SCALINGS,
            format_func=lambda name: texts(f"data_panel.{name}"),
            required=True,
            label_visibility="collapsed",
            **bind("scaling", settings.scaling, callback=choose),
        )


def _formula(letter: str, settings: Settings, texts: Texts) -> str:
    """How a column, x or y, was standardised."""
    mean, deviation = moments(settings.pairs)["xy".index(letter)]
    signs = {"is_mean": relation(mean), "is_deviation": relation(deviation)}
    return texts("data_panel.formula", letter=letter, mean=number(mean), deviation=number(deviation), **signs)


def told(error: PairsError, texts: Texts) -> str:
    """What is wrong with a paste, and in which line."""
    return texts(f"data_panel.wrong.{error.kind}", line=error.line, piece=error.piece[:40], **BOUNDS)


def _use_pairs(key: str) -> None:
    """Pairs were pasted or typed."""
    here = session()
    if not here.settings.has("pairs"):
        return  # the page has gone on to another lesson
    try:
        pairs = read_pairs(st.session_state[key])
    except PairsError as error:
        here.pairs_error = key, error
        return
    here.pairs_error = None
    here.choose("pairs", to_link(pairs))


def _use_none() -> None:
    """Back to the data that the page brings."""
    here = session()
    here.pairs_error = None
    here.choose("pairs", "")
