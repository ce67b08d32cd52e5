"""States, roles and sentences of joint topics."""

from __future__ import annotations

from typing import Final

from django.db.models import TextChoices

from lvzhi.ui.marks import Tone


class TopicState(TextChoices):
    """Whether the topic goes on."""

    OPEN = "open", "进行中"
    CLOSED = "closed", "已办结"


class PartState(TextChoices):
    """Whether a committee takes part."""

    ASKED = "asked", "待确认"
    TAKING = "taking", "已参加"
    DONE = "done", "已完成"
    DECLINED = "declined", "谢绝"
    WITHDRAWN = "withdrawn", "已撤回"


class PieceState(TextChoices):
    """How a piece of the breakdown stands."""

    OPEN = "open", "进行中"
    DONE = "done", "已完成"
    DROPPED = "dropped", "已取消"


class Role(TextChoices):
    """What a committee does in it (M34)."""

    LEAD = "lead", "牵头"
    JOINT = "joint", "联合"
    ASSIST = "assist", "配合"


class Duty(TextChoices):
    """What somebody does in the team 专班."""

    HEAD = "head", "组长"
    DEPUTY = "deputy", "副组长"
    CONTACT = "contact", "联络员"
    MEMBER = "member", "成员"


ASKABLE: Final = ((Role.ASSIST.value, "配合"), (Role.JOINT.value, "联合"))
COUNTED: Final = (PartState.TAKING.value, PartState.DONE.value)
STANDING: Final = (PartState.ASKED.value, *COUNTED)

TOPIC_HOLDERS: Final = {TopicState.OPEN: "牵头单位和各参加单位", TopicState.CLOSED: ""}
PART_HOLDERS: Final = {
    PartState.ASKED: "被邀请单位的办公室", PartState.TAKING: "参加单位", PartState.DONE: "", PartState.DECLINED: "",
    PartState.WITHDRAWN: "",
}  # fmt: skip
PIECE_HOLDERS: Final = {PieceState.OPEN: "责任人和参加单位", PieceState.DONE: "", PieceState.DROPPED: ""}
TOPIC_TONES: Final[dict[str, Tone]] = {TopicState.OPEN: "info", TopicState.CLOSED: "good"}
PART_TONES: Final[dict[str, Tone]] = {
    PartState.ASKED: "warn", PartState.TAKING: "info", PartState.DONE: "good", PartState.DECLINED: "neutral",
    PartState.WITHDRAWN: "neutral",
}  # fmt: skip
PIECE_TONES: Final[dict[str, Tone]] = {PieceState.OPEN: "info", PieceState.DONE: "good", PieceState.DROPPED: "neutral"}

