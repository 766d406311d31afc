// Small help with the page's elements.

/** The page's place for a part of what the player shows. */
export const placeOf = (name: string): HTMLElement | null => document.querySelector(`[data-gdviz="${name}"]`);

/** The elements inside, by class or attribute. */
export const all = (root: Element, what: string): HTMLElement[] => [...root.querySelectorAll<HTMLElement>(what)];

/** An element that must be there. */
export function one(root: ParentNode, what: string): HTMLElement {
  const found = root.querySelector<HTMLElement>(what);
  if (!found) throw new Error(`no ${what}`);
  return found;
}

/** A new element with properties and children. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<Omit<HTMLElementTagNameMap[Name], "style">> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

/** What an element is called, for those who see it and those who do not. */
export function label(element: HTMLElement, text: string): void {
  element.setAttribute("aria-label", text);
  element.title = text;
}

/** A touch on a slider that turns into a scroll of the page leaves the slider as it was. */
export function unlessScrolled(slider: HTMLInputElement): void {
  let before = slider.value;
  slider.addEventListener("pointerdown", () => (before = slider.value));
  slider.addEventListener("pointercancel", () => {
    slider.value = before;
    for (const name of ["input", "change"]) slider.dispatchEvent(new Event(name, { bubbles: true }));
  });
}
