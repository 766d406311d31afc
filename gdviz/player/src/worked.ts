// The worked step: its rows, filled in, each as high as it is at any step of the run.

import { make } from "./dom";
import type { Run, WorkedStep } from "./protocol";
import { ofFrame } from "./scene";
import { holdsBack, type State } from "./store";
import { fill } from "./template";

type Row = WorkedStep["rows"][number];

// Of the letters, as a share of what they are where there is room; and the names on lines of their own, or not.
// The first way with which all rows and what stands below them are seen, else the first with which all rows are.
const SIZES = [1, 0.95, 0.9, 0.85, 0.8, 0.75];
const WAYS = [false, true].flatMap((isDense) => SIZES.map((size) => ({ size, isDense })));

export class Worked {
  #run: Run | null = null;
  #room = ""; // for the box, and which letters there are
  #heights: readonly number[] = [];
  #height = 0; // of all rows
  #isDense = false; // whether each name stands before its equation

  show(box: HTMLElement, state: State): void {
    const { run, frame, known, outcome } = state;
    if (!run.worked) return;
    const { worked } = run;
    // When a step was guessed it is worked out; of one that is asked for only the slope is told.
    const isTold = Boolean(outcome?.guess) && frame === known;
    const step = ofFrame(run.steps, isTold ? frame - 1 : frame);
    const isLast = step >= run.last;
    const isAsked = holdsBack(state) && !isTold;
    this.#measure(box, run, worked);
    const rows = isLast || isAsked ? worked.last : worked.rows;
    const list = listOf(
      worked,
      rows,
      rows.map(([name, equation]) => [fill(run, name, step), fill(run, equation, step)]),
    );
    // At the last step there are fewer rows.
    list.style.minHeight = `${this.#height}px`;
    list.classList.toggle("gdviz-dense", this.#isDense);
    [...list.children].forEach((row, i) => {
      (row as HTMLElement).style.minHeight = `${this.#heights[i] ?? 0}px`;
    });
    // Which leaves room for what the run came to.
    const end = make("p", { className: "gdviz-end-here", textContent: run.player.verdict });
    if (isLast && state.seen && worked.last.length < worked.rows.length) list.append(end);
    box.replaceChildren(make("h2", { textContent: fill(run, isLast ? worked.end : worked.title, step) }), list);
  }

  // How high each row is where its text is longest, so that nothing below it moves from step to step.
  #measure(box: HTMLElement, run: Run, worked: WorkedStep): void {
    const column = columnOf(box);
    // The box of the lesson before may still be there, with letters of another size.
    const room = `${box.className} ${box.clientWidth} ${column?.clientHeight ?? 0} ${fontsLoaded()}`;
    if (this.#run === run && this.#room === room) return;
    [this.#run, this.#room] = [run, room];
    const steps = run.steps.filter((step) => step < run.last);
    const longest = (template: string): string =>
      steps.map((step) => fill(run, template, step)).reduce((a, b) => (b.length > a.length ? b : a), "");
    const texts = worked.rows.map(([name, equation]) => [longest(name), longest(equation)] as const);
    const list = listOf(worked, worked.rows, texts);
    box.replaceChildren(make("h2", { textContent: longest(worked.title) }), list);
    const fits = ({ size, isDense }: (typeof WAYS)[number], end: number): boolean => {
      box.style.setProperty("--size", String(size));
      list.classList.toggle("gdviz-dense", isDense);
      return list.getBoundingClientRect().bottom <= end;
    };
    const bottom = column ? column.getBoundingClientRect().top - column.scrollTop + column.clientHeight : Infinity;
    const above = column ? bottom - roomBelow(box, column) : Infinity;
    if (!WAYS.some((way) => fits(way, above))) WAYS.some((way) => fits(way, bottom));
    // Not in whole pixels: a chart below would be drawn anew for one more or less.
    this.#heights = [...list.children].map((row) => row.getBoundingClientRect().height);
    this.#height = list.getBoundingClientRect().height;
    this.#isDense = list.classList.contains("gdviz-dense");
  }
}

// The column that the box stands in, where that is only so high.
function columnOf(box: HTMLElement): HTMLElement | null {
  const column = box.closest<HTMLElement>(".st-key-side");
  return column && getComputedStyle(column).overflowY === "auto" ? column : null;
}

// What stands below the box in its column needs at least so many pixels.
function roomBelow(box: HTMLElement, column: HTMLElement): number {
  const parts = Array.from(column.children);
  const below = parts.slice(parts.findIndex((part) => part.contains(box)) + 1);
  return below.reduce((sum, part) => sum + (parseFloat(getComputedStyle(part).minHeight) || 0), 0);
}

// How many there are; that all asked for have come is also true before the first is asked for.
const fontsLoaded = (): number => [...document.fonts].filter(({ status }) => status === "loaded").length;

// The rows with a text, of each weight in a column of its own.
function listOf(
  { columns = 1, rows: all }: WorkedStep,
  rows: readonly Row[],
  texts: readonly (readonly [string, string] | readonly string[])[],
): HTMLElement {
  const list = make("dl");
  const each = Math.floor((rows.length - (rows === all ? 1 : 0)) / columns);
  list.style.setProperty("--columns", String(columns));
  if (columns > 1) list.style.setProperty("--rows", String(each));
  rows.forEach(([, , color], i) => {
    const [name = "", equation = ""] = texts[i] ?? [];
    const row = make("div", { hidden: !name }, make("dt", { textContent: name }), make("dd", {}, ...inItalics(equation)));
    if (color) row.style.setProperty("--mark", color);
    row.classList.toggle("gdviz-marked", color !== undefined);
    row.classList.toggle("gdviz-of-all", columns > 1 && i >= each * columns);
    list.append(row);
  });
  return list;
}

// Letters of the formulas are set in italics, as in print.
function inItalics(equation: string): (Node | string)[] {
  return equation
    .split(/([WEη](?![a-z]))/)
    .map((part, i) => (i % 2 ? make("i", { textContent: part }) : part));
}
