"""What holds of every rule set and every set of records: whose points move, and why; caps; order; repetition."""

from __future__ import annotations

import datetime as dt
import json
import random
from dataclasses import replace
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from lvzhi.evaluation.kinds import ALL
from lvzhi.evaluation.reckoning import Account, Fact, Item, Judged, Line, Rules, judge, rules_of, told
from lvzhi.evaluation.reckoning.choosing import kinds_asked
from lvzhi.evaluation.samples import samples
from lvzhi.evaluation.tests.making import YEAR
from lvzhi.evaluation.vocabulary.states import GroupMode, LineSort, Share

PEOPLE = (1, 2, 3)
TABLES = [one.rules(YEAR) for one in samples() if one.body["subject"] == "member"]
FEW = settings(max_examples=40, deadline=None)
AUTHORED = ("proposals.submitted", "proposals.filed", "opinions.submitted", "opinions.adopted")
EVENTS = ("activities.part", "activities.sitting", "honours.honour", "activities.halves")


@st.composite
def records(draw: st.DrawFn) -> list[Fact]:
    """Up to fourteen records, each of one or several of three people."""
    found: list[Fact] = []
    for key in range(draw(st.integers(0, 14))):
        kind = draw(st.sampled_from(AUTHORED + EVENTS))
        people = draw(st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=3, unique=True))
        one = Fact(
            kind=kind, key=key, who=0, day=dt.date(YEAR, draw(st.integers(1, 12)), 1), title=f"事{key}",
            same=f"w{draw(st.integers(0, 6))}", result=draw(st.sampled_from(["attended", "absent", "leave", "late"])),
            what=draw(st.sampled_from(["plenary", "standing", "visit"])), amount=Decimal(draw(st.integers(1, 3))),
            family=draw(st.sampled_from(["meeting", "visit", "service"])),
            level=draw(st.sampled_from(["county", "province"])),
        )  # fmt: skip
        found += [replace(one, who=who, place=place, of=len(people)) for place, who in enumerate(people, 1)]
    return found


@st.composite
def rule_sets(draw: st.DrawFn) -> Rules:
    """One of the examples, its numbers changed."""
    rules = draw(st.sampled_from(TABLES))
    items = [
        replace(
            item, most=draw(st.sampled_from([item.most, None, 1, 2])), skip=draw(st.sampled_from([item.skip, 0, 1])),
            cap=draw(st.sampled_from([item.cap, Decimal(7)])), mode=draw(st.sampled_from(GroupMode.values)),
            share=draw(st.sampled_from([item.share, Share.HALF, Share.EQUAL])),
            unless=draw(st.sampled_from([item.unless, tuple(one for one in AUTHORED[:2] if one not in item.kinds)])),
        )
        for item in rules.items
    ]  # fmt: skip
    mode = draw(st.sampled_from(GroupMode.values))
    total = draw(st.sampled_from([rules.total, Decimal(20)]))
    return replace(rules, items=tuple(replace(one, mode=mode) for one in items), total=total)


def accounts(rules: Rules, facts: list[Fact]) -> dict[int, Account]:
    days = (dt.date(YEAR, 1, 1), dt.date(YEAR, 12, 31))
    return {who: judge(rules, Judged(who, who == 1, *days), facts) for who in PEOPLE}


@FEW
@given(rule_sets(), records(), st.randoms())
def test_the_order_of_records_does_not_matter(rules: Rules, facts: list[Fact], chance: random.Random) -> None:
    mixed = list(facts)
    chance.shuffle(mixed)
    assert accounts(rules, facts) == accounts(rules, mixed)


@FEW
@given(rule_sets(), records())
def test_reckoning_again_by_the_kept_rules_gives_the_same(rules: Rules, facts: list[Fact]) -> None:
    kept = rules_of(json.loads(json.dumps(told(rules))))
    assert accounts(kept, facts) == accounts(rules, facts)


@FEW
@given(rule_sets(), records())
def test_caps_hold_and_every_point_stands_on_a_line(rules: Rules, facts: list[Fact]) -> None:
    for account in accounts(rules, facts).values():
        assert sum((line.points for line in account.lines), Decimal(0)) == account.total
        assert rules.total is None or account.total <= rules.total
        for block in rules.blocks:
            assert block.cap is None or account.block(block.number) <= block.cap
            assert block.floor is None or account.block(block.number) >= block.floor
        for item in rules.items:
            assert item.cap is None or abs(account.of_item(item.number)) <= item.cap
        assert len({line.mark for line in account.lines}) == len(account.lines)


@FEW
@given(rule_sets(), records(), st.integers(0, 13))
def test_a_record_moves_only_its_participants_and_says_why(rules: Rules, facts: list[Fact], key: int) -> None:
    gone = [one for one in facts if one.key == key]
    before, after = accounts(rules, facts), accounts(rules, [one for one in facts if one.key != key])
    touched = {one.who for one in gone}
    kinds = {one.kind for one in gone}
    items = {one.number: one for one in rules.items}
    groups = {item.group for item in items.values() if kinds & {*kinds_asked(item), *item.unless} and item.group}
    for who in PEOPLE:
        if who not in touched:
            assert before[who] == after[who]
            continue
        for line in changed(before[who], after[who]):
            assert line.sort != LineSort.FACT or of_rule(items[line.item], kinds, groups)
        for mark in {one.mark for one in before[who].lines} & {one.mark for one in after[who].lines}:
            old, new = (next(one for one in side[who].lines if one.mark == mark) for side in (before, after))
            assert old.points == new.points or old.said != new.said


def changed(before: Account, after: Account) -> list[Line]:
    return [*(set(before.lines) - set(after.lines)), *(set(after.lines) - set(before.lines))]


def of_rule(item: Item, kinds: set[str], groups: set[str]) -> bool:
    return bool(kinds & {*kinds_asked(item), *item.unless}) or item.group in groups


def test_every_kind_has_words_and_knows_its_figures() -> None:
    from lvzhi.metrics import registry
    from lvzhi.metrics.declare import Metric

    for kind in ALL:
        assert kind.name
        assert kind.per
        for arm in kind.arms:
            assert isinstance(registry.figure(arm.figure), Metric)


@FEW
@given(rule_sets(), records())
def test_a_work_that_a_rule_counts_as_a_proposal_is_not_counted_again(rules: Rules, facts: list[Fact]) -> None:
    for who, account in accounts(rules, facts).items():
        for item in rules.items:
            barred = {one.work for one in facts if one.who == who and one.kind in item.unless}
            for line in account.lines:
                assert (
                    line.item != item.number or line.sort != LineSort.FACT or line.work not in barred or not line.points
                )
