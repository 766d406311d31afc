// The player: takes the charts, the worked step and the table from step to step.
//
// Everything it shows was computed and worded in Python: a run arrives as data, and from then on playing,
// stepping and seeking happen here, without the server. The page gives it charts by their names, and
// places to fill: [data-gdviz="…"]. All parts of the player meet here, so the file is a little long.

import { Address } from "./address";
import { change, delivered, onDelivery, onRefusal, type Tell } from "./channel";
import type { Chart, Renderer } from "./chart";
import { Clock, type Stage, type Surroundings } from "./clock";
import { Connection } from "./connection";
import { one, placeOf } from "./dom";
import { Figure } from "./figure";
import { Graph } from "./graph";
import { Guess } from "./guess";
import { Hand } from "./hand";
import { Keyboard } from "./keyboard";
import { onKey } from "./keys";
import { showMission } from "./mission";
import { Mistake } from "./mistake";
import { Names } from "./names";
import { fillScreen, leaveScreen, listen, watch, watchRoom } from "./page";
import { Panel, positionOf, type Action } from "./panel";
import { RateTrack } from "./rate";
import { isResumed, resumption, type Resumption } from "./resume";
import { Ring } from "./ring";
import { saveSvg } from "./save";
import { Scale } from "./scale";
import { Sentence } from "./sentence";
import { Sound } from "./sound";
import {
  holdsBack,
  lastFrame,
  picture,
  question,
  scenes,
  stepOf,
  type State,
  type Store,
} from "./store";
import { showSummary } from "./summary";
import { Table } from "./table";
import { fill } from "./template";
import { Worked } from "./worked";

const surroundings: Surroundings = {
  sleep: (duration) => new Promise((done) => setTimeout(done, duration)),
  isStill: () => matchMedia("(prefers-reduced-motion: reduce)").matches,
};

export class Player implements Stage {
  readonly #charts = new Map<string, Chart>();
  readonly #clock: Clock;
  readonly #panel: Panel;
  readonly #worked = new Worked();
  readonly #table = new Table();
  readonly #figure = new Figure();
  readonly #scale: Scale;
  readonly #sentence: Sentence;
  readonly #graph: Graph;
  readonly #rate: RateTrack;
  readonly #guess: Guess;
  readonly #hand: Hand;
  readonly #ring: Ring;
  readonly #mistake = new Mistake();
  readonly #address: Address;
  readonly #keyboard = new Keyboard();
  readonly #names = new Names();
  readonly #connection: Connection;
  readonly #sound = new Sound();
  readonly #endings: (() => void)[];
  #resumption: Resumption | null = null; // what the server was asked for
  #settled: Promise<unknown> = Promise.resolve();

