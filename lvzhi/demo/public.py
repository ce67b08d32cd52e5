"""The public site of the committee with a current session: opened, with proposals, rules and a report published on it.

Comes last and draws from its own numbers, so that nothing before it reads otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from django.db import transaction

from lvzhi.accounts.actors import LoginActor, system_actor
from lvzhi.accounts.models import Account
from lvzhi.deadlines import clock
from lvzhi.demo.people import GENERATOR, Cast, moment
from lvzhi.norms.actions.values import set_value
from lvzhi.proposals.models import Proposal, Publication
from lvzhi.proposals.vocabulary import State
from lvzhi.regulations.models import Regulation, Version
from lvzhi.regulations.queries import on_day
from lvzhi.reports.actions import begin_report, write_section
from lvzhi.reports.queries import sections_of
from lvzhi.workflow.engine import take

SEED = 1031
PROPOSALS, DAYS = 40, 50
SUMMARIES = 6  # every so many is published as a summary
GROUND = "政协信息公开办法"
INSIDE = ("机关", "值班", "考核", "请示", "财务", "党组")  # rules with these words are for the house alone
SUMMARY = "提案所提建议承办单位已经研究，能够办理的已列入计划并明确时限，正在推进。"
REST = (
    "有的提案情况掌握得还不够深，建议不够具体；有的答复重过程、轻结果，承诺事项的跟踪还不够及时。",
    "继续把好立案关，做实办前、办中、办后三次沟通；承诺事项到期回头看，结果向提案者反馈并按规定公开。",
)


def current_public(cast: Cast, ways: dict[str, Account], today: date) -> None:
    """Open the site, and publish through the steps that a click takes."""
    random = Random(SEED)
    system = system_actor(GENERATOR, moment(cast.sessions[-1].opens))
    set_value(system, cast.committee, "portal.open", True, starts=cast.sessions[-1].opens, ground=GROUND)  # noqa: FBT003  reason: a norm's value
    with transaction.atomic():  # one commit instead of hundreds
        days = sorted(today - timedelta(days=random.randint(2, DAYS)) for _ in range(PROPOSALS))
        _proposals(cast, ways, days, random)
        day = today - timedelta(days=1)
        with clock.at(moment(day)):
            _rules(cast, cast.actor(ways["bangong"], clock.now()), day)
            _report(cast, ways)


def _proposals(cast: Cast, ways: dict[str, Account], days: Sequence[date], random: Random) -> None:
    """Of the closed year: what proposers agreed to, most in full."""
    wanted = Proposal.objects.filter(
        committee=cast.committee, state=State.CLOSED, brought_in_on=None, may_publish=True, publications=None
    )
    found = list(wanted.order_by("id"))
    for place, (proposal, day) in enumerate(zip(random.sample(found, min(PROPOSALS, len(found))), days, strict=False)):
        with clock.at(moment(day)):
            clerk, head = (cast.actor(ways[name], clock.now()) for name in ("jingban", "zhuren"))
            take(proposal, "publish", clerk)
            row = Publication.objects.get(proposal=proposal, state="due")
            form = {"form": "summary", "summary": SUMMARY} if place % SUMMARIES == 1 else {"form": "full"}
            take(take(row, "propose", clerk, form), "approve", head)


def _rules(cast: Cast, office: LoginActor, day: date) -> None:
    """Rules in force that are for everybody to read; their earlier versions too."""
    rules = on_day(Regulation.objects.live().filter(committee=cast.committee), day)
    for rule in rules.order_by("id"):
        if not any(word in rule.title for word in INSIDE):
            for version in Version.objects.filter(regulation=rule, state="issued").order_by("number"):
                take(version, "publish", office)


def _report(cast: Cast, ways: dict[str, Account]) -> None:
    """The report on proposals of the closed year, signed and published."""
    office, secretary, leader = (cast.actor(ways[name], clock.now()) for name in ("bangong", "mishuzhang", "lingdao"))
    year = cast.sessions[0].opens.year
    title = f"{cast.committee.name}{year}年提案工作情况报告"
    report = begin_report(office, cast.committee, {"title": title, "period": str(year), "kind": "proposals"})
    rest = iter(REST)
    for part in sections_of(report):
        if not part.text:
            write_section(part.section, office, part.heading, next(rest, REST[-1]))
    take(report, "send", office, {"note": "", "ground": "其余情况在全会上口头报告"})
    take(take(take(report, "approve", secretary, {}), "sign", leader, {}), "publish", leader)
