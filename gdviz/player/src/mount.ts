// Puts the player on its panel, which the page may build anew while a run goes on.

import { one } from "./dom";
import type { Tell } from "./channel";
import { Player } from "./player";
import { PlotlyRenderer } from "./plotly";
import { Store } from "./store";

/** What Streamlit gives a component. */
export interface Component {
  readonly parentElement: ParentNode;
  readonly setTriggerValue: Tell;
}

interface Mounted {
  readonly root: HTMLElement;
  readonly player: Player;
}

// What the page shows outlives its panel; and who shows it on which.
const store = new Store();
let mounted: Mounted | null = null;

/** Returns what takes the player off the page. */
export function mount({ parentElement, setTriggerValue }: Component): () => void {
  const root = one(parentElement, ".gdviz-player");
  // Streamlit mounts a component again whenever something about it has changed, and cleans up only once.
  if (mounted?.root === root) mounted.player.tell = setTriggerValue;
  else {
    mounted?.player.destroy();
    const player = new Player(root, store, new PlotlyRenderer(store.cameras), setTriggerValue);
    mounted = { root, player };
  }
  return () => {
    if (mounted?.root !== root) return;
    mounted.player.destroy();
    mounted = null;
  };
}
