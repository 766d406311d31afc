"""A step of a run, as every part of the page shows it."""

import re

from playwright.sync_api import expect

from gdviz.charts import curve

PLOT = "document.querySelector('.st-key-{} .js-plotly-plot')"
POINT = f"[{PLOT.format('curve')}.data[{curve.POINT}].x[0], {PLOT.format('curve')}.data[{curve.POINT}].y[0]]"
MARKER = f"{PLOT.format('loss_by_step')}.data[1].x[0]"


def status(page):
    return page.locator(".gdviz-status")


def press(page, what):
    page.locator(f'[data-do="{what}"]').click()


def shows(page, step, of=30, every=1):
    """The panel, both charts, the worked step and the table show the same step."""
    expect(status(page)).to_have_text(f"step {step} of {of}")
    expect(page.locator('[aria-current="step"] span').first).to_have_text(str(step))
    weight = page.locator('[aria-current="step"] span').nth(1).inner_text()
    expect(page.locator(".gdviz-scrub")).to_have_value(str(step // every))
    worked = page.locator(".gdviz-worked")
    expect(worked.locator("h2")).to_contain_text(re.compile(rf"step {step}\b", re.IGNORECASE))
    expect(worked.locator("dt").first).to_contain_text(weight)
    page.wait_for_function(f"Math.abs({POINT}[0] - {weight.replace('−', '-')}) < 1e-3")
    page.wait_for_function(f"{MARKER} === {step}")


def at_step(page, step, of=30, every=1):
    """All of them, and the address, which follows half a second later."""
    shows(page, step, of, every)
    expect(page).to_have_url(re.compile(rf"[?&]step={step}(&|$)"))
