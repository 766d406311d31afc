// What the page shows: a run, a step of it, and what the reader chose. All else follows from it.
//
// A run that is asked about is known up to a frame only: each step is said before it is shown.

import { about, say, sayPlace } from "./numbers";
import { ahead, isGood, kindOf, norm, sum, type Step } from "./judge";
import type { Prediction, Run, Scene } from "./protocol";
import { ofFrame, type Picture } from "./scene";

export type Variant = "linear" | "log";

/** Who plays: while another one does, or none, the loop that holds it is over. */
export type Token = symbol;

/** What came of a question: of a guess, of a choice, or, if it was skipped, nothing. */
export interface Outcome {
  readonly kind: string | null;
  readonly guess: readonly number[] | null;
  readonly numbers: Readonly<Record<string, string>>;
}

export interface State {
  readonly run: Run;
  readonly frame: number;
  readonly playing: Token | null;
  readonly variant: Variant; // of the scale of the loss
  readonly speed: number;
  readonly sound: boolean; // whether steps are heard
  readonly known: number; // the last frame that has been shown
  readonly seen: boolean; // whether the last frame has been shown
  readonly saidRegime: boolean; // whether it was asked what the rate will do
  readonly outcome: Outcome | null; // of the last question, until the next one is asked
  readonly ring: readonly number[] | null; // where the reader has moved the ring of the guess
  readonly asked: number; // how many questions have been opened
  readonly tally: { readonly count: number; readonly right: number; readonly distance: number };
}

// --- What follows from a state ------------------------------------------------------------

export const lastFrame = ({ run }: State): number => run.steps.length - 1;

export const stepOf = ({ run, frame }: State): number => ofFrame(run.steps, frame);

/** The furthest frame that may be shown. */
export const reach = (state: State): number => (state.run.predict ? state.known : lastFrame(state));

/** Whether the step from the frame shown is still to be said. */
export const holdsBack = (state: State): boolean =>
  Boolean(state.run.predict) && state.frame >= state.known && state.frame < lastFrame(state);

/** Whether it is still to be said what the learning rate will do. */
export const asksRegime = ({ run, saidRegime }: State): boolean => Boolean(run.predict?.regime) && !saidRegime;

/** What is asked, or told of the last answer. */
export type Question = "regime" | "step" | "outcome" | null;

export function question(state: State): Question {
  if (holdsBack(state)) {
    if (asksRegime(state)) return "regime";
    if (!state.outcome) return "step";
  }
  return state.outcome && state.frame === state.known ? "outcome" : null;
}

/** The exact step from the frame shown, of a run that is asked about. */
export function exactStep(state: State, { weights, slopes, updates, rate }: Prediction): Step {
  const step = stepOf(state);
  const of = (rows: readonly (readonly number[])[]): readonly number[] => rows[step] ?? [];
  return { weights: of(weights), slope: of(slopes), update: of(updates), rate };
}

/** Where the ring of the guess is: before a reader moves it, at the point; once it was said, where it was. */
export function ringPlace(state: State): readonly number[] | null {
  const { predict } = state.run;
  if (!predict) return null;
  if (question(state) === "step") return state.ring ?? exactStep(state, predict).weights;
  return state.frame === state.known ? (state.outcome?.guess ?? null) : null;
}

export const scenes = ({ run, variant }: State): Scene[] =>
  run.scenes.filter((scene) => !scene.variant || scene.variant === variant);

export const picture = (state: State, scene: Scene, frame = state.frame): Picture => ({
  run: state.run,
  scene,
  frame,
  known: reach(state),
});

// --- What changes it ----------------------------------------------------------------------

type Listener = (now: State, before: State | null) => void;

const atFirst = {
  playing: null,
  variant: "linear",
  speed: 1,
  sound: false,
  outcome: null,
  ring: null,
  asked: 0,
  tally: { count: 0, right: 0, distance: 0 },
} as const satisfies Partial<State>;

