// The track of the learning rate: the zones between the thresholds are the slider.

import { make, unlessScrolled } from "./dom";
import { say } from "./numbers";
import type { Rate } from "./protocol";
import { asksRegime, type State } from "./store";

const APART = 0.13; // of the track: so far from each other numbers have room under their edges
const WAIT_MS = 150; // a key that is held down asks for one run, not for thirty

export class RateTrack {
  #shown = "";
  #box: HTMLElement | null = null;
  #isHeld = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `move` follows the thumb, null when it was let go; `choose` is told where. */
  constructor(
    readonly move: (rate: number | null) => void,
    readonly choose: (rate: number) => void,
  ) {}

  show(box: HTMLElement, state: State): void {
    // Where it is asked what the rate will do, the zones would tell.
    const { rate: whole } = state.run;
    const rate = whole && asksRegime(state) ? { ...whole, zones: [], ticks: [] } : whole;
    const key = JSON.stringify(rate);
    if (!rate || this.#isHeld || this.#timer || (this.#shown === key && this.#box === box && box.firstChild)) return;
    const hadFocus = box.contains(document.activeElement);
    [this.#shown, this.#box] = [key, box];
    const parts = this.#parts(rate);
    box.replaceChildren(...parts);
    if (hadFocus) box.querySelector("input")?.focus({ preventScroll: true });
  }

  /** Moves the thumb by so many of its places; gives the rate there, or null where there is no track. */
  nudge(count: number): string | null {
    const input = this.#box?.isConnected ? this.#box.querySelector("input") : null;
    if (!input) return null;
    input.value = String(Number(input.value) + count);
    input.dispatchEvent(new Event("input"));
    return input.ariaValueText;
  }

  /** Lets go of the thumb. */
  release(): void {
    this.#box?.querySelector("input")?.dispatchEvent(new Event("change"));
  }

  /** It was moved in vain: the next time it is shown with the rate that the run has. */
  forget(): void {
    this.#shown = "";
  }

  destroy(): void {
    clearTimeout(this.#timer);
  }

  #parts({ name, value, rates, zones, ticks, earlier, restart, locked }: Rate): Node[] {
    const told = make("output", { textContent: `η = ${say(value)}` });
    const input = make("input", {
      type: "range",
      min: "0",
      max: String(rates.length - 1),
      step: "1",
      ariaLabel: name,
      ariaValueText: say(value),
      disabled: locked,
    });
    input.value = String(rates.indexOf(value));
    const chosen = (): number => rates[Number(input.value)] ?? value;
    input.oninput = () => {
      this.#isHeld = true;
      told.textContent = `η = ${say(chosen())}`;
      input.ariaValueText = say(chosen());
      this.move(chosen());
    };
    input.onchange = () => {
      this.#isHeld = false;
      this.move(null);
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => {
        this.#timer = undefined;
        this.choose(chosen());
      }, WAIT_MS);
    };
    unlessScrolled(input);
    const strip = make("div", { className: "gdviz-strip", ariaHidden: "true" });
    for (const [zone, start, end] of zones) {
      const part = make("span", { className: `gdviz-${zone}` });
      Object.assign(part.style, { left: percent(start), width: percent(end - start) });
      strip.append(part);
    }
    const scale = make("div", { className: "gdviz-ticks", ariaHidden: "true" });
    const [first = 0, second = 1] = ticks.map(([, share]) => share);
    for (const [i, [text, share]] of ticks.entries()) {
      // Two that are near each other have room to both sides.
      const className = ticks.length < 2 || second - first > APART ? "" : i ? "gdviz-after" : "gdviz-before";
      const tick = make("small", { textContent: text, className });
      tick.style.left = percent(share);
      scale.append(tick);
    }
    const onclick = (): void => {
      this.choose(value);
    };
    const before = make("button", { type: "button", className: "gdviz-earlier", textContent: `${earlier} ✕`, title: restart, ariaLabel: `${earlier}. ${restart}`, onclick });
    return [
      make("div", { className: "gdviz-rate-name" }, make("span", { textContent: name }), ...(earlier ? [before] : []), told),
      make("div", { className: "gdviz-track" }, strip, input),
      scale,
    ];
  }
}

const percent = (share: number): string => `${(100 * share).toFixed(2)}%`;
