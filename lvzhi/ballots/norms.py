"""Declared parameters of ballots: tellers, quorum, smallest result shown, kinds, aspects and grades."""

from __future__ import annotations

from lvzhi.ballots import vocabulary
from lvzhi.norms import codes, declare

EDITORS = ("system_admin", "office")
declare(
    "ballots.tellers",
    "监票人最少人数",
    kind="int",
    unit="名",
    default=2,
    rule="R4.8",
    least=2,
    most=9,
    editors=EDITORS,
    help="开箱总要两名监票人的监票码；人数多于两名时，任意两名可以开箱。",
)
declare(
    "ballots.smallest_cut",
    "公布结果的最少有效票",
    kind="int",
    unit="张",
    default=5,
    rule="R4.8",
    least=3,
    most=50,
    editors=EDITORS,
    help="全部或某一票类的有效票少于此数时，不公布其结果，以免推知个人的选择。",
)
declare(
    "ballots.quorum",
    "有效测评的到会比例（须超过）",
    kind="decimal",
    unit="%",
    default="50",
    rule="R4.7",
    least="0",
    most="99.99",
    editors=EDITORS,
    help="实到人数 ÷ 应到人数须超过此数，测评才有效；填 0 为不限。",
)
declare(
    "ballots.excess_voids",
    "收回纸质票多于发出时作废",
    kind="bool",
    default=True,
    rule="R4.7",
    editors=EDITORS,
    help="选否时，多出时拒绝计票，要求重新清点。",
)
declare("ballots.blank_allowed", "允许漏选（计为弃权）", kind="bool", default=True, rule="R4.7", editors=EDITORS)
declare(
    "ballots.teller_sees_who",
    "监票人可看谁已投票",
    kind="bool",
    default=False,
    rule="R4.8",
    editors=EDITORS,
    help="只看是否参加，任何人都看不到怎样选。",
)
declare(
    "ballots.most_cells",
    "一张票最多格数",
    kind="int",
    unit="格",
    default=120,
    rule="R4.8",
    least=10,
    most=600,
    editors=EDITORS,
    help="测评对象数 × 内容项数。",
)
codes.declare(
    "ballots.kind",
    "测评种类",
    [
        codes.row(code, name, rule=rule, set=aspects, scale=scale, closed=closed)
        for code, name, rule, aspects, scale, closed in vocabulary.KINDS
    ],
    extra=(("set", vocabulary.SET_LABEL), ("scale", vocabulary.SCALE_LABEL), ("closed", vocabulary.CLOSED_LABEL)),
    editors=EDITORS,
)
codes.declare(
    "ballots.aspect",
    "测评内容",
    [codes.row(code, name, rule=rule, set=group) for code, name, rule, group in vocabulary.ASPECTS],
    extra=(("set", vocabulary.SET_LABEL),),
    editors=EDITORS,
)
codes.declare(
    "ballots.grade",
    "测评等次",
    [
        codes.row(code, name, rule=rule, scale=group, favourable=favourable)
        for code, name, rule, group, favourable in vocabulary.GRADES
    ],
    extra=(("scale", vocabulary.SCALE_LABEL), ("favourable", "计为好评")),
    editors=EDITORS,
)
