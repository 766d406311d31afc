"""The class's server: the light page explored without a WebSocket, and Streamlit's page in fewer bytes."""

import asyncio
import io
import json
import time
import urllib.error
import urllib.request
from urllib.parse import parse_qsl, urlencode, urlsplit

import brotli
import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import expect

from gdviz.charts import curve
from gdviz.texts import load_texts
from tests.bench.classroom import Student, Tally
from tests.bench.hostile_messages import liar
from tests.browser.conftest import PHONE, at_rest, eventually, ready
from tests.server import CLASS_SERVER, run_apart, serve

EN, JA = load_texts("en"), load_texts("ja")


@pytest.fixture(scope="module")
def server():
    with serve(script=CLASS_SERVER) as found:
        yield found.url


@pytest.fixture(scope="module")
def reader(browser):
    """The browser of somebody who comes back to Streamlit's page."""
    context = browser.new_context(locale="en-US")
    yield context
    context.close()


def fetched(url, **headers):
    """Status, headers and body of an answer."""
    request = urllib.request.Request(
        url, headers={name.replace("_", "-"): text for name, text in headers.items()}
    )
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


@pytest.fixture
def open_light(browser, server):
    """Opens an address of the light page; no WebSocket may be asked for, and no error be written."""
    contexts, complaints, sockets = [], [], []

    def opened(query, **options):
        contexts.append(browser.new_context(**options))
        page = contexts[-1].new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(error.stack or str(error)))
        page.on("websocket", lambda socket: sockets.append(socket.url))
        page.goto(f"{server}/lesson?{query}")
        page.wait_for_selector(".gdviz-player[data-drawn]")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not sockets
    assert [text for text in complaints if "ERR_INTERNET_DISCONNECTED" not in text] == []


def fields(page):
    return dict(parse_qsl(urlsplit(page.url).query))


def test_a_lesson_is_one_small_file(browser, server):
    context = browser.new_context(locale="ja-JP")
    page = context.new_page()
    asked = []
    page.on("requestfinished", lambda request: asked.append(request.sizes()["responseBodySize"]))
    page.goto(f"{server}/lesson?stop=wrong-valley")
    page.wait_for_selector(".gdviz-player[data-drawn]")
    assert len(asked) == 1
    assert asked[0] < 100_000
    # It is in the reader's language.
    expect(page.locator("h1")).to_have_text(JA("page.title"))
    context.close()


def test_the_rate_and_the_start_are_in_the_hand(open_light):
    page = open_light("loss=bowl&eta=0.1&w=5&steps=5&lang=en")
    track = page.locator(".gdviz-track input")
    track.focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    eventually(page, lambda: fields(page).get("eta") not in (None, "0.1"))
    eta = float(fields(page)["eta"])
    assert eta > 0.1
    # 5 − η · 10, to six digits
    page.keyboard.press("Escape")
    page.locator('[data-do="next"]').click()
    expect(page.locator(".gdviz-table [aria-current] span").nth(1)).to_have_text(f"{5 - 10 * eta:.6g}")
    # Pressed on the curve at −3 it starts there.
    low, high = (
        page.locator(".st-key-curve .xtick")
        .nth(i)
        .evaluate("tick => [tick.textContent, tick.getBoundingClientRect()]")
        for i in (0, 1)
    )
    values = [float(text.replace("−", "-")) for text, _ in (low, high)]
    middles = [box["x"] + box["width"] / 2 for _, box in (low, high)]
    across = middles[0] + (-3 - values[0]) / (values[1] - values[0]) * (middles[1] - middles[0])
    top = page.locator(".st-key-curve svg").bounding_box()["y"]
    page.mouse.click(across, top + 100)
    eventually(page, lambda: fields(page).get("w") != "5")
    assert abs(float(fields(page)["w"]) + 3) < 0.06
    # What the address says then opens the same.
    again = open_light(urlsplit(page.url).query)
    assert again.locator(".gdviz-worked").inner_text() == page.locator(".gdviz-worked").inner_text()


def test_without_a_network_what_is_there_plays_on(open_light):
    page = open_light("loss=bowl&eta=0.1&lang=ja")
    page.context.set_offline(True)
    track = page.locator(".gdviz-track input")
    track.focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("[data-away]")).to_have_text(JA("light.away"))
    # The track says what the run has.
    expect(track).to_have_attribute("aria-valuetext", "0.1")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("End")
    expect(page.locator(".gdviz-scrub")).to_have_value("30")
    page.context.set_offline(False)
    page.locator(".gdviz-track input").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("[data-away]")).to_be_hidden()


