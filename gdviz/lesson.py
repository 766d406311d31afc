"""The way from Settings to all that a page shows of a run."""

from collections.abc import Generator
from dataclasses import replace
from html import escape
from threading import Lock
from typing import Any, NamedTuple, TypeVar
from weakref import WeakValueDictionary

import numpy as np
import orjson
import plotly.io
from cachetools import LRUCache, cached
from plotly.graph_objects import Figure

from gdviz.cost import costs
from gdviz.critical_points import CriticalPoint
from gdviz.descent import Packed, Path, descend
from gdviz.diagnosis import diagnose
from gdviz.export.animation import animation
from gdviz.export.script import script
from gdviz.export.table import table, training_table
from gdviz.export.worksheet import network_worksheet, worksheet
from gdviz.figures import (
    answer,
    cost,
    curve,
    cuts,
    depth,
    fit,
    landscape,
    learning,
    loss_by_step,
    network,
    player,
    race,
    ruler,
    surface,
    weight,
    words,
)
from gdviz.figures.graph import weight_names
from gdviz.figures.ink import INKS, Ink
from gdviz.losses import OWN, FormulaLoss
from gdviz.missions import MISSIONS, Run
from gdviz.optimizers import Rule
from gdviz.ranking import ranking
from gdviz.settings import CLASSROOM, Settings
from gdviz.texts import texts
from gdviz.thresholds import Thresholds, thresholds
from gdviz.training import Job, State, Training, advance, begin, finish
from gdviz.worker import Line, Result

CACHE = 32e6  # bytes of lessons that are kept; beside the server as many of paths, and of trainings
# What takes more steps than this, of all runners together, is worked out beside the server: about 25 ms.
# The catalogue's losses cost the same within a fifth; a typed one is never worked out in the server.
HEAVY = 2000
LISTED = 1000  # so many steps a run has at most whose table lists them all

Value = TypeVar("Value")


class Lesson(NamedTuple):
    """What a page shows of a run: what is told of it, in HTML, and the play as JSON."""

    told: str
    play: bytes


def size_of(lesson: Lesson) -> int:
    """About how many bytes a lesson takes."""
    return len(lesson.told) + len(lesson.play)


# By size, as a run of 10,000 steps takes 0.7 MB here, and one of 30 steps 0.02. A slider has 141
# rates, and a class may be on several pages.
@cached(LRUCache(CACHE, getsizeof=size_of), lock=Lock())
def lesson(settings: Settings) -> Lesson:
    """Compute a run, or a race, and word it; what many ask for, as a class does, is computed once."""
    loss, said = settings.record, texts(settings.lang)
    rules = settings.race or (settings.rule,)
    paths = runs(settings)
    mission = mission_state(settings, Run(loss, rules, paths))
    if settings.race:
        results = ranking(loss, rules, paths)
        play = player.play_race(settings, paths, race.sentence(results, loss, said), said)
        return Lesson(race.html(results, loss, said), player.encoded(bounded(play) | mission))
    [path] = paths
    found = diagnose(loss, settings.rule, path)
    verdict = words.diagnosis(found, loss.names, said)
    limits = thresholds_here(settings, found.minimum)
    scale = ruler.html(limits, settings.eta, loss.names, said, reached=found.minimum is not None)
    play = player.play(settings, path, verdict, said)
    play |= player.prediction(settings, path, limits, said)
    return Lesson(
        f'<p class="gdviz-verdict">{escape(verdict)}</p>{scale}', player.encoded(bounded(play) | mission)
    )


def bounded(play: dict[str, Any]) -> dict[str, Any]:
    """A play whose table lists all steps of a run, or those shown if they are more than LISTED.

    So what is sent for a run of any length is bounded; the CSV has all of it.
    """
    if play["last"] <= LISTED:
        return play
    # A step's row of the worked step names the next one's numbers, too.
    kept = sorted({step + more for step in play["steps"] for more in (0, 1)})
    columns = {
        name: {step: column[step] for step in kept if step < len(column)} if type(column) is list else column
        for name, column in play["columns"].items()
    }
    return play | {"columns": columns, "table": play["table"] | {"shown": True}}


def thresholds_here(settings: Settings, reached: CriticalPoint | None) -> Thresholds:
    """The thresholds of the minimum that a run reaches, or of the one that small rates lead to."""
    if settings.opt != "gd":
        return Thresholds(None, reason="rule")
    return thresholds(settings.record, settings.w, reached)


