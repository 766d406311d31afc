"""Worksheets: two pages of sound HTML whose key is right and whose first page does not give it away."""

import re
from html.parser import HTMLParser

import numpy as np
import pytest

from gdviz.charts import race, thresholds_scale
from gdviz.core.descent import descend
from gdviz.core.losses import LOSSES, losses_of
from gdviz.core.numbers import number
from gdviz.core.optimizers import OPTIMIZERS
from gdviz.core.ranking import ranking
from gdviz.core.thresholds import thresholds
from gdviz.link.bounds import LANGUAGES
from gdviz.link.settings import Settings
from gdviz.network.trainings import trained
from gdviz.texts import Texts, load_texts
from tests.files import worksheet

NETWORKS = (
    {"lesson": "network", "data": "line", "eta": "0.1"},
    {"lesson": "network", "data": "circles", "layers": "4", "weight": "7", "epochs": "20"},
)
VOID = {"meta", "br"}


def of(query):
    settings, notices = Settings.from_query(query)
    assert not notices
    return settings


def sheet(query):
    settings = of(query)
    texts = load_texts(settings.lang)
    if settings.lesson == "network":
        return worksheet(settings, trained(settings.job), texts)
    return worksheet(
        settings, descend(settings.loss_function, settings.rule.optimizer, settings.w, settings.steps), texts
    )


class Page(HTMLParser):
    """The tags that are open, and by the article they are in, the texts and the rows of its tables."""

    def __init__(self, html):
        super().__init__()
        self.open, self.id, self.texts, self.rows = [], "", {}, {}
        self.feed(html)
        self.close()
        assert not self.open

    def handle_starttag(self, tag, attrs):
        if tag not in VOID:
            self.open.append(tag)
        self.id = dict(attrs)["id"] if tag == "article" else self.id
        if tag == "tr":
            self.rows.setdefault(self.id, []).append([])
        if tag in ("td", "th"):
            self.rows[self.id][-1].append("")

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "style" not in self.open:
            self.texts[self.id] = self.texts.get(self.id, "") + data
        if "td" in self.open or "th" in self.open:
            self.rows[self.id][-1][-1] += data


def cells(page, name):
    """The table's rows of numbers, without the first column and the marks of rounding."""
    rows = [row[1:] for row in page.rows[name] if "→" in row[0]]
    return [[cell.removeprefix("≈ ") for cell in row] for row in rows]


def is_sound(html, lang):
    assert html.startswith("<!DOCTYPE html>")
    assert f'<html lang="{lang}">' in html
    assert not re.search(r"https?:|src=|@import|url\(|<script|<link", html)
    style = html.index("</style>")
    assert not re.search(r"\bnan\b|\binf\b|None|[{}]", html[style:])
    page = Page(html)
    assert page.open == []
    assert set(page.rows) == {"sheet", "key"}
    return page


EVERY = [*({"loss": loss} for loss in LOSSES), *NETWORKS]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("query", EVERY, ids=lambda query: query.get("loss") or query["data"])
def test_every_worksheet_is_sound_and_its_key_is_right(query, lang):
    page = is_sound(sheet({**query, "lang": lang}), lang)
    settings = of(query)
    if settings.lesson == "network":
        start, index, loss = settings.job.start, list(settings.weight), settings.job.network
    else:
        start, index, loss = np.array(settings.w), list(range(len(settings.w))), settings.loss_function
    wanted, here = [], start.copy()
    for _ in range(5):
        slope = loss.gradient(here)
        following = here - settings.eta * slope
        parts = (here, slope, settings.eta * slope, following)
        wanted.append([number(value) for part in parts for value in part[index].tolist()])
        here = following
    assert cells(page, "key") == wanted
    given = cells(page, "sheet")
    assert given[0][: len(index)] == wanted[0][: len(index)]
    slopes = slice(1, 2) if settings.lesson == "network" else slice(0)
    blank = [[""] * len(row) for row in wanted]
    blank[0][: len(index)] = wanted[0][: len(index)]
    for row, whole in zip(blank, wanted, strict=True):
        row[slopes] = whole[slopes]
    assert given == blank


