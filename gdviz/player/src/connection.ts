// While the server cannot be reached the lesson goes on, and says so, in place of Streamlit's words to developers.

import { make } from "./dom";

const [CONNECTION, SCRIPT] = ["data-test-connection-state", "data-test-script-state"] as const;
const WAIT_MS = 3000; // most connections that break are back before
const PATIENCE_MS = 10_000; // for a server that is there again, and should run the page
const ERROR = /^Connection error$/;

type Timer = ReturnType<typeof setTimeout>;

export class Connection {
  readonly #line = make("p", { className: "gdviz-away", role: "status", hidden: true });
  #text = "";
  #away: Timer | undefined; // set while no server is there
  #returning: Timer | undefined; // set while one that is there again has not run the page
  #isRunning = false;
  readonly #observer = new MutationObserver((records) => {
    for (const { type, addedNodes } of records) {
      if (type === "attributes") this.#look();
      else for (const node of addedNodes) if (node instanceof HTMLElement) closeError(node);
    }
  });

  /** `comeBack` has the page run as a whole: a server that is there again may be another one, which knows
   *  nothing of it, and ignores what is changed in a part of it.
   */
  constructor(readonly comeBack: () => unknown) {
    document.body.append(this.#line);
    this.#observer.observe(document.body, { childList: true, subtree: true, attributeFilter: [CONNECTION, SCRIPT] });
  }

  show(text: string): void {
    this.#text = text;
  }

  destroy(): void {
    clearTimeout(this.#away);
    this.#settle();
    this.#observer.disconnect();
    this.#line.remove();
  }

  #look(): void {
    const app = document.querySelector<HTMLElement>(`[${CONNECTION}]`);
    if (app?.getAttribute(CONNECTION) !== "CONNECTED") {
      this.#away ??= setTimeout(() => {
        Object.assign(this.#line, { textContent: this.#text, hidden: false });
      }, WAIT_MS);
    } else if (this.#away !== undefined) {
      clearTimeout(this.#away);
      this.#away = undefined;
      // Until the page has been run nothing may be pressed that would come before that.
      app.inert = true;
      this.#isRunning = false;
      this.#returning = setTimeout(this.#settle, PATIENCE_MS);
      this.comeBack();
    } else if (this.#returning !== undefined) {
      const isRunning = app.getAttribute(SCRIPT) !== "notRunning";
      if (this.#isRunning && !isRunning) this.#settle();
      this.#isRunning = isRunning;
    }
  }

  readonly #settle = (): void => {
    clearTimeout(this.#returning);
    this.#returning = undefined;
    this.#line.hidden = true;
    const app = document.querySelector<HTMLElement>(`[${CONNECTION}]`);
    if (app) app.inert = false;
  };
}

// It stands over the page, which is of use.
function closeError(part: HTMLElement): void {
  const title = part.querySelector("[role=dialog] h2");
  if (!title || !ERROR.test(title.textContent)) return;
  part.style.display = "none";
  title.closest("[role=dialog]")?.querySelector("button")?.click();
}
