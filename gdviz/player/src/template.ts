// Texts with a run's numbers in them: see protocol.py on templates.

import type { Run } from "./protocol";

type Words = Pick<Run, "columns" | "constants">;

/** A template at a step. What a name stands for may itself be a template. */
export function fill(run: Words, template: string, step: number): string {
  return template.replace(/\{(\()?(\w+)\)?('?)\}/g, (_, wrap: string | undefined, name: string, next: string) => {
    const text = lookup(run, name, step, step + (next ? 1 : 0));
    return wrap && /^−|×/.test(text) ? `(${text})` : text;
  });
}

function lookup(run: Words, name: string, step: number, row: number): string {
  if (name === "step") return String(step);
  if (name === "next") return String(step + 1);
  const text = run.columns[name]?.[row] ?? name;
  const constant = Object.hasOwn(run.constants, text) ? run.constants[text] : undefined;
  if (constant !== undefined) return fill(run, constant, step);
  return text === name ? "" : text;
}
