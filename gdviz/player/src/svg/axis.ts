// An axis of a chart: from numbers to pixels, and the round numbers that stand along it.

import { say, superscript } from "../numbers";
import type { AxisLayout } from "./figure";

/** Where an axis lies: its first pixel, from the left or from the top, and how many it has. */
export interface Extent {
  readonly start: number;
  readonly length: number;
}

export interface Tick {
  readonly value: number; // as the axis counts: of a logarithmic one the power of ten
  readonly text: string;
}

const PIXELS_A_TICK = { x: 80, y: 40 } as const;

export class Axis {
  constructor(
    readonly way: "x" | "y",
    readonly layout: AxisLayout,
    readonly range: readonly [number, number],
    readonly extent: Extent,
  ) {}

  get isLog(): boolean {
    return this.layout.type === "log";
  }

  /** Pixels from the left, or the top, of the drawing. */
  pixelOf(value: number): number {
    const [low, high] = this.range;
    const share = ((this.isLog ? Math.log10(value) : value) - low) / (high - low);
    const { start, length } = this.extent;
    return start + length * (this.way === "x" ? share : 1 - share);
  }

  valueAt(pixel: number): number {
    const [low, high] = this.range;
    const share = (pixel - this.extent.start) / this.extent.length;
    return low + (high - low) * (this.way === "x" ? share : 1 - share);
  }

  ticks(): Tick[] {
    const [low, high] = this.range;
    const count = this.layout.nticks ?? within(this.extent.length / PIXELS_A_TICK[this.way], 4, 9) + 1;
    if (!this.isLog) {
      const { tickmode, dtick = 1 } = this.layout;
      return labelled(multiples(low, high, tickmode === "linear" ? dtick : roundDistance((high - low) / count)));
    }
    if (high - low >= 1) {
      const powers = multiples(low, high, Math.max(1, Math.ceil((high - low) / count)));
      return powers.map((value) => ({ value, text: sayLabel(10 ** value, Math.abs(value) > POWERS) }));
    }
    const [first, last] = [10 ** low, 10 ** high];
    return labelled(multiples(first, last, roundDistance((last - first) / count))).map(({ value, text }) => ({
      value: Math.log10(value),
      text,
    }));
  }
}

const POWERS = 3; // beyond so many powers of ten they are written

function labelled(values: readonly number[]): Tick[] {
  const most = Math.max(...values.map(Math.abs));
  return values.map((value) => ({ value, text: sayLabel(value, Math.abs(Math.floor(Math.log10(most))) > POWERS) }));
}

function sayLabel(value: number, isPower: boolean): string {
  if (!value || !isPower) return say(value).replaceAll(" × ", "×");
  const power = Math.floor(Math.log10(Math.abs(value)) + 1e-9);
  return `${say(value / 10 ** power)}×10${superscript(power)}`.replace(/^1×/, "");
}

const within = (value: number, least: number, most: number): number => Math.max(least, Math.min(value, most));

/** 2, 5 or 10 × 10ⁿ, the next one that is not smaller. */
function roundDistance(rough: number): number {
  const unit = 10 ** Math.floor(Math.log10(rough));
  return unit * ([2, 5].find((n) => n * unit >= rough) ?? 10);
}

function multiples(low: number, high: number, distance: number): number[] {
  const [first, last] = [Math.ceil(low / distance - 1e-6), Math.floor(high / distance + 1e-6)];
  const count = Math.max(0, Math.min(last - first + 1, 100));
  return Array.from({ length: count }, (_, i) => Number(((first + i) * distance).toPrecision(12)));
}

/** Where two axes lie in the room for them: both on one scale, if the upright one follows the other. */
export function extents(x: AxisLayout, y: AxisLayout, ranges: readonly (readonly number[])[], room: DOMRect): [Extent, Extent] {
  const [left = 0, right = 1] = x.domain ?? [];
  const [bottom = 0, top = 1] = y.domain ?? [];
  const across = { start: room.left + left * room.width, length: (right - left) * room.width };
  const up = { start: room.top + (1 - top) * room.height, length: (top - bottom) * room.height };
  if (!y.scaleanchor) return [across, up];
  const [spanX = 1, spanY = 1] = ranges.map(([low = 0, high = 1]) => high - low);
  const scale = Math.min(across.length / spanX, up.length / spanY);
  return [inMiddle(across, scale * spanX), inMiddle(up, scale * spanY)];
}

const inMiddle = ({ start, length }: Extent, used: number): Extent => ({ start: start + (length - used) / 2, length: used });
