"""Words of proposals 提案: states, kinds, refusals, journal sentences, messages."""

from __future__ import annotations

from django.db import models


class State(models.TextChoices):
    """Where a proposal is (R1.20 state model)."""

    DRAFT = "draft", "草稿"
    GATHERING = "gathering", "联名征集"
    SUBMITTED = "submitted", "待审查"
    RETURNED = "returned", "退回修改"
    FILED = "filed", "已立案待交办"
    NOT_FILED = "not_filed", "不予立案"
    ASSIGNED = "assigned", "已交办待签收"
    HANDLING = "handling", "办理中"
    ANSWERED = "answered", "已答复待评价"
    REHANDLING = "rehandling", "重新办理"
    CLOSED = "closed", "办结"
    WITHDRAWN = "withdrawn", "撤案"


class SignState(models.TextChoices):
    """Where an invitation to co-sign is (R1.29)."""

    INVITED = "invited", "待确认"
    SIGNED = "signed", "已附议"
    DECLINED = "declined", "已婉拒"
    EXPIRED = "expired", "逾期未确认"
    WITHDRAWN = "withdrawn", "已撤回邀请"


class AssignState(models.TextChoices):
    """Where the handing-over to one unit is (R1.53–R1.65)."""

    PENDING = "pending", "待签收"
    SIGNED = "signed", "已签收"
    RETURN_ASKED = "return_asked", "申请退回"
    REPLACED = "replaced", "已改办"
    DONE = "done", "已办复"


class UnitRole(models.TextChoices):
    """What a unit does for a proposal (R1.54)."""

    LEAD = "lead", "主办"
    CO = "co", "会办"
    SEPARATE = "separate", "分办"


class Track(models.TextChoices):
    """Session or inter-session proposal (R1.7)."""

    SESSION = "session", "大会提案"
    BETWEEN = "between", "平时提案"


class Grade(models.TextChoices):
    """A rating's three grades (R1.91)."""

    SATISFIED = "satisfied", "满意"
    BASICALLY = "basically", "基本满意"
    DISSATISFIED = "dissatisfied", "不满意"


class Neutral(models.TextChoices):
    """The neutral scale that local result letters map to (R1.90)."""

    SOLVED = "solved", "已解决"
    IN_PROGRESS = "in_progress", "正在解决"
    PLANNED = "planned", "计划解决"
    REFERENCE = "reference", "留作参考"


class Proposer(models.TextChoices):
    """Member or collective proposal, as statistics always split them (R1.123)."""

    MEMBER = "member", "委员提案"
    COLLECTIVE = "collective", "集体提案"


HOLDERS = {
    State.DRAFT: "提案人",
    State.GATHERING: "提案人和被邀请的联名委员",
    State.SUBMITTED: "提案委员会",
    State.RETURNED: "提案人",
    State.FILED: "提案委员会",
    State.NOT_FILED: "",
    State.ASSIGNED: "承办单位",
    State.HANDLING: "主办单位",
    State.ANSWERED: "提案人",
    State.REHANDLING: "主办单位",
    State.CLOSED: "",
    State.WITHDRAWN: "",
}
SIGN_HOLDERS = {SignState.INVITED: "被邀请的委员"}
ASSIGN_HOLDERS = {
    AssignState.PENDING: "承办单位",
    AssignState.SIGNED: "承办单位",
    AssignState.RETURN_ASKED: "提案委员会",
}
NEXT = {
    State.DRAFT: "写完后提交，或先邀请联名",
    State.GATHERING: "等待联名委员确认，也可直接提交",
    State.SUBMITTED: "提案委员会审查是否立案",
    State.RETURNED: "按退回意见修改后重新提交",
    State.FILED: "提案委员会交有关单位承办",
    State.NOT_FILED: "",
    State.ASSIGNED: "承办单位签收",
    State.HANDLING: "承办单位书面答复",
    State.ANSWERED: "提案人和联名人评价答复",
    State.REHANDLING: "承办单位重新答复",
    State.CLOSED: "",
    State.WITHDRAWN: "",
}
TONES = {
    State.DRAFT: "later",
    State.GATHERING: "later",
    State.SUBMITTED: "info",
    State.RETURNED: "warn",
    State.FILED: "info",
    State.NOT_FILED: "neutral",
    State.ASSIGNED: "info",
    State.HANDLING: "info",
    State.ANSWERED: "warn",
    State.REHANDLING: "warn",
    State.CLOSED: "good",
    State.WITHDRAWN: "neutral",
}
SIGN_TONES = {SignState.INVITED: "later", SignState.SIGNED: "good"}
ASSIGN_TONES = {
    AssignState.PENDING: "warn",
    AssignState.SIGNED: "info",
    AssignState.RETURN_ASKED: "warn",
    AssignState.REPLACED: "neutral",
    AssignState.DONE: "good",
}
GRADE_TONES = {Grade.SATISFIED: "good", Grade.BASICALLY: "info", Grade.DISSATISFIED: "bad"}
VOIDED = "误录作废"
KEY_WORD = "重点"
PHASES = (
    ("撰写", frozenset({State.DRAFT, State.GATHERING, State.RETURNED})),
    ("审查", frozenset({State.SUBMITTED})),
    ("立案交办", frozenset({State.FILED, State.ASSIGNED})),
    ("办理", frozenset({State.HANDLING, State.REHANDLING})),
    ("答复评价", frozenset({State.ANSWERED})),
    ("办结", frozenset({State.CLOSED})),
)
FORMS_OF_ANSWER = (("letter", "书面答复"), ("meeting", "当面答复并书面送达"))

