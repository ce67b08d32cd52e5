"""The topics of a committee with the parts of every level: who has what to do, who is late (M34)."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet

from lvzhi.access import Actor
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.joint import rules
from lvzhi.joint.models import Partaking, Piece, Topic
from lvzhi.joint.vocabulary import STANDING, STATE_BESIDE, WORDS, PartState, PieceState, Role, TopicState

Rows = QuerySet[Any]
TABS = ("", "asked", "lead", "join", "late", "all")


def readable(actor: Actor, committee: Committee) -> Rows:
    """Topics of the committee and of those below it, and those of others in which it has a part; what the actor
    may read of them."""
    own = Partaking.objects.live().filter(committee=committee, state__in=STANDING).values("topic_id")
    near = Q(pk__in=own) | Q(committee__path__startswith=committee.path)
    rows: Rows = Topic.objects.live().filter(rules.visible.rows(actor)).filter(near)
    return rows.select_related("committee", "organ")


def by_tab(rows: Rows, committee: Committee, tab: str) -> Rows:
    """Those of one tab: going on, asked of us, led by us, joined by us, with pieces that are late, all."""
    parts = Partaking.objects.live().filter(topic=OuterRef("pk"), committee=committee)
    if tab == "asked":
        return rows.filter(Exists(parts.filter(state=PartState.ASKED)))
    if tab == "lead":
        return rows.filter(committee=committee)
    if tab == "join":
        return rows.filter(Exists(parts.filter(state__in=STANDING).exclude(role=Role.LEAD)))
    if tab == "late":
        return rows.filter(Exists(_late().filter(topic=OuterRef("pk"))))
    return rows if tab == "all" else rows.filter(state=TopicState.OPEN)


def _late() -> Rows:
    return Piece.objects.live().filter(
        state=PieceState.OPEN, until__lt=clock.today(), part__state=PartState.TAKING, part__voided_at=None
    )


def tab_counts(rows: Rows, committee: Committee) -> dict[str, int]:
    """How many topics each tab has. One query."""
    counts = {tab: Count("pk", filter=Q(pk__in=by_tab(rows, committee, tab).order_by().values("pk"))) for tab in TABS}
    named = {f"tab_{tab}": count for tab, count in counts.items()}
    found: dict[str, int] = rows.order_by().aggregate(**named)
    return {tab: found[f"tab_{tab}"] for tab in TABS}


def listed(rows: Rows) -> Rows:
    """With the parts of every level, and of each how many pieces there are, done and late. Two queries."""
    return rows.prefetch_related(Prefetch("parts", shown_parts(), to_attr="levels"))


def shown_parts() -> Rows:
    """Parts in the order of the tree with their pieces counted."""
    live = Q(pieces__voided_at=None) & ~Q(pieces__state=PieceState.DROPPED)
    late = Q(pieces__state=PieceState.OPEN, pieces__until__lt=clock.today(), state=PartState.TAKING)
    rows: Rows = Partaking.objects.live().exclude(state=PartState.WITHDRAWN)
    found: Rows = (
        rows.select_related("committee", "organ", "task")
        .annotate(
            many=Count("pieces", filter=live),
            ready=Count("pieces", filter=live & Q(pieces__state=PieceState.DONE)),
            behind=Count("pieces", filter=live & late),
        )
        .order_by("committee__path", "id")
    )
    return found


def role_words(part: Partaking) -> str:
    """What a committee does in it, and where that stands unless it goes on."""
    role = str(Role(part.role).label)
    if part.state == PartState.TAKING:
        return role
    return STATE_BESIDE.format(role=role, state=part.get_state_display())


def part_note(part: Any) -> str:
    """How many of a part's pieces are done, how many late."""
    if not part.many:
        return WORDS["no_pieces"]
    said = WORDS["progress"].format(done=part.ready, all=part.many)
    late = WORDS["late"].format(count=part.behind) if part.behind else ""
    return WORDS["pause"].join(one for one in (said, late) if one)
