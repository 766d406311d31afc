"""Every word a person reads: one TOML file a language, and its loader."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any


class Texts:
    """The texts of one language, by dotted key."""

    def __init__(self, lang: str):
        self.lang = lang
        self._table = tomllib.loads(Path(__file__).with_name(f"{lang}.toml").read_text("utf-8"))

    def __call__(self, key: str, **values: object) -> str:
        """The text of a key, its placeholders filled. KeyError for a key that is not there."""
        text = self.section(key)
        return text.format(**values) if values else text

    def section(self, key: str) -> Any:
        """What stands under a key: a text or a table of them."""
        found: Any = self._table
        for part in key.split("."):
            found = found[part]
        return found


@cache
def texts(lang: str) -> Texts:
    return Texts(lang)
