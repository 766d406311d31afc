// Expressions that Python sends as trees, worked out in doubles.

/** What the letters of a tree stand for. */
export type Letters = Readonly<Record<string, number>>;

type Operation = (...values: number[]) => number;

const OPERATIONS: Readonly<Record<string, Operation>> = {
  "+": (...values) => values.reduce((a, b) => a + b),
  "-": (a = 0, ...b) => (b.length ? a - (b[0] ?? 0) : -a),
  "*": (...values) => values.reduce((a, b) => a * b),
  "/": (a = 0, b = 1) => a / b,
  "^": (a = 0, b = 1) => power(a, b),
  sqrt: (x = 0) => Math.sqrt(x),
  exp: (x = 0) => Math.exp(x),
  log: (x = 0) => Math.log(x),
  sin: (x = 0) => Math.sin(x),
  cos: (x = 0) => Math.cos(x),
  tan: (x = 0) => Math.tan(x),
  tanh: (x = 0) => Math.tanh(x),
  abs: (x = 0) => Math.abs(x),
  sign: (x = 0) => Math.sign(x),
  sigmoid: (x = 0) => 1 / (1 + Math.exp(-x)),
  step: (x = 0) => (x > 0 ? 1 : 0),
  max: (a = 0, b = 0) => Math.max(a, b),
  min: (a = 0, b = 0) => Math.min(a, b),
};

// A whole power is a product, as of a pencil; JavaScript's own may differ in the last digit.
function power(base: number, exponent: number): number {
  if (!Number.isInteger(exponent) || Math.abs(exponent) > 16) return base ** exponent;
  let product = 1;
  for (let i = 0; i < Math.abs(exponent); i += 1) product *= base;
  return exponent < 0 ? 1 / product : product;
}

/** The number of a tree; NaN where a letter or an operation is unknown. */
export function evaluate(tree: unknown, letters: Letters): number {
  if (typeof tree === "number") return tree;
  if (typeof tree === "string") return letters[tree] ?? NaN;
  const [name, ...parts] = tree as readonly [string, ...unknown[]];
  const operation = Object.hasOwn(OPERATIONS, name) ? OPERATIONS[name] : undefined;
  return operation ? operation(...parts.map((part) => evaluate(part, letters))) : NaN;
}
