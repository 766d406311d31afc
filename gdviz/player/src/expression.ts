// Expressions that Python sends as trees, worked out in doubles.

/** What the letters of a tree stand for. */
export type Letters = Readonly<Record<string, number>>;

type Operation = (a: number, b: number) => number;

const OPERATIONS: Readonly<Record<string, Operation>> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
  "^": power,
  sqrt: Math.sqrt,
  exp: Math.exp,
  log: Math.log,
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  tanh: Math.tanh,
  abs: Math.abs,
  sign: Math.sign,
  sigmoid: (x) => 1 / (1 + Math.exp(-x)),
  step: (x) => (x > 0 ? 1 : 0),
  max: (a, b) => Math.max(a, b),
  min: (a, b) => Math.min(a, b),
};

// A whole power is a product, rounded once, as C has it; JavaScript's own may differ in the last digit.
function power(base: number, exponent: number): number {
  const times = Math.abs(exponent);
  if (!Number.isInteger(exponent) || times > 16) return base ** exponent;
  let [high, low] = [1, 0];
  for (let i = 0; i < times; i += 1) {
    const product = high * base;
    low = low * base + rest(high, base, product);
    high = product + low;
    low -= high - product;
  }
  if (!Number.isFinite(high + low)) return exponent < 0 ? 1 / base ** times : base ** times;
  return exponent < 0 ? 1 / high : high;
}

// What a rounded product leaves out (Dekker 1971).
function rest(a: number, b: number, product: number): number {
  const [[a1, a2], [b1, b2]] = [halves(a), halves(b)];
  return a2 * b2 - (product - a1 * b1 - a2 * b1 - a1 * b2);
}

function halves(a: number): [number, number] {
  const wide = 134217729 * a; // 2²⁷ + 1
  const high = wide - (wide - a);
  return [high, a - high];
}

/** Whose last digit is not the same everywhere. */
const ROUNDED: ReadonlySet<string> = new Set(["^", "exp", "log", "sin", "cos", "tan", "tanh", "sigmoid"]);

/** The number of a tree; NaN where a letter or an operation is unknown.
 *
 *  With a ``slip`` all that may be rounded otherwise elsewhere is off by so much, relative to it.
 */
export function evaluate(tree: unknown, letters: Letters, slip = 0): number {
  if (typeof tree === "number") return tree;
  if (typeof tree === "string") return letters[tree] ?? NaN;
  const [name, first, second] = tree as readonly [string, unknown, unknown?];
  const operation = Object.hasOwn(OPERATIONS, name) ? OPERATIONS[name] : undefined;
  if (!operation) return NaN;
  const a = evaluate(first, letters, slip);
  const isOfOne = second === undefined;
  const value = name === "-" && isOfOne ? -a : operation(a, isOfOne ? NaN : evaluate(second, letters, slip));
  return slip && ROUNDED.has(name) && !isShort(value) ? value * (1 + slip) : value;
}

const NONE = [NaN, 0] as const;

/** The number of a tree, and how far off it may be elsewhere, if each rounding there is off by a slip (Higham, Accuracy
 *  and Stability of Numerical Algorithms, 3.3).
 */
export function measured(tree: unknown, letters: Letters, slip: number): readonly [number, number] {
  if (!Array.isArray(tree)) return [evaluate(tree, letters), 0];
  const [name, ...parts] = tree as [string, ...unknown[]];
  const found = parts.map((part) => measured(part, letters, slip));
  const value = evaluate(tree, letters);
  const [[a, offA], [b, offB]] = [found[0] ?? NONE, found[1] ?? NONE];
  const all = found.reduce((sum, [, off]) => sum + off, 0);
  const off: Readonly<Record<string, () => number>> = {
    "*": () => found.reduce((sum, [factor, of]) => sum + (of ? Math.abs(value / factor) * of : 0), 0),
    "/": () => (offA + Math.abs(value) * offB) / Math.abs(b),
    "^": () => (offA ? Math.abs((b * value) / a) * offA : 0) + (offB ? Math.abs(value * Math.log(Math.abs(a))) * offB : 0),
    sqrt: () => (offA ? offA / (2 * value) : 0),
    exp: () => value * offA,
    log: () => offA / Math.abs(a),
    tan: () => (1 + value * value) * offA,
    sign: () => 0,
    step: () => 0,
  };
  const carried = (off[name] ?? (() => all))();
  return [value, carried + (ROUNDED.has(name) && !isShort(value) ? slip * Math.abs(value) : 0)];
}

// Whether a number has so few digits that nothing of it was rounded away.
const isShort = (value: number): boolean => Math.fround(value) === value;
