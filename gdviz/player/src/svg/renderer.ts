// Draws a chart in SVG, without anybody's library: for a page that shall weigh next to nothing.

import type { Chart, Listener, Range, Renderer } from "../chart";
import { saveSvg } from "../save";
import {
  axesOf,
  fixedPart,
  legs,
  pointOf,
  slidesAllTheWay,
  traceData,
  traceNumbers,
  type Picture,
  type TraceData,
} from "../scene";
import { Turns, type Turn } from "../turns";
import { arrangeWords } from "../words";
import { Drawing } from "./drawing";
import type { Figure } from "./figure";
import type { Pixel } from "./marks";

export class SvgRenderer implements Renderer {
  readonly #drawings = new Map<HTMLElement, Drawing>();

  /** Draws figures, by the names of the page's charts. */
  constructor(figures: Readonly<Record<string, Figure>>) {
    for (const [name, figure] of Object.entries(figures)) {
      const element = this.find(name);
      if (!element) continue;
      const drawing = new Drawing(figure);
      element.replaceChildren(drawing.box);
      drawing.draw();
      this.#drawings.set(element, drawing);
    }
  }

  find(name: string): HTMLElement | null {
    return document.querySelector(`.st-key-${name} > div`);
  }

  mount(element: HTMLElement, listener: Listener): Chart {
    const drawing = this.#drawings.get(element);
    if (!drawing) throw new Error("no figure was drawn there");
    return new SvgChart(element, listener, drawing);
  }
}

class SvgChart implements Chart {
  readonly #drawing: Drawing;
  readonly #turns = new Turns();
  readonly #listening = new AbortController();
  readonly #room: ResizeObserver;
  #picture: Picture | null = null; // the one that was drawn last
  #isAtRest = false; // whether all is where that picture has it

