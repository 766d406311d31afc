"""A real Chromium on the real page. Where there is none the tests skip; under CI they fail."""

import os
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, Playwright, expect, sync_playwright

from tests.server import PATIENCE, serve

# The first is the same browser without windows: a page loads in a sixth less time.
DEBIAN = [Path("/usr/bin/chromium-headless-shell"), Path("/usr/bin/chromium")]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # For each window it would load parts of its own that no page shows, for half of all the time; and it
    # would read all code anew beside what it has compiled before.
    "--disable-features=ScriptStreaming,PreloadTopChromeWebUI,WebUITabStrip,WebUIReloadButton,WebUIToolbar,WebUIOmniboxPopup,"
    "WebUIOmniboxAimPopup,PaintHolding,Translate,HttpsUpgrades,OptimizationHints",
]

# Puts what the player's code exports on a page, by its names.
PLAYER = """async (code) => {
  const module = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
  Object.assign(window, await import(module));
}"""

# What is waited for is a state, and this is when a test gives up: on a slow machine states come late.
expect.set_options(timeout=1000 * PATIENCE)

PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}


def launch(playwright: Playwright) -> Browser:
    """Debian's Chromium, or the one that ``playwright install chromium`` brought."""
    path = next((path for path in DEBIAN if path.exists()), None)
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


@pytest.fixture(scope="session")
def contexts(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """The browser of a reader with these options: who has been there before has the page's code by him."""
    found: dict[str, BrowserContext] = {}

    def context(**options) -> BrowserContext:
        key = repr(sorted(options.items()))
        if key not in found:
            found[key] = browser.new_context(**options)
            found[key].set_default_timeout(1000 * PATIENCE)
        return found[key]

    yield context
    for one in found.values():
        one.close()


@pytest.fixture(scope="session")
def idle_tabs() -> dict[BrowserContext, list[Page]]:
    """Tabs that wait for another page. One that has run Plotly's code runs it again without reading it
    anew, in less than half the time.
    """
    return defaultdict(list)


@pytest.fixture
def open_page(
    contexts: Callable[..., BrowserContext], idle_tabs: dict[BrowserContext, list[Page]], url: str
) -> Iterator[Callable[..., Page]]:
    """Loads the page with a link's query; no error may reach its console."""
    pages, complaints = [], []

    def on_console(message):
        if message.type == "error":
            complaints.append(message.text)

    def on_error(error):
        complaints.append(error.stack or str(error))

    def opened(query: str = "", wait: str = ".gdviz-worked dd", **options) -> Page:
        options = {"viewport": {"width": 1280, "height": 900}, "locale": "en-US"} | options
        context = contexts(**options)
        page = idle_tabs[context].pop() if idle_tabs[context] else context.new_page()
        pages.append(page)
        page.on("console", on_console)
        page.on("pageerror", on_error)
        page.bring_to_front()  # behind another it draws seldom
        page.set_viewport_size(options["viewport"])
        page.mouse.move(0, 0)
        page.goto(f"{url}/?{query}")
        ready(page, wait)
        return page

    yield opened
    for page in pages:
        page.remove_listener("console", on_console)
        page.remove_listener("pageerror", on_error)
        if not page.is_closed():
            page.goto("about:blank")
            idle_tabs[page.context].append(page)
    assert not complaints


GO = """(query) => {
  history.pushState(null, "", query);
  dispatchEvent(new PopStateEvent("popstate"));
}"""


def go(page: Page, query: str) -> None:
    """Lead an open page to another link, as its reader does who goes back or forward."""
    page.evaluate(GO, f"?{query}")
    page.wait_for_function("new URLSearchParams(location.search).has('look')")  # the server completes it
    at_rest(page)
    ready(page)


def at_rest(page: Page) -> None:
    """Wait until the server has nothing more to draw."""
    page.wait_for_selector('.stApp[data-test-script-state="notRunning"]')


def eventually(page: Page, condition: Callable[[], object]) -> None:
    """Wait for what only Python can tell."""
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end
        page.wait_for_timeout(50)


def played(page: Page, frame: int) -> None:
    """Wait until the player has come to a frame, or past it: while it plays a frame may be gone unseen."""
    page.wait_for_function(f"Number(document.querySelector('.gdviz-scrub').value) >= {frame}")


def ready(page: Page, wait: str = ".gdviz-worked dd") -> None:
    """Wait until the charts are drawn, the worked step is there and the address is complete."""
    page.wait_for_selector(wait, state="attached")
    # Where nothing moves the player is hidden.
    page.wait_for_selector(".gdviz-player[data-drawn]", state="attached")
    page.wait_for_function("new URLSearchParams(location.search).has('lang')")
