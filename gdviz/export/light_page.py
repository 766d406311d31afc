"""The light page: a lesson as one small HTML file, which draws its charts itself and fetches nothing.

Taken home it plays what was computed. A class's server sends the same file, and there another rate or start
is asked for by an address of its own: see gdviz/web/light.py.
"""

import base64
import hashlib
from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

import orjson
import plotly.graph_objects as go
from markupsafe import Markup

from gdviz.charts.theme import THEMES
from gdviz.core.formula import mathml
from gdviz.core.loss import FormulaLoss
from gdviz.export.html import parts, rendered
from gdviz.player import assets
from gdviz.player.sealing import sealed
from gdviz.texts import Texts

# What of a figure only Plotly reads.
UNREAD = ("template", "meta")


class Choice(NamedTuple):
    """A list to choose a field from: its label, the ids with their names, and the one that is chosen.

    Where another one is drawn on other figures the page is loaded ``anew``.
    """

    field: str
    label: str
    options: list[tuple[str, str]]
    value: str
    anew: bool = False


class Lesson(NamedTuple):
    """What a light page shows whatever runs on it.

    The ``loss`` is what is descended, if that has a formula. ``figures`` have for each theme the figures by
    their charts' ids; those in ``beside`` stand on the right, those in ``below`` under all else. The
    ``question`` is plain text; parts of the page that are ``hidden`` are not on it. Where it is ``served``
    another run can be asked for, by ``choices`` too, and in another language: ``languages`` are their ids and
    names. The ``head`` is what a messenger reads of its link, in HTML.
    """

    loss: FormulaLoss | None
    figures: dict[str, dict[str, go.Figure]]
    beside: Collection[str]
    below: Collection[str]
    question: str
    hidden: Collection[str]
    served: bool = False
    languages: Collection[tuple[str, str]] = ()
    choices: Collection[Choice] = ()
    head: str = ""


def light_run(
    run: bytes, summary: str, served: bool = False, exploring: Mapping[str, Any] | None = None
) -> str:
    """The message of a run, as JSON, and what is said of it, in HTML, as a light page gets both.

    ``exploring`` is what makes another run of it where it is not ``served``. It is sealed, and in base64,
    where each step is asked for, so that to look at the file tells nothing.
    """
    play = orjson.loads(run) | {"tools": ["picture"], "follows": False, "summary": summary}
    play["player"]["look"] = ""  # it has one look
    if not served:
        # It has no address to write, and no server to ask; what a sentence asks to be tried needs one.
        play |= {"link": None, "resumes": False, **(exploring or {})}
        play.pop("story", None)
        if not exploring:
            play["locked"] = True
            play.pop("hand", None)
            if "rate" in play:
                play["rate"]["locked"] = True
    if "predict" in play:
        return base64.b64encode(sealed(orjson.dumps(play))).decode()
    return _json(play)


def light_page(lesson: Lesson, run: str, texts: Texts) -> str:
    """The file, with the run that ``light_run`` has made."""
    code = assets.light_code()
    light, dark = (
        {key: _plain(figure) for key, figure in lesson.figures[name].items() if _is_drawn(figure)}
        for name in THEMES
    )
    names = [name for name in light if name not in (*lesson.beside, *lesson.below)]
    # All that is markup here is the package's own.
    large = {
        "style": assets.style(),
        "player": assets.panel(),
        "head": lesson.head,
        "figures": _json(light),
        "dark": _json(dict(_pairs(light, dark))),
        "run": run,
        "code": code,
    }
    file = rendered(
        "light.html.j2",
        lesson=lesson,
        texts=texts,
        themes=THEMES,
        policy=_policy(code, lesson.served),
        formula=_formula(lesson.loss) if lesson.loss else "",
        left=names,
        right=[name for name in light if name in lesson.beside],
        below=[name for name in light if name in lesson.below],
        **{name: Markup(part) for name, part in large.items()},
    )
    return str(file)


def _policy(code: str, served: bool) -> str:
    """What a browser lets the file do: run the player, and nothing that came into it otherwise."""
    digest = base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
    rules = {
        "default-src": "'none'",
        "script-src": f"'sha256-{digest}'",
        "style-src": "'unsafe-inline'",
        "img-src": "data:",
        "connect-src": "'self'" if served else "'none'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {what}" for name, what in rules.items())


def _formula(loss: FormulaLoss) -> Markup:
    """E(W) = …, in MathML."""
    return parts().formula(loss.names, Markup(mathml(loss.formula.expression)))


def _is_drawn(figure: go.Figure) -> bool:
    """Whether a light page can draw it: lines, marks and words."""
    return all(trace.type == "scatter" for trace in figure.data)


def _plain(figure: go.Figure) -> dict[str, Any]:
    made = orjson.loads(figure.to_json())
    return made | {"layout": {key: part for key, part in made["layout"].items() if key not in UNREAD}}


def _pairs(light: Any, dark: Any) -> list[tuple[str, str]]:
    """The colours of two figures that are the same but for their themes, each with its counterpart."""
    if isinstance(light, dict):
        return [pair for key, part in light.items() for pair in _pairs(part, dark[key])]
    if isinstance(light, list):
        return [pair for part, other in zip(light, dark, strict=True) for pair in _pairs(part, other)]
    return [(light, dark)] if isinstance(light, str) and light != dark else []


def _json(value: dict[str, Any]) -> str:
    """JSON that cannot end the script element it stands in."""
    return orjson.dumps(value).decode().replace("<", "\\u003c")
