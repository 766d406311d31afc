// The buttons, the slider and what stands beside them.

import { all, label, one, placeOf, unlessScrolled } from "./dom";
import type { Run } from "./protocol";
import { ofFrame } from "./scene";
import { lastFrame, reach, stepOf, type State } from "./store";
import { fill } from "./template";

export type Action = "first" | "back" | "play" | "next" | "last" | "sound" | "picture" | "home" | "share" | "look";

const NAMED = ["first", "back", "next", "last", "sound"] as const;

export interface Controls {
  act(action: Action): void;
  seek(frame: number): void;
  setSpeed(speed: number): void;
}

/** What is shown of a run, in words. */
export const positionOf = (state: State): string => fill(state.run, state.run.player.position, stepOf(state));

export class Panel {
  readonly #scrub: HTMLInputElement;
  readonly #speed: HTMLSelectElement;
  #dressed: Run | null = null;
  #stop = "";
  #arrived = ""; // the run with which the stop came

  constructor(
    readonly root: HTMLElement,
    readonly controls: Controls,
  ) {
    this.#scrub = one(root, ".gdviz-scrub") as HTMLInputElement;
    this.#speed = one(root, ".gdviz-speed") as HTMLSelectElement;
    root.onclick = ({ target }) => {
      const pressed = (target as Element).closest<HTMLElement>("[data-do]");
      if (pressed) controls.act(pressed.dataset.do as Action);
    };
    this.#scrub.oninput = () => {
      controls.seek(Number(this.#scrub.value));
    };
    unlessScrolled(this.#scrub);
    this.#speed.onchange = () => {
      controls.setSpeed(Number(this.#speed.value));
    };
  }

  show(state: State): void {
    const { run, frame, playing } = state;
    if (this.#dressed !== run) this.#dress(run);
    this.#scrub.max = String(lastFrame(state));
    this.#scrub.value = String(frame);
    this.#scrub.setAttribute("aria-valuetext", positionOf(state));
    this.#speed.value = String(state.speed);
    one(this.root, ".gdviz-status").textContent = fill(run, run.player.status, stepOf(state));
    // Who only hears the page is told of each step, but not of those that are gone before they are said.
    if (!playing) one(this.root, ".gdviz-said").textContent = this.#told(state);
    this.#showEnd(state);
    this.root.toggleAttribute("data-playing", playing !== null);
    this.root.hidden = lastFrame(state) === 0;
    label(this.#button("play"), playing ? run.player.pause : run.player.play);
    for (const name of ["first", "back"] as const) this.#button(name).disabled = frame === 0;
    this.#button("next").disabled = frame === lastFrame(state);
    this.#button("last").disabled = frame === reach(state);
    const sound = this.#button("sound");
    sound.ariaPressed = String(state.sound);
    sound.hidden = !run.sound;
    for (const tool of all(this.root, ".gdviz-tools button:not([data-do=sound])")) {
      const name = tool.dataset.do ?? "";
      // What can be taken home has all the answers in it.
      const tells = name === "home" && run.predict && !run.predict.skip && state.known < lastFrame(state);
      tool.hidden = Boolean(tells) || !run.tools.includes(name);
    }
  }

  // Where the run is, and what is new with it: the stop of the story it was sent for, and how it ended.
  #told(state: State): string {
    const { run, frame, seen } = state;
    const stop = run.link?.stop ?? "";
    if (stop !== this.#stop) [this.#stop, this.#arrived] = [stop, run.run];
    const isNew = this.#arrived === run.run && frame === run.start;
    const story = isNew ? (run.story ?? []).map(([text]) => text).join("") : "";
    const end = seen && frame === lastFrame(state) ? run.player.verdict : "";
    return [story, positionOf(state), end].filter(Boolean).join(" ");
  }

  // On the projector, where no worked step has room for it, the end is said in the line below the buttons.
  #showEnd(state: State): void {
    const { run, frame, seen } = state;
    const end = seen && frame === lastFrame(state) && !placeOf("worked") ? run.player.verdict : "";
    const line = one(this.root, ".gdviz-keys");
    line.classList.toggle("gdviz-ended", Boolean(end));
    // How the page looks can be changed where there is one.
    line.textContent = end || (run.link ? run.player.keys + run.player.look : run.player.keys);
  }

  // For whoever waits until all charts are there and drawn.
  markDrawn(isDrawn: boolean): void {
    this.root.toggleAttribute("data-drawn", isDrawn);
  }

  destroy(): void {
    this.root.onclick = this.#scrub.oninput = this.#speed.onchange = null;
  }

  #button(name: Action): HTMLButtonElement {
    return one(this.root, `[data-do="${name}"]`) as HTMLButtonElement;
  }

  // The words of a language.
  #dress(run: Run): void {
    const { player } = run;
    this.#dressed = run;
    this.root.setAttribute("aria-label", player.name);
    for (const name of NAMED) label(this.#button(name), player[name]);
    label(this.#scrub, player.scrub);
    label(this.#speed, player.speed);
    // Room for the longest, so that nothing beside it moves.
    const status = one(this.root, ".gdviz-status");
    status.style.minWidth = "";
    status.textContent = fill(run, player.status, ofFrame(run.steps, run.steps.length - 1));
    status.style.minWidth = `${status.getBoundingClientRect().width}px`;
    for (const name of ["picture", "home", "share"] as const) this.#button(name).textContent = player[name];
  }
}
