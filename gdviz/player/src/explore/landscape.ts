// A run on a landscape from above, and in its two cuts: see gdviz/charts/landscape_steps.py and cuts.py.

import { lossAt, type Point as Place } from "../descent";
import type { ExploredChart, Hand, Scene } from "../protocol";
import { lines, Plane, rowOf, spread, tracksOf, type Point, type Row } from "./plane";
import type { Made, Walk } from "./walk";

const ALONG = 0.6; // the share of a step's time for the way along the tangent plane
const ARROW = 0.2; // the arrow's length, as a share of the chart's shorter side
const LABEL = 0.34; // about how much of the chart's width a part's label takes
const BETWEEN = 0.06; // the labels of the arrow's parts are so far apart, as a share of the chart's height
const NEAR = 0.045; // so far from a point there is none of its mark, as a share of width or height
const LEVEL = 1e-6; // of the losses in view: by less than that E changes along the whole arrow
const WAYPOINTS = 30;
const SAMPLES = 81; // of a cut

const place = (weights: readonly number[] = []): Point => [weights[0] ?? NaN, weights[1] ?? NaN];

export function landscapeScene(scene: Scene, chart: ExploredChart, { walk, steps }: Made): Scene {
  const frame = new Plane(chart.view);
  const reach = ARROW * Math.min(frame.width, frame.height);
  const seen = steps.map((step) => walk.points[step]).filter((point) => point && frame.holds(place(point.weights))) as Place[];
  const losses = seen.map(({ loss }) => loss);
  const least = losses.length ? (LEVEL * (Math.max(...losses) - Math.min(...losses))) / reach : 0;
  const frames = steps.map((step) => rowsOf(frame, chart, walk, step, reach, least));
  const names = [...new Set(frames.flatMap((rows) => Object.keys(rows)))];
  const rows = Object.fromEntries(names.map((name) => [name, frames.map((of) => of[name] ?? [])]));
  const { low, high, bottom, top } = frame;
  const axes = scene.axes && [scene.axes.find(([left, right]) => left === low && right === high) ?? [low, high, bottom, top, 0]];
  return {
    ...scene,
    tracks: tracksOf(scene, chart, rows, "level_words"),
    legs: steps.slice(1).map((after, i) => waysOf(frame, walk, steps[i] ?? 0, after)),
    ...(axes && { axes }),
  };
}

function rowsOf(frame: Plane, { words: [x = 0, y = 0] }: ExploredChart, { points }: Walk, step: number, reach: number, least: number): Record<string, Row> {
  const [here, next] = [points[step], points[step + 1]];
  const start = place(here?.weights);
  const said = (line: number): Row => rowOf(frame.at([x, y - BETWEEN * line]));
  if (!frame.holds(start)) {
    const edge: Point = [Math.max(frame.low, Math.min(start[0], frame.high)), Math.max(frame.bottom, Math.min(start[1], frame.top))];
    return { gone: rowOf(edge), gone_words: said(1) };
  }
  const rows: Record<string, Row> = { point: rowOf(start), trail: rowOf(start) };
  if (next) {
    rows.step = lines(frame.clipped(start, place(next.weights)));
    const rise = next.loss - (here?.loss ?? NaN);
    if (rise) rows[rise < 0 ? "fell_words" : "rose_words"] = said(0);
  }
  const slopes = place(here?.slopes);
  const length = Math.hypot(...slopes);
  if (!(length > least)) return rows;
  return { ...rows, ...arrow(frame, start, [(-slopes[0] / length) * reach, (-slopes[1] / length) * reach]) };
}

// −∇E with its two parts, and where their labels stand.
function arrow(frame: Plane, start: Point, way: Point): Record<string, Row> {
  const tip: Point = [start[0] + way[0], start[1] + way[1]];
  const corner: Point = [tip[0], start[1]];
  const barb = (sign: number): Point => [tip[0] - 0.16 * way[0] - sign * 0.07 * way[1], tip[1] - 0.16 * way[1] + sign * 0.07 * way[0]];
  const room = (way[0] >= 0 ? frame.high - corner[0] : corner[0] - frame.low) > LABEL * frame.width;
  const isAfter = room ? way[0] >= 0 : way[1] < 0;
  const clear = NEAR * (room ? frame.width : frame.height) * (isAfter ? 1 : -1);
  const beside = Math.abs(way[0]) < Math.abs(clear) ? clear : way[0];
  const across: Point = room ? [start[0] + beside, start[1]] : [start[0] + way[0], start[1] + clear];
  const isUp = way[1] >= 0;
  const rise = (isUp ? 1 : -1) * Math.max(Math.abs(way[1]), BETWEEN * frame.height);
  const margin = (LABEL / 2) * frame.width;
  const up: Point = [Math.max(frame.low + margin, Math.min(tip[0], frame.high - margin)), start[1] + rise];
  return {
    arrow_line: [...rowOf(start, tip), null, null, ...rowOf(barb(1), tip, barb(-1))],
    parts: lines([start, corner], [corner, tip]),
    [room ? (isAfter ? "across_right" : "across_left") : isAfter ? "across_above" : "across_below"]: rowOf(across),
    [isUp ? "up_above" : "up_below"]: rowOf(up),
  };
}

// Straight from point to point of some steps; the way from the tangent plane to the surface is not seen from above.
function waysOf(frame: Plane, { points }: Walk, before: number, after: number): Row[] {
  const way = points.slice(before + 1, after + 1).map(({ weights }) => frame.held(place(weights)));
  if (way.length === 1) return way.map((point) => [...point, ALONG]);
  const every = Math.ceil(way.length / WAYPOINTS);
  const shown = way.filter((_, i) => (way.length - 1 - i) % every === 0);
  return shown.map((point) => [...point, 1 / shown.length]);
}

