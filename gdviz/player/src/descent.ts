// A descent in the browser: of the start, or the rate, that is under the hand.

import { evaluate, type Letters } from "./expression";
import type { Hand, HandRule } from "./protocol";

export interface Point {
  readonly weights: readonly number[];
  readonly loss: number;
  readonly slopes: readonly number[];
}

const lettersOf = ({ letters }: Hand, weights: readonly number[]): Letters =>
  Object.fromEntries(letters.map((letter, i) => [letter, weights[i] ?? NaN]));

export function pointAt(hand: Hand, weights: readonly number[]): Point {
  const letters = lettersOf(hand, weights);
  return {
    weights,
    loss: evaluate(hand.value, letters),
    slopes: hand.slopes.map((slope) => evaluate(slope, letters)),
  };
}

/** ΔW of all weights by a rule, of its first step, its second …, with what it remembers. */
export function updatesOf(rule: HandRule, rate: number, count: number): (slopes: readonly number[]) => number[] {
  const memories: Record<string, number>[] = Array.from({ length: count }, () => ({}));
  let t = 0;
  return (slopes) => {
    t += 1;
    return memories.map((memory, i) => update(rule, rate, t, slopes[i] ?? NaN, memory));
  };
}

/** The points of a run, as far as their numbers are finite. */
export function descend(hand: Hand, rule: HandRule, start: readonly number[], rate: number, most: number): Point[] {
  const updates = updatesOf(rule, rate, start.length);
  return walk(hand, start, most, ({ weights, slopes }) => {
    const change = updates(slopes);
    return weights.map((weight, i) => weight - (change[i] ?? NaN));
  });
}

/** The points from a start, each by what is done at the one before, as far as their numbers are finite. */
export function walk(
  hand: Hand,
  start: readonly number[],
  most: number,
  next: (point: Point) => readonly number[],
): Point[] {
  const points = [pointAt(hand, start)];
  while (points.length <= most) {
    const last = points.at(-1);
    const point = last && pointAt(hand, next(last));
    if (!point || ![...point.weights, point.loss].every(Number.isFinite)) break;
    points.push(point);
  }
  return points;
}

// ΔW of one weight by the rule's lines; what they remember is written to its memory.
function update(
  { lines, constants }: HandRule,
  rate: number,
  t: number,
  slope: number,
  memory: Record<string, number>,
): number {
  const known: Record<string, number> = { ...constants, "η": rate, g: slope, t };
  for (const [letter, isRemembered] of lines) if (isRemembered) known[letter] = memory[letter] ?? 0;
  let change = NaN;
  for (const [letter, isRemembered, tree] of lines) {
    change = evaluate(tree, known);
    known[letter] = change;
    if (isRemembered) memory[letter] = change;
  }
  return change;
}
