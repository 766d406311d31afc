// One draws on a chart at a time: whoever comes next takes the turn, and what is under way ends.

export interface Turn {
  /** Kept once the turn is another's. */
  readonly ended: Promise<void>;
}

export class Turns {
  #current: Turn | null = null;
  #end = (): void => undefined;

  take(): Turn {
    this.end();
    const ended = new Promise<void>((end) => (this.#end = end));
    this.#current = { ended };
    return this.#current;
  }

  holds(turn: Turn): boolean {
    return this.#current === turn;
  }

  end(): void {
    this.#current = null;
    this.#end();
  }
}
