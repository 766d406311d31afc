"""How long a phone on a poor network waits for the first picture: on the plain page, on that of the class's
server, where the curve is in the first HTML, and on the light page; and for what is drawn there to be all.

    python -m tests.bench.first_picture [ROUNDS [PLAYGROUND]]

The browser has 1.6 Mbit/s, 100 ms each way and back, and a processor four times as slow. With a checkout of
TensorFlow Playground, see playground.py, that is built and measured in the same run; it has taken 3.8 s.
"""

import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, BrowserContext, Page, Request, sync_playwright

from tests.bench import playground
from tests.browser.conftest import PHONE, launch
from tests.server import CLASS_SERVER, serve

NETWORK = {"offline": False, "latency": 100, "downloadThroughput": 200_000, "uploadThroughput": 200_000}
SLOWER = 4

# The curve is drawn when its line has a way.
DRAWN = ":is(.st-key-curve, .st-key-landscape) .scatterlayer .js-line[d]:not([d=''])"
# Before that the class's server may have drawn it.
FIRST = ".gdviz-first path, .gdviz-player[data-drawn]"
THEIRS = "#network canvas"  # of a node, with what it answers


def visit(browser: Browser, address: str, again: bool = False) -> tuple[float, float, float, int, int]:
    """Seconds to the first picture, to the page's own, and until the player is there; bytes and requests."""
    context = browser.new_context(**PHONE, locale="en-US")
    if again:
        first = context.new_page()
        first.goto(address)
        first.wait_for_selector(".gdviz-player[data-drawn]", timeout=120_000)
        first.wait_for_timeout(1000)
        first.close()
    page, asked = _slow_page(context)
    page.goto(address, wait_until="commit")
    page.wait_for_selector(f"{FIRST}, {DRAWN}", state="attached", timeout=120_000)
    first = page.evaluate("performance.now()") / 1000
    page.wait_for_selector(DRAWN, state="attached", timeout=120_000)
    picture = page.evaluate("performance.now()") / 1000
    page.wait_for_selector(".gdviz-player[data-drawn]", timeout=120_000)
    whole = page.evaluate("performance.now()") / 1000
    sent = _sent(asked)
    context.close()
    return first, picture, whole, sum(sent), len(sent)


def _slow_page(context: BrowserContext) -> tuple[Page, list[Request]]:
    """A page on the phone, and what it will have been sent."""
    page = context.new_page()
    asked: list[Request] = []
    page.on("requestfinished", lambda request: asked.append(request))
    devtools = context.new_cdp_session(page)
    devtools.send("Network.enable")
    devtools.send("Network.emulateNetworkConditions", NETWORK)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    return page, asked


def _sent(asked: list[Request]) -> list[int]:
    """Bytes of each answer."""
    sizes = [request.sizes() for request in asked if request.url.startswith("http")]
    return [max(size["responseBodySize"] + size["responseHeadersSize"], 0) for size in sizes]


def first_of(browser: Browser, address: str) -> tuple[float, int, int]:
    """Seconds to the Playground's picture; bytes and requests."""
    page, asked = _slow_page(browser.new_context(**PHONE, locale="en-US"))
    page.goto(address, wait_until="commit")
    page.wait_for_selector(THEIRS, state="attached", timeout=120_000)
    picture = page.evaluate("performance.now()") / 1000
    page.wait_for_timeout(1000)
    sent = _sent(asked)
    page.context.close()
    return picture, sum(sent), len(sent)


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    with ExitStack() as stack:
        plain = stack.enter_context(serve())
        served = stack.enter_context(serve(script=CLASS_SERVER))
        browser = launch(stack.enter_context(sync_playwright()))
        pages = {
            "plain page": (f"{plain.url}/?stop=slope", False),
            "page of the class's server": (f"{served.url}/?stop=slope", False),
            "the same, second visit": (f"{served.url}/?stop=slope", True),
            "light page": (f"{served.url}/lesson?stop=slope", False),
            "light page of a landscape": (f"{served.url}/lesson?loss=rosenbrock", False),
        }
        print(f"{'':28}{'first picture':>15}{'own':>9}{'player':>9}{'MB':>8}{'requests':>10}")
        for name, (address, again) in pages.items():
            runs = [visit(browser, address, again) for _ in range(rounds)]
            first, picture, whole, sent, count = (median(values) for values in zip(*runs, strict=True))
            print(f"{name:28}{first:13.1f} s{picture:7.1f} s{whole:7.1f} s{sent / 1e6:8.2f}{count:10.0f}")
        if len(sys.argv) > 2:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            playground.build(Path(sys.argv[2]), folder)
            address = stack.enter_context(playground.served(folder))
            found = [first_of(browser, address) for _ in range(rounds)]
            first, sent, count = (median(values) for values in zip(*found, strict=True))
            print(f"{'TensorFlow Playground':28}{first:13.1f} s{'':18}{sent / 1e6:8.2f}{count:10.0f}")


if __name__ == "__main__":
    main()
