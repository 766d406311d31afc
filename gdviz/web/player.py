"""The player on the page, and what it reports of the reader's clicks."""

from typing import Any

import streamlit as st
from markupsafe import Markup

from gdviz.charts.chart import Chart
from gdviz.link.bounds import LOOKS
from gdviz.link.pairs import to_link
from gdviz.link.settings import Settings
from gdviz.player.sealing import sealed
from gdviz.texts import Texts
from gdviz.web.clicks import click, tool
from gdviz.web.panels import PANELS
from gdviz.web.serving import process
from gdviz.web.session import session
from gdviz.web.tasks import Shown
from gdviz.web.widgets import place_of


def chart(made: Chart, settings: Settings, texts: Texts, caption: bool = False) -> None:
    """A chart, as high as its place, with its caption, if that is asked for and the page is not one for
    the projector.
    """
    figure = session().drawing.figures[made.id]
    alt = made.alt(settings, texts)
    st.plotly_chart(figure, key=made.id, config=made.config, alt=alt, height="stretch")
    if caption and made.caption and not settings.presents:
        st.caption(made.caption(settings, texts, figure))


def by_step(made: Chart, settings: Settings, texts: Texts) -> None:
    """A chart over the steps, with the switch of its scale if it has one."""
    with st.container(key=f"by_step_{made.id}"):
        if made.switch:
            place_of("scale")
        chart(made, settings, texts)


def player() -> None:
    process().player(
        key="player",
        on_start_change=_start_at,
        on_weight_change=_weight_at,
        on_tap_change=_tap_at,
        on_shown_change=_shown_at,
        on_panel_change=_open_panel,
    )


def run(shown: Shown, is_fragment: bool = True) -> None:
    """Hand the player a run; what is changed with it is chosen on the player's own track."""
    process().run(
        # What is asked for stands nowhere before it was said.
        data=sealed(shown.packed) if session().settings.predicts else shown.packed,
        key="run",
        on_eta_change=_eta_at if is_fragment else _choose_eta_at,
        on_schedule_change=_schedule_at,
    )


def summary(run: Shown, settings: Settings) -> None:
    """What is said of a run; the player puts it there where it would give an answer away before."""
    if settings.shows("verdict"):
        if settings.predicts:
            place_of("summary")
        else:
            st.html(Markup(run.summary))


def _reported() -> Any:
    return st.session_state.player


def _choose(field: str, raw: str | None) -> None:
    """Something was clicked that says this of a field; or nothing was."""
    if raw is not None:
        session().choose(field, raw)


def _eta_at() -> None:
    """The track of the learning rate was moved."""
    raw = click("eta", st.session_state.run.eta)
    if raw is not None:
        session().change("eta", raw)


def _choose_eta_at() -> None:
    """The same, where that reruns the whole page."""
    _choose("eta", click("eta", st.session_state.run.eta))


def _schedule_at() -> None:
    """The learning rate was changed while a run played: it goes on from the step that was shown."""
    raw = click("schedule", st.session_state.run.schedule)
    if raw is not None:
        session().change("schedule", raw)


def _start_at() -> None:
    """The chart was clicked."""
    _choose("w", click("start", _reported().start))


def _weight_at() -> None:
    """A line or a neuron of the network was clicked: it is looked at, in the view that shows a weight."""
    raw = click("weight", _reported().weight)
    _choose("weight", raw)
    here = session()
    view = here.settings.schema.view_of_field.get("weight")
    if raw is not None and view is not None and here.settings.view != view:
        here.change("view", view)


def _tap_at() -> None:
    """The chart of own data was pressed: one more pair."""
    raw = click("tap", _reported().tap)
    here = session()
    if raw is not None and here.settings.takes_taps:
        here.choose("pairs", "_".join([to_link(here.settings.pairs), raw]))


def _shown_at() -> None:
    """The player rests at another step, and something here is drawn for it."""
    _choose("step", click("shown", _reported().shown))


def _open_panel() -> None:
    """A tool of the player was pressed: what it opens, or another look of the page, is of the step shown."""
    asked = tool(_reported().panel, {*PANELS, "look"})
    if not asked:
        return
    name, step = asked
    here = session()
    if name in PANELS:
        here.panel = name
    else:
        here.choose("look", next(look for look in LOOKS if look != here.settings.look))
    _choose("step", step)
