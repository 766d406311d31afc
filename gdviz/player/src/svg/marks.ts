// What a trace is in SVG: a line, marks, or words, at pixels from the corner of the drawing.

import { shape } from "../overlay";
import { listOf, type Trace } from "./figure";

export type Pixel = readonly [number, number];

const FAR = 1e5; // pixels: further out there is nothing to see

const isThere = ([x, y]: Pixel): boolean => Number.isFinite(x) && Number.isFinite(y);

const write = ([x, y]: Pixel): string => `${near(x)},${near(y)}`;
const near = (pixel: number): number => Math.round(1000 * Math.max(-FAR, Math.min(pixel, FAR))) / 1000;

/** Points in a row; where one is missing the line begins anew. */
export function lineThrough(points: readonly Pixel[]): string {
  let before = false;
  return points
    .map((point) => {
      const isLine = before;
      before = isThere(point);
      return before ? `${isLine ? "L" : "M"}${write(point)}` : "";
    })
    .join("");
}

const WIDE = 2 / Math.sqrt(3); // half of a triangle's base, in radii

// The outlines of marks of a radius r, as in Plotly: https://plotly.com/python/marker-style/
const SYMBOLS: Readonly<Record<string, (r: number) => string>> = {
  circle: (r) => `M${r},0A${r},${r} 0 1,1 0,${-r}A${r},${r} 0 0,1 ${r},0Z`,
  square: (r) => `M${r},${r}H${-r}V${-r}H${r}Z`,
  diamond: (r) => `M${1.3 * r},0L0,${1.3 * r}L${-1.3 * r},0L0,${-1.3 * r}Z`,
  cross: (r) => {
    const [long, short] = [1.2 * r, 0.4 * r];
    return `M${long},${short}H${short}V${long}H${-short}V${short}H${-long}V${-short}H${-short}V${-long}H${short}V${-short}H${long}Z`;
  },
  x: (r) => {
    const a = (0.8 * r) / Math.SQRT2;
    return `M0,${a}l${a},${a}l${a},${-a}l${-a},${-a}l${a},${-a}l${-a},${-a}l${-a},${a}l${-a},${-a}l${-a},${a}l${a},${a}l${-a},${a}l${a},${a}Z`;
  },
  "triangle-up": (r) => `M${-WIDE * r},${r / 2}H${WIDE * r}L0,${-r}Z`,
  "triangle-down": (r) => `M${-WIDE * r},${-r / 2}H${WIDE * r}L0,${r}Z`,
  "triangle-left": (r) => `M${r / 2},${-WIDE * r}V${WIDE * r}L${-r},0Z`,
  "triangle-right": (r) => `M${-r / 2},${-WIDE * r}V${WIDE * r}L${r},0Z`,
  star: (r) => {
    const corners = Array.from({ length: 10 }, (_, i) => {
      const [angle, length] = [((2 * i - 5) * Math.PI) / 10, 1.4 * r * (i % 2 ? 0.382 : 1)];
      return `${length * Math.cos(angle)},${length * Math.sin(angle)}`;
    });
    return `M${corners.join("L")}Z`;
  },
};

const OPEN = "-open";

/** The marks, lines and words of one trace, in a group that stays. */
export class Marks {
  readonly group = shape("g", "trace", {});
  readonly #line: SVGElement | null;
  readonly #points = shape("g", "points", {});
  readonly #words = shape("g", "textpoint", {});

  constructor(readonly trace: Trace) {
    const { mode = "lines", line, fill, fillcolor, opacity } = trace;
    this.#line = mode.includes("lines")
      ? shape("path", "js-line", {
          fill: fill ? (fillcolor ?? "none") : "none",
          stroke: line?.color ?? "none",
          "stroke-width": line?.width ?? 2,
          "stroke-linejoin": "round",
          ...(line?.dash === "dot" && { "stroke-dasharray": `${Math.max(3, line.width)}` }),
        })
      : null;
    if (this.#line) this.group.append(this.#line);
    if (mode.includes("markers")) this.group.append(this.#points);
    if (mode.includes("text")) this.group.append(this.#words);
    if (opacity !== undefined) this.group.setAttribute("opacity", String(opacity));
  }

  /** Puts them where they are; of the words those that are not given stay as they are. */
  put(points: readonly Pixel[], texts?: readonly string[]): void {
    this.#line?.setAttribute("d", lineThrough(points));
    if (this.#points.parentNode) this.#putPoints(points);
    if (this.#words.parentNode) this.#putWords(points, texts);
  }

  #putPoints(points: readonly Pixel[]): void {
    const parts = partsOf(this.#points, points.length, (i) => this.#mark(i));
    points.forEach((point, i) => {
      const part = parts[i];
      if (!part) return;
      part.style.display = isThere(point) ? "" : "none";
      if (isThere(point)) part.setAttribute("transform", `translate(${write(point)})`);
    });
  }

  #mark(i: number): SVGElement {
    const { symbol = "circle", size = 6, opacity = 1, line } = this.trace.marker ?? {};
    const color = this.trace.marker?.color ?? this.trace.line?.color ?? "none";
    const isOpen = symbol.endsWith(OPEN);
    const outline = SYMBOLS[symbol.replace(OPEN, "")];
    if (!outline) throw new Error(`no mark ${symbol}`);
    const diameter = typeof size === "number" ? size : (listOf(size)[i] ?? 0);
    return shape("path", "point", {
      d: outline(diameter / 2),
      fill: isOpen ? "none" : color,
      stroke: isOpen ? color : (line?.color ?? "none"),
      "stroke-width": line?.width ?? (isOpen ? 1 : 0),
      opacity,
    });
  }

  #putWords(points: readonly Pixel[], texts?: readonly string[]): void {
    const parts = partsOf(this.#words, points.length, () => this.#word());
    points.forEach((point, i) => {
      const word = parts[i];
      if (!word) return;
      const text = texts?.[i];
      if (text !== undefined && word.textContent !== text) word.textContent = text;
      word.style.display = isThere(point) ? "" : "none";
      if (!isThere(point)) return;
      const [x, y] = point;
      word.setAttribute("x", String(near(x)));
      word.setAttribute("y", String(near(y) + this.#drop()));
    });
  }

  #word(): SVGElement {
    const { textfont, textposition = "middle center" } = this.trace;
    const anchor = textposition.endsWith("left") ? "end" : textposition.endsWith("right") ? "start" : "middle";
    return shape("text", "", { "text-anchor": anchor, fill: textfont?.color ?? "", "font-size": textfont?.size ?? 12 });
  }

  // From a place to the line that its word stands on.
  #drop(): number {
    const { textfont, textposition = "middle center" } = this.trace;
    const size = textfont?.size ?? 12;
    const [up] = textposition.split(" ");
    return size * (up === "top" ? -0.25 : up === "bottom" ? 0.75 : 0.25);
  }
}

// As many parts of a group as are needed, in their order.
function partsOf(group: SVGElement, count: number, made: (i: number) => SVGElement): SVGElement[] {
  while (group.childElementCount > count) group.lastElementChild?.remove();
  while (group.childElementCount < count) group.append(made(group.childElementCount));
  return Array.from(group.children) as SVGElement[];
}
