"""Who may keep the directory, and who sees how to reach a unit."""

from __future__ import annotations

from lvzhi.committee.rules import here
from lvzhi.directory.vocabulary import CONTACT_ROLES, EDITORS, MAY_EDIT, MAY_SEE_CONTACT

EDIT = here(MAY_EDIT, *EDITORS)
SEE_CONTACT = here(MAY_SEE_CONTACT, *CONTACT_ROLES)
