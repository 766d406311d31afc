"""The way from Settings to all that a page shows of a run."""

from functools import lru_cache
from typing import NamedTuple

from gdviz import regimes
from gdviz.descent import descend
from gdviz.figures import player, ruler, words
from gdviz.settings import Settings
from gdviz.texts import texts


class Lesson(NamedTuple):
    """What a page shows of a run: the verdict in words, the ruler in HTML, the play as JSON."""

    verdict: str
    ruler: str
    play: bytes


# The slider has 141 rates. A run of 10,000 steps takes 0.7 MB here, one of 30 steps 0.02.
@lru_cache(maxsize=160)
def lesson(settings: Settings) -> Lesson:
    """Compute a run and word it; what many ask for, as a class does, is computed once."""
    loss, said = settings.record, texts(settings.lang)
    path = descend(loss, settings.rule.optimizer, settings.w, settings.steps)
    verdict = words.verdict(regimes.verdict(loss, settings.rule, path), loss.names, said)
    return Lesson(
        verdict,
        ruler.html(regimes.ruler(loss, settings.opt, settings.w), settings.eta, said),
        player.encoded(player.play(settings, path, verdict, said)),
    )
