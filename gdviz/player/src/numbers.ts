// Numbers as the page writes them, just as gdviz/core/numbers.py does: tests/numbers.json holds both.

/** To so many significant digits, as 1.2345e-6. JavaScript rounds a half up, Python to the even digit. */
export function rounded(value: number, digits: number): string {
  const size = Math.abs(value);
  if (!isNearHalf(size, digits)) return value.toExponential(digits - 1);
  const [exact = "", exponent = ""] = size.toExponential(100).split("e");
  const isHalf = /^50*$/.test(exact.replace(".", "").slice(digits));
  const down = exact.slice(0, digits > 1 ? digits + 1 : 1);
  const isEven = Number(down.at(-1)) % 2 === 0;
  const text = isHalf && isEven ? `${down}e${exponent}` : size.toExponential(digits - 1);
  return value < 0 ? `-${text}` : text;
}

// Whether what is left out begins like a half: the first of its digits are soon had.
const isNearHalf = (size: number, digits: number): boolean => size.toExponential(digits + 1).charAt(digits > 1 ? digits + 1 : 2) === "5";

/** Six significant digits, no idle zeros, and a × 10ⁿ below 10⁻⁴ and from 10⁶ on. */
export function say(value: number, digits = 6): string {
  if (!Number.isFinite(value)) return "∞";
  const [mantissa = "", exponent] = rounded(value, digits).split("e");
  const power = Number(exponent);
  const isPlain = power >= -4 && power < digits;
  const text = isPlain ? Number(`${mantissa}e${power}`).toFixed(digits - 1 - power) : mantissa;
  const shown = (text.includes(".") ? text.replace(/\.?0+$/, "") : text).replace("-", "−");
  return isPlain ? shown : `${shown} × 10${superscript(power)}`;
}

/** The same; to no digit at all it is 0. */
export const sayTo = (value: number, digits: number): string => (digits > 0 ? say(value, digits) : "0");

/** A number that is nearer to what is shown, relative to it, is shown in full. */
export const SHORT = 1e-12;

/** Whether six digits show all of a number. */
export const isShort = (value: number): boolean => Math.abs(Number(rounded(value, 6)) - value) <= SHORT * Math.abs(value);

/** A whole number as it is raised. */
export const superscript = (power: number): string =>
  Array.from(String(power), (c) => "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"["-0123456789".indexOf(c)]).join("");

/** To two significant digits, for what is about so large: 120, 6.2 × 10⁶. */
export const about = (value: number): string => say(Number(rounded(value, 2)));

/** A place of one weight, 4.99, or of more, (4.99, −2). */
export const sayPlace = (place: readonly number[]): string => {
  const texts = place.map((weight) => say(weight));
  return texts.length === 1 ? texts.join() : `(${texts.join(", ")})`;
};

/**
 * What was typed as a number, or NaN: full-width digits, a minus sign, a decimal comma and a power of
 * ten as the page writes it are as good.
 */
export function read(text: string): number {
  const plain = text
    .replace(/10\^?([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)/, "10^$1")
    .normalize("NFKC")
    .replace(/[−–‐ー]/g, "-")
    .replace(",", ".")
    .replace(/\s*[×x*]\s*10\^/i, "e")
    .trim();
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : NaN;
}
