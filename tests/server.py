"""Starts the page on a free port of this machine, for the browser tests and the benchmarks."""

import asyncio
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, NamedTuple, TypeVar

ROOT = Path(__file__).parents[1]
PATIENCE = int(os.environ.get("GDVIZ_PATIENCE", "120"))  # seconds; how long a test waits before it fails

Result = TypeVar("Result")


class Server(NamedTuple):
    url: str
    pid: int


CLASS_SERVER = "gdviz/web/deploy/class_server.py"


@contextmanager
def serve(
    *options: str, log: int | IO[bytes] = subprocess.DEVNULL, script: str = "app.py", port: int = 0
) -> Iterator[Server]:
    """Run the page as the README says, with further options of streamlit run; stop it at the end."""
    port = port or free_port()
    command = [sys.executable, "-m", "streamlit", "run", script, "--server.headless", "true"]
    address = ["--server.address", "127.0.0.1", "--server.port", str(port)]
    process = subprocess.Popen(
        [*command, *address, *options],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=log,
    )
    url = f"http://127.0.0.1:{port}"
    try:
        _wait_until_healthy(process, url)
        yield Server(url, process.pid)
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def run_apart(work: Coroutine[Any, Any, Result]) -> Result:
    """What a coroutine comes to, in a thread of its own: beside an open browser this one has a loop."""
    with ThreadPoolExecutor(1) as threads:
        return threads.submit(asyncio.run, work).result()


def workers(server: int) -> list[int]:
    """The processes that a server, or whatever else has this id, has started to work for it."""
    found = []
    for children in Path(f"/proc/{server}/task").glob("*/children"):
        for pid in map(int, children.read_text().split()):
            if b"gdviz/web/slices.py" in Path(f"/proc/{pid}/cmdline").read_bytes():
                found.append(pid)
    return found


def _wait_until_healthy(process: subprocess.Popen, url: str) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if process.poll() is not None:
            raise RuntimeError("the page's server ended at once")
        try:
            with urllib.request.urlopen(f"{url}/_stcore/health", timeout=1):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError(f"the page's server did not become healthy within {PATIENCE} s")
