"""The shape of the package: what imports what, and the README's word on it."""

import ast
import re
import subprocess
import sys
import tomllib
from graphlib import TopologicalSorter
from pathlib import Path

from gdviz.link.fields import documented
from gdviz.link.presets import PRESETS
from gdviz.link.settings import Settings

ROOT = Path(__file__).parents[2]
# Imports run one way: a module may import those above it.
ROOMS = ["core", "network", "texts", "classroom", "link", "charts", "player", "export", "lessons", "web"]
# Two methods of the library say and draw numbers: they import what does it when they are called.
LAZY = {
    "core.diagnosis": {"charts.sentences", "texts"},
    "core.descent": {"charts.plot"},
}
# Of the last one, what the worker needs, too: no page.
PAGELESS = {"worker.py", "slices.py", "clicks.py", "tasks.py"}


def test_importing_the_library_does_not_import_streamlit():
    files = [
        path
        for path in (ROOT / "gdviz").rglob("*.py")
        if "web" not in path.relative_to(ROOT).parts or path.name in PAGELESS
    ]
    modules = [".".join(path.relative_to(ROOT).with_suffix("").parts) for path in files]
    script = f"import sys, importlib; [importlib.import_module(m) for m in {modules!r}]; "
    script += "assert 'streamlit' not in sys.modules"
    subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=True)


def test_imports_run_one_way():
    """A room imports what stands before it, and within a room modules import each other in no circle."""
    imports = {module(path): imported(path) for path in (ROOT / "gdviz").rglob("*.py")}
    assert {name.split(".")[0] for name in imports} - {""} == set(ROOMS)
    for name, needed in imports.items():
        for other in needed - LAZY.get(name, set()) if name else ():
            assert ROOMS.index(other.split(".")[0]) <= ROOMS.index(name.split(".")[0]), (name, other)
    TopologicalSorter({name: needed - LAZY.get(name, set()) for name, needed in imports.items()}).prepare()


def module(path):
    return (
        ".".join(path.relative_to(ROOT / "gdviz").with_suffix("").parts).removesuffix("__init__").strip(".")
    )


def _is_for_types(node):
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def imported(path):
    found, tree = set(), ast.parse(path.read_text("utf-8"))
    # What is imported for its type alone is not there when the program runs.
    types = {id(node) for block in ast.walk(tree) if _is_for_types(block) for node in ast.walk(block)}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and id(node) in types:
            continue
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("gdviz"):
            base = node.module.removeprefix("gdviz").strip(".")
            names = [f"{base}.{alias.name}".strip(".") for alias in node.names]
            found |= {
                name if (ROOT / "gdviz" / Path(*name.split("."))).with_suffix(".py").exists() else base
                for name in names
            }
    return found


def test_nothing_is_evaluated():
    for path in (ROOT / "gdviz").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id not in ("eval", "exec", "sympify", "parse_expr", "compile"), path


def test_the_readme_documents_the_fields_of_a_link_as_they_are():
    readme = (ROOT / "README.md").read_text("utf-8")
    missing = [row for row in documented().splitlines() if row not in readme]
    assert not missing, "README.md has no such rows:\n" + "\n".join(missing)
    assert documented() in readme


def test_the_readme_gives_a_reason_for_every_dependency():
    readme = (ROOT / "README.md").read_text("utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    extras = project["optional-dependencies"]
    wanted = [re.match(r"\w+", name)[0] for name in project["dependencies"] + extras["plot"] + extras["page"]]
    reasons = re.findall(r"^\| \[(\w+)\]", readme, re.MULTILINE)
    assert sorted(reasons) == sorted({*wanted} - {"gdviz"})
    for name in extras["tests"][1:]:
        assert re.match(r"[\w-]+", name)[0] in readme


def test_the_versions_of_packages_stand_in_one_place():
    for name, extra in (("requirements.txt", "page"), ("tests/requirements.txt", "tests")):
        lines = [line for line in (ROOT / name).read_text().splitlines() if not line.startswith("#")]
        assert lines == [f"-e .[{extra}]"]


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
    allowed |= {
        "pyproject.toml",
        ".ci",
        ".gitignore",
        ".pre-commit-config.yaml",
        "package.json",
        "package-lock.json",
        ".npmrc",
    }
    assert {line.split("/")[0] for line in listed.stdout.split()} <= allowed
    tomllib.loads((ROOT / "pyproject.toml").read_text())


def test_the_map_of_the_house_is_true():
    text = (ROOT / "gdviz" / "README.md").read_text("utf-8")
    assert re.findall(r"^\| `(\w+)/` \|", text, re.MULTILINE) == ROOMS
    code = "\n".join(path.read_text("utf-8") for path in [ROOT / "app.py", *(ROOT / "gdviz").rglob("*.py")])
    for name in re.findall(r"`([^`\s]+)`", text):
        if "{" in name:
            continue  # a template
        if "/" in name or name.endswith(".py"):
            assert any((home / name).exists() for home in (ROOT, ROOT / "gdviz")), name
        else:
            last = re.escape(name.split("(")[0].split(".")[-1])
            assert re.search(rf"\b(def|class) {last}\b|^\s*{last}\b.*[:=]", code, re.MULTILINE), name
