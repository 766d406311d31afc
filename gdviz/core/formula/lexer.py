"""A formula's text → its tokens.

The text is read once from left to right, character by character, and every token knows where in the
text as typed it stands. What may be typed is told by tables, which make the file a little long.
"""

import re
import unicodedata

from gdviz.core.formula.grammar import MAX_CHARACTERS, OPENING, FormulaError, Token, error

# The functions, by all the names that they are known by.
NAMES = {
    **{name: name for name in ("exp", "log", "sqrt", "sin", "cos", "tan", "tanh", "abs", "max", "min")},
    **dict.fromkeys(("sigmoid", "σ"), "sigmoid"),
    "ln": "log",
    "relu": "relu",
}
CONSTANTS = {"e": "e", "pi": "pi", "π": "pi"}
# What to write in place of functions that there are not.
INSTEAD = {
    "sinh": "(exp(W) - exp(-W))/2",
    "cosh": "(exp(W) + exp(-W))/2",
    "cot": "1/tan(W)",
    "sec": "1/cos(W)",
    "csc": "1/sin(W)",
    "sign": "W/abs(W)",
    "sgn": "W/abs(W)",
    "lg": "log(W)/log(10)",
    "lb": "log(W)/log(2)",
    "square": "(W)^2",
    "sqr": "(W)^2",
    "pow": "W^2",
    "cbrt": "W^(1/3)",
    "softplus": "log(1 + exp(W))",
}
COMMANDS = {
    **{name: name for name in NAMES if name.isascii()},
    **dict.fromkeys(("frac", "dfrac", "tfrac"), "frac"),
    "sqrt": "√", "cdot": "*", "times": "*", "ast": "*", "div": "/", "pi": "π", "sigma": "σ",
    **dict.fromkeys(("lvert", "rvert", "vert", "mid", "|"), "|"),
    **dict.fromkeys(("{", "lbrace", "[", "("), "("), **dict.fromkeys(("}", "rbrace", "]", ")"), ")"),
    **dict.fromkeys(("left", "right", "bigl", "bigr", "big", "Big", "Bigl", "Bigr", "quad", "qquad",
                     "displaystyle", ",", ";", ":", "!", " "), ""),
    "theta": "θ", "omega": "ω",
}  # fmt: skip
COMMAND = re.compile(r"\\(?:(?:operatorname|mathrm|text)\s*\{\s*([A-Za-z]+)\s*\}|([A-Za-z]+|.)?)")
NUMBER = re.compile(r"(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
COMMA_NUMBER = re.compile(r"[0-9]+,[0-9]+(?:[eE][+-]?[0-9]+)?")
THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?![0-9])")
WORD = re.compile(r"[A-Za-z]+")
INDEX = re.compile(r"_?[0-9]+|_\{\s*[0-9]+\s*\}|\[\s*[0-9]+\s*\]")  # 1, _1, _{1}, and Python's [1]
DIGIT_ARGUMENT = re.compile(r"\s*([0-9])\s*([0-9])")
# E(W) = , f(x, y) = or y = before the formula itself.
PREFIX = re.compile(r"\s*([^\W\d][^\s()=+*/^|-]*|\\[^\s()=+*/^|-]+)\s*(?:\(([^()=]*)\)\s*)?:?=(?!=)")
# Letters that stand side by side, as in xy: of others a run is taken for a word.
SIDE_BY_SIDE = "wxyzWXYZ"
GREEK = re.compile("[α-ωΑ-Ω]")


def _look_alikes(tag: str) -> dict[str, str]:
    """The signs that Unicode calls raised or lowered forms of others, each with the sign it is a form of."""
    signs = map(chr, range(0xA0, 0x20A0))
    forms = ((sign, unicodedata.decomposition(sign).split()) for sign in signs)
    return {sign: chr(int(form[1], 16)) for sign, form in forms if form[:1] == [tag] and len(form) == 2}


RAISED = {sign: "-" if plain == "−" else plain for sign, plain in _look_alikes("<super>").items()}
LOWERED = _look_alikes("<sub>")
# What a keyboard or a copied line has in place of the plain signs.
SIGNS = {
    **dict.fromkeys("−–—‐‑ー", "-"),
    **dict.fromkeys("×·⋅・･∙•∗✕✖", "*"),
    **dict.fromkeys("÷∕⁄", "/"),
    **dict.fromkeys("、；", ","),
    **dict.fromkeys("\ufeff\u200b\u2060\ufe0f$", " "),
    "＾": "^",
    "ˆ": "^",
    "∣": "|",
    "ϕ": "φ",
}


def plain(text: str) -> str:
    """The text with plain signs in place of those that look alike, character by character.

    Raised and lowered signs stay, as they mean something else.
    """
    return "".join(map(_plain, text))


