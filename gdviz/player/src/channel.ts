// How a run gets from the component that carries it, run.ts, to the player.
//
// The player's code is sent once a page, a run with every change: so they are two components.

import { lastOf, put } from "./places";

const [ARRIVED, REFUSED] = ["gdviz-run", "gdviz-refused"] as const;

/** Tells the server what was chosen. */
export type Tell = (name: string, value: unknown) => void;

interface Carrier {
  readonly place: Node;
  readonly run: Uint8Array;
  readonly change: Tell;
}

declare global {
  interface Window {
    gdvizCarriers?: Carrier[]; // in the order in which they came
    gdvizRun?: Uint8Array;
    gdvizChange?: Tell | undefined;
  }
}

/** A run that is carried at a place of the page; what it returns ends that. */
export function carry(place: Node, run: Uint8Array, change: Tell): () => void {
  return put((window.gdvizCarriers ??= []), { place, run, change }, deliver);
}

function deliver(): void {
  const last = lastOf(window.gdvizCarriers ?? []);
  if (!last) return;
  window.gdvizChange = last.change;
  if (window.gdvizRun === last.run) return;
  window.gdvizRun = last.run;
  window.dispatchEvent(new Event(ARRIVED));
}

/** Another learning rate is asked for: the part of the page that the run belongs to is made anew. */
export const change: Tell = (name, value) => window.gdvizChange?.(name, value);

/** The run that was delivered last, if any. */
export const delivered = (): Uint8Array | null => window.gdvizRun ?? null;

/** What was asked for cannot be had. */
export function refuse(): void {
  window.dispatchEvent(new Event(REFUSED));
}

/** Calls back at each delivery; what it returns ends that. */
export const onDelivery = (listen: () => void): (() => void) => on(ARRIVED, listen);

/** Calls back when what was asked for cannot be had; what it returns ends that. */
export const onRefusal = (listen: () => void): (() => void) => on(REFUSED, listen);

function on(name: string, listen: () => void): () => void {
  window.addEventListener(name, listen);
  return () => {
    window.removeEventListener(name, listen);
  };
}
