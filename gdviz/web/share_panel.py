"""A lesson for a class, made of the present state: its link, a code to scan, a page to embed."""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import cycle
from urllib.parse import urlencode

import segno
import streamlit as st

from gdviz.classroom.missions import MISSIONS
from gdviz.classroom.prediction import MODES, REGIME, asks
from gdviz.lessons import view_of
from gdviz.link.bounds import HIDEABLE, LANGUAGES, LIMITS, LOOKS, MAX_QUESTION
from gdviz.link.schema import lesson_of
from gdviz.link.settings import Settings
from gdviz.link.short import short_query
from gdviz.link.story import STOPS
from gdviz.texts import Texts, load_texts
from gdviz.web.html import parts
from gdviz.web.serving import LIGHT
from gdviz.web.story import stop_name

LIGHT_FIELDS = {"eta", "w", "opt", "loss"}  # that can be changed on a light page


def share_panel(settings: Settings, texts: Texts) -> None:
    """A lesson for a class, made of the present state: its link, a code to scan, a page to embed."""
    st.dialog(texts("share.title"), width="large")(partial(_share_form, settings, texts))()


def _share_form(settings: Settings, texts: Texts) -> None:
    with st.container(key="sharing"):
        form, made = st.columns([1.2, 1], gap="large")
        with form:
            chosen = _lesson_choices(settings, texts)
        fields = lesson_link(settings, chosen)
        address = f"{_page_address()}{lesson_path(fields)}?{urlencode(fields, safe=',:/~')}"
        with made:
            _show_code(address, texts)
            st.link_button(texts("share.open"), address, width="stretch")
            st.code(address, language=None, wrap_lines=True)
        left, right = st.columns(2)
        with left, st.expander(texts("share.embed")):
            st.code(parts().frame(address, texts("page.title")), language="html", wrap_lines=True)
        with right, st.expander(texts("share.fields")):
            rows = [{texts("share.field"): name, texts("share.said"): text} for name, text in fields.items()]
            st.table(rows)


def _lesson_choices(settings: Settings, texts: Texts) -> dict[str, str]:
    """What the teacher makes of the state: fields of a link."""
    question = st.text_input(
        texts("share.q"),
        settings.q,
        max_chars=MAX_QUESTION,
        help=texts("share.q_help", **LIMITS),
        live="400ms",  # the code is of what has been typed so far
        key="make_q",
    )
    hidden = st.multiselect(
        texts("share.hide"),
        HIDEABLE,
        settings.hide or ("lesson", "loss", "race", "presets", "link"),
        format_func=lambda part: texts(f"parts.{part}"),
        help=texts("share.hide_help"),
        key="make_hide",
    )
    chosen = {"q": question, "hide": ",".join(hidden)}
    places = cycle(st.columns(2))

    def choice(field: str, options: Sequence[str], value: str, named: Callable[[str], str]) -> None:
        chosen[field] = next(places).selectbox(
            texts(f"share.{field}"),
            options,
            options.index(value),
            format_func=named,
            key=f"make_{field}",
        )

    def word(name: str) -> str:
        return texts(f"share.{name or 'none'}")

    if settings.has("predict") and not settings.race:
        choice("predict", MODES, settings.predict, word)
        if asks(chosen["predict"]):
            choice("regime", REGIME, settings.regime, word)
    missions = ["", *(name for name in MISSIONS if lesson_of(MISSIONS[name].start) == settings.lesson)]
    choice(
        "mission",
        missions,
        settings.mission,
        lambda name: texts(f"missions.{name}.name") if name else word(""),
    )
    choice(
        "stop", ["", *STOPS], settings.stop if settings.is_told else "", lambda name: stop_name(name, texts)
    )
    choice("look", LOOKS, settings.look, word)
    choice(
        "lang",
        ["", *LANGUAGES],
        "",
        lambda lang: load_texts(lang)("page.name") if lang else texts("share.reader"),
    )
    return chosen


def lesson_link(settings: Settings, chosen: dict[str, str]) -> dict[str, str]:
    """The fields of a lesson's link, as few as can be; without a language it is the reader's."""
    lang, mission = chosen["lang"], chosen["mission"]
    stop = "" if mission else chosen["stop"]
    # A mission, or a stop, begins where it begins, and hides what it hides.
    begins: dict[str, str] = {}
    if mission and mission != settings.mission:
        begins = MISSIONS[mission].start
    elif stop and stop != settings.stop:
        begins = STOPS[stop].query
    state = begins or settings.to_query()
    hidden = [chosen["hide"], begins.get("hide", ""), "lang" if lang else ""]
    made, _ = Settings.from_query(
        # A language that is fixed cannot be changed.
        {
            **state,
            **chosen,
            "stop": stop,
            "hide": ",".join(filter(None, hidden)),
            "lang": lang or settings.lang,
        }
    )
    return short_query(made, keep=("lang",)) if lang else short_query(made, but=("lang",))


def _page_address() -> str:
    """The page's own address, also where Streamlit Community Cloud shows it in a frame."""
    return (st.context.url or "").split("?")[0].split("~/+")[0].rstrip("/") + "/"


def lesson_path(fields: dict[str, str]) -> str:
    """Where a lesson is at home: with light pages, where there are some, if they have all that it needs."""
    made, _ = Settings.from_query(fields)
    mission = MISSIONS[made.mission].free if made.mission else ()
    # To the next stop there is a way on the full page alone.
    goes_on = made.is_told and made.shows("presets")
    is_light = view_of(made).is_light and not (made.presents or goes_on) and {*mission} <= LIGHT_FIELDS
    return LIGHT["path"] if is_light else ""


def _show_code(address: str, texts: Texts) -> None:
    """The address as a QR code; at level L, as a screen has no dirt and fewer modules are larger ones."""
    try:
        code = segno.make(address, error="l", boost_error=False, micro=False)
    except segno.DataOverflowError:
        st.caption(texts("share.too_long"))
        return
    picture = code.svg_data_uri(scale=4, border=4, light="#fff")
    st.html(parts().code(picture, texts("share.qr"), address, texts("share.leave")))
    st.caption(texts("share.qr"))
