"""How the rooms below know pairs and contacts: ties, and cards on the pages of members, units, projects."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.db.models import Q
from django.urls import reverse

from lvzhi.access import Actor, Rule
from lvzhi.committee.models import Organ
from lvzhi.contacts import queries, rules
from lvzhi.contacts.actions.pairing import RECORDS
from lvzhi.contacts.models import Contact, Pair
from lvzhi.contacts.queries import scheme_name, schemes
from lvzhi.contacts.queries.addresses import contact_address, pair_address
from lvzhi.contacts.vocabulary import words
from lvzhi.contacts.vocabulary.states import Target
from lvzhi.deadlines import clock
from lvzhi.directory import panels as units
from lvzhi.directory.models import Unit
from lvzhi.journal.models import Sealed
from lvzhi.links import beside
from lvzhi.links import kinds as links
from lvzhi.people.models import Member
from lvzhi.ui.formats import day as told_day

MEMBER, ORGAN = "people.member", "committee.organ"
MOST = 40


def _kind(model: Any, rule: Rule, page: Callable[[Any], str], name: str, *beside_: str) -> links.Kind:
    def titles(uids: Sequence[UUID]) -> Mapping[UUID, str]:
        return {row.uid: str(row) for row in model.objects.filter(uid__in=uids).select_related(*beside_)}

    def visible(actor: Actor, uid: UUID) -> bool:
        return bool(model.objects.filter(rule.rows(actor), uid=uid).exists())

    return links.Kind(
        model._meta.label_lower, name, lambda uid: titles([uid]).get(uid, ""), lambda uid: page(model(uid=uid)),
        visible, titles,
    )  # fmt: skip


def said(pair: Any) -> str:
    """How often this year, and when last."""
    count = words.COUNT_FREE.format(count=pair.count) if pair.count else words.NEVER
    return f"{count} {words.LAST.format(day=told_day(pair.last))}" if pair.last else count


def _line(pair: Any, name: str) -> beside.Line:
    return beside.Line(name, pair_address(pair), None, None, f"{scheme_name(pair)} {said(pair)}")


def panels(actor: Actor, record: Sealed) -> list[beside.Panel]:
    """On a member's page whom they keep in touch with and who with them; on an organ's or project's who with it."""
    if isinstance(record, Member):
        near, by, hidden = queries.of_member(actor, record)
        return [
            beside.Panel(words.PANELS["mine"], "relate", [_line(one, one.far_name) for one in near[:MOST]]),
            beside.Panel(
                words.PANELS["by"], "relate", [_line(one, one.near_name) for one in by[:MOST]],
                hidden=hidden if near or by else 0,
            ),
        ]  # fmt: skip
    organ = isinstance(record, Organ)
    where = Q(organ=record) if organ else Q(far=Pair.key_of(Target.RECORD, record.uid))
    rows, hidden = queries.of_far(actor, where)
    add = "" if organ else _add(actor, record)
    lines = [_line(one, one.near_name) for one in rows]
    return [beside.Panel(words.PANELS["by"], "relate", lines, hidden=hidden, add=add,
                         add_words=words.PANELS["add"])]  # fmt: skip


def _add(actor: Actor, record: Any) -> str:
    """Where a leader is named for a project, for those who make pairs."""
    if record.voided_at is not None or not rules.keeps(actor, record.committee_id):
        return ""
    open_now = schemes(record.committee_id, clock.as_day(actor.at))
    kind = next((one for one in open_now if one.open and one.clear and one.far.target == Target.RECORD), None)
    return f"{reverse('contacts:pair_add', args=[kind.code])}?{urlencode({'about': record.uid})}" if kind else ""


def unit_lines(unit: Unit, actor: Actor) -> Iterable[units.Line]:
    """Who keeps in touch with a unit, on its page."""
    rows, _ = queries.of_far(actor, Q(unit=unit))
    return [units.Line(scheme_name(one), f"{one.near_name}，{said(one)}", pair_address(one)) for one in rows]


def register() -> None:
    """Say to the rooms below what pairs and contacts are."""
    links.register(
        _kind(Pair, rules.pair_visible, pair_address, words.PAIR),
        _kind(Contact, rules.contact_visible, contact_address, words.CONTACT, "pair"),
        links.Role(
            words.ABOUT, words.ABOUT_FORWARD, words.ABOUT_BACKWARD, a_kinds=frozenset({Pair._meta.label_lower}),
            b_kinds=frozenset({RECORDS}),
        ),
    )  # fmt: skip
    beside.register(beside.Beside("contacts.pairs", frozenset({MEMBER, ORGAN, RECORDS}), panels))
    units.register(units.Panel("contacts", words.PANELS["by"], words.NONE["pairs"], unit_lines))