REFUSALS: Final[dict[str, str]] = {
    "joint.unknown": "没有找到这个联合课题，或您无权查看。",
    "joint.kind_unknown": "这类记录不能设为联合课题。",
    "joint.record_unknown": "没有找到这项记录，或您无权查看。",
    "joint.opened_already": "“{title}”已经是联合课题，请打开原课题继续。",
    "joint.title_missing": "请填写课题名称。",
    "joint.day_passed": "时限{day}已经过去，请重新填写。",
    "joint.day_ahead": "日期{day}在今天之后，请核对。",
    "joint.day_early": "办结日期{day}早于设立日期{opened}，请核对。",
    "joint.after_topic": "任务时限{day}晚于课题完成时限{until}，请核对，或请牵头单位先调整课题时限。",
    "joint.before_piece": "{day}早于{committee}分解任务“{what}”的时限{until}，请先调整那项任务，或改写课题时限。",
    "joint.asked_already": "{committee}已在这个课题中（{state}），无须重复邀请。",
    "joint.asked_itself": "{committee}是牵头单位，无须邀请。",
    "joint.person_there": "{name}已在专班名单中。",
    "joint.person_gone": "{name}已不在专班名单中，请重新打开页面。",
    "joint.person_elsewhere": "{name}不是{committee}的委员或机关人员，请重新选择。",
    "joint.who_missing": "请选择责任人，或写明责任处室、人员（至少填一项）。",
    "joint.pieces_open": "{committee}还有{count}项分解任务没有完成（如“{first}”），请先完成或取消，再登记。",
    "joint.answers_open": "{committee}还没有答复是否参加，请等待答复或先撤回邀请，再办结课题。",
    "joint.organ_elsewhere": "机构“{organ}”不属于{committee}，请重新选择。",
    "joint.lead_stays": "牵头单位不能撤回自己的参与；课题登记有误的，请将课题误录作废。",
    "joint.topic_closed": "课题“{title}”已办结或已作废，不能再办理；确需补充的，请牵头单位先恢复办理。",
}
EVENTS: Final[dict[str, str]] = {"joint.exported": "导出任务分解表{count}项"}
MESSAGES: Final[dict[str, str]] = {
    "joint.asked": "{leader}邀请{committee_name}{role}联合课题“{title}”，请确认是否参加。",
    "joint.adjusted": "{leader}调整了联合课题“{title}”的要求或时限，请查看。",
    "joint.accepted": "{committee_name}已确认{role}联合课题“{title}”。",
    "joint.declined": "{committee_name}谢绝参加联合课题“{title}”：{ground}",
    "joint.withdrawn": "{leader}撤回对{committee_name}参加联合课题“{title}”的邀请：{ground}",
    "joint.piece_given": "联合课题“{title}”有分解任务“{what}”，{until}前完成，请在课题页面登记进展。",
    "joint.piece_changed": "联合课题“{title}”的分解任务“{what}”有调整，请查看。",
    "joint.piece_done": "{committee_name}完成联合课题“{title}”的分解任务“{what}”。",
    "joint.piece_back": "联合课题“{title}”的分解任务“{what}”退回继续办理：{ground}",
    "joint.part_done": "{committee_name}完成联合课题“{title}”的全部任务。",
    "joint.closed": "联合课题“{title}”已由{leader}办结，成果见课题页面。",
}
TOPIC_SENTENCES: Final[dict[str, str]] = {
    "begin": "设为联合课题", "ask": "邀请{committees}参加",
    "adjust": "调整要求和时限", "close": "办结，{day}", "reopen": "恢复办理",
}  # fmt: skip
PART_SENTENCES: Final[dict[str, str]] = {
    "begin": "{role}单位：{name}",
    "lead": "{name}牵头",
    "accept": "{name}确认参加",
    "decline": "{name}谢绝参加",
    "withdraw": "撤回对{name}的邀请",
    "divide": "{name}的分解任务增加一项，{until}前完成",
    "team": "{name}选派专班成员{count}人",
    "dismiss": "{name}的专班成员减少1人",
    "finish": "{name}完成任务，{day}",
    "resume": "{name}恢复办理",
    "settle": "{name}随课题办结",
}
PIECE_SENTENCES: Final[dict[str, str]] = {
    "begin": "{name}第{number}项分解任务，{until}前完成",
    "advance": "{name}第{number}项：登记进展，已完成{percent}%",
    "assign": "{name}第{number}项：明确责任人",
    "change": "{name}第{number}项：调整任务，{until}前完成",
    "finish": "{name}第{number}项：完成，{day}",
    "send_back": "{name}第{number}项：退回继续办理",
    "drop": "{name}第{number}项：取消",
}
SAID_ALREADY: Final = frozenset({"joint.part.begin", "joint.part.lead", "joint.piece.begin"})
"""Lines of the journal that a step's own line says already: in a topic's history they stand once."""
DONE: Final[dict[str, str]] = {"opened": "已设为联合课题，请邀请各级政协参加。"}
HELPS: Final[dict[str, str]] = {
    "none_asked": "请选择上级、下级或同一上级的政协，至少一个。",
    "nobody": "请选择本级的委员或机关人员，至少一人。",
    "title": "默认为该项工作的名称，可改为课题名称。",
    "words": "对各参加单位的要求，参加单位在同一页面看到，无须另行发文。",
    "committees": "输入名称中的字选择，可以选几个；上级、下级和同一上级的都可以。",
    "role": "“配合”：由牵头单位组织，参加单位协助；“联合”：共同组织开展。",
    "until": "不填的，按课题完成时限。",
    "organ": "本级由哪个机构承办；其负责人可以办理本级的任务。",
    "task": "这个课题同时是本级年度计划中的哪项任务；选了的，计入该任务的完成情况，无须另行登记。",
    "people": "输入姓名选择本级委员或机关人员，可以选几个；名单在牵头单位同时可见。",
    "person": "从本级委员和机关人员中选；选了的，本人可以直接登记进展。",
    "who": "没有账号的人员或处室，写在这里。",
    "percent": "0到100的整数。",
    "pieces": "写明做什么，一项一条。",
    "outcome": "课题报告名称、文号和主要成果；各参加单位看到的是同一份。",
}
STATE_BESIDE: Final = "{role}·{state}"
WORDS: Final[dict[str, str]] = {
    "panel": "联合课题",
    "panel_add": "设为联合课题",
    "list": "联合课题",
    "choose": "（不填）",
    "pause": "、",
    "progress": "分解任务{done}/{all}项完成",
    "late": "超期{count}项",
    "no_pieces": "还没有分解任务",
    "file": "任务分解表-{day}",
    "head": "联合课题“{title}”任务分解表",
    "asof": "截至{moment}，共{count}项，完成{done}项",
    "title_of": "{committee}：{what}",
}
TABS: Final = (
    ("", "进行中"), ("asked", "待我确认"), ("lead", "本级牵头"), ("join", "本级参加"), ("late", "有超期任务"),
    ("all", "全部"),
)  # fmt: skip
SHEET: Final[dict[str, str]] = {
    "committee": "单位", "role": "角色", "what": "任务", "who": "责任人", "until": "时限", "percent": "进度（%）",
    "words": "最近进展", "state": "状态", "done_on": "完成日期",
}  # fmt: skip
PAGE_NOTES: Final[dict[str, str]] = {"finished": "{day}完成", "due": "{day}前"}

