// A figure as gdviz/charts makes it for Plotly, so far as what it uses goes: see plotly.com/javascript/reference.

export interface AxisLayout {
  readonly range?: readonly [number, number];
  readonly type?: string;
  readonly domain?: readonly [number, number];
  readonly scaleanchor?: string;
  readonly visible?: boolean;
  readonly showgrid?: boolean;
  readonly gridcolor?: string;
  readonly nticks?: number;
  readonly tickmode?: string;
  readonly dtick?: number;
  readonly tickfont?: { readonly size: number };
  readonly title?: { readonly text?: string; readonly font?: { readonly size: number } };
}

/** What a shape is made of: "M0,1 L2,3 … Z" in the numbers of both axes. */
export interface Shape {
  readonly path: string;
  readonly fillcolor?: string;
  readonly line?: { readonly color: string; readonly width: number };
}

export interface Layout {
  readonly height: number;
  readonly margin: { readonly l: number; readonly r: number; readonly t: number; readonly b: number };
  readonly paper_bgcolor: string;
  readonly font: { readonly color: string };
  readonly xaxis: AxisLayout;
  readonly yaxis: AxisLayout;
  readonly xaxis2?: AxisLayout;
  readonly yaxis2?: AxisLayout;
  readonly shapes?: readonly Shape[];
  readonly images?: readonly { readonly source: string; readonly x: number; readonly y: number; readonly sizex: number; readonly sizey: number }[];
}

/** Numbers in a list, or as the bytes of doubles in base64. */
export type Numbers = readonly (number | null)[] | { readonly bdata: string; readonly dtype: string };

export interface Marker {
  readonly symbol?: string;
  readonly color?: string;
  readonly size?: number | Numbers;
  readonly opacity?: number;
  readonly line?: { readonly color?: string; readonly width?: number };
}

export interface Trace {
  readonly x?: Numbers;
  readonly y?: Numbers;
  readonly xaxis?: string;
  readonly mode?: string;
  readonly line?: { readonly color: string; readonly width: number; readonly dash?: string };
  readonly fill?: string;
  readonly fillcolor?: string;
  readonly opacity?: number;
  readonly marker?: Marker;
  readonly text?: readonly string[] | string;
  readonly textposition?: string;
  readonly textfont?: { readonly color: string; readonly size: number };
  readonly cliponaxis?: boolean;
}

export interface Figure {
  readonly data: readonly Trace[];
  readonly layout: Layout;
}

/** The numbers of a list, in whichever way they came. */
export function listOf(numbers: Numbers | undefined): readonly (number | null)[] {
  if (!numbers) return [];
  if (!("bdata" in numbers)) return numbers;
  const bytes = Uint8Array.from(atob(numbers.bdata), (letter) => letter.charCodeAt(0));
  return [...arrayOf(numbers.dtype, bytes.buffer)];
}

function arrayOf(dtype: string, buffer: ArrayBuffer): Iterable<number> {
  switch (dtype) {
    case "f8":
      return new Float64Array(buffer);
    case "i1":
      return new Int8Array(buffer);
    case "i2":
      return new Int16Array(buffer);
    case "i4":
      return new Int32Array(buffer);
    default:
      throw new Error(`numbers of an unknown type ${dtype}`);
  }
}
