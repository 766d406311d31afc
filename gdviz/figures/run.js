// Hands a run to the player. The player's code is sent once a page, this with every change.
export default function ({ data, setTriggerValue }) {
  window.gdvizRun = { data, setTriggerValue };
  window.dispatchEvent(new Event("gdviz-run"));
}
