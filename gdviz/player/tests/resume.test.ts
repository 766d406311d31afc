import assert from "node:assert/strict";
import { beforeEach, describe, it } from "node:test";

import type { Run } from "../src/protocol";
import { isResumed, resumption } from "../src/resume";
import { Store } from "../src/store";
import { RUN } from "./run";

const LINK = { loss: "bowl", eta: "0.1", w: "5", step: "0" };
const run = (link: Record<string, string>): Run => ({ ...RUN, run: JSON.stringify(link), link, resumes: true });

describe("another rate while a run plays", () => {
  let store: Store;
  beforeEach(() => {
    store = new Store();
    store.load(run(LINK));
  });

  it("goes on from the step shown", () => {
    store.begin(2);
    const asked = resumption(store.state, run({ ...LINK, eta: "0.9" }));
    assert.ok(asked);
    assert.deepEqual(asked, { schedule: `0.1@${RUN.steps[2]}`, eta: "0.9" });
    assert.ok(isResumed(run({ ...LINK, eta: "0.9", schedule: asked.schedule }), asked));
    assert.ok(!isResumed(run({ ...LINK, eta: "0.9" }), asked));
  });

  it("keeps the rates before", () => {
    store.load(run({ ...LINK, eta: "0.9", schedule: "0.1@1" }));
    store.begin(2);
    const asked = resumption(store.state, run({ ...LINK, eta: "0.5" }));
    assert.equal(asked?.schedule, `0.1@1,0.9@${RUN.steps[2]}`);
  });

  it("begins anew at rest, at the start, of another run, and where nothing goes on", () => {
    const faster = run({ ...LINK, eta: "0.9" });
    store.goTo(2);
    assert.equal(resumption(store.state, faster), null);
    store.begin(0);
    assert.equal(resumption(store.state, faster), null);
    store.begin(2);
    assert.equal(resumption(store.state, run({ ...LINK, eta: "0.9", w: "3" })), null);
    assert.equal(resumption(store.state, run(LINK)), null);
    assert.equal(resumption(store.state, { ...faster, resumes: false }), null);
  });

  it("has no more rates than a link", () => {
    const schedule = [1, 2, 3, 4, 5, 6, 7].map((step) => `0.${step}@${step}`).join();
    store.load(run({ ...LINK, schedule }));
    store.begin(2);
    assert.equal(resumption(store.state, run({ ...LINK, eta: "0.9" })), null);
  });
});
