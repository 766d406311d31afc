// A chart in space. Plotly has no transitions there: the points go on a little with each picture.

import { plotly, type PlotElement } from "./plotly_api";
import type { TraceData } from "./scene";

const AXES = ["x", "y", "z"] as const;

/** Moves traces to their data in so many milliseconds, 0 for at once, for as long as it may. */
export async function moveInSpace(
  element: PlotElement,
  data: readonly TraceData[],
  traces: readonly number[],
  duration: number,
  goesOn: () => boolean,
): Promise<void> {
  const put = (places: readonly TraceData[]): Promise<void> => {
    const update = Object.fromEntries(AXES.map((axis) => [axis, places.map((place) => place[axis])]));
    return plotly().restyle(element, update, traces);
  };
  if (!duration) return put(data);
  const starts = traces.map((trace) => element.data[trace]);
  const begin = performance.now();
  for (let share = 0; share < 1; ) {
    const now = await new Promise(requestAnimationFrame);
    if (!goesOn()) return;
    share = Math.min((now - begin) / duration, 1);
    void put(data.map((to, k) => between(starts[k] ?? {}, to, share)));
  }
}

function between(from: TraceData, to: TraceData, share: number): TraceData {
  const along = (axis: (typeof AXES)[number]): number[] =>
    (to[axis] ?? []).map((value, i) => {
      const start = from[axis]?.[i] ?? NaN;
      return start + share * ((value ?? NaN) - start);
    });
  return { x: along("x"), y: along("y"), z: along("z") };
}

/** Looks at a chart, which was built or drawn anew, from where the reader last turned it. */
export async function keepCamera(element: PlotElement, camera: object | undefined): Promise<void> {
  if (camera && JSON.stringify(camera) !== JSON.stringify(element.layout.scene?.camera)) {
    await plotly().relayout(element, { "scene.camera": structuredClone(camera) });
  }
}
