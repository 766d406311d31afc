"""A short link, for a code that is scanned: it leaves out what is a default of the version that it names."""

from gdviz.link.packing import packed
from gdviz.link.settings import Settings
from gdviz.link.versions import VERSION


def short_query(settings: Settings, but: tuple[str, ...] = (), keep: tuple[str, ...] = ()) -> dict[str, str]:
    """The fewest fields that open the same state, with the version whose defaults are meant.

    The fields in ``but`` are left to the reader, such as the language; those in ``keep`` stand in any case.
    """
    query = {name: text for name, text in settings.to_query().items() if name not in but}
    left, before = [name for name in reversed(query) if name not in keep], 0
    while len(query) != before:  # what one leaves out may be the default of another
        before = len(query)
        for name in filter(query.__contains__, left):
            rest = {other: text for other, text in query.items() if other != name}
            if Settings.from_query(rest, lang=settings.lang)[0] == settings:
                query = rest
    if not query.get("q", "").isascii():
        query["q"] = packed(query["q"])
    return {"v": VERSION, **query}
