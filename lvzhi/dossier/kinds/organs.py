"""What an organ did itself: the same figures' rows, given to the organ that keeps or holds them."""

from __future__ import annotations

from dataclasses import replace

from django.db.models import Case, CharField, Q, Value, When

from lvzhi.activities import rules as activities
from lvzhi.activities.vocabulary import State
from lvzhi.dossier.kinds import ledger, opinions, proposals, works
from lvzhi.dossier.kinds.declare import LineKind
from lvzhi.dossier.vocabulary import words
from lvzhi.files.queries import any_of
from lvzhi.papers import rules as papers
from lvzhi.papers.vocabulary import PaperState
from lvzhi.plans import rules as plans
from lvzhi.plans.vocabulary import TaskState
from lvzhi.publications import rules as publications
from lvzhi.regulations import rules as regulations
from lvzhi.regulations.vocabulary.states import MatterState, RegulationState

ORGAN = "organ"
KEPT = Value("ledger", output_field=CharField())
MATERIAL = Case(
    When(any_of("activities.activity"), then=Value("attached")),
    When(~Q(summary=""), then=Value("text")),
    default=Value("bare"),
    output_field=CharField(),
)
"""What an activity left: attachments, an account of it, or nothing."""
EVENTS = LineKind(
    key="organ.events", group=words.ACTIVITIES, figure="activities.events", organ=ORGAN, day="held_on", title="title",
    about="kind_name", result="state", results=dict(State.choices), proof=MATERIAL,
    source="activities.activity", visible=activities.visible.rows,
)  # fmt: skip
COLLECTIVE = replace(proposals.FIRST, key="organ.proposals", organ=ORGAN)
RECEIVED = replace(proposals.FIRST, key="record.proposals", organ=ORGAN)
"""Proposals whoever brought them in; no organ's work, so not among `KINDS`."""
ADVICE = replace(ledger.ADVICE, key="organ.advice", organ=ORGAN)
ADOPTED = replace(ledger.ADOPTED, key="organ.advice_adopted", organ=ORGAN)
OPINIONS = replace(opinions.ITEMS, key="organ.opinions", organ=ORGAN)
PROBLEMS = replace(ledger.FOUND, key="organ.problems", organ=ORGAN)
SOLVED = replace(ledger.SOLVED, key="organ.problems_solved", organ=ORGAN)
PAPERS = LineKind(
    key="organ.papers", group=words.PAPERS, figure="papers.issued", organ=ORGAN, day="dated_on", title="title",
    about="number", result="state", results=dict(PaperState.choices), proof=Value("text", output_field=CharField()),
    source="papers.paper", visible=papers.visible.rows,
)  # fmt: skip
TASKS = LineKind(
    key="organ.tasks", group=words.PAPERS, figure="plans.tasks", organ=ORGAN, day="due", title="topic",
    about="plan__title", result="state", results=dict(TaskState.choices), proof=KEPT, source="plans.task",
    visible=plans.visible_task.rows,
)  # fmt: skip
REPORTS = LineKind(
    key="organ.items", group=words.PAPERS, figure="publications.items", organ=ORGAN, day="published_on", title="title",
    about="outlet__name", proof=Case(When(url="", then=Value("attached")), default=Value("text")),
    source="publications.coverage", visible=publications.visible_item.rows,
)  # fmt: skip
HONOURS = replace(works.HONOUR, key="organ.honours", organ=ORGAN)
RULES = LineKind(
    key="organ.rules", group=words.PAPERS, figure="regulations.issued", organ=ORGAN, day="out_on", title="title",
    about="out_as", result="state", results=dict(RegulationState.choices),
    proof=Value("text", output_field=CharField()), source="regulations.regulation", visible=regulations.visible.rows,
)  # fmt: skip
MATTERS = LineKind(
    key="organ.matters", group=words.PAPERS, figure="regulations.reported", organ=ORGAN, day="sent_on", title="title",
    about="superior", result="state", results=dict(MatterState.choices), proof=KEPT, source="regulations.matter",
    visible=regulations.matter_visible.rows,
)  # fmt: skip
KINDS = (
    EVENTS,
    COLLECTIVE,
    ADVICE,
    ADOPTED,
    OPINIONS,
    PROBLEMS,
    SOLVED,
    PAPERS,
    TASKS,
    REPORTS,
    HONOURS,
    RULES,
    MATTERS,
)
