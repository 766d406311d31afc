import assert from "node:assert/strict";
import { beforeEach, describe, it } from "node:test";

import { holdsBack, question, reach, ringPlace, Store, type State } from "../src/store";
import { asked, RUN } from "./run";

let store: Store;
const state = (): State => {
  assert(store.state);
  return store.state;
};

beforeEach(() => {
  store = new Store();
});

describe("a run that is not asked about", () => {
  beforeEach(() => {
    store.load(RUN);
  });

  it("begins where its link says, and holds nothing back", () => {
    store.load({ ...RUN, run: "another", start: 2 });
    assert.equal(state().frame, 2);
    assert.equal(reach(state()), 3);
    assert.equal(question(state()), null);
  });

  it("goes to no frame that it does not have", () => {
    store.goTo(7);
    assert.equal(state().frame, 3);
    store.jump(-1);
    assert.equal(state().frame, 0);
  });

  it("goes on playing when a frame comes next, and stops when the reader jumps", () => {
    const token = store.begin(1);
    store.goTo(2);
    assert.equal(state().playing, token);
    store.jump(3);
    assert.equal(state().playing, null);
  });

  it("keeps its place and plays on in another language", () => {
    const token = store.begin(2);
    store.load({ ...RUN, player: { ...RUN.player, play: "再生" } });
    assert.equal(state().frame, 2);
    assert.equal(state().playing, token);
    assert.equal(state().run.player.play, "再生");
  });

  it("gives way to another run, at its start; what the reader chose stays", () => {
    store.choose("log");
    store.setSpeed(4);
    store.begin(2);
    store.load({ ...RUN, run: "another" });
    const { frame, playing, variant, speed } = state();
    assert.deepEqual({ frame, playing, variant, speed }, { frame: 0, playing: null, variant: "log", speed: 4 });
  });

  it("is read once of the same message", () => {
    const message = JSON.stringify({ ...RUN, run: "another" });
    assert.equal(store.receive(message)?.run, "another");
    assert.equal(store.receive(message), null);
  });

  it("tells its listeners what it was and is, until they leave", () => {
    const seen: (number | undefined)[][] = [];
    const leave = store.subscribe((now, before) => seen.push([before?.frame, now.frame]));
    store.goTo(1);
    leave();
    store.goTo(2);
    assert.deepEqual(seen, [[0, 1]]);
  });
});

describe("a run that is asked about", () => {
  it("is known as far as its link’s step", () => {
    store.load({ ...asked(false), start: 1 });
    assert.equal(reach(state()), 1);
    store.jump(3);
    assert.equal(state().frame, 1);
  });

  it("asks first what the rate will do, then for the step", () => {
    store.load(asked(true));
    assert.equal(question(state()), "regime");
    store.sayRegime("explode");
    assert.equal(state().outcome?.kind, "regime_wrong");
    assert.equal(question(state()), "outcome");
    assert(holdsBack(state()));
    store.ask();
    assert.equal(question(state()), "step");
  });

  it("does not ask for the rate in the middle, nor when that was skipped", () => {
    store.load({ ...asked(true), start: 1 });
    assert.equal(question(state()), "step");
    store.load({ ...asked(true), run: "another" });
    store.sayRegime(null);
    assert.equal(question(state()), "step");
  });

  it("is known one frame further once a step was said, and what was said is told there", () => {
    store.load(asked(false));
    const token = store.sayStep([4]);
    assert.equal(state().playing, token);
    assert.equal(reach(state()), 1);
    assert.equal(state().frame, 0);
    store.jump(1);
    assert.equal(question(state()), "outcome");
    assert(holdsBack(state()));
    store.jump(0);
    assert.equal(question(state()), null);
    assert(!holdsBack(state()));
  });

  it("counts guesses, those that are right, and how far they are off, but no skipped ones", () => {
    store.load(asked(false));
    store.sayStep([4]); // from 5 by −1: exactly
    assert.deepEqual(state().tally, { count: 1, right: 1, distance: 0 });
    store.jump(1);
    store.sayStep([4.8]); // from 4 by −0.8 to 3.2: the minus was forgotten, off by two steps
    assert.equal(state().outcome?.kind, "forgot-minus");
    assert.deepEqual(state().outcome?.numbers, { guess: "4.8", truth: "3.2", distance: "1.6", times: "1" });
    assert.equal(state().tally.count, 2);
    assert(Math.abs(state().tally.distance - 2) < 1e-12);
    store.jump(2);
    store.sayStep(null);
    assert.equal(state().tally.count, 2);
    assert.equal(reach(state()), 3);
  });

  it("keeps the tally in the next run", () => {
    store.load(asked(false));
    store.sayStep([4]);
    store.load({ ...asked(false), run: "another" });
    assert.equal(state().tally.count, 1);
    assert.equal(state().outcome, null);
    assert.equal(reach(state()), 0);
  });

  it("has its ring at the point, then where it was moved, then at the guess", () => {
    store.load(asked(false));
    assert.deepEqual(ringPlace(state()), [5]);
    store.moveRing([4.5]);
    assert.deepEqual(ringPlace(state()), [4.5]);
    store.sayStep([4.25]);
    assert.equal(ringPlace(state()), null);
    store.jump(1);
    assert.deepEqual(ringPlace(state()), [4.25]);
    store.ask();
    assert.deepEqual(ringPlace(state()), [4]);
  });

  it("asks for nothing at its end", () => {
    store.load({ ...asked(false), start: 3 });
    assert.equal(question(state()), null);
    assert(!holdsBack(state()));
  });
});
