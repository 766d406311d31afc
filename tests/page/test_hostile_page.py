"""Hostile links as Streamlit runs them: no page breaks, all is text, and no other session changes."""

import json
import re
import string
import urllib.request
from html.parser import HTMLParser

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.testing.v1 import AppTest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from gdviz.core.losses import CUSTOM
from gdviz.link.settings import Settings
from tests.hostile import COUNT, MARKUP, examples, links
from tests.page.test_page import APP, html, play, settings
from tests.server import PATIENCE, serve

# What does something or loads something; the page's own HTML has none of it.
ACTIVE = {
    "script",
    "img",
    "svg",
    "iframe",
    "object",
    "embed",
    "a",
    "form",
    "input",
    "style",
    "link",
    "meta",
    "base",
}


def sent(link: dict[str, str]) -> dict[str, str]:
    """A link as it arrives: a web address is made of characters, not of halves of them.

    And a network learns little, as how long that may take is no matter here.
    """
    whole = {name: raw.encode("utf-8", "replace").decode() for name, raw in link.items()}
    whole = {name.encode("utf-8", "replace").decode(): raw for name, raw in whole.items()}
    return whole | ({"epochs": "10"} if Settings.from_query(whole)[0].lesson == "network" else {})


def opened(link: dict[str, str]) -> AppTest:
    page = AppTest.from_file(APP, default_timeout=PATIENCE)
    for field, raw in link.items():
        page.query_params[field] = raw
    return page.run()


class Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag, attributes):
        self.names.add(tag)
        self.attributes |= {name for name, _ in attributes}


def check(page: AppTest, link: dict[str, str]) -> None:
    assert not page.exception, link
    elements = Elements()
    elements.feed(html(page))
    assert not elements.names & ACTIVE, link
    assert not [name for name in elements.attributes if name.startswith("on") or name in ("href", "src")], (
        link
    )
    for warning in page.warning:
        unescaped = re.sub(rf"\\[{re.escape(string.punctuation)}]", "", warning.value)
        assert not set(unescaped) & set(string.punctuation), warning.value
    assert play(page)["link"] == settings(page).to_query()
    assert Settings.from_query(play(page)["link"]) == (settings(page), [])


@pytest.fixture(scope="module")
def others():
    """Two sessions that are open before the hostile ones come, one of them with a typed loss."""
    links = (
        {"loss": "double-well", "eta": "0.05", "q": "Where?"},
        {"loss": CUSTOM, "formula": "W^4/8 - W^2"},
    )
    pages = [opened(link) for link in links]
    return [(page, settings(page), play(page), html(page)) for page in pages]


def check_unchanged(others) -> None:
    for page, before, played, told in others:
        page.run()
        assert not page.exception
        assert settings(page) == before
        assert play(page) == played
        assert html(page) == told


def test_hostile_links_break_no_page_and_change_no_other(others):
    count = max(12, COUNT // 100)
    for link in map(sent, examples(links(), 20 * count)[::20]):  # neighbours are much alike
        check(opened(link), link)
    check_unchanged(others)


@pytest.mark.parametrize("number", range(0, len(MARKUP), 4))
def test_markup_in_every_field_is_text(number, others):
    text = MARKUP[number]
    for link in (
        {"q": text, "formula": text, "loss": text, "w": text},
        {"q": text, "lesson": "network", "data": text, "layers": text, "epochs": "10"},
    ):
        page = opened(link)
        check(page, link)
        assert settings(page).q == text
    check_unchanged(others)


def test_what_is_typed_as_a_formula_is_text():
    page = opened({"loss": CUSTOM})
    before = settings(page)
    for text in MARKUP:
        page.text_input(key="formula").set_value(text).run()
        check(page, {"typed": text})
        assert settings(page) == before
        told = [element.value for element in page.markdown]
        assert "The chart still shows the last formula that could be read: $E(W) = W^{2} + 4$." in told


def test_megabytes_sent_as_a_click_are_refused_with_one_line_of_the_log(tmp_path):
    sent = BackMsg()
    report = sent.rerun_script.widget_states.widgets.add(id="player")
    report.json_trigger_value = json.dumps([{"event": "start", "value": [0.5] * 800_000}])
    log = tmp_path / "log"
    with log.open("wb") as errors, serve(log=errors) as server:
        address = f"ws://{server.url.removeprefix('http://')}/_stcore/stream"
        with connect(address, subprotocols=["streamlit"], max_size=None) as socket:
            socket.send(sent.SerializeToString())
            with pytest.raises(ConnectionClosed, match="1009"):
                [socket.recv(timeout=PATIENCE) for _ in range(10)]
        with urllib.request.urlopen(f"{server.url}/_stcore/health", timeout=PATIENCE) as answer:
            assert answer.status == 200
    lines = [line for line in log.read_text("utf-8").splitlines() if line and "server started" not in line]
    assert len(lines) == 1
    assert "exceeds the limit" in lines[0]
