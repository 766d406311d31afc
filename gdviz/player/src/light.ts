// The light page: a lesson in a file of its own, which draws its charts in SVG.
//
// Where a class's server sends it, another rate or start is asked for there, by its address; a file that was
// taken home works it out itself.

import { carry, delivered, onRefusal, refuse, type Tell } from "./channel";
import { one } from "./dom";
import { choiceOf, explored, type Choice } from "./explore/run";
import { mounting } from "./mount";
import type { Run } from "./protocol";
import { opened } from "./sealing";
import type { Figure } from "./svg/figure";
import { SvgRenderer } from "./svg/renderer";

const textOf = (id: string): string => one(document, `#gdviz-${id}`).textContent;

/** What is changed of the run, by the names that the player has for it. */
const FIELDS: Readonly<Record<string, string>> = { eta: "eta", schedule: "schedule", start: "w" };

// A lesson that asks for each step is sealed, in base64.
function bytesOf(text: string): Uint8Array {
  if (text.startsWith("{")) return new TextEncoder().encode(text);
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

const plain = (run: Uint8Array): string => new TextDecoder().decode(opened(run));

/** The run that is there. */
function runNow(): Run {
  const run = delivered();
  if (!run) throw new Error("a light page begins with its run");
  return JSON.parse(plain(run)) as Run;
}

/** All fields of it. */
const linkOfRun = (): Readonly<Record<string, string>> => runNow().link ?? {};

let asked = 0; // so many times; an answer to a question that was followed by another is no longer wanted

async function ask(field: string, text: string): Promise<void> {
  const number = ++asked;
  const away = document.querySelector<HTMLElement>("[data-away]");
  try {
    const answer = await fetch(`lesson/run?${new URLSearchParams({ ...linkOfRun(), change: field, to: text }).toString()}`);
    if (!answer.ok) throw new Error(answer.statusText);
    const run = bytesOf(await answer.text());
    if (away) away.hidden = true;
    if (number !== asked) return;
    deliver(run);
    history.replaceState(null, "", `?${new URLSearchParams(linkOfRun()).toString()}`);
  } catch {
    if (away) away.hidden = false;
    refuse();
  }
}

const isServed = document.querySelector("[data-away]") !== null;

const tell: Tell = (name, value) => {
  const field = FIELDS[name];
  if (field) choose(field, String(value));
};

function choose(field: string, text: string): void {
  if (isServed) void ask(field, text);
  else explore(field, text);
}

let sent: Run | null = null; // the run of the file
let choice: Choice | null = null;

function explore(field: string, text: string): void {
  sent ??= runNow();
  const before = choice ?? choiceOf(sent);
  const changes: Record<string, () => Partial<Choice>> = {
    eta: () => ({ rate: Number(text) }),
    w: () => ({ start: text.split(",").map(Number) }),
    opt: () => ({ rule: text }),
  };
  const next = { ...before, ...changes[field]?.() };
  const isSent = JSON.stringify(next) === JSON.stringify(choiceOf(sent)); // of which more can be said
  const run = isSent ? sent : explored(sent, next);
  if (run) {
    choice = next;
    deliver(new TextEncoder().encode(JSON.stringify(run)));
  } else refuse();
}

const deliver = (run: Uint8Array): void => {
  carry(document.body, run, tell);
};

const dark = JSON.parse(textOf("dark")) as Record<string, string>;
const isDark = matchMedia("(prefers-color-scheme: dark)").matches;
const figures = JSON.parse(
  textOf("figures").replace(/"((#|rgb)[^"]*)"/g, (whole, color: string) => (isDark && dark[color] ? `"${dark[color]}"` : whole)),
) as Record<string, Figure>;

// The same state in another language, or on the page with everything on it.
for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-to]")) {
  link.addEventListener("click", () => {
    const query = new URLSearchParams(location.search);
    if (link.dataset.lang) query.set("lang", link.dataset.lang);
    link.href = `${link.dataset.to ?? ""}?${query.toString()}`;
  });
}

// What else is chosen of a run; of another loss the charts are others.
for (const list of document.querySelectorAll<HTMLSelectElement>("select[data-change]")) {
  const field = list.dataset.change ?? "";
  const first = list.querySelector<HTMLOptionElement>("[selected]")?.value ?? "";
  list.addEventListener("change", () => {
    if (list.dataset.anew === undefined) choose(field, list.value);
    else location.search = new URLSearchParams({ ...linkOfRun(), change: field, to: list.value }).toString();
  });
  // A browser that goes back fills in what was chosen before.
  const show = (): void => {
    list.value = isServed ? (linkOfRun()[field] ?? "") : (choice?.rule ?? first);
  };
  onRefusal(show);
  window.addEventListener("pageshow", () => {
    requestAnimationFrame(show);
  });
}

deliver(bytesOf(textOf("run")));
mounting(() => new SvgRenderer(figures), plain)({ parentElement: document, setTriggerValue: tell });
