// What is said of a run that is asked about: nothing before it was said by the reader, or seen.

import { all } from "./dom";
import { asksRegime, type State } from "./store";

export function showSummary(box: HTMLElement, state: State): void {
  const { run, seen } = state;
  const html = asksRegime(state) ? "" : (run.summary ?? "");
  const key = `${seen} ${html}`;
  if (box.dataset.shown === key) return;
  box.innerHTML = html;
  if (!seen) for (const end of all(box, ".gdviz-end")) end.remove();
  box.dataset.shown = key;
}
