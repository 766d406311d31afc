"""A run as one HTML file that plays from disk: the page's own charts and player, and nothing to fetch."""

from collections.abc import Collection

import orjson
import plotly.graph_objects as go
from markupsafe import Markup
from plotly.offline import get_plotlyjs

from gdviz.charts.theme import CONFIG, Theme
from gdviz.core.formula import mathml
from gdviz.core.loss import FormulaLoss
from gdviz.core.numbers import number
from gdviz.export.html import parts, rendered
from gdviz.player import assets
from gdviz.texts import Texts


def offline_file(
    loss: FormulaLoss | None,
    figures: dict[str, go.Figure],
    run: bytes,
    summary: str,
    question: str,
    mission: bool,
    texts: Texts,
    theme: Theme,
    beside: Collection[str],
) -> str:
    """The file, of the figures by their charts' ids, the message of the run and its summary, in HTML.

    The ``loss`` is what is descended, if that has a formula; ``question`` is plain text; figures of
    the ids ``beside`` stand on the right.
    """
    play = orjson.loads(run)
    # It has no address to share, and no server to ask.
    play |= {"link": None, "tools": ["picture"], "locked": True, "follows": False}
    # All that is markup here is the package's own.
    large = {
        "style": assets.style(),
        "player": assets.panel(),
        "summary": summary,
        "plotly": get_plotlyjs(),
        "figures": _json(orjson.dumps({key: _plain(figure) for key, figure in figures.items()})),
        "config": _json(orjson.dumps(CONFIG)),
        "run": _json(orjson.dumps(play)),
        # Draws the figures; then the player finds them by the same names as on the page.
        "code": f"{assets.code()}\nplayFile();",
    }
    file = rendered(
        "animation.html.j2",
        lang=texts.lang,
        title=texts("page.title"),
        theme=theme,
        question=question,
        mission=mission,
        formula=_formula(loss) if loss else "",
        left=[key for key in figures if key not in beside],
        right=[key for key in figures if key in beside],
        graph="graph" in play,
        covered="predict" in play,
        **{name: Markup(part) for name, part in large.items()},
    )
    # The file says how large it is, to two digits: of the whole of it, but for the words that say so.
    size = number(len(file.encode()) / 1e6, 2)
    return str(file.replace("<footer></footer>", parts().footer(texts("home.offline", size=size)), 1))


def _formula(loss: FormulaLoss) -> Markup:
    """E(W) = …, in MathML."""
    return parts().formula(loss.names, Markup(mathml(loss.formula.expression)))


def _plain(figure: go.Figure) -> dict:
    return orjson.loads(figure.to_json())


def _json(data: bytes) -> str:
    """JSON that cannot end the script element it stands in."""
    return data.decode().replace("<", "\\u003c")
