"""What is drawn and said on a page, beside the run as Python has it, and beside another page's pixels."""

import io
import re
from typing import Any

import numpy as np
from PIL import Image
from playwright.sync_api import Page

SHADE = 64  # of 255: a difference of colours that is none, where an edge is smoothed
NEAR = 0.004  # a difference of places that is none, as a share of an axis

# The marks, lines and words of a chart that a reader sees, in shares of the axes' lengths.
DRAWN = """() => Object.fromEntries([...document.querySelectorAll("[class*=st-key-] .js-plotly-plot")]
  .filter((plot) => plot._fullLayout?._has("cartesian") && plot.getClientRects().length)
  .map((plot) => {
    const seen = (element) => {
      for (let part = element; part !== plot; part = part.parentElement) {
        const { display, opacity } = getComputedStyle(part);
        if (display === "none" || Number(opacity) < 0.3) return false;
      }
      return true;
    };
    const all = (group, what) => [...group.querySelectorAll(what)].filter(seen);
    const numbers = (text) => text.match(/-?[\\d.]+(e-?\\d+)?/g).map(Number);
    const axesOf = ({ xaxis = "x", yaxis = "y" }) => [xaxis, yaxis];
    const traces = plot._fullData.map(({ uid }, i) => {
      const group = plot.querySelector(`.scatterlayer .trace${uid}`);
      const [x, y] = axesOf(plot.data[i]).map((name) => plot._fullLayout[`${name[0]}axis${name.slice(1)}`]);
      if (!group) return { marks: [], lines: [], words: [] };
      const share = (px, py) => [px / x._length, 1 - py / y._length];
      return {
        marks: all(group, "path.point[transform]").map((path) =>
          share(...numbers(path.getAttribute("transform")))),
        lines: all(group, "path.js-line").map((path) =>
          path.getAttribute("d").split(/(?=[MLCQ])/).map((part) => share(...numbers(part).slice(-2)))),
        words: all(group, ".textpoint text").map((text) =>
          [share(Number(text.getAttribute("x")), Number(text.getAttribute("y"))), text.textContent]),
        opacity: Math.min(1, ...[...group.querySelectorAll("path.js-line, path.point")].filter(seen)
          .map((path) => Number(getComputedStyle(path).opacity))),
      };
    });
    const axes = Object.fromEntries(["x", "y", "x2", "y2"].map((name) => {
      const axis = plot._fullLayout[`${name[0]}axis${name.slice(1)}`];
      return [name, axis && { log: axis.type === "log", range: axis.range }];
    }));
    const key = plot.closest("[class*=st-key-]").className.match(/st-key-(\\w+)/)[1];
    const of = plot.data.map((trace) => [...axesOf(trace), trace.mode ?? ""]);
    return [key, { traces, axes, of, image: plot.querySelector(".imagelayer image")?.getAttribute("href") }];
  }))"""


# --- The run as Python has it ---------------------------------------------------------------


def filled(template: str, play: dict[str, Any], step: int) -> str:
    """A template with the numbers of a step in it."""

    def text(name: str, row: int) -> str:
        if name == "step":
            return str(step)
        column = play["columns"].get(name, {})
        rows = dict(enumerate(column)) if isinstance(column, list) else {int(k): v for k, v in column.items()}
        found = rows.get(row, name)
        if found in play["constants"]:
            return filled(play["constants"][found], play, step)
        return "" if found == name else found

    def replaced(found: re.Match) -> str:
        wrap, name, later = found.groups()
        said = text(name, step + bool(later))
        return f"({said})" if wrap and (said.startswith("−") or "×" in said) else said

    return re.sub(r"\{(\()?(\w+)\)?('?)\}", replaced, template)


def places(flat: list) -> np.ndarray:
    return np.array([np.nan if x is None else x for x in flat], dtype=float).reshape(-1, 2)


