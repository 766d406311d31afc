// What Python sends the player. Written by gdviz/player/generate.py from protocol.py.

export const CHARACTER = 0.58;
export const TITLE = 2.8;

/**
 * Where one trace is at each frame, and the templates of its labels.
 *
 * ``frame`` says which of the rows each frame shows; without it each frame has its own, or all have
 * the only one. A trace that ``grows`` shows the rows of the frames before.
 */
export interface Keyframes {
  readonly trace: number;
  readonly rows: readonly (readonly (number | null)[])[];
  readonly frame?: readonly number[];
  readonly text?: readonly string[];
  readonly grows?: boolean;
}

/**
 * A curve at each frame: the sum of ``basis`` curves over x, each by its share at that frame.
 *
 * It ends at the height ``most``; ``gaps`` are, for each frame, the points at which there is none.
 */
export interface Curves {
  readonly trace: number;
  readonly x: readonly number[];
  readonly basis: readonly (readonly number[])[];
  readonly shares: readonly (readonly number[])[];
  readonly most: number;
  readonly gaps?: readonly (readonly number[])[];
}

/**
 * A line that stays for a run; ``rests`` are the points of it at which the frames are, if not all.
 */
export interface Line {
  readonly trace: number;
  readonly x: readonly number[];
  readonly y: readonly (number | null)[];
  readonly rests?: readonly number[];
}

/**
 * What is set once a run: lines, and a part of Plotly's layout, by its dotted names.
 */
export interface Fixed {
  readonly lines?: readonly Line[];
  readonly layout: Readonly<Record<string, unknown>>;
}

/**
 * The moving part of one chart: see ``gdviz.charts.animation.Animation``.
 *
 * A leg is the place of each mover at its end, one after another, and its share of the time.
 */
export interface Scene {
  readonly chart: string;
  readonly movers: readonly number[];
  readonly tracks: readonly Keyframes[];
  readonly curves: readonly Curves[];
  readonly keep: readonly number[];
  readonly legs?: readonly (readonly (readonly (number | null)[])[])[];
  readonly glides?: readonly number[];
  readonly variant?: string;
  readonly fixed?: Fixed;
  readonly clickable?: boolean;
  readonly grid?: readonly number[];
  readonly taps?: readonly number[];
  readonly pictures?: readonly string[];
  readonly space?: boolean;
  readonly answers?: readonly number[];
  readonly asides?: readonly number[];
  readonly yields?: readonly number[];
  readonly axes?: readonly (readonly number[])[];
}

/**
 * A network as neurons and lines: see ``gdviz.charts.graph.drawing``.
 *
 * ``weights`` are for each frame, or for all, the flat vector in parts of the ``finest`` th, and
 * ``values`` and ``slopes`` its texts; ``names`` those of the weights, ``neurons`` of the neurons.
 */
export interface Graph {
  readonly sizes: readonly number[];
  readonly names: readonly string[];
  readonly neurons: readonly string[];
  readonly size: readonly number[];
  readonly weights: readonly (readonly number[])[];
  readonly finest: number;
  readonly chosen: readonly number[];
  readonly labels: readonly (readonly string[])[] | null;
  readonly marks: readonly (readonly number[])[] | null;
  readonly ways: readonly string[] | null;
  readonly values: readonly (readonly string[])[] | null;
  readonly slopes: readonly (readonly string[])[] | null;
  readonly maps: readonly string[] | null;
}

/**
 * The rows of a step, and those of the ``last`` one, from which no step leads on.
 *
 * Where there are several weights, each has a column of its own; a row beyond them belongs to all.
 */
export interface WorkedStep {
  readonly rows: readonly (readonly [string, string] | readonly [string, string, string])[];
  readonly last: readonly (readonly [string, string] | readonly [string, string, string])[];
  readonly title: string;
  readonly end: string;
  readonly columns?: number;
}

/**
 * What the columns are called and show; ``shown`` if only the steps shown are rows.
 */
