"""Leaders responsible, and the part each committee has (R11.6, R11.7)."""

from __future__ import annotations

from typing import Any

from lvzhi.access import Refusal
from lvzhi.deadlines import clock
from lvzhi.projects import queries
from lvzhi.projects.models import Charge, Part, Project
from lvzhi.projects.vocabulary.states import Share
from lvzhi.ui.formats import day as written_day
from lvzhi.workflow.declare import Taking


def _who(answers: dict[str, Any]) -> dict[str, Any]:
    """The leader named: by an account of the house, or by the person a member is."""
    account = answers.get("leader")
    rows = answers.get("person") or []
    if (account is None) == (not rows):
        raise Refusal("projects.nobody", field="leader")
    if account is not None:
        return {"account": account, "who": f"account:{account.pk}", "name": account.name}
    person = getattr(rows[0], "person", rows[0])
    return {"person": person, "who": f"person:{person.pk}", "name": person.name}


def check_charge(taking: Taking) -> None:
    """Exactly one leader is named, who does not have it already, from a day that has come."""
    found = _who(taking.answers)
    if taking.answers["since"] > clock.as_day(taking.at):
        raise Refusal("projects.day_ahead", field="since", day=taking.answers["since"])
    if queries.charge_open(taking.record, found["who"]):
        field = "leader" if "account" in found else "person"
        raise Refusal("projects.charged_again", field=field, name=found["name"])


def charge(taking: Taking) -> None:
    """Effect of 明确包抓领导."""
    project: Project = taking.record
    answers = taking.answers
    Charge(
        project=project, committee_id=project.committee_id, post=answers.get("post") or "", duty=answers["duty"],
        since=answers["since"], created_at=taking.at, **_who(answers),
    ).save()  # fmt: skip
    taking.facts["day"] = written_day(answers["since"])


def release(taking: Taking) -> None:
    """Effect of 结束包抓: the row stays, it was true until then.

    Raises:
        Refusal: the day lies before the beginning, or is still to come.
    """
    row = Charge.objects.live().get(pk=taking.answers["charge"], project=taking.record)
    day = taking.answers["until"]
    if day < row.since:
        raise Refusal("projects.ends_early", field="until", ends=day, starts=row.since)
    if day > clock.as_day(taking.at):
        raise Refusal("projects.day_ahead", field="until", day=day)
    row.until = day
    row.version += 1
    row.save()
    taking.facts["day"] = written_day(day)


def check_join(taking: Taking) -> None:
    """A committee's part is registered once, from a day that has come."""
    committee = taking.answers["committee"]
    if queries.part_known(taking.record, committee):
        raise Refusal("projects.part_again", field="committee", committee=committee.display)
    if taking.answers["since"] > clock.as_day(taking.at):
        raise Refusal("projects.day_ahead", field="since", day=taking.answers["since"])


def join(taking: Taking) -> None:
    """Effect of 登记参与: a further committee counts the project as its own; together they count it once."""
    answers = taking.answers
    committee = answers["committee"]
    rows = answers.get("person") or []
    Part(
        project=taking.record, committee=committee, share=answers["share"], since=answers["since"],
        person=getattr(rows[0], "person", rows[0]) if rows else None, words=answers.get("words") or "",
        created_at=taking.at,
    ).save()  # fmt: skip
    taking.facts |= {"committee": committee.display, "share": str(Share(answers["share"]).label)}
