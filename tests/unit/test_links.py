"""A shared link opens the same state for ever: what each of links.json meant and showed when it was made."""

import json
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from urllib.parse import parse_qsl, urlencode

import numpy as np
import pytest
import segno
import zxingcpp
from PIL import Image

from gdviz.core.descent import descend
from gdviz.link.settings import Settings
from gdviz.link.short import short_query
from gdviz.link.versions import VERSION, VERSIONS
from gdviz.network.training import train

LINKS = json.loads((Path(__file__).parents[1] / "links.json").read_text("utf-8"))


@pytest.mark.parametrize("link", LINKS)
def test_a_link_opens_what_it_opened_when_it_was_made(link):
    settings, notices = Settings.from_query(dict(parse_qsl(link, keep_blank_values=True)))
    assert settings.to_query() == LINKS[link]["state"]
    assert [notice.field for notice in notices] == LINKS[link].get("refused", [])


@pytest.mark.parametrize("link", [link for link, was in LINKS.items() if "ends" in was])
def test_its_run_ends_where_it_ended(link):
    settings, _ = Settings.from_query(LINKS[link]["state"])
    if "weights" not in LINKS[link]["ends"][0]:
        losses = train(settings.job).losses
        assert losses[-1] == pytest.approx(LINKS[link]["ends"][0]["loss"], rel=1e-6)
        return
    for rule, end in zip(settings.race or (settings.rule,), LINKS[link]["ends"], strict=True):
        path = descend(settings.loss_function, rule.optimizer, settings.w, settings.steps)
        np.testing.assert_allclose(path.weights[-1], end["weights"], rtol=1e-6, atol=1e-12)
        np.testing.assert_allclose(path.losses[-1], end["loss"], rtol=1e-6, atol=1e-12)


# --- Short links, for codes ---------------------------------------------------------------


@pytest.mark.parametrize("link", LINKS)
def test_a_short_link_opens_the_same(link):
    state, _ = Settings.from_query(LINKS[link]["state"])
    short = short_query(state, but=("lang",))
    assert short["v"] == VERSION
    assert len(urlencode(short)) <= len(urlencode({"v": VERSION, **state.to_query()}))
    assert Settings.from_query(short, lang=state.lang) == (state, [])


def test_what_a_link_leaves_out_is_a_default_of_its_version(monkeypatch):
    """If runs began with another rate one day, a link made before would still mean 0.1."""
    short = short_query(Settings.from_query({"w": "4"})[0])
    assert "eta" not in short
    monkeypatch.setitem(VERSIONS, VERSION, {"eta": "0.7"})
    assert Settings.from_query(short)[0].eta == 0.7
    assert Settings.from_query({"w": "4"})[0].eta == 0.1


# A hundred letters, as a teacher writes.
QUESTION = "学習率を少しずつ大きくして、点がどのように動くかを観察しましょう。" * 3 + "理由も書く！"


@pytest.mark.parametrize(
    "more", [{"stop": "rate"}, {"loss": "himmelblau", "opt": "adam", "w": "-0.7,0.3"}, {"predict": "on"}]
)
def test_the_code_of_a_lesson_with_a_hundred_japanese_letters_is_coarse(more):
    assert 100 <= len(QUESTION) <= 105
    lesson = {"hide": "lesson,loss,race,presets,link", "q": QUESTION, **more}
    state, notices = Settings.from_query(lesson)
    assert not notices
    address = "https://gradient-descent.streamlit.app/?" + urlencode(
        short_query(state, ("lang",)), safe=",:/~"
    )
    assert address.isascii()
    code = segno.make(address, error="l", boost_error=False, micro=False)
    assert code.symbol_size(border=0)[0] <= 77
    picture = BytesIO()
    code.save(picture, kind="png", scale=4)
    [read] = zxingcpp.read_barcodes(Image.open(picture))
    query = dict(parse_qsl(read.text.partition("?")[2]))
    assert Settings.from_query(query) == (state, [])


@pytest.mark.parametrize("question", ["~", "~~ tilde", "~MEIw", "a ~ b", "𝒲 → 🎓 ~", "<b>& 次の W は？"])
def test_a_question_comes_back_as_it_was(question):
    state = replace(Settings.from_query({})[0], q=question)
    for query in (state.to_query(), short_query(state)):
        assert Settings.from_query(query) == (state, [])


@pytest.mark.parametrize("damaged", ["~!", "~M", "~2AA", "~" + "A" * 10_000, "~\u3042"])
def test_a_packed_question_that_is_damaged_is_none(damaged):
    state, _ = Settings.from_query({"q": damaged, "eta": "0.2"})
    assert len(state.q) <= 200
    assert state.eta == 0.2
