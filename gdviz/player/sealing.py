"""Data of a lesson that asks for each step before it is shown: sent so that to look at it tells nothing.

It hides no secret from who reads the player's code: the player opens it, and so can they.
"""

import numpy as np

MARK = b"\0"  # what begins with it is sealed; what zlib has compressed never does


def sealed(data: bytes) -> bytes:
    """The bytes as they are sent; ``opened`` in src/sealing.ts is the way back."""
    plain = np.frombuffer(data, np.uint8)
    return MARK + (plain ^ _pad(len(plain))).tobytes()


def _pad(length: int) -> np.ndarray:
    """Bytes of a linear congruential generator (Numerical Recipes, 3rd edition, 7.1.4).

    From state 1 on, modulo 2³²: the state after k is aᵏ + c (1 + a + … + aᵏ⁻¹).
    """
    powers = np.multiply.accumulate(np.full(length, 1664525, np.uint32), dtype=np.uint32)
    sums = np.add.accumulate(np.append(np.uint32(1), powers[:-1]), dtype=np.uint32)
    return ((powers + np.uint32(1013904223) * sums) >> np.uint32(24)).astype(np.uint8)
