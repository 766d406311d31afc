"""Which small faults in the code no test notices: a sample of mutants, each against the tests of its line.

    python tests/mutation/run.py                         # 200 mutants of core, classroom and lessons
    python tests/mutation/run.py --folders gdviz/charts --mutants 50 --out charts.txt

Works in copies of the tree in a temporary folder. First each test file runs once, to learn which lines it
reaches and how long it takes; then each mutant meets the files that reach its line, those that import its
module first, then the quickest. Limits are of processor time, so that a busy machine changes no verdict.
"""

import argparse
import ast
import contextlib
import importlib
import json
import math
import os
import random
import resource
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
PARTS = ("gdviz", "tests", "app.py", "README.md", "pyproject.toml", ".streamlit", ".ci", "requirements.txt")
# They read the source, and would notice how it is written; or test what runs in another process.
LEFT_OUT = ("test_package.py", "test_ids.py", "test_worker.py", "test_worker_page.py", "test_hostile_page.py")
OPTIONS = ("-x", "-q", "-o", "addopts=", "-p", "no:cacheprovider", "-p", "no:xdist")
PRELOADED = ("coverage", "hypothesis", "numpy", "orjson", "PIL.Image", "plotly.graph_objects", "sympy")
LIMIT = 60  # seconds of processor time for one mutant, or thrice what its test files take; then it hangs
BUDGET = 40  # seconds that the test files of a mutant take when nothing is wrong
PATIENCE = 600  # seconds on the clock
SWAPS: dict[type, tuple[type, ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Add: (ast.Sub,),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.Div,),
    ast.Div: (ast.Mult,),
    ast.Pow: (ast.Mult,),
    ast.And: (ast.Or,),
    ast.Or: (ast.And,),
}
NAMES = {"min": "max", "max": "min", "any": "all", "all": "any", "argmin": "argmax", "argmax": "argmin"}


class Mutant(NamedTuple):
    """One fault: in ``file``, from character ``start`` to ``end`` of the source, ``new`` stands.

    ``line`` is where its statement begins, ``place`` its own line and column.
    """

    file: str
    line: int
    place: str
    start: int
    end: int
    old: str
    new: str

    def __str__(self) -> str:
        old, new = (" ".join(text.split())[:90] for text in (self.old, self.new))
        return f"{self.file}:{self.place}: {old}  →  {new}"


def changed(node: ast.AST) -> Iterator[str]:
    """What may stand in a node's place."""

    def with_(**fields: object) -> str:
        return f"({ast.unparse(type(node)(**{**dict(ast.iter_fields(node)), **fields}))})"

    match node:
        case ast.Compare(ops=[op]):
            yield from (with_(ops=[swap()]) for swap in SWAPS[type(op)])
        case ast.BinOp() | ast.BoolOp():
            yield from (with_(op=swap()) for swap in SWAPS.get(type(node.op), ()))
        case ast.UnaryOp(op=ast.Not() | ast.USub()):
            yield f"({ast.unparse(node.operand)})"
        case ast.Constant(value=bool()):
            yield repr(not node.value)
        case ast.Constant(value=int() | float() as value):
            yield from (f"({other!r})" for other in sorted({value + 1, value - 1, 2 * value} - {value}))
        case ast.Return(value=ast.expr()):
            yield "return None"
        case ast.Expr(value=ast.Call()) | ast.AugAssign() | ast.Raise() | ast.Continue() | ast.Break():
            yield "pass"
        case ast.Call(func=ast.Name(id="sorted")):
            yield f"{ast.unparse(node)}[::-1]"
        case ast.Call(func=ast.Name(id="reversed")):
            yield f"({ast.unparse(node.args[0])})"
        case ast.Name(id=name) | ast.Attribute(attr=name) if name in NAMES:
            yield with_(**{"id" if isinstance(node, ast.Name) else "attr": NAMES[name]})
        case ast.IfExp():
            yield with_(body=node.orelse, orelse=node.body)


def within(node: ast.AST, line: int = 1) -> Iterator[tuple[ast.AST, int]]:
    """A node and all that it is made of, each with the line on which its statement begins.

    But for annotations, decorators, as of caches, and f-strings, whose parts have no place of their own.
    """
    line = node.lineno if isinstance(node, ast.stmt) else line
    yield node, line
    for name, part in ast.iter_fields(node):
        if name in ("annotation", "returns", "decorator_list") or isinstance(part, ast.JoinedStr):
            continue
        for child in part if isinstance(part, list) else [part]:
            if isinstance(child, ast.AST) and not isinstance(child, ast.JoinedStr):
                yield from within(child, line)


