// Another run on a light page where no server is: from another start, with another rate, or by another rule.
//
// It tells what was worked out here; what a run comes to, and what a rate does from another start, it does not say.

import { about, isShort, read, rounded, say, sayTo, superscript } from "../numbers";
import type { ExploredChart, Hand, Run, Scene } from "../protocol";
import { curveScene, magnifications } from "./curve";
import { cutsScene, fitScene, landscapeScene } from "./landscape";
import { written } from "./lines";
import { slackAt, twins, type Made, type Walk } from "./walk";

const [DIGITS, MOST_DIGITS] = [6, 15] as const;

/** What is chosen of a run. */
export interface Choice {
  readonly rate: number;
  readonly start: readonly number[];
  readonly rule: string;
}

type Numbers = Record<string, number>;
type Columns = Record<string, Record<number, string>>;

/** What a run is made of. */
export const choiceOf = ({ hand, rate, explore }: Run): Choice => ({
  rate: rate?.value ?? hand?.rules[0]?.constants["η"] ?? NaN,
  start: hand?.start ?? [],
  rule: explore?.rule ?? "",
});

/** The run of a choice, in the place of the one that was sent; null where it cannot be made. */
export function explored(sent: Run, choice: Choice): Run | null {
  const { hand, explore } = sent;
  const rule = explore?.rules[choice.rule];
  if (!hand || !explore || !rule) return null;
  const both = twins(hand, rule.rule, choice.start, choice.rate, explore.steps.at(-1) ?? 0);
  if (!both) return null;
  const { walk } = both;
  const last = walk.points.length - 1;
  const steps = [...new Set(explore.steps.map((step) => Math.min(step, last)))];
  const made = { ...both, hand, explore, steps };
  // What is told of a step has numbers of the next one, too; a short table has all.
  const told = sent.table?.shown ? [...new Set(steps.flatMap((step) => [step, step + 1]))] : walk.points.map((_, step) => step);
  const columns = { ...numbers(made, told), ...signs(made), ...trends(made), times: timesOf(made) };
  const { worked, texts } = workedStep(sent, made, choice);
  return {
    ...sent,
    run: JSON.stringify(choice),
    steps,
    last,
    start: 0,
    player: { ...sent.player, verdict: "" },
    columns: { ...columns, ...texts },
    constants: { ...sent.constants, steps: String(last), beyond: walk.beyond ? placeOf(hand.names, walk.beyond) : "" },
    scenes: sent.scenes.map((scene) => sceneOf(scene, made)),
    worked,
    ...(sent.table && { table: { ...sent.table, columns: sent.table.columns.filter(([, column]) => column !== "eta") } }),
    hand: { ...hand, start: choice.start, rules: [{ ...rule.rule, constants: { ...rule.rule.constants, "η": choice.rate } }] },
    ...rateOf(sent, choice),
    summary: "",
    sound: soundOf(walk, steps),
  };
}

const ending = (i: number): string => (i ? `_${i + 1}` : "");

const sign = (...values: readonly number[]): string => (values.every(isShort) ? "=" : "≈");

/** W = 4.99, (W₁, W₂) ≈ (1, 0.333333). */
function placeOf(names: readonly string[], weights: readonly number[]): string {
  const texts = weights.map((weight) => say(weight));
  const [name, place] = names.length === 1 ? [names[0] ?? "", texts.join()] : [`(${names.join(", ")})`, `(${texts.join(", ")})`];
  return `${name} ${sign(...weights)} ${place}`;
}

// --- Numbers -------------------------------------------------------------------------------

const MARGIN = 8; // rounding may be so many times what twins differ by

/** To how many of six digits a number is sure, by its twin and its slack: 0 if all that is seen of it is rounding. */
function sure(value: number, twin: number, slack = 0): number {
  const off = MARGIN * Math.abs(value - twin) + slack;
  return [6, 5, 4, 3, 2, 1].find((digits) => say(value - off, digits) === say(value + off, digits)) ?? 0;
}

// The numbers of steps, as the table has them: of six digits those that are not of rounding.
function numbers({ hand, walk, twin }: Made, told: readonly number[]): Columns {
  const columns: Columns = {};
  for (const step of told) {
    const point = walk.points[step];
    if (!point) continue;
    const [here, there, slack] = [namedAt(walk, step), namedAt(twin, step), slackOf(hand, walk, step)];
    for (const [name, value] of Object.entries({ E: point.loss, ...here })) {
      if (/^(E|W|slope|dW)(_\d+)?$/.test(name)) {
        const other = name === "E" ? twin.points[step]?.loss : there[name];
        (columns[name] ??= {})[step] = sayTo(value, sure(value, other ?? NaN, slack[name]));
      }
    }
  }
  return columns;
}

