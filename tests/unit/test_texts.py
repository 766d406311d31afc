"""The languages are equals: the same keys, the same placeholders, and every word the code asks for."""

import re
import tomllib
from pathlib import Path

import numpy as np
import pytest

from gdviz.charts import sentences, thresholds_scale
from gdviz.core.critical_points import critical_points
from gdviz.core.descent import descend
from gdviz.core.diagnosis import diagnose
from gdviz.core.losses import LOSSES, losses_of
from gdviz.core.optimizers import OPTIMIZERS, Rule, constants
from gdviz.core.thresholds import thresholds
from gdviz.lessons import LESSONS
from gdviz.link.bounds import LANGUAGES
from gdviz.link.settings import Settings
from gdviz.link.story import STOPS, examples_of
from gdviz.texts import load_texts

HOME = Path(__file__).parents[2] / "gdviz" / "texts"


def flat(table, prefix=""):
    for key, value in table.items():
        if isinstance(value, dict):
            yield from flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value


TEXTS = {lang: dict(flat(tomllib.loads((HOME / f"{lang}.toml").read_text("utf-8")))) for lang in LANGUAGES}


def test_every_language_is_one_file():
    assert {path.stem for path in HOME.glob("*.toml")} == set(LANGUAGES)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_same_keys_and_placeholders(lang):
    assert list(TEXTS[lang]) == list(TEXTS["en"])
    for key, text in TEXTS[lang].items():
        assert sorted(re.findall(r"\{.*?\}", text)) == sorted(re.findall(r"\{.*?\}", TEXTS["en"][key])), key
        assert text.strip(), key


def test_japanese_is_japanese():
    kana = re.compile("[ぁ-んァ-ヶ一-龥]")
    same = {key for key, text in TEXTS["ja"].items() if text == TEXTS["en"][key]}
    formulas = {
        key
        for key in same
        if not re.search("[A-Za-z]{4,}", re.sub(r"\{.*?\}|\\[A-Za-z]+", "", TEXTS["en"][key]))
    }
    assert same == formulas  # only formulas and symbols may be alike
    for term in ("勾配法", "損失関数", "学習率", "接線", "勾配", "重み", "更新"):
        assert any(term in text for text in TEXTS["ja"].values()), term
    assert all(kana.search(TEXTS["ja"][f"losses.{loss}.watch"]) for loss in losses_of(1))


# --- How Japanese is set --------------------------------------------------------------------------

JAPANESE = "ぁ-ゖァ-ヺー々一-龥"
WIDE = "、。（）「」：…！・"  # with room of their own: no blank beside them
# Sentences; the other placeholders are numbers, names and places.
WHOLE = r"\{(marks|levels|verdict|reason)\}"
# What has another name in these texts, or is written otherwise.
VARIANTS = (
    "の方が|留ま|下さい|出来|今(?!回)|一度で|回目から(?=は)|バッチの大きさ|番目|最急降下|勾配降下|逆伝搬|その場の微分"
    "|局所最小|最小値|極小値|Adagrad|RMSprop|Rmsprop|ネステロフ|オプティマイザ"
)
README_JA = (HOME.parents[1] / "README.md").read_text("utf-8").split("## 日本語", 1)[1].replace("`", "")
# The marks of bold words are not seen.
SET = {key: text.replace("**", "") for key, text in TEXTS["ja"].items()} | {"README": README_JA.strip()}


@pytest.mark.parametrize(
    ("why", "wrong"),
    [
        (
            "a blank between Japanese and all else but wide punctuation",
            f"[{JAPANESE}][^{JAPANESE}{WIDE}\\s]|[^{JAPANESE}{WIDE}\\s][{JAPANESE}]",
        ),
        (
            "no blank beside wide punctuation or between Japanese",
            f"[{WIDE}{JAPANESE}] +[{WIDE}{JAPANESE}]|[{WIDE}] | [、。）」：]",
        ),
        ("wide letters and digits", "[，．［］｛｝\u3000０-９Ａ-Ｚａ-ｚ]"),
        ("as everywhere else", VARIANTS),
        ("a thousand has its comma", r"(?<![\d.])\d{4}"),
    ],
)
def test_japanese_is_set_alike_everywhere(why, wrong):
    for key, text in SET.items():
        found = re.search(wrong, re.sub(WHOLE, "", text))
        assert not found, f"{why}: {key}, “{found[0]}” in {text}"


