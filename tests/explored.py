"""Runs that the light page makes itself, beside those of Python: what its code says of them, by node."""

import json
import math
import random
import subprocess
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

import orjson

from gdviz.core.losses import losses_of
from gdviz.core.numbers import SUPERSCRIPTS
from gdviz.core.optimizers import OPTIMIZERS
from gdviz.export.light_page import light_run
from gdviz.lessons import view_of
from gdviz.link.bounds import LANGUAGES
from gdviz.link.settings import Settings
from gdviz.network.trainings import at_once
from gdviz.player.messages import encoded
from gdviz.texts import load_texts
from gdviz.web.tasks import flat

LOWERED = {raised: plain for plain, raised in SUPERSCRIPTS.items()} | {ord("−"): "-"}
ROOT = Path(__file__).parents[1]
# Reads cases, one a line, and writes what is said at each step of each.
SCRIPT = """
import { createInterface } from "node:readline";
import { explored } from "./explore.js";
import { fill } from "./template.js";
for await (const line of createInterface({ input: process.stdin })) {
  const { sent, choice } = JSON.parse(line);
  const run = choice ? explored(sent, choice) : sent;
  console.log(JSON.stringify(run && SAID(run, fill)));
}
"""
# Of a run what its player says, by steps: the table, then the worked step.
SAID = """(run, fill) => ({
  last: run.last,
  steps: run.steps,
  table: Array.from({ length: run.last + 1 }, (_, step) =>
    run.table.columns.map(([, column]) => fill(run, `{${column}}`, step))),
  worked: run.steps.map((step) => (step < run.last ? run.worked.rows : run.worked.last)
    .map(([label, text]) => `${fill(run, label, step)}: ${fill(run, text, step)}`)),
  end: fill(run, run.worked.end, run.last),
})"""


@lru_cache(512)
def sent(settings: Settings) -> dict[str, Any]:
    """The run of a file that was taken home."""
    settings, texts = flat(settings), load_texts(settings.lang)
    view = view_of(settings)
    result = at_once(view.result(settings))
    message = view.message(settings, result, texts)
    assert view.explores(settings)
    exploring = view.exploring(settings, texts)
    found: dict[str, Any] = orjson.loads(light_run(encoded(message.play), "", exploring=exploring))
    return found


def random_settings(rng: random.Random) -> tuple[Settings, Settings]:
    """A run as it is taken home, and what is made of it: another rate, start and rule of the same loss."""
    count = rng.choice([1, 2])
    query = {"lesson": ("one", "two")[count - 1], "loss": rng.choice(list(losses_of(count)))}
    query |= {"steps": str(rng.choice([5, 10, 30])), "lang": rng.choice(LANGUAGES)}
    first, _ = Settings.from_query(query)
    weights = [f"{rng.uniform(*ends):.3g}" for ends in first.loss_function.domain]
    changes = {"eta": f"{10 ** rng.uniform(-3, 0.7):.3g}", "opt": rng.choice(list(OPTIMIZERS))}
    return first, Settings.from_query(query | changes | {"w": ",".join(weights)})[0]


def value(text: str) -> float:
    """A number as the page writes it."""
    return float(text.translate(LOWERED).replace(" × 10", "e") or "nan")


def is_held(shown: str, full: str) -> bool:
    """Whether a number is Python's, to the last digit shown, a tie aside; 0 stands for rounding."""
    mine, other = value(shown), value(full)
    if shown == "0":
        return abs(other) < 1e-9
    mantissa = shown.split(" × ")[0].strip("−").replace(".", "").lstrip("0")
    last = 10.0 ** (math.floor(math.log10(abs(mine))) - len(mantissa) + 1)
    return abs(mine - other) <= 0.51 * last


def wrong(made: dict[str, Any], known: dict[str, Any]) -> list[str]:
    """The numbers of a run that the light page has made which are not those of Python's."""
    rows = zip(made["table"], known["table"], strict=False)
    pairs = [pair for mine, other in rows for pair in zip(mine, other, strict=True) if all(pair)]
    return [f"{shown} for {full}" for shown, full in pairs if shown != full and not is_held(shown, full)]


def choice(settings: Settings) -> dict[str, Any]:
    return {"rate": settings.eta, "start": list(settings.w), "rule": settings.opt}


class Node:
    """The player's code in node."""

    def __init__(self, folder: Path):
        esbuild, source = ROOT / "node_modules/.bin/esbuild", ROOT / "gdviz/player/src"
        for name, path in (("explore", "explore/run.ts"), ("template", "template.ts")):
            subprocess.run(
                [
                    esbuild,
                    source / path,
                    "--bundle",
                    "--format=esm",
                    f"--outfile={folder / name}.js",
                    "--log-level=error",
                ],
                check=True,
            )
        (folder / "package.json").write_text('{"type": "module"}')
        (folder / "said.js").write_text(SCRIPT.replace("SAID", f"({SAID})"))
        self.folder = folder

    def said(self, cases: Iterable[tuple[dict[str, Any], dict[str, Any] | None]]) -> list[Any]:
        """What is said of each run, and what is chosen of it; without a choice of the run as it came."""
        lines = "\n".join(json.dumps({"sent": run, "choice": chosen}) for run, chosen in cases)
        script = ["node", self.folder / "said.js"]
        done = subprocess.run(script, input=lines, capture_output=True, text=True, cwd=self.folder)
        assert not done.returncode, done.stderr[-2000:]
        return [json.loads(line) for line in done.stdout.splitlines()]