def runs(settings: Settings) -> list[Path]:
    """The run of one or two weights, or all those of a race."""
    rules, run = settings.race or (settings.rule,), _known_run if is_far(settings) else _run
    return [run(settings.record, rule, settings.w, settings.steps) for rule in rules]


def _run(loss: FormulaLoss, rule: Rule, start: tuple[float, ...], steps: int) -> Path:
    return descend(loss, rule.optimizer, start, steps)


def _packed_run(loss: FormulaLoss, rule: Rule, start: tuple[float, ...], steps: int) -> Path:
    path = _run(loss, rule, start, steps)
    return replace(path, memories=Packed(path.memories))


def _bytes_of(path: Path) -> int:
    parts: tuple[Any, ...] = (path.weights, path.losses, path.gradients, path.updates, path.memories)
    return sum(part.nbytes for part in parts)


# Who changes one runner of six, or the language, does not wait for all of them again.
_known_run = cached(LRUCache(CACHE, getsizeof=_bytes_of), lock=Lock())(_packed_run)


# What a mission leaves free in any case, as it changes nothing of a run.
SEEN = ("step", "every", "view", "weight", "example", "lang", *CLASSROOM)


def mission_state(settings: Settings, outcome: Run | Training) -> dict[str, Any]:
    """How a mission stands, for the player; nothing where there is none."""
    if not settings.mission:
        return {}
    mission, said = MISSIONS[settings.mission], texts(settings.lang).section(f"missions.{settings.mission}")
    common = texts(settings.lang).section("missions")
    start, now = Settings.from_query(mission.start)[0].to_query(), settings.to_query()
    fixed = [field for field in {**start, **now} if field not in (*mission.free, *SEEN)]
    changed = [field for field in fixed if start.get(field) != now.get(field)]
    solved = not changed and mission.solved(outcome)
    names = texts(settings.lang).section("page") | texts(settings.lang).section("parts")
    fields = texts(settings.lang)("missions.joint").join(names.get(field, field) for field in changed)
    state = common["changed"].format(fields=fields) if changed else common["open"]
    told = f"{common['solved']} {said['shows']}" if solved else state
    return {"mission": {"name": said["name"], "task": said["task"], "state": told, "solved": solved}}


class Drawing(NamedTuple):
    """What a page shows whatever runs on it: its figures by their names, and its formulas in LaTeX."""

    figures: dict[str, Figure]
    formulas: str


def drawing(settings: Settings, ink: Ink) -> Drawing:
    """The figures and the formulas of a page."""
    return Drawing(charts(settings, ink), "" if settings.lesson == "network" else formulas(settings))


def formulas(settings: Settings) -> str:
    """The loss and its partial derivatives, in LaTeX."""
    loss = settings.record
    letters = [f"{letter[0]}_{letter[1:]}" if letter[1:] else letter for letter in loss.letters]
    d = "d" if len(letters) == 1 else r"\partial "
    lines = [f"E({', '.join(letters)}) &= {loss.formula.latex}"]
    for letter, slope in zip(letters, loss.formula.gradient_latex, strict=True):
        lines.append(rf"\tfrac{{{d}E}}{{{d}{letter}}} &= {slope}")
    rows = r" \\[2pt] ".join(lines)
    return rf"\begin{{aligned}} {rows} \end{{aligned}}"


def charts(settings: Settings, ink: Ink) -> dict[str, Figure]:
    """The figures of a page by the names of their charts; what moves on them is in the play."""
    makers = _network_charts if settings.lesson == "network" else _run_charts
    return {name: figure for name, figure in makers(settings, ink).items() if settings.draws(name)}


def _run_charts(settings: Settings, ink: Ink) -> dict[str, Figure]:
    said, loss, race_only = texts(settings.lang), settings.record, bool(settings.race)
    by_step = {loss_by_step.CHART: loss_by_step.stage(said, ink, race=race_only)}
    if race_only:
        return {race.CHART: race.stage(loss, said, ink)} | by_step
    if settings.lesson == "one":
        return {curve.CHART: curve.stage(loss, said, ink)} | by_step
    above = settings.view == "above"
    ground = landscape.stage(loss, said, ink) if above else surface.stage(loss, said, ink)
    fitted = {fit.CHART: fit.stage(loss, said, ink)} if loss.data else {}
    beside = {cuts.CHART: cuts.stage(loss, said, ink)} | fitted
    return {landscape.CHART if above else surface.CHART: ground} | beside | by_step


