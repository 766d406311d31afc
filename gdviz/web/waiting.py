"""Waiting for what is worked out elsewhere, telling how it stands, and what if it does not come."""

import time
from collections.abc import Callable
from dataclasses import replace

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from gdviz.charts.theme import THEMES, Theme
from gdviz.lessons import view_of
from gdviz.link.settings import Settings
from gdviz.texts import Texts, load_texts
from gdviz.web import tasks, worker
from gdviz.web.serving import process
from gdviz.web.session import session
from gdviz.web.slices import Result
from gdviz.web.worker import TaskError, Ticket

PATIENCE = 0.4  # seconds that pass before a wait is spoken of
POLL = (0.02, 0.5)  # seconds between two looks at how it stands, at first and in the end


class LateError(Exception):
    """What was waited for has not come, nor anything been heard of it."""


def outcome(ticket: Ticket, place: DeltaGenerator | None, learns: bool = False) -> Result:
    """Wait for what is worked out, telling how it stands; who moves on gives the place in the line up.

    Raises LateError if nothing is heard of it for LIMIT, TaskError if it cannot be had.
    """
    with ticket:
        texts = load_texts(session().settings.lang)
        begun = heard = time.monotonic()
        pause, before, shown = POLL[0], (0, 0.0), ""
        while not ticket.wait(pause):
            # Where its state is read Streamlit ends the run of a session that has moved on or gone.
            st.session_state.get("session")
            now, stands = time.monotonic(), (ticket.before, ticket.share)
            if stands != before:
                before, heard = stands, now
            elif now - heard > worker.LIMIT:
                raise LateError
            pause = min(1.5 * pause, POLL[1])
            if place and now - begun > PATIENCE and (news := _how_it_stands(*stands, learns, texts)) != shown:
                place.progress(stands[1], shown := news)
        if place and shown:
            place.empty()
        return ticket.result()


def _how_it_stands(before: int, share: float, learns: bool, texts: Texts) -> str:
    if before:
        return texts("page.before_you", n=before)
    return texts("page.training", done=f"{share:.0%}") if learns and share else texts("page.moment")


def obtained(get: Callable[[Settings], None]) -> bool:
    """Get what the page shows; whether it could be had. What could not is asked for again only on request."""
    here = session()
    if here.missed and here.missed[0] == here.settings:
        return False
    here.missed = None
    try:
        get(here.settings)
    except (LateError, TaskError) as error:
        late = isinstance(error, LateError)
        here.missed = (here.settings, "page.late" if late else "page.broke_off")
        return False
    return True


def what_is_missing(texts: Texts) -> None:
    """That something could not be had, and the offer to try again."""
    missed = session().missed
    if missed:
        st.warning(texts(missed[1]))
    st.button(texts("page.try_again"), key="try_again", on_click=_try_again)


def _try_again() -> None:
    session().missed = None


def work_out(place: DeltaGenerator | None = None) -> bool:
    """Have the worker do what may take long, and tell how far it is; nobody waits for a turn to draw."""
    here = session()

    def get(settings: Settings) -> None:
        line = tasks.line_of(settings)
        ticket = process().worker.submit(line, tasks.shown_task, settings)
        summary, play = outcome(ticket, place, learns=view_of(settings).learns)
        here.shown, here.shown_of = tasks.Shown(summary.decode(), play), settings

    return not tasks.is_in_worker(here.settings) or here.shown_of == here.settings or obtained(get)


def shown_run(settings: Settings) -> tasks.Shown:
    """What the page shows of its run, once it was worked out."""
    found = session().shown
    return found if tasks.is_in_worker(settings) and found else tasks.shown(settings)


def theme_of(settings: Settings) -> Theme:
    theme = THEMES[st.context.theme.type or "light"]
    return replace(theme, large=1.15) if settings.presents else theme


def draw(place: DeltaGenerator) -> bool:
    """The page's figures and formulas, each once for all who see the same."""
    here = session()

    def get(settings: Settings) -> None:
        view = view_of(settings)
        line = tasks.line_of(settings) if view.draws_result(settings) else "short"
        drawn = view.as_drawn(settings)
        ticket = process().worker.submit(line, tasks.drawing_task, drawn, theme_of(settings))
        result = outcome(ticket, place)
        with process().render_lock:
            here.drawing = tasks.drawn(result)

    if tasks.draws_in_worker(here.settings):
        return obtained(get)
    with process().render_lock:
        here.drawing = tasks.drawing(here.settings, theme_of(here.settings))
    return True
