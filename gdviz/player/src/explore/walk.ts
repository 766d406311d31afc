// A run worked out in the browser, as gdviz/core/descent.py does it.

import { lettersOf, Optimizer, pointAt, type Memory, type Point } from "../descent";
import { evaluate, measured, type Letters } from "../expression";
import type { Explore, Hand, HandRule } from "../protocol";

/** A run: its k + 1 points, and of the k steps between them ΔW and what the rule's lines came to. */
export interface Walk {
  readonly points: readonly Point[];
  readonly updates: readonly (readonly number[])[];
  readonly memories: readonly (readonly Memory[])[];
  /** Why it ended: as long as asked, with a number too large, where the loss has no value, or as from there on its
   *  digits are those of rounding; and where the next step leads if the loss has no value there.
   */
  readonly end: "end" | "exploded" | "undefined" | "unsure";
  readonly beyond: readonly number[] | null;
}

/** A run, and the same with each number that may be rounded otherwise elsewhere rounded otherwise. */
export interface Twins {
  readonly walk: Walk;
  readonly twin: Walk;
}

/** A run that was made, its shown steps, and by what. */
export interface Made extends Twins {
  readonly hand: Hand;
  readonly explore: Explore;
  readonly steps: readonly number[];
}

const SLIP = 2 ** -50; // relative: four units of a double's last place, at each step the other way
const APART = 1e-7; // of the chart: digits of twins that are further from each other are those of rounding

const areFinite = (numbers: readonly number[]): boolean => numbers.every(Number.isFinite);

/** How far the loss and the slopes at a point may be off, by what is rounded on the way to them. */
export function slackAt(hand: Hand, { weights }: Point): { readonly loss: number; readonly slopes: readonly number[] } {
  const letters = lettersOf(hand, weights);
  const of = (tree: unknown): number => measured(tree, letters, SLIP)[1];
  return { loss: of(hand.value), slopes: hand.slopes.map(of) };
}

/** The run from a start, as far as its digits are sure; null if the loss has no value there. */
export function twins(hand: Hand, rule: HandRule, start: readonly number[], rate: number, steps: number): Twins | null {
  const [walk, twin] = [0, SLIP].map((slip) => walked(hand, rule, start, rate, steps, slip));
  if (!walk || !twin) return null;
  const isSure = ({ weights }: Point, step: number): boolean =>
    weights.every((weight, i) => {
      const [low = 0, high = 0] = hand.domain[i] ?? [];
      const gap = Math.abs(weight - (twin.points[step]?.weights[i] ?? NaN));
      return gap <= APART * Math.max(high - low, Math.abs(weight));
    });
  const count = walk.points.findIndex((point, step) => !isSure(point, step));
  return { walk: count < 0 ? walk : firstOf(walk, Math.max(count, 1)), twin };
}

const firstOf = ({ points, updates, memories }: Walk, count: number): Walk => ({
  points: points.slice(0, count),
  updates: updates.slice(0, count - 1),
  memories: memories.slice(0, count - 1),
  end: "unsure",
  beyond: null,
});

function walked(hand: Hand, rule: HandRule, start: readonly number[], rate: number, steps: number, slip: number): Walk | null {
  const optimizer = new Optimizer(rule, rate, start.length);
  const [points, updates, memories]: [Point[], (readonly number[])[], (readonly Memory[])[]] = [[], [], []];
  let next: readonly number[] = start;
  while (points.length <= steps) {
    const point = pointAt(hand, next, points.length % 2 ? slip : -slip);
    const numbers = [point.loss, ...point.slopes];
    if (!areFinite(numbers)) {
      const isUndefined = areFinite(next) && [hand.value, ...hand.slopes].some((tree) => isMissing(tree, lettersOf(hand, next)));
      const count = points.length - 1; // of the last step there is no end
      return points.length
        ? { points, updates: updates.slice(0, count), memories: memories.slice(0, count), end: isUndefined ? "undefined" : "exploded", beyond: isUndefined ? next : null }
        : null;
    }
    points.push(point);
    if (points.length > steps) break;
    const update = optimizer.update(point.slopes);
    updates.push(update);
    memories.push(optimizer.memories);
    next = point.weights.map((weight, i) => weight - (update[i] ?? NaN));
  }
  return { points, updates, memories, end: "end", beyond: null };
}

// Whether a tree has no value, other than as a number on the way is too large for a double.
function isMissing(tree: unknown, letters: Letters): boolean {
  if (!Array.isArray(tree)) return false;
  const parts: readonly unknown[] = tree.slice(1);
  if (parts.some((part) => isMissing(part, letters))) return true;
  const values = parts.map((part) => evaluate(part, letters));
  const value = evaluate(tree, letters);
  return areFinite(values) && (Number.isNaN(value) || (!Number.isFinite(value) && values.includes(0)));
}
