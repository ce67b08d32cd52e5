"""Figures of the investment pipeline, one a stage with its sum; of what is behind its plan; of leads (R11.6, R11.7)."""

from __future__ import annotations

from django.db.models import Q

from lvzhi.metrics.declare import Column, Cut, Metric, Says, Sum
from lvzhi.metrics.vocabulary import Kind
from lvzhi.projects import rules
from lvzhi.projects.metrics.counted import C, of_projects, sum_of
from lvzhi.projects.queries import pipeline as rows
from lvzhi.projects.vocabulary import figures as words
from lvzhi.projects.vocabulary.states import LeadState, Stage

UNITS = words.UNITS


def _at(name: str, query: object, *subjects: str) -> Metric:
    says = (Says(subjects=subjects, units=UNITS),) if subjects else ()
    return of_projects(name, query, says, rule="R11.7", kind=Kind.STOCK)


AT_LEAD = _at("at_lead", rows.at_lead, "在跟踪项目", "储备招商项目")
AT_TALKS = _at("at_talks", rows.at_talks, "在谈项目", "在谈招商项目")
AT_SIGNED = _at("at_signed", rows.at_signed, "签约待开工项目", "签约未开工项目")
AT_BUILDING = _at("at_building", rows.at_building, "在建招商项目", "开工招商项目")
AT_DONE = _at("at_done", rows.at_done, "投产招商项目", "建成投产招商项目")
LEAD_AMOUNT = sum_of("at_lead_amount", AT_LEAD, "amount", rule="R11.7")
TALKS_AMOUNT = sum_of("at_talks_amount", AT_TALKS, "amount", rule="R11.7")
STILL_SIGNED = sum_of("at_signed_amount", AT_SIGNED, "signed_amount", rule="R11.7")
BUILDING_AMOUNT = sum_of("at_building_amount", AT_BUILDING, "signed_amount", rule="R11.7")
DONE_AMOUNT = sum_of("at_done_amount", AT_DONE, "signed_amount", rule="R11.7")
BY_STAGE: dict[str, tuple[Metric, Sum]] = {
    Stage.LEAD: (AT_LEAD, LEAD_AMOUNT),
    Stage.TALKS: (AT_TALKS, TALKS_AMOUNT),
    Stage.SIGNED: (AT_SIGNED, STILL_SIGNED),
    Stage.BUILDING: (AT_BUILDING, BUILDING_AMOUNT),
    Stage.DONE: (AT_DONE, DONE_AMOUNT),
}
"""By stage the count and the sum: what was wanted until it is signed, what was signed from then on."""
LOST = of_projects("lost", rows.lost, (), flow=True, rule="R11.7")
LATE = of_projects("late", rows.late, (), kind=Kind.STOCK)
INTRODUCED = Metric(
    key="projects.introduced", name=words.TOLD["introduced"][0], unit=words.TOLD["introduced"][1],
    meaning=words.TOLD["introduced"][2], aliases=words.TOLD["introduced"][3], rows=rows.introduced, rule="R11.7",
    columns=(
        Column("since", C["since"], kind="date"),
        Column("person__name", C["person"]),
        Column("project__title", C["title"]),
        Column("project__amount", C["amount"], kind="money"),
        Column("project__get_state_display", C["state"]),
        Column("committee__display", C["committee"]),
    ),
    visible=rules.of_visible,
    says=(Says(subjects=words.SUBJECTS, actions=words.INTRODUCES, units=UNITS),),
)  # fmt: skip
STATE_CUT = Cut(
    "state", words.CUTS["state"], lambda scope, period: [(one.value, str(one.label), ()) for one in LeadState],
    lambda value: Q(state=value),
)  # fmt: skip
HANDED = Metric(
    key="projects.leads", name=words.TOLD["leads"][0], unit=words.TOLD["leads"][1], meaning=words.TOLD["leads"][2],
    aliases=words.TOLD["leads"][3], rows=rows.handed, rule="R11.7", cuts=(STATE_CUT,), record_kind="projects.lead",
    columns=(
        Column("handed_on", C["handed_on"], kind="date"),
        Column("name", C["person"]),
        Column("firm", C["firm"]),
        Column("title", C["lead"]),
        Column("amount", C["wanted"], kind="money"),
        Column("get_state_display", C["state"], kind="tag"),
    ),
    visible=rules.lead_visible.rows,
    says=(Says(subjects=words.LEADS, units=("条", "个", "件"), excludes=("问题", "案件")),),
)  # fmt: skip
FIGURES = (
    AT_LEAD, LEAD_AMOUNT, AT_TALKS, TALKS_AMOUNT, AT_SIGNED, STILL_SIGNED, AT_BUILDING, BUILDING_AMOUNT, AT_DONE,
    DONE_AMOUNT, LOST, LATE, HANDED, INTRODUCED,
)  # fmt: skip
