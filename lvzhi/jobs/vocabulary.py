"""The words of the room."""

from __future__ import annotations

from typing import Final

from django.db.models import TextChoices

SUBJECT: Final = "jobs.job"


class Outcome(TextChoices):
    """What came of a job; open ones have none."""

    READY = "ready", "已完成"
    FAILED = "failed", "没有做成"
    STOPPED = "stopped", "已停止"


EVENTS: Final = {
    "jobs.asked": "提交后台作业“{title}”",
    "jobs.ready": "后台作业“{title}”已完成",
    "jobs.failed": "后台作业“{title}”没有做成：{said}",
    "jobs.stopped": "停止后台作业“{title}”",
    "jobs.gone": "后台作业“{title}”的结果文件到期删除",
}
SENTENCES: Final = {
    "jobs.missing": "没有找到这项作业，或不是您提交的。",
    "jobs.too_many": "您已有{count}项作业在等待或进行（上限{limit}项），请等其中一项完成或停止后再提交。",
    "jobs.over": "这项作业已经结束，不能再停止。",
    "jobs.unknown": "这项作业的种类“{kind}”已不再提供。",
    "jobs.no_page": "这项作业要做的页面已经不在，请从原来的页面重新提交。",
    "jobs.page_refused": "页面没有给出文件（{status}），请从原来的页面重新提交。",
}
BROKEN: Final = "处理时出错，试了{tries}次都没有做成。请稍后从原来的页面重新提交；仍不行时把提交时间告诉系统管理员。"
WAITING: Final = "等待处理"
AGAIN: Final = "上次没有做完，将自动再试"
RUNNING: Final = "正在处理"
TONES: Final = {Outcome.READY: "good", Outcome.FAILED: "bad", Outcome.STOPPED: "neutral"}
EXPIRED: Final = "结果文件到期删除"
ASKED: Final = "内容较多，已转为后台作业；完成后会发消息通知您。"
STOPPING: Final = "已要求停止。"
EMPTY: Final = "没有后台作业"
EMPTY_HINT: Final = "内容很多的导出会自动转到这里，完成后可在这里下载。"
COLUMNS: Final = {"title": "作业", "asked_at": "提交时间", "progress": "进展", "ended_at": "结束时间"}
PHASES: Final = {"": "处理", "making": "生成文件", "reading": "读取", "judging": "检查", "writing": "写入"}
PAGE: Final = "页面导出"
EXPIRING: Final = "删除到期的作业结果文件"
SERVER: Final = "系统"
