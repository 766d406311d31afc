// The component that hands a run to the player.

import { carry } from "./channel";
import type { Component } from "./mount";

interface RunComponent extends Component {
  readonly data: Uint8Array;
}

export default function mount({ data, parentElement, setTriggerValue }: RunComponent): () => void {
  return carry(parentElement, data, setTriggerValue);
}
