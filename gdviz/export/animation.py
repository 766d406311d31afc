"""A run as one HTML file that plays from disk: the page's own charts and player, and nothing to fetch."""

from html import escape
from pathlib import Path

import orjson
import plotly.graph_objects as go
from plotly.offline import get_plotlyjs

from gdviz.figures import player
from gdviz.figures.ink import CONFIG, Ink
from gdviz.formula import mathml
from gdviz.numbers import number
from gdviz.settings import Settings
from gdviz.texts import Texts

HOME = Path(player.__file__)
BESIDE = ("loss_by_step", "learning", "depth", "pair")  # the charts that stand on the right
STYLE = """
body { margin: 0 auto; padding: 1rem; max-width: 80rem; font: 1rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.4rem; margin: 0; }
main { display: grid; grid-template-columns: 1.9fr 1fr; gap: 1rem 2rem; }
main > div { min-width: 0; }
footer { opacity: 0.7; font-size: 0.9rem; }
.gdviz-ruler { padding: 0; }
:is(.gdviz-mark, .gdviz-strip) { margin-right: 0; }
@media (max-width: 640px) { main { display: block; } }
"""
# Draws the stages; then the player finds them by the same names as on the page.
START = """
const figures = JSON.parse(document.getElementById("gdviz-figures").textContent);
const config = JSON.parse(document.getElementById("gdviz-config").textContent);
for (const [key, { data, layout }] of Object.entries(figures)) {
  await Plotly.newPlot(document.querySelector(`.st-key-${key} > div`), data, layout, config);
}
window.gdvizRun = new TextEncoder().encode(document.getElementById("gdviz-run").textContent);
mount({ parentElement: document, setTriggerValue() {} });
"""


def animation(
    settings: Settings, figures: dict[str, go.Figure], run: bytes, told: str, texts: Texts, ink: Ink
) -> str:
    """The file, of the stages by their names, the play as JSON, and its verdict in HTML."""
    play = orjson.loads(run)
    # It has no address to share, and no server to ask.
    play |= {"link": None, "tools": ["picture"], "locked": True, "follows": False}
    parts = {
        "lang": settings.lang,
        "title": escape(texts("page.title")),
        "style": HOME.with_name("style.css").read_text("utf-8") + STYLE,
        "colors": f"background: {ink.paper}; color: {ink.text}",
        "question": f'<div class="gdviz-question"><p>{escape(settings.q)}</p></div>' if settings.q else "",
        "mission": '<div data-gdviz="mission"></div>' if settings.mission else "",
        "formula": _formula(settings),
        "left": "".join(_place(key) for key in figures if key not in BESIDE),
        "graph": '<div class="gdviz-graph" data-gdviz="graph"></div>' if "graph" in play else "",
        "player": HOME.with_name("player.html").read_text("utf-8"),
        "told": f'<div class="gdviz-covered">{told}</div>' if "predict" in play else told,
        "right": "".join(_place(key) for key in figures if key in BESIDE),
        "plotly": get_plotlyjs(),
        "figures": _json(orjson.dumps({key: _plain(figure) for key, figure in figures.items()})),
        "config": _json(orjson.dumps(CONFIG)),
        "run": _json(orjson.dumps(play)),
        "code": player.code().replace("export default mount;", START),
    }
    size = sum(len(part.encode()) for part in parts.values())
    return _document(parts, texts("home.offline", size=number(size / 1e6, 2)))


def _document(parts: dict[str, str], footer: str) -> str:
    return f"""<!doctype html>
<html lang="{parts["lang"]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{parts["title"]}</title>
<style>{parts["style"]}</style>
</head>
<body style="{parts["colors"]}">
<h1>{parts["title"]}</h1>
{parts["question"]}{parts["mission"]}
<main>
<div>{parts["left"]}{parts["graph"]}{parts["player"]}{parts["told"]}</div>
<div>{parts["formula"]}<div class="gdviz-worked gdviz-two" data-gdviz="worked"></div>
<div data-gdviz="scale"></div>{parts["right"]}<div data-gdviz="table"></div></div>
</main>
<footer>{footer}</footer>
<script type="application/json" id="gdviz-figures">{parts["figures"]}</script>
<script type="application/json" id="gdviz-config">{parts["config"]}</script>
<script type="application/json" id="gdviz-run">{parts["run"]}</script>
<script>{parts["plotly"]}</script>
<script type="module">{parts["code"]}</script>
</body>
</html>
"""


def _place(key: str) -> str:
    return f'<div class="st-key-{key}"><div></div></div>'


def _plain(figure: go.Figure) -> dict:
    return orjson.loads(figure.to_json())


def _json(data: bytes) -> str:
    """JSON that cannot end the script element it stands in."""
    return data.decode().replace("<", "\\u003c")


def _formula(settings: Settings) -> str:
    """E(W) = …, in MathML, of a loss that has a formula."""
    if settings.lesson == "network":
        return ""
    loss = settings.record
    name = f"<mi>E</mi><mo>(</mo><mi>{', '.join(loss.names)}</mi><mo>)</mo><mo>=</mo>"
    return f'<p><math display="block">{name}{mathml(loss.formula.expression)}</math></p>'