export interface Table {
  readonly name: string;
  readonly columns: readonly (readonly [string, string])[];
  readonly shown?: boolean;
}

export interface Regime {
  readonly zones: readonly (readonly [string, string])[];
  readonly is: string | null;
  readonly told: string;
}

/**
 * A rule's lines, each its letter, whether the next step remembers it, and its tree; its constants by
 * their letters, and the colour of its run, empty for the only one.
 */
export interface HandRule {
  readonly lines: readonly (readonly [string, boolean, unknown])[];
  readonly constants: Readonly<Record<string, number>>;
  readonly color: string;
}

/**
 * What is needed to work out a run from another start or with another rate: see ``hand.py``.
 *
 * The loss and its ``slopes`` are trees over the ``letters``; ``domain`` has the ends of each axis.
 */
export interface Hand {
  readonly letters: readonly string[];
  readonly names: readonly string[];
  readonly domain: readonly (readonly number[])[];
  readonly value: unknown;
  readonly slopes: readonly unknown[];
  readonly start: readonly number[];
  readonly steps: number;
  readonly rules: readonly HandRule[];
  readonly texts: Readonly<Record<string, string>>;
}

/**
 * A line of the worked step: its label, its left side, and its right side as a template of numbers and
 * as a ``tree`` over letters, of which ``operands`` tells whose numbers they are; and what it gives.
 *
 * Numbers are named as in ``worked_step.py``: W, slope, dW, eta, a rule's own; W_2 of the second weight, and
 * those of the next step with a ', as in W'.
 */
export interface ExploredLine {
  readonly label: string;
  readonly letters: string;
  readonly expression: string;
  readonly tree: unknown;
  readonly operands: readonly (readonly [string, string])[];
  readonly result: string;
}

/**
 * A rule with its usual constants: ``given`` are the texts of these, ``names`` those of its letters.
 */
export interface ExploredRule {
  readonly rule: HandRule;
  readonly lines: readonly ExploredLine[];
  readonly given: Readonly<Record<string, string>>;
  readonly names: Readonly<Record<string, string>>;
}

/**
 * The numbers of a chart's traces, by what they are; what it shows of the plane: low, high, bottom, top;
 * where, as shares of it, words stand; and of a curve the magnified view: left, right, low, high.
 */
export interface ExploredChart {
  readonly traces: Readonly<Record<string, number>>;
  readonly view: readonly number[];
  readonly words: readonly number[];
  readonly lens?: readonly number[];
}

/**
 * What a light page makes another run of, where no server is: see ``exploring.py``.
 *
 * The ``rule`` is that of the run, ``steps`` are those shown of one that goes on to the end. The zones of
 * the learning rate ``hold`` for any start, or only for that of the run. ``data`` are the pairs that a line
 * is fitted to, ``ends`` titles of the last step, ``trends`` what becomes of the loss; ``floor`` is that of
 * its lowest minimum, null where it has none, and ``above`` the title of a scale of what is above it.
 */
export interface Explore {
  readonly rule: string;
  readonly rules: Readonly<Record<string, ExploredRule>>;
  readonly steps: readonly number[];
  readonly hold: boolean;
  readonly ends: Readonly<Record<string, string>>;
  readonly loss: string;
  readonly trends: Readonly<Record<string, string>>;
  readonly data: readonly (readonly number[])[];
  readonly floor: number | null;
  readonly above: string;
  readonly charts: Readonly<Record<string, ExploredChart>>;
}

/**
 * Each step is asked for before it is shown: the exact numbers of all k steps, n weights each; and what
 * is needed to go on by a mistaken rule, where the player computes the loss.
 */
export interface Prediction {
  readonly skip: boolean;
  readonly letters: readonly string[];
  readonly spans: readonly number[];
  readonly weights: readonly (readonly number[])[];
  readonly slopes: readonly (readonly number[])[];
  readonly updates: readonly (readonly number[])[];
  readonly rate: number;
  readonly rule: string;
  readonly regime: Regime | null;
  readonly hand?: Hand;
  readonly texts: Readonly<Record<string, string>>;
}

