"""Whether a student has to say first where a step will lead, and whether that may be skipped."""

OFF, ON, SKIP = MODES = ("off", "on", "skip")
ASKED, NOT_ASKED = REGIME = ("ask", "no")  # whether it is asked first what the learning rate will do


def asks(mode: str) -> bool:
    """Whether each step is asked for."""
    return mode != OFF


def is_fixed(mode: str) -> bool:
    """Whether a teacher has switched it on for good: then no question may be skipped."""
    return mode == ON


def may_skip(mode: str) -> bool:
    """Whether a question may be skipped."""
    return mode == SKIP
