"""Streamlit's own files, compressed beside a class that asks for pages."""

import os
import sys
import threading

import pytest

from gdviz.web.static_files import StaticFiles


@pytest.mark.skipif(sys.platform != "linux", reason="a thread has a priority of its own on Linux only")
def test_compressing_takes_no_processor_from_a_class(monkeypatch):
    """It takes eleven seconds of one; what is said of the thread must not be said of the whole process."""
    asked = threading.Event()
    monkeypatch.setattr("gdviz.web.static_files.brotli.compress", lambda data, quality: asked.wait())
    own = os.getpriority(os.PRIO_PROCESS, 0)
    before = set(threading.enumerate())
    files = StaticFiles(app=None, first_page=lambda scope: ("", ""))
    [thread] = set(threading.enumerate()) - before
    try:
        for _ in range(100):
            if (found := os.getpriority(os.PRIO_PROCESS, thread.native_id)) > own:
                break
            asked.wait(0.05)
        assert found == 19
        assert os.getpriority(os.PRIO_PROCESS, 0) == own
    finally:
        files._waiting.put("")  # the last: else the thread would compress everything beside other tests
        asked.set()
        thread.join(10)
