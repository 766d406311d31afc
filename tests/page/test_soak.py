"""Many sessions that come, change everything and leave, in short: the benchmark of this name has the bars."""

from tests.bench.soak import held, visits
from tests.server import CLASS_SERVER, run_apart, serve


def test_who_has_left_leaves_no_thread_and_little_memory_behind():
    errors: list[str] = []
    with serve(script=CLASS_SERVER) as server:
        run_apart(visits(server.url, 10, 10, errors))
        own, worker, files, threads = held(server.pid)
        run_apart(visits(server.url, 20, 10, errors))
        later = held(server.pid)
    assert errors == []
    # A session that may come back is kept for two minutes, with three files, and 1 MB.
    assert later[2] - files <= 4 * 20
    assert later[3] <= threads + 3
    assert later[0] - own < 100
    assert later[1] - worker < 60
