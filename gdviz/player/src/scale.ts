// The choice of the scale of the loss: linear or logarithmic.

import { make, one } from "./dom";
import type { Run } from "./protocol";
import type { State, Variant } from "./store";

const VARIANTS: readonly Variant[] = ["linear", "log"];

export class Scale {
  #run: Run | null = null;
  #variant: Variant | null = null;

  constructor(readonly choose: (variant: Variant) => void) {}

  show(box: HTMLElement, { run, variant }: State): void {
    if (this.#run === run && this.#variant === variant && box.firstChild) return;
    [this.#run, this.#variant] = [run, variant];
    const buttons = VARIANTS.map((name) =>
      make("button", {
        type: "button",
        textContent: run.player[name],
        ariaPressed: String(variant === name),
        onclick: () => {
          this.choose(name);
          one(box, '[aria-pressed="true"]').focus();
        },
      }),
    );
    box.replaceChildren(
      make("div", { className: "gdviz-scale", role: "group", ariaLabel: run.player.scale }, ...buttons),
    );
  }
}
