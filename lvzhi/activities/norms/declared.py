"""The table of kinds and the parameters of planning and attendance."""

from __future__ import annotations

from lvzhi.activities.vocabulary import FRACTIONS, KINDS, NORMS
from lvzhi.activities.vocabulary.kinds import EXTRA_LABELS, SET, SET_HELP, SET_NAME
from lvzhi.norms import codes, declare

EDITORS = ("system_admin", "office")

codes.declare(
    SET,
    SET_NAME,
    [
        codes.row(code, name, rule=rule, family=str(family.label), words=further, **extra)
        for code, name, family, rule, extra, further in KINDS
    ],
    extra=EXTRA_LABELS,
    editors=EDITORS,
    help=SET_HELP,
)
declare(
    "activities.title_length",
    NORMS["activities.title_length"][0],
    kind="int",
    unit=NORMS["activities.title_length"][1],
    default=80,
    least=10,
    most=200,
    rule="R5.4",
    editors=EDITORS,
)
declare(
    "activities.present_fraction",
    NORMS["activities.present_fraction"][0],
    kind="choice",
    default="2/3",
    choices=FRACTIONS,
    rule="R6.6",
    editors=EDITORS,
    help=NORMS["activities.present_fraction"][2],
)
declare(
    "activities.late_after",
    NORMS["activities.late_after"][0],
    kind="term",
    default={"amount": 7, "unit": "calendar_day"},
    rule="R6.13",
    editors=EDITORS,
    help=NORMS["activities.late_after"][2],
)
for half, hours in (("morning", "09:00-12:00"), ("afternoon", "14:30-17:30"), ("evening", "19:00-21:00")):
    declare(
        f"activities.hours_{half}",
        NORMS[f"activities.hours_{half}"][0],
        kind="text",
        default=hours,
        most=11,
        rule="R6.13",
        editors=EDITORS,
        help=NORMS[f"activities.hours_{half}"][2],
    )
