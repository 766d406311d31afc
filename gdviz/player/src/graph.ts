// Draws a network, as charts/graph.py describes it: lines for weights, circles for neurons.
//
// A weight's sign is its colour and dash, its size the width of its line; a neuron's bias is the
// ring around it. Between frames the browser itself goes from width to width.

import type { Graph as Drawing } from "./protocol";
import { ofFrame } from "./scene";

const WIDTH = 600; // charts/graph.py gives the height to it
const MARGIN = 34;

interface Point {
  x: number;
  y: number;
}

// What shows a weight, and what is pressed to choose it.
interface Part {
  shape: SVGElement;
  target: SVGElement;
}

export class Graph {
  #drawing: Drawing | null = null;
  #box: HTMLElement | null = null;
  #svg: SVGElement | null = null;
  #parts: Part[] = [];
  #labels: SVGElement[] = [];

  constructor(readonly choose: (weight: number) => void) {}

  show(box: HTMLElement, drawing: Drawing, frame: number, name: string): void {
    if (this.#drawing !== drawing || this.#box !== box || !box.firstChild) this.#build(box, drawing);
    this.#svg?.setAttribute("aria-label", name);
    const weights = ofFrame(drawing.weights, frame);
    const marks = drawing.marks?.[frame] ?? [];
    this.#parts.forEach(({ shape }, i) => {
      const weight = weights[i] ?? 0;
      const width = 0.6 + (5 * Math.abs(weight)) / drawing.finest;
      shape.style.strokeWidth = String(drawing.chosen.includes(i) ? width + 2 : width);
      shape.toggleAttribute("data-negative", weight < 0);
      shape.toggleAttribute("data-marked", marks.includes(i));
      shape.toggleAttribute("data-quiet", marks.length > 0 && !marks.includes(i));
    });
    const texts = ofFrame(drawing.labels, frame);
    this.#labels.forEach((label, i) => (label.textContent = texts[i] ?? ""));
  }

  // The parts of the drawing in the order of the flat vector: layer by layer weights, then biases.
  #build(box: HTMLElement, drawing: Drawing): void {
    const { height, sizes, names, chosen } = drawing;
    const svg = makeSvg("svg", { viewBox: `0 0 ${WIDTH} ${height}`, role: "img" });
    const lines = makeSvg("g", {}, svg);
    const places = placeNeurons(drawing);
    const radius = Math.min(28, height / Math.max(...sizes) / 2 - 1);
    const rings = places.map((layer) =>
      layer.map(({ x, y }) => makeSvg("circle", { cx: x, cy: y, r: radius, class: "gdviz-neuron" }, svg)),
    );
    this.#labels = places.flat().map(({ x, y }) => {
      const text = makeSvg("text", { x, y: y + 6, "text-anchor": "middle", class: "gdviz-output" }, svg);
      text.style.fontSize = `${Math.min(18, radius)}px`;
      return text;
    });
    this.#parts = rings.slice(1).flatMap((layer, i) => [
      ...joined(places[i] ?? [], places[i + 1] ?? [], radius, lines),
      ...layer.map((ring) => ({ shape: ring, target: ring })),
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

function makeSvg(name: string, attributes: Record<string, string | number>, parent?: Element): SVGElement {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  parent?.append(element);
  return element;
}

// Where each neuron stands: a column for each layer.
function placeNeurons({ sizes, height }: Drawing): Point[][] {
  return sizes.map((size, layer) =>
    Array.from({ length: size }, (_, i) => ({
      x: MARGIN + (layer / (sizes.length - 1)) * (WIDTH - 2 * MARGIN),
      y: (height / size) * (i + 0.5),
    })),
  );
}

// Lines from each neuron of a layer to each of the next.
function joined(layer: Point[], next: Point[], radius: number, lines: Element): Part[] {
  return layer.flatMap((from) =>
    next.map((to) => {
      const ends = between(from, to, radius);
      const shape = makeSvg("line", { ...ends, class: "gdviz-weight" }, lines);
      // A thin line is hard to hit.
      return { shape, target: makeSvg("line", { ...ends, class: "gdviz-target" }, lines) };
    }),
  );
}

// A line from the edge of one neuron to that of another.
function between(from: Point, to: Point, radius: number): Record<"x1" | "y1" | "x2" | "y2", number> {
  const share = radius / Math.hypot(to.x - from.x, to.y - from.y);
  const [dx, dy] = [share * (to.x - from.x), share * (to.y - from.y)];
  return { x1: from.x + dx, y1: from.y + dy, x2: to.x - dx, y2: to.y - dy };
}
