"""How many tests run at once, if nobody says."""

import os


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are processors: some tests wait for a server, for a second or for twenty."""
    return (os.cpu_count() or 1) + 1
