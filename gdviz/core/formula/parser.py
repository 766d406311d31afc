"""A formula's tokens → its tree, which has a place in the text at every node.

One class reads all of it, as the rules of precedence call each other; so the file is a little long.
"""

from dataclasses import dataclass, replace
from typing import NamedTuple

from gdviz.core.formula.grammar import MAX_DEPTH, MAX_NODES, OPENING, FormulaError, Token, error
from gdviz.core.formula.letters import weights_of
from gdviz.core.formula.lexer import Lexer

SEVERAL = ("max", "min")
# What may stand behind a function's name without parentheses; another function ends it.
FACTORS = ("number", "constant", "letter", "root", "frac")


@dataclass(frozen=True, slots=True)
class Node:
    """A part of a formula, at ``start`` to ``end`` of its text.

    ``kind`` is number, constant or letter, a weight, whose name is ``name``; negative; one of + - * / ^; or
    a function's name. ``implicit`` is a product without a sign, or a function without parentheses, and
    ``grouped`` what stands in parentheses. Where the text is ambiguous the parts that might have been meant
    otherwise are ``doubtful``: a reader shows them in parentheses.
    """

    kind: str
    parts: tuple["Node", ...]
    start: int
    end: int
    name: str = ""
    implicit: bool = False
    grouped: bool = False
    doubtful: bool = False


class Tree(NamedTuple):
    """A formula as it was read, and whether another reading of what was typed could have been meant."""

    root: Node
    doubtful: bool


def tree(text: str, letters: tuple[str, ...]) -> Tree:
    """Read a formula of the given letters; FormulaError for what is none."""
    tokens, signature = Lexer(text).read()
    return _Parser(text, tokens, weights_of(text, tokens, signature, letters)).read()


