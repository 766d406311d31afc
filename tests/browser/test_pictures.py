"""Twelve states as they looked when somebody last looked at them.

Fonts and the smoothing of edges differ between machines: of drawings the words are left out, and all is
compared in cells of some pixels. What is to look different from now on: look at it, and then

    GDVIZ_RENEW=1 pytest tests/browser/test_pictures.py
"""

import io
import os
import time
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest
from PIL import Image

from tests.browser.conftest import PHONE, at_rest
from tests.server import PATIENCE
from tests.unit.test_worksheet import sheet

PICTURES = Path(__file__).parent / "pictures"
RENEWS = os.environ.get("GDVIZ_RENEW") == "1"
COLORS = 256  # of a drawing as it is kept; words have fewer
SHADE = 24  # of 255: a difference between two cells that is none

NO_WORDS = ".js-plotly-plot text, .gdviz-graph text { visibility: hidden !important; }"


class Kind(NamedTuple):
    """The side of a cell in pixels, and how many of a thousand cells may differ."""

    cell: int
    share: float


DRAWING, WORDS = Kind(4, 0.5), Kind(24, 60)


def chart(name: str) -> str:
    return f".st-key-{name} .js-plotly-plot"


GRAPH = ".gdviz-graph svg"
DARK = {"color_scheme": "dark"}
XOR = "lesson=network&data=xor&layers=4&eta=0.5&epochs=200"
STATES = {
    "one weight": ("eta=0.3&step=2", chart("curve"), DRAWING, {}),
    "one weight, dark": ("loss=cliff&step=4", chart("curve"), DRAWING, DARK),
    "typed loss": (
        "formula=W^4/4 - W^2&domain=-3,3&w=2.5&eta=0.05&step=3", chart("curve"), DRAWING, {},
    ),
    "race": (
        "race=gd:0.01,gd:0.1,gd:0.9,gd:1.05&step=4", chart("race_chart"), DRAWING, {},
    ),
    "contours": ("loss=valley&eta=0.9&w=-7,2&step=6", chart("landscape"), DRAWING, {}),
    "cuts": ("loss=round&step=3", chart("cuts"), DRAWING, {}),
    "answer": (f"{XOR}&step=200", chart("answer"), DRAWING, {}),
    "network": (f"{XOR}&step=200", GRAPH, DRAWING, {}),
    "backpropagation": (
        "lesson=network&data=xor&layers=2&view=chain&step=6", GRAPH, DRAWING, DARK,
    ),
    "prediction": ("predict=skip&loss=absolute", chart("curve"), DRAWING, {}),
    "phone, Japanese": ("opt=adam&step=2&lang=ja", ".gdviz-worked", WORDS, PHONE),
}  # fmt: skip


def cells(picture: np.ndarray, size: int) -> np.ndarray:
    """Means over squares: (height, width, 3) → (height / size, width / size, 3)."""
    height, width = (length // size for length in picture.shape[:2])
    cut = picture[: height * size, : width * size].astype(float)
    return cut.reshape(height, size, width, size, 3).mean(axis=(1, 3))


def differs(one: np.ndarray, other: np.ndarray, kind: Kind) -> float:
    """Of a thousand cells, how many differ."""
    apart = np.abs(cells(one, kind.cell) - cells(other, kind.cell)).max(axis=2)
    return 1000 * float((apart > SHADE).mean())


def wrong(name: str, png: bytes, kind: Kind, tmp_path: Path) -> str:
    """In what a picture differs from the kept one, or takes its place; nothing if it does not."""
    path = PICTURES / f"{name.replace(', ', '-').replace(' ', '-')}.png"
    seen = Image.open(io.BytesIO(png)).convert("RGB")
    if RENEWS:
        seen.quantize(COLORS if kind is DRAWING else 8, dither=Image.Dither.NONE).save(path, optimize=True)
        return ""
    kept, now = (np.asarray(picture.convert("RGB")) for picture in (Image.open(path), seen))
    sizes = np.array([kept.shape[:2], now.shape[:2]])
    # Words need a line more or less where their font is another.
    if np.ptp(sizes, axis=0).max() > (2 if kind is DRAWING else 60):
        return f"{name}: {sizes.tolist()}"
    height, width = sizes.min(axis=0)
    found = differs(kept[:height, :width], now[:height, :width], kind)
    seen.save(tmp_path / path.name)
    is_other = found > kind.share
    return f"{name}: {found:.2f} of 1000 cells differ, see {tmp_path / path.name}" if is_other else ""


@pytest.mark.parametrize("name", STATES)
def test_it_looks_as_it_did(open_page, name, tmp_path):
    query, place, kind, options = STATES[name]
    page = open_page(query, **options)
    at_rest(page)
    if name == "prediction":
        page.locator(".gdviz-ring").wait_for()
    page.wait_for_timeout(1000 if RENEWS else 0)
    element, style = page.locator(place).first, NO_WORDS if kind is DRAWING else ""
    found, right, end = "", 0, time.monotonic() + PATIENCE
    # What is drawn late on a busy machine looks as it did in the end, and still a third of a second later.
    while right < 2 and time.monotonic() < end:
        page.wait_for_timeout(330 if right or found else 0)
        found = wrong(name, element.screenshot(animations="disabled", style=style), kind, tmp_path)
        right = 0 if found else right + 1
    assert right == 2, found


def test_a_worksheet_looks_as_it_did(browser, tmp_path):
    page = browser.new_page(viewport={"width": 794, "height": 1123})  # A4
    page.emulate_media(media="print")
    page.set_content(sheet({"loss": "bowl", "lang": "en"}))
    assert not wrong("worksheet", page.screenshot(), WORDS, tmp_path)
    page.close()


def test_a_difference_is_one():
    """A mark of 14 pixels that is 10 pixels off, or of another color; an edge smoothed otherwise is none."""
    paper = np.full((320, 640, 3), 255)
    there, off, green, smoothed = (paper.copy() for _ in range(4))
    there[100:114, 100:114] = smoothed[100:114, 100:114] = 200, 30, 30
    off[100:114, 110:124] = 200, 30, 30
    green[100:114, 100:114] = 30, 130, 60
    smoothed[100:114, 99] = smoothed[100:114, 114] = 241, 199, 199  # a quarter of a pixel wider
    assert differs(there, there, DRAWING) == 0
    assert differs(there, smoothed, DRAWING) <= DRAWING.share
    assert differs(there, off, DRAWING) > DRAWING.share
    assert differs(there, green, DRAWING) > DRAWING.share
