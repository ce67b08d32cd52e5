"""Points with a document, and objections: entered, decided, the result reckoned again from its own lines."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from lvzhi.access import Actor, NotAllowed, Refusal
from lvzhi.deadlines import clock
from lvzhi.evaluation import queries, rules
from lvzhi.evaluation.models import NAME_MOST, SAID_MOST, TITLE_MOST, WORDS_MOST, Objection, Proven, Result
from lvzhi.evaluation.queries.trials import part_year
from lvzhi.evaluation.reckoning import Rules, Settled, grade_one, resettled
from lvzhi.evaluation.reckoning.judging import EXTRA, months_of
from lvzhi.evaluation.reckoning.settling import account_of, line_told
from lvzhi.evaluation.reckoning.values import Judged
from lvzhi.evaluation.vocabulary.running import WORDS
from lvzhi.evaluation.vocabulary.states import OPEN_RUNS, LineSort, ObjectionState, RunState, Sort
from lvzhi.workflow import engine
from lvzhi.workflow.declare import Taking


def enter_proven(result: Result, actor: Actor, data: Mapping[str, Any], *, once: str | None = None) -> Proven:
    """Points or a veto that no record shows, with the document that proves it (R7.7).

    Args:
        data: ``item`` as ``item:<number>`` or ``need:<number>``, ``title, document, on``.

    Raises:
        NotAllowed: neither the member nor a keeper. Refusal: no document, no such item, a day outside the year.
    """
    again = engine.begun(Proven, actor, once)
    if again is not None:
        return again
    if not (rules.is_own(actor, result) or rules.keeper(actor, result)):
        raise NotAllowed("evaluation.not_keeper", committee=result.committee.name)
    if result.evaluation.state not in OPEN_RUNS:
        raise Refusal("evaluation.proof_closed", state=result.evaluation.get_state_display())
    value = queries.rules_of_set(result.rule_set)
    kind, _, number = str(data["item"]).partition(":")
    name = _manual(value, kind, int(number or 0))
    if not name:
        raise Refusal("evaluation.proof_item", field="item", item=data["item"])
    if not str(data.get("document") or "").strip():
        raise Refusal("evaluation.proof_missing", field="document")
    if not value.starts <= data["on"] <= value.ends:
        raise Refusal("evaluation.proof_day", field="on", day=data["on"], starts=value.starts, ends=value.ends)
    found = Proven(
        committee_id=result.committee_id, result=result, item=int(number) if kind == "item" else 0,
        need=int(number) if kind == "need" else 0, item_name=name[:NAME_MOST], on=data["on"],
        title=str(data["title"]).strip()[:TITLE_MOST], document=str(data["document"]).strip()[:TITLE_MOST],
        entered_by=actor.name[:NAME_MOST], account_id=actor.account_id, created_at=actor.at,
    )  # fmt: skip
    return engine.begin(found, actor, once=once, item=name)


def _manual(value: Rules, kind: str, number: int) -> str:
    if kind == "item":
        return next((one.name for one in value.items if one.number == number and one.sort == Sort.MANUAL), "")
    return next((one.name for one in value.needs if one.number == number and one.manual), "")


def settle_proven(taking: Taking) -> None:
    """Who approved it, or why not."""
    found: Proven = taking.record
    found.decided_by, found.decided_on = taking.actor.name[:NAME_MOST], clock.as_day(taking.at)
    found.ground = str(taking.answers.get("ground") or "")[:WORDS_MOST]


def object_to(result: Result, actor: Actor, data: Mapping[str, Any], *, once: str | None = None) -> Objection:
    """Object to a line of one's own result, or to one that is missing.

    Args:
        data: ``text``; ``mark`` of the line, or ``item`` under which a record is missing.

    Raises:
        NotAllowed: not one's own. Refusal: not decided yet, too late, no such line, objected to already.
    """
    again = engine.begun(Objection, actor, once)
    if again is not None:
        return again
    rules.own.check(actor, result)
    run = result.evaluation
    if run.state != RunState.PUBLISHED:
        raise Refusal("evaluation.object_early", state=run.get_state_display())
    if run.object_until is not None and clock.as_day(actor.at) > run.object_until:
        raise Refusal("evaluation.object_closed", day=run.object_until)
    mark, item, said, was = _aimed(result, data)
    if result.objections.live().filter(mark=mark, state=ObjectionState.OPEN).exists():
        raise Refusal("evaluation.object_twice")
    found = Objection(
        committee_id=result.committee_id, result=result, mark=mark, item=item, said=said[:SAID_MOST], was=was,
        text=str(data["text"]).strip()[:WORDS_MOST], raised_on=clock.as_day(actor.at), created_at=actor.at,
    )  # fmt: skip
    return engine.begin(found, actor, once=once)


def _aimed(result: Result, data: Mapping[str, Any]) -> tuple[str, int, str, Decimal]:
    """Which line it is about: its mark, item, sentence and points; of a missing one, a mark of its own."""
    mark = str(data.get("mark") or "")
    if mark:
        found = next((one for one in result.lines if one["mark"] == mark and one["sort"] == LineSort.FACT), None)
        if found is None:
            raise Refusal("evaluation.object_line")
        return mark, int(found["item"]), str(found["said"]), Decimal(found["points"])
    item = int(data.get("item") or 0)
    if item not in {one.number for one in queries.rules_of_set(result.rule_set).items}:
        raise Refusal("evaluation.object_line", field="item")
    count = result.objections.filter(mark__startswith=f"{EXTRA}:{item}:").count()
    return f"{EXTRA}:{item}:{count + 1}", item, WORDS["extra_said"], Decimal(0)


def _decided(taking: Taking) -> Objection:
    found: Objection = taking.record
    found.reason = str(taking.answers["reason"]).strip()[:WORDS_MOST]
    found.decided_by, found.decided_on = taking.actor.name[:NAME_MOST], clock.as_day(taking.at)
    return found


def uphold(taking: Taking) -> None:
    """The line is set right, with its caps, total and grade: out of the result's own lines, whatever became of records.

    Raises:
        Refusal: ``evaluation.becomes_missing``.
    """
    found = _decided(taking)
    if taking.answers.get("becomes") is None:
        raise Refusal("evaluation.becomes_missing", field="becomes")
    found.becomes = taking.answers["becomes"]
    result = (
        Result.objects.select_for_update(of=("self",))
        .select_related("member", "evaluation__committee")
        .get(pk=found.result_id)
    )
    value = queries.rules_of_set(result.rule_set)
    judged = Judged(result.who, result.standing, result.starts, result.ends)
    account = account_of(result.who, result.lines, result.blocks, result.total, result.needs, months_of(value, judged))
    account = resettled(value, account, found.mark, Settled(found.becomes, found.reason))
    result.lines = [line_told(one) for one in account.lines]
    result.blocks = [[number, str(points)] for number, points in account.blocks]
    result.total = account.total
    result.settled = {**result.settled, found.mark: {"points": str(found.becomes), "words": found.reason}}
    if not result.by_meeting:
        _grade(result, value, account)
    result.version += 1
    result.save()


def _grade(result: Result, value: Rules, account: Any) -> None:
    others = result.evaluation.results.live().filter(rule_set=result.rule_set).only("grade_number", "evaluation_id")
    held = queries.grades_held(row for row in others if row.pk != result.pk)
    base = sum(held.values()) + (result.grade_number is not None)
    graded = grade_one(value, account, held=held, base=base, **part_year(result.evaluation.committee, value))
    result.grade = graded.grade.name if graded.grade else ""
    result.grade_number = graded.grade.number if graded.grade else None
    result.reasons = list(graded.reasons)


def refuse(taking: Taking) -> None:
    """The result stays, with the reason."""
    _decided(taking)
