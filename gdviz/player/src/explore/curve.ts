// A run on the curve E(W): see gdviz/charts/curve_steps.py.

import { lossAt } from "../descent";
import type { ExploredChart, Hand, Scene } from "../protocol";
import { lines, Plane, rowOf, spread, tracksOf, type Point, type Row } from "./plane";
import type { Made, Walk } from "./walk";

const ALONG = 0.6; // the share of a step's time for the way along the tangent
const SMALL = 0.04; // a step below this share of the axis is shown magnified, too
const LONG = 0.15; // the words of a longer one stand over its middle
const LINE = 0.09; // so far from each other are lines of words, as a share of the chart's height
const WAYPOINTS = 30;
const LEG = 0.44; // how wide a magnified step is, as a share of the lens
const NEAR = 1e-6; // of the axis: closer than that the curve is its tangent

/** Of one step on the chart: its slope, ΔW and by how much E grows, nan where none leads on. */
interface Move {
  readonly w: number;
  readonly loss: number;
  readonly slope: number;
  readonly update: number;
  readonly rise: number;
}

export function curveScene(scene: Scene, chart: ExploredChart, { hand, walk, steps }: Made): Scene {
  const frame = new Plane(chart.view);
  const moves = steps.map((step) => moveOf(walk, step));
  const frames = moves.map((move) => ({ ...onChart(frame, chart, move), ...lens(frame, hand, move) }));
  const names = [...new Set(frames.flatMap((rows) => Object.keys(rows)))];
  const rows = Object.fromEntries(names.map((name) => [name, frames.map((of) => (of as Record<string, Row>)[name] ?? [])]));
  const legs = steps.slice(1).map((after, i) => {
    const [before, move] = [steps[i] ?? 0, moves[i]];
    return move && after === before + 1 ? slide(frame, move) : along(frame, walk, before, after);
  });
  return { ...scene, tracks: tracksOf(scene, chart, rows, "minima_words"), legs, axes: axesOf(scene, frame) };
}

/** How many times the lens magnifies at each shown step that has one. */
export function magnifications({ view, lens: [left = 0, right = 0] = [] }: ExploredChart, { walk, steps }: Made): [number, number][] {
  const frame = new Plane(view);
  return steps.flatMap((step): [number, number][] => {
    const move = moveOf(walk, step);
    return hasLens(frame, move) ? [[step, (LEG / Math.abs(move.update)) * frame.width * (right - left)]] : [];
  });
}

// As at a frame that is seen from no further off.
const axesOf = ({ axes }: Scene, { low, high, bottom, top }: Plane): readonly (readonly number[])[] => [
  axes?.find(([left, right]) => left === low && right === high) ?? [low, high, bottom, top, axes?.[0]?.[4] ?? 0],
];

function moveOf({ points, updates }: Walk, step: number): Move {
  const [here, there] = [points[step], points[step + 1]];
  const [w = NaN, slope = NaN] = [here?.weights[0], here?.slopes[0]];
  const update = there ? (updates[step]?.[0] ?? NaN) : NaN;
  return { w, loss: here?.loss ?? NaN, slope, update, rise: (there?.loss ?? NaN) - (here?.loss ?? NaN) };
}

const startOf = ({ w, loss }: Move): Point => [w, loss];
const landingOf = ({ w, loss, slope, update }: Move): Point => [w - update, loss - slope * update];
const endOf = ({ w, loss, update, rise }: Move): Point => [w - update, loss + rise];

const hasLens = (frame: Plane, move: Move): boolean =>
  frame.holds(startOf(move)) && Math.abs(move.update) < SMALL * frame.width && Math.abs(move.slope * move.update) > 1e-250;

