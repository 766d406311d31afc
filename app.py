"""The page: draws the controls, hands Settings over, shows what comes back."""

import gc
import math
import re
import string
import sys
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from functools import partial
from html import escape
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlencode

import numpy as np
import segno
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from gdviz.clicks import click, tool
from gdviz.cost import EXAMPLES
from gdviz.datasets import DATASETS
from gdviz.figures import (
    answer,
    curve,
    cuts,
    depth,
    fit,
    landscape,
    learning,
    loss_by_step,
    player,
    race,
    surface,
    weight,
    words,
)
from gdviz.figures import cost as cost_figure
from gdviz.figures.graph import weight_names
from gdviz.figures.ink import CONFIG, INKS, PENS, Ink
from gdviz.lesson import (
    CACHE,
    DOWNLOADS,
    LINES,
    Drawing,
    Lesson,
    as_drawn,
    downloads,
    drawing,
    drawn,
    draws_far,
    far_download,
    far_drawing,
    far_lesson,
    far_size,
    is_far,
    lesson,
    line_of,
    prepare,
    shows_a_pair,
)
from gdviz.losses import LESSONS, LOSSES, OWN, FormulaLoss
from gdviz.missions import MISSIONS
from gdviz.network import ACTIVATIONS
from gdviz.numbers import number, plain
from gdviz.optimizers import OPTIMIZERS, Rule, constants
from gdviz.settings import (
    CLASSROOM,
    HIDEABLE,
    LANGUAGES,
    LESSON_IDS,
    LOOKS,
    MAX_ETA,
    MAX_PLACE,
    MAX_QUESTION,
    MAX_RUNNERS,
    MIN_ETA,
    PREDICT,
    PRESETS,
    Notice,
    Settings,
    lesson_of,
    presets_of,
    race_text,
)
from gdviz.texts import Texts, texts
from gdviz.worker import LIMIT, Result, TaskError, Ticket, Worker

# The learning rates of the slider: the preferred numbers R″20 of ISO 497, almost even on a
# logarithmic scale, and all of them numbers one would say.
MANTISSAS = (1, 1.1, 1.2, 1.4, 1.6, 1.8, 2, 2.2, 2.5, 2.8, 3, 3.5, 4, 4.5, 5, 5.5, 6, 7, 8, 9)
RATES = [float(f"{mantissa}e{power}") for power in range(-6, 1) for mantissa in MANTISSAS] + [MAX_ETA]
RATE_LABELS = {rate: number(rate) for rate in RATES}

ENTRY = 160  # the width of a number's entry, in pixels

state = st.session_state


class Process(NamedTuple):
    """What all sessions of the server share."""

    panel: Callable[..., Any]  # the player, whose code is sent once a page
    run: Callable[..., Any]  # hands the player a run
    turn: AbstractContextManager  # one session draws at a time
    worker: Worker  # where what takes long is worked out, out of the way of those who draw


@st.cache_resource(show_spinner=False)
def process() -> Process:
    """Prepare the server's process, once, for a class that comes all at the same time."""
    # All modules are loaded by now: a garbage collection need never look through them again.
    gc.freeze()
    # The event loop, which sends all messages, waits less for the interpreter's lock.
    sys.setswitchinterval(0.0005)
    home = Path(player.__file__)
    panel = st.components.v2.component(
        "gdviz_player",
        html=home.with_name("player.html").read_text("utf-8"),
        css=home.with_name("style.css").read_text("utf-8"),
        js=player.code(),
        isolate_styles=False,
    )
    run = st.components.v2.component("gdviz_run", js=home.with_name("run.js").read_text("utf-8"))
    # Sessions that draw at once would share the lock anyway, and many threads that want it
    # starve the event loop: three hundred students then wait for seconds.
    turn = threading.RLock()
    prepare()
    return Process(panel, run, turn, Worker(LINES, prepare, CACHE, turn))


# --- Link, settings, widgets -------------------------------------------------------------


def open_link() -> None:
    """Take the settings from the link: at first, and when the reader went back or forward."""
    query = st.query_params.to_dict()
    if "settings" not in state:
        state.opened_with, went = query, True
    else:
        # The page runs as a whole because something outside its fragments was chosen, and then
        # the address may still be the one before; or because the reader went to another address.
        # The one the page was opened with is none, once the player has completed it.
        went = not state.chosen and query not in (state.get("link"), state.opened_with)
    if went:
        keep(*Settings.from_query(query, lang=browser_language()))
    if state.opened_with == state.settings.to_query():
        state.opened_with = None
    state.chosen = False


def name_link(settings: Settings) -> None:
    """Write the settings to the address."""
    query = settings.to_query()
    # The first time the player does it (see player.js): here it would be one more entry in the
    # browser's history, and the way back out of the page would lead into it again.
    if "link" in state and st.query_params.to_dict() != query:
        st.query_params.from_dict(query)
    state.link = query


def browser_language() -> str:
    locale = (st.context.locale or "").split("-")[0]
    return locale if locale in LANGUAGES else LANGUAGES[0]


