"""The page of a network: what moves, the numbers of the step, and what changes what is learned."""

from typing import Any

import streamlit as st

from gdviz.charts.graph import weight_names
from gdviz.lessons import LESSONS
from gdviz.lessons.network import Network, NetworkView
from gdviz.link.bounds import LIMITS
from gdviz.link.fields import FIELDS
from gdviz.link.settings import Settings
from gdviz.network.datasets import CURVES
from gdviz.network.network import ACTIVATIONS
from gdviz.texts import Texts
from gdviz.web.data_panel import data_panel
from gdviz.web.header import subject
from gdviz.web.player import by_step, chart, player, run, summary
from gdviz.web.session import name_link, session
from gdviz.web.waiting import shown_run
from gdviz.web.widgets import (
    ENTRY,
    bind,
    choose,
    learning_rate,
    place_of,
    show_notices,
    update_rule,
    value_of,
    watched,
)


def network_page(settings: Settings, texts: Texts) -> None:
    lesson = LESSONS[settings.lesson]
    assert isinstance(lesson, Network)
    view, shown = lesson.view(settings), shown_run(settings)
    with st.container(key="subject"):
        subject(settings, texts)
    show_notices(texts)
    with st.container(key="rate"):
        run(shown, is_fragment=False)
        _rate(view, settings, texts)
    with st.container(key="start", horizontal=True, vertical_alignment="bottom"):
        if view.chooses_weights:
            _weight_lists(settings, texts)
        else:
            _network(view, settings, texts)
    charts = [one for one in view.charts(settings) if one.is_on(settings)]
    with st.container(key="figure"):
        for one in charts:
            if not (one.beside or one.below):
                with st.container(key=f"panel_{one.id}"):
                    chart(one, settings, texts)
        if view.graph_key:
            with st.container(key="panel_graph"):
                place_of("graph", "gdviz-graph")
    with st.container(key="player_row"):
        player()
    with st.container(key="side"):
        if view.text_beside:
            summary(shown, settings)
        elif settings.shows("worked"):
            place_of("worked", "gdviz-worked gdviz-two")
        for one in charts:
            if one.beside:
                by_step(one, settings, texts)
    with st.container(key="verdict"):
        if not view.text_beside:
            summary(shown, settings)
    with st.container(key="more"):
        _more(view, settings, texts)
    with st.container(key="aside"):
        for one in charts:
            if one.below:
                chart(one, settings, texts)
        if view.graph_key and not settings.presents:
            st.caption(texts(view.graph_key))
        for one in charts:
            if one.caption and not settings.presents:
                st.caption(one.caption(settings, texts, session().drawing.figures[one.id]))
        if view.has_table and settings.shows("table"):
            place_of("table")
    name_link(settings)


# The part of the page that hides a control.
PARTS = {"example": "view", "epochs": "steps"}


def _entry(field: str, view: NetworkView, settings: Settings, texts: Texts, **more: Any) -> None:
    """The entry of a number, where the view has it and it is not hidden."""
    if field in view.controls and settings.shows(PARTS.get(field, "network")):
        value = getattr(settings, field)
        st.number_input(texts(f"page.{field}"), width=ENTRY, **bind(field, value, callback=choose), **more)


def _rate(view: NetworkView, settings: Settings, texts: Texts) -> None:
    """How fast is learned."""
    if "eta" in view.controls and settings.shows("eta"):
        learning_rate(settings, texts, callback=choose)


def _network(view: NetworkView, settings: Settings, texts: Texts) -> None:
    """How long is learned, or which example is looked at; and the layers and their activation."""
    _entry("example", view, settings, texts, step=1, help=texts("page.example_help"))
    _entry("epochs", view, settings, texts, step=100 if settings.epochs >= 100 else 10)
    if "layers" in view.controls and settings.shows("network"):
        st.text_input(
            texts("page.layers"),
            help=texts("page.layers_help", **LIMITS),
            width=ENTRY,
            **bind("layers", FIELDS["layers"].write(settings.layers), callback=choose),
        )
        st.segmented_control(
            texts("page.act"),
            list(ACTIVATIONS),
            required=True,
            **bind("act", settings.act, callback=choose),
        )


def _more(view: NetworkView, settings: Settings, texts: Texts) -> None:
    """What comes second: the rule, and what data and starting weights are made of."""
    if "opt" in view.controls and settings.shows("opt"):
        update_rule(settings, texts, choose)
    if view.chooses_weights:
        with st.container(horizontal=True, vertical_alignment="bottom"):
            _network(view, settings, texts)
    if settings.data in CURVES and settings.shows("loss"):
        data_panel(settings, (), texts)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        _entry("seed", view, settings, texts, step=1, help=texts("page.seed_help"))
        if not settings.pairs:
            _entry("points", view, settings, texts, step=10)
            _entry("noise", view, settings, texts, step=0.05, format="%g")
        _entry("batch", view, settings, texts, step=10, help=texts("page.batch_help"))


def _weight_lists(settings: Settings, texts: Texts) -> None:
    """The weight that is looked at, from a list that a keyboard and a thumb can use, and a second one."""
    if not settings.shows("view"):
        return
    names = weight_names(settings.job.sizes)
    first, *more = settings.weight
    st.selectbox(
        texts("page.chosen"),
        range(len(names)),
        format_func=names.__getitem__,
        width=ENTRY,
        **watched("first_weight", first, _choose_weights),
    )
    st.selectbox(
        texts("page.second"),
        [None, *(i for i in range(len(names)) if i != first)],
        format_func=lambda index: texts("page.none") if index is None else names[index],
        width=ENTRY,
        **watched("second_weight", more[0] if more else None, _choose_weights),
    )


def _choose_weights() -> None:
    """The weight that is looked at was chosen from the list, or a second one."""
    chosen = [value_of("first_weight"), value_of("second_weight")]
    session().choose("weight", ",".join(str(index) for index in chosen if index is not None))
