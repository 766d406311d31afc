// The sentence of a stop of the story: a number in it that can vary is dragged, or moved by arrow keys.

import { make } from "./dom";

const PIXELS = 6; // a step of the value for so many
const WAIT_MS = 400; // after the last arrow key
const WAYS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 };
const NAMES: Readonly<Record<string, string>> = { eta: "η", w: "W" };

/** What a number changes: both where it can be changed now, or neither. */
export interface Control {
  /** Moves it by so many of its steps, and gives its text then; null where it cannot be changed. */
  nudge(count: number): string | null;
  /** Makes it what it was moved to. */
  release(): void;
}

export class Sentence {
  #shown = "";
  #held: { control: Control; x: number; steps: number } | null = null;
  #isKeyed = false; // moved by keys, which it has again after the page was built anew
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Of each field that a sentence may show, what changes it. */
  constructor(readonly controls: Readonly<Record<string, Control>>) {}

  show(box: HTMLElement, parts: readonly (readonly [string, string])[]): void {
    const shown = JSON.stringify(parts);
    const isThere = box.dataset.shown === shown && this.#shown === shown;
    if (isThere || this.#held) return;
    this.#shown = box.dataset.shown = shown;
    const { activeElement } = document;
    const hadFocus = box.contains(activeElement) || (this.#isKeyed && activeElement === document.body);
    box.replaceChildren(...parts.map(([text, kind]) => this.#part(text, kind)));
    if (hadFocus) box.querySelector<HTMLElement>(".gdviz-number")?.focus({ preventScroll: true });
    this.#isKeyed = false;
  }

  destroy(): void {
    clearTimeout(this.#timer);
  }

  #part(text: string, kind: string): Node | string {
    const control = this.controls[kind];
    if (control) return this.#number(text, kind, control);
    return kind ? make("strong", { textContent: text }) : text;
  }

  #number(text: string, field: string, control: Control): HTMLElement {
    const number = make("span", {
      className: `gdviz-number gdviz-${field}`,
      textContent: text,
      tabIndex: 0,
      role: "slider",
      ariaLabel: NAMES[field] ?? field,
    });
    const say = (value: string): void => {
      number.textContent = number.ariaValueText = value;
      number.ariaValueNow = value.replace("−", "-");
    };
    say(text);
    const nudge = (count: number): void => {
      const value = control.nudge(count);
      if (value !== null) say(value);
    };
    number.onpointerdown = (event) => {
      if (!event.isPrimary || event.button !== 0) return;
      number.setPointerCapture(event.pointerId);
      this.#held = { control, x: event.clientX, steps: 0 };
    };
    number.onpointermove = (event) => {
      if (!this.#held) return;
      const steps = Math.round((event.clientX - this.#held.x) / PIXELS);
      if (steps !== this.#held.steps) nudge(steps - this.#held.steps);
      this.#held.steps = steps;
    };
    number.onpointerup = number.onpointercancel = () => {
      const moved = this.#held?.steps;
      this.#held = null;
      if (moved) control.release();
    };
    number.onkeydown = (event) => {
      const way = WAYS[event.key];
      if (!way || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      this.#isKeyed = true;
      nudge(event.shiftKey ? 10 * way : way);
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => {
        control.release();
      }, WAIT_MS);
    };
    return number;
  }
}
