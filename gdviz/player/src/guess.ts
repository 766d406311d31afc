// Say first, then see: before a step is shown, the reader says where it will lead.
//
// The guess is compared here, in the browser, and neither it nor the tally goes anywhere else.

import { make } from "./dom";
import type { Point } from "./descent";
import { isGood } from "./judge";
import { mistakeOf, told } from "./mistake";
import { about, read, say } from "./numbers";
import type { Prediction } from "./protocol";
import { lastFrame, question, ringPlace, type Question, type State } from "./store";

/** What a reader does in the form. */
export interface Answers {
  moveRing(place: readonly number[]): void;
  sayRegime(zone: string | null): void;
  sayStep(guess: readonly number[] | null): void;
  playMistake(points: readonly Point[]): void;
}

type Texts = Prediction["texts"];

export class Guess {
  #key = "";
  #inputs: HTMLInputElement[] = [];
  #ring: readonly number[] | null = null; // as the inputs have it

  constructor(
    readonly box: HTMLElement,
    readonly answers: Answers,
  ) {}

  show(state: State): void {
    const { run, frame, outcome, asked, tally, seen } = state;
    const asks = question(state);
    const page = document.documentElement;
    page.toggleAttribute("data-gdviz-seen", seen);
    page.toggleAttribute("data-gdviz-asks", asks === "step");
    this.box.hidden = !run.predict || !asks;
    page.toggleAttribute("data-gdviz-predicts", Boolean(run.predict));
    const words = run.predict?.texts.name ?? "";
    const key = [run.run, words, frame, asks, asked, tally.count, outcome?.kind].join(" ");
    if (this.#key !== key) {
      this.#key = key;
      this.box.setAttribute("aria-label", words);
      this.box.replaceChildren(...(run.predict && asks ? this.#parts(state, run.predict, asks) : []));
    }
    if (asks === "step") this.#write(ringPlace(state) ?? []);
  }

  submit(): void {
    this.box.querySelector("form")?.requestSubmit();
  }

  // The ring was moved: the entries follow it, but what is typed stays as it was typed.
  #write(ring: readonly number[]): void {
    const before = this.#ring ?? ring;
    this.#ring = ring;
    this.#inputs.forEach((input, i) => {
      const value = ring[i] ?? NaN;
      if (value !== before[i] && read(input.value) !== value) input.value = say(value);
    });
  }

  #parts(state: State, predict: Prediction, asks: NonNullable<Question>): Node[] {
    if (asks === "outcome") return [...outcomeOf(state, predict), ...this.#mistake(state, predict)];
    if (asks === "step") return [this.#form(state, predict)];
    const { texts, skip, rule, regime } = predict;
    const zones = regime?.zones.map(([zone, name]) =>
      press(name, () => {
        this.answers.sayRegime(zone);
      }),
    );
    const pass = press(
      texts.skip,
      () => {
        this.answers.sayRegime(null);
      },
      "gdviz-quiet",
    );
    return [line(sentence(texts, "regime", { rule })), make("div", {}, ...(zones ?? []), ...(skip ? [pass] : []))];
  }

  // What follows from a mistake is offered where it is soon seen.
  #mistake(state: State, { texts }: Prediction): Node[] {
    const points = mistakeOf(state);
    if (!points.length) return [];
    const way = make("p", { role: "status" });
    const play = press(texts.mistake, () => {
      way.textContent = sentence(texts, "mistaken", { way: told(points) });
      this.answers.playMistake(points);
    });
    return [play, way];
  }

  #form(state: State, predict: Prediction): Node {
    const { texts, letters, skip, rule } = predict;
    const ring = ringPlace(state) ?? [];
    this.#ring = ring;
    this.#inputs = letters.map((letter, i) =>
      make("input", { type: "text", autocomplete: "off", ariaLabel: letter, value: say(ring[i] ?? NaN) }),
    );
    const guess = (): number[] => this.#inputs.map((input) => read(input.value));
    for (const [i, input] of this.#inputs.entries()) {
      input.oninput = () => {
        const value = read(input.value);
        if (Number.isFinite(value)) this.answers.moveRing((this.#ring ?? []).map((w, k) => (k === i ? value : w)));
      };
    }
    // Nothing where a teacher's own question stands above.
    const asked = sentence(texts, letters.length === 1 ? "ask" : "ask_many", { rule, letter: letters[0] ?? "" });
    const complaint = make("p", { className: "gdviz-bad", role: "alert" });
    const pass = press(
      texts.skip,
      () => {
        this.answers.sayStep(null);
      },
      "gdviz-quiet",
    );
    const form = make(
      "form",
      { noValidate: true },
      ...(asked ? [line(asked)] : []),
      ...letters.map((letter, i) => make("label", {}, `${letter} = `, this.#inputs[i] ?? "")),
      make("button", { type: "submit", textContent: texts.guess ?? "" }),
      ...(skip ? [pass] : []),
      complaint,
    );
    form.onsubmit = (event) => {
      event.preventDefault();
      if (guess().every(Number.isFinite)) this.answers.sayStep(guess());
      else complaint.textContent = texts["not-a-number"] ?? "";
    };
    return form;
  }
}

// What came of the last question.
function outcomeOf(state: State, { texts, regime }: Prediction): Node[] {
  const { outcome, tally, frame } = state;
  if (!outcome) return [];
  const { kind, guess, numbers } = outcome;
  const { count, right, distance } = tally;
  const mean = (100 * distance) / Math.max(count, 1);
  const told = {
    count: String(count),
    right: String(right),
    distance: mean < 1000 ? `${about(mean)} %` : `${about(mean / 100)} ×`,
  };
  const className = isGood(kind) ? "gdviz-good" : "gdviz-bad";
  return [
    ...(guess ? [line(sentence(texts, kind === "exact" ? "hit" : "result", numbers), className)] : []),
    ...(kind ? [line(sentence(texts, kind, { told: regime?.told ?? "", ...numbers }), className)] : []),
    ...(count ? [line(sentence(texts, "tally", told), "gdviz-quiet")] : []),
    ...(frame < lastFrame(state) ? [line(sentence(texts, "next"), "gdviz-quiet")] : []),
  ];
}

// A sentence of the present language, with its numbers.
const sentence = (texts: Texts, key: string, numbers: Readonly<Record<string, string>> = {}): string =>
  (texts[key] ?? "").replace(/\{(\w+)\}/g, (whole, name: string) => numbers[name] ?? whole);

const line = (textContent: string, className = ""): HTMLElement => make("p", { textContent, className });

const press = (text: string | undefined, onclick: () => void, className = ""): HTMLElement =>
  make("button", { type: "button", textContent: text ?? "", onclick, className });
