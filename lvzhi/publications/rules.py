"""Who may offer, write, review, publish and read."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from lvzhi.access import Actor, Rule, rule
from lvzhi.access.rules import NO_ROW, has_any, held_in
from lvzhi.people.rules import INSIDE, here
from lvzhi.publications.models import Article, Manuscript
from lvzhi.publications.vocabulary.states import PRINTED, ManuscriptState

KEEPERS = ("office", "secretary_general", "clerk", "organ_head")
FINAL = ("secretary_general", "leader")
STAFF = (*KEEPERS, "leader", "supervisor", "auditor", "proposal_head", "branch_secretary")
EVERYONE = tuple(dict.fromkeys((*INSIDE, *STAFF)))
SENT_AWAY = (ManuscriptState.DRAFT, ManuscriptState.WITHDRAWN)

keeper = here("办公室、专委会、秘书长、经办人", KEEPERS)
staff = here("机关人员", STAFF)
inside = here("委员和机关人员", EVERYONE)
approver = here("秘书长、领导", FINAL)


def keeps(actor: Actor, committee: int) -> bool:
    """Whether the actor edits there (there is no record yet)."""
    return has_any(actor, committee, KEEPERS)


def sees_all(actor: Actor, committee: int) -> bool:
    """Whether the actor may open the lists of clues and manuscripts."""
    return has_any(actor, committee, STAFF)


def belongs(actor: Actor, committee: int) -> bool:
    """Whether the actor sits or works there: may read calls and issues, offer clues and hand in."""
    return has_any(actor, committee, EVERYONE)


def _mine(actor: Actor) -> Q:
    return NO_ROW if actor.account_id is None else Q(person__account_id=actor.account_id)


@rule("作者本人", rows=_mine)
def own(actor: Actor, record: Any) -> bool:
    """The author, or the provider, himself."""
    person = record.person
    return actor.account_id is not None and person is not None and person.account_id == actor.account_id


def _writes(actor: Actor) -> Q:
    return NO_ROW if actor.account_id is None else Q(writer_person__account_id=actor.account_id)


@rule("约稿作者", rows=_writes)
def commissioned(actor: Actor, clue: Any) -> bool:
    """The member asked to write it."""
    person = clue.writer_person
    return actor.account_id is not None and person is not None and person.account_id == actor.account_id


@rule("机关代交的", rows=lambda actor: Q(by_staff=True))
def by_staff(actor: Actor, manuscript: Manuscript) -> bool:
    """Entered by staff for its author."""
    return manuscript.by_staff


@rule("已经交稿的", rows=lambda actor: ~Q(state__in=SENT_AWAY))
def handed_in(actor: Actor, manuscript: Manuscript) -> bool:
    """It has left its author's desk."""
    return manuscript.state not in SENT_AWAY


@rule("已编入一期的", rows=lambda actor: Q(pk__in=Article.objects.live().exclude(manuscript=None).values("manuscript")))
def placed(actor: Actor, manuscript: Manuscript) -> bool:
    """It stands in the contents of an issue; a page that asks for many steps has read once whether (`queries.one`)."""
    known: bool | None = getattr(manuscript, "placed_now", None)
    return Article.objects.live().filter(manuscript=manuscript).exists() if known is None else known


@rule("已印刷的", rows=lambda actor: Q(state__in=PRINTED))
def printed(actor: Actor, issue: Any) -> bool:
    """The issue is in print."""
    return issue.state in PRINTED


hands_in: Rule = own | (keeper & by_staff)
visible_call: Rule = inside
visible_clue: Rule = own | staff | commissioned
visible: Rule = own | (staff & (handed_in | by_staff))
visible_issue: Rule = staff | (inside & printed)
reviews: Rule = keeper & ~own
approves: Rule = approver & ~own
visible_item: Rule = inside


def may_void(actor: Actor, manuscript: Manuscript) -> bool:
    """Whether a manuscript may be voided: not while it stands in a printed issue."""
    return keeper(actor, manuscript) and manuscript.state != ManuscriptState.PUBLISHED


def article_rows(actor: Actor) -> Q:
    """Articles whose issue the actor may read."""
    places = held_in(actor, EVERYONE)
    return Q(committee_id__in=held_in(actor, STAFF)) | Q(committee_id__in=places, issue__state__in=PRINTED)