// --- The cuts ------------------------------------------------------------------------------

/** E along each weight with the other one held. */
export function cutsScene(scene: Scene, { traces, view }: ExploredChart, { hand, walk, steps }: Made): Scene {
  const domain = hand.domain.map(([low = NaN, high = NaN]) => [low, high] as const);
  const [[low, high] = [NaN, NaN], [bottom, top] = [NaN, NaN]] = domain;
  const above = new Plane([low, high, bottom, top]);
  const [, , lowest = 0, lowGround = 0] = view;
  const seen = walk.points.filter(({ weights }) => above.holds(place(weights))).map(({ loss }) => loss);
  const span = Math.max(...seen, lowest, lowGround) - lowest || 1;
  const heights = [lowest - 0.1 * span, lowest + 1.2 * span];
  const planes = domain.map(([left, right]) => new Plane([left, right, ...heights]));
  const parts = planes.map((frame, i) => cutOf(frame, hand, walk, steps, above, i));
  const first = Object.keys(traces).length;
  const tracks = scene.tracks.map((track) => {
    const cut = Math.floor(track.trace / first);
    const name = Object.entries(traces).find(([, trace]) => trace === track.trace % first)?.[0] ?? "";
    const { trace, text } = track;
    return { trace, rows: parts[cut]?.rows.map((row) => row[name] ?? []) ?? [[]], ...(text && { text }) };
  });
  const curves = scene.curves.map((curve) => {
    const part = parts[Math.floor(curve.trace / first)];
    const heightsOf = part?.heights ?? [];
    const gaps = heightsOf.map((row) => row.flatMap((value, i) => (Number.isFinite(value) ? [] : [i])));
    const most = (heights[1] ?? NaN) + 1.3 * span;
    return {
      trace: curve.trace,
      x: part?.x ?? [],
      basis: heightsOf.map((row) => row.map((value) => (Number.isFinite(value) ? value : most))),
      shares: steps.map((_, i) => steps.map((__, k) => Number(i === k))),
      most,
      ...(gaps.some((row) => row.length) && { gaps }),
    };
  });
  const isSingle = steps.slice(1).map((after, i) => after === (steps[i] ?? 0) + 1);
  return {
    ...scene,
    tracks,
    curves,
    legs: isSingle.map((single, i) => (single ? [[...parts.flatMap(({ landings }) => [...(landings[i] ?? [])]), ALONG]] : [])),
    glides: isSingle.map((single) => (single ? 1 - ALONG : 1)),
    fixed: { layout: { "yaxis.range": heights, "yaxis2.range": heights } },
  };
}

function cutOf(frame: Plane, hand: Hand, walk: Walk, steps: readonly number[], above: Plane, i: number) {
  const [low = NaN, high = NaN] = hand.domain[1 - i] ?? [];
  const x = spread(frame.low, frame.high, SAMPLES);
  const pair = (own: number, other: number): number[] => (i ? [other, own] : [own, other]);
  const frames = steps.map((step) => {
    const [here, next] = [walk.points[step], walk.points[step + 1]];
    const [w = NaN, slope = NaN, other = NaN] = [here?.weights[i], here?.slopes[i], here?.weights[1 - i]];
    const update = next ? (walk.updates[step]?.[i] ?? NaN) : NaN;
    const start: Point = [w, here?.loss ?? NaN];
    const landing: Point = [w - update, start[1] - slope * update];
    const reach = Math.max(0.16 * frame.width, Number.isFinite(update) ? 1.15 * Math.abs(update) : 0);
    const tangent = frame.clipped([w - reach, start[1] - slope * reach], [w + reach, start[1] + slope * reach]);
    const held = Math.max(low, Math.min(other, high));
    const rows: Record<string, Row> = above.holds(place(here?.weights))
      ? {
          tangent: lines(tangent),
          step: Number.isFinite(update) ? lines(frame.clipped(start, landing)) : [],
          words: rowOf(frame.at([0.001, 0.999])),
          point: rowOf(start),
        }
      : {};
    return { rows, heights: x.map((own) => lossAt(hand, pair(own, held))), landing: frame.held(landing) };
  });
  return { x, rows: frames.map(({ rows }) => rows), heights: frames.map(({ heights }) => heights), landings: frames.map(({ landing }) => landing) };
}

// --- Own data ------------------------------------------------------------------------------

/** The line y = w x + b, and how far each of the data is from it: see gdviz/charts/fit.py. */
export function fitScene(scene: Scene, chart: ExploredChart, { explore: { data }, walk, steps }: Made): Scene {
  const above = new Plane(chart.view);
  const all = data.map(([x = NaN]) => x);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const extent = high - low || 1;
  const frames = steps.map((step) => {
    const [w, b] = place(walk.points[step]?.weights);
    if (!above.holds([w, b])) return { line: [], gaps: [] };
    const on = (x: number): Point => [x, w * x + b];
    return {
      line: rowOf(on(low - extent), on(high + extent)),
      gaps: data.flatMap(([x = NaN, y = NaN]) => [x, y, ...on(x), null, null]),
    };
  });
  const rows = { line: frames.map(({ line }) => line), gaps: frames.map(({ gaps }) => gaps) };
  const ways = steps.slice(1).map((after, i) => after === (steps[i] ?? 0) + 1);
  return { ...scene, tracks: tracksOf(scene, chart, rows, ""), legs: ways.map(() => []), glides: ways.map((single) => (single ? ALONG : 1)) };
}