  constructor(
    readonly element: HTMLElement,
    readonly listener: Listener,
    drawing: Drawing,
  ) {
    this.#drawing = drawing;
    element.setAttribute("role", "figure");
    this.#room = new ResizeObserver(this.#fit);
    this.#room.observe(element);
    element.addEventListener("click", this.#onClick, { signal: this.#listening.signal });
  }

  // It has another place, or had one while it was drawn.
  readonly #fit = (): void => {
    if (this.#drawing.fits || this.#listening.signal.aborted) return;
    this.#drawing.draw();
    if (this.#picture) this.#finish(this.#picture);
    this.listener.onRedraw(false);
  };

  isThere(): boolean {
    return this.element.isConnected;
  }

  destroy(): void {
    this.stop();
    this.#room.disconnect();
    this.#listening.abort();
  }

  stop(): void {
    this.#turns.end();
    this.#isAtRest = false;
  }

  show(picture: Picture): Promise<void> {
    if (!this.#shows(picture)) {
      this.#turns.take();
      this.#set(picture);
    }
    return Promise.resolve();
  }

  async animate(from: Picture, to: Picture, duration: number): Promise<void> {
    if (!this.#shows(from)) return;
    const turn = this.#turns.take();
    this.#isAtRest = false;
    const { scene, frame } = from;
    for (const { data, traces, share } of legs(from)) {
      if (!(await this.#move(turn, data, traces, duration * share))) return;
    }
    const share = scene.glides?.[frame];
    if (share !== undefined && !(await this.#move(turn, traceData(to), traceNumbers(scene), duration * share))) return;
    if (slidesAllTheWay(from)) this.#set(to);
  }

  // What a scene looks like follows from these: the frame, and how much of the run is known.
  #shows({ scene, frame, known }: Picture): boolean {
    const shown = this.#picture;
    return this.#isAtRest && shown?.scene === scene && shown.frame === frame && shown.known === known;
  }

  // Draws a picture, at once.
  #set(picture: Picture): void {
    const before = this.#picture;
    const { scene, frame, known, run } = picture;
    if (before?.scene !== scene || before.known !== known) {
      this.#drawFixed(picture);
      // What is shown beside it may leave it less room and at once as much as before, of which no observer tells.
      requestAnimationFrame(this.#fit);
    }
    this.#showAxes(picture);
    const behind = scene.pictures?.[frame];
    if (behind) this.#drawing.setPicture(behind);
    const data = traceData(picture);
    traceNumbers(scene).forEach((trace, i) => {
      this.#drawing.set(trace, data[i] ?? {});
    });
    this.#picture = picture;
    this.#isAtRest = true;
    this.#finish(picture);
    this.element.dataset.step = String(run.steps[frame]); // for whoever waits for it
  }

  #drawFixed(picture: Picture): void {
    if (!picture.scene.fixed) return;
    const { lines, layout } = fixedPart(picture);
    this.#drawing.change(layout);
    this.#drawing.draw();
    const room = this.#drawing.roomFor(Math.max(0, ...this.#drawing.labels().map((text) => text.length)));
    if (room !== this.#drawing.layout.margin.l) {
      this.#drawing.change({ "margin.l": room });
      this.#drawing.draw();
    }
    for (const { trace, x, y } of lines) this.#drawing.set(trace, { x, y });
  }

  #showAxes(picture: Picture): void {
    const ends = axesOf(picture);
    if (!ends || String(this.ranges()) === String(ends.slice(0, 4))) return;
    const [low, high, bottom, top, characters = 0] = ends;
    const margin = this.#drawing.roomFor(characters);
    this.#drawing.change({ "xaxis.range": [low, high], "yaxis.range": [bottom, top], "margin.l": margin });
    this.#drawing.draw();
  }

  // Of lines only what has been walked is seen; and words stand beside each other.
  #finish({ scene, frame }: Picture): void {
    for (const line of scene.fixed?.lines ?? []) {
      const [here] = pointOf(line, frame);
      const { x = [], y = [] } = this.#drawing.places(line.trace);
      const walked = x.filter((value) => value !== null && value <= (here ?? -Infinity));
      this.#drawing.move(line.trace, this.#drawing.pixelsOf(line.trace, { x: walked, y }));
      this.#drawing.marks[line.trace]?.group.toggleAttribute("data-cut", walked.length < x.length);
    }
    const { svg, marks } = this.#drawing;
    const layer = (parts: string): Element[] => Array.from(svg.querySelectorAll(parts));
    arrangeWords(
      {
        edge: this.element,
        wordsOf: (trace) => Array.from(marks[trace]?.group.querySelectorAll("text") ?? []),
        words: layer(".textpoint text") as SVGTextElement[],
        marks: layer(".points path"),
        labels: layer(".labels text"),
      },
      scene.asides ?? [],
      scene.yields ?? [],
    );
  }

  // Takes traces straight to their data; says whether they have come there.
  async #move(turn: Turn, data: readonly TraceData[], traces: readonly number[], duration: number): Promise<boolean> {
    const ways = traces.map((trace, i) => {
      const places = { ...this.#drawing.places(trace), ...data[i] };
      const [from, to] = [this.#drawing.places(trace), places].map((at) => this.#drawing.pixelsOf(trace, at));
      return { trace, places, from: from ?? [], to: to ?? [], moves: Boolean(data[i]?.x) };
    });
    const moving = ways.filter(({ moves }) => moves);
    const begin = performance.now();
    for (let share = 0; share < 1; ) {
      const now = await new Promise(requestAnimationFrame);
      if (!this.#turns.holds(turn)) return false;
      // A frame's time may be a little before it was asked for.
      share = Math.max(0, Math.min((now - begin) / Math.max(duration, 1), 1));
      for (const { trace, from, to } of moving) {
        this.#drawing.move(trace, to.map((end, i) => between(from[i] ?? end, end, share)));
      }
    }
    for (const { trace, places } of moving) this.#drawing.set(trace, places);
    return true;
  }

  // --- Places ---

  get overlay(): HTMLElement {
    return this.#drawing.box;
  }

  ranges(): readonly [Range, Range] {
    const [x, y] = this.#drawing.axes();
    return [x.range, y.range];
  }

  placeAt(clientX: number, clientY: number): readonly [number, number] {
    const { left, top } = this.#drawing.svg.getBoundingClientRect();
    const [x, y] = this.#drawing.axes();
    return [x.valueAt(clientX - left), y.valueAt(clientY - top)];
  }

  pixelsOf(x: number, y: number): readonly [number, number] {
    const [across, up] = this.#drawing.axes();
    return [across.pixelOf(x), up.pixelOf(y)];
  }

  heightAt(x: number): number {
    const { x: xs = [], y: ys = [] } = this.#drawing.places(0);
    const next = xs.findIndex((value) => value !== null && value >= x);
    const [a, b] = [Math.max(next - 1, 0), next < 0 ? xs.length - 1 : next];
    const [x0, x1, y0, y1] = [xs[a] ?? NaN, xs[b] ?? NaN, ys[a] ?? NaN, ys[b] ?? NaN];
    const share = x1 > x0 ? Math.min(Math.max((x - x0) / (x1 - x0), 0), 1) : 0;
    return y0 + share * (y1 - y0);
  }

  // A press on the curve, or anywhere on a chart with a grid.
  readonly #onClick = ({ clientX, clientY }: MouseEvent): void => {
    const { grid, taps, clickable } = this.#picture?.scene ?? {};
    const place = this.placeAt(clientX, clientY);
    const isInside = this.ranges().every(([low, high], i) => low <= (place[i] ?? NaN) && (place[i] ?? NaN) <= high);
    if (!isInside) return;
    const nearest = (units: readonly number[]): number[] =>
      place.map((value, i) => Number((Math.round(value / (units[i] ?? 1)) * (units[i] ?? 1)).toFixed(6)));
    if (grid) this.listener.onStart(nearest(grid));
    else if (taps) this.listener.onTap(nearest(taps));
    else if (clickable) {
      const xs = (this.#drawing.places(0).x ?? []).filter((value) => value !== null);
      this.listener.onStart([xs.reduce((a, b) => (Math.abs(b - place[0]) < Math.abs(a - place[0]) ? b : a))]);
    }
  };

  fade(isFaded: boolean): void {
    if (!this.#picture) return;
    for (const trace of traceNumbers(this.#picture.scene)) {
      const group = this.#drawing.marks[trace]?.group;
      if (group) group.style.opacity = isFaded ? "0.15" : "";
    }
  }

  async save(name: string): Promise<void> {
    await saveSvg(this.#drawing.svg, name);
  }
}

const between = ([x0, y0]: Pixel, [x1, y1]: Pixel, share: number): Pixel =>
  share >= 1 ? [x1, y1] : [x0 + share * (x1 - x0), y0 + share * (y1 - y0)];
