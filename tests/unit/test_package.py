"""The shape of the package: what imports what, and the README's word on it."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

from gdviz.settings import PRESETS, Settings

ROOT = Path(__file__).parents[2]
# Imports run one way: a module may import those above it.
LAYERS = [
    {"numbers", "worker"},
    {"equations", "clicks"},
    {"formula.grammar", "formula.functions"},
    {"formula.parser", "formula.derivatives", "formula.evaluation"},
    {"formula.reader", "formula.typesetting"},
    {"formula"},
    {"losses"},
    {"critical_points.point", "critical_points.intervals"},
    {"critical_points.boxes", "critical_points.shape"},
    {"critical_points.curve", "critical_points.landscape"},
    {"critical_points"},
    {"optimizers", "thresholds"},
    {"descent"},
    {"diagnosis"},
    {"ranking"},
    {"network"},
    {"datasets", "chain", "cost"},
    {"training"},
    {"missions"},
    {"settings"},
    {"texts"},
    {"export.script", "export.table"},
    {"figures.ink", "figures.scene", "figures.graph"},
    {"figures.plane"},
    {"figures.curve", "figures.landscape", "figures.loss_by_step", "figures.ruler", "figures.words"},
    {"figures.cuts", "figures.fit", "figures.race", "figures.surface"},
    {"figures.answer", "figures.cost", "figures.depth", "figures.learning", "figures.weight"},
    {"figures.worked"},
    {"figures.player"},
    {"figures.network"},
    {"export.worksheet", "export.animation"},
    {"lesson"},
]


def test_importing_the_core_does_not_import_streamlit():
    modules = [".".join(p.relative_to(ROOT).with_suffix("").parts) for p in (ROOT / "gdviz").rglob("*.py")]
    script = f"import sys, importlib; [importlib.import_module(m) for m in {modules!r}]; "
    script += "assert 'streamlit' not in sys.modules"
    subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=True)


def test_imports_run_one_way():
    above: set[str] = set()
    for layer in LAYERS:
        for name in layer:
            path = ROOT / "gdviz" / Path(*name.split("."))
            source = (path / "__init__.py" if path.is_dir() else path.with_suffix(".py")).read_text("utf-8")
            assert imported(ast.parse(source)) <= above, name
        above |= layer
    files = (ROOT / "gdviz").rglob("*.py")
    assert above == {module(path) for path in files} - {"", "figures", "export"}


def module(path):
    return (
        ".".join(path.relative_to(ROOT / "gdviz").with_suffix("").parts).removesuffix("__init__").strip(".")
    )


def imported(tree):
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("gdviz"):
            base = node.module.removeprefix("gdviz").strip(".")
            names = [f"{base}.{alias.name}".strip(".") for alias in node.names]
            found |= {name if path_of(name).exists() else base for name in names}
    return found


def path_of(name):
    return (ROOT / "gdviz" / Path(*name.split("."))).with_suffix(".py")


def test_nothing_is_evaluated():
    for path in (ROOT / "gdviz").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id not in ("eval", "exec", "sympify", "parse_expr", "compile"), path


def test_the_readme_names_every_field_of_a_link():
    readme = (ROOT / "README.md").read_text("utf-8")
    fields = re.findall(r"^\| `(\w+)` \|", readme, re.MULTILINE)
    links = (
        {"loss": "round", "opt": "adam", "race": "gd:0.1"},
        {"formula": "W^2", "mission": "slow", "hide": "eta", "q": "?"},
        {"lesson": "network", "opt": "adam"},
    )
    written = [field for link in links for field in Settings.from_query(link)[0].to_query()]
    assert set(fields) == set(written)
    assert len(fields) == len(set(fields))


def test_the_readme_gives_a_reason_for_every_dependency():
    readme = (ROOT / "README.md").read_text("utf-8")
    wanted = re.findall(r"^[a-z]+", (ROOT / "requirements.txt").read_text(), re.MULTILINE)
    assert re.findall(r"^\| \[(\w+)\]", readme, re.MULTILINE) == wanted


def test_the_readme_s_link_works():
    readme = (ROOT / "README.md").read_text("utf-8")
    for query in re.findall(r"\?([\w=&.,-]+)`", readme):
        settings, notices = Settings.from_query(dict(part.split("=") for part in query.split("&")))
        assert not notices
        assert settings != Settings()


def test_presets_are_all_different():
    assert len({Settings.from_query(preset)[0] for preset in PRESETS.values()}) == len(PRESETS)


def test_the_top_level_holds_nothing_else():
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    allowed = {"app.py", "gdviz", "tests", "requirements.txt", "README.md", "LICENSE", ".streamlit"}
    allowed |= {"pyproject.toml", ".ci", ".gitignore"}
    assert {line.split("/")[0] for line in listed.stdout.split()} <= allowed
    tomllib.loads((ROOT / "pyproject.toml").read_text())
