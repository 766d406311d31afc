"""Which letter of a formula is which weight: each may be called as its reader calls it."""

from collections.abc import Callable

from gdviz.core.formula.grammar import FormulaError, Token, error

# Two letters that stand for the two weights, in this order. Only x and y do so each for itself.
PAIRS = (("x", "y"), ("u", "v"), ("a", "b"), ("w", "b"), ("m", "b"), ("p", "q"), ("s", "t"), ("θ", "φ"))


def weights_of(
    text: str, tokens: list[Token], signature: list[Token], letters: tuple[str, ...]
) -> dict[tuple[str, str], str]:
    """The weight that each letter with its index stands for."""
    used = [token for token in [*signature, *tokens] if token.kind == "letter"]
    exact = {(letter[0], letter[1:]): letter for letter in letters}
    if all(_key(token) in exact for token in used):
        return exact

    def refused(kind: str, token: Token) -> FormulaError:
        return error(kind, text, token.start, token.end)

    if len(letters) == 1:
        return _one_weight(used, letters[0], refused)
    if any(token.subscript for token in tokens) and not any(token.subscript for token in signature):
        used, signature = used[len(signature) :], []  # as in E(W) = W1^2 + W2^2
    return _two_weights(used, signature, letters, refused)


def _key(token: Token) -> tuple[str, str]:
    return token.text, token.subscript


def _one_weight(
    used: list[Token], weight: str, refused: Callable[[str, Token], FormulaError]
) -> dict[tuple[str, str], str]:
    """One letter, whatever it is, in either case."""
    for token in used:
        if token.subscript:
            raise refused("index", token)
    names = [token.text.lower() for token in used]
    main = weight.lower() if weight.lower() in names else names[0]
    for token in used:
        if token.text.lower() != main:
            raise refused("letters", token)
    return {_key(token): weight for token in used}


def _two_weights(
    used: list[Token],
    signature: list[Token],
    letters: tuple[str, ...],
    refused: Callable[[str, Token], FormulaError],
) -> dict[tuple[str, str], str]:
    """One letter with two indices, 1 and 2 or 0 and 1, or two letters that are a pair."""
    indexed = [token for token in used if token.subscript]
    if indexed:
        first = 0 if any(int(token.subscript) == 0 for token in indexed) else 1
        for token in used:
            if not token.subscript:
                raise refused("which", token)
            if token.text.lower() != indexed[0].text.lower():
                raise refused("pair", token)
            if not 0 <= int(token.subscript) - first < len(letters):
                raise refused("pair", token)
        return {_key(token): letters[int(token.subscript) - first] for token in used}
    names = list(dict.fromkeys(token.text.lower() for token in used))
    order = [token.text.lower() for token in signature]
    pairs = (tuple(order),) if len(set(order)) == 2 == len(order) else PAIRS
    fitting = [pair for pair in pairs if set(names) <= set(pair)]
    if len(names) == 1 and names[0] not in "xy" and pairs is PAIRS:
        raise refused("which", used[0])
    if not fitting:
        third = next(token for token in used if token.text.lower() == names[-1])
        raise refused("pair", third)
    return {_key(token): letters[fitting[0].index(token.text.lower())] for token in used}
