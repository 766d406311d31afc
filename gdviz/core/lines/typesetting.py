"""A line in letters, as a template of numbers, in LaTeX and in Python."""

import unicodedata
from collections.abc import Collection, Mapping

from gdviz.core.lines.reader import MARKS, SUBSCRIPTS, Line, Node, expanded, plain
from gdviz.core.numbers import superscript

# How strongly the parts of a text hold together: η · dE/dW needs no parentheses, and (dE/dW)² does.
SUM, PRODUCT, FRACTION, POWER, ATOM = range(5)
Text = tuple[str, int]


class Letters:
    """A line as it is read: v ← μ · v + dE/dW."""

    signs: Mapping[str, str] = {"+": " + ", "−": " − ", "·": " · ", "/": " / "}
    negative = "−"

    def __init__(self, slope: str = "dE/dW", weight: str = "W"):
        self.slope, self.weight = slope, weight

    def line(self, line: Line) -> str:
        arrow = "←" if line.remembered else "="
        return f"{self.letter(line.letter, True, False)[0]} {arrow} {self.text(line.tree)}"

    def text(self, tree: Node) -> str:
        return self.typeset(tree)[0]

    def typeset(self, node: Node, first: bool = True, tight: bool = False) -> Text:
        """A part, and how strongly it holds together.

        ``first`` says that nothing stands before it, ``tight`` that a power or a quotient binds it.
        """
        match node.kind, node.parts:
            case "number", ():
                return node.name, ATOM
            case "letter", ():
                return self.letter(node.name, first, tight)
            case "−", (inner,):
                return self.negative + self.within(inner, PRODUCT, False), SUM
            case ("+" | "−") as sign, (left, right):
                one = self.within(left, SUM, first)
                return f"{one}{self.signs[sign]}{self.within(right, PRODUCT, False)}", SUM
            case "·", (left, right):
                return self.product(left, right, first), PRODUCT
            case "/", (left, right):
                return self.quotient(left, right, first)
            case "^", (base, exponent):
                return self.power(base, exponent), POWER
            case name, parts:
                return self.call(name, parts), ATOM
        raise ValueError(node.kind)

    def within(self, node: Node, least: int, first: bool, tight: bool = False) -> str:
        """A part of one that holds together so strongly, in parentheses where it is weaker."""
        text, strength = self.typeset(node, first, tight)
        return text if strength >= least else self.parentheses(self.typeset(node)[0])

    def letter(self, letter: str, first: bool, tight: bool) -> Text:
        if letter == "g":
            return self.slope, FRACTION
        return f"Δ{self.weight}" if letter == "ΔW" else letter, ATOM

    def parentheses(self, text: str) -> str:
        return f"({text})"

    def product(self, left: Node, right: Node, first: bool) -> str:
        return f"{self.within(left, PRODUCT, first)}{self.signs['·']}{self.within(right, FRACTION, False)}"

    def quotient(self, left: Node, right: Node, first: bool) -> Text:
        one = self.within(left, PRODUCT, False)
        return f"{one}{self.signs['/']}{self.within(right, POWER, False, tight=True)}", PRODUCT

    def power(self, base: Node, exponent: Node) -> str:
        raised = "ᵗ" if exponent.kind == "letter" else superscript(int(exponent.name))
        return self.within(base, ATOM, False, tight=True) + raised

    def call(self, name: str, parts: tuple[Node, ...]) -> str:
        if name == "√":
            return f"√{self.within(parts[0], ATOM, False)}"
        return f"{name}({', '.join(map(self.text, parts))})"


class Numbers(Letters):
    """A template of the numbers of a line, in the form of core/equations.py: {momentum} × {(v)} + {(slope)}.

    ``constants`` are the names of the letters that are the same at every step, ``later`` the letters
    worked out in the same step, and ``end`` what a weight's own names end in.
    """

    signs: Mapping[str, str] = {**Letters.signs, "·": " × "}

    def __init__(self, constants: dict[str, str], later: Collection[str], end: str):
        super().__init__()
        self.constants, self.later, self.end = constants, later, end

    def letter(self, letter: str, first: bool, tight: bool) -> Text:
        if letter in self.constants:
            name = self.constants[letter]
            return f"{{({name})}}" if tight else f"{{{name}}}", ATOM
        name, later = self.name(letter)
        return f"{{{name}{later}}}" if first else f"{{({name}){later}}}", ATOM

    def name(self, letter: str) -> tuple[str, str]:
        """What the number of a letter is called, and a mark if it is that after the step, as v' is."""
        if letter == "t":
            return "count", "'"
        name = "slope" if letter == "g" else plain(letter)
        return name + self.end, "'" if letter in self.later else ""

    def typeset(self, node: Node, first: bool = True, tight: bool = False) -> Text:
        match node:
            # What is left of 1 is a constant, too.
            case Node("−", (Node("number", (), "1"), Node("letter", (), letter))) if letter in self.constants:
                return f"{{rest_{self.constants[letter]}}}", ATOM
        return super().typeset(node, first, tight)

    def power(self, base: Node, exponent: Node) -> str:
        if exponent.kind == "letter":
            return f"{self.within(base, ATOM, False, tight=True)}{{t'}}"
        return super().power(base, exponent)


