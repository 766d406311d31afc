// The component that hands a run to the player.

import { deliver, type Tell } from "./channel";

export default function mount({ data, setTriggerValue }: { data: Uint8Array; setTriggerValue: Tell }): void {
  deliver(data, setTriggerValue);
}
