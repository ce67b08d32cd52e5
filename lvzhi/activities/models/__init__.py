"""Activities 活动 and what belongs to them: partners, places, sittings, participants, attendance, leave."""

from __future__ import annotations

from lvzhi.activities.models.activity import (
    NAME_MOST,
    TITLE_MOST,
    WORDS_MOST,
    Activity,
    ActivityPlace,
    AgendaItem,
    Partner,
    Sitting,
)
from lvzhi.activities.models.arrivals import Arrival, Device
from lvzhi.activities.models.attendance import Attendance, Correction
from lvzhi.activities.models.consultation import Site, Speech
from lvzhi.activities.models.feeds import Feed
from lvzhi.activities.models.leave import Leave, LeaveSitting
from lvzhi.activities.models.participants import Participant
from lvzhi.activities.models.partying import SessionParty, SessionSeat
from lvzhi.activities.models.plenary import PlenarySpeech
from lvzhi.activities.models.service import CommunityPost, Giving, StudyPlan
from lvzhi.activities.models.supervision import (
    ActivityBallot,
    Exchange,
    ExchangeUnit,
    SupervisionGroup,
    SupervisionOpinion,
    Supervisor,
)

__all__ = [
    "NAME_MOST",
    "TITLE_MOST",
    "WORDS_MOST",
    "Activity",
    "ActivityBallot",
    "ActivityPlace",
    "AgendaItem",
    "Arrival",
    "Attendance",
    "CommunityPost",
    "Correction",
    "Device",
    "Exchange",
    "ExchangeUnit",
    "Feed",
    "Giving",
    "Leave",
    "LeaveSitting",
    "Participant",
    "Partner",
    "PlenarySpeech",
    "SessionParty",
    "SessionSeat",
    "Site",
    "Sitting",
    "Speech",
    "StudyPlan",
    "SupervisionGroup",
    "SupervisionOpinion",
    "Supervisor",
]
