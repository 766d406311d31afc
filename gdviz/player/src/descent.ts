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

/** The points of a run, as far as their numbers are finite. */
export function descend(hand: Hand, rule: HandRule, start: readonly number[], rate: number, most: number): Point[] {
  const memories: Record<string, number>[] = start.map(() => ({}));
  const points = [pointAt(hand, start)];
  for (let t = 1; t <= most; t += 1) {
    const { weights, slopes } = points.at(-1) ?? { weights: [], slopes: [] };
    const next = weights.map((weight, i) => weight - update(rule, rate, t, slopes[i] ?? NaN, memories[i] ?? {}));
    const point = pointAt(hand, next);
    if (![...next, point.loss].every(Number.isFinite)) break;
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
