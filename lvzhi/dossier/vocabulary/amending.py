"""Words of correcting what is held about oneself."""

from __future__ import annotations

from typing import Final

from django.db.models import TextChoices


class AmendState(TextChoices):
    """Where a request is."""

    ASKED = "asked", "待核对"
    ACCEPTED = "accepted", "已更正"
    REFUSED = "refused", "未更正"
    WITHDRAWN = "withdrawn", "已撤回"


TONES: Final = {
    AmendState.ASKED: "warn",
    AmendState.ACCEPTED: "good",
    AmendState.REFUSED: "bad",
    AmendState.WITHDRAWN: "neutral",
}
HOLDERS: Final = {AmendState.ASKED: "办公室"}
FIELDS: Final = (
    "name", "gender", "born", "ethnicity", "native_place", "education", "phone", "id_number", "employer", "job",
    "employer_kind", "employer_address", "home_address",
)  # fmt: skip
NUMBERS: Final = ("phone", "id_number")
AMENDMENT_OF: Final = "更正{label}"
NAMED: Final = "{name}更正{label}"
OWNER: Final = "本人"
KEEPER: Final = "本级办公室和秘书长（本人除外）"
SENTENCES: Final = {
    "begin": "{name}申请更正{label}",
    "accept": "核对后更正{name}的{label}",
    "refuse": "不予更正{name}的{label}",
    "withdraw": "{name}撤回更正{label}的申请",
}
MESSAGES: Final = {
    "dossier.amend_asked": "{name}申请更正本人的{label}，请核对后办理。",
    "dossier.amend_accepted": "您申请更正的{label}已核对更正。",
    "dossier.amend_refused": "您申请更正的{label}没有更正：{opinion}",
}
REFUSALS: Final = {
    "dossier.amend_field": "这一项不能在这里申请更正，请联系办公室。",
    "dossier.amend_same": "“{label}”与现在登记的相同，不需要更正。",
    "dossier.amend_waits": "“{label}”已有一条申请待核对，请等办公室办理，或撤回后重新申请。",
    "dossier.amend_changed": "“{label}”在申请以后已被修改，请核对现在的内容；仍需更正的，请本人重新申请。",
    "dossier.amend_unknown": "没有找到这条更正申请，或您无权查看。",
    "dossier.amend_own": "只能申请更正本人的信息。",
}
WORDS: Final = {
    "title": "申请更正：{label}",
    "list": "更正申请",
    "asked": "已提出，办公室核对后更正，结果会通知您。",
    "wanted": "更正为",
    "ground": "说明",
    "ground_help": "可以不填。变更单位、职务的，可写明自何时起。",
    "opinion": "不予更正的理由",
    "field": "项目",
    "now": "现登记",
    "was": "申请时登记",
    "asked_on": "申请日期",
    "due": "核对期限",
    "place": "政协",
    "who": "申请人",
    "state": "状态",
    "none": "没有更正申请",
    "withdraw": "撤回",
    "handle": "核对",
    "empty": "（空）",
}
