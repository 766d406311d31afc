"""What is heard of a run is its slopes at the steps shown, and its end."""

import json

import numpy as np
import pytest

from gdviz.link.settings import Settings
from gdviz.player.sound import sound
from tests.unit.test_protocol import query, sent


def heard(link):
    return sent(Settings.from_query(query(link))[0])["sound"]


def test_the_slopes_of_the_bowl_are_2w():
    assert heard("eta=0.1&steps=3") == {"slopes": [10, 8, 6.4, 5.12], "sided": True, "end": ""}


def test_of_two_weights_it_is_the_length_of_the_gradient():
    found = heard("lesson=two&formula=W1^2 + W2^2&domain=-5,5,-5,5&w=3,-4&eta=0.1&steps=1")
    assert found == {"slopes": [10, 8], "sided": False, "end": ""}


def test_only_steps_shown_are_heard():
    assert heard("eta=0.1&steps=20&every=10")["slopes"] == [10, 1.07, 0.115]  # 10 · 0.8¹⁰, 10 · 0.8²⁰


@pytest.mark.parametrize(
    ("link", "end"),
    [
        ("eta=0.1&steps=60", "arrived"),
        ("eta=0.1&w=0", "arrived"),
        ("eta=0.001", ""),
        ("eta=1", ""),  # it bounces for ever
        ("eta=1.1", "gone"),  # off the chart
        ("eta=5&steps=2000", "gone"),  # beyond all numbers
        ("formula=log(W)&domain=0.1,5&w=1&eta=3&steps=5", "gone"),  # where there is no loss
        ("lesson=two&loss=saddle&w=2,0&eta=0.1&steps=100", ""),  # at no minimum
    ],
)
def test_the_end_of_a_run(link, end):
    assert heard(link)["end"] == end


def test_a_slope_that_no_double_holds_is_a_large_one():
    assert sound(np.array([[1e200, 1.0], [1.7e308, 1.7e308]]))["sound"]["slopes"] == [1e200, 1e308]
    assert sound(np.array([[-1.797e308]]))["sound"]["slopes"] == [-1e308]


def test_a_race_is_not_heard():
    assert "sound" not in sent(Settings.from_query({"race": "gd:0.1,adam:0.1"})[0])


def test_of_a_network_the_gradient_is_heard_and_of_a_weight_its_slope():
    link = "lesson=network&data=xor&layers=4&epochs=20"
    whole, weight = heard(link), heard(f"{link}&view=weight&weight=2")
    assert (whole["sided"], weight["sided"]) == (False, True)
    assert all(abs(one) <= length for one, length in zip(weight["slopes"], whole["slopes"], strict=True))
    assert "sound" not in sent(Settings.from_query(query(f"{link}&view=chain"))[0])


def test_little_is_sent_for_it():
    assert len(json.dumps(heard("eta=0.07&steps=60"), separators=(",", ":"))) < 500
