"""A worksheet printed by a real browser: two pages of A4, and nothing is cut off."""

import re

from playwright.sync_api import Browser

from tests.unit.test_worksheet import sheet

# The ones with the most on them among each kind.
PRINTED = (
    {"loss": "cliff", "opt": "adam", "lang": "en"},
    {"loss": "bowl", "lang": "ja"},
    {"loss": "valley", "opt": "adam", "lang": "ja"},
    {"loss": "rosenbrock", "lang": "en"},
    {"lesson": "network", "data": "circles", "layers": "4", "opt": "adam", "lang": "ja"},
    {"lesson": "network", "data": "xor", "layers": "8,8", "batch": "20", "lang": "en"},
)


def test_a_worksheet_prints_on_two_pages(browser: Browser):
    page = browser.new_page()
    for query in PRINTED:
        page.set_content(sheet(query))
        printed = page.pdf(format="A4", prefer_css_page_size=True)
        assert len(re.findall(rb"/Type\s*/Page\b(?!s)", printed)) == 2, query
        page.emulate_media(media="print")
        pages = "[...document.querySelectorAll('.page')].flatMap"
        cut_off = (
            f"{pages}(page => [page.scrollHeight - page.clientHeight, page.scrollWidth - page.clientWidth])"
        )
        assert max(page.evaluate(cut_off)) <= 0, query
        # The charts keep a size that can be drawn on, in px of a 96th of an inch: 60 mm high at least.
        heights = "[...document.querySelectorAll('svg')].map(svg => svg.getBoundingClientRect().height)"
        assert min(page.evaluate(heights)) > 60 / 25.4 * 96, query
    page.close()
