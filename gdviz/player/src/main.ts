// The built file: Streamlit takes the default export for its component; the others are for a run in a
// file of its own, and for tests.

export { descend } from "./descent";
export { kindOf } from "./judge";
export { mistaken, parts } from "./mistake";
export { mount as default } from "./mount";
export { about, read, say } from "./numbers";
export { playFile } from "./offline";
export { missingParts } from "./plotly_private";