// How far the loss, the slopes and ΔW of a step may be off, by their names.
function slackOf(hand: Hand, { points, updates }: Walk, step: number): Numbers {
  const point = points[step];
  if (!point) return {};
  const { loss, slopes } = slackAt(hand, point);
  const ofUpdates = slopes.map((slack, i) => {
    const ratio = Math.abs((updates[step]?.[i] ?? 0) / (point.slopes[i] ?? NaN));
    return [`dW${ending(i)}`, Number.isFinite(ratio) ? slack * ratio : 0] as const;
  });
  return { E: loss, ...Object.fromEntries([...slopes.map((slack, i) => [`slope${ending(i)}`, slack] as const), ...ofUpdates]) };
}

// = or ≈ before what charts and titles state of a step, and what they state besides.
function signs({ hand: { names }, walk: { points, updates }, steps }: Made): Columns {
  const columns: Columns = {};
  const put = (name: string, step: number, text: string): void => {
    (columns[name] ??= {})[step] = text;
  };
  for (const step of steps) {
    const point = points[step];
    if (!point) continue;
    put("is_E", step, sign(point.loss));
    put("is_place", step, sign(...point.weights));
    names.forEach((_, i) => {
      const [weight = NaN, slope = NaN, update] = [point.weights[i], point.slopes[i], updates[step]?.[i]];
      put(`is_W${ending(i)}`, step, sign(weight));
      put(`is_slope${ending(i)}`, step, sign(slope));
      put(`down${ending(i)}`, step, say(-slope));
      if (update !== undefined) put(`is_dW${ending(i)}`, step, sign(update));
    });
  }
  return columns;
}

// What becomes of the loss, in digits in which it differs.
function trends({ explore: { trends: words }, walk: { points }, steps }: Made): Columns {
  const columns: Columns = { before: {}, after: {}, trend: {}, change: {} };
  for (const step of steps) {
    const [here = NaN, there] = [points[step]?.loss, points[step + 1]?.loss];
    if (there === undefined) continue;
    const isApart = (digits: number): boolean => say(here, digits) !== say(there, digits);
    const all = Array.from({ length: MOST_DIGITS - DIGITS + 1 }, (_, i) => DIGITS + i);
    const digits = here === there ? DIGITS : (all.find(isApart) ?? MOST_DIGITS);
    const trend = here === there ? "same" : !isApart(digits) ? "nearly" : there < here ? "fell" : "rose";
    const found = { before: say(here, digits), after: say(there, digits), trend: words[trend] ?? "", change: difference(here, there) };
    for (const [name, text] of Object.entries(found)) (columns[name] ??= {})[step] = text;
  }
  return columns;
}

// The size of a difference of two doubles, to as many of six digits as it has.
function difference(one: number, other: number): string {
  const size = Math.abs(one - other);
  const rounding = 2 ** -51 * Math.max(Math.abs(one), Math.abs(other), 1e-290);
  if (size <= rounding) return size === 0 ? "0" : `< ${say(rounding, 1)}`;
  return say(size, Math.max(1, Math.min(DIGITS, Math.trunc(Math.log10(size / rounding)))));
}

// --- The worked step -----------------------------------------------------------------------

function workedStep(sent: Run, { hand, explore, walk, twin, steps }: Made, { rule: id, rate }: Choice) {
  const rule = explore.rules[id];
  const all = rule?.lines ?? [];
  const slopes = all.filter(({ result }) => result.startsWith("slope"));
  const texts: Columns = {};
  for (const step of steps) {
    const isLast = step === walk.points.length - 1;
    const given = { ...rule?.given, eta: say(rate, MOST_DIGITS), "t'": superscript(step + 1) };
    const [here, there] = [walk, twin].map((of) => namedAt(of, step, rule?.names)) as [Numbers, Numbers];
    const slack = slackOf(hand, walk, step);
    const least = Object.fromEntries(Object.entries(here).map(([name, value]) => [name, sure(value, there[name] ?? NaN, slack[name])]));
    const values = { ...here, ...constantsOf(given), eta: rate };
    written(isLast ? slopes : all, values, given, least).forEach(({ label, text }, i) => {
      const name = isLast ? "last" : "row";
      (texts[`label_${name}_${i}`] ??= {})[step] = label;
      (texts[`text_${name}_${i}`] ??= {})[step] = text;
    });
  }
  const rows = (name: string, count: number): [string, string][] =>
    Array.from({ length: count }, (_, i) => [`{label_${name}_${i}}`, `{text_${name}_${i}}`]);
  return {
    texts,
    worked: {
      ...sent.worked,
      title: sent.worked?.title ?? "",
      rows: [...rows("row", all.length), [explore.loss, "E: {before} → {after}  {trend}"] as [string, string]],
      last: rows("last", slopes.length),
      end: explore.ends[walk.end] ?? "",
    },
  };
}

