"""The documents say what the product does, all of it, and their links lead somewhere."""

from __future__ import annotations

import argparse
import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.urls import URLResolver, get_resolver

from lvzhi.config import command, environment
from lvzhi.demo.logins import PASSWORD, WAYS
from tests.demo_site import ROOT
from tools.pages import PAGES

READMES = ("README.md", "README.zh-CN.md")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PACKAGE = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
NOT_OURS = {".venv", ".tools", "node_modules", "static-root", "front", "var", ".git"}
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
VARIABLE = re.compile(r"\b(LVZHI_[A-Z_]+|DATABASE_URL)\b")
OWN_USE = {"LVZHI_TEST", "LVZHI_TEST_DEMO", "LVZHI_TEST_PEAK", "LVZHI_TEST_FUZZ", "LVZHI_PG"}


def words_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def markdown() -> list[Path]:
    return [path for path in sorted(ROOT.rglob("*.md")) if not NOT_OURS & set(path.relative_to(ROOT).parts)]


def subcommands() -> dict[str, argparse.ArgumentParser]:
    parser = command._parser()
    found = next(action for action in parser._actions if isinstance(action, argparse._SubParsersAction))
    return dict(found.choices)


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize("readme", READMES)
def test_readme_names_every_login(readme: str) -> None:
    text = words_of(readme)
    assert [login for login, *_ in WAYS if f"| `{login}` |" not in text] == []
    assert f"`{PASSWORD}`" in text


@pytest.mark.parametrize("readme", READMES)
def test_readme_names_every_command_with_its_options(readme: str) -> None:
    rows = [line for line in words_of(readme).splitlines() if line.startswith("| `lvzhi ")]
    lines = {row.split("`")[1].split()[1]: row for row in rows}
    assert lines.keys() == subcommands().keys()
    for name, parser in subcommands().items():
        if name in {"init", "check", "report"}:  # said in words, or shared with figures
            continue
        options = {one for action in parser._actions for one in action.option_strings if one.startswith("--")}
        assert {one for one in options - {"--help"} if one not in lines[name]} == set(), name


@pytest.mark.parametrize("readme", READMES)
def test_readme_names_every_verb_of_dev(readme: str) -> None:
    verbs = re.findall(r"^  ([a-z]+)\)", words_of("dev"), flags=re.MULTILINE)
    assert "demo" in verbs
    assert [verb for verb in verbs if f"./dev {verb}" not in words_of(readme)] == []


@pytest.mark.parametrize("readme", READMES)
def test_readme_has_a_place_for_every_room(readme: str) -> None:
    text = words_of(readme)
    rooms = [path.name for path in (ROOT / "lvzhi").iterdir() if (path / "__init__.py").exists()]
    assert [room for room in rooms if not re.search(rf"\b{room}\b", text)] == []


@pytest.mark.parametrize("document", [*READMES, "docs/for-operators/4-environment.md"])
def test_every_variable_read_is_explained(document: str) -> None:
    sources = [ROOT / "lvzhi/config/settings.py", Path(environment.__file__), ROOT / "lvzhi/journal/secrets.py"]
    read = {one for path in sources for one in re.findall(r'"(LVZHI_[A-Z_]+|DATABASE_URL)"', path.read_text("utf-8"))}
    said = set(VARIABLE.findall(words_of(document)))
    assert "LVZHI_HOSTS" in read
    assert read - OWN_USE - said == set()
    assert said - read - OWN_USE - {"LVZHI_TEST_POSTGRES"} == set()


def test_both_readmes_have_the_same_shape() -> None:
    english, chinese = (words_of(readme) for readme in READMES)
    for pattern in (r"(?m)^## ", r"(?m)^\| ", r"(?m)^\d\. ", r"(?m)^```"):
        assert len(re.findall(pattern, english)) == len(re.findall(pattern, chinese)), pattern
    assert set(LINK.findall(english)) - {"README.zh-CN.md"} == set(LINK.findall(chinese)) - {"README.md"}


def test_changelog_opens_with_the_version_of_the_project() -> None:
    newest = re.search(r"^## (\S+)", words_of("CHANGELOG.md"), flags=re.MULTILINE)
    assert newest is not None
    assert newest[1] == PROJECT["project"]["version"] == PACKAGE["version"]
    assert f"To {newest[1]}" in words_of("UPGRADING.md")


def test_every_dependency_is_argued_for_and_nothing_else() -> None:
    groups = PROJECT["dependency-groups"]
    wanted = [*PROJECT["project"]["dependencies"], *(line for group in groups.values() for line in group)]
    python = {canonical(re.split(r"[\[<>=!~; ]", line)[0]) for line in wanted}
    front = {name.lower() for name in (*PACKAGE["dependencies"], *PACKAGE["devDependencies"])}
    lines = [line.strip("| ") for line in words_of("docs/dependencies.md").splitlines() if line.startswith("| ")]
    rows = [line.split(" | ") for line in lines if not line.startswith("package ")]
    listed = [row[0].lower() if row[0].lower() in front else canonical(row[0]) for row in rows]
    assert sorted(listed) == sorted(python | front)
    assert [row for row in rows if len(row) != 4 or not all(cell.strip() for cell in row)] == []


@pytest.mark.parametrize("path", markdown(), ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(path: Path) -> None:
    targets = [one.split("#")[0] for one in LINK.findall(path.read_text("utf-8")) if "://" not in one]
    assert [one for one in targets if one and not (path.parent / one).exists()] == []


def test_decisions_are_numbered_and_listed() -> None:
    folder = ROOT / "docs" / "decisions"
    files = sorted(path.name for path in folder.glob("0*.md"))
    numbers = [int(name[:4]) for name in files]
    assert len(set(numbers)) == len(numbers)  # a number given to work that has not landed yet leaves a gap
    assert [name for name in files if f"({name})" not in (folder / "README.md").read_text("utf-8")] == []


def test_pictures_are_small_and_shown() -> None:
    shown = words_of("README.md")
    for path in (ROOT / "docs" / "pictures").iterdir():
        assert path.stat().st_size <= 200_000, path.name
        assert f"docs/pictures/{path.name}" in shown, path.name


def test_pages_looked_at_have_names_of_their_own() -> None:
    from tools.pages import PAGES

    names = [page.name for page in PAGES]
    assert len(names) == len(set(names))
    assert {page.who for page in PAGES} - {""} == {login for login, *_ in WAYS}


def test_each_picture_is_one_that_the_script_takes_and_each_it_takes_is_there() -> None:
    taken = {page.picture for page in PAGES if page.keep}
    assert {path.name for path in (ROOT / "docs" / "pictures").iterdir()} == taken
    assert {page.url for page in PAGES if page.keep} <= set(_addresses(get_resolver().url_patterns))


def _addresses(patterns: Any, space: str = "") -> Iterator[str]:
    """Names of all addresses."""
    for one in patterns:
        if isinstance(one, URLResolver):
            yield from _addresses(one.url_patterns, f"{space}{one.namespace}:" if one.namespace else space)
        elif one.name:
            yield space + one.name
