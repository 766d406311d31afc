"""Links: what is written is read back, and what is wrong is named and replaced."""

import random

import pytest

from gdviz.core.losses import losses_of
from gdviz.core.optimizers import OPTIMIZERS, Rule, constants
from gdviz.link.bounds import LANGUAGES, MAX_RUNNERS
from gdviz.link.presets import PRESETS
from gdviz.link.readers import fitting_every, race_text, shown_steps
from gdviz.link.settings import Settings
from tests.cases import in_turn

FIELDS = ["lesson", "loss", "opt", "eta", "predict", "w", "steps", "every", "step", "look", "lang"]


@pytest.mark.parametrize(("name", "lang"), in_turn(PRESETS, LANGUAGES))
def test_presets_survive_the_link(name, lang):
    preset = PRESETS[name]
    settings, notices = Settings.from_query(preset, lang=lang)
    assert not notices
    assert settings.lang == lang
    assert Settings.from_query(settings.to_query()) == (settings, [])
    assert {**settings.to_query(), **preset} == settings.to_query()


def test_any_state_survives_the_link():
    for seed in range(60):
        settings = drawn(seed)
        assert Settings.from_query(settings.to_query()) == (settings, []), seed


def drawn(seed):
    chance = random.Random(seed)
    loss = chance.choice(list(losses_of(1).values()))
    steps = chance.choice([1, 7, 30, 100, 101, 999, 10_000])
    every = chance.choice(fitting_every(steps))
    return Settings(
        loss=loss.id,
        opt=(rule := chance.choice(list(OPTIMIZERS))),
        const=tuple(round(chance.uniform(c.low, c.high), 6) or c.low for c in constants(rule)),
        eta=10 ** chance.uniform(-6, 1),
        w=tuple(chance.uniform(*bounds) for bounds in loss.domain),
        steps=steps,
        every=every,
        step=chance.choice(shown_steps(steps, every)),
        lang=chance.choice(LANGUAGES),
    )


def test_an_empty_link_is_the_first_screen():
    settings, notices = Settings.from_query({}, lang="ja")
    assert (settings.loss, settings.w, settings.eta, settings.lang) == ("bowl", (5.0,), 0.1, "ja")
    assert not notices
    assert list(settings.to_query()) == FIELDS


@pytest.mark.parametrize("loss", losses_of(1).values(), ids=losses_of(1))
def test_a_loss_brings_its_start_and_rate(loss):
    settings, _ = Settings.from_query({"loss": loss.id})
    assert settings.w == loss.start
    assert settings.eta == loss.learning_rate


@pytest.mark.parametrize(
    ("field", "raw", "used"),
    [
        *(("loss", raw, "bowl") for raw in ("bowls", "", "BOWL", "<b>")),
        *(("opt", raw, "gd") for raw in ("sgd", "", "GD")),
        *(("eta", raw, "0.1") for raw in ("", "abc", "nan", "inf", "-1", "0", "1e-7", "10.1", "1,5")),
        *(("w", raw, "5") for raw in ("", "x", "6.5", "-7", "nan", "1,2", ",")),
        *(("steps", raw, "30") for raw in ("0", "-1", "10001", "3.5", "many", "nan")),
        *(("every", raw, "1") for raw in ("0", "2", "1000", "x", "nan")),
        *(("step", raw, "0") for raw in ("-1", "31", "1.5", "x")),
        *(("lang", raw, "en") for raw in ("fr", "", "EN")),
    ],
)  # fmt: skip
def test_a_bad_value_is_named_and_the_rest_counts(field, raw, used):
    query = {"eta": "0.2", "w": "3", "steps": "20", field: raw}
    settings, [notice] = Settings.from_query(query)
    defaults = {"eta": "0.2", "w": "3", "steps": "20"}
    expected = {**defaults, field: used}
    assert {name: settings.to_query()[name] for name in expected} == expected
    assert (notice.field, notice.raw, notice.used) == (field, raw, used)


def test_every_wrong_field_has_its_notice():
    _, notices = Settings.from_query(dict.fromkeys(FIELDS, "?"))
    assert [notice.field for notice in notices] == FIELDS


def test_unknown_names_are_no_concern():
    assert Settings.from_query({"utm_source": "x", "eta": "0.3"})[1] == []


def test_exponents_and_full_width_digits_are_numbers():
    assert Settings.from_query({"eta": "1e-3"})[0].eta == 0.001
    assert Settings.from_query({"steps": "１２"})[0].steps == 12  # as a Japanese keyboard types them


