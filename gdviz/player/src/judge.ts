// What a guess of a step says about how it was worked out.

import { sayPlace } from "./numbers";

const ROUGHLY = 4 / 3; // sizes that differ by less than this factor are about the same
const STRAIGHT = 0.95; // the cosine of an angle that counts as the right direction

type Vector = readonly number[];

/** A step from `weights` by `update` down `slope`, with a learning rate. */
export interface Step {
  readonly weights: Vector;
  readonly slope: Vector;
  readonly update: Vector;
  readonly rate: number;
}

export const norm = (vector: Vector): number => Math.hypot(...vector);
export const sum = (one: Vector, other: Vector, share = 1): number[] =>
  one.map((value, i) => value + share * (other[i] ?? NaN));
const dot = (one: Vector, other: Vector): number =>
  one.reduce((total, value, i) => total + value * (other[i] ?? NaN), 0);

/** Where a step leads. */
export const ahead = ({ weights, update }: Step): number[] => sum(weights, update, -1);

// Half a unit in the second digit of a vector's length.
function twoDigits(vector: Vector): number {
  const length = norm(vector);
  return length ? 0.5 * 10 ** (Math.floor(Math.log10(length)) - 1) * (1 + 1e-9) : 0;
}

/**
 * What a guess is: the name of its sentence.
 *
 * A guess that could come from two mistakes is told as neither: only how far and which way it goes.
 */
export function kindOf(guess: Vector, step: Step): string {
  const { weights, slope, update } = step;
  const truth = ahead(step);
  const off = norm(sum(guess, truth, -1));
  const is = (place: Vector, size: Vector) => norm(size) > 0 && norm(sum(guess, place, -1)) <= twoDigits(size);
  const isSaidTheSame = sayPlace(guess) === sayPlace(truth);
  if (isSaidTheSame && off <= 0.005 * norm(update) + 1e-12 * (1 + norm(truth))) return "exact";
  if (off <= twoDigits(update)) return "right";
  if (!norm(update)) return "rests";
  if (is(weights, update)) return "stayed";
  const [fitting, ...more] = mistakes(step).filter(([, place, size]) => is(place, size));
  if (fitting && !more.length) return fitting[0];
  const way = sum(guess, weights, -1);
  const ratio = norm(way) / norm(update);
  const cosine = -dot(way, update) / (norm(way) * norm(update));
  const sizeIsRight = ratio < ROUGHLY && ratio > 1 / ROUGHLY;
  if (cosine > STRAIGHT) return sizeIsRight ? "close" : ratio > 1 ? "too-long" : "too-short";
  if (sizeIsRight) return "wrong-direction";
  // A rule with a memory may go uphill itself.
  return dot(update, slope) > 0 && dot(way, slope) > 0 ? "uphill" : "astray";
}

// Where each mistake leads, and the size that its digits are counted in.
function mistakes(step: Step): [string, Vector, Vector][] {
  const { weights, slope, update, rate } = step;
  const truth = ahead(step);
  const plain = slope.map((value) => rate * value);
  // Where the step is not η times the slope, its mistakes are other ones.
  const isPlain = norm(sum(update, plain, -1)) <= 1e-9 * norm(update);
  const ofRule: [string, Vector, Vector][] = isPlain
    ? [
        ["forgot-rate", sum(weights, slope, -1), slope],
        ["forgot-both", sum(weights, slope), slope],
        ["slope-only", slope, slope],
      ]
    : [["forgot-memory", sum(weights, plain, -1), plain]];
  const oneOnly = weights.length > 1 ? weights.map((_, k) => weights.map((w, i) => (i === k ? (truth[k] ?? NaN) : w))) : [];
  return [
    ...ofRule,
    ["forgot-minus", sum(weights, update), update],
    ["change-only", update, update],
    ...oneOnly.map((place): [string, Vector, Vector] => ["one-only", place, update]),
  ];
}

export const isGood = (kind: string | null): boolean =>
  kind !== null && ["exact", "right", "regime_right"].includes(kind);
