// The keys of the player: for all of the page, but for what has keys of its own.

import type { Action } from "./panel";

const KEYS: Readonly<Record<string, Action>> = {
  Home: "first",
  ArrowLeft: "back",
  " ": "play",
  ArrowRight: "next",
  End: "last",
  p: "look",
};
const TAKES_KEYS =
  "input, textarea, select, [contenteditable], [role=slider], [role=combobox], [role=listbox]," +
  " [role=radio], [role=option], [role=menuitem]";

// A list that is closed is opened by letters, Enter and the arrows up and down: these are nothing to it.
const CLOSED = "[role=combobox][aria-expanded=false]";
const NOT_OF_A_LIST = /^(?:Arrow(?:Left|Right)|Home|End| )$/;

export interface Taker {
  /** Whether a key is for what is asked. */
  takesKey(event: KeyboardEvent): boolean;
  act(action: Action): void;
}

export function onKey(event: KeyboardEvent, taker: Taker): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const target = event.composedPath()[0];
  const isIn = (what: string): boolean => target instanceof Element && target.closest(what) !== null;
  const isTaken = isIn(TAKES_KEYS) && !(isIn(CLOSED) && NOT_OF_A_LIST.test(event.key));
  if (isTaken && !isIn(".gdviz-scrub")) return;
  if (target instanceof HTMLElement && /^Arrow(Left|Right)$/.test(event.key) && scrollsSideways(target)) return;
  if (!isIn("button, a, summary, [role=dialog]") && taker.takesKey(event)) {
    event.preventDefault();
    return;
  }
  const action = KEYS[event.key] ?? KEYS[event.key.toLowerCase()]; // with Caps Lock
  if (!action || event.shiftKey) return;
  // A focused button, link or list keeps its own space bar; the scrubber has no use for one.
  if (event.key === " " && isIn("button, a, summary, select")) return;
  event.preventDefault();
  taker.act(action);
}

// Who has gone to what is wider than its place moves it by the arrows.
function scrollsSideways(part: HTMLElement): boolean {
  const place = part.closest(".gdviz-table") ?? part;
  return part.matches("[tabindex='0']") && place.scrollWidth > place.clientWidth;
}