def expected(play: dict[str, Any], frame: int, variant: str, covered: bool) -> dict[str, dict[int, Any]]:
    """Chart → trace → its points (m, 2), nan for gaps, and its words."""
    charts: dict[str, dict[int, Any]] = {}
    for animation in play["scenes"]:
        if animation.get("space") or animation.get("variant", variant) != variant:
            continue
        traces = charts.setdefault(animation["chart"], {})
        for keyframes in animation["tracks"]:

            def row(i: int, keyframes: dict = keyframes) -> list:
                rows, shown = keyframes["rows"], keyframes.get("frame")
                return rows[0 if len(rows) == 1 else shown[i] if shown else i]

            flat = [x for i in range(frame) for x in row(i)] if keyframes.get("grows") else row(frame)
            if covered and keyframes["trace"] in animation.get("answers", []):
                flat = []
            words = [filled(text, play, play["steps"][frame]) for text in keyframes.get("text", [])]
            traces[keyframes["trace"]] = places(flat), words
        for curve in animation["curves"]:
            heights = np.minimum(np.array(curve["shares"][frame]) @ np.array(curve["basis"]), curve["most"])
            if "gaps" in curve:
                heights[curve["gaps"][frame]] = np.nan
            traces[curve["trace"]] = np.column_stack([curve["x"], heights]), []
        for mover, line in zip(
            animation["movers"], animation.get("fixed", {}).get("lines", []), strict=False
        ):
            whole = np.array([line["x"], [np.nan if y is None else y for y in line["y"]]], dtype=float).T
            at = min(line["rests"][frame] if "rests" in line else frame, len(whole) - 1)
            # What is still to be said is not on the line.
            traces[line["trace"]] = whole[: at + 1] if play.get("predict") else whole, []
            traces[mover] = whole[at : at + 1], []
    return charts


def shares(points: np.ndarray, axes: dict[str, Any], names: list[str]) -> np.ndarray:
    """Points as shares of the axes' lengths, (m, 2)."""
    found = []
    for values, name in zip(points.T, names[:2], strict=True):
        low, high = axes[name]["range"]
        with np.errstate(invalid="ignore", divide="ignore"):
            values = np.log10(values) if axes[name]["log"] else values
        found.append((values - low) / (high - low))
    return np.column_stack(found)


def pieces(points: np.ndarray) -> list[np.ndarray]:
    """The parts of a line between its gaps."""
    gaps = np.flatnonzero(np.isnan(points).any(axis=1))
    found = [part[~np.isnan(part).any(axis=1)] for part in np.split(points, gaps)]
    return [part for part in found if len(part) > 1]


def is_same_line(one: np.ndarray, other: np.ndarray) -> bool:
    """Whether two lines, (m, 2) and (n, 2), have the same ends and lie on each other."""
    # Far off the chart Plotly cuts a line short.
    ends = all(
        np.allclose(one[i], other[i], atol=NEAR) for i in (0, -1) if np.abs((one[i], other[i])).max() < 2
    )
    one_near, other_near = (line[np.abs(line).max(axis=1) < 2] for line in (one, other))
    return ends and max(farthest(one_near, other), farthest(other_near, one)) < 2 * NEAR


def farthest(points: np.ndarray, line: np.ndarray) -> float:
    """How far the points, (m, 2), are from a line, (n, 2), at most."""
    starts, ways = line[:-1], np.diff(line, axis=0)
    offsets = points[:, None] - starts
    lengths = np.maximum((ways**2).sum(axis=1), 1e-30)
    along = np.clip((offsets * ways).sum(axis=2) / lengths, 0, 1)
    away = np.linalg.norm(offsets - along[..., None] * ways, axis=2).min(axis=1)
    return float(away.max(initial=0))


def differences(page: Page, play: dict[str, Any], frame: int) -> list[str]:
    """What is drawn otherwise than Python has it at a frame."""
    drawn = page.evaluate(DRAWN)
    variant = page.evaluate(
        "document.querySelector('.gdviz-scale [aria-pressed=true]:nth-child(2)') ? 'log' : 'linear'"
    )
    predicts = play.get("predict")
    wrong = []
    animations = expected(play, frame, variant, bool(predicts) and frame < len(play["steps"]) - 1)
    for chart, traces in animations.items():
        if chart not in drawn:
            wrong.append(f"{chart} is not there")
            continue
        seen = drawn[chart]
        for trace, (points, words) in traces.items():
            x, y, mode = seen["of"][trace]
            there, place = shares(points, seen["axes"], [x, y]), seen["traces"][trace]
            found = []
            inside = there[((there > -1e-3) & (there < 1.001)).all(axis=1)]
            if "markers" in mode:
                marks = np.array(place["marks"]).reshape(-1, 2)
                # Plotly hides what is off the chart, or draws it where it is cut off.
                found.append((inside, marks[((marks > -NEAR) & (marks < 1 + NEAR)).all(axis=1)]))
            if "text" in mode:
                found.append((inside, np.array([at for at, _ in place["words"]]).reshape(-1, 2)))
                # A space stands where a text must have been for later ones to be shown.
                if words and [text for _, text in place["words"]] != words[: len(inside)]:
                    wrong.append(f"{chart} {trace} says {place['words']}, not {words}")
            if "lines" in mode:
                parts, lines = pieces(there), [np.array(line) for line in place["lines"] if len(line) > 1]
                if len(parts) != len(lines):
                    wrong.append(f"{chart} {trace} has {len(lines)} lines, not {len(parts)}")
                # Plotly leaves out points that are as good as on the line.
                wrong += [
                    f"{chart} {trace} goes {lines[i].tolist()[:4]}, not {part.tolist()[:4]}"
                    for i, part in enumerate(parts[: len(lines)])
                    if not is_same_line(part, lines[i])
                ]
            for one, other in found:
                if one.shape != other.shape or not np.allclose(one, other, atol=NEAR, rtol=1e-3):
                    wrong.append(f"{chart} {trace} is drawn at {other.tolist()[:4]}, not {one.tolist()[:4]}")
            if place.get("opacity", 1) < 0.99:
                wrong.append(f"{chart} {trace} is faint")
        pictures = [s["pictures"] for s in play["scenes"] if s["chart"] == chart and "pictures" in s]
        if pictures and seen["image"] != pictures[0][frame]:
            wrong.append(f"{chart} has another picture")
    return wrong


