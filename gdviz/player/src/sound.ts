// What a run sounds like: each step's slope is a tone, and how the run ends is another.

import { lastFrame, type State } from "./store";

/** A tone, `after` so many seconds; from its frequency it may go `to` another. */
export interface Tone {
  readonly frequency: number;
  readonly to?: number;
  readonly wave: OscillatorType;
  readonly side: number; // from −1, left, to 1, right
  readonly after: number;
  readonly seconds: number;
}

// The slopes from 0.01 to 100 are four octaves, one for each tenfold; a slope of 0 is the lowest tone.
const LOWEST_HZ = 110;
const OCTAVES = 4;
const LOWEST_SLOPE = 0.01;

const STEP_S = 0.16;
const ASIDE = 0.8;

/** Whether a slope is heard higher than another does not depend on the run: slopes of two runs can be compared. */
export function frequencyOf(slope: number): number {
  const octaves = Math.log10(Math.abs(slope) / LOWEST_SLOPE);
  return LOWEST_HZ * 2 ** Math.max(0, Math.min(octaves, OCTAVES));
}

// To one ear or with one loudspeaker the sign is heard, too: by the colour of the tone.
function stepTone(slope: number, isSided: boolean): Tone {
  const sign = isSided ? Math.sign(slope) : 0;
  const wave = sign < 0 ? "square" : "triangle";
  return { frequency: frequencyOf(slope), wave, side: ASIDE * sign, after: 0, seconds: STEP_S };
}

const ENDS: Readonly<Record<string, readonly Tone[]>> = {
  arrived: [
    { frequency: 523, wave: "sine", side: 0, after: 0.2, seconds: 0.15 },
    { frequency: 784, wave: "sine", side: 0, after: 0.35, seconds: 0.35 },
  ],
  gone: [{ frequency: 440, to: 55, wave: "sawtooth", side: 0, after: 0.2, seconds: 0.6 }],
};

/** What the step shown sounds like. */
export function tonesOf(state: State): readonly Tone[] {
  const { sound } = state.run;
  const slope = sound?.slopes[state.frame];
  if (!sound || slope === undefined) return [];
  const end = state.frame === lastFrame(state) ? ENDS[sound.end] : [];
  return [stepTone(slope, sound.sided), ...(end ?? [])];
}

const LOUD = 0.2;
const QUIET = 0.06; // what has many overtones is heard as loud
const SOFTLY_S = 0.01; // so long a tone takes to begin, or it would click

/** Plays what is shown, for as long as the reader wants to hear it. */
export class Sound {
  #context: AudioContext | null = null;

  show(now: State, before: State | null): void {
    if (!now.sound || now.run.run !== before?.run.run) return;
    // Who has just asked for it hears the step shown.
    if (now.frame !== before.frame || !before.sound) for (const tone of tonesOf(now)) this.#play(tone);
  }

  destroy(): void {
    void this.#context?.close();
    this.#context = null;
  }

  #play({ frequency, to, wave, side, after, seconds }: Tone): void {
    this.#context ??= new AudioContext();
    const context = this.#context;
    if (context.state === "suspended") void context.resume();
    const [start, end] = [context.currentTime + after, context.currentTime + after + seconds];
    const [source, volume, place] = [context.createOscillator(), context.createGain(), context.createStereoPanner()];
    source.type = wave;
    source.frequency.setValueAtTime(frequency, start);
    if (to) source.frequency.exponentialRampToValueAtTime(to, end);
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(wave === "square" || wave === "sawtooth" ? QUIET : LOUD, start + SOFTLY_S);
    volume.gain.linearRampToValueAtTime(0, end);
    place.pan.setValueAtTime(side, start);
    source.connect(volume).connect(place).connect(context.destination);
    source.start(start);
    source.stop(end);
  }
}
