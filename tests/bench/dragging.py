"""How long the page takes to answer a hand that drags the start or the learning rate, in Chromium.

python tests/bench/dragging.py
"""

import itertools
import sys
from pathlib import Path

import numpy as np
from playwright.sync_api import Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[2]))
from tests.browser.conftest import launch, ready
from tests.server import serve

MOVES = 120
# From each event of the hand to the drawing that it has led to: the next frame's own work is done by then.
LISTEN = """(type) => {
  window.answers = [];
  document.addEventListener(type, () => {
    const begun = performance.now();
    requestAnimationFrame(() => setTimeout(() => window.answers.push(performance.now() - begun)));
  }, true);
}"""
THUMB = """(share) => {
  const input = document.querySelector(".gdviz-track input");
  input.value = String(Math.round(share * Number(input.max)));
  input.dispatchEvent(new Event("input", { bubbles: true }));
}"""


def drag_point(page: Page) -> None:
    page.evaluate(LISTEN, "pointermove")
    box = page.locator(".gdviz-handle").bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    for i in range(MOVES):
        page.mouse.move(x - 2 * i, y)
        page.wait_for_timeout(20)
    page.keyboard.press("Escape")


def drag_rate(page: Page) -> None:
    page.evaluate(LISTEN, "input")
    for i in range(MOVES):
        page.evaluate(THUMB, i / MOVES)
        page.wait_for_timeout(20)


def main() -> None:
    pages = {"curve": "steps=30&lang=en", "landscape": "loss=himmelblau&eta=0.01&steps=60&lang=en"}
    hands = {"the point": drag_point, "the rate": drag_rate}
    with serve() as server, sync_playwright() as playwright:
        browser = launch(playwright)
        for (where, query), (what, drag), slowed in itertools.product(pages.items(), hands.items(), (1, 4)):
            page = browser.new_page(viewport={"width": 1280, "height": 720})
            page.goto(f"{server.url}/?{query}")
            ready(page)
            page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slowed})
            drag(page)
            times = np.array(page.evaluate("window.answers"))
            p50, p95 = np.percentile(times, (50, 95))
            bar = 33 if slowed == 1 else 66  # a frame to hear of it, and one to draw it; 60 and 30 a second
            verdict = "holds" if p95 <= bar else "does NOT hold"
            print(f"{what} on the {where}, processor slowed {slowed}×, {len(times)} moves: ", end="")
            print(f"p50 {p50:.0f} ms, p95 {p95:.0f} ms (bar {bar}): {verdict}")
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