class _Parser:
    """Reads tokens by the rules of precedence: sums of products of powers."""

    def __init__(self, text: str, tokens: list[Token], weights: dict[tuple[str, str], str]):
        self.text, self.tokens, self.weights = text, tokens, weights
        self.at, self.nodes, self.roots, self.doubtful = 0, 0, 0, False
        self.open: list[Token] = []  # the parentheses and bars that are not closed yet

    def read(self) -> Tree:
        root = self._sum()
        if self.token.kind != "end":
            self._out_of_place()
        return Tree(root, self.doubtful)

    @property
    def token(self) -> Token:
        return self.tokens[self.at]

    def _next(self) -> Token:
        self.at += 1
        return self.tokens[self.at - 1]

    def _refused(self, kind: str, token: Token | Node) -> FormulaError:
        return error(kind, self.text, token.start, token.end)

    def _node(self, kind: str, parts: tuple[Node, ...], start: int, end: int, name: str = "") -> Node:
        self.nodes += 2 if kind.isalpha() and parts and kind != "negative" else 1
        if self.nodes > MAX_NODES:
            raise FormulaError("nodes", self.text, 0)
        return Node(kind, parts, start, end, name)

    def _out_of_place(self) -> None:
        """Say of a token, at which nothing could go on, what is wrong with it."""
        token = self.token
        if token.kind == "close":
            raise self._refused("unopened", token)
        if token.kind == "bar":
            raise self._refused("bar", token)
        raise self._refused("comma", token)

    def _sum(self) -> Node:
        total = self._product()
        while self.token.kind in "+-":
            sign = self._next().kind
            term = self._product()
            total = self._node(sign, (total, term), total.start, term.end)
        return total

    def _product(self) -> Node:
        """Factors by * and /, or side by side, from left to right."""
        first = self._factor()
        while True:
            kind = self.token.kind
            if kind in ("*", "/"):
                self._next()
                first = self._doubted(first, kind)
                factor = self._factor()
                first = self._node(kind, (first, factor), first.start, factor.end)
            elif kind == "number":
                raise self._refused("numbers", self.token)
            elif kind in ("open", "function", *FACTORS) or (kind == "bar" and not self._in_bars):
                first = self._doubted(first, "")
                factor = self._factor()
                product = self._node("*", (first, factor), first.start, factor.end)
                first = replace(product, implicit=True)
            else:
                return first

    @property
    def _in_bars(self) -> bool:
        return bool(self.open) and self.open[-1].kind == "bar"

    def _doubted(self, product: Node, sign: str) -> Node:
        """What stands before another factor, marked where that might have been meant to belong to its end.

        So in 1/2W, which is (1/2)·W; in e^2W, which is e²·W; in W^1/2; and in sin 2W(W − 1).
        """
        last = product if product.kind not in ("*", "/") or product.grouped else product.parts[1]
        if not sign and product.kind == "/" and not product.grouped:
            self.doubtful = True
            return replace(product, doubtful=True)
        next_function = not sign and self.token.kind == "function"  # sin W cos W is as clear as W sin W
        if not _is_open_power(last, sign) and (next_function or not _is_bare_call(last)):
            return product
        self.doubtful = True
        if last.kind != "^":
            return product
        marked = replace(last, doubtful=True)
        return marked if last is product else replace(product, parts=(product.parts[0], marked))

    def _factor(self) -> Node:
        """A power with the signs before it: −W² is −(W²)."""
        signs = []
        while self.token.kind in "+-":
            signs.append(self._next())
        power = self._power()
        for sign in reversed(signs):
            if sign.kind == "-":
                power = self._node("negative", (power,), sign.start, power.end)
        return power

    def _power(self) -> Node:
        base = self._primary()
        while self.token.kind == "^":
            self._next()
            # Raised signs are all of an exponent.
            exponent = self._primary() if self.token.text == "⁽" else self._exponent()
            base = self._node("^", (base, exponent), base.start, exponent.end)
        return base

    def _exponent(self) -> Node:
        """What stands behind a caret; a further one belongs to it: 2^3^2 is 2^(3^2)."""
        exponent = self._factor()
        power = exponent.parts[0] if exponent.kind == "negative" else exponent
        if power.kind != "^" or power.grouped or exponent.grouped:
            return exponent
        self.doubtful, power = True, replace(power, doubtful=True)
        return replace(exponent, parts=(power,)) if exponent.kind == "negative" else power

    def _deeper(self) -> None:
        if len(self.open) + self.roots >= MAX_DEPTH:
            raise FormulaError("nodes", self.text, 0)

    def _primary(self) -> Node:
        token = self.token
        match token.kind:
            case "number" | "constant":
                self._next()
                return self._node(token.kind, (), token.start, token.end, token.text)
            case "letter":
                self._next()
                return self._node(
                    "letter", (), token.start, token.end, self.weights[token.text, token.subscript]
                )
            case "open":
                [inner], end = self._list(token)
                return replace(inner, start=token.start, end=end, grouped=True)
            case "bar":
                return self._bars()
            case "root":
                return self._root()
            case "frac":
                return self._fraction()
            case "function":
                return self._call()
        raise self._missing(token)

    def _bars(self) -> Node:
        self._deeper()
        opening = self._next()
        self.open.append(opening)
        inner = self._sum()
        if self.token.kind != "bar":
            raise self._refused("bar", opening)
        self.open.pop()
        return self._node("abs", (inner,), opening.start, self._next().end)

    def _missing(self, token: Token) -> FormulaError:
        """Where a number, a letter or a parenthesis should stand and none does."""
        before = self.tokens[self.at - 1] if self.at else token
        opened = bool(self.open) and self.open[-1] is before
        if opened and token.kind == "close":
            return error("hollow", self.text, before.start, token.end)
        if opened and token.kind == "end":
            return self._refused("unclosed" if before.kind == "open" else "bar", before)
        if token.kind == "close" and not self.open:
            return self._refused("unopened", token)
        if before is not token and not opened and token.kind in ("end", "close", ","):
            return self._refused("end", before)
        return self._refused("comma" if token.kind == "," else "operator", token)

    def _list(self, opening: Token, most: int = 1) -> tuple[list[Node], int]:
        """What stands in parentheses, parted by commas, and where they end."""
        self._deeper()
        self.open.append(self._next())
        parts, could_be_decimal = [self._sum()], False
        while self.token.kind == "," and len(parts) < most:
            comma = self._next()
            parts.append(self._sum())
            beside = self.text[comma.start - 1] + self.text[comma.end]
            could_be_decimal |= beside.isdigit()
        self.doubtful |= could_be_decimal and len(parts) > 2
        closing = self.token
        if closing.kind == "," and most == 1:
            raise self._refused("comma", closing)
        if closing.kind != "close":
            raise self._refused("bar" if closing.kind == "bar" else "unclosed", opening)
        if OPENING.get(opening.text, "⁾") != closing.text:
            raise self._refused("unclosed", opening)
        self.open.pop()
        self._next()
        return parts, closing.end

    def _root(self) -> Node:
        """√W, √(W + 1) or \\sqrt{W}: without parentheses of the next factor alone."""
        self._deeper()
        self.roots += 1
        sign = self._next()
        bare = self.token.kind != "open"
        inner = self._power() if bare else self._primary()
        self.roots -= 1
        if bare and inner.kind == "^":
            self.doubtful = True  # √W² is √(W²)
        if self.token.kind in ("open", "function", *FACTORS):
            self.doubtful |= bare  # √2W is √2·W
        return self._node("sqrt", (inner,), sign.start, inner.end)

    def _fraction(self) -> Node:
        sign = self._next()
        parts = []
        for _ in range(2):
            if self.token.kind not in ("open", "number", "letter", "constant"):
                raise self._refused("braces", sign)
            parts.append(self._primary())
        return replace(self._node("/", tuple(parts), sign.start, parts[1].end), grouped=True)

    def _call(self) -> Node:
        """A function of what stands in parentheses, or right behind it: sin 2W."""
        token = self._next()
        exponent = self._exponent_of(token) if self.token.kind == "^" else None
        if token.text in SEVERAL and self.token.kind != "open":
            raise self._refused("several", token)
        bare = self.token.kind != "open"
        if not bare:
            opening = self.token
            if self.tokens[self.at + 1].kind == "close":
                raise error("bare", self.text, token.start, self.tokens[self.at + 1].end)
            parts, end = self._list(opening, most=MAX_NODES)
            if token.text in SEVERAL and len(parts) < 2:
                raise error("several", self.text, token.start, end)
            if token.text not in SEVERAL and len(parts) > 1:
                raise error("one", self.text, token.start, end)
        else:
            parts = [self._bare_argument(token)]
            end = parts[0].end
        call = self._node(token.text, tuple(parts), token.start, end)
        call = replace(call, implicit=bare)
        if exponent is None:
            return call
        return self._node("^", (replace(call, grouped=True), exponent), token.start, end)

    def _exponent_of(self, function: Token) -> Node:
        """The exponent between a function and what it is taken of, as in sin²(W)."""
        caret = self._next()
        sign = self._next() if self.token.kind == "-" else None
        exponent = self._primary()
        inverse = sign or exponent.kind == "negative"
        if inverse:
            raise error("inverse", self.text, function.start, max(exponent.end, caret.end), function.text)
        return replace(exponent, grouped=True)

    def _bare_argument(self, function: Token) -> Node:
        """A product of what can stand behind a function without parentheses."""
        signs = [self._next()] if self.token.kind == "-" else []
        if self.token.kind == "function":
            argument = self._power()
        elif self.token.kind in ("bar", *FACTORS) and not (self.token.kind == "bar" and self._in_bars):
            argument = self._power()
            while self.token.kind in FACTORS:
                if self.token.kind == "number":
                    raise self._refused("numbers", self.token)
                factor = self._power()
                product = self._node("*", (argument, factor), argument.start, factor.end)
                argument = replace(product, implicit=True)
        else:
            raise self._refused("bare", function)
        for sign in signs:
            argument = self._node("negative", (argument,), sign.start, argument.end)
        return argument


def _is_open_power(node: Node, sign: str) -> bool:
    """Whether what follows a power might have been meant to stand in its exponent."""
    if node.kind == "negative" and not node.grouped:
        node = node.parts[0]
    if node.kind != "^" or node.grouped:
        return False
    base, exponent = node.parts
    if exponent.grouped:
        return False
    if exponent.kind == "negative" or _has_weight(exponent):
        return True
    if sign == "/":
        return exponent.name == "1"
    return not sign and base.kind in ("number", "constant")


def _is_bare_call(node: Node) -> bool:
    """Whether it is a function without parentheses, to which what follows might have been meant to belong."""
    if node.kind == "negative" and not node.grouped:
        node = node.parts[0]
    return node.kind.isalpha() and node.implicit and not node.grouped


def _has_weight(node: Node) -> bool:
    return node.kind == "letter" or any(map(_has_weight, node.parts))
