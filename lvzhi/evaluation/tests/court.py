"""A committee with records and a rule set in force: everything made through the actions a click takes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from lvzhi.access import Refusal
from lvzhi.accounts.models import Account
from lvzhi.accounts.vocabulary import Role
from lvzhi.dossier.tests.hall import TODAY, Hall
from lvzhi.evaluation import actions, queries
from lvzhi.evaluation.models import Evaluation, Result, RuleSet
from lvzhi.evaluation.reckoning import Block, Grade, Item, Need
from lvzhi.workflow import engine

ATTENDED = (("result", frozenset({"attended"})),)
ABSENT = (("result", frozenset({"absent"})),)


@contextmanager
def refused(code: str) -> Iterator[Any]:
    """A refusal of this code."""
    with pytest.raises(Refusal) as found:
        yield found
    codes = [part.code for part in getattr(found.value, "parts", ())] or [found.value.code]
    assert code in codes, codes


class Court(Hall):
    """海州区政协: 白工 keeps the rules, 甲 and 乙 propose; 甲 came to a deliberation from which 乙 stayed away."""

    def __init__(self) -> None:
        super().__init__()
        self.bai = self.person("bai", "白工", self.here, Role.OFFICE)
        self.secretary = self.person("mi", "米书", self.here, Role.SECRETARY_GENERAL)
        self.cosigned_in()
        self.held()
        self.set = self.adopted(self.drafted())

    @property
    def everyone(self) -> dict[str, Account]:
        return super().everyone | ({"bai": self.bai, "mi": self.secretary} if hasattr(self, "secretary") else {})

    def blank(self, **data: Any) -> RuleSet:
        known = {"name": "委员履职考核办法", "year": TODAY.year} | data
        return actions.begin_set(self.actor(self.bai), self.here, known)

    def put(self, found: RuleSet, name: str, *parts: Any) -> RuleSet:
        for part in parts:
            found = actions.put_part(found, self.actor(self.bai), name, part)
        return found

    def drafted(self, **data: Any) -> RuleSet:
        """Proposals (half shares) up to 20, activities 5 each and −5 when absent; grades at 20."""
        found = self.blank(**data)
        self.put(found, "blocks", Block(number=0, name="提案", cap=Decimal(20)),
                 Block(number=0, name="活动", cap=Decimal(10), floor=None))  # fmt: skip
        self.put(
            found, "items",
            Item(number=0, block=1, name="提交提案", kinds=("proposals.submitted",), points=Decimal(10), share="half"),
            Item(number=0, block=2, name="参加活动", kinds=("activities.part",), points=Decimal(5), filters=ATTENDED),
            Item(number=0, block=2, name="无故缺席", kinds=("activities.part",), points=Decimal(-5), filters=ABSENT),
            Item(number=0, block=2, name="公益服务", sort="manual", points=Decimal(3)),
        )  # fmt: skip
        self.put(found, "grades", Grade(number=0, name="合格", least=Decimal(3)),
                 Grade(number=0, name="不合格", below=Decimal(3), low=True))  # fmt: skip
        self.put(found, "needs", Need(number=0, name="提案或信息", kinds=("proposals.submitted", "opinions.submitted")))
        return queries.one(self.actor(self.bai), found.uid)

    def adopted(self, found: RuleSet) -> RuleSet:
        answers = {"meeting": "主席会议第3次会议", "on": TODAY, "document": ""}
        return engine.take(found, "adopt", self.actor(self.bai), answers)

    def run(self, **data: Any) -> Evaluation:
        """This year's evaluation, begun."""
        return actions.begin_run(self.actor(self.bai), self.here, {"year": TODAY.year} | data)

    def of(self, run: Evaluation, name: str) -> Result:
        """The result of a login name."""
        row: Result = Result.objects.select_related("evaluation", "member__person").get(
            evaluation=run, member=self.member_of(name)
        )
        return row

    def go(self, record: Any, key: str, who: Account | None = None, **answers: Any) -> Any:
        """A step of the procedure."""
        return engine.take(type(record).objects.get(pk=record.pk), key, self.actor(who or self.bai), answers)

    def until(self, run: Evaluation, *keys: str) -> Evaluation:
        """Through the steps, reckoned before the meeting."""
        for key in keys:
            if key == "submit":
                actions.reckon_run(run, self.actor(self.bai))
            more = {"meeting": "主席会议第9次会议", "on": TODAY} if key == "decide" else {}
            run = self.go(run, key, self.secretary if key == "decide" else None, **more)
        return run

    def decided(self) -> Evaluation:
        """Decided by the meeting; objections are open."""
        return self.until(self.run(), "views", "check", "submit", "decide")

    def page(self, who: Account, name: str, *args: Any, status: int = 200, **query: Any) -> str:
        answer = self.login(who).get(reverse(f"evaluation:{name}", args=args), query)
        assert answer.status_code == status, answer.status_code
        return str(answer.content.decode())

    def post(self, who: Account, address: str, **data: Any) -> Any:
        client: Client = self.login(who)
        return client.post(address, data)


__all__ = ["TODAY", "Court", "refused"]
