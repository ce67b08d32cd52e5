"""docs/words.md from the code: every identifier of the domain beside its Chinese word.

`python -m tests.architecture.wordbook` writes the file anew and keeps what stands in the last column, where the word
comes from; the test holds the file against the code, so it is run whenever a word is added.
"""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pkgutil import walk_packages

from tests.architecture.house import ROOT, read_house

FILE = ROOT / "docs" / "words.md"
CHINESE = re.compile("[\u4e00-\u9fff]")
RULE = re.compile(r"R\d+\.\d+")
ROW = re.compile(r"^\| `([^`]+)` \| (.*?) \| (.*?) \|$")
HEAD = """# Words 词汇对照

Every English identifier of the domain beside its Chinese word, and where the word comes from: a working rule (R…), a
regulation, or the house itself. Kept by `python -m tests.architecture.wordbook`; a test holds it complete.
"""
# Rooms without an app carry no Chinese name of their own; rooms to come have one already.
ROOMS = {
    "access": "权限", "deadlines": "期限推算", "exchange": "文件导入导出", "claims": "数字陈述识读", "config": "装配",
    "api": "接口", "portal": "公开网站", "relay": "上下联动", "turnover": "换届", "evaluation": "考核",
    "appraisal": "机关考核", "easing": "减负自查",
    "dossier": "履职档案", "ledger": "问题台账", "opinions": "社情民意", "activities": "会议与活动", "projects": "项目",
    "party": "党建", "publications": "文史与宣传", "regulations": "制度与请示报告", "contacts": "联系网络",
    "honours": "荣誉",
    "board": "数据看板",
    "tenure": "委员变动", "ballots": "无记名测评", "search": "检索", "jobs": "后台作业", "assurance": "等保自查",
}  # fmt: skip


@dataclass(frozen=True)
class Word:
    """One row: identifier, Chinese, and the source as far as the code names one."""

    part: str
    key: str
    chinese: str
    source: str = ""


def words() -> list[Word]:
    """All rows in printing order. Django must be set up."""
    return [*rooms(), *models(), *choices(), *steps(), *figures(), *norms()]


def rooms() -> Iterator[Word]:
    from django.apps import apps

    house = read_house()
    named = {
        one.name.removeprefix("lvzhi."): str(one.verbose_name)
        for one in apps.get_app_configs()
        if one.name.startswith("lvzhi.")
    }
    for floor in reversed(house.floors):
        for room in sorted(floor):
            yield Word("Rooms 房间", room, named.get(room) or ROOMS.get(room, ""), "docs/rooms.md")


def models() -> Iterator[Word]:
    from django.apps import apps

    for model in apps.get_models():
        if model.__module__.startswith("lvzhi.") and not model._meta.proxy:
            room = model.__module__.split(".")[1]
            yield Word("Records 记录", f"{room}.{model.__name__}", str(model._meta.verbose_name), _rule(model))


def choices() -> Iterator[Word]:
    """Every class of states, kinds and reasons in a vocabulary, with its values."""
    from django.db.models import Choices

    for name, module in _vocabularies():
        for _, kind in inspect.getmembers(module, inspect.isclass):
            if issubclass(kind, Choices) and kind.__module__ == module.__name__ and len(kind.choices):
                values = "；".join(f"{member.name} {member.label}" for member in kind)
                yield Word("States, kinds and reasons 状态、类别与理由", f"{name}.{kind.__name__}", values, _rule(kind))


def _vocabularies() -> Iterator[tuple[str, object]]:
    import lvzhi

    for found in walk_packages(lvzhi.__path__, "lvzhi."):
        parts = found.name.split(".")
        if len(parts) > 2 and parts[2] in {"vocabulary", "models", "declare"} and "migrations" not in parts:
            yield parts[1], import_module(found.name)


def steps() -> Iterator[Word]:
    from lvzhi.workflow.registry import workflows

    for flow in workflows():
        yield Word("Procedures and steps 流程与步骤", flow.key, flow.name, "docs/rooms.md")
        for step in flow.steps:
            yield Word("Procedures and steps 流程与步骤", f"{flow.key}.{step.key}", step.name, step.rule)


def figures() -> Iterator[Word]:
    from lvzhi.metrics.registry import figures as registered

    for figure in registered():
        yield Word("Figures 指标", figure.key, figure.name, figure.rule)


def norms() -> Iterator[Word]:
    from lvzhi.norms.declare import norms as declared

    rooms = read_rooms()
    for norm in declared():
        if norm.room in rooms:
            yield Word("Norms 规则参数", norm.key, norm.name, norm.rule)


def read_rooms() -> frozenset[str]:
    """Rooms of the product; norms declared by tests are no words of it."""
    return read_house().rooms


def _rule(kind: type) -> str:
    return "、".join(dict.fromkeys(RULE.findall(kind.__doc__ or "")))


def kept() -> list[Word]:
    """The rows of docs/words.md."""
    found, part = [], ""
    for line in FILE.read_text(encoding="utf-8").splitlines() if FILE.exists() else []:
        part = line.removeprefix("## ") if line.startswith("## ") else part
        if row := ROW.match(line):
            found.append(Word(part, row[1], row[2], row[3].strip()))
    return found


def faults(rows: list[Word], stands: list[Word]) -> list[str]:
    """What the table lacks, has too much, or says otherwise."""
    have = {(row.part, row.key): row for row in stands}
    want = {(row.part, row.key) for row in rows}
    found = [f"{row.key} has no Chinese word" for row in rows if not CHINESE.search(row.chinese)]
    for row in rows:
        other = have.get((row.part, row.key))
        if other is None:
            found.append(f"{row.key} is missing")
        elif other.chinese != row.chinese:
            found.append(f"{row.key} is {row.chinese}, not {other.chinese}")
    found += [f"{row.key} is gone" for row in stands if (row.part, row.key) not in want]
    return found + [f"{row.key} does not say where it comes from" for row in stands if not row.source]


def write() -> None:
    """Write docs/words.md, keeping sources that were written by hand."""
    stands = {(row.part, row.key): row.source for row in kept()}
    lines = [HEAD]
    part = ""
    for row in words():
        if row.part != part:
            part = row.part
            lines.append(f"\n## {part}\n\n| identifier | 中文 | from |\n|---|---|---|")
        source = row.source or stands.get((row.part, row.key)) or "house"
        lines.append(f"| `{row.key}` | {row.chinese} | {source} |")
    FILE.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> int:
    """Set Django up and write."""
    import django

    django.setup()
    write()
    return 0


if __name__ == "__main__":
    sys.exit(main())