# --- What may take long is worked out in a process of its own, in slices ------------------

# The lines in which it waits, see gdviz/worker.py: what takes one slice, and what takes many.
LINES = {"short": Line(4, 4), "runs": Line(1, 4), "trainings": Line(1, 4)}

# Trainings under way, for as long as anybody is at them, and those that are done.
_under_way: WeakValueDictionary[Job, State] = WeakValueDictionary()


def _size_of_training(training: Training) -> int:
    return sum(getattr(training, part).nbytes for part in ("weights", "gradients", "updates", "losses")) * 2


_trained: LRUCache[Job, Training] = LRUCache(CACHE, getsizeof=_size_of_training)


def learned(job: Job) -> Generator[float, None, Training]:
    """A training, in slices; one that others are at, too, is gone on with."""
    if job in _trained:
        return _trained[job]
    state = _under_way.setdefault(job, begin(job))
    while not advance(job, state).done:
        yield state.epoch / job.epochs
    _trained[job] = training = finish(job, state)
    return training


def at_once(slices: Generator[float, None, Value]) -> Value:
    """What slices come to, done one after the other."""
    while True:
        try:
            next(slices)
        except StopIteration as end:
            return end.value


def trained(job: Job) -> Training:
    """A training whose slices may have been done before."""
    return at_once(learned(job))


def needs_training(settings: Settings) -> bool:
    """Whether the page shows what a network learned."""
    return settings.lesson == "network" and settings.view in ("learn", "weight")


def shows_a_pair(settings: Settings) -> bool:
    """Whether a figure is made of what a network learned: that of two weights."""
    return settings.lesson == "network" and settings.view == "weight" and len(settings.weight) == 2


def is_heavy(settings: Settings) -> bool:
    """Whether a run, or a race, takes so many steps that others would wait for it."""
    return settings.lesson != "network" and settings.steps * max(1, len(settings.race)) > HEAVY


def is_far(settings: Settings) -> bool:
    """Whether a page's run is worked out in a process of its own, as it may take long."""
    return draws_far(settings) or is_heavy(settings)


def draws_far(settings: Settings) -> bool:
    """The same of its figures and formulas."""
    return settings.lesson == "network" or settings.loss == OWN


def line_of(settings: Settings) -> str:
    """In which of LINES a page's run waits."""
    if needs_training(settings):
        return "trainings"
    return "runs" if is_heavy(settings) else "short"


def prepare() -> None:
    """Load what is loaded only when it is needed first, so that no student waits for it."""
    settings, _ = Settings.from_query({"formula": "W^2 + 4"})
    lesson(settings)
    at_once(far_drawing(settings, INKS["light"]))


def _ready(settings: Settings) -> Generator[float, None, None]:
    """Work out what takes long of a page, in slices; then it is known to what follows."""
    if needs_training(settings):
        yield from learned(settings.job)
    elif settings.lesson != "network":
        rules = settings.race or (settings.rule,)
        for i, rule in enumerate(rules, 1):
            _known_run(settings.record, rule, settings.w, settings.steps)
            if is_heavy(settings):
                yield i / (len(rules) + 1)


def far_lesson(settings: Settings) -> Generator[float, None, Result]:
    """A Lesson of what is worked out in a process of its own, as plain data."""
    yield from _ready(settings)
    run = network_lesson(settings) if settings.lesson == "network" else lesson.__wrapped__(settings)
    return run.told.encode(), run.play


def far_drawing(settings: Settings, ink: Ink) -> Generator[float, None, Result]:
    """A Drawing as plain data: the formulas, then each figure's name and its JSON."""
    if shows_a_pair(settings):
        yield from _ready(settings)
    made = drawing(settings, ink)
    figures = [(name.encode(), plotly.io.to_json(figure).encode()) for name, figure in made.figures.items()]
    return made.formulas.encode(), *(part for pair in figures for part in pair)


def drawn(result: Result) -> Drawing:
    """The Drawing that was made plain data."""
    formulas, *parts = result
    # Each figure was found valid where it was made, which takes longer than all the rest.
    figures = {
        name.decode(): Figure(orjson.loads(figure), _validate=False)
        for name, figure in zip(parts[::2], parts[1::2], strict=True)
    }
    return Drawing(figures, formulas.decode())


