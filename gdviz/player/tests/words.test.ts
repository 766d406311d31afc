import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { it } from "node:test";

import { about, read, say } from "../src/numbers";
import { grain } from "../src/ring";
import { fill } from "../src/template";
import { RUN } from "./run";

it("fills in a step’s numbers, and the next one’s", () => {
  assert.equal(fill(RUN, "{step}: {W} → {next}: {W'}", 1), "1: 4 → 2: 3.2");
});

it("puts a negative number and a power of ten in parentheses where that is asked for", () => {
  assert.equal(fill(RUN, "{W} − {(dW)}", 0), "5 − 1");
  assert.equal(fill(RUN, "{W} − {(dW)}", 1), "4 − (−0.8)");
  assert.equal(fill(RUN, "{W} − {(dW)}", 2), "3.2 − (1 × 10⁻⁵)");
});

it("takes a constant where a column has no text at a step, and nothing where there is neither", () => {
  assert.equal(fill(RUN, "W {is_W} {W}", 0), "W ≈ 5");
  assert.equal(fill(RUN, "W {is_W} {W}", 1), "W = 4");
  assert.equal(fill(RUN, "η = {eta}, {there}; {dW}{constructor}", 3), "η = 0.1, , then 2.56; ");
});

it("writes and reads numbers as Python does", () => {
  const table = JSON.parse(readFileSync("tests/numbers.json", "utf8")) as Record<
    "number" | "about" | "read",
    [string, string | number | null][]
  >;
  assert(table.number.length > 100);
  for (const [value, text] of table.number) assert.equal(say(Number(value)), text, value);
  for (const [value, text] of table.about) assert.equal(about(Number(value)), text, value);
  for (const [typed, value] of table.read) assert.equal(read(typed), value ?? NaN, typed);
});

it("moves the ring by 1, 2 or 5 × 10ⁿ, about a 240th of the chart", () => {
  assert.equal(grain(12), 0.05);
  assert.equal(grain(24), 0.1);
  assert.equal(grain(30), 0.2);
  assert.equal(grain(200), 1);
});
