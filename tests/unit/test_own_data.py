"""Own data: pastes as people make them, the way through a link, and the line that fits."""

import json
from contextlib import redirect_stdout
from io import StringIO
from urllib.parse import parse_qsl, urlencode

import numpy as np
import pytest

from gdviz.charts import answer, fit
from gdviz.charts.theme import THEMES
from gdviz.core.descent import descend
from gdviz.core.fit import fit_loss, standardized
from gdviz.core.optimizers import OPTIMIZERS
from gdviz.core.thresholds import thresholds
from gdviz.lessons import view_of
from gdviz.link.bounds import LANGUAGES
from gdviz.link.pairs import PairsError, read_pairs, to_link
from gdviz.link.settings import Settings
from gdviz.link.short import short_query
from gdviz.network.training import train
from gdviz.texts import load_texts
from gdviz.web import tasks
from gdviz.web.data_panel import told

ABC = ((1, 2.5), (2, 3.1), (3, 4.8))

PASTES = [
    "1\t2.5\n2\t3.1\n3\t4.8",  # a spreadsheet
    "1\t2,5\n2\t3,1\n3\t4,8",  # one with decimal commas
    "x\ty\n1\t2.5\n2\t3.1\n3\t4.8\n",  # with a heading
    "身長\t体重\r\n1\t2.5\r\n2\t3.1\r\n3\t4.8\r\n",
    "1,2.5\n2,3.1\n3,4.8",  # CSV
    "x,y\n1,2.5\n2,3.1\n3,4.8",
    '"x","y"\n"1","2.5"\n"2","3.1"\n"3","4.8"',
    "1;2,5\n2;3,1\n3;4,8",  # CSV where the comma is decimal
    "x;y\n1,0;2,5\n2,0;3,1\n3,0;4,8",
    "1 2.5\n2 3.1\n3 4.8",
    "1 2,5\n2 3,1\n3 4,8",
    "1   2.5\n2   3.1\n3   4.8",
    "1, 2.5\n2, 3.1\n3, 4.8",
    "(1, 2.5)\n(2, 3.1)\n(3, 4.8)",
    "(1, 2.5),\n(2, 3.1),\n(3, 4.8)",
    "\n1\t2.5\n\n2\t3.1\n\n3\t4.8\n\n",  # lines between
    "  1\t2.5  \n  2\t3.1\n  3\t4.8",
    "１\t２．５\n２\t３．１\n３\t４．８",  # a Japanese keyboard
    "1\t2.5\t\n2\t3.1\t\n3\t4.8\t",  # an empty column behind
    "1e0\t25e-1\n2.\t3.10\n+3\t4.80",
    "x (cm)\ty (kg)\n1\t2.5\n2\t3.1\n3\t4.8",
    "x1\ty1\n1\t2.5\n2\t3.1\n3\t4.8",
    "\ufeff1\t2.5\n2\t3.1\n3\t4.8",
    "1 , 2.5\n2 , 3.1\n3 , 4.8",
    "1 ,2.5\n2 ,3.1\n3 ,4.8",
    "1;2.5;\n2;3.1;\n3;4.8;\n;;\n",  # empty rows and columns
    "1\t2,500\n2\t3,1\n3\t4,800",  # 3,1 says what the comma is
    "1\t2.5" + " " * 4000 + "\n2\t3.1\n3\t4.8",
]
REFUSED = [
    ("", "few", 0),
    ("1\t2\n3\t4", "few", 0),
    ("x\ty\n1\t2\n3\t4", "few", 0),
    ("1\t2\n3\tfour\n5\t6", "number", 2),
    ("1\t2\n3\t\n5\t6", "columns", 2),
    ("1\t2\t3\n4\t5\t6\n7\t8\t9", "columns", 1),
    ("1\n2\n3", "columns", 1),
    ("1,5,2,5\n3,5,4,5\n5,5,6,5", "columns", 1),  # commas for both
    ("1,234.5\t2\n3\t4\n5\t6", "number", 1),  # a comma for thousands
    ("1\t2\n3\t4\n5\t123456789", "large", 3),
    ("1\t2\n3\t4\n5\t3.14159265", "digits", 3),
    ("\n".join(f"{i}\t{i}" for i in range(41)), "many", 0),
    ("\n".join(f"{i}.7531\t{9999.7 - i}" for i in range(10000, 10040)), "digits", 1),
    ("1\tnan\n2\t3\n3\t4", "number", 1),
    ("1\t2\nx\ty\n3\t4\n5\t6", "number", 2),  # a heading in the middle
    ("x\ty\n1,000\t2\n950\t3\n1,050\t5", "thousands", 2),
    *[
        (f"{first}\n1\t2\n3\t4\n5\t6", "number", 1)  # no heading: what is lost would be data
        for first in (
            "1,234.5\t2,345.6", "NaN\tNaN", "1e400\t1e400", "1 cm\t2 kg", "1 000\t2 000", "5%\t10%",
            "2020-01-01\t$5", "10²\t1", "5'11\t1", "1'30\"\t2", "#N/A\t#N/A",
        )
    ],
]  # fmt: skip


