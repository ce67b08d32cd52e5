"""What writing a rule, its steps, and reporting a matter ask."""

from lvzhi.regulations.forms.entry import BroughtForm, DescribeForm, RuleForm, TextForm
from lvzhi.regulations.forms.matters import AnswerForm, FollowForm, MatterForm, ReportForm
from lvzhi.regulations.forms.steps import (
    AdoptForm,
    AskForm,
    CheckForm,
    GiveForm,
    GroundForm,
    HandInForm,
    IssueForm,
    RepealForm,
    ReviseForm,
    TakeForm,
)

__all__ = [
    "AdoptForm",
    "AnswerForm",
    "AskForm",
    "BroughtForm",
    "CheckForm",
    "DescribeForm",
    "FollowForm",
    "GiveForm",
    "GroundForm",
    "HandInForm",
    "IssueForm",
    "MatterForm",
    "RepealForm",
    "ReportForm",
    "ReviseForm",
    "RuleForm",
    "TakeForm",
    "TextForm",
]
