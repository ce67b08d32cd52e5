"""An agency with an auditor, an audit administrator and somebody to be looked at."""

from __future__ import annotations

from lvzhi.accounts.tests.house import person
from lvzhi.accounts.vocabulary import Role
from lvzhi.appraisal.tests.yard import Yard


class Hall(Yard):
    """The yard of the appraisal with who keeps anchors, and a round in it."""

    def __init__(self) -> None:
        super().__init__()
        self.keeper = person("keeper", "管审", self.here, Role.AUDIT_ADMIN)
        self.far_auditor = person("farshen", "远审", self.there, Role.AUDITOR)
        self.opened()
