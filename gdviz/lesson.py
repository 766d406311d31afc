"""The way from Settings to all that a page shows of a run."""

from functools import lru_cache
from html import escape
from typing import NamedTuple

from gdviz import regimes
from gdviz.descent import descend
from gdviz.figures import player, race, ruler, words
from gdviz.ranking import ranking
from gdviz.settings import Settings
from gdviz.texts import texts


class Lesson(NamedTuple):
    """What a page shows of a run: what is told of it, in HTML, and the play as JSON."""

    told: str
    play: bytes


# The slider has 141 rates. A run of 10,000 steps takes 0.7 MB here, one of 30 steps 0.02.
@lru_cache(maxsize=160)
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
