// Puts the player on its panel, which the page may build anew while a run goes on.

import { one } from "./dom";
import type { Tell } from "./channel";
import { put, lastOf } from "./places";
import { Player } from "./player";
import { PlotlyRenderer } from "./plotly";
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

/** Returns what takes the player off the page. */
export function mount({ parentElement, setTriggerValue }: Component): () => void {
  return put(panels, { place: one(parentElement, ".gdviz-player"), tell: setTriggerValue }, play);
}

// The player is on the panel that came last: the page may build one, and take it away again for the one before.
function play(): void {
  const panel = lastOf(panels);
  if (mounted && mounted.panel === panel) {
    mounted.player.tell = panel.tell;
    return;
  }
  mounted?.player.destroy();
  const renderer = new PlotlyRenderer(store.cameras);
  mounted = panel ? { panel, player: new Player(panel.place, store, renderer, panel.tell) } : null;
}
