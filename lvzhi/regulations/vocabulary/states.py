"""States of a rule, of a version, of an opinion asked, of a matter reported; who has it, what comes next."""

from __future__ import annotations

from typing import Final

from django.db.models import TextChoices


class RegulationState(TextChoices):
    """Where a rule is."""

    PREPARING = "preparing", "制定中"
    STANDING = "standing", "已印发"
    REPEALED = "repealed", "已废止"
    DROPPED = "dropped", "终止制定"


class VersionState(TextChoices):
    """Where a version of a rule is."""

    DRAFTING = "drafting", "起草中"
    ASKING = "asking", "征求意见中"
    CHECKING = "checking", "审核中"
    CHECKED = "checked", "待审议"
    ADOPTED = "adopted", "待印发"
    ISSUED = "issued", "已印发"
    DROPPED = "dropped", "已终止"


class OpinionState(TextChoices):
    """Where an opinion that was asked for is."""

    ASKED = "asked", "待反馈"
    GIVEN = "given", "待答复"
    NONE = "none", "没有意见"
    ANSWERED = "answered", "已答复"
    LAPSED = "lapsed", "没有反馈"


class MatterState(TextChoices):
    """Where a matter reported is."""

    DRAFT = "draft", "待报送"
    SENT = "sent", "待批复"
    NOTED = "noted", "已报告"
    ANSWERED = "answered", "已批复"
    CLOSED = "closed", "已落实"
    WITHDRAWN = "withdrawn", "已撤回"


class RepealWay(TextChoices):
    """How a rule ends."""

    REPEALED = "repealed", "废止"
    LAPSED = "lapsed", "失效"


class Taken(TextChoices):
    """What became of an opinion."""

    TAKEN = "taken", "采纳"
    PARTLY = "partly", "部分采纳"
    NOT = "not", "未采纳"


class MatterKind(TextChoices):
    """What a matter reported is."""

    REQUEST = "request", "请示"
    REPORT = "report", "报告"
    CIRCULAR = "circular", "通报"


class Answer(TextChoices):
    """How the Party committee answered."""

    REPLY = "reply", "批复"
    AGREED = "agreed", "同意"
    COMMENT = "comment", "批示"
    REFUSED = "refused", "不同意"


class Standing(TextChoices):
    """How far a matter of the yearly list is."""

    DONE = "done", "已报"
    MISSING = "missing", "未报"
    DUE = "due", "待报"


OUT: Final = frozenset({RegulationState.STANDING, RegulationState.REPEALED})
IN_WORK: Final = frozenset(
    {VersionState.DRAFTING, VersionState.ASKING, VersionState.CHECKING, VersionState.CHECKED, VersionState.ADOPTED}
)
REPORTED: Final = frozenset({MatterState.SENT, MatterState.NOTED, MatterState.ANSWERED, MatterState.CLOSED})
REPLIED: Final = frozenset({MatterState.ANSWERED, MatterState.CLOSED})
HAS_SAID: Final = frozenset({OpinionState.GIVEN, OpinionState.NONE, OpinionState.ANSWERED})
REGULATION_TONES: Final = {
    RegulationState.PREPARING: "info",
    RegulationState.STANDING: "good",
    RegulationState.REPEALED: "neutral",
    RegulationState.DROPPED: "neutral",
}
VERSION_TONES: Final = {
    VersionState.DRAFTING: "later",
    VersionState.ASKING: "info",
    VersionState.CHECKING: "info",
    VersionState.CHECKED: "warn",
    VersionState.ADOPTED: "warn",
    VersionState.ISSUED: "good",
    VersionState.DROPPED: "neutral",
}
OPINION_TONES: Final = {
    OpinionState.ASKED: "later",
    OpinionState.GIVEN: "warn",
    OpinionState.NONE: "neutral",
    OpinionState.ANSWERED: "good",
    OpinionState.LAPSED: "neutral",
}
MATTER_TONES: Final = {
    MatterState.DRAFT: "later",
    MatterState.SENT: "warn",
    MatterState.NOTED: "good",
    MatterState.ANSWERED: "info",
    MatterState.CLOSED: "good",
    MatterState.WITHDRAWN: "neutral",
}
STANDING_TONES: Final = {Standing.DONE: "good", Standing.MISSING: "bad", Standing.DUE: "later"}
REGULATION_HOLDERS: Final = {
    RegulationState.PREPARING: "起草人、责任机构",
    RegulationState.STANDING: "办公室、秘书长",
    RegulationState.REPEALED: "",
    RegulationState.DROPPED: "",
}
VERSION_HOLDERS: Final = {
    VersionState.DRAFTING: "起草人、责任机构",
    VersionState.ASKING: "被征求意见的机构和委员；起草人逐条答复",
    VersionState.CHECKING: "办公室、秘书长（起草人以外的一人）",
    VersionState.CHECKED: "办公室、秘书长",
    VersionState.ADOPTED: "办公室、秘书长",
    VersionState.ISSUED: "",
    VersionState.DROPPED: "",
}
OPINION_HOLDERS: Final = {
    OpinionState.ASKED: "被征求意见的机构或委员",
    OpinionState.GIVEN: "起草人、责任机构",
    OpinionState.NONE: "",
    OpinionState.ANSWERED: "",
    OpinionState.LAPSED: "",
}
MATTER_HOLDERS: Final = {
    MatterState.DRAFT: "拟报机构、办公室",
    MatterState.SENT: "党委；答复后由办公室登记",
    MatterState.NOTED: "",
    MatterState.ANSWERED: "办公室、拟报机构",
    MatterState.CLOSED: "",
    MatterState.WITHDRAWN: "",
}
NEXT: Final = {
    VersionState.DRAFTING: "改好文字后征求意见，或直接送审核",
    VersionState.ASKING: "答复收到的意见，改好文字后送审核",
    VersionState.CHECKING: "由起草人以外的一人审核",
    VersionState.CHECKED: "在会议上审议，通过后登记",
    VersionState.ADOPTED: "印发，写明文号和施行日期",
    VersionState.ISSUED: "",
    VersionState.DROPPED: "",
}
MATTER_NEXT: Final = {
    MatterState.DRAFT: "签发后报送党委",
    MatterState.SENT: "收到批复后登记",
    MatterState.NOTED: "",
    MatterState.ANSWERED: "登记落实情况",
    MatterState.CLOSED: "",
    MatterState.WITHDRAWN: "",
}
PHASES: Final = (
    ("起草", frozenset({VersionState.DRAFTING})),
    ("征求意见", frozenset({VersionState.ASKING})),
    ("审核", frozenset({VersionState.CHECKING})),
    ("审议", frozenset({VersionState.CHECKED})),
    ("印发", frozenset({VersionState.ADOPTED})),
    ("施行", frozenset({VersionState.ISSUED})),
)
MATTER_PHASES: Final = (
    ("拟报", frozenset({MatterState.DRAFT})),
    ("报送", frozenset({MatterState.SENT, MatterState.NOTED})),
    ("批复", frozenset({MatterState.ANSWERED})),
    ("落实", frozenset({MatterState.CLOSED})),
)
