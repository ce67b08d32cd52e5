"""Lines of service: donations, study plans, communities, units supervised, deeds, contacts, projects introduced."""

from __future__ import annotations

from functools import partial

from django.db.models import Case, CharField, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce

from lvzhi.access import Actor
from lvzhi.activities import rules
from lvzhi.activities.models import CommunityPost, Giving, StudyPlan
from lvzhi.activities.vocabulary.service import GivingForm
from lvzhi.activities.vocabulary.supervision import SupervisorState
from lvzhi.contacts import rules as contacts
from lvzhi.contacts.vocabulary.states import ContactState
from lvzhi.dossier.kinds.declare import LineKind
from lvzhi.dossier.vocabulary import words
from lvzhi.party import rules as party
from lvzhi.party.models import Seat
from lvzhi.party.vocabulary import Post
from lvzhi.people import rules as people
from lvzhi.projects import rules as projects
from lvzhi.projects.vocabulary.states import Stage


def _noted(actor: Actor, model: type[Giving | StudyPlan]) -> Q:
    return rules.note_visible(actor, model)


def _post(field: str) -> Subquery:
    """Of the report to a community standing on the row's day; of several the first."""
    rows = CommunityPost.objects.live().filter(
        Q(ends=None) | Q(ends__gte=OuterRef("as_of")), member=OuterRef("pk"), starts__lte=OuterRef("as_of")
    )
    return Subquery(rows.order_by("starts", "pk").values(field)[:1])


GIVING = LineKind(
    key="activities.givings", group=words.SERVICE, figure="activities.givings", person="person", day="given_on",
    title="receiver", about="goods", role="form", amount="amount", who="giver", roles=dict(GivingForm.choices),
    proof=Case(When(receipt="", then=Value("bare")), default=Value("receipt"), output_field=CharField()),
    source="activities.giving", visible=partial(_noted, model=Giving),
)  # fmt: skip
STUDY = LineKind(
    key="activities.study_plans", group=words.SERVICE, figure="activities.study_plans", person="person",
    day="handed_in_on", title="title", who="person__name", source="activities.studyplan",
    proof=Case(When(text="", then=Value("bare")), default=Value("text"), output_field=CharField()),
    visible=partial(_noted, model=StudyPlan),
)  # fmt: skip
COMMUNITY = LineKind(
    key="activities.reported", group=words.SERVICE, figure="activities.reported", person="person",
    day=_post("starts"), title=_post("unit__name"), about=_post("remark"), entered=_post("created_at"),
    proof=Value("clerk", output_field=CharField()), who="person__name", source="people.member",
    visible=lambda actor: people.SEE.rows(actor) | people.OWN.rows(actor),
)  # fmt: skip
SUPERVISOR = LineKind(
    key="activities.supervisors", group=words.SERVICE, figure="activities.supervisors", person="member__person",
    day=Coalesce("starts", "proposed_on"), title="unit__name", about="number", result="state",
    results=dict(SupervisorState.choices), proof=Value("letter", output_field=CharField()),
    who="member__person__name", source="activities.supervisor",
    visible=rules.visible_supervisor.rows,
)  # fmt: skip
DEED = LineKind(
    key="party.deeds", group=words.SERVICE, figure="party.deeds", person="person", day="done_on", title="title",
    about="beneficiary", who="name", source="party.deed", proof=Value("text", output_field=CharField()),
    visible=party.deed_visible.rows,
)  # fmt: skip
CONTACT = LineKind(
    key="contacts.contacts", group=words.SERVICE, figure="contacts.contacts", person="pair__member__person",
    day="met_on", title="pair__far_name", about="topic", who="pair__near_name", result="state",
    results=dict(ContactState.choices), source="contacts.contact", visible=contacts.contact_visible.rows,
    proof=Case(When(for_other=True, then=Value("clerk")), default=Value("own"), output_field=CharField()),
)  # fmt: skip
INTRODUCED = LineKind(
    key="projects.introduced", group=words.SERVICE, figure="projects.introduced", person="person", day="since",
    title="project__title", about="project__owner", amount="project__amount", who="person__name",
    result="project__state", results=dict(Stage.choices), uid="project__uid", source="projects.project",
    proof=Value("clerk", output_field=CharField()), visible=projects.of_visible,
)  # fmt: skip


def _place(field: str) -> Subquery:
    """Of the branch a Party member belongs to on the row's day; the fixed or temporary one before a functional."""
    rows = Seat.objects.live().filter(
        Q(ends=None) | Q(ends__gte=OuterRef("as_of")), person=OuterRef("person"), starts__lte=OuterRef("as_of"),
        body__kind="branch", body__committee=OuterRef("committee"), body__voided_at=None,
    )  # fmt: skip
    first = Case(When(body__form="functional", then=Value(1)), default=Value(0))
    return Subquery(rows.order_by(first, "pk").values(field)[:1])


BRANCH = LineKind(
    key="party.seated", group=words.SERVICE, figure="party.seated", person="person", day=_place("starts"),
    title=_place("body__name"), role=_place("post"), roles=dict(Post.choices), entered=_place("created_at"),
    proof=Value("clerk", output_field=CharField()), who="person__name", source="people.member",
    visible=lambda actor: party.reader.rows(actor) | people.OWN.rows(actor),
)  # fmt: skip
KINDS = (GIVING, STUDY, COMMUNITY, SUPERVISOR, DEED, CONTACT, INTRODUCED, BRANCH)
