"""Who may: whoever reads the activity reads its whole way; whoever keeps it follows it up."""

from __future__ import annotations

from django.db.models import Q

from lvzhi.access import Actor, rule
from lvzhi.activities import rules as activities
from lvzhi.activities.models import Activity
from lvzhi.consultations.models import FollowUp


@rule(
    "本级办公室、秘书长，或承办机构负责人",
    rows=lambda actor: Q(activity__in=Activity.objects.filter(activities.keeper.rows(actor)).values("pk")),
)
def keeper(actor: Actor, follow: FollowUp) -> bool:
    """Whoever keeps the activity."""
    return activities.keeper(actor, follow.activity)


@rule(
    "能查看该活动的人",
    rows=lambda actor: Q(activity__in=Activity.objects.filter(activities.visible.rows(actor)).values("pk")),
)
def visible(actor: Actor, follow: FollowUp) -> bool:
    """Whoever reads the activity."""
    return activities.visible(actor, follow.activity)
