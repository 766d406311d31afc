"""Every word a person reads: one TOML file a language, and its loader."""

import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from gdviz.core.losses import LOSSES
from gdviz.core.optimizers import OPTIMIZERS
from gdviz.network.datasets import DATASETS


def _of_rule(name: str) -> dict[str, Any]:
    rule = OPTIMIZERS[name]
    return {"name": name, "latex": rule.latex, "remembers": "", "effect": "", "worked": rule.symbols}


def _of_loss(name: str) -> dict[str, Any]:
    return {"name": name, "watch": f"E = {LOSSES[name].text}"} if name in LOSSES else {}


def _of_data(name: str) -> str:
    return DATASETS[name].id


def _of_constant(name: str) -> str:
    letters = {constant.name: constant.letter for rule in OPTIMIZERS.values() for constant in rule.constants}
    return letters[name]


# What stands for a record's texts that a language does not have, by section: its id, and its formula.
FALLBACKS: dict[str, Callable[[str], Any]] = {
    "optimizers": _of_rule,
    "constants": _of_constant,
    "losses": _of_loss,
    "data": _of_data,
    "presets": str,
    "parts": str,
}


class Texts:
    """The texts of one language, by dotted key."""

    def __init__(self, lang: str):
        self.lang = lang
        self._table = tomllib.loads(Path(__file__).with_name(f"{lang}.toml").read_text("utf-8"))

    def __call__(self, key: str, **values: object) -> str:
        """The text of a key, its placeholders filled. KeyError for a key that is not there."""
        text = self.section(key)
        return text.format(**values) if values else text

    def found(self, key: str, fallback: str = "") -> str:
        """The text of a key, or the fallback: of what may have been added from outside, without texts."""
        try:
            return self(key)
        except KeyError:
            return fallback

    def section(self, key: str) -> Any:
        """What stands under a key: a text or a table of them."""
        kind, *parts = key.split(".")
        found: Any = self._table[kind]
        if parts and kind in FALLBACKS:
            name = parts.pop(0)
            found = _over(FALLBACKS[kind](name), found.get(name))
        for part in parts:
            found = found[part]
        return found


def _over(fallback: Any, found: Any) -> Any:
    """What was found, with what is missing in it from the fallback."""
    if isinstance(fallback, dict):
        found = found or {}
        return found | {key: _over(value, found.get(key)) for key, value in fallback.items()}
    return fallback if found is None else found


@cache
def load_texts(lang: str) -> Texts:
    return Texts(lang)
