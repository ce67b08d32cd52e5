"""Lines out of the ledger: advice one gave and what of it was adopted, problems found where one was."""

from __future__ import annotations

from dataclasses import replace

from django.db.models import Case, CharField, OuterRef, Q, Subquery, Value, When

from lvzhi.activities.vocabulary import Verdict
from lvzhi.dossier.kinds.declare import LineKind
from lvzhi.dossier.vocabulary import words
from lvzhi.ledger import rules
from lvzhi.ledger.models import Author
from lvzhi.ledger.vocabulary.states import AdviceState, ProblemState

FIRST_AUTHOR = Subquery(
    Author.objects.live().filter(advice=OuterRef("pk")).order_by("pk").values("name")[:1], output_field=CharField()
)
ADVICE = LineKind(
    key="ledger.advice", group=words.ADVICE, figure="ledger.advice", person="authors__person",
    among=Q(authors__voided_at=None), shared=True, day="proposed_on", title="text", about="activity__title",
    role=Value("author", output_field=CharField()), result="state", who=FIRST_AUTHOR,
    proof=Case(When(paper=None, then=Value("ledger")), default=Value("paper"), output_field=CharField()),
    roles=words.ROLES, results=dict(AdviceState.choices), source="ledger.advice", visible=rules.visible_advice.rows,
)  # fmt: skip
ADOPTED = replace(
    ADVICE, key="ledger.advice_adopted", group=words.OUTCOMES, figure="ledger.advice_adopted", day="answered_on",
    proof=Value("answer", output_field=CharField()), again=True,
)  # fmt: skip
FOUND = LineKind(
    key="ledger.problems", group=words.PROBLEMS, figure="ledger.problems", person="activity__participants__person",
    among=Q(activity__participants__voided_at=None, activity__participants__verdict=Verdict.ATTENDED), shared=True,
    day="found_on", title="text", about="activity__title", role=Value("found", output_field=CharField()),
    result="state", proof=Value("ledger", output_field=CharField()), who="entered_by", roles=words.ROLES,
    results=dict(ProblemState.choices), source="ledger.problem", visible=rules.visible_problem.rows,
)  # fmt: skip
SOLVED = replace(
    FOUND, key="ledger.problems_solved", group=words.OUTCOMES, figure="ledger.problems_solved", day="done_on",
    again=True,
)  # fmt: skip
KINDS = (ADVICE, FOUND, ADOPTED, SOLVED)
