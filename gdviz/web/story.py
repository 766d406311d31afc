"""The story's bar: the stop, its sentence and the ones before and after; or what a teacher asks."""

import streamlit as st

from gdviz.charts import sentences
from gdviz.classroom.missions import MISSIONS
from gdviz.link.presets import PRESETS
from gdviz.link.schema import CLASSROOM, lesson_of
from gdviz.link.settings import Settings
from gdviz.link.story import STOPS, examples_of
from gdviz.texts import Texts
from gdviz.web.html import parts
from gdviz.web.session import session
from gdviz.web.widgets import as_text, bind, choose, place_of, value_of, watched


def story(settings: Settings, texts: Texts) -> None:
    """The stop of the story, and what it says; or the question that a teacher asks."""
    with st.container(horizontal=True, vertical_alignment="center", key="story"):
        if settings.shows("presets"):
            _stops(settings, texts)
        if settings.is_lesson:
            _what_a_teacher_asks(settings, texts)
            st.button(texts("page.explore"), key="explore", type="tertiary", on_click=_explore)
        else:
            with st.container(key="lead"):
                _told(settings, texts)
        _view_choice(settings, texts)


def _told(settings: Settings, texts: Texts) -> None:
    """What the stop says; where the reader is at none, what the lesson is about."""
    if settings.is_told:
        st.html(parts().story(sentences.story(settings, texts)))
    else:
        st.markdown(texts.found(f"page.lead_{settings.lesson}"))


def _stops(settings: Settings, texts: Texts) -> None:
    """All stops, and the one before and after; further examples of the lesson follow them."""
    stops = list(STOPS)
    at = stops.index(settings.stop) if settings.stop else -1
    # Who has left the story takes it up where this lesson comes in.
    after = at + 1 if settings.stop else next((i for i, name in enumerate(stops) if _fits(name, settings)), 0)

    def named(name: str) -> str:
        return stop_name(name, texts) if name in STOPS else texts.found(f"presets.{name}", name)

    with st.container(horizontal=True, gap="small", key="presets"):
        st.button(
            texts("story.back"), key="back", disabled=at < 1, on_click=_go, args=(stops[max(at - 1, 0)],)
        )
        if not settings.presents:
            st.selectbox(
                texts("story.choose"),
                [*stops, *examples_of(settings.lesson)],
                format_func=named,
                placeholder=texts("story.choose"),
                label_visibility="collapsed",
                **watched("stop", settings.stop if settings.is_told else None, _choose_stop),
            )
        _way("next", after, texts)


def stop_name(name: str, texts: Texts) -> str:
    """A stop's number and name; none of no stop."""
    return f"{[*STOPS].index(name) + 1} · {texts(f'story.{name}.name')}" if name else texts("share.none")


def _way(key: str, to: int, texts: Texts) -> None:
    """The button to another stop, where there is one."""
    there = list(STOPS)[to : to + 1] if to >= 0 else []
    st.button(texts(f"story.{key}"), key=key, disabled=not there, on_click=_go, args=there)


def _fits(stop: str, settings: Settings) -> bool:
    return lesson_of(STOPS[stop].query) == settings.lesson


def _choose_stop() -> None:
    chosen = value_of("stop")
    # While the language changes the browser may say it in the one before, which is no name here.
    if chosen in STOPS or chosen in PRESETS:
        _go(chosen)


def _go(name: str) -> None:
    """To a stop, or to an example."""
    _start({**STOPS[name].query, "stop": name} if name in STOPS else PRESETS[name])


def _what_a_teacher_asks(settings: Settings, texts: Texts) -> None:
    """The question, else what the stop says, and the mission; a question as text whatever it contains."""
    with st.container(key="class"):
        if settings.is_told:
            _told(settings, texts)
        else:
            st.markdown(as_text(settings.q))
        if settings.mission:
            place_of("mission")
    if settings.mission:
        st.button(texts("missions.again"), key="again", on_click=start_mission, args=(settings.mission,))


def start_mission(name: str) -> None:
    _start({**MISSIONS[name].start, "mission": name})


def _start(query: dict[str, str]) -> None:
    """A state that was prepared; what a teacher has made of the page stays."""
    here = session()
    settings = here.settings
    mission = MISSIONS[settings.mission].start if settings.mission else {}
    made = {
        name: raw
        for name, raw in settings.to_query().items()
        if name in CLASSROOM and name != "mission" and raw != mission.get(name)
    }
    here.set_settings(
        *Settings.from_query({**(made if settings.is_lesson else {}), **query}, lang=settings.lang)
    )
    here.chosen = True


def _explore() -> None:
    """Leave the lesson that a teacher has made, with the state it is in."""
    here = session()
    here.set_settings(here.settings.free, [])
    here.chosen = True


def _view_choice(settings: Settings, texts: Texts) -> None:
    """How the lesson is seen, where there is a choice."""
    if not settings.shows("view") or len(settings.views) < 2:
        return
    st.segmented_control(
        texts("page.view"),
        settings.views,
        format_func=lambda view: texts.found(f"page.{view}", view),
        required=True,
        label_visibility="collapsed",
        **bind("view", settings.view, callback=choose),
    )
