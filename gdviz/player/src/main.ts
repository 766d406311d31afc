// The built file: Streamlit takes the default export for its component; the others are for tests.

import { mounting } from "./mount";
import { unpacked } from "./packing";
import { PlotlyRenderer } from "./plotly";

export { descend } from "./descent";
export { kindOf } from "./judge";
export { mistaken, parts } from "./mistake";
export { about, read, say } from "./numbers";
export { missingParts } from "./plotly_private";

export default mounting((store) => new PlotlyRenderer(store.cameras), unpacked);
