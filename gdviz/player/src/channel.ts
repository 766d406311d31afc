// How a run gets from the component that carries it, run.ts, to the player.
//
// The player's code is sent once a page, a run with every change: so they are two components.

const ARRIVED = "gdviz-run";

/** Tells the server what was chosen. */
export type Tell = (name: string, value: unknown) => void;

interface Carrier {
  readonly place: ParentNode;
  run: Uint8Array;
  change: Tell;
}

declare global {
  interface Window {
    gdvizCarriers?: Carrier[]; // in the order in which they came
    gdvizRun?: Uint8Array;
    gdvizChange?: Tell | undefined;
  }
}

/** A run that is carried at a place of the page; what it returns ends that.
 *
 *  The page that was left may still be there, and mounted once more, when the next one already is: the
 *  carrier that came last has the run, and when it goes the one before.
 */
export function carry(place: ParentNode, run: Uint8Array, change: Tell): () => void {
  const known = (window.gdvizCarriers ??= []).find((carrier) => carrier.place === place);
  if (known) Object.assign(known, { run, change });
  else window.gdvizCarriers.push({ place, run, change });
  deliver();
  return () => {
    window.gdvizCarriers = window.gdvizCarriers?.filter((carrier) => carrier.place !== place) ?? [];
    deliver();
  };
}

function deliver(): void {
  const last = window.gdvizCarriers?.filter(({ place }) => place.isConnected).at(-1);
  if (!last) return;
  window.gdvizChange = last.change;
  if (window.gdvizRun === last.run) return;
  window.gdvizRun = last.run;
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