@pytest.mark.parametrize("paste", PASTES)
def test_a_paste_is_read_as_it_is_meant(paste):
    assert read_pairs(paste) == ABC


def test_minus_signs_are_minus_signs():
    assert read_pairs("−1\t-2\n–3\t−4.5\n-0\t6") == ((-1, -2), (-3, -4.5), (0, 6))


@pytest.mark.parametrize(("paste", "kind", "line"), REFUSED)
def test_a_paste_that_is_refused_is_told_why_and_where(paste, kind, line):
    with pytest.raises(PairsError) as refused:
        read_pairs(paste)
    assert (refused.value.kind, refused.value.line) == (kind, line)
    for lang in LANGUAGES:
        sentence = told(refused.value, load_texts(lang))
        assert str(line or "") in sentence
        assert "{" not in sentence


# The page's own, years, one that falls, one that is level, one whose x are all the same.
CASES = [
    ABC,
    tuple((year, round(0.02 * (year - 1950) ** 1.1 + 14, 2)) for year in range(1950, 1990)),
    ((0, 9.5), (1, 7.25), (2, 6), (4, 1.5), (5, 0)),
    ((1, 4), (2, 4), (3, 4), (7, 4)),
    ((2, 1), (2, 2), (2, 4)),
    ((-0.5, 1200), (0.25, -300), (0.75, 80), (1, 999)),
]


@pytest.mark.parametrize("pairs", CASES)
@pytest.mark.parametrize("scaling", ["raw", "standard"])
def test_own_data_come_back_from_a_link(pairs, scaling):
    for base in ({"loss": "line-fit"}, {"lesson": "network", "data": "sine"}):
        state, notices = Settings.from_query({**base, "pairs": to_link(pairs), "scaling": scaling})
        assert not notices
        assert state.pairs == pairs
        for query in (state.to_query(), short_query(state)):
            again = dict(parse_qsl(urlencode(query, safe=",")))
            assert Settings.from_query(again) == (state, [])
        assert len(urlencode(short_query(state), safe=",")) < 100 + 14 * len(pairs)


def test_own_data_stay_with_what_can_learn_them():
    state, _ = Settings.from_query({"loss": "line-fit", "pairs": to_link(ABC)})
    assert state.changed("eta", "0.2")[0].pairs == ABC
    assert state.changed("loss", "valley")[0].pairs == ()
    state, notices = Settings.from_query({"loss": "valley", "pairs": to_link(ABC)})
    assert [notice.field for notice in notices] == ["pairs"]
    assert state.loss == "valley"
    network, _ = Settings.from_query(
        {"lesson": "network", "data": "line", "pairs": to_link(ABC), "points": "77"}
    )
    assert network.points == 2  # every third is held out
    assert network.changed("data", "xor")[0].pairs == ()


def closed_form(x, y):
    """The least squares line by its textbook formulas, Σ(x − x̄)(y − ȳ) / Σ(x − x̄)²."""
    x, y = np.array(x, float), np.array(y, float)
    w = ((x - x.mean()) * (y - y.mean())).sum() / ((x - x.mean()) ** 2).sum()
    return w, y.mean() - w * x.mean()


@pytest.mark.parametrize("pairs", [case for case in CASES if len({x for x, _ in case}) > 1])
def test_a_standardised_fit_is_the_closed_form_s(pairs):
    scaled = standardized(pairs)
    x, y = np.array(pairs).T
    for column, own in zip(np.array(scaled).T, (x, y), strict=True):
        expected = (own - own.mean()) / (own.std() or 1)
        assert column == pytest.approx(expected, abs=0.00501)
    loss = fit_loss(scaled)
    path = descend(loss, OPTIMIZERS["gd"](0.3), loss.start, 400)
    assert path.weights[-1] == pytest.approx(closed_form(*np.array(scaled).T), abs=1e-9)


@pytest.mark.parametrize("pairs", CASES)
def test_the_loss_is_the_mean_of_the_squared_gaps(pairs):
    loss = fit_loss(pairs)
    for w, b in ((0, 0), (1.5, -2), (-0.25, 7)):
        gaps = [(w * x + b - y) ** 2 for x, y in pairs]
        assert loss.value(np.array([w, b])) == pytest.approx(sum(gaps) / len(gaps), rel=1e-9)
    assert all(low < start < high for (low, high), start in zip(loss.domain, loss.start, strict=True))


def test_the_edge_is_that_of_these_data():
    """2 over the largest eigenvalue of the mean of (x, 1)ᵀ(x, 1), twice: worked out by numpy here."""
    x = np.array([year for year, _ in CASES[1]], float)
    hessian = 2 * np.array([[(x * x).mean(), x.mean()], [x.mean(), 1]])
    loss = fit_loss(CASES[1])
    found = thresholds(loss, loss.start).bounce
    assert found == pytest.approx(2 / np.linalg.eigvalsh(hessian).max(), rel=1e-6)
    scaled = fit_loss(standardized(CASES[1]))
    assert thresholds(scaled, scaled.start).bounce == pytest.approx(1, abs=0.02)


