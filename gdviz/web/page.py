"""The page: what the address asks for, worked out and drawn."""

from collections.abc import Callable

import streamlit as st

from gdviz.link.settings import Settings
from gdviz.texts import Texts, load_texts
from gdviz.web import tasks
from gdviz.web.header import header
from gdviz.web.network_page import network_page
from gdviz.web.panels import PANELS
from gdviz.web.serving import process
from gdviz.web.session import open_link, run_anew, session
from gdviz.web.story import story
from gdviz.web.waiting import draw, what_is_missing, work_out
from gdviz.web.weights_page import weights_page
from gdviz.web.widgets import name_lists_anew

LessonPage = Callable[[Settings, Texts], None]

# The pages of lessons that have one of their own; the others descend a loss.
PAGES: dict[str, LessonPage] = {"network": network_page}


def show() -> None:
    """Run the page once, as Streamlit does after each change."""
    open_link()
    here = session()
    settings = here.settings
    place = st.empty()  # one that is always there, or all after it would move and be built anew
    # Where only the run is missing the page has all that changes it, and says so in its place.
    drawing = draw(settings, place) if work_out(place) or not tasks.draws_in_worker(settings) else None
    if drawing:
        with process().render_lock:
            here.drawing = drawing
            _page(settings, load_texts(settings.lang))
    else:
        texts = load_texts(settings.lang)
        what_is_missing(texts)
        st.button(texts("page.plain"), key="plain", on_click=_begin_anew)
    panel, here.panel = here.panel, None
    if panel:
        PANELS[panel](here.settings, load_texts(here.settings.lang))
    # What is pressed at the same moment has a run of its own, which may change the settings while this one
    # draws, and then be stopped.
    if here.settings != settings:
        run_anew()


def _page(settings: Settings, texts: Texts) -> None:
    st.set_page_config(page_title=texts("page.tab"), page_icon="⛰️", layout="wide")
    # Before all that it places, or that is drawn at one size and then at another.
    st.html(process().styles[settings.presents])
    name_lists_anew(settings.lang)
    with st.container(key=f"look_{settings.look}"):
        header(settings, texts)
        story(settings, texts)
        # What is in it stands where the style says, see player/style/screen.css.
        with st.container(key="screen"):
            PAGES.get(settings.lesson, weights_page)(settings, texts)


def _begin_anew() -> None:
    """To the plain page, from one that could not be had."""
    here = session()
    here.set_settings(Settings.from_query({}, lang=here.settings.lang)[0], [])
    here.chosen = True