def test_the_other_language_and_the_full_page_have_the_same_state(open_light, server):
    page = open_light("loss=cliff&eta=0.2&w=4&lang=en")
    page.locator("a[data-lang]").click()
    expect(page.locator("h1")).to_have_text(JA("page.title"))
    assert fields(page)["eta"] == "0.2"
    link = page.locator('a[data-to="./"]')
    link.evaluate("link => link.addEventListener('click', (event) => event.preventDefault())")
    link.click()
    assert link.evaluate("link => link.href").startswith(f"{server}/?")
    assert dict(parse_qsl(urlsplit(link.evaluate("link => link.href")).query))["w"] == "4"


def test_what_a_browser_has_is_not_sent_again(server):
    url = f"{server}/lesson?loss=bowl&lang=en"
    status, headers, plain = fetched(url)
    assert status == 200
    assert fetched(url, If_None_Match=headers["ETag"])[::2] == (304, b"")
    packed = fetched(url, Accept_Encoding="br")
    assert packed[1]["Content-Encoding"] == "br"
    assert brotli.decompress(packed[2]) == plain
    assert len(packed[2]) < 0.4 * len(plain)
    # A lesson that is hidden in part has no way out of it.
    hidden = fetched(f"{server}/lesson?loss=bowl&lang=en&hide=loss,eta")[2].decode()
    assert EN("light.full") not in hidden
    assert 'data-gdviz="rate"' not in hidden


def test_a_run_by_itself_is_that_of_its_page(server):
    asked = {"loss": "bowl", "eta": "0.1", "lang": "en"}
    run = json.loads(fetched(f"{server}/lesson/run?{urlencode({**asked, 'change': 'eta', 'to': '0.3'})}")[2])
    assert run["link"]["eta"] == "0.3"
    assert [run["columns"]["W"][i] for i in range(3)] == ["5", "2", "0.8"]
    # A mission leaves free what it is about, and no more.
    held = {"mission": "edge", "change": "w", "to": "1"}
    before = json.loads(fetched(f"{server}/lesson/run?mission=edge")[2])["link"]["w"]
    assert json.loads(fetched(f"{server}/lesson/run?{urlencode(held)}")[2])["link"]["w"] == before


@pytest.mark.parametrize(
    "query",
    [
        "eta=1e999&w=nan",
        "loss=own&formula=" + "(" * 300,
        "change=__class__&to=1",
        "q=</script><script>alert(1)",
        "a" * 3000,
    ],
)
def test_a_lie_gets_an_answer(server, query):
    status, headers, body = fetched(f"{server}/lesson?{query}".replace(" ", "%20").replace("<", "%3C"))
    assert status == 200
    assert b"Traceback" not in body
    assert b"<script>alert" not in body
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert fetched(f"{server}/lesson?{'a' * 5000}")[0] == 414


def test_streamlit_s_page_comes_compressed_and_asks_for_all_at_once(browser, server):
    context = browser.new_context(locale="en-US")

    def visited():
        """What a page has asked the server for."""
        page = context.new_page()
        complaints, asked = [], []
        page.on("console", lambda message: message.type == "error" and complaints.append(message.text))
        page.on("requestfinished", lambda request: asked.append(request))
        page.goto(f"{server}/?stop=slope")
        ready(page)
        assert not complaints
        return [request for request in asked if request.url.startswith("http")]

    asked = visited()
    assert len(asked) <= 60
    assert sum(request.sizes()["responseBodySize"] for request in asked) < 3_000_000
    # Plotly's part is named in the page, and does not wait for the script.
    [plotly] = [request.url.rsplit("/", 1)[1] for request in asked if "PlotlyChart" in request.url]
    assert plotly in brotli.decompress(fetched(f"{server}/", Accept_Encoding="br")[2]).decode()
    # A browser that takes no modules from one file asks for each.
    context.add_init_script("delete HTMLScriptElement.supports")
    names = [{urlsplit(request.url).path for request in visit} for visit in (asked, visited())]
    assert len(names[1] - names[0]) > 60
    context.close()


# Where Plotly has the mark of a trace.
MARK = """(plot, trace) => {
  const mark = plot.querySelector(`.trace${plot._fullData[trace].uid} .point`);
  const { x, y, width, height } = mark.getBoundingClientRect();
  return [x + width / 2, y + height / 2];
}"""


