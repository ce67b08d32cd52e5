"""Parameters and code tables of this room."""

from __future__ import annotations

from lvzhi.committee.vocabulary import OrganKind
from lvzhi.norms import codes, declare
from lvzhi.people.vocabulary import AFFILIATION_SET, AFFILIATION_SET_NAME, AFFILIATIONS, NORMS

ONE_AT_A_TIME = "people.one_at_a_time"
LEAST_AGE = "people.least_age"
MOST_ROWS = "people.roster_rows"
MOST_MB = "people.roster_megabytes"

codes.declare(
    AFFILIATION_SET,
    AFFILIATION_SET_NAME,
    [(code, name) for code, name, _ in AFFILIATIONS],
    rule="R0.5",
    help=NORMS[AFFILIATION_SET][1],
)
declare(
    ONE_AT_A_TIME,
    NORMS[ONE_AT_A_TIME][0],
    kind="list",
    default=[OrganKind.SECTOR.value],
    choices=OrganKind.choices,
    rule="R0.4",
    help=NORMS[ONE_AT_A_TIME][1],
)
declare(
    LEAST_AGE,
    NORMS[LEAST_AGE][0],
    kind="int",
    unit=NORMS[LEAST_AGE][2],
    default=18,
    least=16,
    most=30,
    rule="R0.5",
    help=NORMS[LEAST_AGE][1],
)
declare(
    MOST_ROWS,
    NORMS[MOST_ROWS][0],
    kind="int",
    unit=NORMS[MOST_ROWS][2],
    default=20000,
    least=100,
    most=100000,
    rule="R0.6",
    help=NORMS[MOST_ROWS][1],
)
declare(
    MOST_MB,
    NORMS[MOST_MB][0],
    kind="int",
    unit=NORMS[MOST_MB][2],
    default=10,
    least=1,
    most=100,
    rule="R0.6",
    help=NORMS[MOST_MB][1],
)
