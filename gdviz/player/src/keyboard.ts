// What a keyboard needs of the page around the player: a way past what stands before, and few stops.

import { make } from "./dom";
import type { Run } from "./protocol";

// Where the links lead, each of some of the pages.
const RATE = ".gdviz-track input, .st-key-eta input";
const PLAYER = ".gdviz-player:not([hidden]) .gdviz-play";

const OPENED = "[data-testid=stPopoverBody]";

export class Keyboard {
  readonly #links = make("nav", { className: "gdviz-skip" });

  constructor() {
    document.body.prepend(this.#links);
  }

  /** Names what is here in the page's language. */
  show({ player }: Run): void {
    if (this.#links.ariaLabel !== player.skip) {
      this.#links.ariaLabel = player.skip;
      this.#links.replaceChildren(link("rate", player.to_rate, RATE), link("player", player.to_player, PLAYER));
    }
  }

  /** Before the next frame, when the browser works out where everything is in any case. */
  look(): void {
    requestAnimationFrame(() => {
      for (const made of this.#links.querySelectorAll("a")) made.hidden = !document.querySelector(made.dataset.to ?? "");
      letKeysScroll();
    });
  }

  destroy(): void {
    this.#links.remove();
  }

  /** Into what a button has opened, which Streamlit puts at the end of the page, many stops away. */
  takesKey(event: KeyboardEvent): boolean {
    if (event.key !== "Tab" || event.shiftKey) return false;
    const isOpener = document.activeElement?.matches("[data-testid=stPopoverButton][aria-expanded=true]");
    const first = isOpener && document.querySelector<HTMLElement>(`${OPENED} :is(button, input, [tabindex="0"])`);
    if (!first) return false;
    first.focus();
    event.preventDefault();
    return true;
  }
}

function link(name: string, text: string, target: string): HTMLAnchorElement {
  const made = make("a", { href: "#", textContent: text, className: `gdviz-to-${name}` });
  made.dataset.to = target; // where that is not, the link is not there
  made.onclick = (event) => {
    event.preventDefault(); // the address is the state's
    document.querySelector<HTMLElement>(target)?.focus();
  };
  return made;
}

// What is wider than its place can be scrolled without a mouse, too.
function letKeysScroll(): void {
  for (const part of document.querySelectorAll<HTMLElement>(".st-key-figure, .katex-display")) {
    const isWide = part.scrollWidth > part.clientWidth;
    if (isWide === part.hasAttribute("tabindex")) continue;
    if (isWide) part.tabIndex = 0;
    else part.removeAttribute("tabindex");
  }
}
