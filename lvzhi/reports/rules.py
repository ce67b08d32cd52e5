"""Who may write reports, sign them and hold texts against the records."""

from __future__ import annotations

from django.db.models import Q

from lvzhi.access import Actor, Rule, rule
from lvzhi.access.rules import NO_ROW, has_any, held_in
from lvzhi.accounts.vocabulary import Role
from lvzhi.committee.models import Committee
from lvzhi.people.rules import here
from lvzhi.reports.models import Remark, Report, Section
from lvzhi.reports.vocabulary import READERS
from lvzhi.reports.vocabulary.states import FROZEN

ROLES = (Role.SECRETARY_GENERAL, Role.OFFICE, Role.PROPOSAL_HEAD, Role.AUDITOR)
KEEPERS = (Role.OFFICE, Role.SECRETARY_GENERAL)
AUTHORS = (*KEEPERS, Role.PROPOSAL_HEAD, Role.ORGAN_HEAD)
SIGNERS = (Role.SECRETARY_GENERAL, Role.LEADER)
LOOKERS = (*AUTHORS, Role.LEADER, Role.AUDITOR)


def _reads(actor: Actor, committee: Committee) -> bool:
    return any(actor.has(role, committee=committee.pk) for role in ROLES)


def _rows(actor: Actor) -> Q:
    found: frozenset[int] = frozenset()
    for role in ROLES:
        found |= actor.committees(role)
    return Q(pk__in=sorted(found))


READ = Rule(READERS, _reads, _rows)
"""The report of a committee, and the check against its records."""


def may_write(actor: Actor, committee: int) -> bool:
    """Whether the actor may begin a report there (there is no record yet)."""
    return has_any(actor, committee, AUTHORS)


def may_correct(actor: Actor, committee: int) -> bool:
    """Whether the actor may say what words of the committee's texts mean."""
    return has_any(actor, committee, KEEPERS)


def may_look(actor: Actor, committee: int) -> bool:
    """Whether the actor may open the list of a committee's reports."""
    return has_any(actor, committee, LOOKERS)


author = here("办公室、秘书长、各专委会负责人", AUTHORS)
"""Who writes: the office and the heads of the organs."""
keeper = here("办公室、秘书长", KEEPERS)
"""Who keeps the report: sends it on, files it, withdraws it."""
signer = here("秘书长、领导", SIGNERS)
"""Who signs."""
PUBLIC = Q(published_on__isnull=False, taken_down_on=None, state__in=sorted(FROZEN), voided_at=None)
"""Reports that stand on the public site, where the committee has one."""


@rule("没有公开的", rows=lambda _: ~PUBLIC)
def unpublished(_actor: Actor, report: Report) -> bool:
    """Not on the public site."""
    return not report.is_public


@rule("已公开的", rows=lambda _: PUBLIC)
def published(_actor: Actor, report: Report) -> bool:
    """On the public site."""
    return report.is_public


publisher: Rule = signer & unpublished
"""Who publishes what was signed: whoever may sign."""
taker_down: Rule = here("办公室、秘书长、领导", (*KEEPERS, Role.LEADER)) & published
"""Who takes it down: the same, and the office, for that may not wait."""
visible = here("办公室、秘书长、各专委会负责人、领导、审计员", LOOKERS)
"""Who reads drafts and signed reports."""


def _not_own_rows(actor: Actor) -> Q:
    return Q(committee_id__in=held_in(actor, KEEPERS)) & (Q(account=None) | ~Q(account_id=actor.account_id))


@rule("办公室、秘书长（起草人以外的一人）", rows=_not_own_rows)
def reviewer(actor: Actor, report: Report) -> bool:
    """The office, but nobody reviews the own report."""
    return has_any(actor, report.committee_id, KEEPERS) and report.account_id != actor.account_id


returner = reviewer | signer
"""Who may send it back: whoever reviews or signs."""
corrector = here("办公室、秘书长", KEEPERS)
"""Who notes and takes back corrections of the check."""
correction_visible = here("办公室、秘书长、提案委负责人、审计员", ROLES)
"""Who sees them: everybody who checks texts."""
section_author: Rule = author.through("report", Report)
section_visible: Rule = visible.through("report", Report)
remark_visible: Rule = section_visible.through("section", Section)
remark_author: Rule = section_author.through("section", Section)


def _drafter_rows(actor: Actor) -> Q:
    return Q(section__account_id=actor.account_id) if actor.account_id is not None else NO_ROW


@rule("这一节的起草人", rows=_drafter_rows)
def drafter(actor: Actor, remark: Remark) -> bool:
    """Who drafts the section that a remark is about."""
    return actor.account_id is not None and remark.section.account_id == actor.account_id


def _asker_rows(actor: Actor) -> Q:
    return Q(account_id=actor.account_id) if actor.account_id is not None else NO_ROW


@rule("提出批注的人", rows=_asker_rows)
def asker(actor: Actor, remark: Remark) -> bool:
    """Who made the remark."""
    return actor.account_id is not None and remark.account_id == actor.account_id


remark_settler: Rule = asker | keeper
"""Who says that it is settled: who made the remark, or the office."""
