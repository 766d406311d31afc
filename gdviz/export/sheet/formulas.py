"""A worksheet's formulas in MathML, as far as they fit into a line."""

import sympy
from markupsafe import Markup

from gdviz.core.formula import mathml, plain
from gdviz.core.loss import FormulaLoss
from gdviz.export.html import parts
from gdviz.texts import Texts

LINE_OF_MATH = 70  # about so many characters of a formula are a line
LONGEST_FORMULA = 400  # characters; one of more has no place on the page


def loss_formula(loss: FormulaLoss, texts: Texts) -> Markup:
    """E(W) = and its formula."""
    left = parts().of([_symbol(letter) for letter in loss.letters])
    return equation(left, f"E({', '.join(loss.names)})", loss.formula.expression, texts)


def derivative(letter: str, d: str) -> Markup:
    """d/dW or ∂/∂W of E, as a fraction."""
    return parts().derivative(d, _symbol(letter))


def equation(left: Markup, plain_left: str, expression: sympy.Expr, texts: Texts) -> Markup:
    """left = expression in MathML; where that would not fit into a line, as plain text that can wrap."""
    text = plain(expression)
    if len(text) > LONGEST_FORMULA:
        return parts().spans([f"{plain_left} = … ({texts('worksheet.too_long', n=len(text))})"])
    if len(text) > 2 * LINE_OF_MATH:
        return parts().plain(f"{plain_left} = {text}")
    size = f"{12 * LINE_OF_MATH / len(text):.1f}" if len(text) > LINE_OF_MATH else ""
    return parts().equation(left, Markup(mathml(expression)), size)


def _symbol(letter: str) -> Markup:
    return Markup(mathml(sympy.Symbol(letter)))