def mutants(file: str, source: str) -> list[Mutant]:
    lines = source.splitlines(keepends=True)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))

    def place(line: int, column: int) -> int:
        return starts[line - 1] + len(lines[line - 1].encode()[:column].decode())

    found = []
    for node, line in within(ast.parse(source)):
        for new in changed(node):
            start = place(node.lineno, node.col_offset)
            end = place(node.end_lineno, node.end_col_offset)
            where = f"{node.lineno}:{node.col_offset}"
            if source[start:end] != new:
                found.append(Mutant(file, line, where, start, end, source[start:end], new))
    return found


def sample(folders: list[str], count: int, seed: int) -> list[Mutant]:
    """So many mutants, of each file as many as its size gives it.

    Each draws a lot of its own, so that where code changes the others stay drawn (Efraimidis and Spirakis
    2006, "Weighted random sampling with a reservoir").
    """
    files = sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))
    files += [ROOT / folder for folder in folders if (ROOT / folder).is_file()]
    lots: dict[Mutant, float] = {}
    for path in files:
        source = path.read_text("utf-8")
        lines = source.splitlines()
        found = mutants(str(path.relative_to(ROOT)), source)
        alike: Counter[str] = Counter()
        for mutant in found:
            line = lines[int(mutant.place.split(":")[0]) - 1].strip()
            fault = f"{seed} {mutant.file} {line} {mutant.old} {mutant.new}"
            alike[fault] += 1
            chance = random.Random(f"{fault} {alike[fault]}").random()
            lots[mutant] = math.log(chance) * len(found) / len(source)
    return sorted(lots, key=lots.__getitem__, reverse=True)[:count]


def copy(home: Path) -> Path:
    for part in filter(lambda part: (ROOT / part).exists(), PARTS):
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, home / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / part, home / part)
    return home


def ran(home: Path, work: Callable[[], int], limit: float = LIMIT) -> int | None:
    """What a process of its own in a copy of the tree comes to; None if it does not end."""
    child = os.fork()
    if child == 0:
        os.setsid()
        os.nice(10)
        resource.setrlimit(resource.RLIMIT_CPU, (int(limit), int(limit) + 5))
        os.chdir(home)
        sys.path.insert(0, str(home))
        with open(os.devnull, "w") as nothing:
            os.dup2(nothing.fileno(), 1)
            os.dup2(nothing.fileno(), 2)
        try:
            os._exit(work())
        finally:
            os._exit(70)
    end = time.monotonic() + PATIENCE
    while (status := os.waitpid(child, os.WNOHANG))[0] == 0 and time.monotonic() < end:
        time.sleep(0.05)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)  # what it started, too
    if status[0] == 0:
        os.waitpid(child, 0)
        return None
    return None if os.WIFSIGNALED(status[1]) else os.WEXITSTATUS(status[1])


def tested(files: list[str]) -> int:
    import pytest

    return int(pytest.main([*OPTIONS, *files]))


def reached(home: Path, file: str) -> dict[str, object]:
    """Which lines a test file reaches, and the processor time that it takes."""

    def work() -> int:
        import coverage

        measured = coverage.Coverage(data_file=None, source=[str(home / "gdviz")])
        measured.start()
        code = tested([file])
        measured.stop()
        data, usage = measured.get_data(), [resource.getrusage(who) for who in (0, resource.RUSAGE_CHILDREN)]
        lines = {str(Path(name).relative_to(home)): data.lines(name) for name in data.measured_files()}
        seconds = sum(use.ru_utime + use.ru_stime for use in usage)
        out.write_text(json.dumps({"lines": lines, "seconds": seconds, "code": code}), "utf-8")
        return 0

    out = home / f"{Path(file).stem}.json"
    code = ran(home, work)
    return json.loads(out.read_text("utf-8")) if code == 0 else {"lines": {}, "seconds": 0, "code": code}


