"""The page: draws the controls, hands Settings over, shows what comes back."""

import gc
import math
import os
import re
import string
import sys
import threading
from collections.abc import Callable, Iterable, MutableMapping
from concurrent.futures import Executor
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import streamlit as st
from cachetools import LRUCache
from loky import ProcessPoolExecutor

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
    Lesson,
    cost_chart,
    lesson,
    needs_training,
    network_lesson,
    pair_landscape,
    portion,
    size_of,
)
from gdviz.losses import LESSONS, FormulaLoss
from gdviz.network import ACTIVATIONS
from gdviz.numbers import number, plain
from gdviz.optimizers import OPTIMIZERS, Rule, constants
from gdviz.settings import (
    LANGUAGES,
    LESSON_IDS,
    MAX_ETA,
    MAX_RUNNERS,
    MIN_ETA,
    PRESETS,
    VIEWS,
    Notice,
    Settings,
    fitting_every,
    presets_of,
    race_text,
)
from gdviz.texts import Texts, texts

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
    worker: Executor  # where networks learn, out of the way of those who draw


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
        js="".join(home.with_name(name).read_text("utf-8") for name in ("graph.js", "player.js")),
        isolate_styles=False,
    )
    run = st.components.v2.component("gdviz_run", js=home.with_name("run.js").read_text("utf-8"))
    # Sessions that draw at once would share the lock anyway, and many threads that want it
    # starve the event loop: three hundred students then wait for seconds.
    # A process of its own for learning, and one after the other's portion: however many sessions
    # train, none waits long for its next portion, and drawing goes on beside it.
    worker = ProcessPoolExecutor(1, env={"OPENBLAS_NUM_THREADS": "1"}, initializer=os.nice, initargs=(5,))
    return Process(panel, run, threading.RLock(), worker)


@st.cache_resource(show_spinner=False)
def lessons() -> MutableMapping[Settings, Lesson]:
    """What networks have learned for anybody, the newest of it."""
    return LRUCache(CACHE, getsizeof=size_of)


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
        went = not state.chosen and query not in (state.link, state.opened_with)
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


def change(field: str, key: str) -> None:
    """A widget was changed: its value is read as a link's would be."""
    value = state[key]
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
    keep(*state.settings.changed("w", ",".join(map(plain, state.player.start))))
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
    keep(*state.settings.changed("weight", str(state.player.weight)))
    if state.settings.view != "weight":
        keep(*state.settings.changed("view", "weight"))
    state.chosen = True


def shown_at() -> None:
    """The player rests at another step, and something here is drawn for it."""
    keep(*state.settings.changed("step", state.player.shown))
    state.chosen = True


def choose_weights() -> None:
    """The weight that is looked at was chosen from the list, or a second one."""
    chosen = [state.first_weight, state.second_weight]
    keep(*state.settings.changed("weight", ",".join(str(index) for index in chosen if index is not None)))
    state.chosen = True


def preset(name: str) -> None:
    keep(*Settings.from_query(PRESETS[name], lang=state.settings.lang))
    state.chosen = True


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


def learn() -> None:
    """Have the network learn, a portion at a time, and tell how far it is."""
    settings: Settings = state.settings
    bar = st.empty()  # always there, or all that comes after it would move, and be built anew
    if settings.lesson != "network":
        return
    known = lessons()
    with process().turn:
        state.run = known.get(settings)
    if state.run:
        return
    worker = process().worker
    while needs_training(settings) and (share := worker.submit(portion, settings.job).result()) < 1:
        bar.progress(share, texts(settings.lang)("page.training", done=f"{share:.0%}"))
    state.run = worker.submit(network_lesson, settings).result()
    bar.empty()
    with process().turn:
        known[settings] = state.run


def page() -> None:
    settings: Settings = state.settings
    said, ink = texts(settings.lang), INKS[st.context.theme.type or "light"]
    st.set_page_config(page_title=said("page.tab"), page_icon="⛰️", layout="wide")
    header(settings, said)
    if settings.lesson == "network":
        network_page(settings, said, ink)
        return
    left, right = st.columns([1.9, 1], gap="large")
    with left:
        chart_and_player(settings, said, ink)
        run_and_controls()
    with right:
        worked_and_loss(settings, said, ink)


