// A chart in SVG: its axes, what stays on it, and its traces where they are.

import { make } from "../dom";
import { shape } from "../overlay";
import { CHARACTER, TITLE } from "../protocol";
import { Axis, extents } from "./axis";
import { listOf, type AxisLayout, type Figure, type Layout, type Shape } from "./figure";
import { Marks, type Pixel } from "./marks";

type Pair = readonly [Axis, Axis];

/** The places of a trace by axis, and its words; what it does not say stays. */
export interface Places {
  readonly x?: readonly (number | null)[];
  readonly y?: readonly (number | null)[];
  readonly text?: readonly string[];
}

let drawings = 0;

export class Drawing {
  readonly svg = shape("svg", "gdviz-drawing", { "aria-hidden": "true" }) as SVGSVGElement;
  readonly box = make("div", { className: "gdviz-chart" });
  readonly marks: readonly Marks[];
  layout: Layout;
  #places: Places[];
  #axes: { readonly first: Pair; readonly second: Pair | null } | null = null;
  readonly #id = `gdviz-clip-${++drawings}`;
  readonly #ground = shape("g", "ground", {});
  readonly #layers = [shape("g", "scatterlayer", {}), shape("g", "scatterlayer", {})] as const;
  readonly #labels = shape("g", "labels", {});
  #image: SVGElement | null = null;

