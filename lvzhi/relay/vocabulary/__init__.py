"""Every Chinese word of the room."""

from __future__ import annotations

from lvzhi.relay.vocabulary.sentences import *  # noqa: F403  reason: the room's words are one namespace in several files
from lvzhi.relay.vocabulary.states import *  # noqa: F403  reason: the same
from lvzhi.relay.vocabulary.words import *  # noqa: F403  reason: the same