def keep(settings: Settings, notices: list[Notice]) -> None:
    state.settings, state.notices = settings, notices


# The fields that are chosen from a list whose names differ by language.
LISTED = {"opt": OPTIMIZERS, "loss": {*LOSSES, OWN}, "data": DATASETS}


def change(field: str, key: str) -> None:
    """A widget was changed: its value is read as a link's would be."""
    value = state[key]
    if value not in LISTED.get(field, (value,)):
        return  # after a change of the language a list may report the name it had before
    said = plain(value) if isinstance(value, float) else str(value)
    keep(*state.settings.changed(field, said))


def change_constants(rule: str) -> None:
    """One of a rule's constants was changed."""
    values = [state[f"{rule}_{constant.name}"] for constant in constants(rule)]
    keep(*state.settings.changed("const", ",".join(map(plain, values))))


def choose(field: str, key: str) -> None:
    """A widget outside the fragments was changed."""
    change(field, key)
    state.chosen = True


def change_start(keys: list[str]) -> None:
    """One of the start's weights was typed."""
    keep(*state.settings.changed("w", ",".join(plain(state[key]) for key in keys)))


def start_at() -> None:
    """The chart was clicked."""
    clicked("w", click("start", state.player.start))


def clicked(field: str, said: str | None) -> None:
    """Something was clicked that says this of a field; or nothing was."""
    if said is not None:
        keep(*state.settings.changed(field, said))
        state.chosen = True


def said_race(rules: Iterable[Rule]) -> None:
    keep(*state.settings.changed("race", race_text(rules)))


def race_or_run() -> None:
    """The race was switched on, at first with the present rule at its rate and at a tenth of it, or off."""
    rule = state.settings.rule
    slower = rule._replace(learning_rate=max(rule.learning_rate / 10, MIN_ETA))
    said_race([rule, slower] if state.race else [])
    state.chosen = True


def change_race() -> None:
    """A runner's rule or rate was changed."""
    count = len(state.settings.race)
    said_race(Rule(state[f"rule_of_{i}"], state[f"eta_of_{i}"]) for i in range(count))


def add_runner() -> None:
    said_race([*state.settings.race, state.settings.race[-1]])


def remove_runner(i: int) -> None:
    said_race(rule for k, rule in enumerate(state.settings.race) if k != i)


def weight_at() -> None:
    """A line or a neuron of the network was clicked."""
    said = click("weight", state.player.weight)
    clicked("weight", said)
    if said is not None and state.settings.view != "weight":
        keep(*state.settings.changed("view", "weight"))


def shown_at() -> None:
    """The player rests at another step, and something here is drawn for it."""
    clicked("step", click("shown", state.player.shown))


def choose_weights() -> None:
    """The weight that is looked at was chosen from the list, or a second one."""
    chosen = [state.first_weight, state.second_weight]
    keep(*state.settings.changed("weight", ",".join(str(index) for index in chosen if index is not None)))
    state.chosen = True


def preset(name: str) -> None:
    start(PRESETS[name])


def start_mission(name: str) -> None:
    start({**MISSIONS[name].start, "mission": name})


def start(query: dict[str, str]) -> None:
    """A state that was prepared; what a teacher has made of the page stays."""
    here: Settings = state.settings
    mission = MISSIONS[here.mission].start if here.mission else {}
    made = {
        name: said
        for name, said in here.to_query().items()
        if name in CLASSROOM and name != "mission" and said != mission.get(name)
    }
    keep(*Settings.from_query({**(made if here.is_lesson else {}), **query}, lang=here.lang))
    state.chosen = True


def explore() -> None:
    """Leave the lesson that a teacher has made, with the state it is in."""
    keep(state.settings.free, [])
    state.chosen = True


def predict_or_not() -> None:
    keep(*state.settings.changed("predict", "skip" if state.predict else "off"))
    state.chosen = True


def change_formula() -> None:
    """A formula was typed, or a part of it."""
    settings, notices = state.settings.changed("formula", state.formula)
    wrong = [notice.error for notice in notices if notice.error]
    state.formula_error = wrong[0] if wrong else None
    keep(settings, [notice for notice in notices if not notice.error])
    state.chosen = True


def change_domain(keys: list[str]) -> None:
    keep(*state.settings.changed("domain", ",".join(plain(state[key]) for key in keys)))
    state.chosen = True


def open_panel() -> None:
    """One of the player's tools was pressed: what it opens is about the step shown."""
    asked = tool(state.player.panel, PANELS)
    if asked:
        state.panel = asked[0]
        clicked("step", asked[1])


def shown(key: str, value: Any) -> str:
    """The key of a widget, which is made to show this value."""
    if state.get(key) != value:
        state[key] = value
    return key


def bound(field: str, value: Any, key: str | None = None, callback: Callable = change) -> dict[str, Any]:
    """The key and callback of a widget that shows and changes a field."""
    key = shown(key or field, value)
    return {"key": key, "on_change": callback, "args": (field, key)}


