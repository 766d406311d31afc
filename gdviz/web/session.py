"""What the server knows of one reader: one typed object, and how it follows the address."""

from dataclasses import dataclass, field
from typing import Any, NoReturn

import streamlit as st

from gdviz.core.formula import FormulaError
from gdviz.link.bounds import LANGUAGES
from gdviz.link.pairs import PairsError
from gdviz.link.reading import Notice
from gdviz.link.settings import Settings
from gdviz.web.tasks import Drawing, Shown


@dataclass
class Session:
    """One reader's state. What Streamlit keeps of widgets stands beside it, under their keys."""

    settings: Settings
    notices: list[Notice]
    # The query that the page was opened with, until the player has completed it, and the last one written.
    opened_with: dict[str, str] | None
    link: dict[str, str] | None = None
    # Whether something outside the fragments was chosen since the page was last run as a whole.
    chosen: bool = False
    # What the page was last drawn for as a whole.
    page_of: Settings | None = None
    formula_error: FormulaError | None = None
    # What is wrong with own data as they were typed last, and into which field.
    pairs_error: tuple[str, PairsError] | None = None
    panel: str | None = None  # which one a tool of the player has asked for
    # What the worker has made of the run, and of which settings.
    shown: Shown | None = None
    shown_of: Settings | None = None
    drawing: Drawing = field(default_factory=lambda: Drawing({}, ""))
    # What widgets showed before they were set, and were set to, as long as the browser may not have drawn it:
    # with each press it reports what it shows everywhere. And the link that tells that it has.
    outdated: dict[str, list[Any]] = field(default_factory=dict)
    unheard: dict[str, str] | None = None
    # The language of the lists' names, and the lists that are still in the one before.
    named_in: str = ""
    unnamed: set[str] = field(default_factory=set)
    # What could not be had, and the key of the text that says so.
    missed: tuple[Settings, str] | None = None

    def set_settings(self, settings: Settings, notices: list[Notice]) -> None:
        self.settings, self.notices = settings, notices

    def hear(self) -> None:
        """Forget what widgets showed before, if the address is that of the run in which they were set."""
        if _but_step(st.query_params.to_dict()) == self.unheard:
            self.outdated.clear()

    def change(self, field: str, raw: str) -> None:
        """Set one field, by its text, as a link would; not one that a mission does not leave free."""
        if self.settings.may_change(field):
            self.set_settings(*self.settings.changed(field, raw))

    def choose(self, field: str, raw: str) -> None:
        """The same by something outside the fragments, so that the page is run as a whole."""
        self.change(field, raw)
        self.chosen = True


def session() -> Session:
    """The reader's session; it begins with what the address says."""
    state: Any = st.session_state
    if "session" not in state:
        query = st.query_params.to_dict()
        state.session = Session(*Settings.of_address(query, browser_language()), opened_with=query)
    return state.session


def run_anew() -> NoReturn:
    """End this run of the page, or of a part of it, for one of the whole page by the settings of now."""
    session().chosen = True
    st.rerun()


def open_link() -> None:
    """Take the settings from the address where the reader went back or forward."""
    here, query = session(), st.query_params.to_dict()
    here.hear()
    # The page runs as a whole because something outside its fragments was chosen, and then
    # the address may still be the one before; or because the reader went to another address.
    # The one the page was opened with is none, once the player has completed it.
    if not here.chosen and query not in (here.link, here.opened_with):
        here.set_settings(*Settings.of_address(query, browser_language()))
        here.link = here.link and query
    if query != here.opened_with:
        here.opened_with = None
    here.chosen = False


def name_link(settings: Settings) -> None:
    """Write the settings to the address, after all that it tells the browser of."""
    query = settings.to_query()
    # The first time the player does it: here it would be one more entry in the browser's
    # history, and the way back out of the page would lead into it again.
    here = session()
    # What a change came with may be the address before the last one written, which came there after it.
    is_there = st.query_params.to_dict() == query and _but_step(here.link) == _but_step(query)
    if here.link is not None and not is_there:
        st.query_params.from_dict(query)
        here.opened_with = None
    here.link = query
    here.unheard = _but_step(query) if here.outdated else None


def _but_step(link: dict[str, str] | None) -> dict[str, str]:
    """What the player does not write by itself."""
    return {name: text for name, text in (link or {}).items() if name != "step"}


def browser_language() -> str:
    locale = (st.context.locale or "").split("-")[0]
    return locale if locale in LANGUAGES else LANGUAGES[0]