CATEGORIES = (
    ("economy", "经济建设", "R1.111"),
    ("politics", "政治建设", "R1.111"),
    ("culture", "文化建设", "R1.111"),
    ("society", "社会建设", "R1.111"),
    ("ecology", "生态文明建设", "R1.111"),
    ("other", "其他", "R1.111"),
)
CATEGORY_WORDS = {
    "economy": ("经济",),
    "politics": ("政治",),
    "culture": ("文化",),
    "society": ("社会", "民生"),
    "ecology": ("生态", "生态文明", "环保"),
    "other": (),
}
GROUNDS = (
    ("secret", "涉及党和国家秘密", "R1.39-1"),
    ("prohibited", "国家明令禁止的事项", "R1.39-2"),
    ("party_inner", "中共党员对党内组织、人事安排等方面的意见", "R1.39-3"),
    ("other_party_inner", "民主党派成员反映本组织内部事务", "R1.39-4"),
    ("litigation", "已进入民事、刑事、行政诉讼或仲裁程序", "R1.39-5"),
    ("academic", "属于学术研讨", "R1.39-6"),
    ("personal", "为本人或亲属解决个人问题", "R1.39-7"),
    ("advertising", "宣传、推介具体作品或产品", "R1.39-8"),
    ("denunciation", "指名举报", "R1.39-9"),
    ("empty", "内容空泛，没有具体建议", "R1.39-10"),
    ("petition", "属于信访事项", "R1.40"),
    ("privacy", "涉及个人隐私或商业秘密", "R1.40"),
    ("beyond_powers", "超出本级事权", "R1.40"),
    ("several_matters", "一件提案反映多件事", "R1.40"),
    ("repeated", "与本届已立案提案重复", "R1.40"),
)
ROUTES = (
    ("advice", "转作意见或建议", "R1.42"),
    ("opinion", "转为社情民意信息", "R1.41"),
    ("reference", "作为参阅件送有关部门", "R1.41"),
    ("letter", "作为委员来信转送", "R1.41"),
    ("told", "向提案者说明后存档", "R1.41"),
)
CLASSES = (
    ("A", "已经解决或基本解决", "R1.83", Neutral.SOLVED),
    ("B", "正在解决或列入计划解决", "R1.83", Neutral.IN_PROGRESS),
    ("C", "受条件限制以后解决", "R1.83", Neutral.PLANNED),
    ("D", "留作参考", "R1.83", Neutral.REFERENCE),
)
PROPOSER_TYPES = (
    ("member", "委员提案", "R1.4", False),
    ("party", "党派提案", "R1.4", True),
    ("federation", "团体提案", "R1.4", True),
    ("sector", "界别提案", "R1.4", True),
    ("group", "委员小组提案", "R1.4", True),
    ("special_committee", "专门委员会提案", "R1.4", True),
)
LEADER_RANKS = (
    ("top", "党政主要领导", "R1.98"),
    ("deputy", "党政分管领导", "R1.99"),
    ("chair", "政协主席会议成员", "R1.97"),
    ("organ", "专门委员会", "R1.99"),
)
NEUTRAL_LABEL = "通用结果"
COLLECTIVE_LABEL = "计为集体提案"
NAMED = "提案{called}"
NAMED_DRAFT = "提案（未收件）"
SERIAL_SEQUENCE = "serial"
KEY_DEFAULT_GROUND = "经主席会议审定"