class Latex(Letters):
    """A line in LaTeX; the slope, itself a fraction, stands beside the one that it is a factor of."""

    signs: Mapping[str, str] = {**Letters.signs, "−": " - "}
    negative = "-"

    def __init__(self, fraction: str = r"\frac"):
        super().__init__()
        self.fraction = fraction

    def line(self, line: Line, align: str = "") -> str:
        arrow = r"\leftarrow" if line.remembered else "="
        return rf"{self.letter(line.letter, True, False)[0]} {align}{arrow} {self.text(line.tree)}"

    def letter(self, letter: str, first: bool, tight: bool) -> Text:
        if letter == "g":
            return rf"{self.fraction}{{\partial E}}{{\partial W}}", FRACTION
        return _latex(letter), ATOM

    def parentheses(self, text: str) -> str:
        return rf"\left( {text} \right)" if "frac" in text else f"({text})"

    def product(self, left: Node, right: Node, first: bool) -> str:
        one, other = self.within(left, PRODUCT, first), self.within(right, FRACTION, False)
        return one + ("" if other.startswith((r"\left(", "(")) else r" \,") + " " + other

    def quotient(self, left: Node, right: Node, first: bool) -> Text:
        factors = _factors(left)
        kept = [factor for factor in factors if factor.name != "g"]
        above = self.text(_joined(kept)) if kept else "1"
        text = rf"{self.fraction}{{{above}}}{{{self.text(right)}}}"
        beside = [rf" \, {self.letter('g', False, False)[0]}"] * (len(factors) - len(kept))
        return text + "".join(beside), PRODUCT if beside else FRACTION

    def power(self, base: Node, exponent: Node) -> str:
        raised = exponent.name if len(exponent.name) == 1 else f"{{{exponent.name}}}"
        return f"{self.within(base, ATOM, False)}^{raised}"

    def call(self, name: str, parts: tuple[Node, ...]) -> str:
        if name == "√":
            return rf"\sqrt{{{self.text(parts[0])}}}"
        if name == "abs":
            return rf"\left| {self.text(parts[0])} \right|"
        command = rf"\{name}" if name in ("max", "min") else rf"\operatorname{{{name}}}"
        return rf"{command} \left( {', '.join(map(self.text, parts))} \right)"


class Python(Letters):
    """A line in Python with numpy, by the names of its numbers."""

    signs: Mapping[str, str] = {"+": " + ", "−": " - ", "·": " * ", "/": " / "}
    negative = "-"
    functions: Mapping[str, str] = {"√": "sqrt", "max": "maximum", "min": "minimum"}

    def __init__(self, constants: dict[str, str], prefix: str = "np."):
        super().__init__()
        self.constants, self.prefix = constants, prefix

    def line(self, line: Line) -> str:
        return f"{plain(line.letter)} = {self.text(line.tree)}"

    def text(self, tree: Node) -> str:
        return super().text(expanded(tree))

    def letter(self, letter: str, first: bool, tight: bool) -> Text:
        return self.constants.get(letter) or plain(letter), ATOM

    def power(self, base: Node, exponent: Node) -> str:
        return f"{self.within(base, ATOM, False)}**{exponent.name}"

    def call(self, name: str, parts: tuple[Node, ...]) -> str:
        return f"{self.prefix}{self.functions.get(name, name)}({', '.join(map(self.text, parts))})"


def latex(lines: list[Line]) -> str:
    """Lines side by side; several that are remembered one below another, beside each what is made of it."""
    *before, last = lines
    kept = [line for line in before if line.remembered]
    if len(kept) < 2:
        return r" \qquad ".join(map(Latex().line, lines))
    small = Latex(r"\tfrac")
    made = [line for line in before if not line.remembered]
    rows = r" \\ ".join(
        " & ".join(small.line(line, "&") for line in (*kept[i : i + 1], *made[i : i + 1]))
        for i in range(max(len(kept), len(made)))
    )
    return rf"\begin{{aligned}} {rows} \end{{aligned}} \qquad {Latex().line(last)}"


def _latex(letter: str) -> str:
    """A letter in LaTeX: \\beta_1, \\hat m, \\Delta W."""
    text = ""
    for character in unicodedata.normalize("NFD", letter):
        if character in MARKS:
            text = rf"\{MARKS[character]} {text}"
        elif character in SUBSCRIPTS:
            text += f"_{SUBSCRIPTS[character]}"
        elif unicodedata.name(character).startswith("GREEK"):
            size, name = unicodedata.name(character).split()[1::2][:2]
            text += {"epsilon": r"\varepsilon"}.get(
                name.lower(), rf"\{name.capitalize() if size == 'CAPITAL' else name.lower()}"
            )
        else:
            text += character
    return text.replace(r"\DeltaW", r"\Delta W")


def _factors(node: Node) -> list[Node]:
    return [*_factors(node.parts[0]), node.parts[1]] if node.kind == "·" else [node]


def _joined(factors: list[Node]) -> Node:
    first, *rest = factors
    for factor in rest:
        first = Node("·", (first, factor))
    return first
