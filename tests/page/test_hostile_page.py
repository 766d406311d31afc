"""Hostile links as Streamlit runs them: no page breaks, all is text, and no other session changes."""

import re
import string
from html.parser import HTMLParser

import pytest
from streamlit.testing.v1 import AppTest

from gdviz.losses import OWN
from gdviz.settings import Settings
from tests.hostile import COUNT, MARKUP, examples, links
from tests.page.test_page import APP, html, play, settings

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
    whole = {name: said.encode("utf-8", "replace").decode() for name, said in link.items()}
    whole = {name.encode("utf-8", "replace").decode(): said for name, said in whole.items()}
    return whole | ({"epochs": "10"} if Settings.from_query(whole)[0].lesson == "network" else {})


def opened(link: dict[str, str]) -> AppTest:
    page = AppTest.from_file(APP, default_timeout=60)
    for field, said in link.items():
        page.query_params[field] = said
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
    links = ({"loss": "double-well", "eta": "0.05", "q": "Where?"}, {"loss": OWN, "formula": "W^4/8 - W^2"})
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
    page = opened({"loss": OWN})
    before = settings(page)
    for text in MARKUP:
        page.text_input(key="formula").set_value(text).run()
        check(page, {"typed": text})
        assert settings(page) == before
        told = [element.value for element in page.markdown]
        assert "The chart still shows the last formula that could be read: $E(W) = W^{2} + 4$." in told
