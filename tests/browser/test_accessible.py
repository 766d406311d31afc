"""Who cannot see the page, or has no mouse, is withheld nothing: as far as axe-core can tell."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import PHONE, at_rest, go

DESKTOP = {"viewport": {"width": 1280, "height": 720}}
PAGES = {
    "phone, dark": (PHONE, "dark", ["lang=ja", "lang=en&lesson=network&data=spiral"]),
    "dark": (
        DESKTOP,
        "dark",
        [
            "lang=ja&loss=line-fit&step=3",
            "lang=en&lesson=network&data=xor&layers=2&view=chain&step=6",
            "lang=en&look=present",
        ],
    ),
    "light": (
        DESKTOP,
        "light",
        [
            "lang=ja&predict=on&q=Why?",
            "lang=en&race=gd:0.1,adam:0.3",
            "lang=en&lesson=network&data=spiral",
        ],
    ),
}


def complaints(page):
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return {rule["id"]: [node["html"][:200] for node in rule["nodes"]] for rule in found}


@pytest.mark.parametrize(("size", "scheme", "queries"), PAGES.values(), ids=PAGES)
def test_axe_finds_nothing(open_page, size, scheme, queries):
    page = open_page(queries[0], wait=".gdviz-status", **size, color_scheme=scheme)
    for query in queries:
        if query != queries[0]:
            go(page, query, wait=".gdviz-status")
        at_rest(page)
        assert complaints(page) == {}, query


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
