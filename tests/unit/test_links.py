"""A shared link opens the same state for ever: what each of links.json meant and showed when it was made."""

import json
from pathlib import Path
from urllib.parse import parse_qsl

import numpy as np
import pytest

from gdviz.core.descent import descend
from gdviz.link.settings import Settings
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
