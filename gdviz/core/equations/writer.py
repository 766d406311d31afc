"""The choice of digits: k lines of each equation until every one of them holds as it is written."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

import numpy as np

from gdviz.core.equations.expressions import Expression, expression
from gdviz.core.equations.numbers import UNIT, Exact, Measured
from gdviz.core.numbers import DIGITS, MOST_DIGITS, number, superscript

SHORT = 1e-12  # what is nearer to a short number, relative to it, is taken for that number
TRUSTED = 4.0  # the last digit of a result is at least so many times what the doubles may be off
PASSES = 40  # over all lines; a few are enough


class Equation(NamedTuple):
    """A line of arithmetic: an expression as it is printed, and the name of what it gives."""

    expression: str
    result: str


class Written(NamedTuple):
    """k times the same lines with other numbers: each name's texts, and whether they are all there is.

    ``known`` says by name where nothing was rounded, ``substituted`` by line where no operand was,
    and ``gives`` by line where the result is exactly what the operands shown come to.
    """

    texts: dict[str, list[str]]
    known: dict[str, list[bool]]
    substituted: list[list[bool]]
    gives: list[list[bool]]


class Writer:
    """The k lines of each equation while their digits are chosen."""

    def __init__(
        self,
        equations: Sequence[Equation],
        values: Mapping[str, np.ndarray],
        given: Mapping[str, str],
        least: Mapping[str, np.ndarray],
    ):
        self.equations = [(expression(line.expression), line.result) for line in equations]
        self.exponents = {name: array for name, array in values.items() if array.dtype.kind in "iu"}
        self.given = {name: expression(text).at(Exact, {}).value for name, text in given.items()}
        self.fixed = {
            **{
                name: Measured(np.float64(value), UNIT * abs(float(value)))
                for name, value in self.given.items()
            },
            **{name: Measured(array.astype(float)) for name, array in self.exponents.items()},
        }
        self.values = {name: array for name, array in values.items() if name not in self.exponents}
        self.count = len(next(iter(values.values())))
        whole = {name: np.zeros(self.count, int) for name in self.values}
        self.powers = {name: _power_of_ten(array) for name, array in self.values.items()}
        self.digits = {name: zero + least.get(name, DIGITS) for name, zero in whole.items()}
        self.most = {name: zero + MOST_DIGITS for name, zero in whole.items()}
        self.shown = {name: array.copy() for name, array in self.values.items()}
        self.exact = [np.zeros(self.count, bool) for _ in equations]
        self.unsure = [np.ones(self.count, bool) for _ in equations]  # numbers changed since they were tried
        self.uses = {
            name: [
                i
                for i, (line, result) in enumerate(self.equations)
                if name in line.operands or name == result
            ]
            for name in self.values
        }
        everywhere = np.arange(self.count)
        for name in self.values:
            self._show(name, everywhere)
        off = {name: abs(self.shown[name] - array) for name, array in self.values.items()}
        self.short = {
            name: off[name] <= SHORT * 10.0 ** (DIGITS - self.digits[name]) * abs(array)
            for name, array in self.values.items()
        }
        self.noise = {
            name: np.maximum(UNIT * abs(array), np.where(self.short[name], off[name], 0))
            for name, array in self.values.items()
        }

    def written(self) -> Written:
        for line, result in self.equations:
            self._trust(line, result)
        for _ in range(PASSES):
            settled = [self._settle(i) for i in reversed(range(len(self.equations)))]
            if all(settled):
                break
        texts = {
            name: [
                number(value, digits) if digits > 0 else "0"
                for value, digits in zip(array.tolist(), self.digits[name].tolist(), strict=True)
            ]
            for name, array in self.values.items()
        }
        texts |= {name: [superscript(n) for n in array.tolist()] for name, array in self.exponents.items()}
        known = {name: self._is_known(name).tolist() for name in self.values}
        substituted = [
            [all(known[name][k] for name in line.operands if name in known) for k in range(self.count)]
            for line, _ in self.equations
        ]
        gives = [
            [maybe and self._is_exact(i, k) for k, maybe in enumerate(exact.tolist())]
            for i, exact in enumerate(self.exact)
        ]
        return Written(texts, known, substituted, gives)

    def _is_known(self, name: str) -> np.ndarray:
        """Where nothing that is known of a value was left out."""
        off = abs(self.shown[name] - self.values[name])
        return np.asarray(self.short[name] | (off <= TRUSTED * self.noise[name]))

    def _show(self, name: str, at: np.ndarray) -> None:
        """Round a name's values to its digits."""
        values, digits = self.values[name][at].tolist(), self.digits[name][at].tolist()
        self.shown[name][at] = [
            float(f"{value:.{d - 1}e}") if d > 0 else 0.0 for value, d in zip(values, digits, strict=True)
        ]
        for i in self.uses[name]:
            self.unsure[i][at] = True

    def _trust(self, line: Expression, result: str) -> None:
        """How far off a result may be, and so how many digits of it can be shown."""
        everywhere = np.arange(self.count)
        values = self.values[result]
        noise = {name: self.noise[name] for name in line.operands if name in self.values}
        found = self._evaluated(line, everywhere, self.values, noise)
        off = abs(found.value - values) + found.error
        noise = np.maximum(np.where(np.isfinite(off), off, 0.0), UNIT * abs(values))
        self.noise[result] = noise
        trusted = self.powers[result] + 1 - np.log10(np.where(noise == 0, 1, TRUSTED * noise))
        most = np.where((noise == 0) | (values == 0), MOST_DIGITS, np.floor(trusted)).astype(int)
        self.most[result] = np.minimum(MOST_DIGITS, most)
        fewer = np.flatnonzero(self.digits[result] > self.most[result])
        self.digits[result][fewer] = self.most[result][fewer]
        self._show(result, fewer)

    def _evaluated(
        self,
        line: Expression,
        at: np.ndarray,
        values: dict[str, np.ndarray],
        errors: dict[str, np.ndarray] | None,
    ) -> Measured:
        """A line at some of the k places; errors of None are those of doubles that were read."""
        operands = {}
        for name in line.operands:
            if name in self.values:
                value = values[name][at]
                operands[name] = Measured(value, UNIT * abs(value) if errors is None else errors[name])
            else:
                fixed = self.fixed[name]
                operands[name] = Measured(fixed.value[at]) if name in self.exponents else fixed
        found: Measured = line.at(Measured, operands)
        missing = ~np.isfinite(found.value + found.error)
        if not missing.any():
            return found
        value, error = (np.array(np.broadcast_to(part, missing.shape)) for part in (found.value, found.error))
        for i in np.flatnonzero(missing.reshape(-1, len(at)).any(axis=0)).tolist():
            # Beyond the range of doubles on the way.
            exact = self._exactly(line, int(at[i]), lambda name, k: Fraction(float(values[name][k])))
            value[..., i] = np.nan if exact is None else float(exact.rounded)
            error[..., i] = SHORT * abs(value[..., i])
        return Measured(value, error)

    def _exactly(self, line: Expression, k: int, read: Callable[[str, int], Fraction]) -> Exact | None:
        """A line at the k-th place, in fractions where that is possible; None where it has no value."""
        operands = {}
        try:
            for name in line.operands:
                if name in self.exponents:
                    operands[name] = Exact(Fraction(int(self.exponents[name][k])))
                else:
                    operands[name] = Exact(self.given[name] if name in self.given else read(name, k))
            exact: Exact = line.at(Exact, operands)
            return exact
        except (ArithmeticError, ValueError, TypeError):
            return None

    def _printed(self, name: str, k: int) -> Fraction:
        digits = int(self.digits[name][k])
        return Fraction(f"{self.values[name][k]:.{digits - 1}e}") if digits > 0 else Fraction(0)

    def _is_exact(self, i: int, k: int) -> bool:
        line, result = self.equations[i]
        exact = self._exactly(line, k, self._printed)
        return exact is not None and exact.is_fraction and exact.value == self._printed(result, k)

    def _half(self, name: str, at: np.ndarray) -> np.ndarray:
        """Half a unit of the last digit shown; of 0, half of what can be told from it."""
        unit = 10.0 ** (self.powers[name][at] - self.digits[name][at] + 1.0)
        return np.asarray(np.where(self.values[name][at] == 0, TRUSTED * self.noise[name][at], unit) / 2)

    def _holds(self, i: int, at: np.ndarray) -> np.ndarray:
        line, result = self.equations[i]
        found = self._evaluated(line, at, self.shown, None)
        gap = abs(found.value - self.shown[result][at])
        self.exact[i][at] = gap <= found.error
        self.unsure[i][at] = False
        return np.asarray(gap + found.error <= self._half(result, at))

    def _settle(self, i: int) -> bool:
        """Give a line the digits that it needs; whether it had them."""
        result = self.equations[i][1]
        at = np.flatnonzero(self.unsure[i])
        missing = at[~self._holds(i, at)] if at.size else at
        if not missing.size:
            return True
        missing = self._grow(i, missing)
        while missing.size:  # more than the doubles are sure of
            self.digits[result][missing] -= 1
            self.most[result][missing] = self.digits[result][missing]
            self._show(result, missing)
            missing = missing[~self._holds(i, missing) & (self.digits[result][missing] > -MOST_DIGITS)]
        return False

    def _grow(self, i: int, at: np.ndarray) -> np.ndarray:
        """More digits for the operands, as far as each matters; where that is not enough."""
        line, result = self.equations[i]
        names = [name for name in line.operands if name in self.values]
        if not names:  # all operands are given as they stand
            return at
        # By how much the result is off, to first order, if one of them is off by its own size.
        sizes = {name: abs(self.values[name][at]) for name in names}
        each = np.eye(len(names))[:, :, None]
        weights = self._evaluated(
            line, at, self.shown, {name: one * sizes[name] for name, one in zip(names, each, strict=True)}
        ).error
        half = self._half(result, at)
        rest = np.arange(len(at))
        for decades in range(MOST_DIGITS + 1):
            grown = np.zeros(len(rest), bool)
            here = at[rest]
            for name, weight in zip(names, weights, strict=True):
                digits = self.digits[name][here]
                share = 2 * (half[rest] / weight[rest]) * sizes[name][rest]
                needed = np.ceil(self.powers[name][here] + 1 + decades - np.log10(share))
                needed = np.where(np.isfinite(needed), needed, digits).astype(int)
                more = np.maximum(digits, np.minimum(needed, self.most[name][here]))
                # Further digits of a short number are what rounding has left.
                more = np.where(self.short[name][here], digits, more)
                changed = more > digits
                if changed.any():
                    self.digits[name][here] = more
                    self._show(name, here[changed])
                    grown |= changed
            if grown.any():
                still = ~grown
                still[grown] = ~self._holds(i, here[grown])
                rest = rest[still]
                if not rest.size:
                    break
        return at[rest]


def _power_of_ten(values: np.ndarray) -> np.ndarray:
    """The exponent of each number's first digit."""
    size = np.where(values == 0, 1.0, abs(values))
    powers = np.floor(np.log10(size)).astype(int)
    return powers - (10.0**powers > size)
