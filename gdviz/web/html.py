"""The page's own HTML, from templates."""

from functools import cache
from typing import Any

from gdviz.charts.html import templates


@cache
def parts() -> Any:
    """The macros of parts.html.j2: functions that give Markup."""
    return templates("gdviz.web").get_template("parts.html.j2").module
