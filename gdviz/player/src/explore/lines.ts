// Lines of arithmetic that hold as they are written: carried out from the digits shown they give the digits shown.
//
// Where no digits are enough a line tells its result alone. See gdviz/core/equations for the full page's.

import { evaluate } from "../expression";
import { isShort, rounded, sayTo, SHORT } from "../numbers";
import type { ExploredLine } from "../protocol";

const [DIGITS, MOST] = [6, 15] as const;
const ROUNDING = 2 ** -51; // relative: of a double that was worked out
const SURE = 1 - 1e-6; // of half a unit of a result's last digit
const NUDGE = 1e-6; // relative, for a slope
const PASSES = 40;

type Numbers = Readonly<Record<string, number>>;

/** A line with its numbers put in. */
export interface Written {
  readonly label: string;
  readonly text: string;
}

/** The lines of one step. ``values`` are the numbers by their names; ``given`` the texts of those that are written
 *  in full, as constants are; ``least`` how many digits are to be seen, where it is not six.
 */
export function written(
  lines: readonly ExploredLine[],
  values: Numbers,
  given: Readonly<Record<string, string>>,
  least: Numbers = {},
): Written[] {
  const digits = new Map<string, number>();
  const most = new Map<string, number>(); // of results of which more digits are not known from what is shown
  const bare = new Set<ExploredLine>(); // those that do not hold, whatever the digits
  const digitsOf = (name: string): number => digits.get(name) ?? least[name] ?? DIGITS;
  const valueOf = (name: string): number => values[name] ?? NaN;
  const isFixed = (name: string): boolean => Object.hasOwn(given, name);
  const known = new Map<string, number>(); // by name and digits, as most are asked for often
  const shown = (name: string): number => {
    if (isFixed(name)) return valueOf(name);
    const key = `${name} ${digitsOf(name)}`;
    const value = known.get(key) ?? (digitsOf(name) > 0 ? Number(rounded(valueOf(name), digitsOf(name))) : 0);
    known.set(key, value);
    return value;
  };
  const resultOf = ({ tree, operands }: ExploredLine, of = shown): number =>
    evaluate(tree, Object.fromEntries(operands.map(([letter, name]) => [letter, of(name)])));
  const gapOf = (line: ExploredLine, of = shown): number => Math.abs(resultOf(line, of) - shown(line.result));
  const holds = (line: ExploredLine): boolean => gapOf(line) <= (SURE / 2) * unit(valueOf(line.result), digitsOf(line.result));

  // More digits for the operands, as far as each matters; whether that is enough.
  const grow = (line: ExploredLine): boolean => {
    const half = unit(valueOf(line.result), digitsOf(line.result)) / 2;
    const names = [...new Set(line.operands.map(([, name]) => name))].filter(
      // Of a short number more digits would be those of rounding.
      (name) => !isFixed(name) && !isShort(valueOf(name)),
    );
    const center = resultOf(line);
    for (let decades = 0; decades <= MOST; decades += 1) {
      let isMore = false;
      for (const name of names) {
        // By how much the result is off, to first order, if this one is off by its own size.
        const weight = Math.abs(resultOf(line, (of) => shown(of) * (of === name ? 1 + NUDGE : 1)) - center) / NUDGE;
        const share = ((2 * half) / weight) * Math.abs(valueOf(name));
        const needed = Math.ceil(powerOf(valueOf(name)) + 1 + decades - Math.log10(share));
        const more = Math.max(digitsOf(name), Math.min(Number.isFinite(needed) ? needed : 0, most.get(name) ?? MOST));
        isMore ||= more > digitsOf(name);
        digits.set(name, more);
      }
      if (isMore && holds(line)) return true;
    }
    return false;
  };

  // Where more digits of the operands are of no use, fewer of the result.
  const settle = (line: ExploredLine): void => {
    const before = [...digits];
    if (grow(line)) return;
    for (let count = digitsOf(line.result) - 1; count > 0; count -= 1) {
      digits.set(line.result, count);
      most.set(line.result, count);
      if (holds(line)) return;
    }
    digits.clear();
    for (const [name, count] of before) digits.set(name, count);
    bare.add(line);
  };

  for (let pass = 0; pass < PASSES; pass += 1) {
    const missing = [...lines].reverse().filter((line) => !bare.has(line) && !holds(line));
    if (!missing.length) break;
    for (const line of missing) if (!holds(line)) settle(line);
  }
  for (const line of lines) if (!holds(line)) bare.add(line);

  const text = (name: string): string => given[name] ?? sayTo(valueOf(name), digitsOf(name));
  const isKnown = (name: string): boolean => {
    const off = Math.abs(shown(name) - valueOf(name));
    return isFixed(name) || off <= (isShort(valueOf(name)) ? SHORT : ROUNDING) * Math.abs(valueOf(name));
  };
  const put = (template: string): string =>
    template.replace(/\{(\()?(\w+)\)?('?)\}/g, (_, wrap: string | undefined, name: string, next: string) => {
      if (name.startsWith("at")) return isKnown(`W${name.slice(2)}`) ? "=" : "≈";
      const number = text(name + next);
      return wrap && /^−|×/.test(number) ? `(${number})` : number;
    });
  return lines.map((line) => {
    const [right, result] = [put(line.expression), text(line.result)];
    const isAlone = bare.has(line) || right === result;
    const is = line.operands.every(([, name]) => isKnown(name)) ? "=" : "≈";
    const gives = isExactly(line, given, text) ? "=" : "≈";
    const end = isAlone ? `${isKnown(line.result) ? "=" : "≈"} ${result}` : `${is} ${right} ${gives} ${result}`;
    return { label: put(line.label), text: `${line.letters} ${end}` };
  });
}

const powerOf = (value: number): number => (value === 0 ? 0 : Number(value.toExponential().split("e")[1]));

// One of the last digit shown.
const unit = (value: number, digits: number): number => 10 ** (powerOf(value) - digits + 1);

// --- Fractions -----------------------------------------------------------------------------

type Fraction = readonly [bigint, bigint];

/** Whether a line's right side, of the numbers as they are written, is exactly what stands as its result. */
function isExactly({ tree, operands, result }: ExploredLine, given: Readonly<Record<string, string>>, text: (name: string) => string): boolean {
  // What is raised is a plain number to Unicode, too.
  const known = new Map(operands.map(([letter, name]) => [letter, fraction(name === "t'" ? lowered(given[name] ?? "") : text(name))]));
  const [value, shown] = [exact(tree, known), fraction(text(result))];
  return Boolean(value && shown && value[0] * shown[1] === shown[0] * value[1]);
}

const lowered = (raised: string): string => raised.normalize("NFKC").replace("−", "-");

// A number as it is written, 1.25 or −3 × 10⁻⁵.
function fraction(text: string): Fraction | null {
  const found = /^(−|-)?(\d+)(?:\.(\d+))?(?: × 10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)|e([+-]?\d+))?$/.exec(text);
  if (!found) return null;
  const [, minus, whole = "", part = "", raised = "", power = "0"] = found;
  const exponent = Number(raised ? lowered(raised) : power);
  const digits = BigInt(whole + part) * (minus ? -1n : 1n);
  const shift = exponent - part.length;
  return shift < 0 ? [digits, 10n ** BigInt(-shift)] : [digits * 10n ** BigInt(shift), 1n];
}