# --- The page ----------------------------------------------------------------------------


PATIENCE = 0.4  # seconds that pass before a wait is spoken of
POLL = (0.02, 0.5)  # seconds between two looks at how it stands, at first and in the end


class LateError(Exception):
    """What was waited for has not come, nor anything been heard of it."""


def outcome(ticket: Ticket, place: DeltaGenerator | None, learns: bool = False) -> Result:
    """Wait for what is worked out, telling how it stands; who moves on gives the place in the line up.

    Raises LateError if nothing is heard of it for LIMIT, TaskError if it cannot be had.
    """
    with ticket:
        said = texts(state.settings.lang)
        begun = heard = time.monotonic()
        pause, before, told = POLL[0], (0, 0.0), ""
        while not ticket.wait(pause):
            # Where its state is read Streamlit ends the run of a session that has moved on or gone.
            state.get("settings")
            now, stands = time.monotonic(), (ticket.before, ticket.share)
            if stands != before:
                before, heard = stands, now
            elif now - heard > LIMIT:
                raise LateError
            pause = min(1.5 * pause, POLL[1])
            if place and now - begun > PATIENCE and (news := how_it_stands(*stands, learns, said)) != told:
                place.progress(stands[1], told := news)
        if place and told:
            place.empty()
        return ticket.result()


def how_it_stands(before: int, share: float, learns: bool, said: Texts) -> str:
    if before:
        return said("page.before_you", n=before)
    return said("page.training", done=f"{share:.0%}") if learns and share else said("page.moment")


def obtained(get: Callable[[Settings], None]) -> bool:
    """Get what the page shows; whether it could be had. What could not is asked for again only on request."""
    settings: Settings = state.settings
    if state.get("missed", (None,))[0] == settings:
        return False
    state.pop("missed", None)
    try:
        get(settings)
    except (LateError, TaskError) as error:
        state.missed = (settings, "page.late" if isinstance(error, LateError) else "page.broke_off")
        return False
    return True


def what_is_missing(said: Texts) -> None:
    """That something could not be had, and the offer to try again."""
    st.warning(said(state.missed[1]))
    st.button(said("page.try_again"), key="try_again", on_click=try_again)


def try_again() -> None:
    state.pop("missed", None)


def begin_anew() -> None:
    """To the plain page, from one that could not be had."""
    keep(Settings.from_query({}, lang=state.settings.lang)[0], [])
    state.chosen = True


def work_out(place: DeltaGenerator | None = None) -> bool:
    """Have another process do what may take long, and tell how far it is; nobody waits for its turn."""

    def get(settings: Settings) -> None:
        ticket = process().worker.submit(line_of(settings), far_lesson, settings)
        told, play = outcome(ticket, place, learns=line_of(settings) == "trainings")
        state.run, state.worked_out = Lesson(told.decode(), play), settings

    settings: Settings = state.settings
    return not is_far(settings) or state.get("worked_out") == settings or obtained(get)


def ink_of(settings: Settings) -> Ink:
    ink = INKS[st.context.theme.type or "light"]
    return ink if settings.look == "page" else replace(ink, large=1.15)


def draw(place: DeltaGenerator) -> bool:
    """The page's figures and formulas, each once for all who see the same."""

    def keep_drawing(made: Drawing) -> None:
        state.figures, state.formulas = made.figures, made.formulas

    def get(settings: Settings) -> None:
        line = line_of(settings) if shows_a_pair(settings) else "short"
        ticket = process().worker.submit(line, far_drawing, as_drawn(settings), ink_of(settings))
        result = outcome(ticket, place)
        with process().turn:
            keep_drawing(drawn(result))

    if draws_far(state.settings):
        return obtained(get)
    with process().turn:
        keep_drawing(drawing(state.settings, ink_of(state.settings)))
    return True


def page() -> None:
    settings: Settings = state.settings
    said = texts(settings.lang)
    st.set_page_config(page_title=said("page.tab"), page_icon="⛰️", layout="wide")
    header(settings, said)
    about(settings, said)
    if settings.lesson == "network":
        view_choice(settings, said)
    beside = ("formulas", "worked", "curve-by-step", "table")
    with st.container(key=f"look_{settings.look}"):
        # Where nothing stands on the right, the left takes all of the page.
        if any(settings.shows(part) for part in beside):
            left, right = st.columns([1.9, 1], gap="large")
        else:
            left, right = st.container(), st.container()
    if settings.lesson == "network":
        network_page(settings, said, left, right)
        return
    with left:
        chart_and_player(settings, said)
        run_and_controls()
    with right:
        worked_and_loss(settings, said)


def chart(key: str, alt: str, config: dict[str, Any] = CONFIG) -> None:
    st.plotly_chart(state.figures[key], key=key, config=config, alt=alt)


