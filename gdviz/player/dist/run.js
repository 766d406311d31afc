// src/channel.ts
var ARRIVED = "gdviz-run";
function carry(place, run, change) {
  const known = (window.gdvizCarriers ??= []).find((carrier) => carrier.place === place);
  if (known) Object.assign(known, { run, change });
  else window.gdvizCarriers.push({ place, run, change });
  deliver();
  return () => {
    window.gdvizCarriers = window.gdvizCarriers?.filter((carrier) => carrier.place !== place) ?? [];
    deliver();
  };
}
function deliver() {
  const last = window.gdvizCarriers?.filter(({ place }) => place.isConnected).at(-1);
  if (!last) return;
  window.gdvizChange = last.change;
  if (window.gdvizRun === last.run) return;
  window.gdvizRun = last.run;
  window.dispatchEvent(new Event(ARRIVED));
}

// src/run.ts
function mount({ data, parentElement, setTriggerValue }) {
  return carry(parentElement, data, setTriggerValue);
}
export {
  mount as default
};
