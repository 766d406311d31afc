// The address names the state and the step shown.

import { stepOf, type State, type Store } from "./store";

const WAIT_MS = 500; // browsers refuse more than about three changes of the address a second

type Timer = ReturnType<typeof setTimeout>;

export class Address {
  #naming: Timer | null = null; // the timer until the address is written
  #following: Timer | undefined; // the timer until the server is told
  #state: State | null = null;

  /** `follow` tells the server of a step at which the reader rests, where it draws something for it. */
  constructor(
    readonly store: Store,
    readonly follow: (step: string) => void,
  ) {}

  show(state: State): void {
    if (!state.run.link) return; // a file on its own has no address to share
    this.#state = state;
    if (state.run.follows && !state.playing) {
      clearTimeout(this.#following);
      this.#following = setTimeout(this.#tell, WAIT_MS);
    }
    if (this.store.isAddressed) this.#naming ??= setTimeout(this.#write, WAIT_MS);
    else this.#write();
  }

  destroy(): void {
    clearTimeout(this.#naming ?? undefined);
    clearTimeout(this.#following);
  }

  readonly #tell = (): void => {
    if (!this.#state || this.#state.playing) return;
    const step = String(stepOf(this.#state));
    if (step !== this.#state.run.link?.step) this.follow(step);
  };

  readonly #write = (): void => {
    this.#naming = null;
    if (!this.#state) return;
    const address = new URL(location.href);
    const link: Record<string, string> = { ...this.#state.run.link, step: String(stepOf(this.#state)) };
    const said: Record<string, string | undefined> = Object.fromEntries(address.searchParams);
    const wrong = Object.keys({ ...link, ...said }).filter((key) => link[key] !== said[key]);
    // The server names each new state. Only the step is ours, and the first address; another
    // difference means that the reader went on or back, and that state is still on its way here.
    const isOurs = !this.store.isAddressed || wrong.every((key) => key === "step");
    this.store.isAddressed = true;
    if (!wrong.length || !isOurs) return;
    address.search = new URLSearchParams(link).toString();
    history.replaceState(history.state, "", address);
    // On Streamlit Community Cloud the page is a frame: its parent shows the address.
    if (window.parent !== window) {
      const message = { stCommVersion: 1, type: "SET_QUERY_PARAM", queryParams: address.search };
      window.parent.postMessage(message, "*");
    }
  };
}
