// The part of the plane that a chart shows, and how points and lines fit into it: see gdviz/charts/plane.py.

import type { ExploredChart, Keyframes, Scene } from "../protocol";

export type Point = readonly [number, number];
/** Coordinates one after another, as a trace has them; none for what is not shown. */
export type Row = readonly (number | null)[];

/** So many numbers from one to another, evenly. */
export const spread = (from: number, to: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => from + ((to - from) * i) / (count - 1));

const OUTSIDE = 0.2; // what leaves the chart is drawn to this share of it beyond the edge

export class Plane {
  readonly low: number;
  readonly high: number;
  readonly bottom: number;
  readonly top: number;

  constructor([low = NaN, high = NaN, bottom = NaN, top = NaN]: readonly number[]) {
    [this.low, this.high, this.bottom, this.top] = [low, high, bottom, top];
  }

  get width(): number {
    return this.high - this.low;
  }

  get height(): number {
    return this.top - this.bottom;
  }

  shows(x: number): boolean {
    return this.low <= x && x <= this.high;
  }

  holds([x, y]: Point): boolean {
    return this.shows(x) && this.bottom <= y && y <= this.top;
  }

  /** A place by shares of the chart. */
  at([x, y]: Point): Point {
    return [this.low + x * this.width, this.bottom + y * this.height];
  }

  /** A point, or one just out of sight in its place. */
  held([x, y]: Point): Point {
    const [[left, low], [right, high]] = [this.at([-OUTSIDE, -OUTSIDE]), this.at([1 + OUTSIDE, 1 + OUTSIDE])];
    return [Math.max(left, Math.min(x, right)), Math.max(low, Math.min(y, high))];
  }

  /** The part of a straight line on the chart, or so far beyond its edge, if there is one (Liang and Barsky 1984). */
  clipped(start: Point, end: Point, beyond = 0): readonly [Point, Point] | null {
    const [least, most] = [this.at([-beyond, -beyond]), this.at([1 + beyond, 1 + beyond])];
    let [enter, leave] = [0, 1];
    for (const axis of [0, 1] as const) {
      const way = end[axis] - start[axis];
      const ends = [(least[axis] - start[axis]) / way, (most[axis] - start[axis]) / way];
      if (way !== 0) [enter, leave] = [Math.max(enter, Math.min(...ends)), Math.min(leave, Math.max(...ends))];
      else if (start[axis] < least[axis] || start[axis] > most[axis]) return null;
    }
    const between = (share: number): Point => [start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])];
    return enter <= leave ? [between(enter), between(leave)] : null;
  }
}

/** Points as a row; none where one of them is missing. */
export const rowOf = (...points: readonly (Point | null)[]): Row =>
  points.every((point) => point?.every(Number.isFinite)) ? points.flatMap((point) => [...(point ?? [])]) : [];

/** Lines of a trace, with a gap between them. */
export const lines = (...parts: readonly (readonly [Point, Point] | null)[]): Row => {
  const rows = parts.filter((part) => part !== null).map((part) => rowOf(...part)).filter((row) => row.length > 0);
  return rows.flatMap((row, i) => (i ? [null, null, ...row] : row));
};

/** The tracks of a scene with other places: each trace has a row for each frame, and the words that it had.
 *
 *  Those that are not named show nothing, but for what stays.
 */
export function tracksOf(scene: Scene, { traces }: ExploredChart, rows: Readonly<Record<string, readonly Row[]>>, stays: string): Keyframes[] {
  const names = new Map(Object.entries(traces).map(([name, trace]) => [trace, name]));
  return scene.tracks.map((track) => {
    const name = names.get(track.trace) ?? "";
    const { trace, text, grows } = track;
    const still = name === stays ? track.rows.filter((row) => row.length).slice(0, 1) : [];
    return { trace, rows: rows[name] ?? (still.length ? still : [[]]), ...(text && { text }), ...(grows && { grows }) };
  });
}
