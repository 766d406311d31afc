"""Builds the wheel, installs it without the page where nothing else is, and runs the README's example there.

python tests/wheel.py
"""

import re
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).parents[1]
# What the files beside the code are there for, and that the page is not.
CHECKS = """
import importlib.util, sys
from importlib.resources import files
import gdviz as gd
from gdviz.player import assets
assert str(ROOT) not in gd.__file__ and not any(str(ROOT) in place for place in sys.path)
assert importlib.util.find_spec("streamlit") is None
assert files("gdviz").joinpath("py.typed").is_file() and assets.code() and assets.style()
path = gd.descend(gd.loss("W^2 + 4"), gd.OPTIMIZERS["gd"](0.1), 5, 3)
assert gd.diagnose(path).sentence("ja")
"""
# Without an extra there are the numbers and the words.
CORE = """
import gdviz as gd
path = gd.descend(gd.loss("W^2 + 4"), gd.OPTIMIZERS["gd"](0.1), 5, 30)
assert gd.diagnose(path).sentence("ja") and gd.worked_step(path, 0) and path._repr_html_() is None
try:
    gd.plot(path)
except ImportError as error:
    assert "gdviz[plot]" in str(error)
else:
    raise AssertionError("plotly is there")
"""


def example() -> str:
    """The README's example for a notebook."""
    [code] = re.findall(r"^```python\n(.*?)^```$", (ROOT / "README.md").read_text("utf-8"), re.M | re.S)
    return code


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, ROOT)
        [wheel] = home.glob("gdviz-*.whl")
        venv.create(home / "environment", with_pip=True)
        python = home / "environment" / "bin" / "python"
        run(python, "-m", "pip", "install", "--quiet", wheel)
        run(python, "-I", "-c", CORE, cwd=home)
        run(python, "-m", "pip", "install", "--quiet", f"{wheel}[plot]")
        run(python, "-I", "-c", f"ROOT = {str(ROOT)!r}\n{CHECKS}", cwd=home)
        run(python, "-I", "-c", example(), cwd=home)
        for name in ("run.html", "race.html"):
            assert (home / name).stat().st_size > 1e6, name
        print(f"{wheel.name}, {wheel.stat().st_size / 1e6:.2f} MB: installed, imported, and the example ran")


def run(*command: object, cwd: Path = ROOT) -> None:
    subprocess.run([str(part) for part in command], cwd=cwd, check=True)


if __name__ == "__main__":
    main()
