"""A lesson for a class, made of the present state: its link, a code to scan, a page to embed."""

from collections.abc import Sequence
from functools import partial
from urllib.parse import urlencode

import segno
import streamlit as st

from gdviz.classroom.missions import MISSIONS
from gdviz.classroom.prediction import MODES
from gdviz.link.bounds import HIDEABLE, LANGUAGES, LIMITS, LOOKS, MAX_QUESTION
from gdviz.link.schema import lesson_of
from gdviz.link.settings import Settings
from gdviz.texts import Texts, load_texts
from gdviz.web.html import parts


def share_panel(settings: Settings, texts: Texts) -> None:
    """A lesson for a class, made of the present state: its link, a code to scan, a page to embed."""
    st.dialog(texts("share.title"), width="large")(partial(_share_form, settings, texts))()


def _share_form(settings: Settings, texts: Texts) -> None:
    form, made = st.columns(2, gap="large")
    with form:
        chosen = _lesson_choices(settings, texts)
    fields = _lesson_link(settings, chosen)
    address = f"{_page_address()}?{urlencode(fields, safe=',:/')}"
    with made:
        _show_code(address, texts)
        st.caption(texts("share.link"))
        st.code(address, language=None, wrap_lines=True)
        st.caption(texts("share.embed"))
        st.code(parts().frame(address, texts("page.title")), language="html", wrap_lines=True)
    with st.expander(texts("share.fields")):
        st.table([{texts("share.field"): name, texts("share.said"): text} for name, text in fields.items()])


def _lesson_choices(settings: Settings, texts: Texts) -> dict[str, str]:
    """What the teacher makes of the state: fields of a link."""
    question = st.text_area(
        texts("share.q"),
        settings.q,
        max_chars=MAX_QUESTION,
        help=texts("share.q_help", **LIMITS),
        height=90,
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

    def choice(field: str, options: Sequence[str], value: str, wording: str = "share.{}") -> str:
        label = texts(f"share.{field}")
        return st.selectbox(
            label,
            options,
            options.index(value),
            format_func=lambda name: texts(wording.format(name or "none")),
            key=f"make_{field}",
        )

    chosen = {"q": question, "hide": ",".join(hidden)}
    if settings.has("predict") and not settings.race:
        chosen["predict"] = choice("predict", MODES, settings.predict)
    missions = [name for name in MISSIONS if lesson_of(MISSIONS[name].start) == settings.lesson]
    chosen["mission"] = st.selectbox(
        texts("share.mission"),
        ["", *missions],
        format_func=lambda name: texts(f"missions.{name}.name" if name else "share.none"),
        index=["", *missions].index(settings.mission),
        key="make_mission",
    )
    chosen["look"] = choice("look", LOOKS, settings.look)
    chosen["lang"] = st.selectbox(
        texts("share.language"),
        ["", *LANGUAGES],
        format_func=lambda lang: load_texts(lang)("page.name") if lang else texts("share.reader"),
        key="make_lang",
    )
    return chosen


def _lesson_link(settings: Settings, chosen: dict[str, str]) -> dict[str, str]:
    """All fields of a lesson's link; without a language it is the reader's."""
    made, _ = Settings.from_query({**settings.to_query(), **{k: v for k, v in chosen.items() if k != "lang"}})
    fields = made.to_query()
    del fields["lang"]
    if not chosen["lang"]:
        return fields
    # A language that is fixed cannot be changed.
    hidden = dict.fromkeys([*made.hide, "lang"])
    return fields | {"hide": ",".join(hidden), "lang": chosen["lang"]}


def _page_address() -> str:
    """The page's own address, also where Streamlit Community Cloud shows it in a frame."""
    return (st.context.url or "").split("?")[0].split("~/+")[0].rstrip("/") + "/"


def _show_code(address: str, texts: Texts) -> None:
    """The address as a QR code; at level L, as a screen has no dirt and fewer modules are larger ones."""
    try:
        code = segno.make(address, error="l", boost_error=False, micro=False)
    except segno.DataOverflowError:
        st.caption(texts("share.too_long"))
        return
    st.html(parts().code(code.svg_data_uri(scale=4, border=4, light="#fff"), texts("share.qr")))
    st.caption(texts("share.qr"))
