// Plays a run: slides from frame to frame, and rests at each.
//
// The first steps are as slow as it takes to follow them; a run of any length then is over in about ten seconds.

import { lastFrame, reach, type State, type Store, type Token } from "./store";

export const SLIDE_MS = 800;
export const REST_MS = 400;
const STEP_MS = SLIDE_MS + REST_MS;
const SLOW_STEPS = 3;
const RUN_MS = 10_000;

/** What is played. */
export interface Stage {
  /** Ends when the state's frame is drawn. */
  settle(): Promise<void>;
  /** Moves all that is drawn from the state's frame on its way to the next one. */
  slide(duration: number): Promise<void>;
}

/** Time, and whether the reader wants nothing to move. */
export interface Surroundings {
  sleep(duration: number): Promise<void>;
  isStill(): boolean;
}

// How much faster than the first steps the one from a frame on is played.
function pace(state: State): number {
  const quick = lastFrame(state) - SLOW_STEPS;
  const isSlow = state.frame < SLOW_STEPS;
  return state.speed * (isSlow ? 1 : Math.max(1, (quick * STEP_MS) / (RUN_MS - SLOW_STEPS * STEP_MS)));
}

export class Clock {
  #isStopped = false;

  constructor(
    readonly store: Store,
    readonly stage: Stage,
    readonly surroundings: Surroundings,
  ) {}

  /** From the frame shown, or from the first once the last is. */
  async play(): Promise<void> {
    const { state } = this.store;
    if (state) await this.goOn(this.store.begin(state.frame === lastFrame(state) ? 0 : state.frame));
  }

  /** Plays for as long as nobody else does. */
  async goOn(token: Token): Promise<void> {
    // A slide begins where the step before it is drawn.
    await this.stage.settle();
    for (let state = this.#played(token); state && state.frame < reach(state); state = this.#played(token)) {
      if (this.surroundings.isStill()) await this.surroundings.sleep(SLIDE_MS / pace(state));
      else await this.stage.slide(SLIDE_MS / pace(state));
      state = this.#played(token);
      if (!state) return;
      this.store.goTo(state.frame + 1);
      await Promise.all([this.stage.settle(), this.surroundings.sleep(REST_MS / pace(state))]);
    }
    if (this.#played(token)) this.store.pause();
  }

  /** Shows the step that was just said. */
  async reveal(guess: readonly number[] | null): Promise<void> {
    const token = this.store.sayStep(guess);
    await this.stage.settle();
    const state = this.#played(token);
    if (!state) return;
    if (!this.surroundings.isStill()) await this.stage.slide(SLIDE_MS / state.speed);
    if (this.#played(token)) this.store.jump(state.frame + 1);
  }

  /** What plays goes on no more here. */
  stop(): void {
    this.#isStopped = true;
  }

  // The state, if it is still this token's to play it.
  #played(token: Token): State | null {
    const { state } = this.store;
    return !this.#isStopped && state?.playing === token ? state : null;
  }
}
