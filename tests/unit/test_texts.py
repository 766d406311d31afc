"""The languages are equals: the same keys, the same placeholders, and every word the code asks for."""

import itertools
import re
import tomllib
from pathlib import Path

import numpy as np
import pytest

from gdviz import regimes
from gdviz.critical_points import critical_points
from gdviz.descent import descend
from gdviz.figures import ruler, words
from gdviz.losses import LESSONS, LOSSES
from gdviz.optimizers import OPTIMIZERS, Rule, constants
from gdviz.settings import LANGUAGES, PRESETS, Settings
from gdviz.texts import texts

HOME = Path(regimes.__file__).parent / "texts"


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
    assert all(kana.search(TEXTS["ja"][f"losses.{loss}.watch"]) for loss in LESSONS["one"])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_record_has_its_texts(lang):
    for loss in LESSONS["one"]:
        assert texts(lang)(f"losses.{loss}.name")
        assert texts(lang)(f"losses.{loss}.watch")
    for preset in PRESETS:
        assert texts(lang)(f"presets.{preset}")
    for rule in OPTIMIZERS:
        said = texts(lang).section(f"optimizers.{rule}")
        assert all(said[key] for key in ("name", "latex", "remembers", "good"))
        memory = OPTIMIZERS[rule](0.1).init(np.zeros(1))._fields
        assert [row for row in said["worked"] if not row.endswith("_row")] == [
            *(f for f in memory if f != "t"),
            "dW",
        ]
        for constant in constants(rule):
            assert texts(lang)(f"constants.{constant.name}")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("loss", LESSONS["one"].values(), ids=LESSONS["one"])
def test_every_finding_can_be_said(lang, loss):
    said = texts(lang)
    starts = [*np_linspace(*loss.domain[0], 7), *(p.weight for p in critical_points(loss).points[:3])]
    for eta, start in itertools.product([1e-6, 0.01, 0.4, 1, 3, 10], starts):
        path = descend(loss, OPTIMIZERS["gd"](eta), [start], 60)
        sentence = words.verdict(regimes.verdict(loss, Rule("gd", eta), path), loss.names, said)
        markup = ruler.html(regimes.ruler(loss, "gd", (start,)), eta, said)
        for text in (sentence, markup):
            assert not re.search(r"nan|inf\b|None|\{|\}|[1-9]\d{6}|\.0*[1-9]\d{6}|e[-+]\d", text), text
        assert sentence.endswith(said("verdict.end"))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("rule", OPTIMIZERS)
@pytest.mark.parametrize("loss", LOSSES.values(), ids=LOSSES)
def test_every_finding_about_any_rule_can_be_said(lang, rule, loss):
    said = texts(lang)
    level = [point.weights for point in critical_points(loss).points[:3]]
    for eta, start in itertools.product([1e-6, 0.01, 0.4, 1, 10], [loss.start, *level]):
        used = Rule(rule, eta)
        path = descend(loss, used.optimizer, start, 60)
        sentence = words.verdict(regimes.verdict(loss, used, path), loss.names, said)
        markup = ruler.html(regimes.ruler(loss, rule, start), eta, said)
        for text in (sentence, markup):
            assert not re.search(r"nan|inf\b|None|\{|\}|[1-9]\d{6}|\.0*[1-9]\d{6}|e[-+]\d", text), text
        assert sentence.endswith(said("verdict.end"))


def np_linspace(low, high, count):
    return [low + (high - low) * i / (count - 1) for i in range(count)]


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
        sentence = words.notice(notice, texts(lang))
        assert notice.field in sentence
        assert notice.said[:40] in sentence
        assert notice.used in sentence
        assert len(sentence) < 250


def test_a_missing_text_is_an_error():
    with pytest.raises(KeyError):
        texts("en")("page.nothing")
