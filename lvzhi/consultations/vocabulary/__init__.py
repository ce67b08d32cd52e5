"""Words of the whole way of an activity 全程: states, refusals, messages, figures (R3.6, R3.11, R5.6)."""

from __future__ import annotations

from typing import Final

from django.db.models import TextChoices


class FollowState(TextChoices):
    """Where following up a consultation is: told back to those who spoke, then looked at again (R3.6)."""

    FEEDING = "feeding", "待反馈"
    FED = "fed", "待回头看"
    CLOSED = "closed", "已办结"


HOLDERS: Final = {FollowState.FEEDING: "承办机构", FollowState.FED: "承办机构", FollowState.CLOSED: ""}
TONES: Final = {FollowState.FEEDING: "warn", FollowState.FED: "info", FollowState.CLOSED: "good"}
PHASES: Final = (
    ("反馈委员", frozenset({FollowState.FEEDING})),
    ("回头看", frozenset({FollowState.FED})),
    ("办结", frozenset({FollowState.CLOSED})),
)
RESULTS: Final = "consultations.look_results"
RESULTS_NAME: Final = "成果回头看结果"
CLOSES_LABEL: Final = "办结（填1为办结，不填为继续跟踪）"
# code, name, rule, whether it closes the matter
LOOK_RESULTS: Final = (
    ("done", "承诺事项已经落实", "R3.6", "1"),
    ("partly", "部分落实，不再跟踪", "R3.6", "1"),
    ("again", "尚未落实，继续跟踪", "R3.6", ""),
)

SCHEME: Final = "scheme"
NO_RESULTS: Final = frozenset({SCHEME, "notice", "letter", "request", "work_prompt"})
"""Kinds of paper about a consultation that are not what came of it."""

STATES: Final = {"done": "已完成", "current": "进行中", "next": "未开始", "skipped": "没有记录"}
STATE_TONES: Final = {"done": "good", "current": "warn", "next": "later", "skipped": "neutral"}
SAID: Final = {
    "proposed": "{source}，{who}提出",
    "source_alone": "{source}",
    "who_alone": "{who}提出",
    "from_plan": "计划任务：{topic}",
    "approved": "{body}审定，{number}",
    "approved_alone": "已审定{number}",
    "waiting": "计划{state}",
    "sessions": "已举行{held}场",
    "came": "参加{count}人",
    "places": "到{count}处",
    "visited": "走访{count}处",
    "days": "共{count}天",
    "partners": "联合{names}",
    "for": "为这次协商开展",
    "owned": "问题已明确责任{count}个",
    "at_once": "当场解决{count}个",
    "advice": "意见建议{count}条",
    "papers": "成果文件{count}件",
    "problems": "登记问题{count}个",
    "solved": "问题{count}个，已解决{solved}个",
    "sent": "报送{count}处",
    "received": "已签收{count}处",
    "submitted": "意见建议已呈报{count}条",
    "comments": "批示{count}件",
    "handed": "意见建议转交{count}条",
    "units": "涉及{units}",
    "comments_handed": "批示转办{count}件",
    "answered": "已答复{answered}条，共{count}条",
    "wholly": "采纳{count}条",
    "partly": "部分采纳{count}条",
    "not": "未采纳{count}条",
    "open": "待答复{count}条",
    "told": "{day}反馈{told}人，已读{read}人",
    "looked": "{day}回头看",
    "fed_sessions": "共{count}场，已反馈{done}场",
    "looked_sessions": "共{count}场，回头看办结{done}场",
}
BUTTONS: Final = {
    "choose_task": "选择计划任务",
    "plan": "查看计划",
    "scheme": "起草方案",
    "research": "登记调研",
    "meeting": "举办协商",
    "held": "登记已举行的一场",
    "activity": "打开活动",
    "advice": "登记意见建议",
    "problem": "登记问题",
    "paper": "起草成果文件",
    "gather": "汇总意见建议",
    "sent": "打开成果文件",
    "comments": "登记批示",
    "hand": "转交单位",
    "adoption": "查看意见建议",
    "problems": "查看问题",
    "feedback": "反馈采纳情况",
    "speech": "登记发言",
    "places": "登记地点和诉求",
    "spots": "登记地点",
    "study": "登记一次活动",
    "report": "起草报告",
}
PAGE: Final = {
    "list": "协商与调研",
    "whole": "查看全程",
    "none": "还没有协商活动",
    "all": "全部",
    "feeding": "待反馈",
    "fed": "待回头看",
    "every_kind": "全部种类",
    "task": "计划任务",
}
COLUMNS: Final = {
    "title": "活动",
    "kind": "种类",
    "problems": "问题",
    "solved": "已解决",
    "held_on": "日期",
    "organ": "承办机构",
    "advice": "意见建议",
    "adopted": "已采纳",
    "state": "进展",
    "paper": "成果文件",
    "leader": "领导",
    "commented_on": "批示日期",
    "number": "文号",
    "dated_on": "成文日期",
    "fed_on": "反馈日期",
    "looked_on": "回头看日期",
    "result": "结果",
}
FEEDBACK: Final = (
    "{title}形成意见建议{count}条，报送有关部门办理。截至{day}：采纳{wholly}条，部分采纳{partly}条，"
    "未采纳{refused}条，还在办理{open}条。各条的答复、未采纳的理由和转化情况见{way}。"
)
FOLLOW_OF: Final = "{title}的采纳反馈和回头看"
NO_DAY: Final = "—"
PAUSE: Final = "、"
STOP: Final = "；"

