"""Words of a plenary session: speeches handed in 大会发言, discussion groups 讨论小组, their conveners."""

from __future__ import annotations

from typing import Final

from django.db.models import TextChoices


class SpeechState(TextChoices):
    """Where a speech handed in for a plenary is."""

    HANDED = "handed", "待遴选"
    ORAL = "oral", "选为口头发言"
    WRITTEN = "written", "选为书面发言"
    DECLINED = "declined", "未选用"
    COMPILED = "compiled", "已编入汇编"
    WITHDRAWN = "withdrawn", "已撤回"


class Source(TextChoices):
    """In whose name it is given."""

    MEMBER = "member", "委员个人"
    ORGAN = "organ", "党派团体、界别、专委会"


class Form(TextChoices):
    """How it is given."""

    NONE = "", "未定"
    ORAL = "oral", "口头发言"
    WRITTEN = "written", "书面发言"


CHOSEN: Final = (SpeechState.ORAL, SpeechState.WRITTEN)
SPEECH_HOLDERS: Final = {SpeechState.HANDED: "办公室（遴选）", SpeechState.ORAL: "办公室（汇编）",
                         SpeechState.WRITTEN: "办公室（汇编）"}  # fmt: skip
SPEECH_TONES: Final = {
    SpeechState.HANDED: "warn",
    SpeechState.ORAL: "good",
    SpeechState.WRITTEN: "good",
    SpeechState.DECLINED: "neutral",
    SpeechState.COMPILED: "good",
    SpeechState.WITHDRAWN: "neutral",
}
SPEECH_NEXT: Final = {
    SpeechState.HANDED: "办公室选为口头发言、书面发言，或不选用并说明理由",
    SpeechState.ORAL: "排定顺序，编入汇编",
    SpeechState.WRITTEN: "排定顺序，编入汇编",
    SpeechState.DECLINED: "",
    SpeechState.COMPILED: "",
    SpeechState.WITHDRAWN: "",
}
SPEECH_OF: Final = "{speaker}：{title}"
IN_NAME_OF: Final = "{organ} {name}"
SPEECH_REFUSALS: Final = {
    "activities.not_plenary": "《{title}》不是全体会议，不接受大会发言。",
    "activities.speech_closed": "大会发言{day}截止，现在不能再提交，请联系办公室。",
    "activities.speech_not_open": "全体会议现为“{state}”，不能提交大会发言；通知发出后、开幕前可以提交。",
    "activities.speech_title": "请填写发言题目。",
    "activities.speech_text": "请填写发言正文。",
    "activities.speech_long": "发言正文{length}字，超过{limit}字，请精简。",
    "activities.speech_organ": "请选择以哪个党派团体、界别或专委会的名义发言。",
    "activities.speech_nobody": "请选择发言的委员。",
    "activities.speech_missing": "没有找到这篇大会发言，或您无权查看。",
    "activities.speech_no_order": "《{title}》现为“{state}”，只给选为口头或书面的发言排顺序。",
    "activities.speech_none_chosen": "还没有选定口头或书面发言，选定以后再汇编。",
}
SPEECH_EVENTS: Final = {
    "activities.speeches_ordered": "排定大会发言{count}篇的顺序",
    "activities.speeches_compiled": "汇编大会发言{count}篇",
    "activities.compilation_taken": "下载大会发言汇编",
}
SPEECH_SENTENCES: Final = {
    "begin": "提交大会发言",
    "oral": "选为口头发言",
    "written": "选为书面发言",
    "decline": "不选用：{ground}",
    "compile": "编入汇编",
    "again": "退回重新遴选：{ground}",
    "withdraw": "撤回大会发言",
}
SPEECH_MESSAGES: Final = {
    "activities.speech_chosen": "您提交的大会发言《{title}》已{fate}。",
    "activities.speech_declined": "您提交的大会发言《{title}》这次没有选用：{ground}",
}
SPEECH_NORMS: Final[dict[str, tuple[str, str, str]]] = {
    "activities.speech_length": ("大会发言正文字数上限", "字", "标点计入，空白不计。"),
    "activities.speech_before": ("大会发言截止", "天", "开幕日之前多少天截止提交；0为开幕当日。"),
}
SPEECH_PAGE: Final[dict[str, str]] = {
    "title": "大会发言",
    "new": "提交大会发言",
    "groups": "讨论小组",
    "done": "已提交，办公室遴选后通知您。",
    "ordered": "顺序已保存。",
    "compiled": "已汇编{count}篇。",
    "book": "大会发言汇编",
    "book_title": "{title}\n大会发言汇编",
    "contents": "目录",
    "file": "{title}大会发言汇编.docx",
    "entry": "{number}. {speaker}：{title}",
    "speaker": "（{speaker}）",
    "oral": "口头发言",
    "written": "书面发言",
    "no_group": "未分组",
}