def concerned(mutant: Mutant, map_of: dict[str, dict], home: Path, budget: float) -> list[str]:
    """The test files for a mutant, as many as the budget lets: its module's own first, then the quickest."""
    # A package's tests are those of each of its modules.
    modules = [Path(mutant.file).with_suffix(""), *Path(mutant.file).parents][:-1]
    named = {f"test_{module.name}.py" for module in modules}
    imported = tuple(f"from {'.'.join(module.parts)} import" for module in modules[:-1])
    here = [file for file, found in map_of.items() if mutant.line in found["lines"].get(mutant.file, ())]

    def order(file: str) -> tuple[bool, bool, float]:
        source = (home / file).read_text("utf-8")
        return Path(file).name not in named, not any(map(source.count, imported)), map_of[file]["seconds"]

    chosen, spent = [], 0.0
    for file in sorted(here, key=order):
        if not chosen or spent + map_of[file]["seconds"] <= budget:
            chosen.append(file)
            spent += map_of[file]["seconds"]
    return chosen


def verdict(home: Path, mutant: Mutant, files: list[str], limit: float) -> str:
    if not files:
        return "not reached"
    path = home / mutant.file
    source = path.read_text("utf-8")
    path.write_text(source[: mutant.start] + mutant.new + source[mutant.end :], "utf-8")
    try:
        code = ran(home, lambda: tested(files), limit)
    finally:
        path.write_text(source, "utf-8")
    return {0: "survived", None: "hangs"}.get(code, "killed")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--folders", nargs="+", default=["gdviz/core", "gdviz/classroom", "gdviz/lessons"])
    options.add_argument("--mutants", type=int, default=200)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--tests", nargs="+", default=["tests/unit", "tests/page"])
    options.add_argument("--budget", type=float, default=BUDGET)
    options.add_argument("--again", type=Path, help="only those of the sample that an --out file has")
    options.add_argument("--processes", type=int, default=2)
    options.add_argument("--out", type=Path, default=Path("mutants.txt"))
    asked = options.parse_args()
    drawn = sample(asked.folders, asked.mutants, asked.seed)
    if asked.again:
        before = asked.again.read_text("utf-8")
        drawn = [mutant for mutant in drawn if f": {mutant}\n" in before]
    files = [
        str(path.relative_to(ROOT))
        for folder in asked.tests
        for path in sorted((ROOT / folder).rglob("test_*.py"))
        if path.name not in LEFT_OUT
    ]
    # What the tests need of others is imported once, and forked; of gdviz each process imports its own copy.
    os.environ.update(OMP_NUM_THREADS="1", PYTHONDONTWRITEBYTECODE="1")
    sys.dont_write_bytecode = True
    own = (ROOT, Path(__file__).parent)
    sys.path[:] = [entry for entry in sys.path if Path(entry or ".").resolve() not in own]
    for name in ("pytest", *PRELOADED):
        importlib.import_module(name)
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(asked.processes) as pool:
        free: SimpleQueue[Path] = SimpleQueue()
        for number in range(asked.processes):
            free.put(copy(Path(folder, str(number))))

        def lent(work: Callable[..., object], *given: object) -> object:
            home = free.get()
            try:
                return work(home, *given)
            finally:
                free.put(home)

        map_of = dict(zip(files, pool.map(lambda file: lent(reached, file), files), strict=True))
        for file in [file for file, found in map_of.items() if found["code"] != 0]:
            print(f"{file} fails where nothing was changed, and is left out", flush=True)
            del map_of[file]
        seconds = sum(found["seconds"] for found in map_of.values())
        print(f"{len(files)} test files, {seconds:.0f} s", flush=True)

        def tried(mutant: Mutant) -> str:
            files = concerned(mutant, map_of, ROOT, asked.budget)
            limit = max(LIMIT, 3 * sum(map_of[file]["seconds"] for file in files))
            line = f"{lent(verdict, mutant, files, limit)}: {mutant}"
            print(line, flush=True)
            return line

        lines = list(pool.map(tried, drawn))
    killed = sum(line.startswith(("killed", "hangs")) for line in lines)
    others = sorted(line for line in lines if not line.startswith("killed"))
    lines = [f"{killed} of {len(lines)} killed", *others]
    asked.out.write_text("\n".join(lines) + "\n", "utf-8")
    print(lines[0])


if __name__ == "__main__":
    main()
