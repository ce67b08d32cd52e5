"""Words of the desk: navigation, greetings, headings."""

from __future__ import annotations

GREETINGS = ((6, "夜深了"), (9, "早上好"), (12, "上午好"), (14, "中午好"), (18, "下午好"), (24, "晚上好"))
NAV = {
    "desk": "工作台",
    "mine": "我的提案",
    "my_activities": "我的活动",
    "my_file": "我的履职档案",
    "organ_files": "机构履职台账",
    "files": "履职档案",
    "unit": "承办提案",
    "library": "提案库",
    "key": "重点提案",
    "supervision": "民主监督",
    "opinions": "监督意见",
    "ballots": "无记名测评",
    "activities": "会议与活动",
    "consultations": "协商与调研",
    "ledger": "问题与意见建议",
    "unit_ledger": "承办问题建议",
    "my_advice": "我的意见建议",
    "excellent": "优秀提案",
    "published": "公开提案",
    "plans": "年度计划",
    "my_tasks": "我的任务",
    "my_concerns": "我的信息",
    "concerns": "社情民意信息",
    "projects": "项目",
    "joint": "联合课题",
    "publications": "文史与宣传",
    "honours": "荣誉",
    "my_honours": "我的荣誉",
    "my_appraisal": "我的考核",
    "appraisals": "机关考核",
    "my_projects": "我的项目",
    "leads": "招商线索",
    "rules": "制度",
    "matters": "请示报告",
    "party": "党组织",
    "my_contacts": "我的联系",
    "contacts": "联系网络",
    "relay": "上下联动",
    "turnover": "换届",
    "opening": "开张清单",
    "easing": "减负自查",
    "assurance": "等保自查",
    "papers": "文书",
    "received": "收到的文书",
    "statistics": "提案统计",
    "board": "数据看板",
    "figures": "数据与口径",
    "evaluation": "履职考核",
    "my_evaluation": "我的履职考核",
    "reports": "年度报告",
    "written": "起草报告",
    "check": "核对",
    "people": "委员名册",
    "chart": "组织架构图",
    "coverage": "组织覆盖检查",
    "tenure": "委员变动与遴选",
    "my_tenure": "我的任职和变动",
    "directory": "承办单位",
    "committee": "届次机构",
    "norms": "参数",
    "workflow": "流程与权限",
    "accounts": "账号与任职",
    "resets": "重置密码",
    "keepers": "三员分立",
    "journal": "操作日志",
    "messages": "消息",
    "wishes": "对本系统的意见",
    "help": "帮助",
}
SHORT = {
    "mine": "提案", "my_activities": "活动", "unit": "承办", "library": "提案", "key": "重点", "activities": "活动库",
    "my_file": "档案", "organ_files": "机构", "files": "档案",
    "ballots": "测评", "plans": "计划", "my_tasks": "任务", "received": "收文", "my_contacts": "联系",
    "publications": "文史", "my_honours": "荣誉", "my_appraisal": "考核",
    "my_concerns": "信息", "concerns": "信息",
    "ledger": "台账", "unit_ledger": "问题建议", "my_advice": "建议",
    "figures": "数据", "board": "看板", "reports": "报告", "tenure": "变动", "my_tenure": "任职",
    "my_evaluation": "履职",
}  # fmt: skip
GROUPS = {
    "own": "我的", "work": "履职", "organisation": "组织", "texts": "制度与文史", "sums": "汇总", "care": "管理",
}  # fmt: skip
GUIDES = {
    "for-roles": "按职务",
    "for-members": "委员",
    "for-secretariat": "提案委员会和机关",
    "for-units": "承办单位",
    "for-leaders": "领导",
    "for-operators": "运维",
}
WORDS_TITLE = "用语"
HELP_KIND = "帮助"
MY_JOBS = "我的作业"
REFUSALS = {"desk.no_help": "没有这一篇帮助。"}
REMINDERS = "到期提醒"
MESSAGES = {"desk.due": "到期提醒：{groups}。请到工作台办理。"}
DUE_GROUP = "{clock}{occasion}{count}项"
DUE_JOINER = "，"
MINE = (("open", "办理中"), ("waiting", "待我办理"), ("closed", "已办结"))
BUNDLED = "{step}：{count}件"
BUNDLED_LATE = "{step}：{count}件，其中超期{late}件"
EARLIEST = "{name} · 最早的一件"
SEE_ALL = "查看全部"
# Messages that ask for a step on the very record they speak of, or on one that hangs on it: over once it is taken.
# The scripted year (tests/year/test_inbox.py) proves of each that its reader had that step to take when it came.
ASKING = (
    "activities.leave_asked", "activities.opinion_answered", "activities.opinion_sent", "appraisal.comment",
    "ballots.open", "dossier.amend_asked", "ledger.answered_keeper", "ledger.assigned", "ledger.finished",
    "ledger.handed", "papers.comment_answered", "papers.comment_handed", "papers.to_check", "papers.to_sign",
    "projects.lead_handed", "proposals.answered", "proposals.appraise", "proposals.appraised_low",
    "proposals.approve_reply", "proposals.assigned", "proposals.entered", "proposals.extension_asked",
    "proposals.improve", "proposals.invited", "proposals.opinion_asked", "proposals.public_review",
    "proposals.reminded", "proposals.return_asked", "proposals.submitted",
)  # fmt: skip
