// What the player needs of whoever draws a chart: so a second one can stand beside Plotly's.

import type { Picture } from "./scene";

export type Range = readonly [number, number];

/** A chart on the page, as it is drawn. */
export interface Chart {
  readonly element: HTMLElement;
  /** Whether the page still has this drawing. */
  isThere(): boolean;
  /** Draws a picture, at once; whatever moves ends. */
  show(picture: Picture): Promise<void>;
  /** Moves what is drawn from a picture on its way to the next one, in so many milliseconds. */
  animate(from: Picture, to: Picture, duration: number): Promise<void>;
  /** Ends what moves, where it is. */
  stop(): void;
  /** Lets go of the drawing, which stays as it is. */
  destroy(): void;

  /** The ends of both axes. */
  ranges(): readonly [Range, Range];
  /** The place under a point of the window, which may be beyond the axes. */
  placeAt(clientX: number, clientY: number): readonly [number, number];
  /** Where a place is, in pixels from the corner of `overlay`. */
  pixelsOf(x: number, y: number): readonly [number, number];
  /** How high the chart's own curve is, where it has one. */
  heightAt(x: number): number;
  /** Over the drawing, for what is not its own. */
  readonly overlay: HTMLElement;
  /** Draws what moves as if it were far away, and back. */
  fade(isFaded: boolean): void;
  /** Saves the drawing as a PNG. */
  save(name: string): Promise<void>;
}

/** What a chart tells the player. */
export interface Listener {
  /** It was pressed, where the scene shown takes it for a start. */
  onStart(place: readonly number[]): void;
  /** It was pressed, where the scene shown takes it for a pair of own data. */
  onTap(place: readonly number[]): void;
  /** It was drawn anew by the page: what the player drew may be lost, or elsewhere. */
  onRedraw(isLost: boolean): void;
}

export interface Renderer {
  /** A chart of the page by its name; null if it is not drawn yet. */
  find(name: string): HTMLElement | null;
  mount(element: HTMLElement, listener: Listener): Chart;
}
