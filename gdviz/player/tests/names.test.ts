import assert from "node:assert/strict";
import { it } from "node:test";

import { named } from "../src/names";

const words = { increment: "増やす", help: "{what}の説明", count: "{what} 件", close: "閉じる" };

it("what Streamlit calls its parts is said in the page's words", () => {
  assert.equal(named("Increment", words), "増やす");
  assert.equal(named("Help for 出発点 $& W", words), "出発点 $& Wの説明");
  assert.equal(named("1 option available.", words), "1 件");
  assert.equal(named("Dismiss", words), "閉じる");
});

it("what is none of these names stays, and so does what there are no words for", () => {
  assert.equal(named("Incremental", words), "Incremental");
  assert.equal(named("増やす", words), "増やす");
  assert.equal(named("Open", words), "Open");
});
