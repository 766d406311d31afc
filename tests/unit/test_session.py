"""What the server writes to the address: what the browser has there last is the page's."""

from types import SimpleNamespace

import pytest

from gdviz.link.settings import Settings
from gdviz.web import session

EN, JA = (Settings.from_query({"lang": lang})[0] for lang in ("en", "ja"))


class Address:
    """What Streamlit knows of the browser's address, and what was written to it."""

    def __init__(self, query):
        self.query, self.written = query, []

    def to_dict(self):
        return dict(self.query)

    def from_dict(self, query):
        self.query = dict(query)
        self.written.append(self.query["lang"])


@pytest.fixture
def page(monkeypatch):
    """A session that has written its first address."""

    def opened(settings):
        address = Address(settings.to_query())
        here = session.Session(settings, [], None, link=settings.to_query())
        monkeypatch.setattr(
            session, "st", SimpleNamespace(query_params=address, context=SimpleNamespace(locale="en"))
        )
        monkeypatch.setattr(session, "session", lambda: here)
        return address

    return opened


def test_a_change_that_came_before_the_last_address_was_there_is_written(page):
    address = page(EN)
    session.name_link(JA)
    # Chosen back before the browser had the other address, which comes to it afterwards.
    address.query = EN.to_query()
    session.name_link(EN)
    assert address.written == ["ja", "en"]


def test_what_is_there_is_not_written_again(page):
    address = page(EN)
    session.name_link(EN)
    # The player has written another step.
    address.query = {**EN.to_query(), "step": "7"}
    session.name_link(EN.changed("step", "7")[0])
    # The reader went back.
    address.query = JA.to_query()
    session.open_link()
    session.name_link(session.session().settings)
    assert session.session().settings == JA
    assert address.written == []


@pytest.mark.parametrize(
    ("locale", "lang"), [("ja-JP", "ja"), ("ja", "ja"), ("en-US", "en"), ("de-DE", "en"), (None, "en")]
)
def test_the_first_language_is_the_browser_s(monkeypatch, locale, lang):
    monkeypatch.setattr(session, "st", SimpleNamespace(context=SimpleNamespace(locale=locale)))
    assert session.browser_language() == lang