  constructor(
    root: HTMLElement,
    readonly store: Store,
    readonly renderer: Renderer,
    private readonly textOf: (run: Uint8Array) => string,
    public tell: Tell,
  ) {
    this.#clock = new Clock(store, this, surroundings);
    this.#panel = new Panel(root, {
      act: this.act,
      seek: (frame) => {
        store.jump(frame);
      },
      setSpeed: (speed) => {
        store.setSpeed(speed);
      },
    });
    this.#scale = new Scale((variant) => {
      store.choose(variant);
    });
    this.#graph = new Graph((weight) => {
      this.tell("weight", weight);
    });
    this.#rate = new RateTrack(
      (rate) => {
        this.#hand.tryRate(rate);
      },
      (rate) => {
        change("eta", rate);
      },
    );
    this.#ring = new Ring((place) => {
      store.moveRing(place);
    });
    this.#hand = new Hand((place) => {
      this.#start(place);
    });
    this.#sentence = new Sentence({ eta: this.#rate, w: this.#hand });
    this.#guess = new Guess(one(root, ".gdviz-guess"), {
      moveRing: (place) => {
        store.moveRing(place);
      },
      sayStep: (guess) => void this.#clock.reveal(guess),
      playMistake: (points) => {
        const chart = store.state && this.#ground(store.state);
        if (chart) this.#mistake.play(chart, points, surroundings.isStill());
      },
      sayRegime: (zone) => {
        store.sayRegime(zone);
        if (zone === null) this.#ring.focus();
      },
    });
    // The page is run as a whole, as where a reader goes back: a part of it alone another server does not know.
    this.#connection = new Connection(() => window.dispatchEvent(new PopStateEvent("popstate")));
    this.#address = new Address(store, (step) => {
      this.tell("shown", step);
    });
    this.#endings = [
      store.subscribe(this.#onChange),
      onDelivery(this.#load),
      onRefusal(this.#takeBack),
      // Before the page's own parts, of which some hand on no key, not even one that is nothing to them.
      listen(
        document,
        "keydown",
        (event) => {
          if (!this.#keyboard.takesKey(event) && root.isConnected && store.state) onKey(event, this);
        },
        true,
      ),
      listen(document, "click", fillScreen),
      listen(document, "keydown", leaveScreen, true),
      watchRoom(this.#look),
      watch(this.#look),
    ];
    const before = store.state;
    this.#load();
    if (store.state && store.state === before) this.#show(store.state);
    if (store.state?.playing) void this.#clock.goOn(store.state.playing);
  }

  /** Lets go of the page; the store knows where it was. */
  destroy(): void {
    this.#clock.stop();
    for (const end of this.#endings) end();
    this.#mistake.clear();
    const parts = [this.#panel, this.#rate, this.#hand, this.#sentence, this.#ring, this.#address, this.#keyboard, this.#names, this.#connection, this.#sound];
    for (const part of [...this.#charts.values(), ...parts]) part.destroy();
    this.#charts.clear();
  }

  // --- What is pressed ---

  readonly act = (action: Action): void => {
    const { state } = this.store;
    if (!state) return;
    const acts: Record<Action, () => void> = {
      first: () => {
        this.store.jump(0);
      },
      back: () => {
        this.store.jump(state.frame - 1);
      },
      play: () => {
        if (state.playing) this.store.pause();
        else if (holdsBack(state)) this.#ask();
        else void this.#clock.play();
      },
      next: () => {
        if (holdsBack(state)) this.#ask();
        else this.store.jump(state.frame + 1);
      },
      last: () => {
        this.store.jump(lastFrame(state));
      },
      sound: () => {
        this.store.setSound(!state.sound);
      },
      picture: () => void this.#save(state),
      // What the server opens is about the step shown.
      home: () => {
        this.tell("panel", { tool: "home", step: stepOf(state) });
      },
      share: () => {
        this.tell("panel", { tool: "share", step: stepOf(state) });
      },
      look: () => {
        this.tell("panel", { tool: "look", step: stepOf(state) });
      },
    };
    acts[action]();
  };

  takesKey(event: KeyboardEvent): boolean {
    const { state } = this.store;
    if (event.key === "Enter" && state && question(state) === "step") {
      this.#guess.submit();
      return true;
    }
    return this.#ring.takesKey(event);
  }

  #ask(): void {
    this.store.ask();
    this.#ring.focus();
  }

  // The first chart at the step shown, or the drawing of the network where there is no chart.
  async #save(state: State): Promise<void> {
    const name = `gdviz-${stepOf(state)}`;
    const [first] = state.run.scenes;
    if (first) await this.#charts.get(first.chart)?.save(name);
    else {
      const svg = placeOf("graph")?.querySelector("svg");
      if (svg) await saveSvg(svg, name);
    }
  }

  // --- What is shown ---

  readonly #load = (): void => {
    const data = delivered();
    const run = data && this.store.receive(this.textOf(data));
    if (!run) {
      this.#takeBack();
      return;
    }
    const asked = this.#resumption;
    this.#resumption = null;
    if (asked && isResumed(run, asked)) {
      this.store.resume(run);
      void this.#clock.play();
      return;
    }
    this.#resumption = resumption(this.store.state, run);
    if (this.#resumption) {
      this.store.pause();
      change("schedule", this.#resumption.schedule);
    } else this.store.load(run);
  };

  // A rate that was asked for did not come, or what came after it has led back.
  readonly #takeBack = (): void => {
    this.#rate.forget();
    this.#look();
  };

  readonly #onChange = (now: State, before: State | null): void => {
    this.#sound.show(now, before);
    if (before && isOnlyRing(now, before)) {
      this.#guess.show(now);
      this.#showRing(now);
    } else this.#show(now);
  };

  #show(state: State): void {
    const shows = scenes(state).map(async (scene) => this.#chart(scene.chart)?.show(picture(state, scene)));
    this.#settled = Promise.all(shows);
    void this.#settled.then(this.#markDrawn);
    this.#showWords(state);
    this.#address.show(state);
  }

  // All of a step but its charts.
  #showWords(state: State): void {
    const { run, frame } = state;
    this.#panel.show(state);
    this.#keyboard.show(run);
    this.#names.show(run);
    this.#connection.show(run.player.away);
    const verdict = state.seen ? run.player.verdict : "";
    const name = run.player.alt.replace("{verdict}", verdict).replace("{position}", positionOf(state)).trim();
    for (const { chart } of scenes(state)) this.#charts.get(chart)?.element.setAttribute("aria-label", name);
    inPlace("worked", (box) => {
      this.#worked.show(box, state);
    });
    inPlace("table", (box) => {
      this.#table.show(box, state);
    });
    inPlace("scale", (box) => {
      this.#scale.show(box, state);
    });
    inPlace("rate", (box) => {
      this.#rate.show(box, state);
    });
    inPlace("graph", (box) => {
      if (run.graph) this.#graph.show(box, run.graph, frame, fill(run, run.player.graph ?? "", stepOf(state)));
    });
    this.#figure.show(run);
    inPlace("story", (box) => {
      if (run.story) this.#sentence.show(box, run.story);
    });
    inPlace("summary", (box) => {
      showSummary(box, state);
    });
    inPlace("mission", (box) => {
      if (run.mission) showMission(box, run.mission);
    });
    this.#guess.show(state);
    this.#showRing(state);
  }

  #showRing(state: State): void {
    const chart = this.#ground(state);
    this.#ring.show(state, chart);
    this.#hand.show(state, chart);
    if (question(state) !== "outcome") this.#mistake.clear();
  }

  // The chart on which a start is chosen, or a step guessed.
  #ground(state: State): Chart | null {
    const ground = state.run.scenes.find((scene) => scene.clickable ?? scene.grid);
    const known = ground && this.#charts.get(ground.chart);
    return known?.isThere() ? known : null;
  }

  // A chart as it stands on the page now.
  #chart(name: string): Chart | null {
    const known = this.#charts.get(name);
    const element = this.renderer.find(name);
    if (known?.element === element && known.isThere()) return known;
    known?.destroy();
    this.#charts.delete(name);
    if (!element) return null;
    const chart = this.renderer.mount(element, {
      onStart: (place) => {
        this.#start(place);
      },
      onTap: (place) => {
        this.tell("tap", place);
      },
      onRedraw: (isLost) => {
        this.#onRedraw(name, isLost);
      },
    });
    this.#charts.set(name, chart);
    return chart;
  }

  // A press chooses a start: not where that was hidden, and not where it is a guess.
  #start(place: readonly number[]): void {
    const run = this.store.state?.run;
    if (run && !run.locked && !run.predict) this.tell("start", place);
  }

  #onRedraw(name: string, isLost: boolean): void {
    const { state } = this.store;
    if (!state) return;
    const scene = scenes(state).find(({ chart }) => chart === name);
    if (isLost && scene) void this.#chart(name)?.show(picture(state, scene)).then(this.#markDrawn);
    this.#showRing(state);
  }

  // The page has built a part of itself anew: new charts are drawn on, and empty places filled.
  readonly #look = (): void => {
    const { state } = this.store;
    if (!state) return;
    for (const [name, chart] of this.#charts) {
      if (chart.isThere()) continue;
      chart.destroy();
      this.#charts.delete(name);
    }
    const before = new Set(this.#charts.values());
    for (const scene of scenes(state)) {
      const chart = this.#chart(scene.chart);
      if (chart && !before.has(chart)) void chart.show(picture(state, scene)).then(this.#markDrawn);
    }
    this.#showWords(state);
    this.#keyboard.look();
  };

  readonly #markDrawn = (): void => {
    const { state } = this.store;
    const isDrawn = (name: string): boolean => Boolean(this.#charts.get(name)?.element.dataset.step);
    if (!state) return;
    this.#panel.markDrawn(scenes(state).every(({ chart }) => isDrawn(chart)));
    if (!state.playing) this.#keyboard.look();
  };

  async settle(): Promise<void> {
    await this.#settled;
  }

  async slide(duration: number): Promise<void> {
    const { state } = this.store;
    if (!state) return;
    const { frame } = state;
    const slides = scenes(state).map(async (scene) =>
      this.#charts
        .get(scene.chart)
        ?.animate(picture(state, scene, frame), picture(state, scene, frame + 1), duration),
    );
    await Promise.all(slides);
  }
}

const inPlace = (name: string, show: (box: HTMLElement) => void): void => {
  const box = placeOf(name);
  if (box) show(box);
};

const isOnlyRing = (now: State, before: State): boolean =>
  (Object.keys(now) as (keyof State)[]).every((name) => name === "ring" || now[name] === before[name]);