def test_the_bowl_by_hand():
    page = Page(sheet({"loss": "bowl"}))
    rows = cells(page, "key")
    assert [row[0] for row in rows] == ["5", "4", "3.2", "2.56", "2.048"]
    assert [row[1] for row in rows] == ["10", "8", "6.4", "5.12", "4.096"]
    assert [row[2] for row in rows] == ["1", "0.8", "0.64", "0.512", "0.4096"]
    assert rows[-1][3] == "1.6384"
    assert "2\u2062W" in page.texts["key"]
    assert "2/E″ = 1 " in page.texts["key"]
    assert "by 0.8." in page.texts["key"]
    for answer in ("2\u2062W", "E″", "3.2", "2.56", "0.64"):
        assert answer not in page.texts["sheet"]


@pytest.mark.parametrize("rule", OPTIMIZERS)
@pytest.mark.parametrize("query", [{"loss": "cliff"}, {"loss": "valley"}, {"loss": "line-fit"}, NETWORKS[1]])
def test_every_rule_has_columns_for_its_memory(query, rule):
    page = is_sound(sheet({**query, "opt": rule}), "en")
    symbols = [line.split()[0] for line in OPTIMIZERS[rule].lines[:-1]]
    heads = [head for row in page.rows["key"] if "→" not in row[0] for head in row]
    indices = {"valley": "12", "line-fit": "wb"}.get(query.get("loss"))
    for symbol in symbols:
        for name in [symbol + i for i in indices] if indices else [symbol]:
            assert heads.count(name) == 1
    weights = 2 if indices else 1
    assert sum(len(row) - 1 for row in page.rows["key"] if "0 →" in row[0]) == weights * (4 + len(symbols))
    assert all(all(row) for row in cells(page, "key"))


def test_a_momentum_by_hand():
    rows = cells(Page(sheet({"loss": "bowl", "opt": "momentum", "eta": "0.1", "const": "0.5"})), "key")
    assert rows[0] == ["5", "10", "10", "1", "4"]
    assert rows[1] == ["4", "8", "13", "1.3", "2.7"]  # 0.5 × 10 + 8
    assert rows[2] == ["2.7", "5.4", "11.9", "1.19", "1.51"]


def test_what_a_network_s_rule_remembers_gives_the_changes_of_the_training():
    settings = of({**NETWORKS[1], "opt": "adam", "eta": "0.05"})
    training = trained(settings.job)
    rows = cells(Page(worksheet(settings, training, load_texts("en"))), "key")
    assert [row[6] for row in rows] == [number(update) for update in training.updates[:5, 7].tolist()]
    m = v = 0.0
    for row, slope in zip(rows, training.gradients[:5, 7].tolist(), strict=True):
        m, v = 0.9 * m + 0.1 * slope, 0.999 * v + 0.001 * slope**2
        assert row[2:4] == [number(m), number(v)]


def test_batches_give_the_changes():
    page = is_sound(sheet({**NETWORKS[1], "batch": "20", "opt": "adam"}), "en")
    given, key = cells(page, "sheet"), cells(page, "key")
    assert [row[1:3] for row in given] == [row[1:3] for row in key]
    assert all(not row[3] for row in given)


def test_the_slope_by_two_losses():
    settings = of(NETWORKS[1])
    key = Page(sheet(NETWORKS[1])).texts["key"]
    above, below, quotient, slope = re.search(
        r"\((\S+) − (\S+)\) / \(2 × 0\.01\) [=≈] (\S+)\. Backpropagation: (\S+)\. ", key
    ).groups()
    value = float(quotient.replace("−", "-"))
    assert (float(above) - float(below)) / 0.02 == pytest.approx(value, rel=1e-5)
    assert value == pytest.approx(settings.job.network.numerical_derivative(settings.job.start, 7), rel=1e-2)
    assert slope == number(settings.job.network.gradient(settings.job.start)[7])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_short_run_has_a_short_table(lang):
    page = is_sound(sheet({"loss": "bowl", "eta": "0.001", "steps": "1", "lang": lang}), lang)
    assert cells(page, "key") == [["5", "10", "0.01", "4.99"]]


