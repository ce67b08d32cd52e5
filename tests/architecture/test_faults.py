"""Sixteen faults, put one at a time into a copy of the repository; each is turned away by the fence meant for it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.architecture import crossings, logic, words
from tests.architecture.house import ROOT, House, kept_files, read_house

TOOLS = Path(sys.executable).parent
COPIED = ("lvzhi/", "tests/architecture/", "tests/__init__.py", "pyproject.toml", "docs/words.md", "docs/rooms.md")
Fence = Callable[[Path], str]


@dataclass(frozen=True)
class Fault:
    """A line in the wrong room.

    Args:
        path: the file it is put into; made where it is missing.
        line: what is added at its end, or, with ``at``, put before that text.
        fence: what must turn it away; gives its findings as text, empty where it lets the fault pass.
        says: words that the findings hold, so that nothing else was found by chance.
    """

    name: str
    path: str
    line: str
    fence: Fence
    says: str
    at: str = ""


def run(copy: Path, *command: str) -> str:
    """Output of a tool that must fail; empty where it succeeds."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(copy),
        "LVZHI_TEST": "1",
        "DJANGO_SETTINGS_MODULE": "lvzhi.config.settings",
    }
    done = subprocess.run(command, cwd=copy, env=environment, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr if done.returncode else ""


def linter(copy: Path) -> str:
    return run(copy, str(TOOLS / "lint-imports"), "--no-cache")


def check(function: Callable[[House], list[str]]) -> Fence:
    """A test of this folder, called on the copy."""
    return lambda copy: "\n".join(function(read_house(copy)))


def start(copy: Path) -> str:
    """Starting the product: declarations check themselves."""
    return run(copy, sys.executable, "-c", "import django; django.setup()")


def registry(copy: Path) -> str:
    return run(copy, sys.executable, "-m", "tests.architecture.figures")


def ruff(copy: Path) -> str:
    return run(
        copy, str(TOOLS / "ruff"), "check", "--no-cache", "--select", "TID251,B010", "lvzhi/people", "lvzhi/proposals"
    )


FAULTS = [
    Fault("lower imports upper", "lvzhi/people/queries.py", "import lvzhi.proposals.models\n", linter,
          "lvzhi.people.queries -> lvzhi.proposals.models"),
    Fault("the same inside a function", "lvzhi/people/queries.py",
          "\n\ndef later() -> None:\n    from lvzhi.proposals import models\n", linter,
          "lvzhi.people.queries -> lvzhi.proposals.models"),
    Fault("neighbour imports neighbour", "lvzhi/files/queries.py", "import lvzhi.links.models\n", linter,
          "lvzhi.files.queries -> lvzhi.links.models"),
    Fault("new unlisted room", "lvzhi/gossip/__init__.py", "", linter, "gossip"),
    Fault("unlisted file in a room", "lvzhi/proposals/helpers.py", "", linter, "helpers"),
    Fault("models imports queries", "lvzhi/people/models.py", "import lvzhi.people.queries\n", linter,
          "lvzhi.people.models -> lvzhi.people.queries"),
    Fault("foreign key upward by string", "lvzhi/people/models.py",
          'class Fan(Record):\n    of = models.ForeignKey("proposals.Proposal", models.PROTECT, related_name="+")\n',
          check(crossings.upward_relations), "points up at proposals.Proposal"),
    Fault("named reverse accessor across rooms", "lvzhi/proposals/models.py",
          'class Fan(Record):\n    of = models.ForeignKey("people.Member", models.PROTECT, related_name="proposals")\n',
          check(crossings.named_accessors), "people.Member gets an accessor from proposals"),
    Fault("another room's views imported", "lvzhi/proposals/forms.py", "import lvzhi.people.views.members\n",
          check(crossings.side_entrances), "enters people by views"),
    Fault("state assigned outside the engine", "lvzhi/proposals/queries.py",
          "\n\ndef hush(proposal: Proposal) -> None:\n    proposal.state = State.FILED\n",
          check(logic.states_assigned), "writes a state outside the engine"),
    Fault("Chinese literal in actions", "lvzhi/proposals/actions/examining.py", 'SAID = "请补充材料后再提交"\n',
          check(words.chinese_in_logic), "请补充材料后再提交"),
    Fault("url upward in a template", "lvzhi/people/templates/people/member.html", "{% url 'proposals:list' %}\n",
          check(crossings.upward_links), "links up to proposals"),
    Fault("unreachable state", "lvzhi/proposals/vocabulary/states.py", '    LOST = "lost", "遗失"\n', start,
          "BrokenWorkflow",
          at='    DRAFT = "draft"'),
    Fault("metric column that does not exist", "lvzhi/people/metrics/rosters.py",
          '    Column("shoe_size", "x"),\n', registry, "no column shoe_size", at='    _column("number"),'),
    Fault("apps.get_model upward", "lvzhi/people/queries.py",
          'from django.apps import apps as known\n\nX = known.get_model("proposals.Proposal")\n', ruff, "TID251"),
    Fault("setattr of a state", "lvzhi/proposals/queries.py",
          '\n\ndef hush(proposal: Proposal) -> None:\n    setattr(proposal, "state", State.FILED)\n', ruff, "B010"),
]  # fmt: skip


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the fences look at, as it stands now."""
    target = tmp_path_factory.mktemp("house")
    for path in kept_files():
        name = path.relative_to(ROOT).as_posix()
        if name.startswith(COPIED):
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target / name)
    return target


@pytest.fixture
def broken(copy: Path, request: pytest.FixtureRequest) -> Iterator[tuple[Path, Fault]]:
    """The copy with one fault in it, taken out again afterwards."""
    fault: Fault = request.param
    path = copy / fault.path
    before = path.read_text(encoding="utf-8") if path.exists() else None
    path.parent.mkdir(parents=True, exist_ok=True)
    if fault.at:
        assert before is not None
        assert fault.at in before
        path.write_text(before.replace(fault.at, fault.line + fault.at, 1), encoding="utf-8")
    else:
        path.write_text((before or "") + fault.line, encoding="utf-8")
    yield copy, fault
    if before is not None:
        path.write_text(before, encoding="utf-8")
    elif path.name == "__init__.py":
        shutil.rmtree(path.parent)
    else:
        path.unlink()


def test_there_are_sixteen() -> None:
    assert len({fault.name for fault in FAULTS}) == 16


def test_the_copy_starts_before_a_fault(copy: Path) -> None:
    assert start(copy) == ""


@pytest.mark.parametrize("broken", FAULTS, indirect=True, ids=lambda fault: fault.name)
def test_is_turned_away(broken: tuple[Path, Fault]) -> None:
    copy, fault = broken
    assert fault.says in fault.fence(copy)


@pytest.mark.parametrize("broken", [FAULTS[14], FAULTS[15]], indirect=True, ids=lambda fault: fault.name)
def test_lookups_and_setattr_are_seen_by_the_house_too(broken: tuple[Path, Fault]) -> None:
    copy, _ = broken
    assert check(crossings.upward_lookups)(copy) + check(logic.states_assigned)(copy) != ""