def chart_and_player(settings: Settings, said: Texts, ink: Ink) -> None:
    """The chart with its player under it; of two weights the cuts stand beside them."""
    if settings.race:
        race_chart(settings, said, ink)
    elif settings.lesson == "one":
        curve_chart(settings, said, ink)
    else:
        chart, beside = st.columns([1.55, 1], gap="small")
        with beside:
            cuts_and_fit(settings, said, ink)
        with chart:
            landscape_chart(settings, said, ink)
            process().panel(key="player", on_start_change=start_at)
            view_and_key(settings, said)
        return
    process().panel(key="player", on_start_change=start_at)


def header(settings: Settings, said: Texts) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.title(said("page.title"), anchor=False)
        st.segmented_control(
            said("page.lesson"),
            LESSON_IDS,
            format_func=lambda lesson: said(f"page.{lesson}"),
            required=True,
            label_visibility="collapsed",
            width="content",
            **bound("lesson", settings.lesson, callback=choose),
        )
        if settings.lesson == "network":
            st.selectbox(
                said("page.dataset"),
                list(DATASETS),
                format_func=lambda name: said(f"data.{name}"),
                label_visibility="collapsed",
                width=260,
                **bound("data", settings.data, callback=choose),
            )
        else:
            st.selectbox(
                said("page.loss"),
                list(LESSONS[settings.lesson]),
                format_func=lambda name: said(f"losses.{name}.name"),
                label_visibility="collapsed",
                width=260,
                **bound("loss", settings.loss, callback=choose),
            )
            st.toggle(
                said("page.race"),
                width="content",
                key=shown("race", bool(settings.race)),
                on_change=race_or_run,
            )
        st.segmented_control(
            said("page.language"),
            LANGUAGES,
            format_func=lambda name: texts(name)("page.name"),
            required=True,
            label_visibility="collapsed",
            width="content",
            **bound("lang", settings.lang, callback=choose),
        )
    with st.container(key="lead"):
        st.caption(said(f"page.lead_{settings.lesson}"))
    with st.container(horizontal=True, gap="small", key="presets"):
        for name in presets_of(settings.lesson):
            st.button(said(f"presets.{name}"), key=f"preset_{name}", on_click=preset, args=(name,))


def curve_chart(settings: Settings, said: Texts, ink: Ink) -> None:
    low, high = map(number, settings.record.domain[0])
    st.plotly_chart(
        curve.stage(settings.record, said, ink),
        key=curve.CHART,
        config=CONFIG,
        alt=said("chart.curve_alt", low=low, high=high),
    )


def landscape_chart(settings: Settings, said: Texts, ink: Ink) -> None:
    loss = settings.record
    (x, y), (across, up) = loss.names, loss.domain
    (left, right), (low, high) = map(number, across), map(number, up)
    picture = landscape if settings.view == "above" else surface
    st.plotly_chart(
        landscape.stage(loss, ink) if settings.view == "above" else surface.stage(loss, said, ink),
        key=picture.CHART,
        config=CONFIG if settings.view == "above" else surface.CONFIG,
        alt=said(f"chart.{picture.CHART}_alt", x=x, y=y, left=left, right=right, low=low, high=high),
    )


def view_choice(settings: Settings, said: Texts) -> None:
    st.segmented_control(
        said("page.view"),
        VIEWS[settings.lesson],
        format_func=lambda view: said(f"page.{view}"),
        required=True,
        label_visibility="collapsed",
        **bound("view", settings.view, callback=choose),
    )


def view_and_key(settings: Settings, said: Texts) -> None:
    """The choice of the view, and what the marks on it mean."""
    view_choice(settings, said)
    picture = landscape if settings.view == "above" else surface
    st.caption(said(f"chart.{picture.CHART}_key"))


