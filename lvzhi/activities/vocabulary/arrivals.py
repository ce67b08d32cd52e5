"""Words of sign-in at the door: devices 签到设备, arrivals 到场记录, what became of each, what a device shows."""

from __future__ import annotations

from typing import Final

from django.db.models import TextChoices

from lvzhi.activities.vocabulary.states import Proof


class Signing(TextChoices):
    """How somebody was noted at the door."""

    CODE = "code", "个人签到码"
    LIST = "list", "名单点到"
    PROXY = "proxy", "他人代签"
    GUEST = "guest", "未在名单登记"


class Outcome(TextChoices):
    """What became of an arrival once it reached the server."""

    COUNTED = "counted", "计为出席"
    BESIDE = "beside", "重复，留作佐证"
    HELD = "held", "待核"
    DECLINED = "declined", "谢绝"
    DROPPED = "dropped", "核对后不计"


class Doubt(TextChoices):
    """Why an arrival waits for the clerk."""

    ENDED = "ended", "签到设备已停用"
    EXPIRED = "expired", "签到设备已到期"
    RIGHT = "right", "开设签到设备的人已不承办这项活动"
    VOIDED = "voided", "活动已作误录作废"
    DRAFT = "draft", "活动还没有发出通知"
    CANCELLED = "cancelled", "活动已取消"
    CLOSED = "closed", "活动已归档"
    TO_COME = "to_come", "这一场还没有到日期"
    GONE = "gone", "这一场已从日程中删除"
    OTHER_GROUP = "other_group", "不是这一组的参加人"
    NO_ROW = "no_row", "不在本次活动的名单中"
    WRONG_CODE = "wrong_code", "签到码与本人不符"
    NAMESAKES = "namesakes", "名单上有同名的人，不能认定是哪一位"
    STANDING = "standing", "已有不同的登记"


PROOFS: Final = {
    Signing.CODE: Proof.CODE,
    Signing.LIST: Proof.LIST,
    Signing.PROXY: Proof.PROXY,
    Signing.GUEST: Proof.LIST,
}
OUTCOME_TONES: Final = {
    Outcome.COUNTED: "good",
    Outcome.BESIDE: "info",
    Outcome.HELD: "warn",
    Outcome.DECLINED: "bad",
    Outcome.DROPPED: "neutral",
}
ARRIVAL_OF: Final = "{name}（{sitting}）"
DEVICE_OF: Final = "{name}（{sitting}）"
DEVICE_NAME: Final = "签到设备{number}"
UNSURE: Final = "设备时间不可靠，不判断迟到"
ARRIVAL_REFUSALS: Final = {
    "activities.device_unknown": "这台设备没有登记；请经办人在“签到设备”页重新开设，本机已存的记录不会丢失。",
    "activities.device_over": "这台签到设备已到期或停用，不能再取名单；本机已存的记录仍可上传，由经办人核对。",
    "activities.device_over_sitting": "这一场已经结束超过{hours}小时，不能再开设签到设备，请在出席登记页补登。",
    "activities.device_unreadable": "上传的内容读不出来，记录仍保存在设备上，请重试。",
    "activities.device_many": "一次上传{count}条，超过{most}条，请分批上传。",
    "activities.arrival_unreadable": "这条记录缺少{what}，没有收下，仍保存在设备上。",
    "activities.arrival_settled": "{name}的到场记录已经核对过了。",
    "activities.arrival_closed": "活动现为“{state}”，不能计为出席；已归档的请先退回补充。",
    "activities.arrival_nobody": "名单中没有认定是哪一位，请先在出席登记页登记，再把这一条核对为“不计”。",
}
ARRIVAL_EVENTS: Final = {
    "activities.device_opened": "为“{sitting}”开设{name}",
    "activities.device_ended": "停用{name}",
    "activities.merged": (
        "从{device}并入“{sitting}”的到场记录{count}条：计为出席{counted}，佐证{beside}，待核{held}，谢绝{declined}"
    ),
    "activities.settled": "核对{name}的到场记录：{outcome}",
}
ARRIVAL_NORMS: Final[dict[str, tuple[str, str, str]]] = {
    "activities.device_hours": (
        "签到设备到期时间", "小时", "自这一场结束起；到期后不能再取名单，设备上未传的记录仍可上传待核。",
    ),
    "activities.device_entries": ("签到设备每次上传条数上限", "条", ""),
    "activities.late_minutes": (
        "迟到界限", "分钟", "场次定了具体时间的，开始后超过这个时间签到记为迟到；没有定具体时间的不判断。",
    ),
    "activities.skew_minutes": (
        "设备时钟偏差标明界限", "分钟", "设备与服务器的时间相差超过这个界限的，在到场记录中标明。",
    ),
}  # fmt: skip
# What a page asks the device for, and what it tells it.
MISSING: Final = {"id": "编号", "at": "时间", "way": "签到方式", "who": "是谁"}
ARRIVAL_WORDS: Final[dict[str, str]] = {
    "devices": "签到设备",
    "opened": "已开设{name}。请现在就在设备上打开下面的地址，离开本页后不再显示。",
    "ended": "已停用{name}；设备上还没有上传的记录仍可上传，列入待核。",
    "settled": "已核对。",
    "clock": "设备时钟{minutes}分钟",
    "fast": "快",
    "slow": "慢",
}
