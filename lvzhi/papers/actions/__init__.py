"""Writes of papers: the text, and the effects that the steps of the procedures have."""

from lvzhi.papers.actions.commenting import (
    answer_comment,
    check_answer,
    check_comment,
    check_hand_over,
    close_comment,
    close_noted,
    hand_over,
    note_comment,
    return_answer,
)
from lvzhi.papers.actions.issuing import check_issue, check_text, issue, note_check, note_opinion, withdraw
from lvzhi.papers.actions.sending import check_send, receipt_known, receive, send_out
from lvzhi.papers.actions.writing import begin_draft, begun, tie_about, write

__all__ = [
    "answer_comment",
    "begin_draft",
    "begun",
    "check_answer",
    "check_comment",
    "check_hand_over",
    "check_issue",
    "check_send",
    "check_text",
    "close_comment",
    "close_noted",
    "hand_over",
    "issue",
    "note_check",
    "note_comment",
    "note_opinion",
    "receipt_known",
    "receive",
    "return_answer",
    "send_out",
    "tie_about",
    "withdraw",
    "write",
]
