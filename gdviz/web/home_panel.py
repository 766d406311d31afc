"""What a run can be taken home as; each file is made when it is asked for."""

from functools import partial

import streamlit as st

from gdviz.core.numbers import number
from gdviz.lessons import view_of
from gdviz.link.settings import Settings
from gdviz.texts import Texts
from gdviz.web import tasks, worker
from gdviz.web.serving import process
from gdviz.web.waiting import obtained, outcome, what_is_missing


def home_panel(settings: Settings, texts: Texts) -> None:
    """What a run can be taken home as; each is made when it is asked for."""
    st.dialog(texts("home.title"))(partial(_home_list, settings, texts))()


def _home_list(settings: Settings, texts: Texts) -> None:
    submit = partial(process().worker.submit, tasks.line_of(settings))
    name = getattr(settings, settings.schema.subject)

    def made(kind: str) -> bytes:
        with submit(tasks.download_task, settings, kind) as ticket:
            ticket.wait(worker.LIMIT)
            return ticket.result()[0]

    def list_them() -> bool:
        for file in view_of(settings).downloads:
            kind, size = file.kind, 0
            if not file.make:  # it holds all that the page has, so that one wants to know how large it is
                size = int(outcome(submit(tasks.size_task, settings, kind), place)[0])
            st.download_button(
                texts(f"home.{kind}", size=number(size / 1e6, 2)),
                data=partial(made, kind),
                file_name=f"gdviz-{name}{file.ending}",
                key=f"home_{kind}",
                on_click="ignore",
            )
            at_home = tasks.flat(settings)
            explores = not file.make and view_of(at_home).explores(at_home)
            about = texts(f"home.{kind}_about")
            if settings.is_lesson:  # in which a worksheet has no key
                about = texts.found(f"home.{kind}_about_lesson", about)
            st.caption(about + texts("home.explores") * explores)
        return True

    place = st.empty()
    if not obtained(settings, list_them):
        what_is_missing(texts)
