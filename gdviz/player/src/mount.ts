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

interface Panel {
  readonly root: HTMLElement;
  tell: Tell;
}

// What the page shows outlives its panel; and who shows it on which.
const store = new Store();
const panels: Panel[] = [];
let mounted: { readonly panel: Panel; readonly player: Player } | null = null;

/** Returns what takes the player off the page. */
export function mount({ parentElement, setTriggerValue }: Component): () => void {
  const root = one(parentElement, ".gdviz-player");
  // Streamlit mounts a component again whenever something about it has changed, and cleans up only once.
  const known = panels.find((panel) => panel.root === root);
  if (known) known.tell = setTriggerValue;
  else panels.push({ root, tell: setTriggerValue });
  play();
  return () => {
    const at = panels.findIndex((panel) => panel.root === root);
    if (at >= 0) panels.splice(at, 1);
    play();
  };
}

// The player is on the panel that came last: the page may build one, and take it away again for the one
// before. One that it took away before the code came to it is mounted nevertheless.
function play(): void {
  const panel = panels.filter(({ root }) => root.isConnected).at(-1);
  if (mounted && mounted.panel === panel) {
    mounted.player.tell = panel.tell;
    return;
  }
  mounted?.player.destroy();
  const renderer = new PlotlyRenderer(store.cameras);
  mounted = panel ? { panel, player: new Player(panel.root, store, renderer, panel.tell) } : null;
}
