// Moves what is on a flat chart: by a motion of Plotly's, or single marks along their ways.

import { plotly, type PlotElement } from "./plotly_api";
import * as inside from "./plotly_private";
import type { Leg, TraceData } from "./scene";
import type { Turn } from "./turns";

const PATIENCE_MS = 1000; // a motion that has not ended so long after its time is not waited for

interface Way {
  readonly trace: number;
  readonly from: inside.Place | null;
  readonly to: inside.Place | null;
}

export class PlotlyMotion {
  #axes = ""; // those that the last motion was worked out for
  #isEmpty = false; // whether that motion had nothing to move
  #isUnderWay = false; // or was cut short
  #driver: inside.Motion | null = null;

  /** `holds` tells whether somebody who took a turn may still draw. */
  constructor(
    readonly element: PlotElement,
    readonly holds: (turn: Turn) => boolean,
  ) {}

  /** Plotly has worked out a motion, and is about to begin it. */
  readonly onBegin = (): void => {
    this.#isEmpty = inside.allowNothingToMove(this.element);
    this.#axes = inside.axes(this.element);
  };

  end(): void {
    inside.endMotion(this.#driver);
  }

  /** Takes movers, which are single points, their leg. A motion of Plotly's would work out the whole chart anew. */
  async slide(turn: Turn, movers: readonly number[], { data, traces }: Leg, duration: number): Promise<void> {
    const { element } = this;
    const ways = movers.map((trace, i): Way => ({ trace, from: placeIn(element.data[trace]), to: placeIn(data[i]) }));
    const draw = (share: number): boolean =>
      ways.map(({ trace, from, to }) => from && to && inside.moveMark(element, trace, from, to, share)).every(Boolean);
    if (!draw(0)) {
      await this.move(turn, data, traces, duration);
      return;
    }
    this.end();
    const done = eachFrame(duration, (share) => this.holds(turn) && draw(share));
    await Promise.race([done, turn.ended, sleep(duration + PATIENCE_MS)]);
    if (!this.holds(turn)) return;
    // The page may have drawn the chart anew meanwhile.
    if (!draw(1)) await this.move(turn, data, traces, 0);
    else for (const { trace, to } of ways) if (to) inside.keepPoint(element, trace, to);
  }

  /** Moves traces to their data in so many milliseconds, 0 for at once. */
  async move(turn: Turn, data: readonly TraceData[], traces: readonly number[], duration: number): Promise<void> {
    const { element } = this;
    // Plotly's motion under way goes on beneath a drawing that takes no time, and its end stays drawn: only
    // another motion, however short, ends it. That costs a third more, as it asks for the style of each part.
    const time = this.#isUnderWay ? Math.max(duration, 1) : duration;
    this.#isUnderWay = true;
    const options = {
      mode: "immediate",
      frame: { duration: time, redraw: false },
      transition: { duration: time, easing: "linear" },
    };
    const shown = (isFull: boolean): number[] =>
      traces.filter((_, i) => {
        const x = data[i]?.x;
        return x && x.length > 0 === isFull;
      });
    this.#setDisplay(shown(false), "none");
    if (this.#driver !== inside.motionOf(element)) this.end();
    // Plotly rejects the promise of a motion that never began, and forgets that of one cut short, or
    // of a chart that the page has taken away.
    const done = plotly()
      .animate(element, { data, traces }, options)
      .catch(() => turn.ended);
    this.#driver = inside.motionOf(element);
    // Beneath one that had nothing to move what moved before goes on, too.
    const ended = done.then(() => (this.#isUnderWay = this.#isEmpty || !this.holds(turn)));
    await Promise.race([ended, turn.ended, sleep(time + PATIENCE_MS)]);
    if (!this.holds(turn)) return;
    // What moved before is then still on its way.
    if (this.#isEmpty) {
      await this.move(turn, data, traces, 0);
      return;
    }
    this.#setDisplay(shown(true), "");
    inside.putInOrder(element);
    // A motion ends where its axes were when it began.
    if (this.#axes !== inside.axes(element)) await plotly().redraw(element);
  }

  // In such a motion Plotly leaves what a trace showed last where it was when nothing comes after it.
  #setDisplay(traces: readonly number[], display: string): void {
    for (const trace of traces) {
      const group = inside.traceGroup(this.element, trace);
      if (group) group.style.display = display;
    }
  }
}

// Where a trace of one point is.
function placeIn(data: TraceData | undefined): inside.Place | null {
  const [x, y] = [data?.x?.[0], data?.y?.[0]];
  return typeof x === "number" && typeof y === "number" ? [x, y] : null;
}

// Draws with the display, until that is refused or the time is over.
const eachFrame = (duration: number, draw: (share: number) => boolean): Promise<void> =>
  new Promise((done) => {
    const start = performance.now();
    const next = (): void => {
      const share = Math.min((performance.now() - start) / duration, 1);
      if (draw(share) && share < 1) requestAnimationFrame(next);
      else done();
    };
    requestAnimationFrame(next);
  });

export const sleep = (duration: number): Promise<void> => new Promise((done) => setTimeout(done, duration));