CUTS: Final[dict[str, str]] = {"role": "角色", "organ": "承办机构"}
COLUMNS: Final[dict[str, str]] = {
    "title": "联合课题", "leader": "牵头单位", "opened": "设立日期", "until": "完成时限", "state": "状态",
    "what": "分解任务", "committee": "单位", "who": "责任人", "done_on": "完成日期", "name": "姓名",
    "duty": "专班职责", "joined": "加入日期",
    "percent": "进度（%）",
}  # fmt: skip
# key → name, unit, meaning, further names
TOLD: Final[dict[str, tuple[str, str, str, tuple[str, ...]]]] = {
    "topics": (
        "参与联合课题", "个",
        "时段内进行中或设立、本级牵头或已确认参加的联合课题；几级政协共同参加的，各级各计一次，汇总时只计一次。",
        ("联合课题", "联合调研课题"),
    ),
    "pieces": ("联合课题分解任务", "项", "时限在时段内、由本级承担的分解任务；已取消的不计。", ("分解任务",)),
    "pieces_done": ("完成的分解任务", "项", "上述分解任务中已登记完成的。", ()),
    "pieces_done_rate": ("分解任务完成率", "%", "完成的分解任务占由本级承担的分解任务的比例。", ()),
    "pieces_late": ("超期的分解任务", "项", "上述分解任务中时限已过仍未完成的。", ()),
    "team": ("联合课题专班成员", "人次", "时段内联合课题的本级专班成员，一个课题一人计一次。", ("专班成员",)),
    "team_people": ("参加联合课题专班的人", "人", "时段内参加联合课题专班的本级人员，同一人只计一次。", ()),
}  # fmt: skip
SUBJECTS: Final = ("联合课题", "联合调研课题")
ACTIONS: Final = ("参与", "参加", "开展", "承担", "完成", "牵头", "配合", "联合开展")
UNITS: Final = ("个", "项")
NORMS: Final[dict[str, tuple[str, str]]] = {
    "answer": (
        "收到联合课题邀请多少个工作日内答复",
        "从收到邀请起算；到期没有答复的，列入被邀请单位办公室的待办并提醒。",
    ),
    "piece": ("没有写时限的分解任务多少天内完成", "写了时限的分解任务以写的时限为准。"),
}
