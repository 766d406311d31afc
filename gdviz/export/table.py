"""A run as a table for a spreadsheet: CSV with every number in full, headed by lines that begin with #."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from gdviz.descent import Path
from gdviz.formula import plain as plain_formula
from gdviz.numbers import plain
from gdviz.optimizers import Rule, constants
from gdviz.settings import Settings
from gdviz.texts import Texts
from gdviz.training import Training


def table(settings: Settings, paths: Sequence[Path], texts: Texts) -> str:
    """A run's one path, or the paths of a race's runners, as CSV: a row for each step.

    ΔW is the update that leads on from the row's step, and left out at a path's last one.
    """
    loss, race = settings.record, settings.race
    # The formula is written anew, for what a user typed may hold anything.
    formula = plain_formula(loss.formula.expression)
    start = zip(loss.names, map(plain, settings.w), strict=True)
    about = [
        texts("export.loss", formula=formula),
        *([texts("export.runner", runner=_runner(_named(rule), rule, texts)) for rule in race]),
        *([] if race else _rule(settings.rule, texts)),
        texts("export.start", place="; ".join(f"{name} = {weight}" for name, weight in start)),
    ]
    d = "d" if len(loss.names) == 1 else "∂"
    heads = [
        *([texts("race.who")] if race else []),
        texts("table.step"),
        *loss.names,
        texts("table.loss"),
        *(f"{d}E/{d}{name}" for name in loss.names),
        *(f"Δ{name}" for name in loss.names),
    ]
    who = [[_runner(rule.id, rule, texts)] for rule in race] or [[]]
    rows = [[*runner, *row] for runner, path in zip(who, paths, strict=True) for row in _rows(path)]
    return _csv(about, heads, rows)


def training_table(settings: Settings, training: Training, texts: Texts) -> str:
    """A network's training as CSV: both losses after each epoch."""
    job = settings.job
    about = [
        texts("export.data", data=texts(f"data.{job.data}")),
        texts("export.points", points=job.points, held=job.points // 2),
        texts("export.noise", noise=plain(job.noise)),
        texts("export.sizes", sizes="-".join(map(str, job.sizes))),
        *([texts("export.activation", activation=job.activation)] if job.hidden else []),
        *_rule(job.rule, texts),
        texts("export.seed", seed=job.seed),
        texts("export.batch", batch=job.batch or texts("export.all")),
    ]
    heads = [texts("network.epoch"), texts("table.loss"), texts("network.held_out")]
    rows = [
        [str(epoch), *map(plain, losses)]
        for epoch, losses in enumerate(zip(training.losses, training.held_out, strict=True))
    ]
    return _csv(about, heads, rows)


def _rows(path: Path) -> list[list[str]]:
    updates = [*(list(map(plain, update)) for update in path.updates), [""] * path.weights.shape[1]]
    points = zip(path.weights, path.losses, path.gradients, updates, strict=True)
    return [
        [str(step), *map(plain, weights), plain(value), *map(plain, gradient), *update]
        for step, (weights, value, gradient, update) in enumerate(points)
    ]


def _rule(rule: Rule, texts: Texts) -> list[str]:
    return [texts("export.rule", rule=_named(rule)), texts("export.rate", eta=plain(rule.learning_rate))]


def _named(rule: Rule) -> str:
    """A rule with its constants: adam (beta1 = 0.9; beta2 = 0.999; eps = 1e-08)."""
    wanted = constants(rule.id)
    values = rule.constants or [constant.default for constant in wanted]
    said = "; ".join(
        f"{constant.name} = {plain(value)}" for constant, value in zip(wanted, values, strict=True)
    )
    return f"{rule.id} ({said})" if said else rule.id


def _runner(name: str, rule: Rule, texts: Texts) -> str:
    return texts("race.runner", rule=name, eta=plain(rule.learning_rate))


def _csv(about: Iterable[str], heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    text = StringIO()
    text.writelines(f"# {line}\r\n" for line in about)
    csv.writer(text).writerows([heads, *rows])
    return text.getvalue()
