"""Writes what the player's sources have from Python: python -m gdviz.player.generate

Its types and numbers (``src/protocol.ts``) from ``protocol.py``, its colours (``style/colours.css``) from
those of the charts. After it: npm run build.
"""

import inspect
import types
from pathlib import Path
from typing import Any, Union, get_args, get_origin, get_type_hints, is_typeddict

from gdviz.charts import theme
from gdviz.player import protocol

HOME = Path(__file__).parent
HEAD = "What Python sends the player. Written by gdviz/player/generate.py from protocol.py."
PLAIN = {
    str: "string",
    int: "number",
    float: "number",
    bool: "boolean",
    object: "unknown",
    types.NoneType: "null",
}


def files() -> dict[Path, str]:
    """The files, as they should be."""
    return {HOME / "src/protocol.ts": typescript(), HOME / "style/colours.css": colours()}


def typescript() -> str:
    """The records and the numbers of the protocol."""
    records = [record for record in vars(protocol).values() if is_typeddict(record)]
    numbers = [f"export const {name} = {value};" for name, value in protocol.NUMBERS.items()]
    return "\n".join([f"// {HEAD}", "", *numbers, "", *map(_interface, records)])


def colours() -> str:
    """The colours that mean on the page what they mean on a chart, whatever the paper."""
    light, marks = theme.THEMES["light"], theme.MARKER_STYLES
    named = {
        "point": light.point,
        "tangent": light.tangent,
        "step": light.step,
        "rose": light.rose,
        "vermilion": marks[1].color,
        "green": marks[2].color,
        "sky": marks[5].color,
    }
    lines = [f"  --gdviz-{name}: {color};" for name, color in named.items()]
    return "\n".join(
        ["/* Written by gdviz/player/generate.py from charts/theme.py. */", ":root {", *lines, "}", ""]
    )


def _interface(record: Any) -> str:
    """A TypedDict as an interface, with its docstring."""
    own = vars(record).get("__doc__") or ""
    lines = [f" * {line}".rstrip() for line in inspect.cleandoc(own).splitlines()]
    comment = ["/**", *lines, " */"] if lines else []
    fields = [
        f"  readonly {name}{'?' if name in record.__optional_keys__ else ''}: {_type(hint)};"
        for name, hint in get_type_hints(record).items()
    ]
    return "\n".join([*comment, f"export interface {record.__name__} {{", *fields, "}", ""])


def _type(hint: Any) -> str:
    """A type as the other side writes it: all that is sent stays as it is."""
    origin, parts = get_origin(hint), get_args(hint)
    if is_typeddict(hint):
        return hint.__name__
    if origin in (types.UnionType, Union):
        return " | ".join(dict.fromkeys(map(_type, parts)))
    if origin is tuple:
        return f"readonly [{', '.join(map(_type, parts))}]"
    if origin is list:
        inner = _type(parts[0])
        return f"readonly ({inner})[]" if " " in inner else f"readonly {inner}[]"
    if origin is dict:
        return f"Readonly<Record<{_type(parts[0])}, {_type(parts[1])}>>"
    return PLAIN[hint]


if __name__ == "__main__":
    for path, text in files().items():
        path.write_text(text, "utf-8")
