"""A real Chromium on the real page. Where there is none the tests skip; under CI they fail."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Page, Playwright, sync_playwright

from tests.server import serve

DEBIAN = Path("/usr/bin/chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}


def launch(playwright: Playwright) -> Browser:
    """Debian's Chromium, or the one that ``playwright install chromium`` brought."""
    path = str(DEBIAN) if DEBIAN.exists() else None
    return playwright.chromium.launch(executable_path=path, args=FLAGS)


@pytest.fixture(scope="session")
def url() -> Iterator[str]:
    with serve() as server:
        yield server.url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        try:
            found = launch(playwright)
        except Error as error:
            if os.environ.get("CI") == "true":
                raise
            pytest.skip(f"there is no Chromium: {error.message.splitlines()[0]}")
        yield found
        found.close()


@pytest.fixture
def open_page(browser: Browser, url: str) -> Iterator[Callable[..., Page]]:
    """Opens the page with a link's query in a new browser context; no error may reach its console."""
    contexts, complaints = [], []

    def complain(message):
        if message.type == "error":
            complaints.append(message.text)

    def opened(query: str = "", wait: str = ".gdviz-worked dd", **options) -> Page:
        context = browser.new_context(
            **{"viewport": {"width": 1280, "height": 900}, "locale": "en-US"} | options
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", complain)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(f"{url}/?{query}")
        ready(page, wait)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not complaints


def ready(page: Page, wait: str = ".gdviz-worked dd") -> None:
    """Wait until the charts are drawn, the worked step is there and the address is complete."""
    page.wait_for_selector(wait)
    page.wait_for_selector(".gdviz-player[data-drawn]")
    page.wait_for_function("new URLSearchParams(location.search).has('lang')")
