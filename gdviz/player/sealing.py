"""Data of a lesson that asks for each step before it is shown: sent so that to look at it tells nothing.

It hides no secret from who reads the player's code: the player opens it, and so can they.
"""

from functools import cache

import numpy as np

MARK = b"\0"  # what begins with it is sealed; JSON never does
LONGEST = 2**20  # bytes


def sealed(data: bytes) -> bytes:
    """The bytes as they are sent; ``opened`` in src/sealing.ts is the way back."""
    plain = np.frombuffer(data, np.uint8)
    return MARK + (plain ^ np.resize(_pad(), len(plain))).tobytes()


@cache
def _pad() -> np.ndarray:
    """Bytes of a linear congruential generator (Numerical Recipes, 3rd edition, 7.1.4)."""
    values, state = bytearray(LONGEST), 1
    for i in range(LONGEST):
        state = (state * 1664525 + 1013904223) % 2**32
        values[i] = state >> 24
    return np.frombuffer(bytes(values), np.uint8)
