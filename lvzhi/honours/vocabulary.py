"""Words of honours 荣誉: states, code tables, refusals, journal sentences, figures, headings."""

from __future__ import annotations

from typing import Final

from django.db.models import TextChoices


class State(TextChoices):
    """Whether an honour stands."""

    CLAIMED = "claimed", "待核实"
    RETURNED = "returned", "请补充"
    CONFIRMED = "confirmed", "已确认"
    DECLINED = "declined", "未确认"
    WITHDRAWN = "withdrawn", "已撤回"


class Bearer(TextChoices):
    """To what it was given."""

    PERSON = "person", "个人"
    ORGAN = "organ", "集体（机构）"
    WORK = "work", "作品"


HOLDERS: Final = {
    State.CLAIMED: "办公室",
    State.RETURNED: "申报人",
    State.CONFIRMED: "",
    State.DECLINED: "",
    State.WITHDRAWN: "",
}
NEXT: Final = {
    State.CLAIMED: "核对证明后确认",
    State.RETURNED: "按意见补充后再报",
    State.CONFIRMED: "",
    State.DECLINED: "",
    State.WITHDRAWN: "",
}
TONES: Final = {
    State.CLAIMED: "later", State.RETURNED: "warn", State.CONFIRMED: "good", State.DECLINED: "neutral",
    State.WITHDRAWN: "neutral",
}  # fmt: skip
LEVELS: Final = "honours.levels"
LEVELS_NAME: Final = "荣誉层级"
WORKS: Final = "honours.works"
WORKS_NAME: Final = "获奖作品类别"
SAID_LABEL: Final = "公文中的其他叫法，用顿号分开"
LEVEL_ROWS: Final = (
    ("national", "国家级", "中央、全国、国家"),
    ("province", "省级", "省部级、全省"),
    ("city", "市级", "地市级、全市"),
    ("county", "区县级", "区级、县级、全区、全县"),
    ("own", "本机关", "本级"),
)
WORK_ROWS: Final = (
    ("lecture", "党课讲稿", "专题党课讲稿、党课、专题党课、优秀党课"),
    ("proposal", "优秀提案", "获奖提案"),
    ("report", "调研报告", "调查报告、协商报告、视察报告"),
    ("information", "社情民意信息", "社情民意"),
    ("history", "文史作品", "文史稿件、文史文章、文史资料"),
    ("news", "宣传作品", "新闻作品、新闻报道、宣传报道"),
    ("paper", "理论文章", "理论研讨文章、论文、理论成果"),
    ("art", "书画摄影作品", "书画作品、书法作品、摄影作品"),
    ("other", "其他作品", "作品、案例、典型案例"),
)
REFUSALS: Final[dict[str, str]] = {
    "honours.unknown": "没有找到这项荣誉，或您无权查看。",
    "honours.not_claimer": "您不是“{committee}”的委员或机关人员，不能在这里申报荣誉。",
    "honours.not_keeper": "您没有在“{committee}”登记荣誉的权限，请联系办公室。",
    "honours.blank": "请填写{what}。",
    "honours.person_missing": "获得者选了“个人”，请从名册中选一位，或填写姓名。",
    "honours.organ_missing": "获得者选了“集体（机构）”，请选择是哪个机构。",
    "honours.organ_elsewhere": "机构“{organ}”不属于{committee}，请重新选择。",
    "honours.work_missing": "获得者选了“作品”，请填写作品名称，或从作品的页面进入登记。",
    "honours.work_kind_missing": "请选择作品类别。",
    "honours.work_unknown": "没有找到获奖的作品，或您无权查看。",
    "honours.day_ahead": "日期{day}在今天之后，请核对。",
    "honours.before_work": "授予日期{day}早于作品完成日期{before}，请核对。",
    "honours.proof_missing": "请上传证书、通报等证明{other}。",
    "honours.same": "{bearer}{day}获“{title}”已经登记（{state}），请打开原来的一项。",
    "honours.own_elsewhere": "本人申报只能申报自己的荣誉；机构和他人的荣誉请由办公室登记。",
    "honours.proof_gone": "这项荣誉还没有证明材料，也没有文号，不能确认；请上传证明或请申报人补充。",
    "honours.not_editable": "“{title}”现在是“{state}”，不能再改；需要改动请联系办公室。",
    "honours.changed": "您打开页面后，“{title}”已被别人修改。",
}
EVENTS: Final[dict[str, str]] = {"honours.written": "修改荣誉", "honours.exported": "导出荣誉台账{count}项"}
MESSAGES: Final[dict[str, str]] = {
    "honours.claimed": "{who}申报荣誉“{title}”，请核实。",
    "honours.returned": "您申报的荣誉“{title}”请补充：{ground}",
    "honours.confirmed": "荣誉“{title}”已确认，记入您的履职档案。",
    "honours.declined": "您申报的荣誉“{title}”未确认：{ground}",
}
SENTENCES: Final[dict[str, str]] = {
    "begin": "登记荣誉",
    "confirm": "核实确认",
    "send_back": "请申报人补充",
    "resubmit": "补充后再报",
    "decline": "不予确认",
    "withdraw": "撤回申报",
    "reopen": "重新核实",
}
DONE: Final[dict[str, str]] = {"saved": "已登记。", "claimed": "已申报，办公室核实后记入档案。", "changed": "已保存。"}
WHATS: Final = {"title": "荣誉名称", "given_by": "授予单位", "work": "作品名称"}
OR_NUMBER: Final = "，或者填写表彰文件的文号"
CUTS: Final = {"level": "层级", "bearer": "获得者", "kind": "作品类别", "organ": "机构"}
COLUMNS: Final = {
    "title": "荣誉", "grade": "等次", "level": "层级", "bearer": "获得者类别", "who": "获得者", "given_by": "授予单位",
    "given_on": "授予日期", "number": "文号", "work": "作品", "kind": "作品类别",
}  # fmt: skip
TOLD: Final[dict[str, tuple[str, str, str, tuple[str, ...]]]] = {
    "honours": (
        "荣誉",
        "项",
        "授予日期在时段内、已经核实确认的荣誉，个人、集体、作品各计一项；同一项奖授予几人的，每人一项。",
        ("获得荣誉", "表彰奖励"),
    ),
    "works": (
        "获奖作品",
        "篇",
        "授予日期在时段内、已经核实确认的荣誉中授予作品的，每件作品获一项奖计一次。",
        ("优秀作品",),
    ),
    "persons": ("获得荣誉的个人", "项", "授予日期在时段内、已经核实确认、授予个人的荣誉。", ()),
}
SUBJECTS: Final = ("荣誉", "表彰", "奖项", "荣誉称号", "表彰奖励", "奖励", "先进称号")
GETS: Final = ("获得", "荣获", "获", "受到", "取得")
WORK_SUBJECTS: Final = ("作品", "获奖作品", "优秀作品", "文章")
RATED: Final = ("被评为", "评为", "评选为", "获评", "荣获", "获得", "获", "入选", "被评")
PRIZED: Final = "评|奖|荣获|入选|表彰|表扬"
UNITS: Final = ("项", "个", "次", "人次")
WORK_UNITS: Final = ("篇", "件", "部", "个", "项", "份", "幅")
NAMES: Final = "、"
VOIDED: Final = "误录作废"
NONE: Final = "没有符合条件的荣誉"
NONE_MINE: Final = "您还没有登记过荣誉"
NOT_CHOSEN: Final = "（不填）"
ONLY: Final = {"bare": "没有证明材料", "voided": "误录作废"}
EXPORT: Final = {
    "title": "荣誉台账",
    "filters": "筛选条件：{filters}",
    "asof": "截至{moment}，共{count}项",
    "pair": "{label}：{value}",
    "joiner": "；",
    "none": "无",
    "name": "荣誉台账-{day}",
}
HELPS: Final = {
    "title": "例如：优秀政协委员、优秀党课、先进集体。",
    "grade": "例如：一等奖；没有等次的留空。",
    "name": "名册上没有的人，在这里写姓名。",
    "number": "表彰决定、通报的文号。",
    "work": "例如党课讲稿、调研报告的题目。系统里有记录的作品，请从它的页面点“登记荣誉”。",
    "work_on": "作品写成、提交或发表的日期，不能晚于授予日期。",
    "uploads": "证书、奖牌照片，通报、决定的扫描件。",
    "organ": "个人和作品可以写明属于哪个机构，没有的不填。",
}
LABEL: Final = "证明"
PANEL: Final = {"title": "荣誉", "add": "登记荣誉", "empty": "还没有登记荣誉。"}
GIVEN_TO: Final = "honours.given_to"
GIVEN_FORWARD: Final = "授予作品"
GIVEN_BACKWARD: Final = "获得荣誉"
WORKFLOW_NAME: Final = "荣誉核实"
KEEPER: Final = "登记单位的办公室、专委会、秘书长、经办人"
BOOK: Final = "《{name}》"