/** The one place at which a function is a fraction, and which one. */
const FRACTIONS: Readonly<Record<string, readonly [number, Fraction]>> = {
  exp: [0, [1n, 1n]],
  log: [1, [0n, 1n]],
  sin: [0, [0n, 1n]],
  cos: [0, [1n, 1n]],
  tan: [0, [0n, 1n]],
  tanh: [0, [0n, 1n]],
  sigmoid: [0, [1n, 2n]],
};

function rootOf(square: bigint): bigint | null {
  const root = BigInt(Math.round(Math.sqrt(Number(square))) || 0);
  return root * root === square ? root : null;
}

// A tree in fractions; null where it leads beyond them.
function exact(tree: unknown, known: ReadonlyMap<string, Fraction | null>): Fraction | null {
  if (typeof tree === "number") return fraction(String(tree));
  if (typeof tree === "string") return known.get(tree) ?? null;
  const [name, ...parts] = tree as readonly [string, ...unknown[]];
  const values = parts.map((part) => exact(part, known));
  const [first, second] = values;
  if (!first || values.some((value) => !value)) return null;
  const all = values as Fraction[];
  const at = FRACTIONS[name];
  if (at) return first[0] === BigInt(at[0]) * first[1] ? at[1] : null;
  if (name === "sqrt") {
    const [p, q] = [rootOf(first[0]), rootOf(first[1])];
    return p !== null && q !== null ? [p, q] : null;
  }
  if (name === "abs") return [first[0] < 0n ? -first[0] : first[0], first[1]];
  if (name === "sign") return [BigInt(Number(first[0] > 0n) - Number(first[0] < 0n)), 1n];
  if (name === "step") return [first[0] > 0n ? 1n : 0n, 1n];
  if (name === "+") return all.reduce(([a, b], [c, d]) => [a * d + c * b, b * d]);
  if (name === "*") return all.reduce(([a, b], [c, d]) => [a * c, b * d]);
  if (name === "-") return second ? [first[0] * second[1] - second[0] * first[1], first[1] * second[1]] : [-first[0], first[1]];
  if (name === "/") return second?.[0] ? [first[0] * second[1], first[1] * second[0]] : null;
  if (name === "^" && second && second[0] % second[1] === 0n) {
    const n = second[0] / second[1];
    if (n > 16n || n < -16n || (n < 0n && !first[0])) return null;
    return n < 0n ? [first[1] ** -n, first[0] ** -n] : [first[0] ** n, first[1] ** n];
  }
  return null;
}
