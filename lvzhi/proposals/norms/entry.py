"""Parameters of writing, examination and numbering."""

from __future__ import annotations

from lvzhi.norms import codes, declare
from lvzhi.proposals import vocabulary
from lvzhi.proposals.vocabulary import entry as words

EDITORS = ("system_admin", "proposal_head")
declare(
    "proposals.title_length",
    "案由字数上限",
    kind="int",
    unit="字",
    default=50,
    rule="R1.12",
    least=10,
    most=200,
    editors=EDITORS,
)
declare(
    "proposals.cosigners_most",
    "联名委员人数上限",
    kind="int",
    unit="人",
    default=10,
    rule="R1.13",
    least=0,
    most=500,
    editors=EDITORS,
)
declare(
    "proposals.cosign_due",
    "确认联名的期限（自邀请之日）",
    kind="term",
    default={"amount": 7, "unit": "calendar_day"},
    rule="R1.27",
    editors=EDITORS,
    help="邀请时可另选日期；到期没有确认的不计入联名。",
)
declare(
    "proposals.co_units_most",
    "建议会办单位上限",
    kind="int",
    unit="个",
    default=4,
    rule="R1.13",
    least=0,
    most=30,
    editors=EDITORS,
)
declare(
    "proposals.examine_due",
    "审查期限（自收件之日）",
    kind="term",
    default={"amount": 20, "unit": "working_day"},
    rule="R1.33",
    editors=EDITORS,
)
declare(
    "proposals.assign_due",
    "交办期限（自立案之日）",
    kind="term",
    default={"amount": 30, "unit": "calendar_day"},
    rule="R1.53",
    editors=EDITORS,
)
declare(
    "proposals.number_format",
    "案号格式",
    kind="text",
    default="第{seq:04d}号",
    rule="R1.51",
    most=60,
    editors=EDITORS,
    help="可用 {seq} 顺序号、{term} 届、{session} 次、{year} 年、{track} 大会或平时。",
)
declare(
    "proposals.serial_format",
    "收件号格式",
    kind="text",
    default="收{year}-{seq:04d}",
    rule="R1.52",
    most=60,
    editors=EDITORS,
)
codes.declare(
    "proposals.category",
    "提案类别",
    [codes.row(code, name, rule=rule, group="") for code, name, rule in vocabulary.CATEGORIES],
    extra=(("group", words.GROUP_LABEL),),
    editors=EDITORS,
)
codes.declare(
    "proposals.ground",
    "不予立案依据",
    [codes.row(code, name, rule=rule) for code, name, rule in vocabulary.GROUNDS],
    editors=EDITORS,
)
codes.declare(
    "proposals.route",
    "不予立案后的去向",
    [codes.row(code, name, rule=rule) for code, name, rule in vocabulary.ROUTES],
    editors=EDITORS,
)
codes.declare(
    "proposals.proposer_type",
    "提案者类型",
    [
        codes.row(
            code,
            name,
            rule=rule,
            collective=collective,
            session_only=words.TYPE_EXTRAS[code][0],
            seal=words.TYPE_EXTRAS[code][1],
            convener=words.TYPE_EXTRAS[code][2],
            organs=words.TYPE_EXTRAS[code][3],
        )
        for code, name, rule, collective in vocabulary.PROPOSER_TYPES
    ],
    extra=(
        ("collective", vocabulary.COLLECTIVE_LABEL),
        ("session_only", words.SESSION_ONLY_LABEL),
        ("seal", words.SEAL_LABEL),
        ("convener", words.CONVENER_LABEL),
        ("organs", words.ORGAN_LABEL),
    ),
    editors=EDITORS,
)
