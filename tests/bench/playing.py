"""How smoothly a run plays in Chromium, as it is and with the processor slowed four times, on both pages.

python tests/bench/playing.py [NAME …]
"""

import itertools
import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[2]))
from gdviz.core.optimizers import OPTIMIZERS
from tests.browser.conftest import launch, ready
from tests.server import CLASS_SERVER, serve

COUNT = """() => {
  window.frames_ = [];
  const count = (now) => { window.frames_.push(now); requestAnimationFrame(count); };
  requestAnimationFrame(count);
  window.sent = 0;
  const send = WebSocket.prototype.send;
  WebSocket.prototype.send = function (data) { window.sent++; return send.call(this, data); };
}"""


def frames_per_second(page: Page, seconds: float) -> float:
    page.evaluate("window.frames_ = []")
    page.wait_for_timeout(1000 * seconds)
    frames = page.evaluate("window.frames_")
    return 1000 * (len(frames) - 1) / (frames[-1] - frames[0])


def main() -> None:
    with serve(script=CLASS_SERVER) as server, sync_playwright() as playwright:
        browser = launch(playwright)
        six = ",".join(f"{rule}:0.01" for rule in list(OPTIMIZERS)[:6])
        plays = [
            ("steps=60&eta=0.05", "curve"),
            ("loss=himmelblau&steps=60&eta=0.003", "landscape"),
            ("loss=line-fit&steps=60", "landscape, its cuts and its line"),
            (f"loss=himmelblau&steps=60&race={six}", "landscape, six in a race"),
            ("lesson=network&data=circles&layers=8,8&epochs=1000", "network"),
        ]
        for (query, name), path, slowed in itertools.product(plays, ("", "lesson"), (1, 4)):
            if sys.argv[1:] and f"{path} {name}".strip() not in sys.argv[1:]:
                continue
            bar = 55 if slowed == 1 else 25 if name == "network" else 30
            page = browser.new_page(viewport={"width": 1280, "height": 900})
            page.goto(f"{server.url}/{path}?{query}")
            if path:
                page.wait_for_selector(".gdviz-player[data-drawn]")
            else:
                ready(page)
            page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slowed})
            page.evaluate(COUNT)
            page.keyboard.press(" ")
            page.wait_for_timeout(1500)
            rate = frames_per_second(page, 8)
            page.keyboard.press(" ")
            for key in ("ArrowRight", "ArrowLeft", "End", "Home"):
                page.keyboard.press(key)
            verdict = "holds" if rate >= bar else "does NOT hold"
            where = "the light page" if path else "the page"
            what = f"playing on {where}, {name}, processor slowed {slowed}×"
            print(f"{what}: {rate:.1f} frames a second (bar {bar}): {verdict}")
            print(f"  messages to the server while playing and stepping: {page.evaluate('window.sent')}")
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
