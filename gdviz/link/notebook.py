"""A run's link: the page with the same loss, rule, start and steps."""

from urllib.parse import urlencode

from gdviz.core.descent import Path
from gdviz.core.loss import FormulaLoss
from gdviz.core.losses import CUSTOM, LOSSES
from gdviz.core.numbers import plain
from gdviz.link.readers import schedule_text
from gdviz.link.schema import SCHEMAS
from gdviz.link.settings import Settings


def link(path: Path) -> str:
    """The page's address for a run, without the page's own: what stands behind its question mark.

    Args:
        path: A run on one of LOSSES, or on a formula of one or two weights, by one of OPTIMIZERS.

    Returns:
        A query string. Opened there, it shows the run at its start.

    Raises:
        ValueError: A run that the page cannot show, as it has a function or more than two weights, begins
            outside the domain, or has a rate or a number of steps that the page does not take.

    Example:
        >>> import gdviz as gd
        >>> path = gd.descend(gd.LOSSES["bowl"], gd.OPTIMIZERS["gd"](0.1), 5, 30)
        >>> gd.link(path)
        'lesson=one&loss=bowl&opt=gd&eta=0.1&predict=off&w=5&steps=30&every=1&step=0&look=page&lang=en'
    """
    loss, rule = path.loss, path.optimizer.rule
    if not isinstance(loss, FormulaLoss) or len(loss.domain) > 2 or rule is None:
        raise ValueError("the page shows formulas of one or two weights, and the rules of OPTIMIZERS")
    query = {
        "loss": loss.id,
        "opt": rule.id,
        "const": ",".join(map(plain, rule.constants)),
        "eta": plain(rule.learning_rate),
        "w": ",".join(map(plain, path.weights[0].tolist())),
        # Of one that ended early, so many that it does so there, too.
        "steps": str(path.steps + path.diverged),
        "schedule": schedule_text((until, it.rule.learning_rate) for until, it in path.earlier if it.rule),
    }
    if LOSSES.get(loss.id) != loss:
        drawn = {len(schema.typed[1]): schema.id for schema in SCHEMAS.values() if schema.typed}
        lesson = drawn[len(loss.domain)]
        domain = ",".join(plain(bound) for bounds in loss.domain for bound in bounds)
        query |= {"lesson": lesson, "loss": CUSTOM, "formula": loss.text, "domain": domain}
    settings, notices = Settings.from_query({name: text for name, text in query.items() if text})
    if notices:
        raise ValueError(f"the page does not take {notices[0].field}={notices[0].raw}")
    return urlencode(settings.to_query(), safe=",")
