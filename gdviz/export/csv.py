"""A run as a table for a spreadsheet: CSV with every number in full, headed by lines that begin with #."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from gdviz.charts.sentences import data_of
from gdviz.core.descent import Path
from gdviz.core.formula import plain as plain_formula
from gdviz.core.loss import FormulaLoss
from gdviz.core.numbers import plain
from gdviz.core.optimizers import Rule
from gdviz.network.training import Training
from gdviz.texts import Texts


def run_table(loss: FormulaLoss, rule: Rule, path: Path, texts: Texts) -> str:
    """A run as CSV: a row for each step. ΔW is the update that leads on from it, and left out at the last."""
    about = [_loss(loss, texts), *_rule(rule, texts), *_earlier(path, texts), _start(loss, path, texts)]
    return _csv(about, _heads(loss, texts), _rows(path))


def race_table(loss: FormulaLoss, rules: Sequence[Rule], paths: Sequence[Path], texts: Texts) -> str:
    """Several runs from one start as CSV, one after the other, each row headed by its runner."""
    runners = [texts("export.runner", runner=_runner(_named(rule), rule, texts)) for rule in rules]
    about = [_loss(loss, texts), *runners, _start(loss, paths[0], texts)]
    rows = [
        [_runner(rule.id, rule, texts), *row]
        for rule, path in zip(rules, paths, strict=True)
        for row in _rows(path)
    ]
    return _csv(about, [texts("race.who"), *_heads(loss, texts)], rows)


def training_table(training: Training, texts: Texts) -> str:
    """A training as CSV: both losses after each epoch."""
    job = training.job
    about = [
        texts("export.data", data=data_of(job, texts)),
        texts("export.points", points=job.points, held=len(job.held_out.inputs)),
        *([] if job.pairs else [texts("export.noise", noise=plain(job.noise))]),
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


def _loss(loss: FormulaLoss, texts: Texts) -> str:
    # The formula is written anew, for what a user typed may hold anything.
    return texts("export.loss", formula=plain_formula(loss.formula.expression))


def _start(loss: FormulaLoss, path: Path, texts: Texts) -> str:
    start = zip(loss.names, map(plain, path.weights[0]), strict=True)
    return texts("export.start", place="; ".join(f"{name} = {weight}" for name, weight in start))


def _heads(loss: FormulaLoss, texts: Texts) -> list[str]:
    d = "d" if len(loss.names) == 1 else "∂"
    return [
        texts("table.step"),
        *loss.names,
        texts("table.loss"),
        *(f"{d}E/{d}{name}" for name in loss.names),
        *(f"Δ{name}" for name in loss.names),
    ]


def _rows(path: Path) -> list[list[str]]:
    updates = [*(list(map(plain, update)) for update in path.updates), [""] * path.weights.shape[1]]
    points = zip(path.weights, path.losses, path.gradients, updates, strict=True)
    return [
        [str(step), *map(plain, weights), plain(value), *map(plain, gradient), *update]
        for step, (weights, value, gradient, update) in enumerate(points)
    ]


def _rule(rule: Rule, texts: Texts) -> list[str]:
    return [texts("export.rule", rule=_named(rule)), texts("export.rate", eta=plain(rule.learning_rate))]


def _earlier(path: Path, texts: Texts) -> list[str]:
    """The learning rates before the last one."""
    rates = [(until, optimizer.rule.learning_rate) for until, optimizer in path.earlier if optimizer.rule]
    return [texts("export.earlier", step=until, eta=plain(eta)) for until, eta in rates]


def _named(rule: Rule) -> str:
    """A rule with its constants: adam (beta1 = 0.9; beta2 = 0.999; eps = 1e-08)."""
    pairs = zip(rule.record.constants, rule.values, strict=True)
    constants_text = "; ".join(f"{constant.name} = {plain(value)}" for constant, value in pairs)
    return f"{rule.id} ({constants_text})" if constants_text else rule.id


def _runner(name: str, rule: Rule, texts: Texts) -> str:
    return texts("race.runner", rule=name, is_eta="=", eta=plain(rule.learning_rate))


def _csv(about: Iterable[str], heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    text = StringIO()
    text.writelines(f"# {line}\r\n" for line in about)
    csv.writer(text).writerows([heads, *rows])
    return text.getvalue()
