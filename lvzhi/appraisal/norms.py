"""Declared parameters of the appraisal of staff: quotas and rounding, weights, windows, code tables (R8.2–R8.7)."""

from __future__ import annotations

from lvzhi.appraisal import vocabulary as words
from lvzhi.norms import codes, declare

EDITORS = ("system_admin", "office", "secretary_general")
QUARTER_MOST, YEAR_MOST = "appraisal.quarter_most", "appraisal.year_most"
APPROVED_MOST, ROUNDING = "appraisal.year_most_approved", "appraisal.rounding"
WEIGHT = "appraisal.weight_{part}"
EVERYDAY = "appraisal.everyday_weight"
LATE_POINTS, ABSENT_OFF, LATE_OFF = "appraisal.late_points", "appraisal.absent_off", "appraisal.late_off"
GOOD_LEAST, LOW_BARS = "appraisal.good_quarters", "appraisal.low_quarter_bars"
AWAY_MOST, SERVED_LEAST = "appraisal.away_most", "appraisal.served_least"
ACCOUNT_DUE, COMMENT_DUE = "appraisal.account_due", "appraisal.comment_due"
DECIDE_DUE, SIGN_DUE = "appraisal.decide_due", "appraisal.sign_due"
APPEAL_WITHIN, ANSWER_DUE = "appraisal.appeal_within", "appraisal.answer_due"
BALLOT = "appraisal.by_ballot"


def _share(key: str, name: str, default: str, rule: str, help_: str = "") -> None:
    declare(
        key, name, kind="decimal", unit="%", default=default, least="0", most="100", rule=rule, editors=EDITORS,
        help=help_,
    )  # fmt: skip


def _term(key: str, name: str, amount: int, rule: str) -> None:
    term = {"amount": amount, "unit": "working_day"}
    declare(key, name, kind="term", default=term, rule=rule, editors=EDITORS)


_share(QUARTER_MOST, "平时考核“好”等次的比例上限", "40", "R8.3", "以参加考核并定等次的人数为基数。")
_share(YEAR_MOST, "年度考核“优秀”的比例上限", "20", "R8.2", "以参加考核并定等次的人数为基数。")
_share(APPROVED_MOST, "经批准的年度“优秀”比例上限", "25", "R8.2", "填写了公务员主管部门的批准文号时适用。")
declare(
    ROUNDING, "名额小数的处理", kind="choice", default="down", choices=words.ROUNDINGS, rule="R8.2", editors=EDITORS,
    help="名额 = 基数 × 比例，有小数时怎样取整。",
)  # fmt: skip
for _part, _default, _help in (
    ("account", "10", "按期由本人提交述评的计满分。"),
    ("leader", "40", "按点评领导建议等次的折分。"),
    ("vote", "40", "按民主测评各等次的折分和德能勤绩廉的权重；不测评的期次，此项权重按比例分给其他各项。"),
    ("attendance", "10", "满分减旷工、迟到早退的扣分；经批准的请假不扣。"),
):
    _share(WEIGHT.format(part=_part), f"考核权重：{words.PARTS[_part]}", _default, "R8.7", _help)
_share(EVERYDAY, "年度综合得分中平时考核所占", "50", "R8.5", "其余为年度部分的述评、点评、测评和考勤。")
declare(
    LATE_POINTS, "逾期或代录的述评计分", kind="decimal", unit="分", default="80", least="0", most="100", rule="house",
    editors=EDITORS,
)  # fmt: skip
declare(
    ABSENT_OFF, "每旷工一天扣考勤分", kind="decimal", unit="分", default="20", least="0", most="100", rule="house",
    editors=EDITORS,
)  # fmt: skip
declare(
    LATE_OFF, "每迟到早退一次扣考勤分", kind="decimal", unit="分", default="2", least="0", most="100", rule="house",
    editors=EDITORS,
)  # fmt: skip
declare(
    GOOD_LEAST, "评为年度“优秀”至少要有的“好”季度数", kind="int", unit="个", default=1, least=0, most=4, rule="R8.5",
    editors=EDITORS,
)  # fmt: skip
declare(
    LOW_BARS, "平时考核有“一般”“较差”的不能评为优秀", kind="bool", default=True, rule="R8.5", editors=EDITORS,
)  # fmt: skip
declare(
    AWAY_MOST, "全年病假、事假超过此数不定等次", kind="int", unit="个工作日", default=125, least=1, most=250,
    rule="R8.7", editors=EDITORS, help="默认约为半年的工作日。",
)  # fmt: skip
declare(
    SERVED_LEAST, "到岗时间不足此数的不定等次", kind="decimal", unit="%", default="50", least="0", most="100",
    rule="R8.7", editors=EDITORS, help="在岗天数占考核期天数的比例；发起时自动列为不定等次，办公室可以恢复。",
)  # fmt: skip
declare(
    BALLOT, "平时考核做民主测评", kind="bool", default=True, rule="R8.4", editors=EDITORS,
    help="年度考核总要测评；平时考核每期可以另定。",
)  # fmt: skip
_term(ACCOUNT_DUE, "个人述评期限（发起起）", 5, "R8.3")
_term(COMMENT_DUE, "领导点评期限（述评提交起）", 5, "R8.3")
_term(DECIDE_DUE, "组织审定期限（拟定等次起）", 10, "R8.4")
_term(SIGN_DUE, "本人签收期限（反馈起）", 5, "R8.7")
_term(APPEAL_WITHIN, "申请复核期限（反馈起）", 10, "R8.7")
_term(ANSWER_DUE, "复核答复期限（申请起）", 10, "R8.7")
for _key, _name, _rows in (
    (words.QUARTER_GRADES, words.QUARTER_GRADES_NAME, words.QUARTER_ROWS),
    (words.YEAR_GRADES, words.YEAR_GRADES_NAME, words.YEAR_ROWS),
):
    codes.declare(
        _key, _name,
        [
            codes.row(code, name, rule=rule, points=points, limited=limited, low=low)
            for code, name, rule, points, limited, low in _rows
        ],
        extra=(("points", words.POINTS_LABEL), ("limited", words.LIMITED_LABEL), ("low", words.LOW_LABEL)),
        editors=EDITORS,
    )  # fmt: skip
codes.declare(
    words.VOTE_POINTS, words.VOTE_POINTS_NAME,
    [codes.row(code, name, rule=rule, points=points) for code, name, rule, points in words.VOTE_ROWS],
    extra=(("points", words.POINTS_LABEL),), editors=EDITORS,
)  # fmt: skip
codes.declare(
    words.WEIGHTS, words.WEIGHTS_NAME,
    [codes.row(code, name, rule=rule, weight=weight) for code, name, rule, weight in words.WEIGHTS_ROWS],
    extra=(("weight", words.WEIGHT_LABEL),), editors=EDITORS,
)  # fmt: skip
codes.declare(
    words.EXCLUSIONS, words.EXCLUSIONS_NAME,
    [codes.row(code, name, rule=rule, itself=itself) for code, name, rule, itself in words.EXCLUSION_ROWS],
    extra=(("itself", words.EXCLUDED_LABEL),), editors=EDITORS,
)  # fmt: skip
