import assert from "node:assert/strict";
import { it } from "node:test";

import type { PlotElement } from "../src/plotly_api";
import { isOutgrown } from "../src/plotly_private";

// A chart that was drawn in one size, in a place of another.
const drawn = (width: number, height: number, place: readonly [number, number]): PlotElement => {
  const [clientWidth, clientHeight] = place;
  const chart = { _fullLayout: { width, height }, closest: () => ({ clientWidth, clientHeight }) };
  return chart as unknown as PlotElement;
};

it("a chart in a place of another size is drawn anew by the page", () => {
  assert.equal(isOutgrown(drawn(784, 400, [784, 628])), true);
  assert.equal(isOutgrown(drawn(238, 628, [784, 628])), true);
  assert.equal(isOutgrown(drawn(784.02, 628.4, [784, 628])), false);
});

it("one whose place is narrower than any chart is not, nor one that is not seen", () => {
  assert.equal(isOutgrown(drawn(150, 328, [128, 328])), false);
  assert.equal(isOutgrown(drawn(784, 400, [0, 0])), false);
});
