// Drawings over a chart, where nothing of Plotly's is: what follows from a point in the hand, or from a mistake.

import type { Chart } from "./chart";
import type { Point } from "./descent";

const SVG = "http://www.w3.org/2000/svg";
const FARTHEST = 1e5; // pixels: lines can be no longer

type Place = readonly [number, number];

export class Overlay {
  readonly #svg = document.createElementNS(SVG, "svg");

  constructor() {
    this.#svg.classList.add("gdviz-preview");
  }

  /** Draws over a chart; nothing is seen beyond its axes. */
  draw(chart: Chart, parts: readonly SVGElement[]): void {
    this.#svg.replaceChildren(...parts);
    if (this.#svg.parentElement !== chart.overlay) chart.overlay.append(this.#svg);
    const [[left, right], [low, high]] = chart.ranges();
    const [[x0, y0], [x1, y1]] = [chart.pixelsOf(left, high), chart.pixelsOf(right, low)];
    this.#svg.setAttribute("viewBox", [x0, y0, x1 - x0, y1 - y0].join(" "));
    Object.assign(this.#svg.style, { left: `${x0}px`, top: `${y0}px`, width: `${x1 - x0}px`, height: `${y1 - y0}px` });
  }

  clear(): void {
    this.#svg.remove();
  }
}

/** Where a point of a run is drawn. */
export function pixelsOf(chart: Chart, { weights, loss }: Point): Place {
  const [x = NaN, y = NaN] = weights.length === 1 ? [...weights, loss] : weights;
  const [left, top] = chart.pixelsOf(x, y);
  return [within(left), within(top)];
}

const within = (pixel: number): number => Math.max(-FARTHEST, Math.min(pixel, FARTHEST));

/** A run as a thin line with dots. */
export function ghostOf(chart: Chart, run: readonly Point[], color = ""): SVGElement[] {
  const places = run.map((point) => pixelsOf(chart, point));
  const style = color ? { stroke: color, fill: color } : {};
  const dots = places.map(([cx, cy]) => shape("circle", "gdviz-ghost-dot", { cx, cy, r: 4, ...style }));
  return [shape("polyline", "gdviz-ghost", { points: places.map((at) => at.join(",")).join(" "), ...style }), ...dots];
}

export function shape(name: string, kind: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const element = document.createElementNS(SVG, name);
  element.setAttribute("class", kind);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

export const line = (kind: string, from: readonly number[] = [], to: readonly number[] = []): SVGElement =>
  shape("line", kind, { x1: from[0] ?? 0, y1: from[1] ?? 0, x2: to[0] ?? 0, y2: to[1] ?? 0 });
