// A descent in the browser: of the start, or the rate, that is under the hand.

import { evaluate, type Letters } from "./expression";
import type { Hand, HandRule } from "./protocol";

export interface Point {
  readonly weights: readonly number[];
  readonly loss: number;
  readonly slopes: readonly number[];
}

export const lettersOf = ({ letters }: Hand, weights: readonly number[]): Letters =>
  Object.fromEntries(letters.map((letter, i) => [letter, weights[i] ?? NaN]));

export const lossAt = (hand: Hand, weights: readonly number[]): number => evaluate(hand.value, lettersOf(hand, weights));

export function pointAt(hand: Hand, weights: readonly number[], slip = 0): Point {
  const letters = lettersOf(hand, weights);
  return {
    weights,
    loss: evaluate(hand.value, letters, slip),
    slopes: hand.slopes.map((slope) => evaluate(slope, letters, slip)),
  };
}

/** What a rule's lines have come to, by their letters. */
export type Memory = Readonly<Record<string, number>>;

/** A rule, step by step, with what it remembers of each weight. */
export class Optimizer {
  memories: readonly Memory[];
  #t = 0;

  constructor(
    readonly rule: HandRule,
    readonly rate: number,
    count: number,
  ) {
    this.memories = Array.from({ length: count }, () => ({}));
  }

  /** ΔW of all weights, of the first step, the second … */
  update(slopes: readonly number[]): number[] {
    this.#t += 1;
    this.memories = this.memories.map((memory, i) => worked(this.rule, this.rate, this.#t, slopes[i] ?? NaN, memory));
    return this.memories.map((memory) => memory["ΔW"] ?? NaN);
  }
}

/** The points of a run, as far as their numbers are finite. */
export function descend(hand: Hand, rule: HandRule, start: readonly number[], rate: number, most: number): Point[] {
  const optimizer = new Optimizer(rule, rate, start.length);
  return walk(hand, start, most, ({ weights, slopes }) => {
    const change = optimizer.update(slopes);
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

// What the rule's lines come to for one weight; before the first step what they remember is 0.
function worked({ lines, constants }: HandRule, rate: number, t: number, slope: number, before: Memory): Memory {
  const known: Record<string, number> = { ...constants, "η": rate, g: slope, t };
  for (const [letter, isRemembered] of lines) if (isRemembered) known[letter] = before[letter] ?? 0;
  for (const [letter, , tree] of lines) known[letter] = evaluate(tree, known);
  return known;
}
