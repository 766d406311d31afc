"""TensorFlow Playground from a checkout of its source, to be measured beside ours: its page, its training.

    git clone https://github.com/tensorflow/playground && cd playground && npm install --omit=dev

It is bundled by our esbuild, where it would take browserify and uglify; nothing of it stays here.
"""

import gzip
import http.server
import mimetypes
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar

from tests.server import ROOT

LIBRARIES = ("material-design-lite/material.min.js", "seedrandom/seedrandom.min.js")
STYLES = ("node_modules/material-design-lite/material.min.css", "styles.css")

# An epoch as its page learns it: 2-8-8-1 on 200 points, batches of ten, without the drawing.
TRAIN = """
import * as nn from "{source}/src/nn";
import {{ classifyCircleData }} from "{source}/src/dataset";
const points = classifyCircleData(200, 0);
const network = nn.buildNetwork(
  [2, 8, 8, 1], nn.Activations.TANH, nn.Activations.TANH, null, ["x", "y"]);
const epoch = () => points.forEach((point, i) => {{
  nn.forwardProp(network, [point.x, point.y]);
  nn.backProp(network, point.label, nn.Errors.SQUARE);
  if ((i + 1) % 10 === 0) nn.updateWeights(network, 0.03, 0);
}});
const spent = [];
for (let k = 0; k < 1200; k++) {{
  const start = performance.now();
  epoch();
  spent.push(performance.now() - start);
}}
console.log(spent.slice(200).sort((a, b) => a - b)[500]);
"""


def esbuild(entry: Path, into: Path, *options: str) -> None:
    command = [str(ROOT / "node_modules/.bin/esbuild"), str(entry), f"--outfile={into}", "--bundle", *options]
    subprocess.run([*command, "--minify", "--log-level=error"], check=True)


def epoch(source: Path, folder: Path) -> float:
    """Milliseconds of an epoch of nn.ts, the median of 1,000; it is built in a folder."""
    entry = folder / "train.ts"
    entry.write_text(TRAIN.format(source=source.resolve()))
    esbuild(entry, folder / "train.js", "--platform=node")
    said = subprocess.run(["node", str(folder / "train.js")], check=True, capture_output=True, text=True)
    return float(said.stdout)


def build(source: Path, folder: Path) -> None:
    """Its page, as its own steps make it."""
    libraries = [source / "node_modules" / name for name in LIBRARIES]
    (folder / "lib.js").write_text("\n".join(path.read_text("utf-8") for path in libraries))
    (folder / "bundle.css").write_text("\n".join((source / name).read_text("utf-8") for name in STYLES))
    shutil.copy(source / "index.html", folder)
    shutil.copy(source / "analytics.js", folder)
    esbuild(source / "src/playground.ts", folder / "bundle.js")


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """A folder on a free port, each file compressed."""

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        packed: ClassVar[dict[str, bytes]] = {}

        def do_GET(self) -> None:
            name = self.path.split("?")[0].strip("/") or "index.html"
            path = folder / name
            if "/" in name or not path.is_file():
                self.send_response(404)
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            data = self.packed.setdefault(name, gzip.compress(path.read_bytes(), 9))
            self.send_response(200)
            self.send_header("Content-Type", mimetypes.guess_type(name)[0] or "text/plain")
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *said: object) -> None:
            """Nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