def chart_and_player(settings: Settings, said: Texts) -> None:
    """The chart with its player under it; of two weights the cuts stand beside them."""
    if settings.race:
        chart(race.CHART, said("chart.race_alt"))
        if settings.look == "present":
            st.html(race.key(settings.race, said))
        the_player()
    elif settings.lesson == "one":
        low, high = map(number, settings.record.domain[0])
        chart(curve.CHART, said("chart.curve_alt", low=low, high=high))
        the_player()
    elif not settings.shows("cuts"):
        landscape_and_player(settings, said)
    else:
        from_above, beside = st.columns([1.55, 1], gap="small")
        with beside:
            cuts_and_fit(settings, said)
        with from_above:
            landscape_and_player(settings, said)


def landscape_and_player(settings: Settings, said: Texts) -> None:
    loss = settings.record
    (x, y), (across, up) = loss.names, loss.domain
    (left, right), (low, high) = map(number, across), map(number, up)
    picture = landscape if settings.view == "above" else surface
    alt = said(f"chart.{picture.CHART}_alt", x=x, y=y, left=left, right=right, low=low, high=high)
    chart(picture.CHART, alt, CONFIG if picture is landscape else surface.CONFIG)
    the_player()
    view_choice(settings, said)
    if settings.look == "page":
        st.caption(state.figures[picture.CHART].layout.meta["key"])


def the_player() -> None:
    process().panel(
        key="player",
        on_start_change=start_at,
        on_weight_change=weight_at,
        on_shown_change=shown_at,
        on_panel_change=open_panel,
    )


def header(settings: Settings, said: Texts) -> None:
    """The name of the page, and what chooses another one; what a teacher has hidden is not there."""
    if settings.look != "page":
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.title(said("page.title"), anchor=False)
        if settings.shows("lesson"):
            st.segmented_control(
                said("page.lesson"),
                LESSON_IDS,
                format_func=lambda lesson: said(f"page.{lesson}"),
                required=True,
                label_visibility="collapsed",
                width="content",
                **bound("lesson", settings.lesson, callback=choose),
            )
        if settings.shows("loss"):
            field, names, kind = (
                ("loss", [*LESSONS[settings.lesson], OWN], "losses.{}.name")
                if (settings.lesson != "network")
                else ("data", list(DATASETS), "data.{}")
            )
            st.selectbox(
                said("page.dataset" if field == "data" else "page.loss"),
                names,
                format_func=lambda name: said(kind.format(name)),
                label_visibility="collapsed",
                width=260,
                **bound(field, getattr(settings, field), callback=choose),
            )
        if settings.shows("race") and settings.lesson != "network":
            st.toggle(
                said("page.race"),
                width="content",
                key=shown("race", bool(settings.race)),
                on_change=race_or_run,
            )
        if settings.shows("lang"):
            st.segmented_control(
                said("page.language"),
                LANGUAGES,
                format_func=lambda name: texts(name)("page.name"),
                required=True,
                label_visibility="collapsed",
                width="content",
                **bound("lang", settings.lang, callback=choose),
            )
    if settings.loss == OWN and settings.lesson != "network" and settings.shows("loss"):
        own_formula(settings, said)


