"""Amounts in yuan as decimals, and the money that comes to a project (R11.6)."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from lvzhi.access import Refusal
from lvzhi.deadlines import clock
from lvzhi.norms import codes
from lvzhi.projects.models import DIGITS, PLACES, Fund, Project
from lvzhi.projects.vocabulary.codes import SOURCES
from lvzhi.ui.formats import day as written_day
from lvzhi.ui.formats import money as written
from lvzhi.workflow.declare import Taking

EXACT = re.compile(r"(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?")
MOST = Decimal(10) ** (DIGITS - PLACES)


def yuan(given: Any, field: str = "amount") -> Decimal:
    """An exact amount in yuan; thousands may be set off by commas.

    Raises:
        Refusal: no exact number (50余万), not above zero, finer than a cent, or beyond what can be kept.
    """
    text = str(given).strip().replace("，", ",")
    if not EXACT.fullmatch(text.lstrip("-")):
        raise Refusal("projects.amount_unclear", field=field, given=str(given).strip())
    value = Decimal(text.replace(",", ""))
    if value <= 0:
        raise Refusal("projects.amount_least", field=field, given=text)
    if value.normalize().as_tuple().exponent < -PLACES:  # type: ignore[operator]  # reason: a finite number's exponent is an int
        raise Refusal("projects.amount_places", field=field, given=text)
    if value >= MOST:
        raise Refusal("projects.amount_most", field=field, given=text)
    return value


def check_fund(taking: Taking) -> None:
    """Money that is registered has come."""
    if taking.answers["got_on"] > clock.as_day(taking.at):
        raise Refusal("projects.day_ahead", field="got_on", day=taking.answers["got_on"])


def fund(taking: Taking) -> None:
    """Effect of 登记资金."""
    project: Project = taking.record
    answers = taking.answers
    source = codes.code(SOURCES, project.committee_id, answers["source"], answers["got_on"])
    amount = yuan(answers["amount"])
    Fund(
        project=project,
        committee_id=project.committee_id,
        money=answers["money"],
        amount=amount,
        source=source.code,
        got_on=answers["got_on"],
        proof=answers.get("proof") or "",
        beneficiaries=answers.get("beneficiaries"),
        words=answers.get("words") or "",
        created_at=taking.at,
    ).save()
    taking.facts["amount"] = written(amount)
    taking.facts["day"] = written_day(answers["got_on"])
