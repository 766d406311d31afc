"""What the player uses of Plotly's private parts is there: in the Plotly of the page and in a file's own."""

import pytest

from gdviz.player import assets
from tests.browser.conftest import PLAYER

# What of each chart with two axes is missing.
MISSING = """() => Object.fromEntries([...document.querySelectorAll("[class*=st-key-] .js-plotly-plot")].map(
  (plot) => [plot.closest("[class*=st-key-]").className.match(/st-key-(\\w+)/)[1], missingParts(plot)]))"""
# The page draws a chart anew, with frames as it always does, so many promises after a motion was asked for.
DRAWN_ANEW = """async (promises) => {
  const plot = document.querySelector(".st-key-loss_by_step .js-plotly-plot");
  const trace = plot.data.findIndex(({ y }) => y?.length > 1);
  const data = plot.data.map((one, i) => (i === trace ? { ...one, y: one.y.map((y) => y + 1) } : one));
  const motion = { frame: { duration: 1, redraw: false }, transition: { duration: 1 } };
  void Plotly.animate(plot, { data: [{}], traces: [trace] }, motion);
  for (let i = 0; i < promises; i++) await null;
  await Plotly.react(plot, { data, layout: plot.layout, frames: [] });
  await new Promise((done) => setTimeout(done, 50));
  return plot.calcdata[trace].map(({ y }) => y).join() === data[trace].y.join();
}"""


@pytest.fixture
def page(open_page):
    return open_page("eta=0.1&steps=5")


def test_the_private_parts_of_plotly_are_there(page):
    page.evaluate(PLAYER, assets.code())
    missing = page.evaluate(MISSING)
    assert missing == {"curve": [], "loss_by_step": []}


def test_a_part_that_is_gone_is_missed(page):
    page.evaluate(PLAYER, assets.code())
    page.evaluate("""() => {
      const plot = document.querySelector(".st-key-loss_by_step .js-plotly-plot");
      delete plot.calcdata[0][0].x;
      plot.querySelector(".nsewdrag").classList.remove("nsewdrag");
    }""")
    assert page.evaluate(MISSING)["loss_by_step"] == ["calcdata", ".nsewdrag"]


def test_a_chart_is_drawn_anew_at_each_moment_of_a_motions_beginning(open_page):
    page = open_page("eta=0.1&steps=5")
    drawn = [page.evaluate(DRAWN_ANEW, promises) for promises in range(12)]
    # No error may reach the console: the page's fixture looks.
    assert drawn == [True] * 12
