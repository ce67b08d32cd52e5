"""Who may read and keep; the test of a rule and its rows agree."""

from __future__ import annotations

import pytest

from lvzhi.access import Missing
from lvzhi.activities import queries, rules
from lvzhi.activities.models import Activity
from lvzhi.activities.tests.hall import Hall
from lvzhi.workflow.registry import workflow_of


@pytest.fixture
def several(hall: Hall) -> list[Activity]:
    """One of each kind that rights look at."""
    return [
        hall.draft(),
        hall.draft(hall.tou, "jia", organ=hall.economy),
        hall.planned("jia"),
        hall.planned("yi", kind="party_group"),
        hall.take(hall.held("jia", kind="party_group"), "close", hall.bai),
        hall.take(hall.planned("bing"), "cancel", hall.bai, ground="改期"),
    ]


@pytest.mark.usefixtures("several")
def test_test_and_rows_of_every_right_agree(hall: Hall) -> None:
    rights = [rules.visible, *(step.may for step in workflow_of(Activity).steps)]
    for account in hall.everyone.values():
        actor = hall.actor(account)
        for right in rights:
            rows = set(Activity.objects.filter(right.rows(actor)))
            tested = {row for row in Activity.objects.all() if right(actor, row)}
            assert rows == tested, (account.username, right.label)


def test_who_reads_what(hall: Hall, several: list[Activity]) -> None:
    draft, organs_draft, planned, closed_door, filed, _ = several
    readable = {
        "bai": set(several),
        "tou": {organs_draft, planned, several[5]},
        "ling": set(several) - {draft, organs_draft},
        "jia": {planned, filed, several[5]},
        "yi": {planned, closed_door, several[5]},
        "far-office": set(),
        "far-member": set(),
    }
    for username, wanted in readable.items():
        actor = hall.actor(hall.everyone[username])
        assert set(Activity.objects.filter(rules.visible.rows(actor))) == wanted, username
    with pytest.raises(Missing):
        queries.one(hall.actor(hall.far_office), planned.uid)
