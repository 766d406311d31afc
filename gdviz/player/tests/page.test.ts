import assert from "node:assert/strict";
import { it } from "node:test";

import { isOutgrown } from "../src/page";

// Whether a chart that was drawn in one size is outgrown in a place of another.
const drawn = (width: number, height: number, place: readonly [number, number]): boolean => {
  const [clientWidth, clientHeight] = place;
  const chart = { closest: () => ({ clientWidth, clientHeight }) };
  return isOutgrown(chart as unknown as Element, { width, height });
};

it("a chart in a place of another size is drawn anew by the page", () => {
  assert.equal(drawn(784, 400, [784, 628]), true);
  assert.equal(drawn(238, 628, [784, 628]), true);
  assert.equal(drawn(784.02, 628.4, [784, 628]), false);
});

it("one whose place is narrower than any chart is not, nor one that is not seen", () => {
  assert.equal(drawn(150, 328, [128, 328]), false);
  assert.equal(drawn(784, 400, [0, 0]), false);
});
