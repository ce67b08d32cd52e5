"""Lists of projects and leads, the pipeline, the plan: columns of pages and of exports."""

from lvzhi.projects.tables.board import (
    LEVELS_EXPORTED,
    WAYS,
    findings,
    levels_table,
    plan,
    plan_note,
    stages,
)
from lvzhi.projects.tables.lists import (
    EXPORTED,
    FilterForm,
    address,
    lead_tag,
    leads_table,
    mine_table,
    projects_table,
    state_tag,
    step_url,
    way_name,
)

__all__ = [
    "EXPORTED",
    "LEVELS_EXPORTED",
    "WAYS",
    "FilterForm",
    "address",
    "findings",
    "lead_tag",
    "leads_table",
    "levels_table",
    "mine_table",
    "plan",
    "plan_note",
    "projects_table",
    "stages",
    "state_tag",
    "step_url",
    "way_name",
]
