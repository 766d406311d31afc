// What stands at several places of the page at once, as the next page comes before the last one is gone.

interface Placed {
  readonly place: Node;
}

/** Puts one at its place, and settles; what it returns takes it away, and settles.
 *
 *  Streamlit mounts a component again whenever something about it has changed, also one that is about to go,
 *  and cleans up only once: one that is known stays in its turn.
 */
export function put<One extends Placed>(all: One[], one: One, settle: () => void): () => void {
  const known = all.find(({ place }) => place === one.place);
  if (known) Object.assign(known, one);
  else all.push(one);
  settle();
  return () => {
    const at = all.findIndex(({ place }) => place === one.place);
    if (at >= 0) all.splice(at, 1);
    settle();
  };
}

/** The one that came last of those on the page: one that was taken away before it came is there nevertheless. */
export const lastOf = <One extends Placed>(all: readonly One[]): One | undefined =>
  all.filter(({ place }) => place.isConnected).at(-1);
