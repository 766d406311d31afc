// While the server cannot be reached the lesson goes on, and says so, in place of Streamlit's words to developers.

import { make } from "./dom";

const STATE = "data-test-connection-state";
const WAIT_MS = 3000; // most connections that break are back before
const ERROR = /^Connection error$/;

export class Connection {
  readonly #line = make("p", { className: "gdviz-away", role: "status", hidden: true });
  #text = "";
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #observer = new MutationObserver((records) => {
    for (const { type, addedNodes } of records) {
      if (type === "attributes") this.#look();
      else for (const node of addedNodes) if (node instanceof HTMLElement) closeError(node);
    }
  });

  /** `comeBack` is called when the server is there again: it may be another one, which knows nothing of the page. */
  constructor(readonly comeBack: () => void) {
    document.body.append(this.#line);
    this.#observer.observe(document.body, { childList: true, subtree: true, attributeFilter: [STATE] });
  }

  show(text: string): void {
    this.#text = text;
  }

  destroy(): void {
    clearTimeout(this.#timer);
    this.#observer.disconnect();
    this.#line.remove();
  }

  #look(): void {
    const isAway = document.querySelector(`[${STATE}]:not([${STATE}="CONNECTED"])`) !== null;
    if (!isAway) {
      if (this.#timer === undefined) return;
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.#line.hidden = true;
      this.comeBack();
    } else
      this.#timer ??= setTimeout(() => {
        Object.assign(this.#line, { textContent: this.#text, hidden: false });
      }, WAIT_MS);
  }
}

// It stands over the page, which is of use.
function closeError(part: HTMLElement): void {
  const title = part.querySelector("[role=dialog] h2");
  if (!title || !ERROR.test(title.textContent)) return;
  part.style.display = "none";
  title.closest("[role=dialog]")?.querySelector("button")?.click();
}
