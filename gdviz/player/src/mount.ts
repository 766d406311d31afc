// Puts the player on its panel, which the page may build anew while a run goes on.

import type { Tell } from "./channel";
import type { Renderer } from "./chart";
import { one } from "./dom";
import { put, lastOf } from "./places";
import { Player } from "./player";
import { Store } from "./store";
import { keepTally, keptTally } from "./tally";

/** What Streamlit gives a component. */
export interface Component {
  readonly parentElement: ParentNode;
  readonly setTriggerValue: Tell;
}

interface Panel {
  readonly place: HTMLElement;
  readonly tell: Tell;
}

// What the page shows outlives its panel; and who shows it on which.
const store = new Store();
store.tally = keptTally();
store.subscribe(({ tally }, before) => {
  if (before && tally !== before.tally) keepTally(tally);
});
const panels: Panel[] = [];
let mounted: { readonly panel: Panel; readonly player: Player } | null = null;

/** Makes the function that puts the player on a panel, where this one draws the charts and a run that was
 *  delivered has this text; that returns what takes the player off the page.
 */
export const mounting =
  (rendererOf: (store: Store) => Renderer, textOf: (run: Uint8Array) => string) =>
  ({ parentElement, setTriggerValue }: Component): (() => void) =>
    put(panels, { place: one(parentElement, ".gdviz-player"), tell: setTriggerValue }, () => {
      play(rendererOf, textOf);
    });

// The player is on the panel that came last: the page may build one, and take it away again for the one before.
function play(rendererOf: (store: Store) => Renderer, textOf: (run: Uint8Array) => string): void {
  const panel = lastOf(panels);
  if (mounted && mounted.panel === panel) {
    mounted.player.tell = panel.tell;
    return;
  }
  mounted?.player.destroy();
  mounted = panel ? { panel, player: new Player(panel.place, store, rendererOf(store), textOf, panel.tell) } : null;
}
