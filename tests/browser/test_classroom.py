"""The classroom as teachers and students meet it: missions, typed losses, links, downloads."""

import io
import re
import urllib.parse

import numpy as np
import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import expect

from gdviz.link.bounds import HIDEABLE
from gdviz.link.settings import Settings
from gdviz.texts import load_texts
from tests.browser.conftest import PHONE, eventually, ready

EN, JA = load_texts("en"), load_texts("ja")


# --- Missions, typed losses ---------------------------------------------------------------


def test_a_mission_is_recognised_when_it_is_solved(open_page):
    texts = load_texts("ja")
    page = open_page("lang=ja")
    page.get_by_role("button", name=texts("missions.name")).click()
    page.get_by_role("button", name=texts("missions.quick.name")).click()
    mission = page.locator('[data-gdviz="mission"]')
    expect(mission).to_contain_text(texts("missions.quick.task"))
    expect(mission).to_contain_text(texts("missions.open"))
    page.keyboard.press("Escape")
    rate = page.locator(".st-key-eta input")
    rate.fill("0.5")
    rate.press("Enter")
    expect(mission).to_contain_text(texts("missions.quick.shows"))
    page.get_by_text(texts("missions.again")).click()
    expect(mission).to_contain_text(texts("missions.open"))
    page.get_by_text(texts("page.explore")).click()
    expect(mission).to_have_count(0)


def test_a_loss_is_typed_and_its_errors_stand_under_it(open_page):
    texts = JA
    page = open_page("lang=ja&formula=W%5E2&domain=-3,3")
    field = page.locator(".st-key-formula input")
    field.fill("W^2 + foo")  # neither Enter nor another field: it is read as it is typed
    wrong = texts("formula.wrong.name", piece="foo", at=7, letters="W", w="W")
    expect(page.get_by_text(wrong)).to_be_visible(timeout=15_000)
    expect(page.locator(".st-key-formula_read")).to_contain_text(texts("formula.still").split("{")[0].strip())
    expect(field).to_have_value("W^2 + foo")
    field.fill("log(W) + 1/W")
    expect(page.locator(".st-key-formula_error")).to_have_text("")
    expect(page).to_have_url(re.compile("formula=log"))
    ready(page)
    heights = "[...document.querySelector('.st-key-curve .js-plotly-plot')._fullData[0].y]"
    page.wait_for_function(f"!({heights}[0] > 0)")
    assert [y for y in page.evaluate(heights)[:240] if y is not None and y == y] == []
    expect(page.locator(".st-key-formulas_one")).to_contain_text("log")
    other = open_page(page.url.split("?")[1])
    assert other.locator(".gdviz-worked").inner_text() == page.locator(".gdviz-worked").inner_text()


# --- One link is a lesson -----------------------------------------------------------------


def seen(code):
    """What is read from a code as it is seen."""
    read = zxingcpp.read_barcodes(Image.open(io.BytesIO(code.screenshot(scale="device"))))
    return read[0].text if read else ""


def test_the_code_of_a_lesson_opens_the_very_same_lesson(open_page):
    texts, lang, device = load_texts("ja"), "ja", PHONE
    question = "Where does it land? 次の W は？ <b>&"
    page = open_page(f"loss=double-well&eta=0.04&lang={lang}", **device)
    page.keyboard.press("ArrowRight")
    page.get_by_role("button", name=texts("player.share")).click()
    dialog = page.get_by_role("dialog")
    dialog.locator(".st-key-make_q input").fill(question)  # neither Enter nor another field
    link = dialog.locator('[data-testid="stCode"] code').first
    expect(link).to_contain_text("q=~")
    expect(link).to_contain_text("step=1")
    dialog.locator("summary").first.click()
    expect(dialog.locator('[data-testid="stCode"] code').nth(1)).to_contain_text("embed=true")
    page.wait_for_function("(n) => document.querySelector('.gdviz-qr img')?.naturalWidth > n", arg=100)
    code = dialog.locator(".gdviz-qr img")
    expect(code).to_be_visible()
    # The dialog still opens, or has the code before.
    eventually(page, lambda: seen(code) == link.inner_text())
    address = link.inner_text()
    query = urllib.parse.urlsplit(address).query
    settings, notices = Settings.from_query(dict(urllib.parse.parse_qsl(query)))
    assert not notices
    assert (settings.loss, settings.eta, settings.step, settings.q) == ("double-well", 0.04, 1, question)
    code.click()
    page.wait_for_function("document.fullscreenElement?.className === 'gdviz-qr'")
    # Who has no camera types the address.
    expect(page.locator(".gdviz-qr-words").first).to_have_text(address)
    expect(page.locator(".gdviz-qr-words").last).to_have_text(texts("share.leave"))
    expect(page.locator(".gdviz-qr-words").last).to_be_in_viewport()
    page.locator(".gdviz-qr").click()
    page.wait_for_function("!document.fullscreenElement")
    student = open_page(query, fresh=True)
    expect(student.locator(".st-key-class .stMarkdown")).to_have_text(question)
    expect(student.get_by_text(EN("page.explore"))).to_be_visible()  # in the student's own language
    assert student.locator(".st-key-loss, .st-key-presets, [data-do=share]:visible").count() == 0
    expect(student.locator(".gdviz-status")).to_have_text(EN("player.status", step=1, steps=30))