def cuts_and_fit(settings: Settings, said: Texts, ink: Ink) -> None:
    """The landscape cut along each weight, and the data of a loss that has some."""
    loss, (x, y) = settings.record, settings.record.names
    st.plotly_chart(
        cuts.stage(loss, said, ink), key=cuts.CHART, config=CONFIG, alt=said("chart.cuts_alt", x=x, y=y)
    )
    if loss.data:
        count = len(loss.data)
        alt = said("chart.fit_alt", n=count)
        st.plotly_chart(fit.stage(loss, said, ink), key=fit.CHART, config=CONFIG, alt=alt)
        with st.popover(said("page.data", n=count)):
            st.table([{"x": number(x), "y": number(y)} for x, y in loss.data])


def race_chart(settings: Settings, said: Texts, ink: Ink) -> None:
    figure = race.stage(settings.record, said, ink)
    st.plotly_chart(figure, key=race.CHART, config=CONFIG, alt=said("chart.race_alt"))


def formulas(settings: Settings) -> str:
    """The loss and its partial derivatives, in LaTeX."""
    loss = settings.record
    letters = [f"{letter[0]}_{letter[1:]}" if letter[1:] else letter for letter in loss.letters]
    d = "d" if len(letters) == 1 else r"\partial "
    lines = [f"E({', '.join(letters)}) &= {loss.formula.latex}"]
    for letter, partial in zip(letters, loss.formula.gradient_latex, strict=True):
        lines.append(rf"\tfrac{{{d}E}}{{{d}{letter}}} &= {partial}")
    rows = r" \\[2pt] ".join(lines)
    return rf"\begin{{aligned}} {rows} \end{{aligned}}"


def worked_and_loss(settings: Settings, said: Texts, ink: Ink) -> None:
    with st.container(key=f"formulas_{settings.lesson}"):
        st.latex(formulas(settings))
    st.caption(said("page.watch", what=said(f"losses.{settings.loss}.watch")))
    st.html(f'<div class="gdviz-worked gdviz-{settings.lesson}" data-gdviz="worked"></div>')
    st.html('<div data-gdviz="scale"></div>')
    st.plotly_chart(
        loss_by_step.stage(said, ink, race=bool(settings.race)),
        key=loss_by_step.CHART,
        config=CONFIG,
        alt=said("chart.loss_alt"),
    )
    st.html('<div data-gdviz="table"></div>')


@st.fragment
def run_and_controls() -> None:
    """The run and all that changes it: a change here reruns this part alone, and sends no figure."""
    with process().turn:
        run_and_rate()
        settings: Settings = state.settings
        said, loss = texts(settings.lang), settings.record
        with st.container(horizontal=True, vertical_alignment="bottom"):
            start_controls(settings, loss, said)
        with st.container(horizontal=True, vertical_alignment="bottom"):
            st.number_input(said("page.steps"), step=1, width=ENTRY, **bound("steps", settings.steps))
            st.segmented_control(
                said("page.every"),
                fitting_every(settings.steps),
                format_func=lambda n: f"×{n}",
                help=said("page.every_help"),
                required=True,
                **bound("every", settings.every),
            )
        if not settings.race:
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
    st.caption(f"{rule['remembers']} {rule['good']}")


@st.fragment
def run_and_rate() -> None:
    """The run and the learning rate, which a class changes most: its own part, as small as can be."""
    with process().turn:
        settings: Settings = state.settings
        said, run = texts(settings.lang), lesson(settings)
        name_link(settings)
        process().run(data=run.play, key="run")
        show_notices(said)
        st.html(run.told)
        if settings.race:
            runners(settings, said)
        else:
            learning_rate(settings, said)


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


def network_page(settings: Settings, said: Texts, ink: Ink) -> None:
    run: Lesson = state.run
    name_link(settings)
    process().run(data=run.play, key="run")
    show_notices(said)
    view_choice(settings, said)
    left, right = st.columns([1.9, 1], gap="large")
    with left:
        network_charts(settings, said, ink)
        if settings.view != "cost":
            st.html(run.told)
        if settings.view in ("learn", "weight"):
            network_controls(settings, said)
    with right:
        if settings.view == "cost":
            st.html(run.told)
        else:
            beside_network(settings, said, ink)
        # A phone shows what is on the right last, and the calculation belongs to its picture.
        if settings.view == "chain":
            network_controls(settings, said)


