// The table: only the rows in sight exist, and of a long run only the steps shown are rows.

import { all, make, one } from "./dom";
import type { Run, Table as Columns } from "./protocol";
import { ofFrame } from "./scene";
import { fill } from "./template";
import { holdsBack, lastFrame, reach, stepOf, type State } from "./store";

const ROW_PX = 28; // the style has it from here
const SPARE = 2; // rows beyond those in sight

/** Row i of a state's table is that of this step. */
const stepOfRow = ({ run }: State, row: number): number => (run.table?.shown ? ofFrame(run.steps, row) : row);

export class Table {
  #box: HTMLElement | null = null;
  #columns: Columns | null = null;
  #state: State | null = null;

  show(box: HTMLElement, state: State): void {
    const { table, last } = state.run;
    if (!table) return;
    this.#state = state;
    if (this.#box !== box || this.#columns !== table || !box.firstChild) {
      [this.#box, this.#columns] = [box, table];
      this.#build(box, table, table.shown ? lastFrame(state) + 1 : last + 1);
    }
    const rows = one(box, ".gdviz-rows");
    const top = (table.shown ? state.frame : stepOf(state)) * ROW_PX;
    if (top < rows.scrollTop || top + ROW_PX > rows.scrollTop + rows.clientHeight) {
      rows.scrollTop = top - rows.clientHeight / 2;
    }
    fillRows(rows, table, state);
  }

  #build(box: HTMLElement, table: Columns, count: number): void {
    const head = row(
      table.columns.map(([name]) => name),
      "columnheader",
    );
    head.classList.add("gdviz-head");
    const rows = make("div", { className: "gdviz-rows", tabIndex: 0, role: "rowgroup", ariaLabel: table.name });
    rows.onscroll = () => {
      head.style.translate = `${-rows.scrollLeft}px`;
      if (this.#state?.run.table) fillRows(rows, this.#state.run.table, this.#state);
    };
    const spacer = make("div", { className: "gdviz-spacer" });
    spacer.style.height = `${count * ROW_PX}px`;
    rows.append(spacer);
    const whole = make("div", { className: "gdviz-table", role: "table", ariaLabel: table.name }, head, rows);
    // As wide as their longest number, so that columns stand below their heads; what has no room is scrolled to.
    const widths = table.columns.map(([name, column]) => widthOf(this.#state?.run, name, column));
    whole.style.setProperty("--columns", widths.map((width) => `minmax(${width}ch, 1fr)`).join(" "));
    whole.style.setProperty("--width", `${widths.reduce((sum, width) => sum + width, 0)}ch`);
    whole.style.setProperty("--row", `${ROW_PX}px`);
    whole.setAttribute("aria-rowcount", String(count + 1));
    box.replaceChildren(whole);
  }
}

const LONG = 13; // characters of a number, −1.23457×10⁻⁵

// In characters, with what keeps it apart from the next. Of later numbers that are asked for not even the length
// is told.
function widthOf(run: Run | undefined, name: string, column: string): number {
  if (run?.predict) return 2 + Math.max(name.length, column === "step" ? String(run.last).length : LONG);
  const texts = Object.values(run?.columns[column] ?? { step: String(run?.last ?? "") });
  return 2 + texts.reduce((most, text) => Math.max(most, text.replaceAll(" × ", "×").length), name.length);
}

function fillRows(rows: HTMLElement, table: Columns, state: State): void {
  const { run } = state;
  const first = Math.max(0, Math.floor(rows.scrollTop / ROW_PX) - SPARE);
  const known = run.predict ? ofFrame(run.steps, reach(state)) : run.last;
  const end = table.shown ? run.steps.length : known + 1;
  const last = Math.min(end, first + Math.ceil(rows.clientHeight / ROW_PX) + 3 * SPARE);
  const seen = [];
  for (let index = first; index < last; index++) {
    const step = stepOfRow(state, index);
    const isCovered = step === known && holdsBack(state);
    const cells = table.columns.map(([, column]) => {
      if (column === "step") return String(step);
      return isCovered && column.startsWith("dW") ? "" : fill(run, `{${column}}`, step).replaceAll(" × ", "×");
    });
    const line = row(cells, "cell");
    line.style.top = `${index * ROW_PX}px`;
    line.setAttribute("aria-rowindex", String(index + 2));
    if (step === stepOf(state)) line.setAttribute("aria-current", "step");
    seen.push(line);
  }
  for (const spacer of all(rows, ".gdviz-spacer")) spacer.replaceChildren(...seen);
}

function row(cells: readonly string[], role: string): HTMLElement {
  return make(
    "div",
    { className: "gdviz-row", role: "row" },
    ...cells.map((textContent) => make("span", { role, textContent })),
  );
}
