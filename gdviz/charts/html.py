"""HTML from templates, in which every text is escaped unless it is markup itself."""

from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup


def templates(package: str) -> Environment:
    """The templates of a package's folder ``templates``."""
    return Environment(
        loader=PackageLoader(package),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        extensions=["jinja2.ext.do"],
    )


TEMPLATES = templates("gdviz.charts")


def rendered(template: str, **values: Any) -> Markup:
    """One of this folder's templates with its values."""
    return Markup(TEMPLATES.get_template(template).render(values))
