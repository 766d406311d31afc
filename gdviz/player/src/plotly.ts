// Draws a chart with Plotly.
//
// The page has the base figure; what moves on it is set by animate, which slides at the display's rate.

import type { Chart, Listener, Range, Renderer } from "./chart";
import { isOutgrown } from "./page";
import { plotly, type PlotElement } from "./plotly_api";
import { cutAhead, drawFixed, hasAxes, hasFixed, hasPicture, setPicture, showAxes } from "./plotly_fixed";
import { PlotlyMotion, sleep } from "./plotly_motion";
import * as inside from "./plotly_private";
import type { Scene } from "./protocol";
import { legs, slidesAllTheWay, traceData, traceNumbers, type Picture, type TraceData } from "./scene";
import { keepCamera, moveInSpace } from "./surface";
import { Turns, type Turn } from "./turns";
import { arrangeWords } from "./words";

const RESIZE_MS = 500; // a drawing in another size that has not come after so long is not waited for

// Which scene is on a chart, and, once that is so, how much of the run is known and at which frame all is.
interface Drawn {
  readonly scene: Scene;
  readonly known?: number;
  readonly frame?: number;
}

export class PlotlyRenderer implements Renderer {
  constructor(readonly cameras: Map<string, object>) {}

  find(name: string): HTMLElement | null {
    return window.Plotly ? inside.drawnOn(document.querySelector(`.st-key-${name} .js-plotly-plot`)) : null;
  }

  mount(element: HTMLElement, listener: Listener): Chart {
    inside.rememberLists(plotly());
    return new PlotlyChart(element as PlotElement, listener, this.cameras);
  }
}

class PlotlyChart implements Chart {
  readonly #turns = new Turns();
  readonly #container: HTMLElement | null;
  readonly #motion: PlotlyMotion;
  readonly #listening = new AbortController();
  #drawn: Drawn | null = null;
  #isStale = false; // whether the page drew it anew while the player was drawing
  #isMending = false;
  #hasMended = false; // since it came to rest

