// Unpacks what Streamlit's page sends compressed; the file of a light page is compressed as a whole.

import { unzlibSync } from "fflate";

import { opened } from "./sealing";

/** The text of a run, in JSON. */
export const unpacked = (run: Uint8Array): string => new TextDecoder().decode(unzlibSync(opened(run)));
