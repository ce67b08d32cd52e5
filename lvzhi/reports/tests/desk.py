"""A report of the small county with those who draft, review and sign it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from lvzhi.access import Actor, Refusal
from lvzhi.accounts.actors import actor_for
from lvzhi.accounts.models import Account
from lvzhi.accounts.tests.house import person
from lvzhi.accounts.vocabulary import Role
from lvzhi.deadlines import clock
from lvzhi.reports import actions, queries
from lvzhi.reports.models import Report, Section
from lvzhi.reports.tests.small import TODAY, Small
from lvzhi.workflow import engine

TEXT = (
    "全年共收到提案{收到提案}件，立案{立案提案}件，办复率{办复率}。\n"
    "其中经济方面{立案提案·类别=经济建设}件。委员植树300棵。"
)


@contextmanager
def refused(code: str) -> Iterator[None]:
    """A refusal of this code."""
    with pytest.raises(Refusal) as found:
        yield
    assert found.value.code == code, found.value.code


class Desk(Small):
    """清河县政协 with a report begun by its office, the first section of which says TEXT."""

    def __init__(self) -> None:
        super().__init__()
        with clock.at(TODAY):
            self.office = person("bangong", "白工", self.county, Role.OFFICE)
            self.head = person("zhuren", "朱仁", self.county, Role.ORGAN_HEAD, organ=self.special)
            self.leader = person("lingdao", "凌岛", self.county, Role.LEADER)
            self.report = self.begun()

    def begun(self, title: str = "2022年工作综述") -> Report:
        data = {"outline": "special", "title": title, "period": "2022"}
        report = actions.begin_report(self.by(self.office), self.county, data)
        actions.write_section(self.section(report), self.by(self.head), "提案工作", TEXT)
        return report

    def by(self, account: Account) -> Actor:
        return actor_for(account)

    def section(self, report: Report | None = None, place: int = 0) -> Section:
        return queries.sections_of(report or self.report)[place].section

    def take(self, key: str, account: Account, record: Any = None, **answers: Any) -> Any:
        if key == "send":  # sections of the outline are blank, and trees were planted without a record
            answers.setdefault("ground", "其余各节会后补写")
        return engine.take(record or self.report, key, self.by(account), answers)

    def signed(self) -> Report:
        """Sent, reviewed, signed."""
        self.report = self.take("send", self.office)
        self.report = self.take("approve", self.secretary)
        self.report = self.take("sign", self.leader)
        return self.report

    def text(self, place: int = 0) -> str:
        return queries.sections_of(self.report)[place].text
