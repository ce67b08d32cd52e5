"""What each step of a paper and of a comment asks."""

from __future__ import annotations

from lvzhi.papers.forms.commenting import AnswerForm, CloseForm, CommentForm, HandOverForm
from lvzhi.papers.forms.issuing import CheckForm, GroundForm, IssueForm, OpinionForm
from lvzhi.papers.forms.sending import ReceiptForm, SendForm
from lvzhi.papers.forms.text import TextForm

__all__ = [
    "AnswerForm",
    "CheckForm",
    "CloseForm",
    "CommentForm",
    "GroundForm",
    "HandOverForm",
    "IssueForm",
    "OpinionForm",
    "ReceiptForm",
    "SendForm",
    "TextForm",
]
