// All that the player uses of Plotly though Plotly does not promise it.
//
// Nothing public tells where a place of a chart is on the screen, whether a motion is under way, or which
// part of the drawing is a trace's. `missingParts` says what of it another Plotly no longer has; for that it
// is one file, and a little long.

import type { PlotElement, PlotlyApi } from "./plotly_api";
import type { Written } from "./words";

interface Axis {
  _length: number; // pixels
  _offset: number;
  range: [number, number];
  l2p(value: number): number;
  d2p(value: number): number;
  tickfont: { size: number };
  scaleanchor?: string; // the axis that has the same scale
}

/** Of a point on its axes. */
export type Place = readonly [number, number];

interface Plot {
  xaxislayer?: unknown; // what its axis is drawn on
}

interface Private {
  _fullLayout?: {
    width: number;
    height: number;
    xaxis: Axis;
    yaxis: Axis;
    [name: string]: unknown;
    _plots: Record<string, Plot>;
    _size: { w: number; h: number }; // the room for axes, in pixels
  };
  _fullData?: { uid: string; x?: unknown; y?: unknown; xaxis?: string; yaxis?: string }[]; // gone where the page has taken the chart away
  calcdata?: { x: number; y: number }[][]; // gone while the page draws the chart anew
  _transitionData?: Motion;
}

/** What drives a chart's motions, from frame to frame of the display. */
export interface Motion {
  _animationRaf?: number | null;
}

// What a kind of trace may have.
interface Schema {
  findArrayAttributes: (trace: { type: string; _input: object }) => string[];
  lists?: Map<string, string[]>; // ours
}

const schema = (api: PlotlyApi | undefined): Schema | undefined =>
  (api as { PlotSchema?: Schema } | undefined)?.PlotSchema;

const inside = (element: PlotElement): PlotElement & Private => element;

function full(element: PlotElement): NonNullable<Private["_fullLayout"]> {
  const { _fullLayout } = inside(element);
  if (!_fullLayout) throw new Error("the chart is not drawn");
  return _fullLayout;
}

/** An element as one that Plotly has drawn on; null before that. */
export const drawnOn = (element: Element | null): PlotElement | null =>
  (element as (PlotElement & Private) | null)?._fullLayout ? (element as PlotElement) : null;

/** Whether all that a chart is drawn on is there: for a moment Plotly knows of axes that have no place yet. */
export const hasLayers = (element: PlotElement): boolean =>
  Object.values(inside(element)._fullLayout?._plots ?? {}).every(({ xaxislayer }) => Boolean(xaxislayer));

export const traceCount = (element: PlotElement): number => inside(element)._fullData?.length ?? 0;

/** A motion that begins while the page draws the chart anew has nothing to move, which Plotly does not expect. */
export function allowNothingToMove(element: PlotElement): boolean {
  const isMissing = inside(element).calcdata === undefined;
  if (isMissing) inside(element).calcdata = []; // too few for Plotly to go without calculating them
  return isMissing;
}

/** What drives the motion under way, if any. */
export const motionOf = (element: PlotElement): Motion | null => inside(element)._transitionData ?? null;

/** A chart that is drawn anew forgets what drives its motion: were it then taken away, that would go on for good. */
export function endMotion(motion: Motion | null): void {
  if (!motion?._animationRaf) return;
  cancelAnimationFrame(motion._animationRaf);
  motion._animationRaf = null; // or the next one would never begin
}

/** At each motion Plotly looks through all that a trace may have for what of it is a list, for each trace: half of
 *  all that a motion costs. Traces of a type that have lists at the same places have the same answer.
 */
export function rememberLists(api: PlotlyApi): void {
  const known = schema(api);
  if (!known || known.lists) return;
  const lists = new Map<string, string[]>();
  const find = known.findArrayAttributes;
  known.lists = lists;
  known.findArrayAttributes = (trace) => {
    const key = `${trace.type} ${listsIn(trace._input)}`;
    const found = lists.get(key) ?? find(trace);
    lists.set(key, found);
    return found;
  };
}

const listsIn = (value: object): string =>
  Object.entries(value)
    .map(([name, part]: [string, unknown]) =>
      Array.isArray(part) || ArrayBuffer.isView(part)
        ? name
        : typeof part === "object" && part !== null
          ? `${name}(${listsIn(part)})`
          : "",
    )
    .join(" ");

/** What the place of a mark on the screen follows from: how long the axes are, and their ends. */
export function axes(element: PlotElement): string {
  const { xaxis, yaxis } = full(element);
  return [xaxis, yaxis].map(({ _length, range }) => `${_length} ${range.join(" ")}`).join();
}