export class Store {
  state: State | null = null;
  /** The tally that a first run goes on from. */
  tally: State["tally"] | null = null;
  /** From where the reader looks at a chart in space, by the chart's name. */
  readonly cameras = new Map<string, object>();
  /** Whether the address that the page was opened with has been completed. */
  isAddressed = false;
  #source = "";
  readonly #listeners = new Set<Listener>();

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** A run as it is sent; null if it is the one that came last. */
  receive(source: string): Run | null {
    if (source === this.#source) return null;
    this.#source = source;
    return JSON.parse(source) as Run;
  }

  /** The same run in other words keeps its place, and goes on playing. */
  load(run: Run): void {
    const before = this.state;
    if (before?.run.run === run.run) this.#set({ ...before, run });
    else {
      const quiz = { known: run.start, seen: false, saidRegime: run.start > 0, outcome: null, ring: null };
      const tally = this.tally && !before ? { tally: this.tally } : {};
      this.#set({ ...atFirst, ...tally, ...before, ...quiz, run, frame: run.start, playing: null });
    }
  }

  /** A run that is another one from the frame shown on. */
  resume(run: Run): void {
    this.#change(() => ({ run, seen: false, playing: null }));
  }

  /** A frame, or the nearest that may be shown. */
  goTo(frame: number): void {
    this.#change(() => ({ frame }));
  }

  /** The same, and what plays stops. */
  jump(frame: number): void {
    this.#change(() => ({ frame, playing: null }));
  }

  /** Who begins to play, from a frame. */
  begin(frame: number): Token {
    const playing = Symbol("playing");
    this.#change(() => ({ frame, playing }));
    return playing;
  }

  pause(): void {
    this.#change(() => ({ playing: null }));
  }

  choose(variant: Variant): void {
    this.#change(() => ({ variant, playing: null }));
  }

  setSpeed(speed: number): void {
    this.#change(() => ({ speed }));
  }

  setSound(sound: boolean): void {
    this.#change(() => ({ sound }));
  }

  /** Opens the next question. */
  ask(): void {
    this.#change(({ asked }) => ({ outcome: null, ring: null, asked: asked + 1 }));
  }

  moveRing(ring: readonly number[]): void {
    this.#change(() => ({ ring }));
  }

  /** What the learning rate will do; null skips the question. */
  sayRegime(zone: string | null): void {
    this.#change(({ run, asked }) => {
      if (zone === null) return { saidRegime: true, outcome: null, ring: null, asked: asked + 1 };
      const kind = zone === run.predict?.regime?.is ? "regime_right" : "regime_wrong";
      return { saidRegime: true, outcome: { kind, guess: null, numbers: {} } };
    });
  }

  /** A guess of the step from the frame shown, null for none; the step is known from here on. */
  sayStep(guess: readonly number[] | null): Token {
    const playing = Symbol("playing");
    this.#change((state) => {
      const { known, tally, run } = state;
      const shown = { known: known + 1, playing };
      if (!guess || !run.predict) return { ...shown, outcome: { kind: null, guess: null, numbers: {} } };
      const step = exactStep(state, run.predict);
      const [kind, truth, size] = [kindOf(guess, step), ahead(step), norm(step.update)];
      const distance = norm(sum(guess, truth, -1));
      const ratio = norm(sum(guess, step.weights, -1)) / size;
      const numbers = {
        guess: sayPlace(guess),
        truth: sayPlace(truth),
        distance: say(distance),
        times: about(Math.max(ratio, 1 / ratio)),
      };
      return {
        ...shown,
        outcome: { kind, guess, numbers },
        tally: {
          count: tally.count + 1,
          right: tally.right + Number(isGood(kind)),
          distance: tally.distance + (size ? distance / size : 0),
        },
      };
    });
    return playing;
  }

  #change(change: (state: State) => Partial<State>): void {
    if (this.state) this.#set({ ...this.state, ...change(this.state) });
  }

  #set(next: State): void {
    const before = this.state;
    const frame = Math.max(0, Math.min(next.frame, reach(next)));
    this.state = { ...next, frame, seen: next.seen || frame === lastFrame(next) };
    for (const listener of this.#listeners) listener(this.state, before);
  }
}
