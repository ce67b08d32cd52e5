"""Nothing of the published summaries, no other host, no machine's path stands in the repository."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

import pytest

from tests.architecture.house import ROOT, kept_files

SEEDS = ROOT.parent / "shared" / "seeds"
ALLOWED = "lvzhi/demo/"
LENGTH = 12  # characters of a run of prose that no two texts share by chance
PROSE = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]+")


def apart(text: str) -> str:
    """Text that this file must not hold in one piece."""
    return text.replace("·", "")


NAMED = re.compile("|".join(map(apart, ("商·州区", "碧·江区", "贵·州省政协", "乌·当区", "新·建区政协"))))
PICTURES = {
    ".png",
    ".jpg",
    ".jpeg",
    ".gif",
    ".webp",
    ".ico",
    ".woff",
    ".woff2",
    ".docx",
    ".xlsx",
    ".xls",
    ".pdf",
    ".zip",
}
HOSTS = re.compile(
    r"https?://[^\s\"'<>]*?(pypi|npmjs|npmmirror|artifactory|nexus|registry|mirror|devpi|proxy)[^\s\"'<>]*",
    re.IGNORECASE,
)
PUBLIC = re.compile(apart(r"^https:·//(registry\.npmjs\.org|pypi\.org|files\.pythonhosted\.org)/"))
MACHINE = re.compile(r"(?<![\w./$~}-])/(?:work|root|home/[a-z]\w*|Users/[a-zA-Z]\w*|mnt|tmp/[a-z]\w*)/[\w.-]+")


@lru_cache(maxsize=1)
def texts() -> tuple[tuple[str, str], ...]:
    """Path and text of every kept file that is text."""
    found = []
    for path in kept_files():
        if path.suffix.lower() not in PICTURES:
            try:
                found.append((path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")))
            except UnicodeDecodeError:
                continue
    return tuple(found)


def runs(text: str) -> Iterator[str]:
    """Every run of ``LENGTH`` Chinese characters."""
    for part in PROSE.findall(unicodedata.normalize("NFKC", text)):
        yield from (part[start : start + LENGTH] for start in range(len(part) - LENGTH + 1))


@lru_cache(maxsize=1)
def prose() -> frozenset[str]:
    """Runs of the summaries, without those that two of them share; skipped visibly where there are none."""
    files = sorted(SEEDS.glob("*.txt"))
    if not files:
        pytest.skip("the published summaries are not beside this repository")
    known = [frozenset(runs(path.read_text(encoding="utf-8", errors="ignore"))) for path in files]
    common = {run for number, own in enumerate(known) for other in known[:number] for run in own & other}
    return frozenset().union(*known) - common


def quoted(files: tuple[tuple[str, str], ...]) -> list[str]:
    """Files that hold a run of a summary's prose, with the run."""
    return [
        f"{path}: {run}"
        for path, text in files
        if not path.startswith(ALLOWED)
        for run in dict.fromkeys(runs(text))
        if run in prose()
    ]


def matches(pattern: re.Pattern[str], files: tuple[tuple[str, str], ...]) -> list[str]:
    """Files in which the pattern stands."""
    return [
        f"{path}: {found.group()}"
        for path, text in files
        if not path.startswith(ALLOWED)
        for found in pattern.finditer(text)
    ]


def strangers(files: tuple[tuple[str, str], ...]) -> list[str]:
    """Addresses of package hosts other than the public ones that a lock file of everybody names."""
    return [
        f"{path}: {found.group()}"
        for path, text in files
        for found in HOSTS.finditer(text)
        if not (path.endswith("lock.json") and PUBLIC.match(found.group()))
    ]


def test_no_sentence_of_a_summary_stands_here() -> None:
    assert quoted(texts()) == []


def test_no_committee_of_a_summary_is_named() -> None:
    assert matches(NAMED, texts()) == []


def test_no_file_names_a_package_host() -> None:
    assert strangers(texts()) == []


def test_no_file_names_a_machine_path() -> None:
    assert matches(MACHINE, texts()) == []


def test_quoting_can_fail() -> None:
    run = min(prose())
    assert quoted((("docs/x.md", f"他说{run}。"),)) != []
    assert quoted((("lvzhi/demo/texts.py", run),)) == []


@pytest.mark.parametrize(
    ("pattern", "text"), [(NAMED, "乌·当区政协"), (MACHINE, "see /ro·ot/thing"), (MACHINE, "open('/ho·me/somebody/x')")]
)
def test_patterns_can_fail(pattern: re.Pattern[str], text: str) -> None:
    assert len(matches(pattern, (("docs/x.md", apart(text)),))) == 1


def test_hosts_can_fail() -> None:
    inner, public = apart("https:·//nexus.example.org/simple"), apart("https:·//pypi.org/simple/x")
    assert len(strangers((("package-lock.json", inner), ("dev", public)))) == 2
    assert strangers((("package-lock.json", public),)) == []


def test_paths_that_are_no_machine_s() -> None:
    assert matches(MACHINE, (("x", "sqlite:////abs/path, $HOME/x, ./tmp, /work, url /inbox/mine"),)) == []


def test_the_seeds_are_read_from_beside_the_repository() -> None:
    assert Path("..") / "shared" / "seeds" == Path("..", *SEEDS.parts[-2:])


def published_numbers(folder: Path) -> set[int]:
    """The exact numbers of the summaries that nobody would write by chance: of three digits or more, not round."""
    found = set()
    for labels in sorted((folder / "gold").glob("*.jsonl")):
        for line in labels.read_text(encoding="utf-8").splitlines():
            claim = json.loads(line)
            value = claim["value"]
            if claim["qualifier"] == "exact" and value >= 100 and value % 10:
                found.add(int(value))
    return found


def numbers_standing(numbers: set[int], files: Iterable[tuple[str, str]]) -> list[str]:
    """Where such a number stands outside the generator."""
    wanted = re.compile(r"(?<![\w.,-])(" + "|".join(map(str, sorted(numbers))) + r")(?![\w.,%-]|\.\d)")
    locks = {"package-lock.json", "requirements.lock"}
    return [
        f"{path}: {match[0]}"
        for path, text in files
        if not path.startswith(ALLOWED) and path not in locks and not path.endswith(".svg")
        for match in wanted.finditer(text)
    ]


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the folder of published summaries does not stand beside this checkout")
def test_no_number_of_the_summaries_stands_outside_the_generator() -> None:
    numbers = published_numbers(SEEDS)
    assert len(numbers) > 3
    assert numbers_standing(numbers, texts()) == []
    sample = min(numbers)
    assert numbers_standing(numbers, [("lvzhi/reports/x.py", f"if value == {sample}:")]) != []
