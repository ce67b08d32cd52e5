"""Writing a rule set: begun blank, from an example or from last year's; its parts; put in force, superseded."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from django.db import transaction

from lvzhi import norms
from lvzhi.access import Actor, Conflict, NotAllowed, Refusal, Refusals
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.evaluation import queries, rules
from lvzhi.evaluation.models import NAME_MOST, TITLE_MOST, WORDS_MOST, RuleSet
from lvzhi.evaluation.norms import PLACES
from lvzhi.evaluation.reckoning import Block, Grade, Item, Need, Rules, faults_of, told
from lvzhi.evaluation.reckoning.saying import day_words
from lvzhi.evaluation.reckoning.telling import block_words, grade_words, item_words, need_words
from lvzhi.evaluation.samples import sample
from lvzhi.evaluation.vocabulary import words
from lvzhi.evaluation.vocabulary.states import SetState, Subject
from lvzhi.journal.lines import line
from lvzhi.workflow import engine
from lvzhi.workflow.declare import Taking

COLUMNS = frozenset({"name", "subject", "year", "starts", "ends"})  # of the row, not of its body
Part = Block | Item | Need | Grade


def begin_set(
    actor: Actor, committee: Committee, data: Mapping[str, Any], *, copied: RuleSet | None = None,
    once: str | None = None,
) -> RuleSet:  # fmt: skip
    """Begin a rule set: a copy (windows moved to its year), an example, or blank.

    Args:
        data: ``name, year``; ``subject, starts, ends, note`` where they are not as usual; ``sample`` the key of an
            example.
        copied: the rule set that it begins as a copy of.

    Raises:
        NotAllowed: the actor makes no rules there. Refusal: no name, days that do not fit, an unknown example.
    """
    again = engine.begun(RuleSet, actor, once)
    if again is not None:
        return again
    if not rules.may_keep(actor, committee.pk):
        raise NotAllowed("evaluation.not_keeper", committee=committee.name)
    year = int(data["year"])
    value = _content(committee, data, copied, year)
    made = RuleSet(
        committee=committee, subject=value.subject, year=year, body=_body(value), sample=str(data.get("sample") or ""),
        copied_from=copied, created_at=actor.at,
    )  # fmt: skip
    _describe(made, {"starts": value.starts, "ends": value.ends, **data})
    return engine.begin(made, actor, once=once)


def _content(committee: Committee, data: Mapping[str, Any], copied: RuleSet | None, year: int) -> Rules:
    key = str(data.get("sample") or "")
    if copied is not None:
        return queries.shifted(queries.rules_of_set(copied), year - copied.year)
    if key:
        try:
            return sample(key).rules(year)
        except KeyError:
            raise Refusal("evaluation.no_sample", field="sample", key=key) from None
    places = int(norms.value(PLACES, committee))
    subject = str(data.get("subject") or Subject.MEMBER)
    return Rules(
        name="", subject=subject, year=year, starts=dt.date(year, 1, 1), ends=dt.date(year, 12, 31), places=places
    )


def _body(value: Rules) -> dict[str, Any]:
    return {key: one for key, one in told(value).items() if key not in COLUMNS}


def _describe(found: RuleSet, data: Mapping[str, Any]) -> None:
    found.name = str(data.get("name", found.name)).strip()[:TITLE_MOST]
    found.year = int(data.get("year") or found.year)
    found.starts = data.get("starts") or found.starts or dt.date(found.year, 1, 1)
    found.ends = data.get("ends") or found.ends or dt.date(found.year, 12, 31)
    found.note = str(data.get("note", found.note)).strip()[:WORDS_MOST]
    days = {"starts": found.starts, "ends": found.ends}
    if not found.name:
        raise Refusal("evaluation.name_missing", field="name")
    if found.starts > found.ends:
        raise Refusal("evaluation.days_backwards", field="starts", **days)
    if found.year not in range(found.starts.year, found.ends.year + 1):
        raise Refusal("evaluation.days_off", field="year", year=found.year, **days)


def describe_set(found: RuleSet, actor: Actor, data: Mapping[str, Any], *, seen: int | None = None) -> RuleSet:
    """Change name, year, days, total, rounding, note.

    Raises:
        NotAllowed, Refusal: as `begin_set`, or no draft. Conflict: changed by somebody else meanwhile.
    """

    def change(locked: RuleSet) -> None:
        _describe(locked, data)
        value = queries.rules_of_set(locked)
        kept: dict[str, Any] = {name: data[name] for name in ("total", "floor", "places", "rounding") if name in data}
        locked.body = _body(replace(value, **kept))

    return _changed(found, actor, seen, "evaluation.described", change)


def put_part(
    found: RuleSet, actor: Actor, name: str, part: Part, *, seen: int | None = None
) -> RuleSet:  # fmt: skip
    """Add a block, item, condition or grade, or put it in the place of the one with its number.

    Args:
        name: blocks, items, needs or grades.
        part: with the number 0 it is a new one.

    Raises:
        NotAllowed, Refusal: no draft. Conflict: changed by somebody else meanwhile.
    """

    def change(locked: RuleSet) -> str:
        value = queries.rules_of_set(locked)
        parts = list(getattr(value, name))
        numbers = [one.number for one in parts]
        kept = part if part.number else replace(part, number=max(numbers, default=0) + 1)
        if kept.number in numbers:
            parts[numbers.index(kept.number)] = kept
        else:
            parts.append(kept)
        value = value.having(name, tuple(parts))
        locked.body = _body(value)
        return part_words(kept, value, queries.activity_kinds(locked.committee_id, value.ends))

    return _changed(found, actor, seen, "evaluation.part_put", change, part=_called(name, part))


def part_words(part: Part, value: Rules, names: Mapping[str, str]) -> str:
    """What a part says, in one sentence.

    Args:
        names: of the committee's kinds of activity.
    """
    if isinstance(part, Item):
        return item_words(part, names)
    if isinstance(part, Need):
        return need_words(part, value, names)
    return block_words(part) if isinstance(part, Block) else grade_words(part)


def _called(name: str, part: Part) -> str:
    said = words.PART_NAMES if part.number else words.NEW_PARTS
    return said[name].format(number=part.number, name=part.name)


def drop_part(found: RuleSet, actor: Actor, name: str, number: int, *, seen: int | None = None) -> RuleSet:
    """Take a part out of a draft.

    Raises:
        Refusal: no such part; a block with items; a grade that a condition names.
    """
    value = queries.rules_of_set(found)
    part = part_of(value, name, number)

    def change(locked: RuleSet) -> None:
        inside = queries.rules_of_set(locked)
        _refuse_used(inside, part)
        kept = tuple(one for one in getattr(inside, name) if one.number != number)
        locked.body = _body(inside.having(name, kept))

    return _changed(found, actor, seen, "evaluation.part_dropped", change, part=_called(name, part))


def move_part(found: RuleSet, actor: Actor, name: str, number: int, *, seen: int | None = None) -> RuleSet:
    """Put a part before the one above it, an item before the one above it in its block.

    Which of a group's items counts first depends on it.

    Raises:
        Refusal: no such part.
    """
    part = part_of(queries.rules_of_set(found), name, number)

    def change(locked: RuleSet) -> None:
        inside = queries.rules_of_set(locked)
        parts = list(getattr(inside, name))
        at = next(place for place, one in enumerate(parts) if one.number == number)
        block = getattr(part, "block", None)
        above = next((one for one in range(at - 1, -1, -1) if getattr(parts[one], "block", None) == block), at)
        parts[above], parts[at] = parts[at], parts[above]
        locked.body = _body(inside.having(name, tuple(parts)))

    return _changed(found, actor, seen, "evaluation.part_moved", change, part=_called(name, part))


def part_of(value: Rules, name: str, number: int) -> Any:
    """The part with that number.

    Raises:
        Refusal: no such part.
    """
    found = next((one for one in getattr(value, name) if one.number == number), None)
    if found is None:
        raise Refusal("evaluation.no_part", number=number, part=words.PARTS[name])
    return found


def _refuse_used(value: Rules, part: Part) -> None:
    if isinstance(part, Block):
        count = sum(1 for one in value.items if one.block == part.number)
        if count:
            raise Refusal("evaluation.block_used", name=part.name, count=count)
    if isinstance(part, Grade):
        need = next((one for one in value.needs if one.limit == part.number), None)
        if need is not None:
            raise Refusal("evaluation.grade_used", name=part.name, need=need.name)


def _changed(
    found: RuleSet, actor: Actor, seen: int | None, event: str, change: Callable[[RuleSet], str | None], **facts: Any
) -> RuleSet:
    """A draft changed in one journal line, its new content with it."""
    with transaction.atomic():
        locked: RuleSet = RuleSet.objects.select_for_update(of=("self",)).get(pk=found.pk)
        rules.keeper.check(actor, locked)
        if locked.state != SetState.DRAFT or locked.voided_at is not None:
            state = locked.get_state_display()
            raise Refusal("evaluation.not_draft", name=locked.name, state=state)
        if seen is not None and locked.version != seen:
            raise Conflict("workflow.changed", title=locked.title_for_people, **engine.last_hand(locked))
        with line(actor, event, subject=locked, **facts) as entry:
            said = change(locked)
            if said is not None:
                entry.facts["said"] = said
            locked.version += 1
            locked.save()
    return locked


def check_adopt(taking: Taking) -> None:
    """Nothing is wrong with it, and no other in force counts the same days. Raises `Refusal` with every fault."""
    found: RuleSet = taking.record
    faults = faults_of(queries.rules_of_set(found))
    if faults:
        raise Refusals([Refusal(fault.code, **fault.facts) for fault in faults])
    other = queries.overlapping(found)
    if other is not None:
        raise Refusal("evaluation.sets_overlap", other=str(other), starts=day_words(other.starts),
                      ends=day_words(other.ends))  # fmt: skip
    if not taking.answers.get("at") and not str(taking.answers.get("meeting") or "").strip():
        raise Refusal("evaluation.meeting_missing", field="meeting")
    day = taking.answers.get("on")
    if day is not None and day > clock.as_day(taking.at):
        raise Refusal("evaluation.day_ahead", field="on", day=day)


def adopt(taking: Taking) -> None:
    """Note which meeting adopted it (R7.11)."""
    found: RuleSet = taking.record
    found.adopted_at_id = taking.answers.get("at")
    held = dict(queries.meetings(found.committee_id)).get(found.adopted_at_id or 0, "")
    found.adopted_by = (str(taking.answers.get("meeting") or "").strip() or held)[:NAME_MOST]
    found.adopted_on = taking.answers["on"]
    found.document = str(taking.answers.get("document") or "")[:NAME_MOST]
    taking.facts["meeting"] = found.adopted_by


def supersede(taking: Taking) -> None:
    """Note why another takes its place."""
    taking.record.ground = str(taking.answers.get("ground") or "")[:WORDS_MOST]


def withdraw_set(taking: Taking) -> None:
    """Note why the draft is given up."""
    supersede(taking)


__all__ = ["COLUMNS", "Part", "adopt", "begin_set", "check_adopt", "describe_set", "drop_part",
           "move_part", "part_of", "part_words", "put_part", "supersede", "withdraw_set"]  # fmt: skip