def _plain(sign: str) -> str:
    if sign in SIGNS:
        return SIGNS[sign]
    if sign.isascii():
        return " " if sign.isspace() else sign
    if sign.isspace():
        return " "
    form = unicodedata.decomposition(sign).split()
    if form[:1] in (["<wide>"], ["<font>"], ["<narrow>"]) and len(form) == 2:
        same = chr(int(form[1], 16))
        return SIGNS.get(same, same)
    return sign


class Lexer:
    """Makes tokens of one formula's text."""

    def __init__(self, text: str):
        if not text.strip():
            raise FormulaError("empty", text, 0)
        if len(text) > MAX_CHARACTERS:
            raise FormulaError("long", text[MAX_CHARACTERS:], MAX_CHARACTERS)
        self.text, self.plain, self.at = text, plain(text), 0
        self.tokens: list[Token] = []
        self.lists: list[bool] = []  # of each parenthesis that is open, whether it holds max's or min's list
        self.semicolons = ";" in text or "；" in text

    def read(self) -> tuple[list[Token], list[Token]]:
        """The tokens of the formula, and the letters that what stands before its = names."""
        signature = self._signature()
        self._read_to(len(self.plain))
        if not self.tokens:
            raise error("end", self.text, 0, len(self.text))
        return [*self.tokens, Token("end", "", len(self.text), len(self.text))], signature

    def _signature(self) -> list[Token]:
        found = PREFIX.match(self.plain)
        if not found or RAISED.keys() & set(found[1]):
            return []
        start, end = found.span(2)
        if start >= 0:
            self.at = start
            self._read_to(end)
        named = [token for token in self.tokens if token.kind != ","]
        if any(token.kind != "letter" for token in named):
            raise error("equals", self.text, found.end() - 1, found.end())
        self.tokens, self.at = [], found.end()
        return named

    def _read_to(self, end: int) -> None:
        while self.at < end:
            self._token(self.plain[self.at], end)

    def _add(self, kind: str, text: str, length: int, subscript: str = "") -> None:
        self.tokens.append(Token(kind, text, self.at, self.at + length, subscript))
        self.at += length

    def _token(self, sign: str, end: int) -> None:
        last = self.tokens[-1] if self.tokens else None
        if sign == " ":
            self.at += 1
        elif sign in "0123456789" or (sign == "." and NUMBER.match(self.plain, self.at, end)):
            self._number(end)
        elif WORD.match(sign):
            self._word(WORD.match(self.plain, self.at, end)[0], end)  # type: ignore[index]
        elif sign in RAISED:
            self._raised(end)
        elif sign == "*" and self.plain.startswith("**", self.at, end):
            self._add("^", "^", 2)
        elif sign in "+-*/^":
            self._add(sign, sign, 1)
        elif sign in OPENING:
            self.lists.append(last is not None and last.kind == "function" and last.text in ("max", "min"))
            self._add("open", sign, 1)
        elif sign in OPENING.values():
            if self.lists:
                self.lists.pop()
            self._add("close", sign, 1)
        elif sign in ",;":
            self._add(",", ",", 1)
        elif sign == "|":
            self._add("bar", sign, 1)
        elif sign == "√":
            self._add("root", sign, 1)
        elif sign == "=":
            raise error("equals", self.text, self.at, self.at + 1 + self.plain.startswith("==", self.at))
        elif sign == "\\":
            self._command(end)
        elif sign in NAMES or sign in CONSTANTS:
            self._named(sign, 1)
        elif GREEK.match(sign):
            self._letter(sign, 1, end)
        elif unicodedata.decomposition(sign).startswith("<fraction>"):
            top, _, bottom = unicodedata.normalize("NFKC", sign).partition("⁄")
            self._add("number", f"{top}/{bottom or 1}", 1)
        else:
            self._strange(sign, end)

    def _strange(self, sign: str, end: int) -> None:
        """A sign that no formula has, or a word in another script."""
        if not sign.isalpha():
            raise error("other", self.text, self.at, self.at + 1)
        start = self.at
        while self.at < end and self.plain[self.at].isalpha() and self.plain[self.at] not in RAISED:
            self.at += 1
        raise error("name", self.text, start, self.at)

    def _number(self, end: int) -> None:
        """A number; where a comma stands in it that is a decimal one, unless it parts max's arguments."""
        found = COMMA_NUMBER.match(self.plain, self.at, end)
        parts_arguments = self.lists and self.lists[-1] and not self.semicolons
        if found and not parts_arguments:
            if thousands := THOUSANDS.match(self.plain, self.at, end):
                raise error("thousands", self.text, *thousands.span(), remedy=thousands[0].replace(",", ""))
            self._add("number", found[0].replace(",", "."), len(found[0]))
            return
        found = NUMBER.match(self.plain, self.at, end)
        assert found
        self._add("number", found[0], len(found[0]))

    def _word(self, word: str, end: int) -> None:
        """A function, a constant or letters, or several of them side by side."""
        lower = word.lower()
        after = self.plain[self.at + len(word) : end]
        base = INDEX.match(self._lowered(after)) if lower in ("log", "exp") else None
        if base and not base[0].startswith("["):
            digits = base[0].strip("_{ }")
            remedy = f"log(W)/log({digits})" if lower == "log" else f"{digits}^W"
            raise error("instead", self.text, self.at, self.at + len(word) + base.end(), remedy)
        if lower in NAMES or word in CONSTANTS or lower == "pi":
            self._named(lower, len(word))
        elif len(word) == 1 and word != "E":
            self._letter(word, 1, end)
        elif pieces := self._pieces(word, after):
            for piece in pieces:
                if piece.lower() in NAMES or piece in CONSTANTS:
                    self._named(piece.lower(), len(piece))
                else:
                    self._letter(piece, len(piece), end)
        else:
            remedy = INSTEAD.get(lower, "")
            kind = "instead" if remedy else "call" if after.lstrip().startswith("(") else "name"
            raise error(kind, self.text, self.at, self.at + len(word), remedy)

    def _pieces(self, word: str, after: str) -> list[str]:
        """What a run of letters is made of; nothing if it is a word that is not known."""
        pieces, at, lower = [], 0, word.lower()
        while at < len(word):
            long = next((n for n in (7, 4, 3, 2) if lower[at : at + n] in NAMES), 0)
            if not long and word.startswith("pi", at):
                long = 2
            is_power = word[at:] == "e" and (after[:1] == "^" or after[:1] in RAISED or after[:2] == "**")
            if not long and not is_power and word[at] not in SIDE_BY_SIDE:
                return []
            pieces.append(word[at : at + (long or 1)])
            at += long or 1
        return pieces

    def _named(self, name: str, length: int) -> None:
        if name in NAMES:
            self._add("function", NAMES[name], length)
        else:
            self._add("constant", CONSTANTS[name], length)

    def _letter(self, letter: str, length: int, end: int) -> None:
        index = INDEX.match(self._lowered(self.plain[self.at + length : end]))
        digits = index[0].strip("_{[ ]}") if index else ""
        self._add("letter", letter, length + (index.end() if index else 0), digits)

    @staticmethod
    def _lowered(text: str) -> str:
        """The text with plain digits for lowered ones at its beginning."""
        count = next((i for i, sign in enumerate(text) if sign not in LOWERED), len(text))
        return "".join(LOWERED[sign] for sign in text[:count]) + ("" if count else text)

    def _raised(self, end: int) -> None:
        """A run of raised signs: a power, whose exponent is what they are forms of."""
        start = stop = self.at
        while stop < end and self.plain[stop] in RAISED:
            stop += 1
        self.tokens += [Token("^", "^", start, stop), Token("open", "⁽", start, start)]
        below = "".join(RAISED.get(sign, sign) for sign in self.plain[start:stop])
        self.plain = self.plain[:start] + below + self.plain[stop:]
        self._read_to(stop)
        self.tokens.append(Token("close", "⁾", stop, stop))

    def _command(self, end: int) -> None:
        """One of LaTeX's commands."""
        found = COMMAND.match(self.plain, self.at, end)
        name = (found[1] or found[2] or "") if found else ""
        length = len(found[0]) if found else 1
        if found and found[1]:
            if found[1].lower() not in NAMES:
                raise error("command", self.text, self.at, self.at + length)
            self._named(found[1].lower(), length)
            return
        means = COMMANDS.get(name)
        if means is None:
            kind, remedy = ("instead", INSTEAD[name]) if name in INSTEAD else ("command", "")
            raise error(kind, self.text, self.at, self.at + length, remedy)
        if means == "":
            self.at += length
        elif means == "frac":
            self._add("frac", "frac", length)
            if digits := DIGIT_ARGUMENT.match(self.plain, self.at, end):  # as in \frac12
                for i in (1, 2):
                    self.at = digits.start(i)
                    self._add("number", digits[i], 1)
        elif means == "√":
            if re.match(r"\s*\[", self.plain[self.at + length : end]):
                raise error("root_index", self.text, self.at, self.at + length)
            self._add("root", "\\", length)
        elif means in NAMES or means in CONSTANTS:
            self._named(means, length)
        elif GREEK.match(means):
            self._letter(means, length, end)
        elif means in "()":
            self._add("open" if means == "(" else "close", means, length)
        else:
            self._add("bar" if means == "|" else means, means, length)