/**
 * A mission, and how it stands.
 */
export interface Mission {
  readonly name: string;
  readonly task: string;
  readonly state: string;
  readonly solved: boolean;
}

/**
 * The track of the learning rate: the rates on it, at even distances, and the one the run has.
 *
 * ``zones`` are what rates do, each from and up to which share of the track it holds, and ``ticks`` the
 * thresholds between them, as text and share. ``earlier`` says which rates held before, ``restart`` that
 * the present one can hold from the start on.
 */
export interface Rate {
  readonly name: string;
  readonly value: number;
  readonly rates: readonly number[];
  readonly zones: readonly (readonly [string, number, number])[];
  readonly ticks: readonly (readonly [string, number])[];
  readonly earlier: string;
  readonly restart: string;
  readonly locked: boolean;
}

/**
 * What is heard of a run: at each frame the slope, to three digits, or where it is not ``sided`` the
 * length of the gradient; and at its end whether it has "arrived" or is "gone", or neither.
 */
export interface Sound {
  readonly slopes: readonly number[];
  readonly sided: boolean;
  readonly end: string;
}

/**
 * The words of the buttons; ``status``, ``position``, ``alt`` and ``graph`` are templates.
 *
 * ``verdict`` is told when the end was seen, ``away`` while no server is there;
 * ``names`` are those of what Streamlit names in English alone.
 */
export interface PlayerTexts {
  readonly name: string;
  readonly first: string;
  readonly back: string;
  readonly play: string;
  readonly pause: string;
  readonly next: string;
  readonly last: string;
  readonly scrub: string;
  readonly speed: string;
  readonly status: string;
  readonly position: string;
  readonly scale: string;
  readonly linear: string;
  readonly log: string;
  readonly share: string;
  readonly home: string;
  readonly picture: string;
  readonly keys: string;
  readonly look: string;
  readonly alt: string;
  readonly verdict: string;
  readonly skip: string;
  readonly to_rate: string;
  readonly to_player: string;
  readonly sound: string;
  readonly away: string;
  readonly names: Readonly<Record<string, string>>;
  readonly graph?: string;
}

/**
 * One run.
 *
 * ``run`` is the same for two whose numbers are; ``link`` is its address, null where there is none;
 * ``steps`` are those shown, a frame each, and ``start`` is the frame to begin with; ``last`` is the
 * run's last step. Where a text in a column is a name in ``constants``, that template stands for it.
 * ``locked`` runs take no start by a click, and of those that ``follow`` the server draws something at
 * each step where the reader rests. One that ``resumes`` may go on with another learning rate. ``story`` is
 * what the present stop says, in parts, each with what it is: see ``gdviz.charts.sentences.story``, and
 * ``chart`` is the one that it speaks of, if not the first.
 */
export interface Run {
  readonly run: string;
  readonly link: Readonly<Record<string, string>> | null;
  readonly steps: readonly number[];
  readonly last: number;
  readonly start: number;
  readonly player: PlayerTexts;
  readonly tools: readonly string[];
  readonly locked: boolean;
  readonly columns: Readonly<Record<string, readonly string[] | Readonly<Record<number, string>>>>;
  readonly constants: Readonly<Record<string, string>>;
  readonly scenes: readonly Scene[];
  readonly worked?: WorkedStep;
  readonly table?: Table;
  readonly graph?: Graph;
  readonly predict?: Prediction;
  readonly summary?: string;
  readonly mission?: Mission;
  readonly story?: readonly (readonly [string, string])[];
  readonly chart?: string;
  readonly rate?: Rate;
  readonly hand?: Hand;
  readonly explore?: Explore;
  readonly sound?: Sound;
  readonly resumes?: boolean;
  readonly follows?: boolean;
}
