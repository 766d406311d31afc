// src/places.ts
function put(all, one, settle) {
  const known = all.find(({ place }) => place === one.place);
  if (known) Object.assign(known, one);
  else all.push(one);
  settle();
  return () => {
    const at = all.findIndex(({ place }) => place === one.place);
    if (at >= 0) all.splice(at, 1);
    settle();
  };
}
var lastOf = (all) => all.filter(({ place }) => place.isConnected).at(-1);

// src/sealing.ts
var LONGEST = 2 ** 20;

// src/channel.ts
var ARRIVED = "gdviz-run";
function carry(place, run, change) {
  return put(window.gdvizCarriers ??= [], { place, run, change }, deliver);
}
function deliver() {
  const last = lastOf(window.gdvizCarriers ?? []);
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
