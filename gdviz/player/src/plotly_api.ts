// What the player uses of Plotly's public functions: see plotly.com/javascript/plotlyjs-function-reference.

import type { TraceData } from "./scene";

export interface Layout {
  images?: { source: string }[];
  margin: { l: number };
  paper_bgcolor: string;
  scene?: { camera?: object };
}

/** An element that Plotly has drawn on. */
export interface PlotElement extends HTMLElement {
  data: TraceData[];
  layout: Layout;
  on(event: string, listener: (change: never) => void): void;
  /** Gone once Plotly has taken its drawing away. */
  removeListener?(event: string, listener: (change: never) => void): void;
}

export interface PlotlyApi {
  newPlot(element: PlotElement, data: object[], layout: object, config: object): Promise<void>;
  animate(
    element: PlotElement,
    frame: { data: readonly TraceData[]; traces: readonly number[] },
    options: object,
  ): Promise<void>;
  restyle(element: PlotElement, update: object, traces: readonly number[]): Promise<void>;
  relayout(element: PlotElement, layout: object): Promise<void>;
  update(element: PlotElement, data: object, layout: object, traces: readonly number[]): Promise<void>;
  redraw(element: PlotElement): Promise<void>;
  downloadImage(element: PlotElement, options: object): Promise<string>;
}

declare global {
  interface Window {
    Plotly?: PlotlyApi;
  }
}

/** Plotly, which the page loads with its first chart. */
export function plotly(): PlotlyApi {
  if (!window.Plotly) throw new Error("Plotly is not loaded");
  return window.Plotly;
}
