"""What is sent to the player is what protocol.py says, and the player's types say the same."""

import json
import types
import zlib
from typing import Union, get_args, get_origin, get_type_hints, is_typeddict

import orjson
import pytest

from gdviz.link.presets import PRESETS
from gdviz.link.settings import Settings
from gdviz.network.trainings import at_once
from gdviz.player import generate, protocol
from gdviz.web.tasks import download, is_in_worker, shown, shown_task

XOR = "lesson=network&data=xor&layers=4&epochs=20"
LINKS = {
    "one weight": "",
    "exploded": "eta=1.1&steps=2000&every=100",
    "undefined": "formula=log(W)&domain=0.1,5&w=1&eta=3&steps=5",
    "listed": "steps=5000&eta=0.0001",
    "predicted": "loss=absolute&predict=skip&steps=12",
    "predicted, with its regime": "eta=0.3&predict=on&steps=12",
    "mission": "mission=quick",
    "stop": "stop=line",
    "two weights": "loss=valley&eta=0.5&opt=adam&steps=12",
    "surface": "loss=valley&eta=0.5&w=-7,2&view=surface&steps=12",
    "data": "loss=line-fit&steps=40",
    "own data": "loss=line-fit&pairs=1,2.5_2,3.1_3,4.8",
    "race": "race=gd:0.01,gd:0.1,gd:1.05&steps=30",
    "race of two": "loss=saddle&race=gd:0.1,adam:0.1&w=2,0.001&steps=60",
    "hidden": "hide=w,downloads,link,curve-by-step",
    "network": XOR,
    "network, a curve": "lesson=network&data=sine&layers=4&eta=0.1&epochs=20",
    "network, a weight": f"{XOR}&view=weight",
    "network, two weights": f"{XOR}&view=weight&weight=0,1",
    "network, a chain": "lesson=network&data=xor&layers=2&view=chain",
    "network, its cost": "lesson=network&view=cost",
}


def query(link):
    return dict(part.split("=", 1) for part in link.split("&") if part)


def sent(settings):
    """The message of a page, as it is sent."""
    _, packed = at_once(shown_task(settings)) if is_in_worker(settings) else shown(settings)
    return json.loads(zlib.decompress(packed))


def strangers(value, hint, at="run"):
    """Where a value that came as JSON is none of a type."""
    origin, parts = get_origin(hint), get_args(hint)
    if origin in (types.UnionType, Union):
        found = [list(strangers(value, part, at)) for part in parts]
        yield from min(found, key=len)
    elif is_typeddict(hint):
        if type(value) is not dict:
            yield f"{at} is no record"
            return
        yield from (f"{at} has no {name}" for name in hint.__required_keys__ - value.keys())
        hints = get_type_hints(hint)
        for name, part in value.items():
            if name in hints:
                yield from strangers(part, hints[name], f"{at}.{name}")
            else:
                yield f"{at}.{name} is not in the protocol"
    elif origin is list:
        if type(value) is not list:
            yield f"{at} is no list"
            return
        for i, part in enumerate(value):
            yield from strangers(part, parts[0], f"{at}[{i}]")
    elif origin is tuple:
        if type(value) is not list or len(value) != len(parts):
            yield f"{at} is no list of {len(parts)}"
            return
        for i, (part, kind) in enumerate(zip(value, parts, strict=True)):
            yield from strangers(part, kind, f"{at}[{i}]")
    elif origin is dict:
        if type(value) is not dict:
            yield f"{at} is no table"
            return
        for name, part in value.items():
            if parts[0] is int and not name.isdecimal():
                yield f"{at}.{name} is no number"
            yield from strangers(part, parts[1], f"{at}.{name}")
    elif hint is not object and type(value) not in ({float: (float, int)}.get(hint, (hint,))):
        yield f"{at} is {value!r}, no {hint.__name__}"


@pytest.mark.parametrize("link", LINKS.values(), ids=LINKS)
def test_a_message_is_what_the_protocol_says(link):
    settings, notices = Settings.from_query(query(link))
    assert not notices
    assert list(strangers(sent(settings), protocol.Run)) == []


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_s_message_is_what_the_protocol_says(name):
    assert list(strangers(sent(Settings.from_query(PRESETS[name])[0]), protocol.Run)) == []


@pytest.mark.parametrize("loss", ["bowl", "himmelblau", "line-fit"])
def test_a_file_s_run_is_what_the_protocol_says(loss):
    settings, _ = Settings.from_query({"steps": "5", "loss": loss})
    html = download(settings, "html").decode()
    [run] = html.split('id="gdviz-run">')[1:]
    message = orjson.loads(run.split("</script>")[0])
    assert list(strangers(message, protocol.Run)) == []
    assert "explore" in message


def test_all_of_the_protocol_is_sent_by_some_page():
    """A field that no page sends would be one that nobody needs."""
    pages = [sent(Settings.from_query(query(link))[0]) for link in LINKS.values()]
    # A file that was taken home has one more, see above.
    assert set(get_type_hints(protocol.Run)) - {"explore"} == {name for page in pages for name in page}
    scenes = [scene for page in pages for scene in page["scenes"]]
    assert set(get_type_hints(protocol.Scene)) == {name for scene in scenes for name in scene}


def test_strangers_are_found():
    message = sent(Settings())
    assert len(list(strangers({**message, "more": 1}, protocol.Run))) == 1
    assert len(list(strangers({**message, "steps": ["0"]}, protocol.Run))) == 1
    assert len(list(strangers({**message, "columns": {"W": {"x": "0"}}}, protocol.Run))) == 1
    del message["scenes"][0]["movers"]
    assert list(strangers(message, protocol.Run)) == ["run.scenes[0] has no movers"]


def test_what_the_player_has_from_python_is_up_to_date():
    """Otherwise: python -m gdviz.player.generate && npm run build"""
    for path, text in generate.files().items():
        assert path.read_text("utf-8") == text, path
