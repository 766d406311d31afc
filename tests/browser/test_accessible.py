"""Who cannot see the page, or has no mouse, is withheld nothing: as far as axe-core can tell."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import PHONE, at_rest

DESKTOP = {"viewport": {"width": 1280, "height": 720}}
PAGES = [
    ("lang=ja", PHONE, "dark"),
    ("lang=ja&loss=line-fit&step=3", DESKTOP, "dark"),
    ("lang=en&lesson=network&data=spiral", PHONE, "light"),
    ("lang=en&lesson=network&data=xor&layers=2&view=chain&step=6", DESKTOP, "dark"),
    ("lang=ja&predict=on&q=Why?", DESKTOP, "light"),
    ("lang=en&look=present", DESKTOP, "dark"),
]


def complaints(page):
    found = Axe().run(page).response["violations"]
    return {rule["id"]: [node["html"][:200] for node in rule["nodes"]] for rule in found}


@pytest.mark.parametrize(("query", "size", "scheme"), PAGES, ids=[query for query, *_ in PAGES])
def test_axe_finds_nothing(open_page, query, size, scheme):
    page = open_page(query, wait=".gdviz-status", **size, color_scheme=scheme)
    at_rest(page)
    assert complaints(page) == {}


PANELS = [
    ("lang=en&predict=on", "[data-do=share]", ".gdviz-qr img", "light"),
    ("lang=ja", "[data-do=home]", "[role=dialog] button", "dark"),
    (
        "lang=en&loss=line-fit&pairs=1,2_2,3_3,5&scaling=standard",
        ".st-key-data_panel button",
        "textarea",
        "light",
    ),
]


@pytest.mark.parametrize(("query", "opener", "there", "scheme"), PANELS, ids=[row[1] for row in PANELS])
def test_axe_finds_nothing_in_a_panel(open_page, query, opener, there, scheme):
    page = open_page(query, **DESKTOP, color_scheme=scheme)
    page.locator(opener).first.click()
    page.locator(there).first.wait_for()
    at_rest(page)
    assert complaints(page) == {}


def test_axe_finds_what_is_not_there(open_page):
    page = open_page("lang=en", **DESKTOP)
    assert complaints(page) == {}
    page.evaluate("document.querySelector('.gdviz-speed').removeAttribute('aria-label')")
    assert list(complaints(page)) == ["label-title-only"]