def test_japanese_has_no_rare_letters():
    """Kanji of the first level of JIS X 0208 only: no font has to borrow these from another."""
    for key, text in SET.items():
        rare = [c for c in re.findall("[一-龥]", text) if c.encode("shift_jis") > b"\x98\x72"]
        assert not rare, (key, rare)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_rules_are_spelled_as_in_the_literature(lang):
    """But where a rule is called by its id, before the dot of its name."""
    for key, text in TEXTS[lang].items():
        told = text.partition(" · ")[2] if re.fullmatch(r"optimizers\.\w+\.name", key) else text
        assert not re.search(r"\b(adagrad|rmsprop|adam|nesterov)\b", told), (key, text)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_record_has_its_texts(lang):
    for loss in losses_of(1):
        assert {f"losses.{loss}.name", f"losses.{loss}.watch"} <= set(TEXTS[lang])
    examples = [example for lesson in LESSONS for example in examples_of(lesson)]
    named = {key.removeprefix("presets.") for key in TEXTS[lang] if key.startswith("presets.")}
    assert named == set(examples)
    assert {f"story.{stop}.name" for stop in STOPS} <= set(TEXTS[lang])
    for rule in OPTIMIZERS:
        texts = load_texts(lang).section(f"optimizers.{rule}")
        assert all(texts[key] for key in ("name", "latex", "remembers", "effect"))
        memory = OPTIMIZERS[rule](0.1).init(np.zeros(1))._fields
        written = [f"optimizers.{rule}.worked.{field}" for field in memory if field != "t"]
        written += [f"constants.{constant.name}" for constant in constants(rule)]
        assert set(written) <= set(TEXTS[lang])


RATES = (1e-6, 0.01, 0.4, 1, 3, 10)


def said(loss, rule, start):
    """Whether what is found of a run of 60 steps is said as sentences in each language."""
    path = descend(loss, rule.optimizer, start, 60)
    found = diagnose(path)
    limits = thresholds(loss, start, found.minimum)
    for lang in LANGUAGES:
        texts = load_texts(lang)
        sentence = sentences.diagnosis(found, loss.names, texts)
        markup = thresholds_scale.html(
            limits, rule.learning_rate, loss.names, texts, found.minimum is not None
        )
        for text in (sentence, markup):
            wrong = re.search(r"nan|inf\b|None|\{|\}|[1-9]\d{6}|\.0*[1-9]\d{6}|e[-+]\d", text)
            assert not wrong, f"{loss.id}, {rule} from {start}: {text}"
        assert sentence.endswith(texts("verdict.end"))


@pytest.mark.parametrize("loss", losses_of(1).values(), ids=losses_of(1))
def test_every_finding_can_be_said(loss):
    starts = [*np.linspace(*loss.domain[0], 7), *(p.weight for p in critical_points(loss).points[:3])]
    for i, start in enumerate(starts):
        for eta in RATES[i % 3 :: 3]:
            said(loss, Rule("gd", eta), (float(start),))


@pytest.mark.parametrize("rule", OPTIMIZERS)
def test_every_finding_about_any_rule_can_be_said(rule):
    """Of each loss a start and a critical point; the rates in turn, so that each rule has each of them."""
    for turn, loss in enumerate(LOSSES.values(), list(OPTIMIZERS).index(rule)):
        level = [point.weights for point in critical_points(loss).points]
        for i, start in enumerate([loss.start, *level[turn % max(1, len(level)) :][:1]]):
            said(loss, Rule(rule, RATES[(turn + 2 * i) % len(RATES)]), start)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_notice_can_be_said(lang):
    query = {
        "loss": "<script>",
        "eta": "x" * 300,
        "w": "99",
        "steps": "0",
        "every": "7",
        "step": "99",
        "lang": "xx",
    }
    _, notices = Settings.from_query(query)
    assert len(notices) == len(query)
    for notice in notices:
        sentence = sentences.notice(notice, load_texts(lang))
        assert notice.field in sentence
        assert notice.raw[:40] in sentence
        assert notice.used in sentence
        assert len(sentence) < 250


def test_a_preset_or_a_part_without_a_name_is_called_by_its_id():
    assert (load_texts("en")("presets.mine"), load_texts("ja")("parts.mine")) == ("mine", "mine")


def test_a_missing_text_is_an_error():
    with pytest.raises(KeyError):
        load_texts("en")("page.nothing")