  constructor(readonly figure: Figure) {
    this.layout = figure.layout;
    this.marks = figure.data.map((trace) => new Marks(trace));
    this.#places = figure.data.map(({ x, y, text }) => ({
      x: listOf(x),
      y: listOf(y),
      ...(typeof text === "object" && { text }),
    }));
    this.marks.forEach(({ trace, group }, i) => {
      const isSecond = trace.xaxis === "x2";
      if (trace.cliponaxis !== false) group.setAttribute("clip-path", `url(#${this.#id}-${isSecond ? 2 : 1})`);
      this.#layers[isSecond ? 1 : 0].append(group);
      group.setAttribute("data-trace", String(i));
    });
    this.svg.append(this.#ground, ...this.#layers, this.#labels);
    this.box.append(this.svg);
  }

  /** Where the axes of a chart, or of the smaller one beside it, lie. */
  axes(isSecond = false): Pair {
    const axes = isSecond ? this.#axes?.second : this.#axes?.first;
    if (!axes) throw new Error("the chart is not drawn");
    return axes;
  }

  places(trace: number): Places {
    return this.#places[trace] ?? {};
  }

  /** As high as its place is, if that has a height. */
  get height(): number {
    const room = this.box.parentElement?.clientHeight ?? 0;
    return room > 0 ? room : this.layout.height;
  }

  /** Whether it is as large as there is room. */
  get fits(): boolean {
    const { svg, box, height } = this;
    return svg.getAttribute("width") === String(box.clientWidth) && svg.getAttribute("height") === String(height);
  }

  /** Draws all of it, as large as there is room. */
  draw(): void {
    const width = this.box.clientWidth;
    const height = this.height;
    this.svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    for (const [name, value] of Object.entries({ width, height })) this.svg.setAttribute(name, String(value));
    this.svg.style.setProperty("--gdviz-paper", this.layout.paper_bgcolor);
    this.#axes = this.#laidOut(width);
    this.#drawGround();
    this.#drawLabels();
    this.marks.forEach((_, trace) => {
      this.#put(trace);
    });
  }

  /** Changes parts of the layout by their dotted names. */
  change(parts: Readonly<Record<string, unknown>>): void {
    this.layout = Object.entries(parts).reduce((layout, [name, value]) => changed(layout, name.split("."), value), this.layout);
  }

  /** Puts a trace where it is. */
  set(trace: number, places: Places): void {
    this.#places[trace] = { ...this.places(trace), ...places };
    this.#put(trace);
  }

  /** Where the places of a trace are, in pixels. */
  pixelsOf(trace: number, { x = [], y = [] }: Places): Pixel[] {
    const [across, up] = this.axes(this.figure.data[trace]?.xaxis === "x2");
    return x.map((value, i) => [pixel(across, value), pixel(up, y[i] ?? null)]);
  }

  /** Puts a trace at pixels, for as long as nothing else is said of it. */
  move(trace: number, points: readonly Pixel[]): void {
    this.marks[trace]?.put(points);
  }

  setPicture(source: string): void {
    this.#image?.setAttribute("href", source);
    const [image] = this.layout.images ?? [];
    if (image) this.layout = { ...this.layout, images: [{ ...image, source }] };
  }

  /** The texts of the upright axes. */
  labels(): string[] {
    const axes = [this.#axes?.first[1], this.#axes?.second?.[1]];
    return axes.flatMap((axis) => (axis && axis.layout.visible !== false ? axis.ticks().map(({ text }) => text) : []));
  }

  /** The room at the left for labels of so many characters, as on the page. */
  roomFor(characters: number): number {
    return (this.layout.yaxis.tickfont?.size ?? 0) * (TITLE + CHARACTER * characters);
  }

  #put(trace: number): void {
    const places = this.places(trace);
    this.marks[trace]?.put(this.pixelsOf(trace, places), places.text);
  }

  #laidOut(width: number): { first: Pair; second: Pair | null } {
    const { l, r, t, b } = this.layout.margin;
    const [left, right, top, bottom] = [l, r, t, b].map(Math.round) as [number, number, number, number];
    const room = new DOMRect(left, top, Math.max(width - left - right, 1), Math.max(this.height - top - bottom, 1));
    const pairOf = (x: AxisLayout, y: AxisLayout): Pair => {
      const [across, up] = [x.range ?? ([0, 1] as const), y.range ?? ([0, 1] as const)];
      const [horizontal, upright] = extents(x, y, [across, up], room);
      return [new Axis("x", x, across, horizontal), new Axis("y", y, up, upright)];
    };
    const { xaxis, yaxis, xaxis2, yaxis2 } = this.layout;
    return { first: pairOf(xaxis, yaxis), second: xaxis2 && yaxis2 ? pairOf(xaxis2, yaxis2) : null };
  }

  // What is behind the traces: grid lines, the shades of a landscape, a network's answer.
  #drawGround(): void {
    const pairs = [this.axes(), ...(this.#axes?.second ? [this.#axes.second] : [])];
    const clips = pairs.map(([x, y], i) => {
      const clip = shape("clipPath", "", { id: `${this.#id}-${i + 1}` });
      clip.append(shape("rect", "", { x: x.extent.start, y: y.extent.start, width: x.extent.length, height: y.extent.length }));
      return clip;
    });
    const inside = shape("g", "", { "clip-path": `url(#${this.#id}-1)` });
    this.#image = this.#imageOf();
    if (this.#image) inside.append(this.#image);
    inside.append(...(this.layout.shapes ?? []).map((part) => this.#shapeOf(part)));
    this.#ground.replaceChildren(...clips, inside, ...pairs.flatMap(gridOf));
  }

  #shapeOf({ path, fillcolor = "none", line }: Shape): SVGElement {
    const [x, y] = this.axes();
    const d = path.replace(/(-?[\d.e-]+),(-?[\d.e-]+)/g, (_, across: string, up: string) =>
      [x.pixelOf(Number(across)), y.pixelOf(Number(up))].map((value) => value.toFixed(2)).join(","),
    );
    return shape("path", "", { d, fill: fillcolor, "fill-rule": "evenodd", stroke: line?.color ?? "none", "stroke-width": line?.width ?? 0 });
  }

  #imageOf(): SVGElement | null {
    const [image] = this.layout.images ?? [];
    if (!image) return null;
    const [x, y] = this.axes();
    const [left, top] = [x.pixelOf(image.x), y.pixelOf(image.y)];
    const [right, bottom] = [x.pixelOf(image.x + image.sizex), y.pixelOf(image.y - image.sizey)];
    const place = { x: left, y: top, width: right - left, height: bottom - top };
    return shape("image", "", { href: image.source, preserveAspectRatio: "none", ...place });
  }

  #drawLabels(): void {
    const pairs = [this.axes(), ...(this.#axes?.second ? [this.#axes.second] : [])];
    const { layout, height } = this;
    const of = (axis: Axis, other: Axis): SVGElement[] => labelsOf(axis, other, layout, height);
    this.#labels.replaceChildren(...pairs.flatMap(([x, y]) => [...of(x, y), ...of(y, x)]));
  }
}

const pixel = (axis: Axis, value: number | null): number => (value === null ? NaN : axis.pixelOf(value));

// A copy of a record in which what is under a path of names is another.
function changed<Value>(record: Value, [name = "", ...names]: readonly string[], value: unknown): Value {
  const before = (record as Record<string, unknown>)[name] ?? {};
  return { ...record, [name]: names.length ? changed(before, names, value) : value };
}

function gridOf([x, y]: Pair): SVGElement[] {
  const linesOf = (axis: Axis, other: Axis): SVGElement[] => {
    if (axis.layout.visible === false || axis.layout.showgrid === false) return [];
    const { start, length } = other.extent;
    return axis.ticks().map(({ value }) => {
      const at = placeOf(axis, value);
      const ends = axis.way === "x" ? { x1: at, x2: at, y1: start, y2: start + length } : { y1: at, y2: at, x1: start, x2: start + length };
      return shape("line", "grid", { ...ends, stroke: axis.layout.gridcolor ?? "none" });
    });
  };
  return [...linesOf(x, y), ...linesOf(y, x)];
}

// A tick counts as the axis does.
const placeOf = (axis: Axis, value: number): number => axis.pixelOf(axis.isLog ? 10 ** value : value);

const GAP = 3; // pixels between an axis and its labels
const BASE = 0.36; // of a letter's size, from its middle to the line that it stands on

function labelsOf(axis: Axis, other: Axis, { font, margin }: Layout, height: number): SVGElement[] {
  const { layout, extent, way } = axis;
  if (layout.visible === false) return [];
  const size = layout.tickfont?.size ?? 12;
  const [end, middle] = [other.extent.start + other.extent.length, extent.start + extent.length / 2];
  const left = other.extent.start;
  const labels = axis.ticks().map(({ value, text }) => {
    const at = placeOf(axis, value);
    const place = way === "x" ? { x: at, y: end + GAP + size } : { x: left - GAP, y: at + BASE * size };
    const label = shape("text", `${way}tick`, { ...place, "text-anchor": way === "x" ? "middle" : "end", "font-size": size });
    label.textContent = text;
    return label;
  });
  const { text = "", font: titleFont } = layout.title ?? {};
  if (text) {
    const letters = titleFont?.size ?? size;
    const place =
      way === "x"
        ? { x: middle, y: Math.min(end + GAP + 2.4 * size + letters / 2, height - 0.4 * letters) }
        : { transform: `translate(${letters + (left - margin.l)}, ${middle}) rotate(-90)` };
    const title = shape("text", `${way}title`, { ...place, "text-anchor": "middle", "font-size": letters });
    title.textContent = text;
    labels.push(title);
  }
  for (const label of labels) label.setAttribute("fill", font.color);
  return labels;
}