@pytest.mark.parametrize("data", ["line", "sine"])
def test_a_network_learns_own_data(data):
    pairs = tuple((x, round(2 * x + 1, 3)) for x in (-1, -0.5, 0, 0.25, 0.5, 1))
    state, _ = Settings.from_query(
        {
            "lesson": "network",
            "data": data,
            "layers": "0",
            "pairs": to_link(pairs),
            "eta": "0.3",
            "epochs": "500",
        }
    )
    job = state.job
    assert job.network.inputs[:, 0].tolist() == [-1, -0.5, 0.25, 0.5]
    assert job.held_out.inputs[:, 0].tolist() == [0, 1]
    training = train(job)
    assert training.weights[-1] == pytest.approx(closed_form(*np.array(pairs).T), abs=1e-6)
    left, right = answer.base_figure(job, load_texts("en"), THEMES["light"]).layout.xaxis.range
    assert left < -1
    assert right > 1


@pytest.mark.parametrize("lang", LANGUAGES)
def test_own_data_stand_in_what_is_taken_home(lang):
    written = {"loss": "line-fit"}, {"lesson": "network", "data": "line", "epochs": "5"}
    for base in written:
        state, _ = Settings.from_query({**base, "pairs": "1,2.5_2,3.1_3,4.75", "lang": lang})
        for kind in ("sheet", "csv") if "data" in base else ("sheet",):
            file = tasks.download(state, kind).decode("utf-8-sig")
            assert "(3, 4.75)" in file, kind
        script = tasks.download(state, "python").decode()
        assert "4.75" in script
        said = StringIO()
        with redirect_stdout(said):
            exec(compile(script, "script", "exec"), {})
        last = [float(cell) for cell in said.getvalue().strip().split("\n")[-1].split()]
        play = json.loads(tasks.shown(state).play)
        assert f"{last[1]:.5g}"[:5] in play["columns"]["E"][-1] or "data" not in base


def test_a_press_on_the_chart_is_at_a_hundredth_of_it():
    state, _ = Settings.from_query({"loss": "line-fit", "pairs": to_link(ABC), "steps": "3"})
    loss = state.loss_function
    path = descend(loss, OPTIMIZERS["gd"](0.1), loss.start, 3)
    assert fit.animation(loss, path, [0, 1, 2, 3], taps=True).taps == [0.02, 0.02]
    assert state.takes_taps
    assert not state.changed("scaling", "standard")[0].takes_taps


def test_other_data_are_another_drawing():
    one, other = (
        Settings.from_query({"loss": "line-fit", "pairs": pairs})[0]
        for pairs in ("1,2_2,3_3,5", "1,2_2,3_3,6")
    )
    assert view_of(one).as_drawn(one) != view_of(other).as_drawn(other)
    scaled = one.changed("scaling", "standard")[0]
    assert view_of(one).as_drawn(one) != view_of(scaled).as_drawn(scaled)


YEARS = "1950,3.2_1960,4.1_1970,5.3_1980,5.9_1990,7.2"


@pytest.mark.parametrize(
    ("query", "explodes"),
    [
        ({"eta": "0.1"}, True),
        ({"eta": "0.89"}, True),
        ({"eta": "0.1", "scaling": "standard"}, False),
        ({"eta": "2"}, False),  # it does so standardised, too
        ({"eta": "0.1", "pairs": "0,1_1,2_2,2"}, False),
    ],
)
def test_data_whose_scale_makes_the_rate_explode_are_to_be_standardised(query, explodes):
    """By numpy: a rate settles below 2 / λ, λ the largest eigenvalue of the Hessian of E."""
    settings = Settings.from_query({"loss": "line-fit", "pairs": YEARS, "steps": "50"} | query)[0]
    for lang in LANGUAGES:
        texts = load_texts(lang)
        said = tasks.shown(Settings.from_query(settings.to_query() | {"lang": lang})[0]).summary
        assert (texts("data_panel.standardize") in said) is explodes
    x = np.array([x for x, _ in settings.pairs])
    edges = []
    for column in (x, (x - x.mean()) / x.std()):
        A = np.stack([column, np.ones_like(column)])
        edges.append(2 / np.linalg.eigvalsh(2 * A @ A.T / len(x))[-1])
    raw, standard = edges
    if settings.scaling != "standard":
        assert bool(raw < settings.eta < standard) is explodes


@pytest.mark.parametrize(("scaling", "explodes"), [("raw", True), ("standard", False)])
def test_so_are_those_that_a_network_cannot_learn_as_they_are(scaling, explodes):
    query = {
        "lesson": "network",
        "data": "line",
        "pairs": YEARS,
        "eta": "0.1",
        "epochs": "100",
        "scaling": scaling,
    }
    said = tasks.shown(Settings.from_query(query)[0]).summary
    assert (load_texts("en")("data_panel.standardize_too") in said) is explodes
    assert ("Exploded" in said) is explodes