export const size = (element: PlotElement): { width: number; height: number } => {
  const { width, height } = full(element);
  return { width, height };
};

export function ranges(element: PlotElement): [[number, number], [number, number]] {
  const { xaxis, yaxis } = full(element);
  return [xaxis.range, yaxis.range];
}

/** Where a place is, in pixels from the corner of the drawing. */
export function pixelsOf(element: PlotElement, x: number, y: number): [number, number] {
  const { xaxis, yaxis } = full(element);
  return [xaxis._offset + xaxis.l2p(x), yaxis._offset + yaxis.l2p(y)];
}

/** Moves the mark of a trace that is one point on the straight way between two places; says whether it is there. */
export function moveMark(element: PlotElement, trace: number, from: Place, to: Place, share: number): boolean {
  const mark = traceGroup(element, trace)?.querySelector(".points path");
  const [a, b] = [placeOf(element, trace, from), placeOf(element, trace, to)];
  mark?.setAttribute("transform", `translate(${a.map((start, i) => start + share * ((b[i] ?? start) - start)).join()})`);
  return Boolean(mark);
}

// Where on its axes a place of a trace is, in pixels.
function placeOf(element: PlotElement, trace: number, [x, y]: Place): [number, number] {
  const { xaxis = "x", yaxis = "y" } = inside(element)._fullData?.[trace] ?? {};
  const axisOf = (name: string): Axis => full(element)[`${name.charAt(0)}axis${name.slice(1)}`] as Axis;
  return [axisOf(xaxis).d2p(x), axisOf(yaxis).d2p(y)];
}

/** Tells Plotly that the mark of a trace has been moved. */
export function keepPoint(element: PlotElement, trace: number, [x, y]: Place): void {
  const { _fullData, calcdata } = inside(element);
  for (const data of [element.data[trace], _fullData?.[trace]]) if (data) [data.x, data.y] = [[x], [y]];
  const point = calcdata?.[trace]?.[0];
  if (point) [point.x, point.y] = [x, y];
}

/** The place under a point of the window. */
export function placeAt(element: PlotElement, clientX: number, clientY: number): [number, number] {
  const area = pressedArea(element)?.getBoundingClientRect() ?? new DOMRect();
  const [[left, right], [low, high]] = ranges(element);
  return [
    left + ((clientX - area.left) / area.width) * (right - left),
    low + ((area.bottom - clientY) / area.height) * (high - low),
  ];
}

/** How high the first trace is, as it is drawn. */
export function heightAt(element: PlotElement, x: number): number {
  const points = inside(element).calcdata?.[0] ?? [];
  const next = points.findIndex((point) => point.x >= x);
  const [a, b] = [points[Math.max(next - 1, 0)], points.at(next)];
  if (!a || !b) return NaN;
  const share = b.x > a.x ? Math.min(Math.max((x - a.x) / (b.x - a.x), 0), 1) : 0;
  return a.y + share * (b.y - a.y);
}

/** The part of the drawing that is a trace of lines, marks and words. */
export const traceGroup = (element: PlotElement, trace: number): SVGElement | null =>
  element.querySelector(`.scatterlayer .trace${inside(element)._fullData?.[trace]?.uid ?? ""}`);

/** Whether a trace is in the drawing. */
export function isSeen(element: PlotElement, trace: number): boolean {
  const group = traceGroup(element, trace);
  return group !== null && group.style.display !== "none";
}

/** Hides what of a trace is further right than so many pixels after a place. */
export function cutAfter(element: PlotElement, trace: number, x: number, half: number): void {
  const { width, xaxis } = full(element);
  for (const part of traceGroup(element, trace)?.children ?? []) {
    // A box as large as the drawing, but from the corner of the axes on, where a trace has its own.
    const hidden = width - xaxis.l2p(x) - (part.classList.contains("points") ? half : 0);
    (part as SVGElement).style.clipPath = `inset(-100% ${hidden}px -100% -100%) view-box`;
  }
}

/** A motion puts traces that showed nothing before on top of all: they go back to their order. */
export function putInOrder(element: PlotElement): void {
  const order = new Map((inside(element)._fullData ?? []).map(({ uid }, i) => [`trace${uid}`, i]));
  const numberOf = (group: Element): number =>
    order.get([...group.classList].find((name) => order.has(name)) ?? "") ?? -1;
  for (const layer of element.querySelectorAll(".scatterlayer")) {
    const groups = [...layer.children];
    const sorted = [...groups].sort((one, other) => numberOf(one) - numberOf(other));
    if (sorted.some((group, i) => group !== groups[i])) layer.append(...sorted);
  }
}

