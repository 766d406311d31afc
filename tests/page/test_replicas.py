"""Replicas behind nginx: when one is gone everybody is back at another, at the same state."""

import os
import signal
import urllib.error
import urllib.request

import pytest

from tests.replicas import NGINX, lesson_with_deaths, replicas
from tests.server import run_apart

pytestmark = pytest.mark.skipif(
    not os.path.exists(NGINX) and os.environ.get("CI") != "true",
    reason="there is no nginx: apt-get install nginx-light",
)


def test_a_replica_is_killed_and_nobody_loses_more_than_a_moment():
    with replicas(2) as (url, servers):
        class_ = run_apart(lesson_with_deaths(url, servers, students=10, seconds=5))
        away = [seconds for one in class_ for seconds in one.away]
        assert len(away) >= 1
        assert max(away) < 10  # the benchmark has the bar of 3 s
        assert [text for one in class_ for text in one.lost] == []
        # Light pages are sent on; one that was made before even while no server is there.
        light = f"{url}/lesson?stop=slope&lang=en"
        with urllib.request.urlopen(light) as answer:
            page = answer.read()
        os.kill(servers[-1].pid, signal.SIGKILL)
        with urllib.request.urlopen(light) as answer:
            assert answer.read() == page
        with pytest.raises(urllib.error.HTTPError):
            urllib.request.urlopen(f"{url}/health")
        with pytest.raises(urllib.error.HTTPError, match="404"):
            urllib.request.urlopen(f"{url}/_stcore/metrics")