def test_where_the_gradient_points():
    assert "points straight at the minimum (W₁, W₂) = (0, 0)" in Page(sheet({"loss": "round"})).texts["key"]
    # From (−7, 2) to (0, 0), and −∇E = (0.7, −4).
    cosine = (7 * 0.7 + 2 * 4) / np.hypot(7, 2) / np.hypot(0.7, 4)
    assert f"{np.degrees(np.arccos(cosine)):.1f}°" in Page(sheet({"loss": "valley"})).texts["key"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_kind_of_threshold_is_told(lang):
    for loss in ("bowl", "quartic", "absolute", "rest-stop", "ripples", "round", "himmelblau"):
        settings = of({"loss": loss, "lang": lang})
        assert is_sound(sheet({"loss": loss, "lang": lang}), lang)
        # At a level start as well.
        level = {"loss": loss, "w": ",".join("0" for _ in settings.w), "lang": lang}
        assert is_sound(sheet(level), lang)


TYPED = [
    {"lesson": "one", "loss": "own", "formula": "log(W) + 1/(W - 1)", "domain": "-3,3"},
    {"lesson": "one", "loss": "own", "formula": "sqrt(W)", "domain": "-1,1", "w": "0.01", "eta": "10"},
    {"lesson": "two", "loss": "own", "formula": "log(W1) + sqrt(W2)*W1", "domain": "-3,3,-1,4"},
    {
        "lesson": "one",
        "loss": "own",
        "formula": "sin(W)*exp(W)*cos(W)*tanh(W)*log(W^2+1)*sqrt(W^2+2)*exp(sin(W))*cos(W^2)*sin(W^3)",
    },
]


@pytest.mark.parametrize("query", TYPED, ids=lambda query: query["formula"])
def test_a_typed_loss_may_be_undefined_in_parts_or_long(query):
    page = is_sound(sheet(query), "en")
    assert all(all(row) for row in cells(page, "key"))


def test_a_run_that_ends_at_its_start_says_so():
    page = Page(sheet(TYPED[1]))
    assert cells(page, "key")[0][2:] == ["–", "–"]
    assert load_texts("en")("worksheet.ends", step=0) in page.texts["key"]


def test_charts_are_in_black_lines():
    for query in ({"loss": "cliff"}, {"loss": "rosenbrock"}, NETWORKS[0]):
        html = sheet(query)
        assert set(re.findall(r"#[0-9a-fA-F]{3,6}\b", html)) <= {"#000", "#fff", "#sheet", "#key"}
        assert not re.search(r"rgb|opacity|gr[ae]y", html)
        assert html.count("<svg") == 2


def test_what_a_translation_says_is_text_and_no_markup(monkeypatch):
    """Every text of a page is escaped: of the sheet, its drawing, the scale and the ranking."""
    texts, hostile = Texts("en"), "<script>'\"&"
    for section in ("worksheet", "race", "ruler", "chart"):
        table = {key: f"{hostile}{value}" for key, value in texts.section(section).items()}
        monkeypatch.setitem(texts._table, section, table)
    monkeypatch.setitem(texts._table["optimizers"], "adam", {"remembers": hostile, "effect": hostile})
    settings = of({"loss": "valley", "opt": "adam"})
    loss, rule = settings.loss_function, settings.rule
    path = descend(loss, rule.optimizer, settings.w, settings.steps)
    results = ranking([path])
    pages = [
        worksheet(settings, path, texts),
        worksheet(of({"loss": "bowl"}), descend(LOSSES["bowl"], OPTIMIZERS["gd"](0.1), [5], 9), texts),
        race.html(results, loss, texts),
        thresholds_scale.html(thresholds(LOSSES["bowl"], (5,)), 0.1, ("W",), texts, reached=False),
    ]
    for page in pages:
        assert "<script" not in page
        assert "&lt;script&gt;" in page
        assert "&amp;lt;" not in page


def test_lessons_have_their_kind_of_chart():
    assert {len(loss.names) for loss in losses_of(2).values()} == {2}
    assert 'class="contour"' in sheet({"loss": "valley"})
    key = sheet({"loss": "bowl"}).split('id="key"')
    assert 'class="tangent"' in key[1]
    assert 'class="tangent"' not in key[0]


@pytest.mark.parametrize("base", [{"loss": "bowl"}, {"lesson": "network", "data": "xor", "epochs": "5"}])
@pytest.mark.parametrize("made", [{"q": "Where does it end?"}, {"hide": "loss"}, {"mission": "quick"}])
def test_a_class_that_is_given_a_lesson_is_not_given_the_key(base, made):
    if "mission" in made and "lesson" in base:
        made = {"mission": "xor"}
    assert 'id="key"' in sheet(base)
    html = sheet({**base, **made})
    assert 'id="sheet"' in html
    assert 'id="key"' not in html
