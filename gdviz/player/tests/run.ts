// A run to test with: gradient descent on W² from 5 with η = 0.1, W ← 0.8 W.

import type { Run } from "../src/protocol";

const W = [5, 4, 3.2, 2.56];

export const RUN: Run = {
  run: "a run",
  link: { lang: "en", eta: "0.1" },
  steps: [0, 1, 2, 3],
  last: 3,
  start: 0,
  player: {
    name: "Player",
    first: "First",
    back: "Back",
    play: "Play",
    pause: "Pause",
    next: "Next",
    last: "Last",
    scrub: "Step shown",
    speed: "Speed",
    status: "step {step} of {steps}",
    position: "W {is_W} {W}",
    scale: "Scale",
    linear: "linear",
    log: "logarithmic",
    share: "Share",
    home: "Home",
    picture: "Picture",
    keys: "Keys",
    look: " P",
    alt: "{position}",
    verdict: "",
    skip: "Skip",
    to_rate: "To the rate",
    to_player: "To the player",
    sound: "Sound",
    away: "Away",
    names: {},
  },
  tools: [],
  locked: false,
  columns: { W: W.map(String), dW: { 0: "1", 1: "−0.8", 2: "1 × 10⁻⁵" }, is_W: { 1: "=" } },
  constants: { steps: "3", is_W: "≈", eta: "0.1", there: "{W'}, then {W}" },
  scenes: [],
};

/** The same, where each step is asked for, and at first what the rate will do, or not. */
export const asked = (withRegime: boolean): Run => ({
  ...RUN,
  predict: {
    skip: true,
    letters: ["W"],
    spans: [12],
    weights: W.map((w) => [w]),
    slopes: W.map((w) => [2 * w]),
    updates: W.map((w) => [0.2 * w]),
    rate: 0.1,
    rule: "gd",
    regime: withRegime ? { zones: [["glide", "glides"], ["explode", "explodes"]], is: "glide", told: "glides" } : null,
    texts: {},
  },
});