/** The labels of the upright axes, and the size of their font in pixels. */
export const labels = (element: PlotElement): { texts: string[]; size: number } => ({
  texts: Array.from(element.querySelectorAll(":is(.ytick, .y2tick) text"), ({ textContent }) =>
    textContent.replaceAll("\u200b", ""),
  ),
  size: full(element).yaxis.tickfont.size,
});

/** What of it is read, or stands in the way of words. */
export const written = (element: PlotElement): Written => ({
  edge: element,
  words: Array.from(element.querySelectorAll<SVGTextElement>(".textpoint text")),
  wordsOf: (trace) => Array.from(traceGroup(element, trace)?.querySelectorAll("text") ?? []),
  marks: Array.from(element.querySelectorAll(".scatterlayer .points path")),
  labels: Array.from(element.querySelectorAll(":is(.xaxislayer-above, .yaxislayer-above) text")),
});

/** What lies over the axes and takes the presses. */
export const pressedArea = (element: PlotElement): Element | null => element.querySelector(".nsewdrag");

/** What all of the drawing is in. */
export const container = (element: PlotElement): HTMLElement | null => element.querySelector(".svg-container");

/** For who only hears the page there is the chart's name, and no loose words of its axes. */
export function hideDrawing(element: PlotElement): void {
  for (const drawing of element.querySelectorAll(".main-svg")) drawing.setAttribute("aria-hidden", "true");
}

/** The picture behind the traces. */
export const pictureBehind = (element: PlotElement): Element | null =>
  element.querySelector(".imagelayer image");

/** Whether a part is cut off: a motion makes Plotly forget that margins have changed since it was drawn. */
export function isCut(element: PlotElement): boolean {
  const part = clip(element);
  if (!part) return false;
  const { xaxis, yaxis } = full(element);
  const isOther = (name: string, length: number): boolean =>
    Math.abs(Number(part.getAttribute(name)) - length) > 1;
  return isOther("width", xaxis._length) || isOther("height", yaxis._length);
}

/** Whether neither of two axes on one scale is as long as there is room: Plotly takes what was left of the
 *  room at another width for all there is.
 */
export function isShrunk(element: PlotElement): boolean {
  if (!clip(element)) return false;
  const { xaxis, yaxis, _size } = full(element);
  return Boolean(yaxis.scaleanchor) && xaxis._length < _size.w - 1 && yaxis._length < _size.h - 1;
}

const clip = (element: PlotElement): Element | null => element.querySelector('clipPath[id$="xyplot"] rect');

/** What of all this a chart of two axes with a trace does not have. */
export function missingParts(element: PlotElement): string[] {
  const { _fullLayout, _fullData, calcdata } = inside(element);
  const axes = [_fullLayout?.xaxis, _fullLayout?.yaxis];
  const isNumber = (value: unknown): boolean => typeof value === "number";
  const parts: Record<string, () => boolean> = {
    "_fullLayout.width": () => isNumber(_fullLayout?.width) && isNumber(_fullLayout?.height),
    "_plots.xaxislayer": () => Object.keys(_fullLayout?._plots ?? {}).length > 0 && hasLayers(element),
    _size: () => [_fullLayout?._size.w, _fullLayout?._size.h].every(isNumber),
    "axis._length": () => axes.every((axis) => isNumber(axis?._length)),
    "axis._offset": () => axes.every((axis) => isNumber(axis?._offset)),
    "axis.range": () => axes.every((axis) => axis?.range.length === 2),
    "axis.tickfont.size": () => isNumber(labels(element).size),
    "axis.l2p": () => pixelsOf(element, 0, 0).every(isNumber),
    "axis.d2p": () => placeOf(element, 0, [1, 1]).every(isNumber),
    "_fullData.uid": () => (_fullData ?? []).every(({ uid }) => Boolean(uid)),
    calcdata: () => [calcdata?.[0]?.[0]?.x, calcdata?.[0]?.[0]?.y].every(isNumber),
    ".scatterlayer .trace": () => traceGroup(element, 0) !== null,
    ".ytick text": () => labels(element).texts.length > 0,
    ".nsewdrag": () => pressedArea(element) !== null,
    ".svg-container": () => container(element) !== null,
    "clipPath xyplot": () => clip(element) !== null,
    _transitionData: () => motionOf(element) !== null,
    "PlotSchema.findArrayAttributes": () => (schema(window.Plotly)?.lists?.size ?? 0) > 0,
  };
  return Object.keys(parts).filter((name) => {
    try {
      return !parts[name]?.();
    } catch {
      return true;
    }
  });
}
