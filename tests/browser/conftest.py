"""A real Chromium on the real page. Where there is none the tests skip; under CI they fail."""

import os
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, Playwright, expect, sync_playwright

from gdviz.link.settings import Settings
from gdviz.player import assets
from gdviz.web.tasks import download
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
    # A tab that is opened beside another one finds the page's code compiled, and is there in half the time.
    "--process-per-site",
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

# Every page of the player has it.
WORKED = ".gdviz-worked dd"

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
def idle_tabs() -> dict[tuple[BrowserContext, str], set[Page]]:
    """Tabs that wait for another page, of each context and of readers with the same preferences."""
    return defaultdict(set)


# What a reader's browser prefers, if a test does not say.
MEDIA = {"color_scheme": "light", "reduced_motion": "no-preference", "forced_colors": "none"}


@pytest.fixture
def open_page(
    contexts: Callable[..., BrowserContext], idle_tabs: dict[tuple[BrowserContext, str], set[Page]], url: str
) -> Iterator[Callable[..., Page]]:
    """Opens a link's query; no error may reach its page's console.

    A tab that has the page is led there, as a reader goes back or forward, in less than half the time.
    A test of what loading does, or that leaves something behind, has it loaded with ``fresh=True``.
    """
    opened_pages: list[tuple[Page, set[Page], bool]] = []
    complaints = []

    def on_console(message):
        if message.type == "error":
            complaints.append(message.text)

    def on_error(error):
        complaints.append(error.stack or str(error))

    def opened(query: str = "", wait: str = WORKED, fresh: bool = False, **options) -> Page:
        viewport = options.pop("viewport", {"width": 1280, "height": 900})
        media = {name: options.pop(name, usual) for name, usual in MEDIA.items()}
        context = contexts(**{"locale": "en-US"} | options)
        # What a reader's browser prefers is asked for while a page loads.
        tabs = idle_tabs[context, repr(media)]
        # One that has the page is kept for a test that can be led on from there.
        idle = max(tabs, key=lambda tab: tab.url.startswith(url) != fresh, default=None)
        page = idle or context.new_page()
        tabs.discard(page)
        opened_pages.append((page, tabs, fresh))
        page.emulate_media(**media)
        page.on("console", on_console)
        page.on("pageerror", on_error)
        page.bring_to_front()  # behind another it draws seldom
        page.set_viewport_size(viewport)
        page.mouse.move(0, 0)
        if page.url.startswith(url) and not fresh:
            if not is_another_run(query, page.url):
                go(page, f"{query}&eta=0.0125&steps=7&epochs=7", wait)
            go(page, query, wait)
        else:
            page.goto("about:blank")
            page.goto(f"{url}/?{query}")
            ready(page, wait)
        return page

    yield opened
    for page, tabs, fresh in opened_pages:
        page.remove_listener("console", on_console)
        page.remove_listener("pageerror", on_error)
        if not page.is_closed():
            leave(page, fresh)
            tabs.add(page)
    assert not complaints


@pytest.fixture(scope="module")
def player(browser: Browser) -> Iterator[Page]:
    """A page with nothing on it but what the player's code exports."""
    page = browser.new_page()
    page.evaluate(PLAYER, assets.code())
    yield page
    page.close()


@pytest.fixture
def open_light(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Page]]:
    """Opens the file of a query, from disk, where there is no network; nothing may be missed there.

    It plays, asks and sounds by the same code as the page, and is there in a fifth of the time.
    """
    contexts: list[BrowserContext] = []
    complaints: list[str] = []
    asked: list[str] = []

    def opened(query: str | dict[str, str], **options) -> Page:
        if isinstance(query, str):
            query = dict(parse_qsl(query))
        settings, notices = Settings.from_query(query)
        assert not notices
        path = tmp_path / f"{len(contexts)}.html"
        path.write_bytes(download(settings, "html"))
        contexts.append(browser.new_context(offline=True, **options))
        page = contexts[-1].new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(error.stack or str(error)))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(path.as_uri())
        page.wait_for_selector(".gdviz-player[data-drawn]")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not complaints
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []


