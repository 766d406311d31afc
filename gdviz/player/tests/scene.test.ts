import assert from "node:assert/strict";
import { describe, it } from "node:test";

import type { Scene } from "../src/protocol";
import { heights, legs, slidesAllTheWay, traceData, traceNumbers, type Picture } from "../src/scene";
import { asked, RUN } from "./run";

const EMPTY: Scene = { chart: "curve", movers: [], tracks: [], curves: [], keep: [] };
const at = (frame: number, scene: Partial<Scene>, more: Partial<Picture> = {}): Picture => ({
  run: RUN,
  scene: { ...EMPTY, ...scene },
  frame,
  known: 3,
  ...more,
});

describe("where traces are", () => {
  it("each frame its own row, or the one it names, or the only one", () => {
    const tracks = [
      { trace: 4, rows: [[0, 1], [2, 3], [4, 5], [6, 7]] },
      { trace: 5, rows: [[0, 1, 2, 3], []], frame: [0, 1, 0, 1] },
      { trace: 6, rows: [[8, 9]] },
    ];
    assert.deepEqual(traceData(at(2, { tracks })), [
      { x: [4], y: [5] },
      { x: [0, 2], y: [1, 3] },
      { x: [8], y: [9] },
    ]);
    assert.deepEqual(traceData(at(3, { tracks }))[1], { x: [], y: [] });
    assert.deepEqual(traceNumbers(at(0, { tracks, keep: [9] }).scene), [4, 5, 6, 9]);
  });

  it("a growing one has the rows of the frames before", () => {
    const tracks = [{ trace: 1, rows: [[0, 1], [2, 3], [4, 5]], grows: true }];
    assert.deepEqual(traceData(at(0, { tracks })), [{ x: [], y: [] }]);
    assert.deepEqual(traceData(at(2, { tracks })), [{ x: [0, 2], y: [1, 3] }]);
  });

  it("in space there are three coordinates, and labels are filled in", () => {
    const tracks = [{ trace: 1, rows: [[1, 2, 3, 4, 5, 6]], text: ["W = {W}"] }];
    const [data] = traceData(at(1, { tracks, space: true }));
    assert.deepEqual(data, { x: [1, 4], y: [2, 5], z: [3, 6], text: ["W = 4"] });
  });

  it("a curve is its shares of the basis curves, cut off above, with gaps", () => {
    const curves = [
      { trace: 2, x: [0, 1, 2], basis: [[1, 0, 1], [0, 1, 1]], shares: [[1, 2], [10, 20]], most: 25, gaps: [[], [1]] },
    ];
    assert.deepEqual(traceData(at(0, { curves })), [{ x: [0, 1, 2], y: [1, 2, 3] }]);
    assert.deepEqual(traceData(at(1, { curves })), [{ x: [0, 1, 2], y: [10, null, 25] }]);
  });

  it("what would give the next step away is not there while that is asked for", () => {
    const scene = { tracks: [{ trace: 3, rows: [[1, 1]] }], answers: [3] };
    const shown = (frame: number, known: number): number =>
      traceData(at(frame, scene, { run: asked(false), known }))[0]?.x?.length ?? NaN;
    assert.deepEqual([shown(1, 1), shown(1, 2), shown(3, 3)], [0, 1, 1]);
  });
});

describe("the way to the next frame", () => {
  it("by the legs of a scene, and what must be kept is named", () => {
    const scene = { movers: [7, 8], legs: [[[1, 2, 3, 4, 0.6], [5, 6, 7, 8, 0.4]]], keep: [0] };
    assert.deepEqual(legs(at(0, scene)), [
      { data: [{ x: [1], y: [2] }, { x: [3], y: [4] }, {}], traces: [7, 8, 0], share: 0.6 },
      { data: [{ x: [5], y: [6] }, { x: [7], y: [8] }, {}], traces: [7, 8, 0], share: 0.4 },
    ]);
    assert(!slidesAllTheWay(at(0, scene)));
  });

  it("along lines from point to point, to those where the frames rest", () => {
    const lines = [
      { trace: 0, x: [0, 1, 2, 3, 4], y: [5, 4, 3, 2, 1] },
      { trace: 1, x: [0, 10, 20], y: [1, 2, 3], rests: [0, 2, 2, 2] },
    ];
    const scene = { movers: [2, 3], fixed: { lines, layout: {} } };
    assert.deepEqual(legs(at(0, scene)), [
      { data: [{ x: [1], y: [4] }, { x: [20], y: [3] }], traces: [2, 3], share: 1 },
    ]);
    assert.deepEqual(traceNumbers(at(0, scene).scene), [2, 3]);
    assert(slidesAllTheWay(at(0, scene)));
    assert(!slidesAllTheWay(at(0, { ...scene, pictures: [""] })));
  });
});

describe("the room for losses", () => {
  it("reaches beyond both by 9 % of what is between", () => {
    assert.deepEqual(heights([0, 100, null], false), [-9, 109]);
    assert.deepEqual(heights([1, 100], true), [-0.18, 2.18]);
  });

  it("is not there for none, or for too large ones", () => {
    assert.equal(heights([null], false), null);
    assert.equal(heights([-1.7e308, 1.7e308], false), null);
    assert.deepEqual(heights([3, 3], false), [2.1, 3.9]);
  });
});