def test_hiding_everything_leaves_a_player_that_plays(open_page):
    # Without a worked step the page is ready when its charts are.
    page = open_page(f"hide={','.join(HIDEABLE)}&steps=3", wait=".gdviz-player[data-drawn]", **PHONE)
    expect(page.locator(".gdviz-play")).to_be_visible()
    page.locator('[data-do="next"]').click()
    expect(page.locator(".gdviz-status")).to_have_text("step 1 of 3")
    page.get_by_text(EN("page.explore")).click()
    expect(page.locator(".st-key-loss")).to_be_visible(timeout=15_000)


# --- Take it home -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "files"),
    [
        ("loss=valley&opt=adam&lang=ja", 4),
        ("lesson=network&data=xor&layers=2&view=chain", 1),
    ],
)
def test_what_is_taken_home_is_whole_and_plays_from_disk(open_page, browser, tmp_path, query, files):
    page = open_page(query)
    page.locator('[data-do="home"]').click()
    buttons = page.get_by_role("dialog").locator('[data-testid="stDownloadButton"] button')
    expect(buttons).to_have_count(files)
    for button in buttons.all():
        with page.expect_download() as download:
            button.click()
        download.value.save_as(tmp_path / download.value.suggested_filename)
    saved = {path.name: path for path in tmp_path.iterdir()}
    assert len(saved) == files
    for name, path in saved.items():
        if name.endswith((".py", ".csv")):
            assert len(path.read_text("utf-8").splitlines()) > 10
    [animation] = [path for name, path in saved.items() if name.endswith(".html") and "worksheet" not in name]
    size = f"{animation.stat().st_size / 1e6:.2g}"
    assert size in buttons.first.inner_text()
    context = browser.new_context(offline=True, viewport={"width": 1280, "height": 900})
    alone, errors, asked = context.new_page(), [], []
    alone.on("pageerror", lambda error: errors.append(str(error)))
    alone.on("request", lambda request: asked.append(request.url))
    alone.goto(animation.as_uri())
    alone.wait_for_selector(".gdviz-player[data-drawn]")
    assert alone.locator(".gdviz-worked").inner_text() == page.locator(".gdviz-worked").inner_text()
    alone.keyboard.press(" ")
    eventually(alone, lambda: int(alone.locator(".gdviz-scrub").input_value()) >= 2)
    alone.keyboard.press("Home")
    alone.locator('[data-do="next"]').click()
    assert alone.locator(".gdviz-scrub").input_value() == "1"
    assert errors == []
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []
    context.close()


@pytest.mark.parametrize("query", ["step=2", "lesson=network&view=chain&data=xor&layers=2"])
def test_a_picture_of_the_present_step(open_page, tmp_path, query):
    page = open_page(query)
    with page.expect_download() as download:
        page.locator('[data-do="picture"]').click()
    download.value.save_as(tmp_path / "step.png")
    picture = np.asarray(Image.open(tmp_path / "step.png").convert("RGB"))
    assert picture.shape[1] > 600
    assert len(np.unique(picture.reshape(-1, 3), axis=0)) > 20
