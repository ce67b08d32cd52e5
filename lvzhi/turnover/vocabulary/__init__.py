"""Every Chinese word of the room."""

from __future__ import annotations

from lvzhi.turnover.vocabulary.sentences import *  # noqa: F403  reason: the room's words are one namespace in several files
from lvzhi.turnover.vocabulary.states import *  # noqa: F403  reason: the same
from lvzhi.turnover.vocabulary.words import *  # noqa: F403  reason: the same
