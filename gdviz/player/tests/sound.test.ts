import assert from "node:assert/strict";
import { describe, it } from "node:test";

import { frequencyOf, tonesOf } from "../src/sound";
import { Store, type State } from "../src/store";
import { RUN } from "./run";

type Given = NonNullable<typeof RUN.sound>;

function at(frame: number, sound: Given): State {
  const store = new Store();
  store.load({ ...RUN, sound });
  store.goTo(frame);
  assert(store.state);
  return store.state;
}

const near = (one: number | undefined, other: number): void => {
  assert(Math.abs((one ?? NaN) - other) < 0.01, `${one ?? "nothing"} is not ${other}`);
};

describe("a slope's tone", () => {
  it("is an octave higher for one ten times as steep, whatever its sign", () => {
    near(frequencyOf(0.01), 110);
    near(frequencyOf(-0.1), 220);
    near(frequencyOf(1), 440);
    near(frequencyOf(10), 880);
    near(frequencyOf(-100), 1760);
  });

  it("falls where a run comes to rest: 110 × 2 to the power of 3, of 2.9031 and of 2.8062", () => {
    const sound: Given = { slopes: [10, 8, 6.4, 5.12], sided: true, end: "" };
    const heard = [0, 1, 2].map((frame) => tonesOf(at(frame, sound)).map(({ frequency }) => frequency));
    near(heard[0]?.[0], 880);
    near(heard[1]?.[0], 822.83);
    near(heard[2]?.[0], 769.38);
  });

  it("is the lowest where there is no slope, and the highest where there is no end to it", () => {
    near(frequencyOf(0), 110);
    near(frequencyOf(1e-300), 110);
    near(frequencyOf(1e300), 1760);
  });

  it("is on the right where the slope rises, and on the left, in another colour, where it falls", () => {
    const sound: Given = { slopes: [2, -2, 0, 1], sided: true, end: "" };
    const [up, down, flat] = [0, 1, 2].map((frame) => tonesOf(at(frame, sound))[0]);
    assert((up?.side ?? 0) > 0 && (down?.side ?? 0) < 0);
    assert.notEqual(up?.wave, down?.wave);
    assert.equal(flat?.side, 0);
  });

  it("is in the middle where it is the length of a gradient", () => {
    const sound: Given = { slopes: [2, 2, 0, 1], sided: false, end: "" };
    assert.equal(tonesOf(at(0, sound))[0]?.side, 0);
  });
});

describe("the end of a run", () => {
  const heardAt = (frame: number, end: Given["end"]): number =>
    tonesOf(at(frame, { slopes: [10, 8, 6.4, 5.12], sided: true, end })).length;

  it("is heard where it is shown, if it is one", () => {
    assert.deepEqual([heardAt(2, "arrived"), heardAt(3, "arrived")], [1, 3]);
    assert.deepEqual([heardAt(2, "gone"), heardAt(3, "gone")], [1, 2]);
    assert.equal(heardAt(3, ""), 1);
  });

  it("rises where it arrived, and falls where it is gone", () => {
    const sound: Given = { slopes: [1, 1, 1, 1], sided: true, end: "arrived" };
    const [, low, high] = tonesOf(at(3, sound));
    assert((low?.frequency ?? NaN) < (high?.frequency ?? NaN));
    const [, gone] = tonesOf(at(3, { ...sound, end: "gone" }));
    assert((gone?.to ?? NaN) < (gone?.frequency ?? NaN));
  });
});

it("a run without slopes has no tone", () => {
  const store = new Store();
  store.load(RUN);
  assert(store.state);
  assert.deepEqual(tonesOf(store.state), []);
});
