// Where all that moves on a chart is at a frame: coordinates, whoever draws them.

import type { Curves, Keyframes, Line, Run, Scene } from "./protocol";
import { fill } from "./template";

type Places = readonly (number | null)[];

/** One scene of a run at one frame of it; of a run that is asked about, so far as it is `known`. */
export interface Picture {
  readonly run: Run;
  readonly scene: Scene;
  readonly frame: number;
  readonly known: number;
}

/** A trace's coordinates by axis, and its labels; a trace that stays has none. */
export interface TraceData {
  x?: Places;
  y?: Places;
  z?: Places;
  text?: readonly string[];
}

/** Of a list with an entry for each frame, or with one for all of them, that of a frame. */
export function ofFrame<T>(list: readonly T[], frame: number): T {
  const found = list[Math.min(frame, list.length - 1)];
  if (found === undefined) throw new RangeError(`no frame ${frame}`);
  return found;
}

// A track's points at a frame; a growing one has those of all the frames before it.
function points({ rows, frame: shown, grows }: Keyframes, frame: number): Places {
  const row = (i: number): Places => rows[rows.length === 1 ? 0 : shown ? (shown[i] ?? 0) : i] ?? [];
  return grows ? Array.from({ length: frame }, (_, i) => row(i)).flat() : row(frame);
}

/** Coordinates in a row, x, y, x, y …, as a trace has them; in space there is a z. */
export function trace({ space }: Scene, flat: Places, text?: readonly string[]): TraceData {
  const size = space ? 3 : 2;
  const along = (axis: number): Places => flat.filter((_, i) => i % size === axis);
  return { x: along(0), y: along(1), ...(space && { z: along(2) }), ...(text && { text }) };
}

// A curve at a frame: how much it has of each basis curve, added up.
function curve({ x, basis, shares, most, gaps }: Curves, frame: number): TraceData {
  const here = ofFrame(shares, frame);
  const height = (i: number): number => here.reduce((sum, share, k) => sum + share * (basis[k]?.[i] ?? 0), 0);
  const y: (number | null)[] = x.map((_, i) => Math.min(height(i), most));
  for (const i of gaps?.[frame] ?? []) y[i] = null;
  return { x, y };
}

/** The point of a line at a frame. */
export function pointOf({ x, y, rests }: Line, frame: number): Places {
  const i = Math.min(rests ? ofFrame(rests, frame) : frame, x.length - 1);
  return [x[i] ?? null, y[i] ?? null];
}

/** Where all traces of a scene are at a picture's frame, and what they say. */
export function traceData({ run, scene, frame, known }: Picture): TraceData[] {
  const step = ofFrame(run.steps, frame);
  const isAsked = Boolean(run.predict) && frame >= known && frame < run.steps.length - 1;
  const ofTrack = (track: Keyframes): TraceData => {
    const isCovered = isAsked && scene.answers?.includes(track.trace);
    const text = track.text?.map((template) => (isCovered ? "" : fill(run, template, step)));
    return trace(scene, isCovered ? [] : points(track, frame), text);
  };
  return [
    ...scene.tracks.map(ofTrack),
    ...scene.curves.map((data) => curve(data, frame)),
    ...(scene.fixed?.lines ?? []).map((line) => trace(scene, pointOf(line, frame))),
    ...scene.keep.map(() => ({})),
  ];
}

/** The numbers of these traces. The movers of a scene with lines walk from point to point of them. */
export function traceNumbers({ tracks, curves, fixed, movers, keep }: Scene): number[] {
  return [...tracks, ...curves].map(({ trace }) => trace).concat(fixed?.lines ? movers : [], keep);
}

/** A straight part of the way to the next frame, and the share of the time that it takes. */
export interface Leg {
  readonly data: readonly TraceData[];
  readonly traces: readonly number[];
  readonly share: number;
}

/** The legs on which the movers go from a picture's frame to the next one. */
export function legs({ scene, frame }: Picture): Leg[] {
  const { movers, keep, fixed } = scene;
  const size = scene.space ? 3 : 2;
  const ways: readonly Places[] = fixed?.lines
    ? [[...fixed.lines.flatMap((line) => pointOf(line, frame + 1)), 1]]
    : (scene.legs?.[frame] ?? []);
  return ways.map((way) => ({
    data: [
      ...movers.map((_, i) => trace(scene, way.slice(i * size, (i + 1) * size))),
      ...keep.map((): TraceData => ({})),
    ],
    traces: [...movers, ...keep],
    share: way.at(-1) ?? 0,
  }));
}

/** Whether a slide ends with everything where the next frame has it. */
export function slidesAllTheWay({ scene, frame }: Picture): boolean {
  const isGliding = Boolean(scene.glides?.[frame]);
  return (isGliding || scene.fixed?.lines !== undefined) && !scene.pictures;
}

const MARGIN = 0.09; // below and above a line, as a share of its height

/** What is set on a scene once a run: its lines, so far as the run is known, and its part of the layout. */
export function fixedPart({ run, scene, known }: Picture): { lines: readonly Line[]; layout: Record<string, unknown> } {
  const { lines = [], layout = {} } = scene.fixed ?? {};
  const soFar = lines.map((line) => ({ ...line, x: reached(run, line.x, known), y: reached(run, line.y, known) }));
  // A range of the renderer's own choice would make room for the points, and so depend on where they have been.
  const range = layout["yaxis.autorange"] ? heights(soFar.flatMap(({ y }) => y), layout["yaxis.type"] === "log") : null;
  return { lines: soFar, layout: range ? { ...layout, "yaxis.autorange": false, "yaxis.range": range } : layout };
}

const reached = <T>(run: Run, values: readonly T[], known: number): T[] =>
  run.predict ? values.slice(0, known + 1) : [...values];

/** What a chart shows of the plane at a picture's frame, if that is not the same at all times. */
export const axesOf = ({ scene, frame }: Picture): readonly number[] | null =>
  scene.axes ? ofFrame(scene.axes, frame) : null;

/** From below the lowest of losses to above the highest; null where there are none, or too large ones. */
export function heights(losses: Places, isLog: boolean): [number, number] | null {
  const values = losses.filter((loss) => loss !== null).map((loss) => (isLog ? Math.log10(loss) : loss));
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const margin = MARGIN * (high - low) || 0.9;
  return Number.isFinite(high - low + 2 * margin) ? [low - margin, high + margin] : null;
}
