"""The page of a lesson that descends a loss: its charts, the run and what changes it, the worked step."""

import numpy as np
import streamlit as st

from gdviz.charts.chart import Chart
from gdviz.charts.curve_frame import SAMPLES
from gdviz.charts.theme import MARKER_STYLES
from gdviz.core.loss import FormulaLoss
from gdviz.core.numbers import plain
from gdviz.core.optimizers import OPTIMIZERS, Rule
from gdviz.lessons import LESSONS, view_of
from gdviz.link.bounds import LEVELS, LIMITS, MAX_RUNNERS
from gdviz.link.readers import race_text
from gdviz.link.settings import Settings
from gdviz.texts import Texts, load_texts
from gdviz.web.data_panel import data_panel
from gdviz.web.header import custom_formula, subject
from gdviz.web.player import by_step, chart, player, run, summary
from gdviz.web.serving import process
from gdviz.web.session import name_link, run_anew, session
from gdviz.web.waiting import shown_run, what_is_missing, work_out
from gdviz.web.widgets import (
    ENTRY,
    bind,
    choose,
    finest,
    is_locked,
    learning_rate,
    place_of,
    show_notices,
    update_rule,
    value_of,
    watched,
)


def weights_page(settings: Settings, texts: Texts) -> None:
    session().page_of = view_of(settings).as_drawn(settings)
    with st.container(key="subject"):
        subject(settings, texts)
    custom_formula(settings, texts)
    _run_and_controls()
    charts = [one for one in view_of(settings).charts(settings) if one.is_on(settings)]
    beside = [one for one in charts if one.beside]
    below: list[Chart] = []
    # A map beside others leaves room below it, and the arithmetic of its weights takes all at the right.
    if charts[0].has_levels and len(charts) - len(beside) > 1:
        beside, below = below, beside
    with st.container(key="figure"):
        for one in charts:
            if not one.beside:
                with st.container(key=f"panel_{one.id}"):
                    chart(one, settings, texts)
                    if one.needs_data and settings.shows("loss") and settings.may_change("pairs"):
                        data_panel(settings, settings.loss_function.data, texts)
        for one in below:
            by_step(one, settings, texts)
    with st.container(key="player_row"):
        player()
    if beside or any(map(settings.shows, LESSONS[settings.lesson].beside)):
        with st.container(key="side"):
            _worked_step(settings, texts)
            for one in beside:
                by_step(one, settings, texts)
    with st.container(key="aside"):
        _caption(settings, texts)
        if settings.shows("table"):
            place_of("table")


def _caption(settings: Settings, texts: Texts) -> None:
    [first, *_] = view_of(settings).charts(settings)
    if first.has_levels and settings.has("levels") and settings.shows("view") and not settings.presents:
        _choice_of_levels(settings, texts)
    if first.caption and not first.beside and not settings.presents:
        st.caption(first.caption(settings, texts, session().drawing.figures[first.id]))


def _choice_of_levels(settings: Settings, texts: Texts) -> None:
    st.segmented_control(
        texts("page.levels"),
        LEVELS,
        format_func=lambda name: texts(f"page.levels_{name}"),
        required=True,
        **bind("levels", settings.levels, callback=choose),
    )


def _worked_step(settings: Settings, texts: Texts) -> None:
    if settings.shows("formulas"):
        with st.container(key=f"formulas_{settings.lesson}"):
            st.latex(session().drawing.formulas)
    if settings.shows("worked"):
        place_of("worked", f"gdviz-worked gdviz-{settings.lesson}")


@st.fragment
def _run_and_controls() -> None:
    """The run and all that changes it: a change here reruns this part alone, and sends no figure."""
    work_out(st.empty())
    with process().render_lock:
        _run_and_rate()
        settings = session().settings
        texts, loss = load_texts(settings.lang), settings.loss_function
        if settings.shows("w"):
            with st.container(horizontal=True, vertical_alignment="bottom", key="start"):
                _start_controls(settings, loss, texts)
        with st.container(key="more"):
            _more_controls(settings, texts)


