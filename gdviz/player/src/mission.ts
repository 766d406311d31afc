// A mission, and how it stands.

import { make } from "./dom";
import type { Mission } from "./protocol";

export function showMission(box: HTMLElement, { name, task, state, solved }: Mission): void {
  box.toggleAttribute("data-solved", solved);
  box.replaceChildren(
    make("strong", { textContent: name }),
    make("p", { textContent: task }),
    make("p", { textContent: state, role: "status" }),
  );
}
