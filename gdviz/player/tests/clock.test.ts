import assert from "node:assert/strict";
import { beforeEach, describe, it } from "node:test";

import { Clock, REST_MS, SLIDE_MS } from "../src/clock";
import { Store } from "../src/store";
import { asked, RUN } from "./run";

let store: Store;
let clock: Clock;
let log: string[]; // what was done, in its order
let isStill: boolean;
let onSlide: () => void;

beforeEach(() => {
  store = new Store();
  log = [];
  isStill = false;
  onSlide = () => undefined;
  store.load(RUN);
  const frame = (): string => String(store.state?.frame);
  const stage = {
    settle: () => {
      log.push(`drawn ${frame()}`);
      assert(log.length < 400, "it plays on for ever");
      return Promise.resolve();
    },
    slide: (duration: number) => {
      log.push(`slide from ${frame()} in ${duration}`);
      onSlide();
      return Promise.resolve();
    },
  };
  const sleep = (duration: number): Promise<void> => {
    log.push(`rest ${duration}`);
    return Promise.resolve();
  };
  clock = new Clock(store, stage, { sleep, isStill: () => isStill });
});

describe("playing", () => {
  it("slides to each frame, draws it and rests, and stops at the last", async () => {
    store.jump(1);
    await clock.play();
    assert.deepEqual(log, [
      "drawn 1",
      `slide from 1 in ${SLIDE_MS}`,
      "drawn 2",
      `rest ${REST_MS}`,
      `slide from 2 in ${SLIDE_MS}`,
      "drawn 3",
      `rest ${REST_MS}`,
    ]);
    assert.equal(store.state?.playing, null);
  });

  it("begins anew at the end", async () => {
    store.jump(3);
    await clock.play();
    assert.equal(log[0], "drawn 0");
    assert.equal(store.state?.frame, 3);
  });

  it("is as fast as it was set, from the next slide on", async () => {
    onSlide = () => {
      store.setSpeed(2);
    };
    await clock.play();
    assert.deepEqual(log.slice(1, 5), [
      `slide from 0 in ${SLIDE_MS}`,
      "drawn 1",
      `rest ${REST_MS / 2}`,
      `slide from 1 in ${SLIDE_MS / 2}`,
    ]);
  });

  it("takes its time for three steps, and for a run of any length about ten seconds", async () => {
    for (const last of [6, 9, 30, 100]) {
      log = [];
      store.load({ ...RUN, run: `of ${last}`, steps: Array.from({ length: last + 1 }, (_, i) => i), last });
      await clock.play();
      const times = log.map((entry) => Number(/(?:in|rest) ([\d.]+)$/.exec(entry)?.[1] ?? 0));
      const whole = times.reduce((sum, time) => sum + time, 0);
      if (last < 8) assert.equal(whole, last * 1200);
      else assert(Math.abs(whole - 10_000) < 1e-6);
      const slow = log.filter((entry) => entry.endsWith(" in 800"));
      assert.deepEqual(slow.slice(0, 3), ["slide from 0 in 800", "slide from 1 in 800", "slide from 2 in 800"]);
      assert.equal(slow.length, last < 8 ? last : 3);
    }
  });

  it("does not slide for who wants nothing to move", async () => {
    isStill = true;
    store.jump(2);
    await clock.play();
    assert.deepEqual(log, ["drawn 2", `rest ${SLIDE_MS}`, "drawn 3", `rest ${REST_MS}`]);
  });

  it("ends in the middle of a slide where the reader jumps, and does not go to the next frame", async () => {
    onSlide = () => {
      store.jump(0);
    };
    await clock.play();
    assert.equal(store.state?.frame, 0);
    assert.equal(log.length, 2);
  });

  it("ends for one who is played past by another", async () => {
    const others: Promise<void>[] = [];
    onSlide = () => {
      if (!others.length) others.push(clock.play());
    };
    await clock.play();
    await Promise.all(others);
    const slides = log.filter((entry) => entry.startsWith("slide"));
    assert.deepEqual(
      slides.map((entry) => entry.split(" ")[2]),
      ["0", "0", "1", "2"],
    );
  });

  it("ends when another run comes", async () => {
    onSlide = () => {
      store.load({ ...RUN, run: "another" });
    };
    await clock.play();
    assert.equal(store.state?.frame, 0);
  });

  it("goes on where it was when the player is mounted anew", async () => {
    onSlide = () => {
      clock.stop();
    };
    await clock.play();
    const token = store.state?.playing;
    assert(token);
    assert.equal(store.state?.frame, 0);
    onSlide = () => undefined;
    assert.equal(log.length, 2);
    const again = new Clock(store, clock.stage, clock.surroundings);
    await again.goOn(token);
    assert.deepEqual([store.state.frame, store.state.playing], [3, null]);
  });
});

describe("a step that was said", () => {
  beforeEach(() => {
    store.load({ ...asked(false), run: "another" });
  });

  it("is slid to, and shown", async () => {
    await clock.reveal([4]);
    assert.deepEqual(log, ["drawn 0", `slide from 0 in ${SLIDE_MS}`]);
    assert.equal(store.state?.frame, 1);
    assert.equal(store.state.playing, null);
  });

  it("is as far as it plays", async () => {
    await clock.reveal([4]);
    store.jump(0);
    await clock.play();
    assert.equal(store.state?.frame, 1);
  });

  it("is known though the reader went elsewhere in between", async () => {
    onSlide = () => {
      store.jump(0);
    };
    await clock.reveal([4]);
    assert.equal(store.state?.frame, 0);
    assert.equal(store.state.known, 1);
  });
});
