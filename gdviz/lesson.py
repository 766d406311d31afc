"""The way from Settings to all that a page shows of a run."""

from functools import lru_cache
from html import escape
from threading import Lock
from typing import Any, NamedTuple

import numpy as np
from cachetools import LRUCache, cached
from plotly.graph_objects import Figure

from gdviz import regimes
from gdviz.cost import costs
from gdviz.descent import Path, descend
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
from gdviz.figures.ink import Ink
from gdviz.losses import OWN
from gdviz.missions import MISSIONS, Run
from gdviz.ranking import ranking
from gdviz.settings import CLASSROOM, Settings
from gdviz.texts import texts
from gdviz.training import Job, State, Training, advance, begin, finish

CACHE = 32e6  # bytes of lessons that are kept


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
        return Lesson(race.html(results, loss, said), player.encoded(play | mission))
    [path] = paths
    verdict = words.verdict(regimes.verdict(loss, settings.rule, path), loss.names, said)
    thresholds = regimes.ruler(loss, settings.opt, settings.w)
    scale = ruler.html(thresholds, settings.eta, said)
    play = player.play(settings, path, verdict, said)
    play |= player.prediction(settings, path, thresholds, said)
    return Lesson(f'<p class="gdviz-verdict">{escape(verdict)}</p>{scale}', player.encoded(play | mission))


def runs(settings: Settings) -> list[Path]:
    """The run of one or two weights, or all those of a race."""
    rules = settings.race or (settings.rule,)
    return [descend(settings.record, rule.optimizer, settings.w, settings.steps) for rule in rules]


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


# --- A network: its training may take seconds, so it is done in portions ------------------


@lru_cache(maxsize=32)
def _state(job: Job) -> State:
    return begin(job)


def portion(job: Job) -> float:
    """Train a little further; the share of the training that is done then."""
    state = advance(job, _state(job))
    return 1.0 if state.done else state.epoch / job.epochs


@lru_cache(maxsize=32)
def trained(job: Job) -> Training:
    """A training whose portions may have been done before."""
    while portion(job) < 1:
        pass
    return finish(job, _state(job))


def needs_training(settings: Settings) -> bool:
    """Whether the page shows what a network learned."""
    return settings.view in ("learn", "weight")


def is_far(settings: Settings) -> bool:
    """Whether a page's contents are worked out in a process of their own, as they may take long."""
    return settings.lesson == "network" or settings.loss == OWN


def far_lesson(settings: Settings) -> Lesson:
    """What a page shows of what is worked out in a process of its own: a network, or a typed loss."""
    return network_lesson(settings) if settings.lesson == "network" else lesson(settings)


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
            pair = {"pair": _pair_landscape(settings, ink)} if len(settings.weight) == 2 else {}
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
            run = far_lesson(settings)
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


def download_size(settings: Settings, kind: str, ink: Ink) -> int:
    """How many bytes a download has."""
    return len(download(settings, kind, ink))