def _more_controls(settings: Settings, texts: Texts) -> None:
    """What comes second: how many steps, how many at a time, and by which rule."""
    if settings.shows("steps"):
        with st.container(horizontal=True, vertical_alignment="bottom"):
            st.number_input(texts("page.steps"), step=1, width=ENTRY, **bind("steps", settings.steps))
            st.segmented_control(
                texts("page.every"),
                settings.fitting_every,
                format_func=lambda n: f"×{n}",
                help=texts("page.every_help", **LIMITS),
                required=True,
                **bind("every", settings.every),
            )
    if settings.shows("opt") and not settings.race:
        update_rule(settings, texts)


def _start_controls(settings: Settings, loss: FormulaLoss, texts: Texts) -> None:
    """The start: of one weight a slider and an entry, of more an entry each."""
    grids = [float(np.round((high - low) / (SAMPLES - 1) * 2, 6)) for low, high in loss.domain]
    if len(grids) == 1:
        (low, high), grid = loss.domain[0], grids[0]
        st.slider(
            texts("page.w_slider"),
            float(low),
            float(high),
            step=grid,
            format="%g",
            help=texts("page.w_help"),
            **bind("w", settings.w[0], f"w_slider_{loss.id}"),
        )
        st.number_input(
            texts("page.w"),
            step=grid,
            format="%g",
            width=ENTRY,
            **bind("w", settings.w[0]),
        )
        return
    keys = [f"w_{name}" for name in loss.letters]
    for key, name, value, grid in zip(keys, loss.names, settings.w, grids, strict=True):
        st.number_input(
            texts("page.start", name=name),
            step=grid,
            format="%g",
            width=ENTRY,
            help=texts("page.two_start"),
            disabled=is_locked("w"),
            **watched(key, value, _change_start, keys),
        )


def _change_start(keys: list[str]) -> None:
    """One of the start's weights was typed."""
    session().change("w", ",".join(plain(value_of(key)) for key in keys))


@st.fragment
def _run_and_rate() -> None:
    """The run and the learning rate, which a class changes most: its own part, as small as can be."""
    here = session()
    # Of two languages chosen at once the one may have come to this part, the other to the page around it.
    if here.page_of != view_of(here.settings).as_drawn(here.settings):
        run_anew()
    there = work_out(st.empty())
    with process().render_lock:
        settings = session().settings
        texts = load_texts(settings.lang)
        show_notices(texts)
        with st.container(key="rate"):
            if there:
                shown = shown_run(settings)
                run(shown)
            if settings.race and settings.shows("race"):
                with st.popover(texts("page.runners", n=len(settings.race))):
                    _runners(settings, texts)
            elif settings.shows("eta") and not settings.race:
                learning_rate(settings, texts)
        with st.container(key="verdict"):
            if there:
                summary(shown, settings)
            else:
                what_is_missing(texts)
        name_link(settings)


# --- A race -------------------------------------------------------------------------------


def _runners(settings: Settings, texts: Texts) -> None:
    """The runners of a race, each with its rule and rate, and room for more."""
    for i, rule in enumerate(settings.race):
        with st.container(horizontal=True, vertical_alignment="bottom", key=f"runner_{i}"):
            st.selectbox(
                texts("page.runner_rule", n=f"{i + 1} {MARKER_STYLES[i].sign}"),
                list(OPTIMIZERS),
                width=ENTRY,
                **watched(f"rule_of_{i}", rule.id, _change_race),
            )
            st.number_input(
                texts("page.runner_eta"),
                step=finest(rule.learning_rate),
                format="%g",
                width=ENTRY,
                **watched(f"eta_of_{i}", rule.learning_rate, _change_race),
            )
            if len(settings.race) > 1:
                remove = texts("page.remove", n=i + 1)
                st.button(remove, key=f"remove_{i}", on_click=_remove_runner, args=(i,))
    if len(settings.race) < MAX_RUNNERS:
        st.button(texts("page.add"), key="add_runner", on_click=_add_runner)


def _change_race() -> None:
    """A runner's rule or rate was changed."""
    count = len(session().settings.race)
    rules = [Rule(value_of(f"rule_of_{i}"), value_of(f"eta_of_{i}")) for i in range(count)]
    session().change("race", race_text(rules))


def _add_runner() -> None:
    race = session().settings.race
    session().change("race", race_text([*race, race[-1]]))


def _remove_runner(i: int) -> None:
    rules = session().settings.race
    session().change("race", race_text(rule for k, rule in enumerate(rules) if k != i))
