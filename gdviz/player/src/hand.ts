// The start in the hand: while it is dragged, or the learning rate is, what follows from it is worked out
// and drawn here, over the chart; letting go makes it the start.

import type { Chart } from "./chart";
import { descend, lossAt, type Point } from "./descent";
import { make } from "./dom";
import { say } from "./numbers";
import { ghostOf, line, Overlay, pixelsOf, shape } from "./overlay";
import type { Hand as Given } from "./protocol";
import { grain } from "./ring";
import { traceData, traceNumbers } from "./scene";
import { picture, scenes, type State } from "./store";

const SHOWN = 300; // so many steps of a run are drawn at most
const WAIT_MS = 400; // after the last arrow key
const DIGITS = 4;

const WAYS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowDown: [0, -1],
  ArrowUp: [0, 1],
};

type Place = readonly number[];

export class Hand {
  readonly #handle = make("div", { className: "gdviz-handle", tabIndex: 0, role: "slider" });
  readonly #told = make("div", { className: "gdviz-told" });
  readonly #overlay = new Overlay();
  readonly #listening = new AbortController();
  #chart: Chart | null = null;
  #state: State | null = null;
  #place: Place | null = null; // where it is held
  #shown = ""; // the run that was there when something was drawn over it
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `choose` is told where the point was left. */
  constructor(readonly choose: (place: Place) => void) {
    const options = { signal: this.#listening.signal };
    const handle = this.#handle;
    handle.addEventListener("pointerdown", this.#take, options);
    handle.addEventListener("pointermove", this.#drag, options);
    handle.addEventListener("pointerup", this.#leave, options);
    handle.addEventListener("pointercancel", this.#cancel, options);
    handle.addEventListener("keydown", this.#onKey, options);
  }

  /** The handle lies on the point that is shown, where nothing moves. */
  show(state: State, chart: Chart | null): void {
    this.#state = state;
    this.#chart = chart;
    const { hand, run, locked } = state.run;
    if (this.#shown && this.#shown !== run) this.clear();
    const place = hand && !locked && !state.playing && chart ? pointShown(state, chart) : null;
    if (!hand || !chart || !place) {
      this.#handle.remove();
      return;
    }
    if (this.#place) return; // it is where it is held
    this.#handle.ariaLabel = hand.texts.name ?? "";
    this.#put(chart, place);
  }

  /** Draws the run with another rate, from its start; null ends that. */
  tryRate(rate: number | null): void {
    const hand = this.#state?.run.hand;
    if (!hand || hand.rules.length > 1) return;
    if (rate === null) return; // it stays until the run is there
    this.#draw(hand, hand.start, rate);
  }

  /** Moves the start of one weight by so many of its steps; gives it, or null where it cannot be moved. */
  nudge(count: number): string | null {
    const hand = this.#state?.run.hand;
    if (!hand || !this.#chart || this.#state?.playing || this.#state?.run.locked) return null;
    this.#hold((this.#place ?? hand.start).map((w, i) => w + count * unit(hand, i)));
    return this.#place && say(this.#place[0] ?? NaN);
  }

  /** Makes what was moved to the start. */
  release(): void {
    this.#leave();
  }

  clear(): void {
    this.#shown = "";
    this.#place = null;
    this.#overlay.clear();
    this.#told.remove();
    this.#chart?.fade(false);
  }

  destroy(): void {
    clearTimeout(this.#timer);
    this.#listening.abort();
    this.clear();
    this.#handle.remove();
  }

  // --- The hand ---

  readonly #take = (event: PointerEvent): void => {
    if (!event.isPrimary || event.button !== 0) return;
    this.#handle.setPointerCapture(event.pointerId);
    this.#place = this.#state?.run.hand?.start ?? null;
    this.#drag(event);
  };

  readonly #drag = ({ clientX, clientY }: PointerEvent): void => {
    if (this.#place && this.#chart) this.#hold(this.#chart.placeAt(clientX, clientY));
  };

  readonly #leave = (): void => {
    if (this.#place) this.#choose(this.#place);
  };

  readonly #cancel = (): void => {
    this.clear();
    if (this.#state) this.show(this.#state, this.#chart);
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const way = WAYS[event.key];
    const hand = this.#state?.run.hand;
    if (!way || !hand || event.altKey || event.ctrlKey || event.metaKey) return;
    if (way[1] && hand.domain.length < 2) return;
    event.preventDefault();
    const count = event.shiftKey ? 10 : 1;
    this.#hold((this.#place ?? hand.start).map((w, i) => w + count * (way[i] ?? 0) * unit(hand, i)));
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#leave, WAIT_MS);
  };

  #hold(place: Place): void {
    const hand = this.#state?.run.hand;
    if (!hand || !this.#chart) return;
    const held = hand.domain.map(([low = 0, high = 0], i) => {
      const nearest = Math.round((place[i] ?? 0) / unit(hand, i)) * unit(hand, i);
      return Number(Math.max(low, Math.min(nearest, high)).toPrecision(12));
    });
    this.#place = held;
    this.#draw(hand, held, null);
    const loss = lossAt(hand, held);
    this.#put(this.#chart, held.length === 1 ? [...held, loss] : held);
  }

  #choose(place: Place): void {
    this.#place = null;
    const start = this.#state?.run.hand?.start ?? [];
    if (place.every((w, i) => w === start[i])) this.#cancel();
    else this.choose(place);
  }

  // --- What is drawn ---

  #put(chart: Chart, [x = NaN, y = NaN]: Place): void {
    const [left, top] = chart.pixelsOf(x, y);
    Object.assign(this.#handle.style, { left: `${left}px`, top: `${top}px` });
    this.#handle.ariaValueText = say(x);
    this.#handle.ariaValueNow = String(x);
    if (this.#handle.parentElement !== chart.overlay) chart.overlay.append(this.#handle);
  }

  // The run of each rule from a place, the tangent or the gradient there, and the first step.
  #draw(hand: Given, start: Place, rate: number | null): void {
    const chart = this.#chart;
    if (!chart || !this.#state) return;
    this.#shown = this.#state.run.run;
    chart.fade(true);
    const most = Math.min(hand.steps, SHOWN);
    const runs = hand.rules.map((rule) => descend(hand, rule, start, rate ?? rule.constants["η"] ?? NaN, most));
    const parts = runs.flatMap((run, i) => ghostOf(chart, run, hand.rules[i]?.color));
    const [first, next] = runs[0] ?? [];
    if (first) parts.push(...this.#firstStep(chart, hand, first, hand.rules.length === 1 ? next : undefined));
    this.#told.textContent = first ? told(hand, first, hand.rules.length === 1 ? next : undefined) : "";
    // The handle stays where it is: one that is moved in the page lets go of the pointer.
    this.#overlay.draw(chart, parts);
    if (this.#told.parentElement !== chart.overlay) chart.overlay.append(this.#told);
  }

  #firstStep(chart: Chart, hand: Given, first: Point, next: Point | undefined): SVGElement[] {
    const at = pixelsOf(chart, first);
    const parts: SVGElement[] = [];
    if (hand.domain.length === 1) {
      const [[left, right]] = chart.ranges();
      const slope = first.slopes[0] ?? NaN;
      const [w = NaN] = first.weights;
      const ends = [left, right].map((x) => chart.pixelsOf(x, first.loss + slope * (x - w)));
      parts.push(line("gdviz-tangent-line", ends[0], ends[1]));
    } else {
      const [dx, dy] = first.slopes.map((slope) => -slope);
      const towards = pixelsOf(chart, { ...first, weights: first.weights.map((w, i) => w + ([dx, dy][i] ?? 0)) });
      const [x, y] = [towards[0] - at[0], towards[1] - at[1]];
      const length = Math.hypot(x, y) || 1;
      parts.push(line("gdviz-tangent-line", at, [at[0] + (60 * x) / length, at[1] + (60 * y) / length]));
    }
    if (next) {
      const to = pixelsOf(chart, next);
      parts.push(line("gdviz-step-line", at, [to[0], at[1]]), line("gdviz-step-line", [to[0], at[1]], to));
      parts.push(shape("circle", "gdviz-next", { cx: to[0], cy: to[1], r: 7 }));
    }
    parts.push(shape("circle", "gdviz-held", { cx: at[0], cy: at[1], r: 9 }));
    return parts;
  }
}

const unit = ({ domain }: Given, i: number): number => grain((domain[i]?.[1] ?? 1) - (domain[i]?.[0] ?? 0));

/** Where the point of a scene is drawn; null where it is beyond the chart, or in space. */
function pointShown(state: State, chart: Chart): Place | null {
  const scene = scenes(state).find(({ chart: name }) => chart.element.closest(`.st-key-${name}`));
  if (!scene || scene.space) return null;
  const mover = traceNumbers(scene).indexOf(scene.movers[0] ?? -1);
  const { x, y } = traceData(picture(state, scene))[mover] ?? {};
  const place = [x?.[0] ?? NaN, y?.[0] ?? NaN];
  return place.every(Number.isFinite) ? place : null;
}

// W = 3.2, slope 6.4, ΔW = 0.64: what a pencil would find, to four digits.
function told({ names, texts }: Given, first: Point, next: Point | undefined): string {
  const number = (value: number): string => {
    const text = say(value, DIGITS);
    const isExact = Math.abs(Number(value.toPrecision(DIGITS)) - value) <= 1e-12 * Math.abs(value);
    return `${isExact ? "=" : "≈"} ${text}`;
  };
  return names
    .map((name, i) => {
      const w = first.weights[i] ?? NaN;
      const step = next ? ` · Δ${name} ${number(w - (next.weights[i] ?? NaN))}` : "";
      return `${name} ${number(w)} · ${texts.slope ?? ""} ${number(first.slopes[i] ?? NaN)}${step}`;
    })
    .join("\n");
}
