// How many guesses were right: kept in the tab, over a reload, and nowhere else.

import type { State } from "./store";

const NAME = "gdviz-tally";

type Tally = State["tally"];

/** The tally of this tab, if it has one. */
export function keptTally(): Tally | null {
  try {
    const { count, right, distance } = JSON.parse(sessionStorage.getItem(NAME) ?? "null") as Tally;
    const isTally = [count, right, distance].every(Number.isFinite) && right >= 0 && right <= count;
    return isTally ? { count, right, distance } : null;
  } catch {
    return null; // none, or the browser keeps nothing
  }
}

export function keepTally(tally: Tally): void {
  try {
    if (tally.count) sessionStorage.setItem(NAME, JSON.stringify(tally));
  } catch {
    // It is kept while the page is there.
  }
}