def is_another_run(query: str, address: str) -> bool:
    """Whether a page that is led from an address to a query begins anew: the same run keeps its place."""
    apart = {"step", "lang", "look", "view", "stop"}
    ours, theirs = (
        Settings.of_address(dict(parse_qsl(text, keep_blank_values=True)))[0].to_query()
        for text in (query, urlsplit(address).query)
    )
    return any(ours.get(name) != theirs.get(name) for name in {*ours, *theirs} - apart)


# What a tab remembers from link to link, as it was when the page was loaded.
FORGET = """() => {
  if (!document.querySelector(".gdviz-player") || document.querySelector("[role=dialog]")) return false;
  for (const box of document.querySelectorAll(".gdviz-speed")) {
    box.value = "1";
    box.dispatchEvent(new Event("change", { bubbles: true }));
  }
  document.querySelector('[data-do="sound"][aria-pressed="true"]')?.click();
  document.querySelector('.gdviz-scale button:first-child[aria-pressed="false"]')?.click();
  // The Tab key begins at the page's beginning.
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute("tabindex");
  sessionStorage.clear();
  for (const part of document.querySelectorAll(".stMain, .stMain [class*=st-key-]")) part.scrollTo(0, 0);
  return true;
}"""


def leave(page: Page, forever: bool) -> None:
    """Make a tab ready for the next test: on the page, if that is as it was loaded."""
    if not forever and not page.evaluate(FORGET):
        page.keyboard.press("Escape")
        forever = not page.evaluate(FORGET)
    if forever:
        page.evaluate("try { sessionStorage.clear(); } catch {}")  # a blank page has none
        page.goto("about:blank")


# Leads to another address, and forgets what was drawn.
GO = """(query) => {
  delete window.gdvizRun;
  for (const drawn of document.querySelectorAll("[data-step]")) delete drawn.dataset.step;
  document.querySelector(".gdviz-player")?.removeAttribute("data-drawn");
  history.pushState(null, "", query);
  dispatchEvent(new PopStateEvent("popstate"));
}"""
# What the player was handed.
RUN = """async () => {
  let data = window.gdvizRun;
  if (data[0] === 0) {  // a lesson that asks for each step is sealed
    let state = 1;
    const next = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0);
    data = data.slice(1).map((byte) => byte ^ (next() >>> 24));
  }
  const plain = new Blob([data]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Response(plain).json();
}"""
# The run of the address has come, and its step apart both say the same.
CAME = f"""async () => {{
  if (!window.gdvizRun) return false;
  const {{ link }} = await ({RUN})();
  const address = new URLSearchParams(location.search);
  return Object.entries(link).every(([name, value]) => name === "step" || address.get(name) === value);
}}"""


def go(page: Page, query: str, wait: str = WORKED) -> None:
    """Lead an open page to another link, as its reader does who goes back or forward."""
    at_rest(page)  # what was pressed last counts before the way back
    page.evaluate(GO, f"?{query}")
    # A condition that is itself waited for: `wait_for_function` takes its promise for a yes.
    eventually(page, lambda: page.evaluate(CAME), f"{query} did not come")
    at_rest(page)
    ready(page, wait)


def at_rest(page: Page) -> None:
    """Wait until the server has nothing more to draw."""
    page.wait_for_selector('.stApp[data-test-script-state="notRunning"]')


def choose_stop(page: Page, name: str) -> None:
    """Choose a stop of the story, or an example, by its name in the list of both."""
    entry = page.locator(".st-key-stop input")
    entry.click()
    entry.fill(name)
    page.get_by_role("option", name=name).first.click()


def eventually(page: Page, condition: Callable[[], object], otherwise: str = "") -> None:
    """Wait for what only Python can tell."""
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, f"{otherwise}: {page.url}"
        page.wait_for_timeout(50)


def played(page: Page, frame: int) -> None:
    """Wait until the player has come to a frame, or past it: while it plays a frame may be gone unseen."""
    page.wait_for_function(f"Number(document.querySelector('.gdviz-scrub').value) >= {frame}")


def ready(page: Page, wait: str = WORKED) -> None:
    """Wait until the charts are drawn, the worked step is there and the address is complete."""
    page.wait_for_selector(wait, state="attached")
    # Where nothing moves the player is hidden.
    page.wait_for_selector(".gdviz-player[data-drawn]", state="attached")
    page.wait_for_function("new URLSearchParams(location.search).has('lang')")
