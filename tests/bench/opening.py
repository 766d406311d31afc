"""How long a lesson's link takes to its first picture, against the plain page.

    python tests/bench/opening.py [ROUNDS]

Opens both in new contexts of Chromium by turns, and times each from the request until all charts
are drawn. The bar: a lesson opens as fast as the plain page, ± 10 %, by the medians.
"""

import statistics
import sys
import time
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[2]))
from tests.browser.conftest import launch
from tests.server import serve

PAGES = {
    "plain": "",
    "lesson": "loss=bowl&eta=0.3&w=5&predict=on&hide=lesson,loss,race,presets,link&q=Where+does+it+land%3F",
    "lesson for the projector": "loss=bowl&eta=0.3&w=5&look=present&q=Where+does+it+land%3F",
    "mission": "loss=bowl&eta=0.01&steps=10&mission=quick&hide=lesson,loss,race,presets,link",
}
BAR = 1.1


def opening(browser: Browser, address: str) -> float:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    start = time.perf_counter()
    page.goto(address)
    page.wait_for_selector(".gdviz-player[data-drawn]")
    took = time.perf_counter() - start
    context.close()
    return took


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    with serve() as server, sync_playwright() as playwright:
        browser = launch(playwright)
        opening(browser, server.url)  # the first one warms the server's caches
        times: dict[str, list[float]] = {name: [] for name in PAGES}
        for _ in range(rounds):
            for name, query in PAGES.items():
                times[name].append(opening(browser, f"{server.url}/?{query}"))
        browser.close()
    plain = statistics.median(times["plain"])
    for name, taken in times.items():
        middle = statistics.median(taken)
        held = "" if middle <= BAR * plain else f"  over the bar of {BAR}"
        print(f"{name}: {middle:.2f} s, {middle / plain:.2f} of the plain page{held}")


if __name__ == "__main__":
    main()
