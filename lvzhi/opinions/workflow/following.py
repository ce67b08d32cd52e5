"""What follows the steps of papers, and of an item from below, without anything being entered again."""

from __future__ import annotations

from lvzhi.opinions.actions import commenting, turning, withdrawing
from lvzhi.workflow import registry

PAPER = "papers.paper"
COMMENT = "papers.comment"
CONCERN = "opinions.concern"


def register() -> None:
    """Say it to the engine."""
    registry.follow(PAPER, "issue", turning.when_issued)
    registry.follow(PAPER, "send", turning.when_sent)
    registry.follow(PAPER, "comment", commenting.when_commented)
    registry.follow(PAPER, "withdraw", withdrawing.when_withdrawn)
    registry.follow(COMMENT, "hand_over", commenting.when_handed)
    registry.follow(COMMENT, "answer", commenting.when_answered)
    registry.follow(COMMENT, "again", commenting.when_returned)
    for key in ("keep", "send_back", "take_offline"):
        registry.follow(CONCERN, key, turning.when_declined)
    registry.follow(CONCERN, "reconsider", turning.when_reconsidered)
    registry.heed("papers.received", turning.on_received)
    registry.heed("workflow.voided", withdrawing.on_voided)
    registry.heed("workflow.restored", withdrawing.on_restored)