@pytest.mark.parametrize(
    ("query", "options"), [("eta=x&w=2&lang=ja", {}), ("loss=cliff&look=present&lang=en", PHONE)]
)
def test_a_curve_is_there_at_once_and_is_replaced_without_a_jump(browser, reader, server, query, options):
    page = browser.new_page(locale="en-US", **options) if options else reader.new_page()
    held = []
    page.route("**/PlotlyChart.*.js", lambda route: held.append(route))
    page.goto(f"{server}/?{query}", wait_until="commit")
    # The point, before anything of the page has come, and where the page will have it.
    mark = page.locator(".gdviz-first i").last
    expect(mark).to_be_visible()
    expect(page.locator(".st-key-curve")).to_be_attached()
    at_rest(page)
    page.wait_for_timeout(500)
    there = mark.bounding_box()
    assert held  # the page's own chart waits
    [one.continue_() for one in held]
    ready(page, wait=".gdviz-player[data-drawn]")
    expect(page.locator(".gdviz-first")).to_have_count(0)
    drawn = page.locator(".st-key-curve .js-plotly-plot").evaluate(MARK, curve.POINT)
    assert (there["x"] + there["width"] / 2, there["y"] + there["height"] / 2) == pytest.approx(drawn, abs=1)
    page.close()


def test_what_is_there_at_once_gives_no_answer(server):
    def traces(query):
        html = brotli.decompress(fetched(f"{server}/?{query}", Accept_Encoding="br")[2]).decode()
        return html.count('<path class="trace')

    assert traces("eta=0.3&predict=on") < traces("eta=0.3")
    assert traces("lesson=two") == traces("formula=W^4") == traces("lesson=network") == 0


def test_a_link_has_a_preview(server):
    head = brotli.decompress(fetched(f"{server}/?stop=slope&lang=ja", Accept_Encoding="br")[2]).decode()
    assert '<meta property="og:title"' in head
    assert "W = 5 で曲線に接する" in head
    # So has the light page; and a picture, which names nothing that is asked for.
    assert (
        "W = 5 で曲線に接する"
        in fetched(f"{server}/lesson?stop=slope&lang=ja")[2].decode().split("<style>")[0]
    )
    shown, asked = (
        np.asarray(Image.open(io.BytesIO(fetched(f"{server}/lesson/picture.png?eta=0.3&predict={is_on}")[2])))
        for is_on in ("off", "on")
    )
    assert shown.shape == (630, 1200, 3)
    purple = [
        int((np.abs(picture.astype(int) - (0xA2, 0x46, 0x7C)).sum(axis=2) < 30).sum())
        for picture in (shown, asked)
    ]
    assert purple[0] > 500
    assert purple[1] == 0
    asked = brotli.decompress(fetched(f"{server}/?q=%22%3E%3Cb%3E", Accept_Encoding="br")[2]).decode()
    assert 'content="&#34;&gt;&lt;b&gt;"' in asked


def test_rules_and_losses_are_chosen(open_light):
    page = open_light("loss=bowl&eta=0.1&w=5&lang=en")
    page.locator("select[data-change=opt]").select_option("momentum")
    eventually(page, lambda: fields(page).get("opt") == "momentum")
    # W₂ of momentum: v = 0.9 · 10 + 8 = 17, 4 − 0.1 · 17 = 2.3
    expect(page.locator(".gdviz-row").nth(3)).to_contain_text("2.3")
    page.locator("select[data-change=loss]").select_option("cliff")
    page.wait_for_url("**loss=cliff**")
    page.wait_for_selector(".gdviz-player[data-drawn]")
    eventually(page, lambda: "change" not in fields(page))
    assert fields(page)["opt"] == "momentum"
    expect(page.locator("select[data-change=loss]")).to_have_value("cliff")


def test_a_lesson_s_link_leads_there(reader, server):
    page = reader.new_page()
    page.goto(f"{server}/?loss=bowl&eta=0.3")
    ready(page)
    page.locator("[data-do=share]").click()
    address = page.get_by_role("dialog").locator('[data-testid="stCode"] code').first
    expect(address).to_contain_text(f"{server}/lesson?")
    page.close()


def test_it_says_whether_it_is_well(server):
    assert fetched(f"{server}/health")[::2] == (200, b"ok")


def test_messages_that_no_page_sends_harm_nobody_else(server):
    """In short; the benchmark of this name has the bars."""
    wrong, tally = [], Tally()

    async def beside():
        student = Student(server, tally, pause=(0.1, 0.3))
        await asyncio.gather(liar(server, 30, 7, wrong, [0]), student.attend(0, time.perf_counter() + 3))

    run_apart(beside())
    assert wrong == []
    assert tally.errors == []
    assert len(tally.changes) > 2
    assert fetched(f"{server}/health")[0] == 200
