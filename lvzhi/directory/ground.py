"""What the directory declares: the table of systems."""

from __future__ import annotations

from lvzhi.directory.vocabulary import CLERK, PROPOSAL_HEAD, SYSTEM_ADMIN, SYSTEMS, SYSTEMS_HELP, SYSTEMS_NAME
from lvzhi.norms import codes

SYSTEM = "directory.system"


def declare_all() -> None:
    """Declare the code tables of this room."""
    codes.declare(
        SYSTEM,
        SYSTEMS_NAME,
        SYSTEMS,
        rule="R1.54",
        editors=(SYSTEM_ADMIN, CLERK, PROPOSAL_HEAD),
        help=SYSTEMS_HELP,
    )