def as_drawn(settings: Settings) -> Settings:
    """The same settings without what changes nothing of a Drawing, so that it is made once for them all."""
    if settings.lesson == "network":
        return settings if shows_a_pair(settings) else replace(settings, step=0)
    default = Settings()
    race = (default.rule,) if settings.race else ()
    run = {name: getattr(default, name) for name in ("opt", "const", "eta", "steps", "every", "step")}
    return replace(settings, race=race, q="", mission="", w=settings.record.start, **run)


def far_download(settings: Settings, kind: str, ink: Ink) -> Generator[float, None, Result]:
    """The file of one of DOWNLOADS, made in a process of its own."""
    yield from _ready(settings)
    return (download(settings, kind, ink),)


def far_size(settings: Settings, kind: str, ink: Ink) -> Generator[float, None, Result]:
    """How many bytes that file has."""
    yield from _ready(settings)
    return (str(len(download(settings, kind, ink))).encode(),)


def network_lesson(settings: Settings) -> Lesson:
    """What a page shows of a network."""
    said = texts(settings.lang)
    match settings.view:
        case "learn":
            training = trained(settings.job)
            told = words.training(training, said)
            play = network.play_learning(settings, training, told, said) | mission_state(settings, training)
        case "weight":
            training = trained(settings.job)
            told = words.agreement(training, settings.weight[0], said)
            play = network.play_weight(settings, training, told, said) | mission_state(settings, training)
        case "chain":
            told, play = said("chain.intro"), network.play_chain(settings, said)
        case _:
            told, play = cost.sentence(costs(), said), network.play_nothing(settings, said)
    return Lesson(f'<p class="gdviz-verdict">{escape(told)}</p>', player.encoded(play))


def _network_charts(settings: Settings, ink: Ink) -> dict[str, Figure]:
    """The figures of a network's view: one is made of what it learned, and one is a measurement."""
    said, job = texts(settings.lang), settings.job
    by_epoch = {learning.CHART: learning.stage(said, ink)}
    match settings.view:
        case "learn":
            by_layer = {depth.CHART: depth.stage(job, said, ink)} if settings.layers else {}
            return {answer.CHART: answer.stage(job, said, ink)} | by_epoch | by_layer
        case "weight":
            name = weight_names(job.sizes)[settings.weight[0]]
            pair = {"pair": _pair_landscape(settings, ink)} if shows_a_pair(settings) else {}
            return {weight.CHART: weight.stage(name, said, ink)} | by_epoch | pair
        case "cost":
            return {cost.CHART: cost.figure(costs(), said, ink)}
    return {}


def _pair_landscape(settings: Settings, ink: Ink) -> Figure:
    """E of two chosen weights at the snapshot nearest to the epoch shown, from above."""
    training = trained(settings.job)
    first, second = settings.weight
    snapshot = int(np.abs(training.epochs - settings.step).argmin())
    return weight.landscape_of(weight.Cut(training, snapshot, (first, second)), ink)


# --- What can be taken home ---------------------------------------------------------------

# What each download's file is called behind the name of its loss or data.
DOWNLOADS = {"html": ".html", "python": ".py", "csv": ".csv", "sheet": "-worksheet.html"}


def downloads(settings: Settings) -> list[str]:
    """Which of DOWNLOADS there are of a page."""
    if settings.race:
        return ["html", "python", "csv"]
    return {"chain": ["html"], "cost": []}.get(settings.view, list(DOWNLOADS))


def download(settings: Settings, kind: str, ink: Ink) -> bytes:
    """The file of one of DOWNLOADS."""
    said = texts(settings.lang)
    match kind, settings.lesson:
        case "html", _:
            run = network_lesson(settings) if settings.lesson == "network" else lesson(settings)
            return animation(settings, charts(settings, ink), run.play, run.told, said, ink).encode()
        case "python", _:
            return script(settings).encode()
        case "csv", "network":
            # A spreadsheet takes a file for UTF-8 by the mark at its beginning.
            return training_table(settings, trained(settings.job), said).encode("utf-8-sig")
        case "csv", _:
            return table(settings, runs(settings), said).encode("utf-8-sig")
        case "sheet", "network":
            return network_worksheet(settings, trained(settings.job), said).encode()
        case "sheet", _:
            return worksheet(settings, runs(settings)[0], said).encode()
    raise KeyError(kind)
