// src/channel.ts
var ARRIVED = "gdviz-run";
function deliver(run, change) {
  window.gdvizRun = run;
  window.gdvizChange = change;
  window.dispatchEvent(new Event(ARRIVED));
}

// src/run.ts
function mount({ data, setTriggerValue }) {
  deliver(data, setTriggerValue);
}
export {
  mount as default
};
