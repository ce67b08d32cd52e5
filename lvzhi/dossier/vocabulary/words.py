"""Kinds of line, their groups, what a line shows."""

from __future__ import annotations

from typing import Final

from lvzhi.activities.vocabulary import Family, Proof

PROPOSALS: Final = "proposals"
ACTIVITIES: Final = "activities"
SPEECHES: Final = "speeches"
AWAY: Final = "away"
ADVICE: Final = "advice"
PROBLEMS: Final = "problems"
OPINIONS: Final = "opinions"
SERVICE: Final = "service"
OUTCOMES: Final = "outcomes"
PAPERS: Final = "papers"
HISTORY: Final = "history"
HONOURS: Final = "honours"
GROUPS: Final = {
    PROPOSALS: "提案",
    ACTIVITIES: "会议与活动",
    SPEECHES: "发言",
    ADVICE: "意见建议",
    OPINIONS: "社情民意信息",
    PROBLEMS: "发现问题",
    SERVICE: "服务与学习",
    HISTORY: "文史作品",
    HONOURS: "荣誉",
    AWAY: "请假与缺席",
    OUTCOMES: "成效",
}
KINDS: Final = {
    "proposals.first": "提出提案（第一提案人）",
    "proposals.cosigned": "附议提案",
    "proposals.first.filed": "提案立案",
    "proposals.first.key": "列为重点提案",
    "proposals.first.excellent": "评为优秀提案",
    **{f"activities.attended.{family.value}": f"参加{family.label}" for family in Family},
    "activities.came": "应到而实到",
    "activities.speeches": "在会议和协商中发言",
    "activities.plenary_speeches": "提交大会发言",
    "activities.plenary_oral": "大会口头发言",
    "activities.plenary_written": "大会书面发言",
    "activities.leaves": "请假",
    "activities.absences": "缺席",
    "activities.official": "公假",
    "activities.spoke": "发言、主讲",
    "activities.supervisor_times": "以监督员身份参加监督",
    "ledger.advice": "提出意见建议",
    "ledger.advice_adopted": "意见建议被采纳",
    "ledger.problems": "参加的活动中发现问题",
    "ledger.problems_solved": "参加的活动中发现的问题已解决",
    "opinions.items": "反映社情民意信息",
    "opinions.adopted": "社情民意信息被上级采用",
    "activities.givings": "捐款捐物",
    "activities.study_plans": "个人学习计划",
    "activities.reported": "社区报到",
    "party.deeds": "党员办实事",
    "contacts.contacts": "联系委员和各界",
    "projects.introduced": "引荐项目",
    "party.seated": "编入党支部",
    "activities.supervisors": "担任民主监督员",
    "publications.articles": "刊印文史作品",
    "honours.honours": "获得荣誉",
    "tenure.selected": "经遴选加入机构",
    "organ.events": "会议和活动",
    "organ.proposals": "集体提案",
    "record.proposals": "收到提案",
    "organ.advice": "意见建议",
    "organ.advice_adopted": "意见建议被采纳",
    "organ.opinions": "反映社情民意信息",
    "organ.problems": "发现问题",
    "organ.problems_solved": "解决问题",
    "organ.papers": "印发文书",
    "organ.tasks": "到期计划任务",
    "organ.items": "宣传报道",
    "organ.honours": "获得荣誉",
    "organ.rules": "建立健全制度",
    "organ.matters": "请示报告事项",
}
TIMES: Final = "人次"
SHARED_UNITS: Final = {"条": "条次", "个": "个次", "件": "件次", "篇": "篇次", "篇次": "篇次"}
OF_ONE: Final = {"人次": "次", "名": "项"}  # how one person's lines are counted
SIGNED_AS: Final = {"first": "第一提案人", "cosigner": "联名人"}
ROLES: Final = {"author": "提出人", "found": "参加人"}
# how strong what stands behind an attendance is; any other kind of entry is plain
PROOF_TONES: Final[dict[str, str]] = {
    Proof.CODE: "good",
    Proof.SHEET: "good",
    Proof.LEAVE: "good",
    Proof.QUICK: "neutral",
}
# code: words, tone; what stands behind a line
PROOFS: Final[dict[str, tuple[str, str]]] = {
    **{code: (str(label), PROOF_TONES.get(code, "info")) for code, label in Proof.choices},
    "own": ("本人提交", "good"),
    "confirmed": ("代录，本人已确认", "good"),
    "by_staff": ("代录，本人未确认", "warn"),
    "past": ("历史导入", "info"),
    "paper": ("有呈报文件", "good"),
    "ledger": ("台账登记", "info"),
    "answer": ("单位答复", "good"),
    "receipt": ("有票据", "good"),
    "letter": ("聘书", "good"),
    "document": ("有文号", "good"),
    "text": ("有文本", "good"),
    "attached": ("有附件材料", "good"),
    "bare": ("仅登记", "warn"),
    "": ("未登记依据", "warn"),
}
NORMS: Final[dict[str, tuple[str, str, str]]] = {
    "dossier.amend_decide": ("更正申请核对期限", "自本人申请更正之日起。", ""),
    "dossier.late_days": ("迟录界限", "记录的日期以后超过这个天数才录入的，在履职档案和数据质量页标明迟录。", "天"),
}
CAME: Final = "activities.came"
HIDDEN: Final = "（已计入，内容无权查看）"
SHORT: Final = 60
SHORTENED: Final = "{text}……"
LATE: Final = "迟录{days}天"
FIELDS: Final = {
    "day": "日期",
    "kind": "类别",
    "title": "内容",
    "about": "说明",
    "role": "角色",
    "result": "情况",
    "proof": "依据",
    "entered": "录入",
    "entered_on": "录入日期",
    "late": "迟录天数",
    "amount": "金额（元）",
    "name": "姓名",
    "source": "记录地址",
    "count": "数量",
    "whole": "应到",
    "unit": "单位",
    "members": "委员",
    "lines": "委员档案合计",
    "records": "其中不同记录",
    "rest": "不属于委员的",
    "figure": "数据与口径中的数",
    "agrees": "核对",
    "figure_name": "指标",
    "organ": "机构",
    "organ_kind": "类别",
}
WORDS: Final = {
    "mine": "我的履职档案",
    "files": "履职档案",
    "file_of": "{name}的履职档案",
    "organ_of": "{name}履职台账",
    "organs": "机构履职台账",
    "reconcile": "履职对账",
    "all": "全部",
    "of_expected": "{count}{unit}（应到{whole}次）",
    "of_one": "{count}{unit}",
    "sum_of_expected": "{value}（应到{whole}）",
    "agrees": "一致",
    "differs": "不一致",
    "none_lines": "时段内没有这类记录",
    "none_lines_hint": "可换一个时段，或看全部类别。",
    "none_counts": "时段内还没有履职记录",
    "none_members": "时段内没有委员",
    "none_rest": "都属于委员，没有其他",
    "none_organs": "没有您可以查看的机构",
    "member_lines": "每名委员的档案",
    "other_lines": "不属于委员的记录",
    "nobody": "（未具名）",
    "total": "合计",
    "sessions": "按会次",
    "own": "机构本身的工作",
    "members": "成员履职",
    "file_name": "{title}-{period}",
    "head_whose": "{title}；{place}；时段：{period}",
    "head_asof": "截至：{moment}；共{count}行",
    "more_kind": "{kind}{count}{unit}",
    "panel": "履职档案",
    "panel_line": "{group}{count}",
    "rate": "出席率",
    "open": "打开档案",
}
LETTER: Final = {
    "title": "委员履职登记表",
    "head": "{committee} {name}",
    "period": "时段：{period}",
    "who": "一、基本情况",
    "sums": "二、履职汇总",
    "lines": "三、履职明细",
    "none": "时段内没有履职记录。",
    "attendance": "应到会议和活动{expected}次，实到{came}次，出席率{rate}%。",
    "note": "本表由系统按已登记的记录生成，每条都可在系统中查到来源；如有差错，请向办公室提出更正。",
    "number": "序号",
}
PERSONAL: Final = {
    "name": "姓名",
    "number": "委员编号",
    "term": "届别",
    "post": "政协职务",
    "sector": "界别",
    "special_committee": "专门委员会",
    "liaison_group": "联络组（委员活动组）",
    "work": "工作单位及职务",
}
JOINER: Final = "、"
HELD: Final = {
    "title": "系统中关于您的信息",
    "file": "个人信息副本-{name}-{day}",
    "head": "{name}；导出时间：{moment}",
    "facts": "个人信息",
    "tenures": "委员任期",
    "seats": "所在机构",
    "posts": "政协职务",
    "staff": "机关任职",
    "parties": "政治面貌",
    "account": "登录账号",
    "appointments": "系统角色",
    "sessions": "登录会话",
    "delegations": "委托办理",
    "lines": "履职档案",
    "leaves": "请假",
    "amendments": "更正申请",
    "changes": "任职变动",
    "cases": "缺席个案",
    "messages": "收到的消息",
    "drafts": "暂存的草稿",
    "journal": "谁查看和修改过",
    "field": "项目",
    "value": "内容",
    "username": "登录名",
    "role": "角色",
    "place": "所在政协",
    "decided": "依据",
    "part": "身份",
    "moment": "时间",
    "last": "最近使用",
    "address": "地址",
    "device": "设备",
    "giver": "委托人",
    "taker": "受托人",
    "reason": "事由",
    "said": "说明",
    "opinion": "审批意见",
    "sentence": "内容",
    "read": "阅读时间",
    "who": "操作人",
    "as": "身份",
    "what": "做了什么",
    "draft_kind": "类别",
}
QUALITY: Final = {
    "file_name": "{title}-{period}",
    "title": "数据质量",
    "check": "检查项",
    "count": "数量",
    "why": "说明",
    "open": "查看清单",
    "remedy": "处理",
    "to_record": "打开记录",
    "to_rows": "看明细",
    "join": "加入界别",
    "see": "打开委员信息",
    "edit": "核对个人信息",
    "none": "没有需要处理的",
    "now": "本期",
    "before": "上年同期",
    "change": "增减",
    "change_percent": "增减（%）",
    "share": "十二月录入占比",
    "total": "全部",
    "kind": "类别",
    "of_total": "{part}/{whole}",
}
# share and exceptions of every check of coverage, in the order of the page
COVERAGE: Final = (
    ("people.sector_coverage", "people.no_sector"),
    ("people.committee_coverage", "people.no_committee"),
    ("people.group_coverage", "people.no_group"),
    ("people.board_coverage", "people.board_no_committee"),
    ("people.committees_led_rate", "people.committees_headless"),
    ("people.organs_led_rate", "people.organs_headless"),
    ("people.staff_coverage", "people.staff_unplaced"),
    ("party.coverage", "party.unseated"),
    ("party.organ_coverage", "party.without_branch"),
    ("party.deed_coverage", "party.not_doers"),
)
COVERED: Final = {
    "title": "组织覆盖检查",
    "join": "编入机构",
    "head": "确定负责人",
    "found": "设立党支部",
    "branch": "编入党支部",
    "deed": "登记办实事",
    "staff": "登记部门",
    "none": "没有例外",
}
CHECKS: Final[dict[str, tuple[str, str]]] = {
    "no_sector": ("没有界别的委员", "今日在任、没有登记界别的委员。请加入所属界别。"),
    "same_named": ("同名人员", "同一政协中姓名相同的在任委员。请核对是否同一人；不是同一人的，登记工作单位以便区分。"),
    "no_proof": (
        "缺依据的记录",
        "没有附件也没有情况说明的活动，没有票据的捐赠，没有文本的学习计划，代录后本人未确认的提案。请补充材料。",
    ),
    "late": ("迟录的记录", "记录日期以后超过“迟录界限”才录入的。请在办理当时录入；确需补录的，备好依据。"),
    "december": ("十二月录入的记录", "时段最后一年十二月集中录入的记录及其占比。占比高的，请核对是否年底补录。"),
    "jumped": ("突变的数字", "与上年同期相比增减过大的数字。请看明细，核对是否漏录、重录或口径变化。"),
}
