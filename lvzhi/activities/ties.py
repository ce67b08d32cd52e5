"""How the rooms below know activities: attachments, ties to other records, progress of plans."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.db.models import Q
from django.urls import reverse

from lvzhi.access import Actor
from lvzhi.activities import rules
from lvzhi.activities.actions.appraising import KIND as APPRAISAL
from lvzhi.activities.actions.passing import pass_on
from lvzhi.activities.actions.sharing import SHARED
from lvzhi.activities.models import (
    Activity,
    Exchange,
    Leave,
    PlenarySpeech,
    Site,
    Speech,
    SupervisionOpinion,
    Supervisor,
)
from lvzhi.activities.queries import consultation, partying, plenary
from lvzhi.activities.queries import supervision as queries
from lvzhi.activities.vocabulary import COUNTING_STATES, KIND_WORD, TONES, WORDS, Family, State
from lvzhi.activities.vocabulary.consultation import PAGE as PAGE_WORDS
from lvzhi.activities.vocabulary.consultation import PANELS
from lvzhi.activities.vocabulary.partying import PARTY_PAGE
from lvzhi.activities.vocabulary.plenary import SPEECH_PAGE, SPEECH_TONES, SpeechState
from lvzhi.activities.vocabulary.supervising import PAGE, SHEET
from lvzhi.activities.vocabulary.supervision import OPINION_TONES, OpinionState
from lvzhi.deadlines import clock
from lvzhi.directory import sheets, successions
from lvzhi.exchange.columns import Column
from lvzhi.files import rights
from lvzhi.files.queries import of as files_of
from lvzhi.joint import kinds as joint
from lvzhi.journal.models import Sealed
from lvzhi.links import beside
from lvzhi.links import kinds as links
from lvzhi.plans import progress
from lvzhi.plans.models import Campaign, Task
from lvzhi.plans.vocabulary import IN_FORCE, TaskState
from lvzhi.ui.marks import Tag

KIND = "activities.activity"
LEAVE = "activities.leave"
OPINION = "activities.supervisionopinion"
EXCHANGE = "activities.exchange"
SUPERVISOR = "activities.supervisor"
SPEECH = "activities.plenaryspeech"
SITE = consultation.SITE
SAID = consultation.SPEECH
COLUMNS = [
    Column("unit", SHEET["unit"], width=24), Column("kind", SHEET["kind"], width=14),
    Column("what", SHEET["what"], width=40), Column("number", SHEET["number"], width=18),
    Column("day", SHEET["day"], kind="date"), Column("state", SHEET["state"], width=12),
    Column("result", SHEET["result"], width=50),
]  # fmt: skip
TAKES_FILES = frozenset({State.DRAFT, State.PLANNED, State.HELD})


def may_add(actor: Actor, activity: Activity) -> bool:
    """Who may attach papers, sheets and photos: the keeper, until it is filed."""
    return activity.voided_at is None and activity.state in TAKES_FILES and rules.keeper(actor, activity)


def _visible(actor: Actor, uid: UUID) -> bool:
    return Activity.objects.filter(rules.visible.rows(actor), uid=uid).exists()


def _may_add(actor: Actor, uid: UUID) -> bool:
    activity = Activity.objects.filter(uid=uid).first()
    return activity is not None and may_add(actor, activity)


def _committee(uid: UUID) -> int:
    return int(Activity.objects.values_list("committee_id", flat=True).get(uid=uid))


def _titles(uids: Sequence[UUID]) -> Mapping[UUID, str]:
    return {row.uid: str(row) for row in Activity.objects.filter(uid__in=list(uids)).only("uid", "kind_name", "title")}


def _title(uid: UUID) -> str:
    return _titles([uid]).get(uid, "")


def _url(uid: UUID) -> str:
    return reverse("activities:detail", args=[uid])


def _leave_visible(actor: Actor, uid: UUID) -> bool:
    return Leave.objects.filter(rules.visible_leave.rows(actor), uid=uid).exists()


def _leave_may_add(actor: Actor, uid: UUID) -> bool:
    leave = Leave.objects.filter(uid=uid).select_related("participant__person", "activity").first()
    return leave is not None and leave.decided_on is None and rules.withdraws(actor, leave)


def _leave_committee(uid: UUID) -> int:
    return int(Leave.objects.values_list("committee_id", flat=True).get(uid=uid))


def _opinion(uid: UUID) -> SupervisionOpinion | None:
    rows = SupervisionOpinion.objects.filter(uid=uid).select_related("activity", "activity__organ")
    found: SupervisionOpinion | None = rows.first()
    return found


def opinion_takes(actor: Actor, opinion: SupervisionOpinion) -> bool:
    """Who may attach to an opinion paper: the unit while it answers, its keeper and supervisors until it is closed."""
    if opinion.voided_at is not None or opinion.state in (OpinionState.CLOSED, OpinionState.WITHDRAWN):
        return False
    unit = opinion.state == OpinionState.SENT and rules.supervised(actor, opinion)
    return unit or rules.looks_back(actor, opinion)


def _opinion_visible(actor: Actor, uid: UUID) -> bool:
    return SupervisionOpinion.objects.filter(rules.visible_opinion.rows(actor), uid=uid).exists()


def _opinion_may_add(actor: Actor, uid: UUID) -> bool:
    found = _opinion(uid)
    return found is not None and opinion_takes(actor, found)


def _exchange_visible(actor: Actor, uid: UUID) -> bool:
    return Exchange.objects.filter(rules.office.rows(actor), uid=uid).exists()


def _exchange_may_add(actor: Actor, uid: UUID) -> bool:
    found = Exchange.objects.filter(uid=uid).first()
    return found is not None and rules.office(actor, found) and not files_of(EXCHANGE, uid)


def _of(model: type[Any]) -> Callable[[UUID], int]:
    return lambda uid: int(model.objects.values_list("committee_id", flat=True).get(uid=uid))


def _tag(row: SupervisionOpinion) -> Tag:
    return Tag(row.get_state_display(), OPINION_TONES[OpinionState(row.state)])  # type: ignore[arg-type]  # reason: the table holds tones


def panels(actor: Actor, record: Sealed) -> list[beside.Panel]:
    """On the page of a supervision activity: its opinion papers and its ballot. Two queries."""
    if not isinstance(record, Activity) or record.family != Family.SUPERVISION:
        return []
    keeps = rules.keeper(actor, record) and record.state in COUNTING_STATES and record.voided_at is None
    appraised = keeps and record.kind == APPRAISAL
    readable = set(queries.opinions(actor).filter(activity=record).values_list("pk", flat=True))
    rows = queries.opinions_of(record)
    lines = [
        beside.Line(row.title, reverse("activities:opinion", args=[row.uid]), _tag(row), row.sent_on, row.unit.name)
        for row in rows
        if row.pk in readable
    ]
    ballot = queries.ballot_of(record)
    voted = []
    if ballot is not None:
        voted.append(beside.Line(ballot.title, reverse("ballots:detail", args=[ballot.uid]), None, ballot.held_on))
    return [
        beside.Panel(
            PAGE["opinions"], "review", lines, hidden=len(rows) - len(lines),
            add=reverse("activities:new_opinion", args=[record.uid]) if keeps else "", add_words=PAGE["new_opinion"],
        ),
        beside.Panel(
            PAGE["ballots"], "verified", voted,
            add=reverse("activities:appraise", args=[record.uid]) if appraised and not ballot else "",
            add_words=PAGE["start_ballot"],
        ),
    ]  # fmt: skip


def hold_panels(actor: Actor, record: Sealed) -> list[beside.Panel]:
    """On the page of a task or a campaign: where an activity is held for it; those held are listed there already."""
    if not isinstance(record, Task | Campaign) or record.voided_at is not None:
        return []
    if not rules.plans_somewhere(actor, record.committee_id):
        return []
    if isinstance(record, Task) and not (record.state == TaskState.OPEN and record.plan.state in IN_FORCE):
        return []
    query = urlencode({"task" if isinstance(record, Task) else "campaign": str(record.uid)})
    return [
        beside.Panel(
            WORDS["held_for"], "calendar", add=f"{reverse('activities:new')}?{query}", add_words=WORDS["hold"],
            empty=WORDS["held_listed"],
        )
    ]  # fmt: skip


SHOWN = 5  # speeches on the page of their plenary; the others stand on their own


def plenary_panels(actor: Actor, record: Sealed) -> list[beside.Panel]:
    """On the page of a plenary: its speeches that the actor may read, and its temporary Party organs. Two queries."""
    if not isinstance(record, Activity) or not plenary.is_plenary(record):
        return []
    rows = plenary.speeches_of(actor, record)
    lines = [
        beside.Line(row.title, _speech_url(row.uid), _speech_tag(row), row.handed_on, row.speaker)
        for row in rows[:SHOWN]
    ]
    page = reverse("activities:plenary_speeches", args=[record.uid])
    takes = plenary.takes_speeches(record, clock.today())
    return [
        beside.Panel(
            SPEECH_PAGE["title"], "microphone", lines, url=page, more=max(len(rows) - SHOWN, 0),
            add=reverse("activities:plenary_new", args=[record.uid]) if takes else "", add_words=SPEECH_PAGE["new"],
        ),
        _party_panel(actor, record),
    ]  # fmt: skip


def _party_panel(actor: Actor, record: Activity) -> beside.Panel:
    page = reverse("activities:parties", args=[record.uid])
    lines = [
        beside.Line(row.name, page, None, row.starts, str(row.get_kind_display())) for row in partying.founded(record)
    ]
    add = page if rules.office(actor, record) else ""
    return beside.Panel(PARTY_PAGE["title"], "party", lines, url=page, add=add, add_words=PARTY_PAGE["add"])


def _speech_url(uid: UUID) -> str:
    return reverse("activities:plenary_speech", args=[uid])


def _speech_tag(row: PlenarySpeech) -> Tag:
    return Tag(row.get_state_display(), SPEECH_TONES[SpeechState(row.state)])  # type: ignore[arg-type]  # reason: the table holds tones


def _speech_titles(uids: Sequence[UUID]) -> Mapping[UUID, str]:
    return dict(PlenarySpeech.objects.filter(uid__in=list(uids)).values_list("uid", "title"))


def _speech_visible(actor: Actor, uid: UUID) -> bool:
    return PlenarySpeech.objects.filter(rules.visible_plenary_speech.rows(actor), uid=uid).exists()


def _register_plenary() -> None:
    beside.register(beside.Beside("activities.plenary", frozenset({KIND}), plenary_panels))
    links.register(
        links.Kind(
            SPEECH, str(PlenarySpeech._meta.verbose_name), lambda uid: _speech_titles([uid]).get(uid, ""),
            _speech_url, _speech_visible, _speech_titles,
        )
    )  # fmt: skip


def _supervisor_titles(uids: Sequence[UUID]) -> Mapping[UUID, str]:
    rows = Supervisor.objects.filter(uid__in=list(uids)).select_related("member__person", "unit")
    return {row.uid: str(row) for row in rows}


def _opinion_titles(uids: Sequence[UUID]) -> Mapping[UUID, str]:
    return dict(SupervisionOpinion.objects.filter(uid__in=list(uids)).values_list("uid", "title"))


def _supervisor_visible(actor: Actor, uid: UUID) -> bool:
    return Supervisor.objects.filter(rules.visible_supervisor.rows(actor), uid=uid).exists()


def _register_supervision() -> None:
    rights.register(
        OPINION, may_read=_opinion_visible, may_add=_opinion_may_add, committee=_of(SupervisionOpinion), as_record=True
    )
    rights.register(EXCHANGE, may_read=_exchange_visible, may_add=_exchange_may_add, committee=_of(Exchange))
    links.register(
        links.Kind(
            OPINION, str(SupervisionOpinion._meta.verbose_name), lambda uid: _opinion_titles([uid]).get(uid, ""),
            lambda uid: reverse("activities:opinion", args=[uid]), _opinion_visible, _opinion_titles,
        ),
        links.Kind(
            SUPERVISOR, str(Supervisor._meta.verbose_name), lambda uid: _supervisor_titles([uid]).get(uid, ""),
            lambda uid: reverse("activities:supervisor", args=[uid]), _supervisor_visible, _supervisor_titles,
        ),
    )  # fmt: skip
    beside.register(beside.Beside("activities.supervision", frozenset({KIND}), panels))
    sheet = sheets.Sheet(key="activities.supervision", title=SHEET["title"], columns=COLUMNS, rows=queries.records)
    sheets.register(sheet)
    successions.register(pass_on)


def site_takes(actor: Actor, site: Site) -> bool:
    """Who may attach photos and rules to a point: whoever keeps it."""
    return site.voided_at is None and rules.site_keeper(actor, site)


def _site_may_add(actor: Actor, uid: UUID) -> bool:
    found = Site.objects.filter(uid=uid).first()
    return found is not None and site_takes(actor, found)


def _site_visible(actor: Actor, uid: UUID) -> bool:
    return Site.objects.filter(rules.visible_site.rows(actor), uid=uid).exists()


def _site_titles(uids: Sequence[UUID]) -> Mapping[UUID, str]:
    return dict(Site.objects.filter(uid__in=list(uids)).values_list("uid", "name"))


def _said_may_add(actor: Actor, uid: UUID) -> bool:
    found = Speech.objects.live().filter(uid=uid).select_related("activity", "person").first()
    if found is None or found.activity.state not in TAKES_FILES:
        return False
    return rules.keeper(actor, found.activity) or rules.speaks_self(actor, found.activity, found.person)


def _said_visible(actor: Actor, uid: UUID) -> bool:
    return Speech.objects.filter(rules.visible_speech.rows(actor), uid=uid).exists()


def _said_titles(uids: Sequence[UUID]) -> Mapping[UUID, str]:
    return {row.uid: str(row) for row in Speech.objects.filter(uid__in=list(uids)).only("uid", "name", "title")}


def said(actor: Actor, record: Sealed) -> list[beside.Panel]:
    """On the page of an activity but a plenary, whose speeches are chosen: what was said there, in order."""
    if not isinstance(record, Activity) or plenary.is_plenary(record):
        return []
    rows = consultation.speeches(record) if getattr(record, "has_speeches", True) else []
    open_ = record.state in TAKES_FILES and record.voided_at is None
    keeps = open_ and rules.keeper(actor, record)
    adds = keeps or (open_ and rules.on_list(actor, record))
    lines = [
        beside.Line(row.title, reverse("activities:speech", args=[row.uid]), None, None, row.speaker) for row in rows
    ]
    add = reverse("activities:new_speech", args=[record.uid]) if adds else ""
    return [
        beside.Panel(
            PANELS["speeches"], "microphone", lines, add=add, add_words=PAGE_WORDS["speech" if keeps else "own_speech"]
        )
    ]


def _register_consultation() -> None:
    rights.register(SITE, may_read=_site_visible, may_add=_site_may_add, committee=_of(Site), as_record=True)
    rights.register(SAID, may_read=_said_visible, may_add=_said_may_add, committee=_of(Speech), as_record=True)
    links.register(
        links.Kind(
            SITE, str(Site._meta.verbose_name), lambda uid: _site_titles([uid]).get(uid, ""),
            lambda uid: reverse("activities:site", args=[uid]), _site_visible, _site_titles,
        ),
        links.Kind(
            SAID, str(Speech._meta.verbose_name), lambda uid: _said_titles([uid]).get(uid, ""),
            lambda uid: reverse("activities:speech", args=[uid]), _said_visible, _said_titles,
        ),
    )  # fmt: skip
    beside.register(beside.Beside("activities.speeches", frozenset({KIND}), said))


def _activity_tag(activity: Activity) -> Tag:
    return Tag(activity.get_state_display(), TONES[State(activity.state)])  # type: ignore[arg-type]  # reason: the table holds tones


PROGRESS = progress.Source(
    key=KIND,
    name=KIND_WORD,
    rows=lambda: Activity.objects.live().exclude(state=State.CANCELLED).defer("notice", "summary"),
    counts=Q(state__in=COUNTING_STATES),
    title=str,
    address=lambda activity: _url(activity.uid),
    day=lambda activity: activity.held_on,
    tag=_activity_tag,
    visible=rules.visible.rows,
    day_field="held_on",
)


def _tells(row: Activity) -> bool:
    return bool(row.summary)


def _told(uid: UUID) -> links.Said | None:
    """What came of an inspection, a study, any activity: its account, for a record that begins from it (R2.4)."""
    row = Activity.objects.live().filter(uid=uid).first()
    return links.Said(row.title, row.summary) if row is not None and _tells(row) else None


def register() -> None:
    """Tell files, links, plans, the directory, and who shows what hangs on a record; a package takes its own file."""
    _register_supervision()
    _register_plenary()
    _register_consultation()
    rights.register(KIND, may_read=_visible, may_add=_may_add, committee=_committee, as_record=True)
    rights.register(LEAVE, may_read=_leave_visible, may_add=_leave_may_add, committee=_leave_committee, personal=True)
    progress.register(PROGRESS)
    joint.register(SHARED)
    plan_kinds = frozenset({Task._meta.label_lower, Campaign._meta.label_lower})
    beside.register(beside.Beside("activities.hold", plan_kinds, hold_panels))
    organ = links.organ_of(Activity.objects)
    links.register(links.Kind(KIND, KIND_WORD, _title, _url, _visible, _titles, organ=organ, said=_told, tells=_tells))
