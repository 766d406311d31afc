"""Own data on the page: pasted, refused with a reason, pressed on the chart, standardised."""

import pytest
from playwright.sync_api import expect

from gdviz.texts import load_texts
from tests.browser.conftest import PHONE, at_rest, ready

POINTS = "document.querySelector('.st-key-fit .js-plotly-plot')?._fullData[2].x.length"


def open_panel(page):
    page.locator(".st-key-data_panel button").first.click()
    return page.locator(".st-key-pairs_typed textarea")


def test_a_paste_is_learned_or_told_what_is_wrong_with_it(open_page):
    texts = load_texts("ja")
    page = open_page("loss=line-fit&lang=ja", **PHONE)
    field = open_panel(page)
    expect(field).to_have_value("-1\t-0.4\n-0.5\t0.4\n0\t0.8\n0.5\t1\n1\t1.5\n1.5\t2.7\n2\t2.5\n2.5\t3.5")
    field.fill("1\t2,5\n2\tzwei\n3\t4,8")
    page.locator(".st-key-pairs_use button").click()
    wrong = texts("data_panel.wrong.number", line=2, piece="zwei")
    expect(page.get_by_text(wrong)).to_be_visible()
    page.wait_for_function(f"{POINTS} === 8")
    field.fill("1950\t3,2\n1960\t4,1\n1970\t5,3\n1980\t5,9\n1990\t7,2")
    page.locator(".st-key-pairs_use button").click()
    page.wait_for_function(f"{POINTS} === 5")
    expect(page.get_by_text(wrong)).to_have_count(0)
    assert "1990" in page.url
    page.keyboard.press("Escape")
    # From here gradient descent explodes with 0.1; standardised it does not.
    page.get_by_text(texts("data_panel.standard"), exact=True).click()
    page.wait_for_function("location.search.includes('scaling=standard')")
    ready(page)
    expect(page.locator(".gdviz-said")).to_contain_text("(−0.5, 1.3)")
    page.locator('[data-do="last"]').evaluate("(button) => button.click()")
    expect(page.locator(".gdviz-said")).to_contain_text("0.01")


# Where a pair stands on the chart, in the window.
PLACE = """(plot, [x, y]) => {
  const { xaxis, yaxis } = plot._fullLayout;
  const box = plot.getBoundingClientRect();
  return [box.x + xaxis._offset + xaxis.l2p(x), box.y + yaxis._offset + yaxis.l2p(y)];
}"""


@pytest.mark.parametrize("device", [{}, PHONE], ids=["mouse", "thumb"])
def test_a_press_on_the_chart_adds_a_pair(open_page, device):
    page = open_page("loss=line-fit&pairs=1,2.5_2,3.1_3,4.75&eta=0.05", **device)
    at_rest(page)
    chart = page.locator(".st-key-fit .js-plotly-plot[data-step]")
    chart.scroll_into_view_if_needed()
    place = chart.evaluate(PLACE, [2.5, 4])
    (page.touchscreen.tap if device else page.mouse.click)(*place)
    page.wait_for_function(f"{POINTS} === 4")
    pressed = page.url.split("pairs=")[1].split("&")[0].replace("%2C", ",").split("_")[-1]
    assert [float(part) for part in pressed.split(",")] == pytest.approx([2.5, 4], abs=0.05)
    # No second one by the click that a browser makes of a tap.
    page.wait_for_timeout(500)
    assert page.evaluate(POINTS) == 4


def test_the_page_s_own_points_are_left_alone(open_page):
    page = open_page("loss=line-fit&eta=0.06")
    page.locator(".st-key-fit .js-plotly-plot").click()
    page.wait_for_timeout(300)
    assert "pairs" not in page.url