TITLE_OF = "提案《{title}》"
COSIGN_OF = "{member}对{proposal}的附议"
ASSIGN_OF = "{unit}承办的{proposal}"

REFUSALS = {
    "proposals.text_changed": "您打开页面后，《{title}》的文字已在别处改过。请刷新后核对再保存，"
    "您填写的内容没有覆盖已有内容。",
    "proposals.title_missing": "请填写案由。",
    "proposals.section_missing": "“{section}”没有填写，请补充后再提交。",
    "proposals.title_long": "案由{length}字，超过{limit}字，请精简后再提交。",
    "proposals.text_long": "正文共{length}字，超过{limit}字，请精简，或把超出部分作为附件并说明理由。",
    "proposals.no_recommendation": "请至少写一条具体建议。",
    "proposals.not_editable": "提案现为“{state}”，不能修改文字；如需修改，请联系提案委员会退回。",
    "proposals.not_member": "您在{committee}没有在任的委员身份，不能提交提案。",
    "proposals.cosigner_left": "{name}已不是本届在任委员，不能邀请联名。",
    "proposals.cosigner_self": "第一提案人不能再作联名人。",
    "proposals.cosigner_double": "{name}已在联名名单中。",
    "proposals.cosigners_many": "联名委员最多{limit}人，已有{count}人。",
    "proposals.unit_closed": "{unit}已于{ends}撤销或并入其他单位，请选择现有承办单位。",
    "proposals.unit_double": "{unit}重复选择，每个单位只能承担一种角色。",
    "proposals.lead_missing": "请选择主办单位，或全部选为分办单位。",
    "proposals.route_missing": "请选择不予立案后的去向。",
    "proposals.ground_missing": "请至少选择一项不予立案的依据。",
    "proposals.class_unknown": "“{letter}”不是{year}年使用的办理结果类别，请从列表中选择。",
    "proposals.not_signatory": "只有本提案的提案人和已附议的联名人可以评价。",
    "proposals.rated_already": "您已于{when}评价过本次答复。",
    "proposals.reason_missing": "评价为“不满意”时请写明理由。",
    "proposals.window_over": "退回申请的期限为{due}，现已超过。如仍有异议，请与提案委员会联系。",
    "proposals.co_opinion_missing": "会办单位{units}尚未提交会办意见，主办单位暂不能答复。",
    "proposals.no_session": "{committee}没有登记{day}所在的届次，请联系提案委员会先登记届次和全会。",
    "proposals.number_format": "编号格式“{format}”写错了，请在参数中改正。",
    "proposals.rounds_over": "已重新办理{rounds}次，达到上限，请由提案委员会说明后办结。",
    "proposals.unknown": "没有找到这件提案，或您无权查看。",
    "proposals.not_key": "本提案还不是重点提案。",
}
DONE = {
    "step": "“{step}”已办理。",
    "saved": "已保存。",
    "invited": "邀请已发出，对方确认后计入联名。",
    "submitted": "提案已提交，收件号{serial}。",
    "voided": "已作误录作废，不再计入任何数据；需要时可以恢复。",
    "restored": "已恢复，重新计入数据。",
}
UNIT_GROUPS = {
    "sign": ("待签收", "签收后开始办理；不属于本单位职责的，请在期限内申请退回。"),
    "handle": ("办理中", "主办或分办，期限届满前书面答复。"),
    "opinion": ("待提交会办意见", "会办意见交主办单位汇总，未交时主办单位不能答复。"),
    "waiting": ("等待他人", "已交会办意见或已申请退回。"),
    "answered": ("已答复", ""),
}
AUDIENCES = {"own": "本人", "organ": "{organ}（集体提案）"}
NAMES = "、"
ORGAN_TYPES = {
    "party": "party",
    "federation": "federation",
    "sector": "sector",
    "special_committee": "special_committee",
}
UNIT_PROMPT = "输入单位名称查找"
BEHALF = "以谁的名义提出"
DRAFT_KIND = "提案"
UNTITLED = "未写案由"
LEFT_OPEN = "由提案委员会确定"  # what the proposer wishes is free to stay unsaid
EVERY_ONE = "全部"
ONLY = {"key": "重点提案", "overdue": "本环节已超期", "voided": "误录作废的"}
CLASS_LETTER = "{code}类"
CLASS_NAMED = "{code}类（{name}）"
EXPORT = {
    "title": "提案清单",
    "name": "提案清单-{day}",
    "filters": "筛选条件：{filters}",
    "none": "无",
    "pair": "{label}为{value}",
    "asof": "截至：{moment}；共{count}件",
    "joiner": "；",
}
WRITTEN_FIELDS = (
    ("title", "案由"),
    ("background", "背景情况"),
    ("analysis", "问题分析"),
    ("recommendations", "具体建议"),
    ("survey", "调研过程"),
)
BEGIN = "起草提案"
SENTENCES = {
    "begin": BEGIN,
    "invite": "邀请{count}名委员联名",
    "submit": "提交提案，收件号{serial}，{track}",
    "send_back": "退回修改",
    "file": "立案，{number}，{category}类",
    "refuse": "不予立案：{grounds}；{route}",
    "withdraw": "撤回",
    "assign": "交办{number}：{units}",
    "handling": "承办单位已全部签收，{number}进入办理",
    "reassign": "{number}改由{units}承办",
    "answer": "答复{number}，结果{result_class}类，第{round}轮",
    "rate": "{who}评价第{round}轮答复",
    "close_unrated": "逾期未评价，按未评办结",
    "mark_key": "确定{number}为重点提案，{leader}领衔督办",
    "unmark_key": "取消{number}的重点提案",
}
SIGN_SENTENCES = {
    "begin": "邀请{member}联名",
    "sign": "{member}附议",
    "decline": "{member}婉拒附议",
    "expire": "{member}未在提交前确认附议",
    "recall": "撤回对{member}的联名邀请",
}
ASSIGN_SENTENCES = {
    "begin": "交{unit}{role}",
    "sign": "{unit}签收",
    "ask_return": "{unit}申请退回",
    "keep": "不同意{unit}退回",
    "replace": "同意{unit}退回，改办",
    "opinion": "{unit}提交会办意见",
    "revise_opinion": "{unit}修改会办意见",
    "finish": "{unit}办复",
}
EVENTS = {
    "proposals.written": "修改提案文字",
    "proposals.exported": "导出提案清单{count}件",
}
MESSAGES = {
    "proposals.invited": "{who}邀请您联名提出《{title}》，请确认是否附议。",
    "proposals.signed": "{who}已附议您的提案《{title}》。",
    "proposals.declined": "{who}婉拒附议您的提案《{title}》。",
    "proposals.submitted": "收到新提案《{title}》（{who}），请审查。",
    "proposals.sent_back": "您的提案《{title}》退回修改：{opinion}",
    "proposals.filed": "提案《{title}》已立案，案号{number}。",
    "proposals.refused": "提案《{title}》未予立案：{grounds}；{route}。",
    "proposals.assigned": "{number}《{title}》已交{unit}{role}，请签收。",
    "proposals.return_asked": "{unit}申请退回{number}《{title}》，请处理。",
    "proposals.return_kept": "{number}《{title}》仍由{unit}承办：{opinion}",
    "proposals.handling": "提案《{title}》已由{units}签收，开始办理。",
    "proposals.answered": "提案《{title}》已答复，请评价。",
    "proposals.dissatisfied": "{number}《{title}》提案人对答复不满意，请重新办理：{reason}",
    "proposals.closed": "提案《{title}》已办结。",
    "proposals.key": "{number}《{title}》确定为重点提案，由{leader}领衔督办。",
}
