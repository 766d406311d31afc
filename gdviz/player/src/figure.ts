// The charts of a lesson, which a phone has side by side: the one that is seen first.

import type { Run } from "./protocol";

const NAMED = ["lesson", "loss", "data", "view", "stop"];

export class Figure {
  #shown = "";

  /** Begin with the first chart, or the one that the story speaks of, wherever the reader was before. */
  show(run: Run): void {
    const shown = NAMED.map((field) => run.link?.[field]).join();
    const figure = document.querySelector(".st-key-figure");
    const panel = run.chart ? figure?.querySelector(`.st-key-panel_${run.chart}`) : figure?.firstElementChild;
    if (shown === this.#shown || !figure || !panel) return;
    this.#shown = shown;
    const left = panel.getBoundingClientRect().left - figure.getBoundingClientRect().left;
    figure.scrollTo({ left: run.chart ? figure.scrollLeft + left : 0 });
  }
}
