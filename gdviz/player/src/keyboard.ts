// What a keyboard needs of the page around the player: a way past what stands before, and few stops.

import { all, make } from "./dom";
import type { Run } from "./protocol";

// Where the links lead. Which of these a page has is asked in keyboard.css: a link to none is not there.
const RATE = ".gdviz-track input, .st-key-eta input";
const PLAYER = ".gdviz-play";

const STOPS = ".st-key-presets";
const OPENED = "[data-testid=stPopoverBody]";
const WAYS: Readonly<Record<string, (place: number, last: number) => number>> = {
  ArrowLeft: (place) => place - 1,
  ArrowRight: (place) => place + 1,
  Home: () => 0,
  End: (_, last) => last,
};

export class Keyboard {
  readonly #links = make("nav", { className: "gdviz-skip" });
  readonly #listening = new AbortController();
  #isAmongStops = false;

  constructor() {
    document.body.prepend(this.#links);
    document.addEventListener("focusin", this.#onFocus, { signal: this.#listening.signal });
  }

  /** Names what is here in the page's language. */
  show({ player }: Run): void {
    if (this.#links.ariaLabel !== player.skip) {
      this.#links.ariaLabel = player.skip;
      this.#links.replaceChildren(link("rate", player.to_rate, RATE), link("player", player.to_player, PLAYER));
    }
    const group = document.querySelector<HTMLElement>(STOPS);
    if (!group) return;
    group.role = "toolbar";
    group.ariaLabel = player.stops;
    // One that was rested on may have gone.
    const stops = stopsOf(group);
    if (stops.every(({ tabIndex }) => tabIndex < 0)) for (const stop of stops) stop.tabIndex = 0;
  }

  /** Whether a key led from one of the numbered stops to another, or into what its button has opened. */
  takesKey(event: KeyboardEvent): boolean {
    return this.#goesIn(event) || this.#goesOn(event);
  }

  destroy(): void {
    this.#listening.abort();
    this.#links.remove();
  }

  // Streamlit puts what a button opens at the end of the page, many stops away.
  #goesIn(event: KeyboardEvent): boolean {
    if (event.key !== "Tab" || event.shiftKey) return false;
    const isOpener = document.activeElement?.matches("[data-testid=stPopoverButton][aria-expanded=true]");
    const first = isOpener && document.querySelector<HTMLElement>(`${OPENED} :is(button, input, [tabindex="0"])`);
    if (!first) return false;
    first.focus();
    event.preventDefault();
    return true;
  }

  #goesOn(event: KeyboardEvent): boolean {
    const way = WAYS[event.key];
    const { activeElement } = document;
    const group = activeElement?.closest<HTMLElement>(STOPS);
    if (!way || !group || !this.#isAmongStops || event.altKey || event.ctrlKey || event.metaKey) return false;
    const stops = stopsOf(group);
    stops[way(stops.indexOf(activeElement as HTMLElement), stops.length - 1)]?.focus();
    event.preventDefault();
    return true;
  }

  // Who came by a key goes on with the next Tab to what follows the stops. Who pressed one has the player's keys.
  readonly #onFocus = ({ target }: FocusEvent): void => {
    const stop = target instanceof HTMLElement ? target : null;
    const group = stop?.closest<HTMLElement>(STOPS);
    this.#isAmongStops = Boolean(group && stop?.matches(":focus-visible"));
    if (group) for (const other of all(group, "button")) other.tabIndex = other === stop ? 0 : -1;
  };
}

// Streamlit has each button twice, one for phones: those that are seen.
const stopsOf = (group: HTMLElement): HTMLElement[] =>
  all(group, "button").filter((stop) => stop.offsetParent !== null);

function link(name: string, text: string, target: string): HTMLAnchorElement {
  const made = make("a", { href: "#", textContent: text, className: `gdviz-to-${name}` });
  made.onclick = (event) => {
    event.preventDefault(); // the address is the state's
    document.querySelector<HTMLElement>(target)?.focus();
  };
  return made;
}

/** What is wider than its place can be scrolled without a mouse, too. */
export function letKeysScroll(): void {
  for (const part of document.querySelectorAll<HTMLElement>(".st-key-figure, .katex-display")) {
    if (part.scrollWidth > part.clientWidth) part.tabIndex = 0;
    else part.removeAttribute("tabindex");
  }
}
