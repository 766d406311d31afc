// Draws a network, as charts/graph.py describes it: lines for weights, a mark for each neuron.
//
// A weight's sign is its colour and dash, its size the width of its line; a neuron's bias is the
// ring around it. Between frames the browser itself goes from width to width.

import type { Graph as Drawing } from "./protocol";
import { ofFrame } from "./scene";

const MARGIN = 34;
const ROOM = 16; // for a name above a neuron, or a number below it
const FROM = 0.4; // where along a line its numbers stand: in the middle others cross it

interface Point {
  x: number;
  y: number;
}

// What shows a weight, what is pressed to choose it, and its numbers.
interface Part {
  shape: SVGElement;
  target: SVGElement;
  value: SVGElement;
  slope: SVGElement;
}

export class Graph {
  #drawing: Drawing | null = null;
  #box: HTMLElement | null = null;
  #svg: SVGElement | null = null;
  #parts: Part[] = [];
  #labels: SVGElement[] = [];
  #maps: SVGElement[] = [];

  constructor(readonly choose: (weight: number) => void) {}

  show(box: HTMLElement, drawing: Drawing, frame: number, name: string): void {
    if (this.#drawing !== drawing || this.#box !== box || !box.firstChild) this.#build(box, drawing);
    this.#svg?.setAttribute("aria-label", name);
    const weights = ofFrame(drawing.weights, frame);
    const marks = drawing.marks?.[frame] ?? [];
    const [values, slopes] = [drawing.values, drawing.slopes].map((texts) => (texts ? ofFrame(texts, frame) : []));
    this.#parts.forEach(({ shape, value, slope }, i) => {
      const weight = weights[i] ?? 0;
      const width = 0.6 + (5 * Math.abs(weight)) / drawing.finest;
      const isQuiet = marks.length > 0 && !marks.includes(i);
      shape.style.strokeWidth = String(drawing.chosen.includes(i) ? width + 2 : width);
      shape.toggleAttribute("data-negative", weight < 0);
      shape.toggleAttribute("data-marked", marks.includes(i));
      for (const part of [shape, value, slope]) part.toggleAttribute("data-quiet", isQuiet);
      value.textContent = values?.[i] ?? "";
      slope.textContent = slopes?.[i] ?? "";
    });
    this.#svg?.setAttribute("data-way", drawing.ways?.[frame] ?? "");
    const texts = drawing.labels ? ofFrame(drawing.labels, frame) : [];
    this.#labels.forEach((label, i) => (label.textContent = texts[i] ?? ""));
    const map = drawing.maps ? ofFrame(drawing.maps, frame) : "";
    for (const image of this.#maps) image.setAttribute("href", map);
  }

  // The parts of the drawing in the order of the flat vector: layer by layer weights, then biases.
  #build(box: HTMLElement, drawing: Drawing): void {
    const { sizes, names, chosen } = drawing;
    const [width = 0, height = 0] = drawing.size;
    const svg = makeSvg("svg", { viewBox: `0 0 ${width} ${height}`, role: "img" });
    defineArrows(svg);
    const lines = makeSvg("g", {}, svg);
    const places = placeNeurons(drawing);
    const between = (width - 2 * MARGIN) / (sizes.length - 1);
    const radius = Math.min(28, height / Math.max(...sizes) / 2 - 1, between / 4);
    const rings = places.map((layer) => layer.map((place) => ring(place, radius, Boolean(drawing.maps), svg)));
    this.#maps = drawing.maps ? drawMaps(places.flat(), radius, svg) : [];
    this.#labels = places.flat().map(({ x, y }) => {
      const label = write(x, y + 6, "gdviz-output", svg);
      label.style.fontSize = `${Math.min(18, radius)}px`;
      return label;
    });
    nameNeurons(drawing, places, radius, height, svg);
    const numbers = makeSvg("g", { class: "gdviz-numbers" }, svg);
    this.#parts = rings.slice(1).flatMap((layer, i) => [
      ...joined(places[i] ?? [], places[i + 1] ?? [], radius, lines, numbers),
      ...layer.map((shape, j) => {
        const { x, y } = places[i + 1]?.[j] ?? { x: 0, y: 0 };
        const below = y + radius + ROOM - 2;
        const [value, slope] = [
          write(x, below, "gdviz-value", numbers),
          write(x, below + 15, "gdviz-edge-slope", numbers),
        ];
        return { shape, target: shape, value, slope };
      }),
    ]);
    this.#parts.forEach(({ shape, target }, i) => {
      makeSvg("title", {}, target).textContent = names[i] ?? "";
      target.onclick = () => {
        this.choose(i);
      };
      shape.toggleAttribute("data-chosen", chosen.includes(i));
    });
    box.replaceChildren(svg);
    [this.#drawing, this.#box, this.#svg] = [drawing, box, svg];
  }
}

