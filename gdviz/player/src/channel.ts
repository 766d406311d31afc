// How a run gets from the component that carries it, run.ts, to the player.
//
// The player's code is sent once a page, a run with every change: so they are two components.

const ARRIVED = "gdviz-run";

/** Tells the server what was chosen. */
export type Tell = (name: string, value: unknown) => void;

declare global {
  interface Window {
    gdvizRun?: Uint8Array;
    gdvizChange?: Tell | undefined;
  }
}

export function deliver(run: Uint8Array, change?: Tell): void {
  window.gdvizRun = run;
  window.gdvizChange = change;
  window.dispatchEvent(new Event(ARRIVED));
}

/** Another learning rate is asked for: the part of the page that the run belongs to is made anew. */
export const change: Tell = (name, value) => window.gdvizChange?.(name, value);

/** The text of the run that was delivered last, if any. */
export function delivered(): string | null {
  return window.gdvizRun ? new TextDecoder().decode(window.gdvizRun) : null;
}

/** Calls back at each delivery; what it returns ends that. */
export function onDelivery(listen: () => void): () => void {
  window.addEventListener(ARRIVED, listen);
  return () => {
    window.removeEventListener(ARRIVED, listen);
  };
}