function onChart(frame: Plane, { words: [x = 0, y = 0] }: ExploredChart, move: Move): Record<string, Row> {
  const { w, loss, slope, update, rise } = move;
  const [start, landing, end] = [startOf(move), landingOf(move), endOf(move)];
  const said = (line: number): Row => rowOf(frame.at([x, y - LINE * line]));
  if (!frame.holds(start)) {
    const gone = (share: number): Row => rowOf(frame.at([share, 0.4]));
    return { ...(w < frame.low && { gone_left: gone(0.02) }), ...(w > frame.high && { gone_right: gone(0.98) }), gone_words: said(1) };
  }
  const reach = Math.max(0.16 * frame.width, Number.isFinite(update) ? 1.15 * Math.abs(update) : 0);
  const tangent: readonly [Point, Point] = [[w - reach, loss - slope * reach], [w + reach, loss + slope * reach]];
  const inner = frame.clipped(frame.clipped(...tangent)?.[0] ?? tangent[0], frame.clipped(...tangent)?.[1] ?? tangent[1], -0.07);
  const rows: Record<string, Row> = {
    point: rowOf(start),
    trail: rowOf(start),
    tangent: lines(frame.clipped(...tangent)),
    ...(slope > 0 ? { slope_left: rowOf(inner?.[0] ?? null) } : { slope_right: rowOf(inner?.[1] ?? null) }),
  };
  if (!Number.isFinite(update)) return rows;
  const corner: Point = [w - update, loss];
  const way = frame.clipped(start, corner);
  Object.assign(rows, { triangle: lines(way, frame.clipped(corner, landing)), drop: lines(frame.clipped(landing, end)) });
  if (hasLens(frame, move)) return rows;
  const isLong = Math.abs(update) > LONG * frame.width;
  if (way && isLong) rows.update = rowOf([(way[0][0] + way[1][0]) / 2, (way[0][1] + way[1][1]) / 2]);
  else if (way && update) rows[update > 0 ? "update_left" : "update_right"] = rowOf(way[1]);
  if (rise) {
    const name = rise < 0 ? "fell" : "rose";
    if (frame.shows(end[0])) rows[name] = rowOf(end);
    rows[`${name}_words`] = said(0);
  }
  return rows;
}

// The step alone, its triangle always of the same size.
function lens(frame: Plane, hand: Hand, move: Move): Record<string, Row> {
  if (!hasLens(frame, move)) return {};
  const { w, loss, slope, update, rise } = move;
  const across = LEG / Math.abs(update);
  const upward = 0.36 / Math.abs(slope * update);
  const [x, y] = [0.5 + (update > 0 ? 0.22 : -0.22), slope * update > 0 ? 0.62 : 0.32];
  const at = (dw: number, de: number): Point => [x + dw * across, y + de * upward];
  const wayTo = (share: number): number => (share - x) / across;
  const isNear = Math.abs(update) < NEAR * frame.width;
  const onCurve = (dw: number): Point => at(dw, isNear ? slope * dw : lossAt(hand, [w + dw]) - loss);
  const isBetweenWords = ([, py]: Point): boolean => py > 0.1 && py < 0.87;
  // Where it is steep little of its way is seen, and that is drawn as finely.
  const ways = spread(wayTo(0.04), wayTo(0.96), 65).filter((dw) => isBetweenWords(onCurve(dw)));
  const curve = ways.length ? spread(Math.min(...ways), Math.max(...ways), 17).map(onCurve) : [];
  const [start, corner, landing] = [at(0, 0), at(-update, 0), at(-update, -slope * update)];
  const drop: Point[] = [landing, at(-update, rise)];
  const below = ([px, py]: Point): Point => [px, py - 0.1];
  const isUphill = slope * update < 0;
  const beside: Point = isUphill ? [landing[0] + (update > 0 ? -0.13 : 0.13), landing[1]] : landing;
  return {
    lens_paper: rowOf([0, 0], [1, 0], [1, 1], [0, 1], [0, 0]),
    lens_curve: curve.flatMap((point) => (isBetweenWords(point) ? [...point] : [null, null])),
    lens_tangent: rowOf(...[0.04, 0.96].map((share) => at(wayTo(share), slope * wayTo(share)))),
    lens_triangle: rowOf(start, corner, landing),
    lens_drop: drop.every(isBetweenWords) ? rowOf(...drop) : [],
    lens_text: rowOf([0.5, 0.06], [(start[0] + corner[0]) / 2, (start[1] + corner[1]) / 2 + (isUphill ? -0.09 : 0.08)], below(start), below(beside)),
    ...(rise < 0 && { lens_fell: rowOf([0.5, 0.92]) }),
    ...(rise > 0 && { lens_rose: rowOf([0.5, 0.92]) }),
  };
}

// Along the tangent, then to the curve.
function slide(frame: Plane, move: Move): Row[] {
  const [landing, end] = [frame.held(landingOf(move)), frame.held(endOf(move))];
  const exit = frame.holds(startOf(move)) ? frame.clipped(startOf(move), landingOf(move), 0.2)?.[1] : undefined;
  if (!exit) return [[...end, 1]];
  const isThere = exit[0] === landing[0] && exit[1] === landing[1];
  return [[...exit, ALONG], ...(isThere ? [] : [[...landing, 0]]), [...end, 1 - ALONG]];
}

// Through the points of several steps.
function along(frame: Plane, { points }: Walk, before: number, after: number): Row[] {
  const way = points.slice(before + 1, after + 1);
  const every = Math.ceil(way.length / WAYPOINTS);
  const shown = way.filter((_, i) => (way.length - 1 - i) % every === 0);
  return shown.map(({ weights: [w = NaN], loss }) => [...frame.held([w, loss]), 1 / shown.length]);
}
