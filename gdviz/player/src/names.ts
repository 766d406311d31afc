// The page's language, and what Streamlit says of its own parts, in English alone, in it.

import type { Run } from "./protocol";

const ATTRIBUTES = ["aria-label", "placeholder"] as const;
const NAMED = ATTRIBUTES.map((attribute) => `[${attribute}]`).join();
// What it writes or has read out.
const WRITTEN = "[data-testid=InputInstructions] span, [data-testid$=Dropdown] span, [role=log] div";

// By the keys of their texts; what stands in parentheses is {what} there.
const ENGLISH: readonly (readonly [string, RegExp])[] = [
  ["increment", /^Increment$/],
  ["decrement", /^Decrement$/],
  ["open", /^Open$/],
  ["close", /^(?:Close|Dismiss)$/],
  ["choose", /^Choose an option$/],
  ["chosen", /^Selected values$/],
  ["clear", /^Clear all$/],
  ["copy", /^Copy to clipboard$/],
  ["help", /^Help for (.*)$/],
  ["remove", /^Remove (.*)$/],
  ["none", /^No results$/],
  ["count", /^(\d+) options? available\.$/],
  ["apply", /^Press (.*Enter) to apply$/],
];

type Words = Run["player"]["names"];

/** The same of a part in these words. */
export function named(text: string, words: Words): string {
  for (const [key, english] of ENGLISH) {
    const found = english.exec(text);
    if (found) return (words[key] ?? text).replace("{what}", () => found[1] ?? "");
  }
  return text;
}

// What was named here, also by a player before this one: what it was called, and what it is.
const known = new WeakMap<Element, readonly [string, string]>();

export class Names {
  #words: Words = {};
  readonly #observer = new MutationObserver((records) => {
    for (const { target, addedNodes, type } of records) {
      if (target instanceof Text) this.#write(target);
      else if (type === "attributes") this.#name(target as Element);
      else for (const node of addedNodes) if (node instanceof HTMLElement) this.#nameAll(node);
    }
  });

  constructor() {
    const attributeFilter = [...ATTRIBUTES];
    const all = { childList: true, subtree: true, characterData: true, attributeFilter };
    this.#observer.observe(document.body, all);
  }

  show({ link, player: { names } }: Run): void {
    const page = document.documentElement;
    // Written again it would have the browser work out the style of the whole page.
    if (link?.lang && page.lang !== link.lang) page.lang = link.lang;
    const isKnown = Object.entries(names).every(([key, text]) => this.#words[key] === text);
    this.#words = names;
    if (!isKnown) this.#nameAll(document.body);
  }

  destroy(): void {
    this.#observer.disconnect();
  }

  #nameAll(part: HTMLElement): void {
    for (const element of [part, ...part.querySelectorAll(NAMED)]) this.#name(element);
    for (const { firstChild } of [part, ...part.querySelectorAll(WRITTEN)]) {
      if (firstChild instanceof Text) this.#write(firstChild);
    }
  }

  #write(text: Text): void {
    if (!text.parentElement?.matches(WRITTEN)) return;
    put(text.data, named(text.data, this.#words), (to) => {
      text.data = to;
    });
  }

  #name(element: Element): void {
    for (const attribute of ATTRIBUTES) {
      const now = element.getAttribute(attribute);
      if (now === null) continue;
      const [before, ours] = known.get(element) ?? [];
      const english = before !== undefined && now === ours ? before : now;
      const name = named(english, this.#words);
      if (name === english && now === english) continue;
      known.set(element, [english, name]);
      put(now, name, (to) => {
        element.setAttribute(attribute, to);
      });
    }
  }
}

// What is there already is left alone, or it would be looked at again and again.
function put(now: string, to: string, write: (to: string) => void): void {
  if (now !== to) write(to);
}
