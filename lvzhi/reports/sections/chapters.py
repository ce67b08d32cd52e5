"""All chapters, in the order of the sentence library."""

from __future__ import annotations

from lvzhi.reports.sections import own, serving, working

CHAPTERS = (
    own.STUDY, own.PARTY, working.CONSULTATION, working.ADVICE, working.SUPERVISION, working.INSPECTION,
    working.PROPOSALS, working.PROPOSALS_WORK, working.OPINIONS, serving.ENTERPRISES, serving.SERVICE, serving.LEDGER,
    serving.CONTACTS, serving.FELLOWSHIP, serving.HISTORY, own.ORGANISATION, own.CHANGES, own.MEETINGS, own.BUILDING,
    own.ASSESSMENT, own.TAKING_PART, own.PUT_FORWARD, own.HONOURS,
)  # fmt: skip
"""Every sentence once; chapters of special reports that say the same are not repeated."""
