"""Replicas of the class's server behind nginx, and students who come back when one of them is gone."""

import asyncio
import os
import re
import shutil
import signal
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg

from tests.bench.classroom import Student, Tally
from tests.server import CLASS_SERVER, ROOT, Server, free_port, serve

DEPLOY = ROOT / "gdviz/web/deploy"
NGINX = shutil.which("nginx") or "/usr/sbin/nginx"


@contextmanager
def replicas(count: int) -> Iterator[tuple[str, list[Server]]]:
    """The address of nginx, and the servers behind it."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        folder.chmod(0o755)  # nginx writes there as somebody else
        servers = [stack.enter_context(serve(script=CLASS_SERVER)) for _ in range(count)]
        lines = (DEPLOY / "replicas.conf").read_text().splitlines()[0]
        ports = [server.url.rsplit(":", 1)[1] for server in servers]
        (folder / "replicas.conf").write_text("\n".join(lines.replace("8501", port) for port in ports))
        port = free_port()
        conf = (DEPLOY / "nginx.conf").read_text()
        (folder / "nginx.conf").write_text(conf.replace("listen 8080", f"listen 127.0.0.1:{port}"))
        command = [NGINX, "-p", str(folder), "-c", str(folder / "nginx.conf"), "-g", "daemon off;"]
        proxy = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        stack.callback(proxy.wait)
        stack.callback(proxy.terminate)
        url = f"http://127.0.0.1:{port}"
        for _ in range(100):
            if proxy.poll() is not None:
                raise RuntimeError("nginx ended at once")
            try:
                with urllib.request.urlopen(f"{url}/health", timeout=10):
                    break
            except OSError:
                time.sleep(0.1)
        yield url, servers


class Returning(Student):
    """A student whose browser comes back by itself, with what its address says, when its server is gone."""

    def __init__(self, url: str, tally: Tally, query: str = ""):
        super().__init__(url, tally, query, pause=(1.0, 2.0))
        self.cookie = ""
        self.eta: float | None = None  # as it was set last
        self.away: list[float] = []  # seconds from each loss of the connection until the page is there again
        self.lost: list[str] = []  # states that were not the same afterwards

    async def attend(self, arrival: float, end: float) -> None:
        await asyncio.sleep(arrival)
        gone: float | None = None
        while time.perf_counter() < end:
            try:
                if not self.cookie:
                    await self.load_page()
                await self._stay(end, gone)
            except (OSError, websockets.WebSocketException):
                gone = gone if gone is not None and self._is_away else time.perf_counter()
                self._is_away = True
                await asyncio.sleep(0.1)

    _is_away = False

    async def load_page(self) -> None:
        request = urllib.request.Request(f"http://{self.host}/?{self.query}")
        with await asyncio.to_thread(urllib.request.urlopen, request) as answer:
            self.cookie = re.findall(r"gdviz=\w+", answer.headers.get("Set-Cookie", ""))[0]

    async def _stay(self, end: float, gone: float | None) -> None:
        address = f"ws://{self.host}/_stcore/stream"
        headers = {"Cookie": self.cookie}
        async with websockets.connect(
            address, subprotocols=["streamlit"], max_size=None, additional_headers=headers
        ) as socket:
            message = BackMsg()
            eta = "" if self.eta is None else f"&eta={self.eta:.6g}"
            message.rerun_script.query_string = f"{self.query}{eta}"
            await socket.send(message.SerializeToString())
            self.shown: dict[str, float] = {}
            self.hashes.clear()
            await self.until_finished(socket)
            if gone is None:
                self.tally.pages.append(0.0)
            else:
                self.away.append(time.perf_counter() - gone)
                if self.eta is not None and abs(self.shown["eta"] - self.eta) > 1e-6 * self.eta:
                    self.lost.append(f"η = {self.eta:.6g} came back as {self.shown['eta']:.6g}")
            self._is_away = False
            while time.perf_counter() < end:
                await asyncio.sleep(self.pause[0])
                await self.change_rate(socket)

    async def change(self, socket: websockets.ClientConnection, key: str, value: float | str) -> None:
        self.eta = float(value)
        await super().change(socket, key, value)

    def notice(self, delta) -> None:
        super().notice(delta)
        element = delta.new_element.number_input
        if element.id and element.id.endswith("-eta"):
            self.shown["eta"] = element.value if element.set_value else element.default


async def lesson_with_deaths(
    url: str, servers: list[Server], students: int, seconds: float
) -> list[Returning]:
    """A class that comes within ``seconds``; a third and two thirds of as long after that a server dies."""
    tally = Tally()
    class_ = [Returning(url, tally, query=("loss=bowl", "loss=himmelblau")[i % 2]) for i in range(students)]
    end = time.perf_counter() + 2 * seconds

    async def deaths() -> None:
        await asyncio.sleep(seconds)
        for server in servers[:-1]:
            await asyncio.sleep(seconds / len(servers))
            os.kill(server.pid, signal.SIGKILL)

    await asyncio.gather(deaths(), *(one.attend(seconds * i / students, end) for i, one in enumerate(class_)))
    return class_
