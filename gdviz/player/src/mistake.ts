// Play my mistake: after a wrong guess whose kind is known, where that rule would lead.

import type { Chart } from "./chart";
import { Optimizer, walk, type Point } from "./descent";
import { sayPlace } from "./numbers";
import { ghostOf, Overlay, pixelsOf, shape } from "./overlay";
import type { Prediction } from "./protocol";
import type { State } from "./store";

const LONGEST = 60; // steps
const SOON = 3; // within so many steps it parts from the true run
const APART = 0.05; // by so much of the chart
const EVERY_MS = 600;

/** What a mistaken step from a point makes of its weights, where `update` is what the rule says. */
type Rule = (weights: readonly number[], slopes: readonly number[], update: readonly number[]) => number[];

const minus = (one: readonly number[], other: readonly number[], times = 1): number[] =>
  one.map((value, i) => value - times * (other[i] ?? NaN));

/** The step of each kind of mistake; none for a guess that follows no rule. */
function ruleOf(kind: string, guess: readonly number[], { rate, weights }: Prediction, step: number): Rule | null {
  const from = weights[step] ?? [];
  // Of several weights the one that was left where it was.
  const moved = guess.map((value, i) => value !== from[i]);
  const rules: Readonly<Record<string, Rule>> = {
    "forgot-rate": (w, slopes) => minus(w, slopes),
    "forgot-minus": (w, _, update) => minus(w, update, -1),
    "forgot-both": (w, slopes) => minus(w, slopes, -1),
    "forgot-memory": (w, slopes) => minus(w, slopes, rate),
    "slope-only": (_, slopes) => [...slopes],
    "change-only": (_w, _s, update) => [...update],
    "one-only": (w, _, update) => minus(w, update.map((value, i) => (moved[i] ? value : 0))),
  };
  return rules[kind] ?? null;
}

/** The points to which a mistake leads from a step on, that step first. */
export function mistaken(kind: string, guess: readonly number[], predict: Prediction, step: number): Point[] {
  const { hand, weights, slopes } = predict;
  const rule = ruleOf(kind, guess, predict, step);
  const given = hand?.rules[0];
  if (!hand || !rule || !given) return [];
  const optimizer = new Optimizer(given, predict.rate, hand.letters.length);
  // What the rule remembers comes from the true steps before.
  for (const slope of slopes.slice(0, step)) optimizer.update(slope);
  // Where one of several weights was forgotten, the others' next steps are the true ones, which are to be said yet.
  const most = kind === "one-only" ? 1 : Math.min(hand.steps - step, LONGEST);
  return walk(hand, weights[step] ?? [], most, (point) => rule(point.weights, point.slopes, optimizer.update(point.slopes)));
}

/** Whether a mistake is soon seen to be one. */
export function parts(points: readonly Point[], { weights, spans }: Prediction, step: number): boolean {
  const soon = points.slice(1, SOON + 1);
  return soon.some(({ weights: wrong }, k) => {
    const right = weights[step + k + 1];
    return right && wrong.some((w, i) => !(Math.abs(w - (right[i] ?? NaN)) <= APART * (spans[i] ?? NaN)));
  });
}

/** The first weights of a mistake, as text: 5 → −5 → 15 → −45. */
export const told = (points: readonly Point[]): string =>
  points
    .slice(0, SOON + 1)
    .map(({ weights }) => sayPlace(weights))
    .join(" → ");

/** The mistake of the last guess, if there is one that can be shown. */
export function mistakeOf(state: State): Point[] {
  const { run, outcome, known } = state;
  if (!run.predict || !outcome?.guess || !outcome.kind) return [];
  const points = mistaken(outcome.kind, outcome.guess, run.predict, known - 1);
  return parts(points, run.predict, known - 1) ? points : [];
}

/** Plays a mistake as a ghost beside the true run. */
export class Mistake {
  readonly #overlay = new Overlay();
  #timer: ReturnType<typeof setInterval> | undefined;

  play(chart: Chart, points: readonly Point[], isStill: boolean): void {
    this.clear();
    let shown = isStill ? points.length : 2;
    const draw = (): void => {
      const walked = points.slice(0, shown);
      const [cx, cy] = pixelsOf(chart, walked.at(-1) ?? { weights: [], loss: NaN, slopes: [] });
      this.#overlay.draw(chart, [...ghostOf(chart, walked), shape("circle", "gdviz-mistake", { cx, cy, r: 9 })]);
      if (shown >= points.length) clearInterval(this.#timer);
      shown += 1;
    };
    draw();
    if (!isStill) this.#timer = setInterval(draw, EVERY_MS);
  }

  clear(): void {
    clearInterval(this.#timer);
    this.#overlay.clear();
  }
}
