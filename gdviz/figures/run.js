// Hands a run to the player. The player's code is sent once a page, this with every change.
export default function ({ data }) {
  window.gdvizRun = data;
  window.dispatchEvent(new Event("gdviz-run"));
}
