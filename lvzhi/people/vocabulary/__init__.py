"""Every Chinese word of the room."""

from __future__ import annotations

from lvzhi.people.vocabulary.codes import *  # noqa: F403  reason: the room's words are one namespace in several files
from lvzhi.people.vocabulary.figures import *  # noqa: F403  reason: the same
from lvzhi.people.vocabulary.pages import *  # noqa: F403  reason: the same
from lvzhi.people.vocabulary.roster import *  # noqa: F403  reason: the same
from lvzhi.people.vocabulary.sentences import *  # noqa: F403  reason: the same
from lvzhi.people.vocabulary.surnames import *  # noqa: F403  reason: the same

ORGAN_AUDIENCE = "机构、界别的委员"
