"""The page builds parts of itself anew at any time: the player is on what is there."""

import pytest
from playwright.sync_api import expect

from gdviz.link.settings import Settings
from gdviz.player import assets
from gdviz.web.tasks import shown
from tests.browser.conftest import PLAYER, go, ready

PLOT = ".st-key-loss_by_step .js-plotly-plot"

# A second chart of a name, after the one there, which is taken away later: a page has both for a moment.
FOLLOWED = """async (what) => {
  const before = document.querySelector(what);
  const box = before.closest("[class*=st-key-]");
  const next = box.cloneNode(false);
  const { width, height } = before.getBoundingClientRect();
  next.append(document.createElement("div"));
  box.after(next);
  const [data, layout] = [before.data, before.layout].map((part) => structuredClone(part));
  await Plotly.newPlot(next.firstChild, data, { ...layout, width, height });
  await new Promise((done) => setTimeout(done, 200));
  box.remove();
}"""

# As the page does it: with frames, though there are none; and then the chart is gone.
GONE = """async (what) => {
  const plot = document.querySelector(what);
  await Plotly.react(plot, { data: plot.data, layout: plot.layout, frames: [] });
  Plotly.purge(plot);
  plot.remove();
  await new Promise((done) => setTimeout(done, 1000)); // until long after the slide
}"""

ANSWER = "document.querySelector('.st-key-answer .js-plotly-plot')"


def test_a_square_chart_is_as_large_as_there_is_room(open_page):
    """Plotly remembers for good how little there was for a moment."""
    page = open_page("lesson=network&data=xor&layers=4&epochs=100")
    width = page.evaluate(f"{ANSWER}._fullLayout.xaxis._length")
    assert width == pytest.approx(page.evaluate(f"{ANSWER}._fullLayout._size.w"))
    page.evaluate(f"Plotly.relayout({ANSWER}, {{'xaxis.domain': [0.2, 0.8]}})")
    page.keyboard.press("ArrowRight")
    page.wait_for_function(f"Math.abs({ANSWER}._fullLayout.xaxis._length - {width}) < 1")


# A panel that the page has taken away before the player's code came to it.
LATE = """(run) => {
  window.gdvizRun = new Uint8Array(run);
  const late = document.createElement("div");
  late.append(document.querySelector(".gdviz-player").cloneNode(true));
  for (const parentElement of [document.body, late]) {
    window.default({ parentElement, setTriggerValue: () => undefined });
  }
}"""


def test_a_chart_that_came_while_the_one_before_it_was_there_shows_the_step(open_page):
    page = open_page("eta=0.1&step=3", fresh=True)
    page.evaluate(FOLLOWED, PLOT)
    expect(page.locator(PLOT)).to_have_attribute("data-step", "3")
    page.keyboard.press("ArrowRight")
    expect(page.locator(PLOT)).to_have_attribute("data-step", "4")


def test_a_chart_that_goes_while_it_moves_leaves_nothing_behind(open_page):
    page = open_page("eta=0.1", fresh=True)
    page.keyboard.press(" ")
    page.wait_for_timeout(300)  # in the middle of a slide
    # No error may reach the console: the page's fixture looks.
    page.evaluate(GONE, PLOT)


def test_a_panel_that_is_gone_does_not_get_the_player(browser):
    page = browser.new_page()
    page.set_content(assets.panel())
    page.evaluate(PLAYER, assets.code())
    run = shown(Settings.from_query({"eta": "0.1", "steps": "5"})[0])
    page.evaluate(LATE, list(run.packed))
    expect(page.locator(".gdviz-status")).to_have_text("step 0 of 5")
    page.locator('[data-do="next"]').click()
    expect(page.locator(".gdviz-status")).to_have_text("step 1 of 5")
    page.close()


# Runs as the page hands them over; the second by a component that is no longer on it.
HANDED = """async ([carrier, runs]) => {
  const url = URL.createObjectURL(new Blob([carrier], { type: "text/javascript" }));
  const { default: mount } = await import(url);
  const places = [document.body, document.createElement("div")];
  const setTriggerValue = () => undefined;
  window.default({ parentElement: document.body, setTriggerValue });
  runs.forEach((run, i) =>
    mount({ data: new Uint8Array(run), parentElement: places[i], setTriggerValue }));
}"""


def test_the_run_of_a_page_that_was_left_does_not_come_after_its_own(browser):
    page = browser.new_page()
    page.set_content(assets.panel())
    page.evaluate(PLAYER, assets.code())
    runs = [list(shown(Settings.from_query({"steps": steps})[0]).packed) for steps in ("5", "9")]
    page.evaluate(HANDED, [assets.carrier(), runs])
    expect(page.locator(".gdviz-status")).to_have_text("step 0 of 5")
    page.close()


# The modules that the page makes, each with its text.
MODULES = """() => {
  window.modules = [];
  const make = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    const url = make.call(URL, blob);
    void blob.text().then((text) => window.modules.push([text, url]));
    return url;
  };
}"""

# A second panel, which is taken away again.
PASSING = """async () => {
  const [, url] = window.modules.find(([text]) => text.includes("missingParts"));
  const player = await import(url);
  const box = document.createElement("div");
  box.append(document.querySelector(".gdviz-player").cloneNode(true));
  document.body.append(box);
  const end = player.default({ parentElement: box, setTriggerValue: () => undefined });
  box.remove();
  end();
}"""


def test_a_chart_goes_on_whose_player_moves_to_another_panel_and_back(open_page):
    page = open_page("eta=0.1", fresh=True)
    page.add_init_script(f"({MODULES})()")
    page.reload()
    ready(page)
    page.keyboard.press(" ")
    page.wait_for_timeout(300)  # in the middle of a slide
    page.evaluate(PASSING)
    page.keyboard.press("End")
    page.wait_for_function(f"document.querySelector('{PLOT}').data[1].x[0] === 30")
    expect(page.locator(PLOT)).to_have_attribute("data-step", "30")


# What the player draws first on a chart that the page has drawn, and how far from the size of its place.
SIZES = """() => {
  window.sizes = [];
  const drawn = new WeakSet();
  const react = Plotly.react;
  Plotly.react = (plot, ...rest) => {
    drawn.delete(plot);
    return react(plot, ...rest);
  };
  for (const name of ["animate", "relayout", "redraw", "restyle", "update"]) {
    const draw = Plotly[name];
    Plotly[name] = (plot, ...rest) => {
      const { clientWidth, clientHeight } = plot.closest(".stPlotlyChart");
      const { width, height } = plot._fullLayout;
      const isFirst = !drawn.has(plot) && clientHeight > 0;  // one that is about to go has no place any more
      if (isFirst) window.sizes.push([name, width - clientWidth, height - clientHeight]);
      drawn.add(plot);
      return draw(plot, ...rest);
    };
  }
}"""


def test_nothing_is_drawn_on_a_chart_that_is_about_to_have_another_size(open_page):
    page = open_page("eta=0.1", fresh=True)
    page.evaluate(SIZES)
    for query in ("lesson=two&loss=line-fit", "loss=double-well&eta=0.05"):
        go(page, query)
    sizes = page.evaluate("window.sizes")
    assert len(sizes) >= 5
    assert [row for row in sizes if max(map(abs, row[1:])) > 1] == []