REFUSALS: Final = {
    "consultations.unknown": "没有找到这项活动，或您无权查看。",
    "consultations.not_consultation": "“{title}”没有全程页：协商、调研、视察、考察和走访才有。",
    "consultations.not_followed": "“{title}”不用另行反馈和回头看，结果以问题和意见建议的办理为准。",
    "consultations.not_held": "“{title}”还没有登记为已举行，举行以后再反馈。",
    "consultations.no_answer": "意见建议还没有一条得到答复，不能反馈采纳情况；先转交有关单位并等待答复。",
    "consultations.looked_order": "回头看日期应在反馈（{fed}）以后、今天以前。",
    "consultations.until_missing": "继续跟踪的，请填写下一次回头看的日期。",
    "consultations.until_past": "下一次回头看的日期应在今天以后。",
}
SENTENCES: Final = {
    "begin": "开始跟踪成果",
    "feed_back": "向发言人和委员反馈采纳情况（{count}人）",
    "feed_again": "再次反馈采纳情况（{count}人）",
    "look_back": "登记回头看：{result}",
}
MESSAGES: Final = {
    "consultations.fed_back": "您参加的“{title}”有了采纳情况反馈：{text}",
    "consultations.looked": "“{title}”的成果已回头看：{result}",
}
NORMS: Final = {
    "consultations.look_back_due": (
        "成果回头看期限（自反馈之日）",
        "反馈以后多久应当回头看，看答复和承诺落实没有。",
    ),
    "consultations.feed_back_due": (
        "成果反馈期限（自全部答复之日）",
        "意见建议全部答复以后，多久应当向发言人和委员反馈。",
    ),
}
# key: name, unit, meaning
FIGURES: Final = {
    "consultations.results": (
        "协商成果文件", "件",
        "成文日期在时段内、已签发的关于协商活动的成果文件（报告、建议案、纪要等）；方案、通知和函不计。",
    ),
    "consultations.comments": (
        "协商成果批示", "件", "批示日期在时段内、领导在协商成果文件上的批示，一份文件几位领导批示的分别计。",
    ),
    "consultations.reports": (
        "调研视察报告", "篇",
        "成文日期在时段内、已签发且没有撤销的调研报告、视察报告，以及关于调研、视察、考察活动的其他成果文件，每份计一篇；方案、通知和函不计。",
    ),
    "consultations.reports_sent": (
        "报送的调研视察报告", "篇",
        "发出日期在时段内的调研视察报告，一份报告发给几个收文者只计一篇。",
    ),
    "consultations.reports_commented": (
        "获批示的调研视察报告", "篇",
        "批示日期在时段内、有领导批示的调研视察报告，一份报告几位领导批示只计一篇。",
    ),
    "consultations.fed_back": (
        "协商反馈", "场次", "反馈日期在时段内、已向发言人和委员反馈采纳情况的协商。",
    ),
    "consultations.looked_back": (
        "协商回头看", "场次", "最近一次回头看的日期在时段内的协商。",
    ),
}  # fmt: skip
STUDY_REPORTS: Final = ("调研报告", "视察报告")
"""How a text names each kind of them."""
SENT_REPORTS: Final = (*STUDY_REPORTS, "报送调研报告", "报送视察报告")
BOTH_REPORTS: Final = ("调研视察报告", "视察调研报告", "调研考察报告")
"""How it names them together; those of one kind alone are papers of that kind."""
REPORT_UNITS: Final = ("篇", "份", "件", "个")
REPORT_ACTIONS: Final = ("形成", "撰写", "完成", "提交", "印发")
SENT_ACTIONS: Final = ("报送", "呈报", "上报", "呈送")
WROTE_ACTIONS: Final = ("获", "获得", "得到")
WROTE: Final = "批示"
CUTS: Final = {"kind": "种类", "organ": "起草机构"}
