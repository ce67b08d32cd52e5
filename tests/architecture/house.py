"""The source as the checks see it: files with room, kind and syntax tree; the floors as pyproject.toml has them."""

from __future__ import annotations

import ast
import subprocess
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parents[2]
SKIPPED = {".git", ".venv", ".tools", "node_modules", "var", "static-root", "__pycache__", ".hypothesis", "front"}

# Rooms of record are entered by these files only; docs/rooms.md says what each holds.
RECORD_DOORS = frozenset({"vocabulary", "models", "queries", "rules", "actions", "metrics", "workflow"})

parse: Callable[[str], ast.Module] = lru_cache(maxsize=None)(ast.parse)


@cache
def walked(text: str) -> tuple[ast.AST, ...]:
    """All nodes of a file; unchanged files of a copy are walked once."""
    return tuple(ast.walk(parse(text)))


@dataclass(frozen=True)
class Source:
    """One file of the package.

    Args:
        path: from the repository's root, with slashes.
    """

    path: str
    text: str

    @cached_property
    def parts(self) -> tuple[str, ...]:
        return PurePosixPath(self.path).parts

    @cached_property
    def room(self) -> str:
        """The package below lvzhi, or '' outside it."""
        return self.parts[1] if len(self.parts) > 2 and self.parts[0] == "lvzhi" else ""

    @cached_property
    def kind(self) -> str:
        """The file or folder directly in the room that this belongs to: views, actions, templates."""
        return PurePosixPath(self.parts[2]).stem if len(self.parts) > 2 else ""

    @cached_property
    def is_product(self) -> bool:
        """Python of the package that is neither test nor migration."""
        return self.path.endswith(".py") and bool(self.room) and not {"tests", "migrations"} & set(self.parts)

    @property
    def tree(self) -> ast.Module:
        return parse(self.text)

    @property
    def nodes(self) -> tuple[ast.AST, ...]:
        """Every node of the syntax tree."""
        return walked(self.text)

    def at(self, node: ast.AST) -> str:
        return f"{self.path}:{getattr(node, 'lineno', 0)}"


@dataclass(frozen=True)
class House:
    """All files, and the order of the floors.

    Args:
        floors: rooms of one floor together, the lowest floor first.
    """

    sources: tuple[Source, ...]
    floors: tuple[frozenset[str], ...]
    _level: dict[str, int] = field(default_factory=dict, compare=False, repr=False)
    models: dict[str, str] = field(default_factory=dict, compare=False, repr=False)  # model class → room
    modules: dict[str, set[str]] = field(
        default_factory=dict, compare=False, repr=False
    )  # room → its files and folders

    def __post_init__(self) -> None:
        self._level.update({room: level for level, rooms in enumerate(self.floors) for room in rooms})
        for source in self.product:
            self.modules.setdefault(source.room, set()).add(source.kind)
            if source.kind == "models":
                self.models.update(
                    {node.name: source.room for node in source.tree.body if isinstance(node, ast.ClassDef)}
                )

    @property
    def product(self) -> Iterator[Source]:
        return (source for source in self.sources if source.is_product)

    @property
    def templates(self) -> Iterator[Source]:
        return (source for source in self.sources if source.path.endswith(".html") and "tests" not in source.parts)

    @property
    def rooms(self) -> frozenset[str]:
        """Rooms that are built."""
        return frozenset(self.modules)

    def may_know(self, room: str, other: str) -> bool:
        """Whether ``other`` lies on a lower floor than ``room``, or is the same room."""
        return room == other or (
            room in self._level and other in self._level and self._level[other] < self._level[room]
        )


def floors_of(pyproject: str) -> tuple[frozenset[str], ...]:
    """The floors of contract ``rooms``, lowest first, parentheses taken off."""
    contracts = tomllib.loads(pyproject)["tool"]["importlinter"]["contracts"]
    layers = next(one["layers"] for one in contracts if one["id"] == "rooms")
    return tuple(frozenset(name.strip(" ()") for name in layer.split("|")) for layer in reversed(layers))


def inside_of(pyproject: str) -> list[str]:
    """The files a room of record may have, from contract ``inside``."""
    contracts = tomllib.loads(pyproject)["tool"]["importlinter"]["contracts"]
    contract = next(one for one in contracts if one["id"] == "inside")
    return [name.strip(" ()") for layer in contract["layers"] for name in layer.split("|")]


def records_of(pyproject: str) -> frozenset[str]:
    """The rooms of record: the containers of contract ``inside``."""
    contracts = tomllib.loads(pyproject)["tool"]["importlinter"]["contracts"]
    contract = next(one for one in contracts if one["id"] == "inside")
    return frozenset(name.removeprefix("lvzhi.") for name in contract["containers"])


def read_house(root: Path = ROOT) -> House:
    """The house as it stands on disk under ``root``."""
    wanted = {".py", ".html"}
    sources = tuple(
        Source(path.relative_to(root).as_posix(), path.read_text(encoding="utf-8"))
        for path in sorted((root / "lvzhi").rglob("*"))
        if path.suffix in wanted and path.is_file()
    )
    return House(sources, floors_of((root / "pyproject.toml").read_text(encoding="utf-8")))


def sample(files: Mapping[str, str]) -> House:
    """A small house for showing that a check can fail, on the floors of this one."""
    floors = floors_of((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return House(tuple(Source(path, text) for path, text in files.items()), floors)


@lru_cache(maxsize=1)
def here() -> House:
    """This repository's house, read once."""
    return read_house()


def kept_files(root: Path = ROOT) -> list[Path]:
    """Files of the repository: what git keeps or would keep; all files where there is no git."""
    try:
        listed = (
            subprocess.run(
                ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
                cwd=root,
                capture_output=True,
                check=True,
            )
            .stdout.decode("utf-8")
            .split("\0")
        )
        found = [root / name for name in listed if name]
    except (OSError, subprocess.CalledProcessError):
        found = [path for path in root.rglob("*") if not SKIPPED & set(path.relative_to(root).parts)]
    return sorted(path for path in found if path.is_file() and not path.is_symlink())


def imports(source: Source) -> Iterator[tuple[ast.stmt, str]]:
    """Every import as a dotted name, ``from a import b`` as ``a.b``; function bodies and type-checking blocks too."""
    package = list(source.parts[:-1])
    for node in source.nodes:
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            start = ".".join([*base, *([node.module] if node.module else [])])
            yield from ((node, f"{start}.{alias.name}") for alias in node.names)


def called(node: ast.AST) -> str:
    """The last word of what a call calls: ``ForeignKey`` of ``models.ForeignKey(…)``."""
    func = node.func if isinstance(node, ast.Call) else None
    return func.attr if isinstance(func, ast.Attribute) else func.id if isinstance(func, ast.Name) else ""


def keyword(node: ast.Call, name: str) -> ast.expr | None:
    """The value given to a keyword."""
    return next((one.value for one in node.keywords if one.arg == name), None)


def text_of(node: ast.AST | None) -> str | None:
    """A constant string's value."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None