def own_formula(settings: Settings, said: Texts) -> None:
    """Where a reader types a loss, and how it was understood, or what is wrong with it, as it is typed."""
    loss = settings.record
    letters = ", ".join(loss.letters)
    # What is being typed stays, also where it is no formula yet.
    if state.get("formula", "").strip() != settings.formula and not state.get("formula_error"):
        state.formula = settings.formula
    with st.container(horizontal=True, vertical_alignment="bottom", key="own"):
        st.text_input(
            said("formula.field", letters=letters),
            key="formula",
            live="400ms",
            on_change=change_formula,
            help=said("formula.help", w=loss.letters[0], example=" + ".join(f"{w}^2" for w in loss.letters)),
            width=420,
        )
        keys = [f"domain_{i}" for i in range(2 * len(loss.letters))]
        for i, key in enumerate(keys):
            st.number_input(
                said("formula.to" if i % 2 else "formula.from", name=loss.names[i // 2]),
                -float(MAX_PLACE),
                float(MAX_PLACE),
                step=1.0,
                format="%g",
                width=ENTRY,
                key=shown(key, float(loss.domain[i // 2][i % 2])),
                on_change=change_domain,
                args=(keys,),
            )
    error = state.get("formula_error")
    with st.container(key="formula_read", gap=None):
        with st.container(key="formula_error"):
            st.markdown(as_text(words.formula_error(error, said)) if error else "")
        st.markdown(words.formula_read(loss, said, refused=error is not None))


def about(settings: Settings, said: Texts) -> None:
    """What the page is about, and the presets; or the question that a teacher asks right above the curve."""
    if settings.is_lesson:
        presets(settings, said)
    with st.container(horizontal=True, vertical_alignment="center", key="about"):
        if settings.is_lesson:
            what_a_teacher_asks(settings, said)
        else:
            with st.container(key="lead"):
                st.caption(said(f"page.lead_{settings.lesson}"))
        # What a teacher has switched on for good is no switch.
        can_predict = settings.lesson != "network" and not settings.race and settings.predict != "on"
        if can_predict and settings.shows("predict"):
            st.toggle(
                said("page.predict"),
                width="content",
                help=said("page.predict_help"),
                key=shown("predict", settings.predict != "off"),
                on_change=predict_or_not,
            )
        if settings.shows("presets"):
            with st.popover(said("missions.name")):
                for name in MISSIONS:
                    label = said(f"missions.{name}.name")
                    st.button(label, key=f"mission_{name}", on_click=start_mission, args=(name,))
        if settings.is_lesson:
            st.button(said("page.explore"), key="explore", type="tertiary", on_click=explore)
    if not settings.is_lesson:
        presets(settings, said)


def presets(settings: Settings, said: Texts) -> None:
    if settings.shows("presets"):
        with st.container(horizontal=True, gap="small", key="presets"):
            for name in presets_of(settings.lesson):
                st.button(said(f"presets.{name}"), key=f"preset_{name}", on_click=preset, args=(name,))


def what_a_teacher_asks(settings: Settings, said: Texts) -> None:
    """The question and the mission, as text whatever they contain."""
    with st.container(key="class"):
        st.markdown(as_text(settings.q))
        if settings.mission:
            st.html('<div data-gdviz="mission"></div>')
    if settings.mission:
        st.button(said("missions.again"), key="again", on_click=start_mission, args=(settings.mission,))


def view_choice(settings: Settings, said: Texts) -> None:
    if not settings.shows("view") or len(settings.views) < 2:
        return
    st.segmented_control(
        said("page.view"),
        settings.views,
        format_func=lambda view: said(f"page.{view}"),
        required=True,
        label_visibility="collapsed",
        **bound("view", settings.view, callback=choose),
    )


def cuts_and_fit(settings: Settings, said: Texts) -> None:
    """The landscape cut along each weight, and the data of a loss that has some."""
    loss, (x, y) = settings.record, settings.record.names
    chart(cuts.CHART, said("chart.cuts_alt", x=x, y=y))
    if loss.data:
        count = len(loss.data)
        chart(fit.CHART, said("chart.fit_alt", n=count))
        with st.popover(said("page.data", n=count)):
            st.table([{"x": number(x), "y": number(y)} for x, y in loss.data])


def worked_and_loss(settings: Settings, said: Texts) -> None:
    if settings.shows("formulas"):
        with st.container(key=f"formulas_{settings.lesson}"):
            st.latex(state.formulas)
        if settings.predict == "off":  # or it would say what is asked
            st.caption(said("page.watch", what=said(f"losses.{settings.loss}.watch")))
    if settings.shows("worked"):
        st.html(f'<div class="gdviz-worked gdviz-{settings.lesson}" data-gdviz="worked"></div>')
    if settings.shows("curve-by-step"):
        st.html('<div data-gdviz="scale"></div>')
        chart(loss_by_step.CHART, said("chart.loss_alt"))
    if settings.shows("table"):
        st.html('<div data-gdviz="table"></div>')


@st.fragment
def run_and_controls() -> None:
    """The run and all that changes it: a change here reruns this part alone, and sends no figure."""
    work_out(st.empty())
    with process().turn:
        run_and_rate()
        settings: Settings = state.settings
        said, loss = texts(settings.lang), settings.record
        if settings.shows("w"):
            with st.container(horizontal=True, vertical_alignment="bottom"):
                start_controls(settings, loss, said)
        if settings.shows("steps"):
            with st.container(horizontal=True, vertical_alignment="bottom"):
                st.number_input(said("page.steps"), step=1, width=ENTRY, **bound("steps", settings.steps))
                st.segmented_control(
                    said("page.every"),
                    settings.fitting_every,
                    format_func=lambda n: f"×{n}",
                    help=said("page.every_help"),
                    required=True,
                    **bound("every", settings.every),
                )
        if settings.shows("opt") and not settings.race:
            update_rule(settings, said)


def start_controls(settings: Settings, loss: FormulaLoss, said: Texts) -> None:
    """The start: of one weight a slider and an entry, of more an entry each."""
    grids = [float(np.round((high - low) / (curve.SAMPLES - 1) * 2, 6)) for low, high in loss.domain]
    if len(grids) == 1:
        (low, high), grid = loss.domain[0], grids[0]
        st.slider(
            said("page.w_slider"),
            float(low),
            float(high),
            step=grid,
            format="%g",
            help=said("page.w_help"),
            **bound("w", settings.w[0], f"w_slider_{loss.id}"),
        )
        st.number_input(said("page.w"), step=grid, format="%g", width=ENTRY, **bound("w", settings.w[0]))
        return
    keys = [f"w_{name}" for name in loss.letters]
    for key, name, value, grid in zip(keys, loss.names, settings.w, grids, strict=True):
        st.number_input(
            said("page.start", name=name),
            step=grid,
            format="%g",
            width=ENTRY,
            help=said("page.two_start"),
            key=shown(key, value),
            on_change=change_start,
            args=(keys,),
        )


def update_rule(settings: Settings, said: Texts, callback: Callable = change) -> None:
    """The choice of the rule, its constants, and what it is."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.selectbox(
            said("page.opt"),
            list(OPTIMIZERS),
            format_func=lambda rule: said(f"optimizers.{rule}.name"),
            help=said("page.opt_help"),
            width=2 * ENTRY,
            **bound("opt", settings.opt, callback=callback),
        )
        for constant, value in zip(constants(settings.opt), settings.const, strict=True):
            st.number_input(
                said(f"constants.{constant.name}"),
                step=0.01 if constant.high < 1 else finest(value),
                format="%g",
                width=ENTRY,
                key=shown(f"{settings.opt}_{constant.name}", value),
                on_change=change_constants,
                args=(settings.opt,),
            )
    rule = said.section(f"optimizers.{settings.opt}")
    st.latex(rule["latex"])
    st.caption(f"{rule['remembers']} {rule['effect']}")


@st.fragment
def run_and_rate() -> None:
    """The run and the learning rate, which a class changes most: its own part, as small as can be."""
    there = work_out(st.empty())
    with process().turn:
        settings: Settings = state.settings
        said = texts(settings.lang)
        name_link(settings)
        show_notices(said)
        if there:
            run = state.run if is_far(settings) else lesson(settings)
            process().run(data=run.play, key="run")
            told(run, settings)
        else:
            what_is_missing(said)
        if settings.race and settings.shows("race"):
            runners(settings, said)
        elif settings.shows("eta") and not settings.race:
            learning_rate(settings, said)


def told(run: Lesson, settings: Settings) -> None:
    """What is said of a run; the player keeps it covered for as long as it would give an answer away."""
    if settings.shows("verdict"):
        covered = "" if settings.predict == "off" else "gdviz-covered"
        st.html(f'<div class="{covered}">{run.told}</div>')


def show_notices(said: Texts) -> None:
    if state.notices:
        st.warning("  \n".join(as_text(words.notice(notice, said)) for notice in state.notices))


def learning_rate(settings: Settings, said: Texts) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.select_slider(
            said("page.eta_slider"),
            sorted({*RATES, settings.eta}),
            format_func=lambda rate: RATE_LABELS.get(rate) or number(rate),
            **bound("eta", settings.eta, "eta_slider"),
        )
        st.number_input(
            said("page.eta"),
            step=finest(settings.eta),
            format="%g",
            width=ENTRY,
            **bound("eta", settings.eta),
        )


def runners(settings: Settings, said: Texts) -> None:
    """The runners of a race, each with its rule and rate, and room for more."""
    for i, rule in enumerate(settings.race):
        with st.container(horizontal=True, vertical_alignment="bottom", key=f"runner_{i}"):
            st.selectbox(
                said("page.runner_rule", n=f"{i + 1} {PENS[i].sign}"),
                list(OPTIMIZERS),
                width=ENTRY,
                key=shown(f"rule_of_{i}", rule.id),
                on_change=change_race,
            )
            st.number_input(
                said("page.runner_eta"),
                step=finest(rule.learning_rate),
                format="%g",
                width=ENTRY,
                key=shown(f"eta_of_{i}", rule.learning_rate),
                on_change=change_race,
            )
            if len(settings.race) > 1:
                remove = said("page.remove", n=i + 1)
                st.button(remove, key=f"remove_{i}", on_click=remove_runner, args=(i,))
    if len(settings.race) < MAX_RUNNERS:
        st.button(said("page.add"), key="add_runner", on_click=add_runner)


def as_text(sentence: str) -> str:
    """A sentence as Markdown that says just that: it may quote a link, and so anything."""
    return re.sub(f"([{re.escape(string.punctuation)}])", r"\\\1", sentence)


def finest(eta: float) -> float:
    """The step of the buttons beside the rate: one in its second digit."""
    return 10.0 ** (math.floor(math.log10(eta)) - 1)


# --- A network ---------------------------------------------------------------------------


def network_page(settings: Settings, said: Texts, left: DeltaGenerator, right: DeltaGenerator) -> None:
    run: Lesson = state.run
    with left:
        name_link(settings)
        process().run(data=run.play, key="run")
        show_notices(said)
        network_charts(settings, said)
        if settings.view != "cost":
            told(run, settings)
        if settings.view in ("learn", "weight"):
            network_controls(settings, said)
    with right:
        if settings.view == "cost":
            told(run, settings)
        else:
            beside_network(settings, said)
        # A phone shows what is on the right last, and the calculation belongs to its picture.
        if settings.view == "chain":
            network_controls(settings, said)


def network_charts(settings: Settings, said: Texts) -> None:
    """What moves, and the player under it."""
    if settings.view == "cost":
        chart(cost_figure.CHART, said("cost.alt"))
        st.caption(said("cost.key", examples=EXAMPLES))
        the_player()
        return
    if settings.view == "chain":
        st.html('<div class="gdviz-graph" data-gdviz="graph"></div>')
    else:
        picture, drawing = st.columns(2, gap="small")
        with picture:
            answer_or_cut(settings, said)
        with drawing:
            st.html('<div class="gdviz-graph" data-gdviz="graph"></div>')
    the_player()
    if settings.look == "page":
        st.caption(said("chain.key" if settings.view == "chain" else "network.graph_key"))


def answer_or_cut(settings: Settings, said: Texts) -> None:
    if settings.view == "learn":
        regression = DATASETS[settings.data].task == "regression"
        key = "curve_key" if regression else "answer_key"
        chart(answer.CHART, said("network.answer_alt"))
    else:
        key = "cut_key"
        chart(weight.CHART, said("network.cut_alt"))
    if settings.look == "page":
        st.caption(said(f"network.{key}"))


def beside_network(settings: Settings, said: Texts) -> None:
    """The worked step, and what belongs to it."""
    if settings.shows("worked"):
        st.html('<div class="gdviz-worked gdviz-two" data-gdviz="worked"></div>')
    if settings.view == "chain":
        return
    if learning.CHART in state.figures:
        st.html('<div data-gdviz="scale"></div>')
        chart(learning.CHART, said("network.learning_alt"))
        st.caption(said("network.learning_key"))
    if depth.CHART in state.figures:
        chart(depth.CHART, said("network.depth_alt"))
        st.caption(depth.key(settings.job, said))
    if "pair" in state.figures:
        chart("pair", said("network.pair_alt"))
        st.caption(said("network.pair_key", n=settings.step))
    if settings.shows("table"):
        st.html('<div data-gdviz="table"></div>')


def network_controls(settings: Settings, said: Texts) -> None:
    """Everything that changes what is learned, or what is looked at."""
    if settings.view == "weight" and settings.shows("view"):
        weight_lists(settings, said)

    def entry(field: str, **more: Any) -> None:
        value = getattr(settings, field)
        st.number_input(said(f"page.{field}"), width=ENTRY, **bound(field, value, callback=choose), **more)

    with st.container(horizontal=True, vertical_alignment="bottom"):
        if settings.view == "chain" and settings.shows("view"):
            entry("example", step=1, help=said("page.example_help"))
        if settings.shows("network"):
            st.text_input(
                said("page.layers"),
                help=said("page.layers_help"),
                width=ENTRY,
                **bound("layers", settings.to_query()["layers"], callback=choose),
            )
            st.segmented_control(
                said("page.act"),
                list(ACTIVATIONS),
                required=True,
                **bound("act", settings.act, callback=choose),
            )
        if settings.view != "chain" and settings.shows("eta"):
            entry("eta", step=finest(settings.eta), format="%g")
        if settings.view != "chain" and settings.shows("steps"):
            entry("epochs", step=100 if settings.epochs >= 100 else 10)
    if settings.view != "chain" and settings.shows("opt"):
        update_rule(settings, said, choose)
    if not settings.shows("network"):
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        entry("seed", step=1, help=said("page.seed_help"))
        entry("points", step=10)
        entry("noise", step=0.05, format="%g")
        entry("batch", step=10, help=said("page.batch_help"))


def weight_lists(settings: Settings, said: Texts) -> None:
    """The weight that is looked at, from a list that a keyboard and a thumb can use, and a second one."""
    names = weight_names(settings.job.sizes)
    first, *more = settings.weight
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.selectbox(
            said("page.chosen"),
            range(len(names)),
            format_func=names.__getitem__,
            width=ENTRY,
            key=shown("first_weight", first),
            on_change=choose_weights,
        )
        st.selectbox(
            said("page.second"),
            [None, *(i for i in range(len(names)) if i != first)],
            format_func=lambda index: said("page.none") if index is None else names[index],
            width=ENTRY,
            key=shown("second_weight", more[0] if more else None),
            on_change=choose_weights,
        )


# --- What the player's tools open ---------------------------------------------------------


def share_panel(settings: Settings, said: Texts) -> None:
    """A lesson for a class, made of the present state: its link, a code to scan, a page to embed."""
    st.dialog(said("share.title"), width="large")(partial(share_form, settings, said))()


def share_form(settings: Settings, said: Texts) -> None:
    form, made = st.columns(2, gap="large")
    with form:
        chosen = lesson_choices(settings, said)
    fields = lesson_link(settings, chosen)
    address = f"{page_address()}?{urlencode(fields, safe=',:/')}"
    with made:
        show_code(address, said)
        st.caption(said("share.link"))
        st.code(address, language=None, wrap_lines=True)
        st.caption(said("share.embed"))
        title = escape(said("page.title"))
        frame = f'<iframe src="{escape(address)}&amp;embed=true" title="{title}" '
        frame += 'style="width: 100%; height: 900px; border: 0" allowfullscreen></iframe>'
        st.code(frame, language="html", wrap_lines=True)
    with st.expander(said("share.fields")):
        st.table([{said("share.field"): name, said("share.said"): text} for name, text in fields.items()])


def lesson_choices(settings: Settings, said: Texts) -> dict[str, str]:
    """What the teacher makes of the state: fields of a link."""
    question = st.text_area(
        said("share.q"),
        settings.q,
        max_chars=MAX_QUESTION,
        help=said("share.q_help"),
        height=90,
        key="make_q",
    )
    hidden = st.multiselect(
        said("share.hide"),
        HIDEABLE,
        settings.hide or ("lesson", "loss", "race", "presets", "link"),
        format_func=lambda part: said(f"parts.{part}"),
        help=said("share.hide_help"),
        key="make_hide",
    )

    def choice(field: str, options: Sequence[str], value: str, wording: str = "share.{}") -> str:
        label = said(f"share.{field}")
        return st.selectbox(
            label,
            options,
            options.index(value),
            format_func=lambda name: said(wording.format(name or "none")),
            key=f"make_{field}",
        )

    chosen = {"q": question, "hide": ",".join(hidden)}
    if settings.lesson != "network" and not settings.race:
        chosen["predict"] = choice("predict", PREDICT, settings.predict)
    missions = [name for name in MISSIONS if lesson_of(MISSIONS[name].start) == settings.lesson]
    chosen["mission"] = st.selectbox(
        said("share.mission"),
        ["", *missions],
        format_func=lambda name: said(f"missions.{name}.name" if name else "share.none"),
        index=["", *missions].index(settings.mission),
        key="make_mission",
    )
    chosen["look"] = choice("look", LOOKS, settings.look)
    chosen["lang"] = st.selectbox(
        said("share.language"),
        ["", *LANGUAGES],
        format_func=lambda lang: texts(lang)("page.name") if lang else said("share.reader"),
        key="make_lang",
    )
    return chosen


def lesson_link(settings: Settings, chosen: dict[str, str]) -> dict[str, str]:
    """All fields of a lesson's link; without a language it is the reader's."""
    made, _ = Settings.from_query({**settings.to_query(), **{k: v for k, v in chosen.items() if k != "lang"}})
    fields = made.to_query()
    del fields["lang"]
    if not chosen["lang"]:
        return fields
    # A language that is fixed cannot be changed.
    hidden = dict.fromkeys([*made.hide, "lang"])
    return fields | {"hide": ",".join(hidden), "lang": chosen["lang"]}


def page_address() -> str:
    """The page's own address, also where Streamlit Community Cloud shows it in a frame."""
    return (st.context.url or "").split("?")[0].split("~/+")[0].rstrip("/") + "/"


def show_code(address: str, said: Texts) -> None:
    """The address as a QR code; at level L, as a screen has no dirt and fewer modules are larger ones."""
    try:
        code = segno.make(address, error="l", boost_error=False, micro=False)
    except segno.DataOverflowError:
        st.caption(said("share.too_long"))
        return
    picture, name = code.svg_data_uri(scale=4, border=4, light="#fff"), escape(said("share.qr"))
    image = f'<img src="{picture}" alt="{name}">'
    st.html(f'<button type="button" class="gdviz-qr" data-gdviz="qr" title="{name}">{image}</button>')
    st.caption(said("share.qr"))


def home_panel(settings: Settings, said: Texts) -> None:
    """What a run can be taken home as; each is made when it is asked for."""
    st.dialog(said("home.title"))(partial(home_list, settings, said))()


def home_list(settings: Settings, said: Texts) -> None:
    ink, submit = INKS[st.context.theme.type or "light"], partial(process().worker.submit, line_of(settings))
    name = settings.data if settings.lesson == "network" else settings.loss

    def made(kind: str) -> bytes:
        with submit(far_download, settings, kind, ink) as ticket:
            ticket.wait(LIMIT)
            return ticket.result()[0]

    def list_them() -> None:
        for kind in downloads(settings):
            size = int(outcome(submit(far_size, settings, kind, ink), place)[0]) if kind == "html" else 0
            st.download_button(
                said(f"home.{kind}", size=number(size / 1e6, 2)),
                data=partial(made, kind),
                file_name=f"gdviz-{name}{DOWNLOADS[kind]}",
                key=f"home_{kind}",
                on_click="ignore",
            )
            st.caption(said(f"home.{kind}_about"))

    place = st.empty()
    if not obtained(lambda settings: list_them()):
        what_is_missing(said)


PANELS = {"share": share_panel, "home": home_panel}

# Where a network learns the page's code is not run, though it may be loaded.
if __name__ == "__main__":
    open_link()
    place = st.empty()  # one that is always there, or all after it would move and be built anew
    # Where only the run is missing the page has all that changes it, and says so in its place.
    if (work_out(place) or not draws_far(state.settings)) and draw(place):
        with process().turn:
            page()
    else:
        said = texts(state.settings.lang)
        what_is_missing(said)
        st.button(said("page.plain"), key="plain", on_click=begin_anew)
    if panel := state.pop("panel", None):
        PANELS[panel](state.settings, texts(state.settings.lang))