def network_charts(settings: Settings, said: Texts, ink: Ink) -> None:
    """What moves, and the player under it."""
    if settings.view == "cost":
        figure = process().worker.submit(cost_chart, settings, ink).result()
        st.plotly_chart(figure, key=cost_figure.CHART, config=CONFIG, alt=said("cost.alt"))
        st.caption(said("cost.key", examples=EXAMPLES))
        network_player()
        return
    if settings.view == "chain":
        st.html('<div class="gdviz-graph" data-gdviz="graph"></div>')
    else:
        chart, drawing = st.columns(2, gap="small")
        with chart:
            answer_or_cut(settings, said, ink)
        with drawing:
            st.html('<div class="gdviz-graph" data-gdviz="graph"></div>')
    network_player()
    st.caption(said("chain.key" if settings.view == "chain" else "network.graph_key"))


def network_player() -> None:
    process().panel(
        key="player", on_start_change=start_at, on_weight_change=weight_at, on_shown_change=shown_at
    )


def answer_or_cut(settings: Settings, said: Texts, ink: Ink) -> None:
    if settings.view == "learn":
        figure, chart, alt = answer.stage(settings.job, said, ink), answer.CHART, "network.answer_alt"
        regression = DATASETS[settings.data].task == "regression"
        key = said("network.curve_key" if regression else "network.answer_key")
    else:
        name = weight_names(settings.job.sizes)[settings.weight[0]]
        figure, chart, alt = weight.stage(name, said, ink), weight.CHART, "network.cut_alt"
        key = said("network.cut_key")
    st.plotly_chart(figure, key=chart, config=CONFIG, alt=said(alt))
    st.caption(key)


def beside_network(settings: Settings, said: Texts, ink: Ink) -> None:
    """The worked step, and what belongs to it."""
    st.html('<div class="gdviz-worked gdviz-two" data-gdviz="worked"></div>')
    if settings.view == "chain":
        return
    st.html('<div data-gdviz="scale"></div>')
    st.plotly_chart(
        learning.stage(said, ink), key=learning.CHART, config=CONFIG, alt=said("network.learning_alt")
    )
    st.caption(said("network.learning_key"))
    if settings.view == "learn" and settings.layers:
        figure = depth.stage(settings.job, said, ink)
        st.plotly_chart(figure, key=depth.CHART, config=CONFIG, alt=said("network.depth_alt"))
        st.caption(said("network.depth_key"))
    if len(settings.weight) == 2 and settings.view == "weight":
        figure = process().worker.submit(pair_landscape, settings, ink).result()
        st.plotly_chart(figure, key="pair", config=CONFIG, alt=said("network.pair_alt"))
        st.caption(said("network.pair_key", n=settings.step))
    st.html('<div data-gdviz="table"></div>')


def network_controls(settings: Settings, said: Texts) -> None:
    """Everything that changes what is learned, or what is looked at."""
    if settings.view == "weight":
        weight_lists(settings, said)

    def entry(field: str, **more: Any) -> None:
        value = getattr(settings, field)
        st.number_input(said(f"page.{field}"), width=ENTRY, **bound(field, value, callback=choose), **more)

    with st.container(horizontal=True, vertical_alignment="bottom"):
        if settings.view == "chain":
            entry("example", step=1, help=said("page.example_help"))
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
        if settings.view != "chain":
            entry("eta", step=finest(settings.eta), format="%g")
            entry("epochs", step=100 if settings.epochs >= 100 else 10)
    if settings.view != "chain":
        update_rule(settings, said, choose)
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


# Where a network learns the page's code is not run, though it may be loaded.
if __name__ == "__main__":
    open_link()
    learn()
    with process().turn:
        page()
