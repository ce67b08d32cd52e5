"""Who drafts, checks, issues and reads rules; who reports matters to the Party committee."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from lvzhi.access import Actor, Rule, rule
from lvzhi.access.rules import NO_ROW, has_any, held_in
from lvzhi.people.rules import here
from lvzhi.regulations.models import Matter, Opinion, Regulation, Version
from lvzhi.regulations.vocabulary.states import OpinionState, VersionState

KEEPERS = ("office", "secretary_general")
AUTHORS = (*KEEPERS, "clerk", "proposal_head", "organ_head", "branch_secretary")
LOOKERS = (*KEEPERS, "leader", "auditor")
STAFF = (*AUTHORS, "leader", "supervisor", "auditor")
READERS = (*STAFF, "member", "unit_officer", "unit_head")
ISSUED = Version.objects.live().filter(state=VersionState.ISSUED)


def may_write(actor: Actor, committee: int) -> bool:
    """Whether the actor may begin a rule, or a matter to report, there (there is no record yet)."""
    return has_any(actor, committee, AUTHORS)


def keeps(actor: Actor, committee: int) -> bool:
    """Whether the actor keeps the register of a committee."""
    return has_any(actor, committee, KEEPERS)


def may_read(actor: Actor, committee: int) -> bool:
    """Whether the actor may open the list of a committee's rules in force."""
    return has_any(actor, committee, READERS)


def may_work(actor: Actor, committee: int) -> bool:
    """Whether the actor may open the list of what is drafted, as far as it is theirs."""
    return has_any(actor, committee, STAFF)


keeper = here("办公室、秘书长", KEEPERS)
"""The office, which checks, issues and keeps the register."""
looker = here("办公室、秘书长、领导、审计员", LOOKERS)
"""Whoever reads the whole register of matters reported."""
reader = here("本级政协委员、机关人员和承办单位", READERS)
"""Whoever reads rules once they are issued."""


def _own_rows(actor: Actor) -> Q:
    own = Q(account_id=actor.account_id) if actor.account_id is not None else NO_ROW
    return own | Q(organ_id__in=sorted(actor.organs("organ_head")))


@rule("起草人、责任机构负责人", rows=_own_rows)
def owner(actor: Actor, record: Regulation | Matter) -> bool:
    """Who began it, or heads the organ that answers for it."""
    own = actor.account_id is not None and record.account_id == actor.account_id
    return own or (record.organ_id is not None and actor.has("organ_head", organ=record.organ_id))


author: Rule = keeper | owner


version_author: Rule = author.through("regulation", Regulation)
version_keeper: Rule = keeper.through("regulation", Regulation)
PUBLIC = Q(published_on__isnull=False, taken_down_on=None, state=VersionState.ISSUED, voided_at=None)
"""Versions that stand on the public site, where the committee has one."""


@rule("没有公开的", rows=lambda _: ~PUBLIC)
def unpublished(_actor: Actor, version: Version) -> bool:
    """Not on the public site."""
    return not version.is_public


@rule("已公开的", rows=lambda _: PUBLIC)
def published(_actor: Actor, version: Version) -> bool:
    """On the public site."""
    return version.is_public


publisher: Rule = version_keeper & unpublished
taker_down: Rule = version_keeper & published


def _not_own_rows(actor: Actor) -> Q:
    return Q(committee_id__in=held_in(actor, KEEPERS)) & (Q(account=None) | ~Q(account_id=actor.account_id))


@rule("办公室、秘书长（起草人以外的一人）", rows=_not_own_rows)
def checker(actor: Actor, version: Version) -> bool:
    """The office, but nobody checks the own draft."""
    return has_any(actor, version.committee_id, KEEPERS) and version.account_id != actor.account_id


# Opinions.


def _asked_rows(actor: Actor) -> Q:
    own = Q(person__account_id=actor.account_id) if actor.account_id is not None else NO_ROW
    return own | Q(organ_id__in=sorted(actor.organs("organ_head")))


@rule("被征求意见的机构负责人、委员", rows=_asked_rows)
def asked(actor: Actor, opinion: Opinion) -> bool:
    """Who was asked: the member, the head of the organ."""
    if opinion.organ_id is not None:
        return actor.has("organ_head", organ=opinion.organ_id)
    person = opinion.person
    return person is not None and actor.account_id is not None and person.account_id == actor.account_id


opinion_author: Rule = version_author.through("draft", Version)
opinion_visible: Rule = asked | opinion_author


# Who sees what.


def _was_asked(actor: Actor) -> Any:
    live = Opinion.objects.live().exclude(state=OpinionState.LAPSED)
    return live.filter(_asked_rows(actor)).values("draft_id")


def _version_rows(actor: Actor) -> Q:
    issued = Q(state=VersionState.ISSUED, committee_id__in=held_in(actor, READERS))
    return issued | Q(pk__in=_was_asked(actor)) | version_author.rows(actor)


@rule("已印发的，本级委员、机关人员和承办单位；起草中的，起草人和被征求意见者", rows=_version_rows)
def version_visible(actor: Actor, version: Version) -> bool:
    """Rules are for everybody, drafts for those who write them and those who were asked."""
    if version.state == VersionState.ISSUED and has_any(actor, version.committee_id, READERS):
        return True
    if author(actor, version.regulation):
        return True
    return Version.objects.filter(pk=version.pk, pk__in=_was_asked(actor)).exists()


def _visible_rows(actor: Actor) -> Q:
    out = ISSUED.filter(committee_id__in=held_in(actor, READERS)).values("regulation_id")
    return Q(pk__in=out) | author.rows(actor)


@rule("已印发的，本级委员、机关人员和承办单位；起草中的，起草人", rows=_visible_rows)
def visible(actor: Actor, regulation: Regulation) -> bool:
    """A rule of which a version is issued is read by everybody inside, one in the making by those who write it."""
    if author(actor, regulation):
        return True
    out = ISSUED.filter(regulation=regulation).exists()
    return out and has_any(actor, regulation.committee_id, READERS)


matter_visible: Rule = looker | owner