  constructor(
    readonly element: PlotElement,
    readonly listener: Listener,
    readonly cameras: Map<string, object>,
  ) {
    this.#container = inside.container(element);
    this.#motion = new PlotlyMotion(element, (turn) => this.#holds(turn));
    element.setAttribute("role", "figure"); // there may be a handle in it, which a picture cannot have
    inside.hideDrawing(element);
    for (const event of ["plotly_afterplot", "plotly_react"]) {
      this.#on(event, this.#look);
    }
    this.#on("plotly_transitioning", this.#motion.onBegin);
    // On a busy machine a motion may end after it was waited for.
    this.#on("plotly_animated", () => {
      if (this.#isAtRest() && this.#picture) this.#hide(this.#picture);
    });
    this.#on("plotly_click", ({ points: [point] }: { points: { curveNumber: number; x: number }[] }) => {
      if (this.#drawn?.scene.clickable && point?.curveNumber === 0) listener.onStart([point.x]);
    });
    this.#on("plotly_relayout", (change: { "scene.camera"?: object }) => {
      const camera = change["scene.camera"];
      const scene = this.#drawn?.scene;
      if (camera && scene?.space) cameras.set(scene.chart, structuredClone(camera));
    });
    element.addEventListener("click", this.#startAt, { signal: this.#listening.signal });
  }

  #on(event: string, listener: (change: never) => void): void {
    this.element.on(event, listener);
    this.#listening.signal.addEventListener("abort", () => {
      this.element.removeListener?.(event, listener);
    });
  }

  isThere(): boolean {
    return this.#isDrawn() && inside.container(this.element) === this.#container;
  }

  destroy(): void {
    this.stop();
    this.#motion.end();
    this.#listening.abort();
  }

  stop(): void {
    this.#turns.end();
    if (this.#drawn) this.#drawn = { scene: this.#drawn.scene };
  }

  // --- Drawing ---

  async show(picture: Picture): Promise<void> {
    const { scene, frame, known } = picture;
    const turn = this.#turns.take();
    if (!this.#fits(scene)) {
      this.#drawn = null;
      return;
    }
    // Where a slide has already put everything in its place there is nothing left to draw.
    if (this.#shows(picture)) return;
    const before = this.#drawn;
    // The page is about to draw it in its place's size, which is told of as any drawing of its own. Asked once
    // a scene, as the browser has to work out where everything is.
    if (before?.scene !== scene && isOutgrown(this.element, inside.size(this.element))) {
      this.#drawn = null;
      await Promise.race([turn.ended, sleep(RESIZE_MS)]);
      if (!this.#holds(turn)) return;
    }
    this.#drawn = { scene };
    // A line of what is to come grows with what is known.
    if (before?.scene !== scene || before.known !== known) await drawFixed(this.element, picture);
    if (this.#holds(turn)) await showAxes(this.element, picture);
    if (scene.space && this.#holds(turn)) await keepCamera(this.element, this.cameras.get(scene.chart));
    if (!this.#holds(turn)) return;
    this.#drawn = { scene, known };
    const behind = scene.pictures?.[frame];
    if (behind) setPicture(this.element, behind);
    await this.#move(turn, picture, 0);
    if (this.#holds(turn)) this.#rest(picture);
  }

  /** The movers go their legs; then, where a scene glides, all that is on it goes to its next place. */
  async animate(from: Picture, to: Picture, duration: number): Promise<void> {
    if (!this.#shows(from)) return;
    const { scene, frame, known } = from;
    const turn = this.#turns.take();
    this.#drawn = { scene, known };
    for (const leg of legs(from)) {
      const time = duration * leg.share;
      if (scene.space) await moveInSpace(this.element, leg.data, leg.traces, time, () => this.#holds(turn));
      else await this.#motion.slide(turn, scene.movers, leg, time);
      if (!this.#holds(turn)) return;
    }
    if (scene.glides) {
      const share = scene.glides[frame] ?? 0;
      await this.#move(turn, to, duration * share);
    }
    if (slidesAllTheWay(from) && this.#holds(turn)) this.#rest(to);
  }

  // All that is on a scene goes to its place in a picture.
  async #move(turn: Turn, picture: Picture, duration: number): Promise<void> {
    const [data, traces] = [traceData(picture), traceNumbers(picture.scene)];
    if (picture.scene.space) {
      await moveInSpace(this.element, data, traces, duration, () => this.#holds(turn));
    } else await this.#motion.move(turn, data, traces, duration);
  }

  #holds(turn: Turn): boolean {
    return this.#turns.holds(turn) && this.#isDrawn();
  }

  // The page takes a drawing away before the element that it was on.
  #isDrawn(): boolean {
    return this.element.isConnected && inside.drawnOn(this.element) !== null;
  }

  // What a scene looks like follows from these: the frame, and how much of the run is known.
  #shows({ scene, frame, known }: Picture): boolean {
    return this.#drawn?.scene === scene && this.#drawn.frame === frame && this.#drawn.known === known;
  }

  // Whether the chart has the traces of a scene: the page may still be on its way to it, or from it.
  #fits(scene: Scene): boolean {
    return inside.hasLayers(this.element) && Math.max(...traceNumbers(scene)) < inside.traceCount(this.element);
  }

  // All of a picture is drawn.
  #rest(picture: Picture): void {
    const { scene, frame, known, run } = picture;
    this.#drawn = { scene, frame, known };
    this.element.dataset.step = String(run.steps[frame]); // for whoever waits for it
    this.#hasMended = false;
    this.#picture = picture;
    this.#hide(picture);
    if (this.#isStale) this.#look();
    else this.#mend();
  }

  #picture: Picture | null = null; // the one that was drawn last

  #isAtRest(): boolean {
    return this.#drawn === null || this.#drawn.frame !== undefined;
  }

  // What of a drawing is not to be seen.
  #hide(picture: Picture): void {
    cutAhead(this.element, picture);
    this.element.style.setProperty("--gdviz-paper", this.element.layout.paper_bgcolor);
    arrangeWords(inside.written(this.element), picture.scene.asides ?? [], picture.scene.yields ?? []);
  }

  // The page has drawn the chart, or the player itself.
  readonly #look = (): void => {
    inside.hideDrawing(this.element);
    this.#isStale = !this.#isAtRest();
    if (this.#isStale) return;
    const isLost = this.#isLost();
    if (isLost) this.#drawn = null;
    else {
      if (this.#picture) this.#hide(this.#picture);
      this.#mend();
    }
    this.listener.onRedraw(isLost);
  };

  // Whether the page has drawn the chart as it was sent. A motion then still puts the traces that it moves
  // where they belong, but not what is set once a run, nor the picture behind.
  #isLost(): boolean {
    const picture = this.#picture;
    if (!this.#drawn || !picture) return true;
    const { scene, frame } = picture;
    const isEmpty = (trace: number | undefined): boolean => !this.element.data[trace ?? -1]?.x?.length;
    const numbers = traceNumbers(scene);
    const behind = scene.pictures?.[frame];
    return (
      traceData(picture).some(({ x }, i) => x?.length && isEmpty(numbers[i])) ||
      !hasFixed(this.element, scene) ||
      !hasAxes(this.element, picture) ||
      (behind !== undefined && !hasPicture(this.element, behind))
    );
  }

  // A motion that the page's own drawing came between may leave a part of it out.
  #lacks({ scene }: Picture, data: readonly TraceData[]): boolean {
    const isThere = (x: TraceData["x"]): boolean => x?.some((value) => value !== null) ?? false;
    const numbers = traceNumbers(scene);
    return !scene.space && data.some(({ x }, i) => isThere(x) && !inside.isSeen(this.element, numbers[i] ?? -1));
  }

  #mend(): void {
    const lacks = !this.#hasMended && this.#picture && this.#lacks(this.#picture, traceData(this.#picture));
    const isShrunk = inside.isShrunk(this.element);
    if (this.#isMending || !(lacks || isShrunk || inside.isCut(this.element))) return;
    this.#isMending = this.#hasMended = true;
    const whole = { "xaxis.domain": [0, 1], "yaxis.domain": [0, 1] };
    const mended = isShrunk ? plotly().relayout(this.element, whole) : plotly().redraw(this.element);
    void mended.finally(() => (this.#isMending = false));
  }

  // --- Places ---

  get overlay(): HTMLElement {
    return this.#container ?? this.element;
  }

  ranges(): readonly [Range, Range] {
    return inside.ranges(this.element);
  }

  placeAt(clientX: number, clientY: number): readonly [number, number] {
    return inside.placeAt(this.element, clientX, clientY);
  }

  pixelsOf(x: number, y: number): readonly [number, number] {
    return inside.pixelsOf(this.element, x, y);
  }

  heightAt(x: number): number {
    return inside.heightAt(this.element, x);
  }

  // A press anywhere on a chart with a grid: the nearest place at multiples of its steps.
  readonly #startAt = ({ clientX, clientY, isTrusted }: MouseEvent): void => {
    const { grid, taps } = this.#drawn?.scene ?? {};
    const units = grid ?? taps;
    // Plotly makes a click of its own of each press; of a thumb's the browser's comes as well.
    if (!units || isTrusted) return;
    const place = this.placeAt(clientX, clientY);
    const isInside = this.ranges().every(([low, high], i) => {
      const value = place[i] ?? NaN;
      return low <= value && value <= high;
    });
    if (!isInside) return;
    const nearest = (value: number, unit: number): number =>
      Number((Math.round(value / unit) * unit).toFixed(6));
    const pressed = place.map((value, i) => nearest(value, units[i] ?? 1));
    if (grid) this.listener.onStart(pressed);
    else this.listener.onTap(pressed);
  };

  fade(isFaded: boolean): void {
    if (!this.#drawn) return;
    for (const trace of traceNumbers(this.#drawn.scene)) {
      const group = inside.traceGroup(this.element, trace);
      if (group) group.style.opacity = isFaded ? "0.15" : "";
    }
  }

  async save(name: string): Promise<void> {
    const options = { format: "png", filename: name, ...inside.size(this.element), scale: 2 };
    await plotly().downloadImage(this.element, options);
  }
}
