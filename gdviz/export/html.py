"""The files' HTML and SVG, from templates."""

from functools import cache
from typing import Any

from markupsafe import Markup

from gdviz.charts.html import templates

TEMPLATES = templates("gdviz.export")


def rendered(template: str, **values: Any) -> Markup:
    """One of this folder's templates with its values."""
    return Markup(TEMPLATES.get_template(template).render(values))


@cache
def parts() -> Any:
    """The macros of parts.html.j2, small parts of a page and of a drawing: functions that give Markup."""
    return TEMPLATES.get_template("parts.html.j2").module
