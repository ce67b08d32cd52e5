"""How steps of proposals are taken back: the engine puts the old values back, these say who is told (decision 9)."""

from __future__ import annotations

from lvzhi.proposals import notices
from lvzhi.proposals.actions.examining import give_number_back
from lvzhi.workflow.declare import Undo

UNDO = Undo(tells=(notices.tell_taken_back,))
UNDO_FILING = Undo(does=(give_number_back,), tells=(notices.tell_taken_back,))
UNDO_READING = Undo(tells=(notices.tell_reading_taken_back,))
