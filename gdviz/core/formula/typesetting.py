"""Formulas as they are read: LaTeX, MathML, a line of text, a pencil's arithmetic, and what was typed.

e and π are e and π everywhere: E is the loss.
"""

import re
from collections.abc import Sequence

import sympy
from sympy.printing.str import StrPrinter

from gdviz.core.formula.parser import Node
from gdviz.core.numbers import superscript

# How strongly the parts of what was typed hold together.
SUM, PRODUCT, POWER, ATOM = range(4)
NAMED = ("exp", "log", "sin", "cos", "tan", "tanh", "max", "min")  # LaTeX has a command of each


class _Plain(StrPrinter):
    def _print_Exp1(self, expression: sympy.Expr) -> str:  # noqa: N802
        return "e"


def plain(expression: sympy.Expr) -> str:
    """An expression as a line of text without letters that a file may not have: e*W^2 + exp(-W)."""
    return _text(expression).replace("**", "^")


def _text(expression: sympy.Expr) -> str:
    return str(_Plain().doprint(expression))


def mathml(expression: sympy.Expr) -> str:
    """An expression in MathML, with characters in place of names that only some parsers know."""
    text = sympy.mathml(expression, printer="presentation").replace(">-<", ">−<")
    for name, sign in (("ExponentialE", "e"), ("InvisibleTimes", "\u2062"), ("pi", "π")):
        text = text.replace(f"&{name};", sign)
    return str(text)


def arithmetic(expression: sympy.Expr, letters: Sequence[str]) -> str:
    """An expression as a template of a line that a pencil would write.

    ``2W`` gives ``2 × {(W)}``: a name in braces stands for the number of that letter,
    with parentheses inside the braces where a negative number needs them.
    """
    text = _text(expression)
    for letter in letters:
        text = re.sub(rf"(?:(?<=\()|(?<=, )){letter}(?=[,)])", f"{{{letter}}}", text)
        text = re.sub(rf"(?<![\w{{]){letter}(?!\w|}})", f"{{({letter})}}", text)
    text = re.sub(r"\*\*(\d+)", lambda power: superscript(int(power[1])), text)
    for name, sign in (("**", "^"), ("*", " × "), ("-", "−"), ("Abs", "abs")):
        text = text.replace(name, sign)
    return re.sub(r"\bpi\b", "π", re.sub(r"\bsigmoid\b", "σ", text))


# --- What was typed -----------------------------------------------------------------------


def reading(node: Node) -> str:
    """What was typed in LaTeX, in its own order; in parentheses what might have been meant otherwise."""
    latex, _ = _typeset(node)
    return latex


def _typeset(node: Node) -> tuple[str, int]:
    """A part in LaTeX, and how strongly it holds together."""
    latex, strength = _bare(node)
    return (rf"\left({latex}\right)", ATOM) if node.doubtful else (latex, strength)


def _bare(node: Node) -> tuple[str, int]:
    match node.kind, node.parts:
        case "number", ():
            return _number(node.name)
        case "constant", ():
            return {"e": "e", "pi": r"\pi "}[node.name], ATOM
        case "letter", ():
            return letter_latex(node.name), ATOM
        case "negative", (inner,):
            return f"-{_within(inner, PRODUCT)}", SUM
        case ("+" | "-") as sign, (left, right):
            return (
                f"{_within(left, SUM)} {sign} {_within(right, PRODUCT if sign == '-' else SUM, first=False)}",
                SUM,
            )
        case "*", (left, right):
            return _product(node, left, right), PRODUCT
        case "/", (left, right):
            return rf"\frac{{{_typeset(left)[0]}}}{{{_typeset(right)[0]}}}", PRODUCT
        case "^", (base, exponent):
            return f"{_within(base, ATOM)}^{{{_typeset(exponent)[0]}}}", POWER
        case "abs", (inner,):
            return rf"\left|{_typeset(inner)[0]}\right|", ATOM
        case "sqrt", (inner,):
            return rf"\sqrt{{{_typeset(inner)[0]}}}", ATOM
        case "relu", (inner,):
            return rf"\max\left(0,\, {_typeset(inner)[0]}\right)", ATOM
        case name, parts:
            command = r"\sigma" if name == "sigmoid" else f"\\{name}"
            arguments = r",\, ".join(_typeset(part)[0] for part in parts)
            return rf"{command}\left({arguments}\right)", ATOM
    raise ValueError(node.kind)


def _number(text: str) -> tuple[str, int]:
    """A number as it was typed: 0.5, \\frac{1}{2}, 10^{-3}."""
    if "/" in text:
        top, bottom = text.split("/")
        return rf"\tfrac{{{top}}}{{{bottom}}}", PRODUCT
    mantissa, _, exponent = text.lower().partition("e")
    return (rf"{mantissa} \cdot 10^{{{int(exponent)}}}", PRODUCT) if exponent else (mantissa, ATOM)


def _within(node: Node, strength: int, first: bool = True) -> str:
    """A part within one that holds together so strongly, in parentheses where it is weaker."""
    latex, own = _typeset(node)
    signed = not first and latex.startswith("-")
    return rf"\left({latex}\right)" if own < strength or signed else latex


def _product(node: Node, left: Node, right: Node) -> str:
    one = _within(left, PRODUCT) if left.kind != "negative" else _typeset(left)[0]
    other = _within(right, POWER if right.kind == "*" else PRODUCT)
    digit = other[:1].isdigit() or (right.kind == "number")
    dotted = not node.implicit or left.doubtful or digit
    return rf"{one} \cdot {other}" if dotted else f"{one} {other}"


def letter_latex(letter: str) -> str:
    """A weight's name in LaTeX: W, or W_{1}."""
    return f"{letter[0]}_{{{letter[1:]}}}" if letter[1:] else letter
