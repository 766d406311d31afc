// Another learning rate for a run that plays: it goes on with it from the step shown.

import type { Run } from "./protocol";
import { stepOf, type State } from "./store";

const MOST = 7; // rates that a link has room for before the last one

/** What is asked of the server. */
export interface Resumption {
  readonly schedule: string;
  readonly eta: string;
}

/** How the run shown goes on if the one that came differs from it in its rate alone, and it plays; else null. */
export function resumption(state: State | null, run: Run): Resumption | null {
  if (!state?.playing || !run.resumes) return null;
  const [before, after] = [state.run.link, run.link];
  const eta = after?.eta;
  const step = stepOf(state);
  if (!before?.eta || !eta || eta === before.eta || step === 0 || !isSameBut(before, after)) return null;
  const rates = [...(before.schedule?.split(",") ?? []), `${before.eta}@${step}`];
  return rates.length > MOST ? null : { schedule: rates.join(","), eta };
}

/** Whether this is the run that was asked for. */
export const isResumed = ({ link }: Run, { schedule, eta }: Resumption): boolean =>
  link?.schedule === schedule && link.eta === eta;

const APART = new Set(["eta", "schedule", "step"]);

function isSameBut(one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): boolean {
  const rest = (link: Readonly<Record<string, string>>): string =>
    JSON.stringify(Object.entries(link).filter(([name]) => !APART.has(name)));
  return rest(one) === rest(other);
}
