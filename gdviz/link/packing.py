"""A question in fewer letters than percent signs need: base64 of UTF-16, two bytes for most letters."""

import base64

from gdviz.link.bounds import MAX_QUESTION
from gdviz.link.reading import RefusedError

PACKED = "~"  # what a question begins with that is packed
LONGEST = 6 * MAX_QUESTION  # letters


def packed(question: str) -> str:
    """The question as a short link has it."""
    return PACKED + base64.urlsafe_b64encode(question.encode("utf-16-be")).decode().rstrip("=")


def unpacked(text: str) -> str:
    """The question that a link says, packed or not. Raises RefusedError for one that is damaged."""
    if not text.startswith(PACKED):
        return text
    letters = text[len(PACKED) :][:LONGEST]
    try:
        data = base64.b64decode(letters + "=" * (-len(letters) % 4), altchars=b"-_", validate=True)
        return data.decode("utf-16-be")
    except ValueError:  # of base64, or of UTF-16
        raise RefusedError(used="") from None


def as_written(question: str) -> str:
    """The question as it stands in an address: plain, but where it would be taken for a packed one."""
    return packed(question) if question.startswith(PACKED) else question
