// A run in a file of its own: the charts are drawn here, and then found by the same names as on the page.

import { carry } from "./channel";
import { one } from "./dom";
import { mount } from "./mount";
import { plotly, type PlotElement } from "./plotly_api";

interface Figure {
  data: object[];
  layout: object;
}

const json = (id: string): string => one(document, `#gdviz-${id}`).textContent;

export async function playFile(): Promise<void> {
  const figures = JSON.parse(json("figures")) as Record<string, Figure>;
  const config = JSON.parse(json("config")) as object;
  for (const [name, { data, layout }] of Object.entries(figures)) {
    await plotly().newPlot(one(document, `.st-key-${name} > div`) as PlotElement, data, layout, config);
  }
  carry(document.body, new TextEncoder().encode(json("run")), () => undefined);
  mount({ parentElement: document, setTriggerValue: () => undefined });
}
