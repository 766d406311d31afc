// What is set on a chart once a run, what it shows of the plane, and the picture behind its traces.

import { plotly, type PlotElement } from "./plotly_api";
import * as inside from "./plotly_private";
import { CHARACTER, TITLE, type Scene } from "./protocol";
import { axesOf, fixedPart, pointOf, type Picture } from "./scene";

const HALF = 5; // pixels: half a mark on a line

/** Sets a scene's lines, so far as the run is known, what stands on them, and its part of the layout. */
export async function drawFixed(element: PlotElement, picture: Picture): Promise<void> {
  const { scene, frame } = picture;
  if (!scene.fixed) return;
  const { lines, layout } = fixedPart(picture);
  // Where a point was on other axes is, on these, any number of screens away.
  const points = scene.movers.map((_, i) => (lines[i] ? pointOf(lines[i], frame) : []));
  const places = {
    x: [...lines.map(({ x }) => x), ...points.map(([px]) => [px])],
    y: [...lines.map(({ y }) => y), ...points.map(([, py]) => [py])],
  };
  const traces = [...lines.map(({ trace }) => trace), ...scene.movers];
  await plotly().update(element, lines.length ? places : {}, layout, traces);
  const room = labelRoom(element, Math.max(...inside.labels(element).texts.map((text) => text.length), 0));
  if (room !== element.layout.margin.l) await plotly().relayout(element, { "margin.l": room });
}

// The room at the left that the labels and the title of an axis need. Plotly's own would depend on the
// labels before; and it follows from their characters, as fonts arrive when they will.
const labelRoom = (element: PlotElement, characters: number): number =>
  inside.labels(element).size * (TITLE + CHARACTER * characters);

/** Has a chart show of the plane what it shows at a picture's frame. */
export async function showAxes(element: PlotElement, picture: Picture): Promise<void> {
  if (hasAxes(element, picture)) return;
  const [low, high, bottom, top, characters = 0] = axesOf(picture) ?? [];
  await plotly().relayout(element, {
    "xaxis.range": [low, high],
    "yaxis.range": [bottom, top],
    "margin.l": labelRoom(element, characters),
  });
}

export function hasAxes(element: PlotElement, picture: Picture): boolean {
  const ends = axesOf(picture)?.slice(0, 4);
  return !ends || String(inside.ranges(element)) === String(ends);
}

/** Of lines only what has been walked is seen: they are cut after the point of a picture's frame. */
export function cutAhead(element: PlotElement, { scene, frame }: Picture): void {
  for (const line of scene.fixed?.lines ?? []) {
    const [x] = pointOf(line, frame);
    if (x !== null && x !== undefined) inside.cutAfter(element, line.trace, x, HALF);
  }
}

/** Whether the lines of a scene, and the ends of its axes, are set. */
export function hasFixed(element: PlotElement, { fixed }: Scene): boolean {
  const { lines = [], layout = {} } = fixed ?? {};
  const hasEnds = ([name, ends]: [string, unknown]): boolean => {
    const here = valueOf(element.layout, name);
    return !Array.isArray(ends) || (Array.isArray(here) && String(here) === String(ends));
  };
  return (
    lines.every(({ trace, x }) => !x.length || Boolean(element.data[trace]?.x?.length)) &&
    Object.entries(layout).every(hasEnds)
  );
}

// Of a layout, what has a dotted name.
const valueOf = (layout: object, name: string): unknown =>
  name.split(".").reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], layout);

/** Whether a picture is behind the traces, where there is one. */
export const hasPicture = (element: PlotElement, picture: string): boolean => {
  const image = inside.pictureBehind(element);
  return !image || image.getAttribute("href") === picture;
};

/** Straight into the drawing: a change of Plotly's layout would draw the whole chart anew. */
export function setPicture(element: PlotElement, picture: string): void {
  const image = inside.pictureBehind(element);
  const known = element.layout.images?.[0];
  if (!image || !known) return; // the chart of the data before, which has no picture
  image.setAttribute("href", picture);
  known.source = picture;
}
