"""Facts out of the other rooms: advice, donations, study plans, deeds, contacts, projects, history, honours."""

from __future__ import annotations

from dataclasses import replace

from django.db.models import Count, DecimalField, IntegerField, OuterRef, Q, Subquery
from django.db.models.functions import Cast, Coalesce

from lvzhi.evaluation.kinds.declare import Arm, Facet, FactKind
from lvzhi.evaluation.kinds.proposals import LEVEL
from lvzhi.honours.vocabulary import Bearer
from lvzhi.ledger.models import Author

_AUTHORS = Author.objects.live().filter(advice=OuterRef("pk")).order_by().values("advice").annotate(count=Count("pk"))
ADVICE = Arm(
    figure="ledger.advice", among=Q(authors__voided_at=None, authors__person__isnull=False), who="authors__person",
    day="proposed_on", title="text", source="ledger.advice", same="uid", result="state",
    of=Coalesce(Subquery(_AUTHORS.values("count"), output_field=IntegerField()), 1),
)  # fmt: skip
GIVING = Arm(
    figure="activities.givings", among=Q(person__isnull=False), who="person", day="given_on", title="receiver",
    source="activities.giving",
    amount=Coalesce(Cast("amount", DecimalField(max_digits=14, decimal_places=2)), 0,
                    output_field=DecimalField(max_digits=14, decimal_places=2)),
)  # fmt: skip
STUDY = Arm(
    figure="activities.study_plans", who="person", day="handed_in_on", title="title", source="activities.studyplan"
)
DEED = Arm(figure="party.deeds", who="person", day="done_on", title="title", source="party.deed")
CONTACT = Arm(
    figure="contacts.contacts", who="pair__member__person", day="met_on", title="pair__far_name",
    source="contacts.contact",
)  # fmt: skip
INTRODUCED = Arm(
    figure="projects.introduced", among=Q(person__isnull=False), who="person", day="since", title="project__title",
    source="projects.project", uid="project__uid", same="project__uid",
)  # fmt: skip
ARTICLE = Arm(
    figure="publications.articles", among=Q(manuscript__person__isnull=False), who="manuscript__person",
    day="issue__printed_on", title="title", source="publications.issue", uid="issue__uid", same="uid",
)  # fmt: skip
HONOUR = Arm(
    figure="honours.honours", among=Q(person__isnull=False), who="person", day="given_on", title="title",
    source="honours.honour", level="level", form="bearer",
)  # fmt: skip
KINDS = (
    FactKind(key="ledger.advice", arms=(ADVICE,), authors=True),
    FactKind(
        key="ledger.adopted", arms=(replace(ADVICE, figure="ledger.advice_adopted", day="answered_on"),), authors=True
    ),
    FactKind(key="activities.giving", arms=(GIVING,), amount=True),
    FactKind(key="activities.study_plan", arms=(STUDY,)),
    FactKind(key="party.deed", arms=(DEED,)),
    FactKind(key="contacts.contact", arms=(CONTACT,)),
    FactKind(key="projects.introduced", arms=(INTRODUCED,)),
    FactKind(key="publications.article", arms=(ARTICLE,)),
    FactKind(key="honours.honour", arms=(HONOUR,), facet=(LEVEL, Facet(key="form", words=dict(Bearer.choices)))),
)
