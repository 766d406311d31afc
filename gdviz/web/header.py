"""The top of the page: what chooses another lesson, loss or language, and what a teacher asks."""

import streamlit as st

from gdviz.charts import sentences
from gdviz.classroom.missions import MISSIONS
from gdviz.classroom.prediction import MODES, is_fixed
from gdviz.core.losses import is_custom
from gdviz.core.numbers import plain
from gdviz.core.optimizers import Rule
from gdviz.lessons import LESSONS, view_of
from gdviz.link.bounds import LANGUAGES, MAX_PLACE, MIN_ETA
from gdviz.link.readers import race_text
from gdviz.link.settings import Settings
from gdviz.texts import Texts, load_texts
from gdviz.web.session import session
from gdviz.web.story import start_mission
from gdviz.web.widgets import ENTRY, as_text, bind, choose, is_locked, value_of, watched


def header(settings: Settings, texts: Texts) -> None:
    """The name of the page, and what chooses another one; what a teacher has hidden is not there."""
    if settings.presents:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="header"):
        st.title(texts("page.title"), anchor=False)
        if settings.shows("lesson"):
            _segments("lesson", list(LESSONS), "page.lesson", "page.{}", settings.lesson, texts)
        if settings.shows("race") and settings.has("race"):
            st.toggle(
                texts("page.race"),
                width="content",
                disabled=is_locked("race"),
                **watched("race", bool(settings.race), _race_or_run),
            )
        _prediction_switch(settings, texts)
        if settings.shows("presets"):
            with st.popover(texts("missions.name")):
                for name in MISSIONS:
                    label = texts(f"missions.{name}.name")
                    st.button(label, key=f"mission_{name}", on_click=start_mission, args=(name,))
        if settings.shows("lang"):
            st.segmented_control(
                texts("page.language"),
                LANGUAGES,
                format_func=lambda name: load_texts(name)("page.name"),
                required=True,
                label_visibility="collapsed",
                width="content",
                **bind("lang", settings.lang, callback=choose),
            )


def _prediction_switch(settings: Settings, texts: Texts) -> None:
    # What a teacher has switched on for good is no switch.
    can_predict = settings.has("predict") and not settings.race and not is_fixed(settings.predict)
    if can_predict and settings.shows("predict"):
        st.toggle(
            texts("page.predict"),
            width="content",
            help=texts("page.predict_help"),
            **watched("predict", settings.predicts, _predict_or_not),
        )


def _segments(field: str, ids: list[str], label: str, names: str, value: str, texts: Texts) -> None:
    st.segmented_control(
        texts(label),
        ids,
        format_func=lambda name: texts.found(names.format(name), name),
        required=True,
        label_visibility="collapsed",
        width="content",
        **bind(field, value, callback=choose),
    )


def subject(settings: Settings, texts: Texts) -> None:
    """What the lesson is about: its loss, or its data; a projector has the loss's formula."""
    loss = view_of(settings).loss(settings)
    if settings.presents and loss:
        st.latex(f"E = {loss.formula.latex}")
    if not settings.shows("loss"):
        return
    lesson = LESSONS[settings.lesson]
    st.selectbox(
        texts(lesson.subject_label),
        lesson.choices,
        # Own data have no name of those that the page brings.
        format_func=lambda name: texts(
            "data_panel.mine"
            if settings.pairs and lesson.subject == "data" and name == settings.data
            else lesson.subject_names.format(name)
        ),
        **bind(lesson.subject, getattr(settings, lesson.subject), callback=choose),
    )


def _predict_or_not() -> None:
    off, _, skip = MODES
    session().choose("predict", skip if value_of("predict") else off)


def _race_or_run() -> None:
    """The race was switched on, at first with the present rule at its rate and at a tenth of it, or off."""
    rule: Rule = session().settings.rule
    slower = rule._replace(learning_rate=max(rule.learning_rate / 10, MIN_ETA))
    session().choose("race", race_text([rule, slower] if value_of("race") else []))


def custom_formula(settings: Settings, texts: Texts) -> None:
    """Where a reader types a loss, and how it was understood, or what is wrong with it, as it is typed."""
    if not (is_custom(settings.loss) and settings.has("formula") and settings.shows("loss")):
        return
    loss, error = settings.loss_function, session().formula_error
    letters = ", ".join(loss.letters)
    # What is being typed stays, also where it is no formula yet.
    if st.session_state.get("formula", "").strip() != settings.formula and not error:
        st.session_state.formula = settings.formula
    with st.container(horizontal=True, vertical_alignment="bottom", key="own"):
        st.text_input(
            texts("formula.field", letters=letters),
            key="formula",
            live="400ms",
            on_change=_change_formula,
            help=texts("formula.help", w=loss.letters[0], example=" + ".join(f"{w}^2" for w in loss.letters)),
            width=420,
        )
        keys = [f"domain_{i}" for i in range(2 * len(loss.letters))]
        for i, key in enumerate(keys):
            st.number_input(
                texts("formula.to" if i % 2 else "formula.from", name=loss.names[i // 2]),
                -float(MAX_PLACE),
                float(MAX_PLACE),
                step=1.0,
                format="%g",
                width=ENTRY,
                **watched(key, float(loss.domain[i // 2][i % 2]), _change_domain, keys),
            )
        with st.container(key="formula_read", gap=None):
            with st.container(key="formula_error"):
                st.markdown(as_text(sentences.formula_error(error, texts)) if error else "")
            st.markdown(sentences.formula_read(loss, texts, refused=error is not None))


def _change_formula() -> None:
    """A formula was typed, or a part of it."""
    here = session()
    settings, notices = here.settings.changed("formula", st.session_state.formula)
    wrong = [notice.error for notice in notices if notice.error]
    here.formula_error = wrong[0] if wrong else None
    here.set_settings(settings, [notice for notice in notices if not notice.error])
    here.chosen = True


def _change_domain(keys: list[str]) -> None:
    session().choose("domain", ",".join(plain(value_of(key)) for key in keys))
