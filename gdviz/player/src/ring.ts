// The ring of a guess on the chart, moved by mouse, thumb or arrow keys.

import type { Chart } from "./chart";
import { make } from "./dom";
import { sayPlace } from "./numbers";
import { question, ringPlace, type State } from "./store";

const FINENESS = 240; // the smallest way that the ring goes is about such a part of the chart

/** 1, 2 or 5 × 10ⁿ. */
export function grain(span: number): number {
  const unit = 10 ** Math.floor(Math.log10(span / FINENESS));
  return [1, 2, 5, 10].map((n) => n * unit).find((n) => n >= span / FINENESS) ?? 10 * unit;
}

/** A place at multiples of the grain of each axis. */
const snapped = (place: readonly number[], spans: readonly number[]): number[] =>
  place.slice(0, spans.length).map((value, i) => {
    const unit = grain(spans[i] ?? 1);
    return Number((Math.round(value / unit) * unit).toPrecision(12));
  });

const held = (value: number, [low, high]: readonly [number, number]): number =>
  Math.max(low, Math.min(value, high));

const WAYS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowDown: [0, -1],
  ArrowUp: [0, 1],
};

export class Ring {
  readonly #element = make("div", { className: "gdviz-ring", tabIndex: 0, role: "img" });
  #chart: Chart | null = null;
  #listening = new AbortController();
  #state: State | null = null;

  constructor(readonly move: (place: readonly number[]) => void) {}

  /** The ring is where the reader has it; when the step was shown it stays at the guess. */
  show(state: State, chart: Chart | null): void {
    this.#state = state;
    const { predict } = state.run;
    const place = ringPlace(state);
    if (this.#chart !== chart) this.#listen(chart);
    if (!predict || !chart || !place?.length) {
      this.#element.remove();
      return;
    }
    const [across, up] = chart.ranges();
    const x = held(place[0] ?? NaN, across);
    const y = held(place[1] ?? chart.heightAt(x), up);
    const [left, top] = chart.pixelsOf(x, y);
    Object.assign(this.#element.style, { left: `${left}px`, top: `${top}px` });
    this.#element.toggleAttribute("data-still", question(state) !== "step");
    this.#element.setAttribute("aria-label", `${predict.texts.name ?? ""}: ${sayPlace(place)}`);
    if (this.#element.parentElement !== chart.overlay) chart.overlay.append(this.#element);
  }

  focus(): void {
    this.#element.focus({ preventScroll: true });
  }

  /** Whether a key moved it: while a step is asked for, the arrow keys are the ring's. */
  takesKey({ key, shiftKey }: KeyboardEvent): boolean {
    const way = WAYS[key];
    const state = this.#state;
    const place = state && question(state) === "step" ? ringPlace(state) : null;
    if (!state?.run.predict || !way || !place || (way[1] && place.length < 2)) return false;
    const { spans } = state.run.predict;
    const count = shiftKey ? 10 : 1;
    const further = place.map((value, i) => value + count * (way[i] ?? 0) * grain(spans[i] ?? 1));
    this.move(snapped(further, spans));
    return true;
  }

  destroy(): void {
    this.#listening.abort();
    this.#element.remove();
  }

  #listen(chart: Chart | null): void {
    this.#listening.abort();
    this.#listening = new AbortController();
    this.#chart = chart;
    const options = { signal: this.#listening.signal };
    const { element } = chart ?? {};
    let pointer: number | null = null;
    const follow = ({ clientX, clientY, pointerId }: PointerEvent): void => {
      const spans = this.#state?.run.predict?.spans;
      if (!chart || !spans || pointerId !== pointer) return;
      const ranges = chart.ranges();
      const place = chart.placeAt(clientX, clientY).map((value, i) => held(value, ranges[i === 0 ? 0 : 1]));
      this.move(snapped(place, spans));
    };
    const end = (): void => {
      pointer = null;
    };
    element?.addEventListener(
      "pointerdown",
      (event) => {
        if (!this.#state || question(this.#state) !== "step" || !event.isPrimary) return;
        element.setPointerCapture(event.pointerId);
        pointer = event.pointerId;
        follow(event);
      },
      options,
    );
    element?.addEventListener("pointermove", follow, options);
    element?.addEventListener("pointerup", end, options);
    element?.addEventListener("pointercancel", end, options);
  }
}