function ring({ x, y }: Point, radius: number, isSquare: boolean, parent: Element): SVGElement {
  const shape = isSquare
    ? { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius, rx: 3 }
    : { cx: x, cy: y, r: radius };
  return makeSvg(isSquare ? "rect" : "circle", { ...shape, class: "gdviz-neuron" }, parent);
}

// In each neuron its own part of a picture, in which those of all stand side by side.
function drawMaps(places: Point[], radius: number, parent: Element): SVGElement[] {
  return places.map(({ x, y }, i) => {
    const size = { width: 2 * radius, height: 2 * radius };
    const view = { ...size, x: x - radius, y: y - radius, viewBox: `${i} 0 1 1`, class: "gdviz-map" };
    const all = { width: places.length, height: 1, preserveAspectRatio: "none" };
    return makeSvg("image", all, makeSvg("svg", view, parent));
  });
}

// Names stand above neurons that have room there, or in those in which nothing else stands.
function nameNeurons(drawing: Drawing, places: Point[][], radius: number, height: number, parent: Element): void {
  let i = 0;
  for (const layer of places) {
    const isFree = height / layer.length - 2 * radius > 2 * ROOM;
    for (const { x, y } of layer) {
      const name = drawing.neurons[i++] ?? "";
      if (isFree) write(x, y - radius - 6, "gdviz-name", parent).textContent = name;
      else if (!drawing.maps && !drawing.labels && radius > 15)
        write(x, y + 5, "gdviz-name", parent).textContent = name;
    }
  }
}

function write(x: number, y: number, name: string, parent: Element): SVGElement {
  return makeSvg("text", { x, y, "text-anchor": "middle", class: name }, parent);
}

// The heads of the lines through which an example goes forward, or its derivatives come back.
function defineArrows(svg: Element): void {
  const definitions = makeSvg("defs", {}, svg);
  for (const [way, orient] of [
    ["forward", "auto"],
    ["backward", "auto-start-reverse"],
  ] as const) {
    const shape = { viewBox: "0 0 10 10", refX: 9, refY: 5, markerWidth: 14, markerHeight: 14 };
    const marker = makeSvg(
      "marker",
      { id: `gdviz-${way}`, ...shape, markerUnits: "userSpaceOnUse", orient },
      definitions,
    );
    makeSvg("path", { d: "M0 0L10 5L0 10z", class: `gdviz-${way}` }, marker);
  }
}

function makeSvg(name: string, attributes: Record<string, string | number>, parent?: Element): SVGElement {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  parent?.append(element);
  return element;
}

// Where each neuron stands: a column for each layer.
function placeNeurons({ sizes, size: [width = 0, height = 0] }: Drawing): Point[][] {
  return sizes.map((count, layer) =>
    Array.from({ length: count }, (_, i) => ({
      x: MARGIN + (layer / (sizes.length - 1)) * (width - 2 * MARGIN),
      y: (height / count) * (i + 0.5),
    })),
  );
}

// Lines from each neuron of a layer to each of the next.
function joined(layer: Point[], next: Point[], radius: number, lines: Element, numbers: Element): Part[] {
  return layer.flatMap((from) =>
    next.map((to) => {
      const ends = between(from, to, radius);
      const shape = makeSvg("line", { ...ends, class: "gdviz-weight" }, lines);
      // A thin line is hard to hit.
      const target = makeSvg("line", { ...ends, class: "gdviz-target" }, lines);
      const along = next.length > 1 ? FROM : 0.5;
      const [x, y] = [from.x + along * (to.x - from.x), from.y + along * (to.y - from.y)];
      return { shape, target, ...numbersAt(x, y, Math.sign(Math.round(to.y - from.y)), numbers) };
    }),
  );
}

// A line's numbers, beside it: its weight above, its slope below.
function numbersAt(x: number, y: number, falls: number, parent: Element): Pick<Part, "value" | "slope"> {
  const value = write(x + 7 * falls, y - 5, "gdviz-value", parent);
  const slope = write(x - 7 * falls, y + 16, "gdviz-edge-slope", parent);
  const anchors = ["end", "middle", "start"];
  value.setAttribute("text-anchor", anchors[1 + falls] ?? "middle");
  slope.setAttribute("text-anchor", anchors[1 - falls] ?? "middle");
  return { value, slope };
}

// A line from the edge of one neuron to that of another.
function between(from: Point, to: Point, radius: number): Record<"x1" | "y1" | "x2" | "y2", number> {
  const share = radius / Math.hypot(to.x - from.x, to.y - from.y);
  const [dx, dy] = [share * (to.x - from.x), share * (to.y - from.y)];
  return { x1: from.x + dx, y1: from.y + dy, x2: to.x - dx, y2: to.y - dy };
}
