"""What the player is sent: a chart's keyframes, and a template with the numbers of a step in it."""

import json
import re

from gdviz.core.descent import descend
from gdviz.core.optimizers import OPTIMIZERS
from gdviz.link.readers import shown_steps
from gdviz.link.settings import Settings
from gdviz.web import tasks


def of(preset, **more):
    settings = settings_of(preset, **more)
    path = descend(settings.loss_function, OPTIMIZERS["gd"](settings.eta), settings.w, settings.steps)
    return settings, path, shown_steps(settings.steps, settings.every)


def settings_of(preset, **more):
    settings, notices = Settings.from_query({**preset, **more})
    assert not notices
    return settings


def play_of(settings):
    return json.loads(tasks.shown(settings).play)


def keyframes(animation, trace):
    return next(keyframes.points for keyframes in animation.all_keyframes if keyframes.trace == trace)


def is_complete(play):
    """Each track has a row for each frame, and a template asks for nothing that is not there."""
    frames = len(play["steps"])
    for animation in play["scenes"]:
        for keyframes in animation["tracks"]:
            shown = keyframes.get("frame", range(len(keyframes["rows"])))
            assert len(shown) == frames or len(keyframes["rows"]) == 1
            assert max(shown) < len(keyframes["rows"])
        for curves in animation["curves"]:
            assert len(curves["shares"]) == frames
        assert len(animation.get("legs", [])) == (
            0 if animation.get("fixed", {}).get("lines") else frames - 1
        )
        assert len(animation.get("glides", [])) in (0, frames - 1)
    worked, told = (
        play["worked"],
        [load_texts for animation in play["scenes"] for load_texts in animation["tracks"]],
    )
    templates = json.dumps([worked, [keyframes.get("text", []) for keyframes in told], play["constants"]])
    names = {name.strip("()'") for name in re.findall(r"\{(.*?)\}", templates) if not name.startswith('"')}
    assert names <= {*play["columns"], *play["constants"], "step", "next"}


def filled(play, template, step):
    """The player's own fill() of a template."""

    def value(found):
        wrap, name, later = found.groups()
        column, at = play["columns"].get(name), step + (later == "'")
        column = dict(enumerate(column)) if isinstance(column, list) else column
        text = name if column is None else column.get(at, column.get(str(at), name))
        if text in play["constants"]:
            text = filled(play, play["constants"][text], step)
        elif text == name:
            text = {"step": str(step), "next": str(step + 1)}.get(name, "")
        return f"({text})" if wrap and re.match("−|.*×", text) else text

    return re.sub(r"\{(\()?(\w+)\)?('?)\}", value, template)