SAID = """() => {
  const text = (what) => document.querySelector(what)?.textContent;
  const charts = [...document.querySelectorAll(".js-plotly-plot[data-step]")];
  return {
    scrub: document.querySelector(".gdviz-scrub")?.value,  // none while the page builds its player anew
    status: text(".gdviz-status"),
    row: text('.gdviz-table [aria-current="step"] span'),
    charts: charts.map((chart) => chart.dataset.step),
  };
}"""


def said_wrongly(page: Page, play: dict[str, Any], frame: int) -> list[str]:
    """Where the words name another step than the address."""
    step, found = play["steps"][frame], page.evaluate(SAID)
    wrong = []
    if found["scrub"] != str(frame):
        wrong.append(f"the slider is at {found['scrub']}, not {frame}")
    if found["status"] != filled(play["player"]["status"], play, step):
        wrong.append(f"the status says {found['status']}")
    if found["row"] is not None and found["row"] != str(step):
        wrong.append(f"the table marks {found['row']}, not {step}")
    if set(found["charts"]) - {str(step)}:
        wrong.append(f"charts are at {found['charts']}, not {step}")
    return wrong


# --- Pixel by pixel -------------------------------------------------------------------------

# Parts of a pixel by which an element stands aside would be drawn as other shades of its edges.
TO_WHOLE_PIXELS = """(e) => {
  const { x, y } = e.getBoundingClientRect();
  e.style.translate = `${Math.round(x) - x}px ${Math.round(y) - y}px`;
}"""


def pictures(page: Page) -> dict[str, np.ndarray]:
    """Each chart, and the drawing of a network, as it is seen: (height, width, 3)."""
    page.evaluate("document.activeElement?.blur()")  # where the focus and the pointer are says nothing
    page.mouse.move(0, 0)
    found = {}
    for element in page.locator("[class*=st-key-] .js-plotly-plot, .gdviz-graph svg").all():
        name = element.evaluate("(e) => e.closest('[class*=st-key-]').className.match(/st-key-(\\w+)/)[1]")
        element.scroll_into_view_if_needed()
        element.evaluate(TO_WHOLE_PIXELS)
        # The switch that lies on a chart is none of its drawing.
        png = Image.open(io.BytesIO(element.screenshot(style=".gdviz-scale { visibility: hidden; }")))
        element.evaluate("(e) => e.style.removeProperty('translate')")
        found[f"{name} {element.evaluate('(e) => e.tagName')}"] = np.asarray(png.convert("RGB"), dtype=int)
    return found


def unmatched(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Which pixels of a picture, (height, width, 3), that differ are like none within a pixel of the other.

    The browser smooths the same edge by a shade more or less, and puts a word that lies between two
    pixels on either.
    """
    around = np.pad(other, ((1, 1), (1, 1), (0, 0)), mode="edge")
    y, x = np.nonzero((np.abs(one - other) > SHADE).any(axis=2))  # most are as they were
    near = around[y[:, None] + np.repeat(range(3), 3), x[:, None] + np.tile(range(3), 3)]
    return (np.abs(near - one[y, x][:, None]) > SHADE).any(axis=2).all(axis=1)


def unlike(one: dict[str, np.ndarray], other: dict[str, np.ndarray]) -> list[str]:
    """The charts that differ in more than the smoothing of their edges."""
    if one.keys() != other.keys():
        return [f"{sorted(one)}, not {sorted(other)}"]
    wrong = []
    for key in one:
        if one[key].shape != other[key].shape:
            wrong.append(f"{key} is {one[key].shape}, not {other[key].shape}")
            continue
        count = max(int(unmatched(*pair).sum()) for pair in [(one[key], other[key]), (other[key], one[key])])
        if count:
            wrong.append(f"{key} differs in {count} pixels")
    return wrong