@pytest.mark.parametrize(
    ("steps", "fitting"),
    [(1, (1, 10, 100)), (100, (1, 10, 100)), (101, (10, 100)), (1001, (100,)), (10_000, (100,))],
)
def test_at_most_a_hundred_frames(steps, fitting):
    assert fitting_every(steps) == fitting
    for every in fitting:
        shown = shown_steps(steps, every)
        assert len(shown) <= 101
        assert shown[0] == 0
        assert shown[-1] == steps
        assert shown == sorted(set(shown))


def test_a_link_that_would_need_more_frames_gets_as_many_as_fit():
    settings, [notice] = Settings.from_query({"steps": "1000", "every": "1"})
    assert settings.every == 10
    assert notice.field == "every"


def test_a_changed_loss_starts_afresh():
    settings = Settings(eta=0.7, w=(2.0,), steps=1, step=1, lang="ja")
    changed, notices = settings.changed("loss", "cliff")
    assert changed == Settings(loss="cliff", eta=0.5, w=(5.0,), lang="ja")
    assert not notices


def test_a_changed_rate_starts_the_run_again():
    settings = Settings(step=7)
    assert settings.changed("eta", "0.95")[0] == Settings(eta=0.95)
    assert settings.changed("lang", "ja")[0].step == 7


def test_a_refused_change_leaves_all_as_it_was():
    settings = Settings(eta=0.7)
    changed, [notice] = settings.changed("eta", "20")
    assert changed == settings
    assert (notice.raw, notice.used, notice.low, notice.high) == ("20", "0.7", 1e-6, 10)


def test_another_rule_brings_its_constants_and_keeps_the_rate():
    changed, notices = Settings(eta=0.2, step=4).changed("opt", "adam")
    assert changed == Settings(opt="adam", const=(0.9, 0.999, 1e-8), eta=0.2)
    assert not notices
    slower, _ = changed.changed("const", "0.8,0.999,1e-8")
    assert slower.const == (0.8, 0.999, 1e-8)
    assert slower.changed("opt", "gd")[0].const == ()


@pytest.mark.parametrize(
    "raw", ["", "0.9", "0.9,0.999", "1,0.999,1e-8", "0.9,0.999,0", "0.9,x,1e-8", "0.9,0.9,nan"]
)
def test_constants_that_cannot_be_are_named(raw):
    settings, [notice] = Settings.from_query({"opt": "adam", "const": raw, "eta": "0.3"})
    assert settings == Settings(opt="adam", const=(0.9, 0.999, 1e-8), eta=0.3)
    assert (notice.field, notice.raw, notice.used) == ("const", raw, "0.9,0.999,1e-08")


def test_a_rule_without_constants_takes_none():
    settings, [notice] = Settings.from_query({"const": "0.9"})
    assert settings == Settings()
    assert "const" not in settings.to_query()
    assert notice.used == "–"


def test_a_race_goes_through_the_link_and_back():
    rules = tuple(Rule(rule, 0.1 * (i + 1)) for i, rule in enumerate([*OPTIMIZERS][:MAX_RUNNERS]))
    settings = Settings.from_query({"loss": "valley", "race": race_text(rules)})[0]
    assert settings.race == rules
    assert Settings.from_query(settings.to_query()) == (settings, [])
    assert settings.changed("loss", "round")[0].race == rules
    assert settings.changed("lesson", "one")[0].race == ()
    assert settings.changed("race", "")[0].race == ()
    assert "race" not in settings.changed("race", "")[0].to_query()


@pytest.mark.parametrize("raw", ["gd", "gd:x", "sgd:0.1", "gd:11", "gd:0.1,", ",".join(["gd:0.1"] * 7)])
def test_a_race_that_cannot_be_is_named(raw):
    settings, [notice] = Settings.from_query({"race": raw, "eta": "0.3"})
    assert settings == Settings(eta=0.3)
    assert (notice.field, notice.raw, notice.used) == ("race", raw, "–")


def test_a_landscape_can_be_seen_in_two_ways_and_a_curve_in_one():
    assert Settings.from_query({"loss": "valley"})[0].to_query()["view"] == "above"
    assert Settings.from_query({"loss": "valley", "view": "surface"})[0].view == "surface"
    assert Settings.from_query({"view": "surface"})[1][0].used == "–"
    assert "view" not in Settings().to_query()
