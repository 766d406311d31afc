"""The way from Settings to all that a page shows of a run."""

from functools import lru_cache
from html import escape
from threading import Lock
from typing import NamedTuple

import numpy as np
from cachetools import LRUCache, cached
from plotly.graph_objects import Figure

from gdviz import regimes
from gdviz.cost import costs
from gdviz.descent import descend
from gdviz.figures import cost, network, player, race, ruler, weight, words
from gdviz.figures.ink import Ink
from gdviz.ranking import ranking
from gdviz.settings import Settings
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
    paths = [descend(loss, rule.optimizer, settings.w, settings.steps) for rule in rules]
    if settings.race:
        results = ranking(loss, rules, paths)
        play = player.play_race(settings, paths, race.sentence(results, loss, said), said)
        return Lesson(race.html(results, loss, said), player.encoded(play))
    [path] = paths
    verdict = words.verdict(regimes.verdict(loss, settings.rule, path), loss.names, said)
    scale = ruler.html(regimes.ruler(loss, settings.opt, settings.w), settings.eta, said)
    play = player.play(settings, path, verdict, said)
    return Lesson(f'<p class="gdviz-verdict">{escape(verdict)}</p>{scale}', player.encoded(play))


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
    """Whether a view of a network shows what it learned."""
    return settings.view in ("learn", "weight")


def network_lesson(settings: Settings) -> Lesson:
    """What a page shows of a network."""
    said = texts(settings.lang)
    match settings.view:
        case "learn":
            training = trained(settings.job)
            told = words.training(training, said)
            play = network.play_learning(settings, training, told, said)
        case "weight":
            training = trained(settings.job)
            told = words.agreement(training, settings.weight[0], said)
            play = network.play_weight(settings, training, told, said)
        case "chain":
            told, play = said("chain.intro"), network.play_chain(settings, said)
        case _:
            told, play = cost.sentence(costs(), said), network.play_nothing(settings, said)
    return Lesson(f'<p class="gdviz-verdict">{escape(told)}</p>', player.encoded(play))


def pair_landscape(settings: Settings, ink: Ink) -> Figure:
    """E of two chosen weights at the snapshot nearest to the epoch shown, from above."""
    training = trained(settings.job)
    first, second = settings.weight
    snapshot = int(np.abs(training.epochs - settings.step).argmin())
    return weight.landscape_of(weight.Cut(training, snapshot, (first, second)), ink)


def cost_chart(settings: Settings, ink: Ink) -> Figure:
    """What a gradient costs, as measured where this is called."""
    return cost.figure(costs(), texts(settings.lang), ink)