const constantsOf = (given: Readonly<Record<string, string>>): Record<string, number> =>
  Object.fromEntries(Object.entries(given).map(([name, text]) => [name, read(text)]));

// The numbers of a step by their names; what is remembered is 0 before the first.
function namedAt({ points, updates, memories }: Walk, step: number, names: Readonly<Record<string, string>> = {}): Numbers {
  const values: Numbers = {};
  const [here, there] = [points[step], points[step + 1]];
  here?.weights.forEach((weight, i) => {
    const end = ending(i);
    Object.assign(values, { [`W${end}`]: weight, [`slope${end}`]: here.slopes[i] ?? NaN });
    if (!there) return;
    Object.assign(values, { [`dW${end}`]: updates[step]?.[i] ?? NaN, [`W${end}'`]: there.weights[i] ?? NaN });
    for (const [letter, name] of Object.entries(names)) {
      if (letter === "ΔW") continue;
      values[`${name}${end}`] = memories[step - 1]?.[i]?.[letter] ?? 0;
      values[`${name}${end}'`] = memories[step]?.[i]?.[letter] ?? NaN;
    }
  });
  return values;
}

// --- What is drawn and heard ---------------------------------------------------------------

type Maker = (scene: Scene, chart: ExploredChart, made: Made) => Scene;

/** What makes the scene of a chart, by its name. */
const MAKERS: Readonly<Record<string, Maker>> = { curve: curveScene, landscape: landscapeScene, cuts: cutsScene, fit: fitScene };

function sceneOf(scene: Scene, made: Made): Scene {
  const [maker, chart] = [MAKERS[scene.chart], made.explore.charts[scene.chart]];
  return maker && chart ? maker(scene, chart, made) : byStep(scene, made);
}

// How many times a small step is magnified.
function timesOf(made: Made): Record<number, string> {
  const { curve } = made.explore.charts;
  const found = curve ? magnifications(curve, made) : [];
  return Object.fromEntries(found.map(([step, times]) => [step, about(times)]));
}

// The loss at each step: see gdviz/charts/loss_by_step.py.
function byStep(scene: Scene, { explore: { floor: lowest, above }, walk: { points }, steps }: Made): Scene {
  const losses = steps.map((step) => points[step]?.loss ?? NaN);
  const floor = lowest ?? Math.min(...points.map(({ loss }) => loss));
  const isLog = scene.variant === "log";
  // Nearer to the floor the difference is rounding.
  const least = 1e-14 * Math.max(1, Math.abs(floor));
  const y = isLog ? losses.map((loss) => (loss - floor > least ? loss - floor : null)) : losses;
  const last = steps.at(-1) ?? 0;
  const margin = 0.04 * (last || 1);
  const layout = {
    ...scene.fixed?.layout,
    "xaxis.range": [-margin, last + margin],
    "xaxis.tickmode": last <= 10 ? "linear" : "auto",
    "yaxis.range": null,
    "yaxis.autorange": true,
    ...(isLog && floor !== 0 && { "yaxis.title.text": above.replace("{above}", floor > 0 ? `− ${say(floor)}` : `+ ${say(-floor)}`) }),
  };
  return { ...scene, fixed: { lines: [{ trace: scene.fixed?.lines?.[0]?.trace ?? 0, x: steps, y }], layout } };
}

// What a rate does is told of the run that was sent, and of another start where it is the same for all.
function rateOf({ rate, hand, explore }: Run, choice: Choice): Pick<Run, "rate"> {
  if (!rate) return {};
  const isThere = choice.start.every((weight, i) => weight === hand?.start[i]);
  const isTold = choice.rule === explore?.rule && (explore.hold || isThere);
  return { rate: { ...rate, value: choice.rate, earlier: "", ...(isTold ? {} : { zones: [], ticks: [] }) } };
}

function soundOf({ points }: Walk, steps: readonly number[]) {
  const slopes = steps.map((step) => points[step]?.slopes ?? []);
  const sided = slopes[0]?.length === 1;
  const size = (slope: readonly number[]): number => (sided ? (slope[0] ?? 0) : Math.hypot(...slope));
  return { slopes: slopes.map((slope) => Number(rounded(size(slope), 3))), sided, end: "" };
}
