"""A committee with a public site, for tests: everything is published through the steps that a click takes."""

from __future__ import annotations

import datetime as dt
from typing import Any
from uuid import uuid4

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lvzhi.accounts.models import Account
from lvzhi.accounts.vocabulary import Role
from lvzhi.deadlines import clock
from lvzhi.journal.lines import line
from lvzhi.norms.actions.values import set_value
from lvzhi.people import actions as people
from lvzhi.people.models import Member
from lvzhi.proposals.models import Proposal, Publication
from lvzhi.proposals.tests.people import START, Town, builder
from lvzhi.regulations import actions as regulations
from lvzhi.regulations.models import Version
from lvzhi.reports import actions as reports
from lvzhi.reports.models import Report
from lvzhi.reports.queries import sections_of
from lvzhi.workflow import engine

CODE = "HZ"
RULE: dict[str, Any] = {
    "title": "提案工作办法", "kind": "measures", "level": "standing",
    "text": "第一条　提案应当一事一案。\n第二条　本办法自印发之日起施行。",
    "document_no": "政协发〔2025〕8号", "issued_on": dt.date(2025, 5, 10), "starts_on": dt.date(2025, 6, 1),
    "adopted_on": dt.date(2025, 5, 6), "adopted_by": "常委会第二十次会议",
}  # fmt: skip
SECRETS = ("13900001234", "520112197901011234", "工作单位甲", "家在南山路")


class Site(Town):
    """海州区政协 with its site opened; 白 office, 米 secretary-general."""

    def __init__(self) -> None:
        super().__init__()
        self.bai = self.person("bai", "白办", self.here, Role.OFFICE)
        self.mi = self.person("mi", "米秘", self.here, Role.SECRETARY_GENERAL)
        self.set("portal.open", True)

    def set(self, key: str, value: Any, committee: Any = None) -> None:
        """A norm from long ago on."""
        set_value(builder(), committee or self.here, key, value, starts=START, ground="公开办法")

    def published(self, title: str = "关于完善社区食堂的提案", **answers: Any) -> Publication:
        """A proposal answered and published."""
        proposal = self.answered(self.submitted(title=title))
        return self.publish(proposal, **answers)

    def publish(self, proposal: Proposal, **answers: Any) -> Publication:
        """Drafted by the clerk, decided by the head."""
        row = Publication.objects.get(proposal=proposal, state="due")
        row = self.take(row, "propose", self.ding, **{"form": "full", **answers})
        done: Publication = self.take(row, "approve", self.ji)
        return done

    def copied(self, row: Any, many: int) -> None:
        """As many more like a published proposal, rule or report; steps for each would take a minute."""
        for _ in range(many):
            with line(builder(), "proposals.test", committee=self.here.pk):
                parent = getattr(row, "proposal", None) or getattr(row, "regulation", None)
                copy = _copy(row)
                if parent is not None:
                    name = "proposal" if hasattr(row, "proposal_id") else "regulation"
                    called = {"number": f"复{uuid4().hex[:8]}", "serial": ""} if name == "proposal" else {}
                    setattr(copy, name, _saved(_copy(parent), **called))
                _saved(copy)

    def ruled(self, title: str = RULE["title"]) -> Version:
        """A rule in force, published."""
        version = regulations.bring_rule(self.actor(self.bai), self.here, RULE | {"title": title})
        done: Version = self.take(version, "publish", self.bai)
        return done

    def reported(self, title: str = "提案工作情况报告") -> Report:
        """A report with one figure, signed and published."""
        actor = self.actor(self.bai)
        report = reports.begin_report(actor, self.here, {"outline": "special", "title": title, "period": "2026"})
        section = sections_of(report)[0].section
        reports.write_section(section, actor, "提案工作", "今年立案{立案提案}件，都已交办。")
        steps: tuple[tuple[str, Account, dict[str, Any]], ...] = (
            ("send", self.bai, {"ground": "其余会后补"}), ("approve", self.mi, {}), ("sign", self.xin, {}),
            ("publish", self.xin, {}),
        )  # fmt: skip
        for key, who, answers in steps:
            report = engine.take(report, key, self.actor(who), answers)
        return report

    def joined(self, number: int) -> Member:
        """Another member, with much that is nobody's business."""
        facts = people.Facts(
            name=f"委员{number}", phone=SECRETS[0], id_number="", employer=SECRETS[2], home_address=SECRETS[3]
        )
        made: Member = people.add_member(builder(), self.here, self.here.terms.get(), facts, starts=START)
        return made


def _copy(row: Any) -> Any:
    made = type(row).objects.get(pk=row.pk)
    made.pk, made.uid, made._state.adding = None, uuid4(), True
    return made


def _saved(row: Any, **changed: Any) -> Any:
    for name, value in changed.items():
        setattr(row, name, value)
    row.save()
    return row


def get(name: str, *args: Any, code: str = CODE, client: Client | None = None, **query: Any) -> Any:
    """A page as anybody gets it."""
    return (client or Client()).get(reverse(f"portal:{name}", args=[code, *args]), query)


def text(answer: Any) -> str:
    """The body."""
    found: str = answer.content.decode()
    return found


def statements(name: str, *args: Any, **query: Any) -> list[str]:
    """What a page asks of the database when nothing of it is kept."""
    from django.core.cache import cache

    cache.clear()
    with CaptureQueriesContext(connection) as caught, clock.at(clock.now()):
        answer = get(name, *args, **query)
    assert answer.status_code == 200
    return [one["sql"] for one in caught.captured_queries]
