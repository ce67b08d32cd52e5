"""Local numbers of the room."""

from __future__ import annotations

from lvzhi.norms import declare

declare(
    "jobs.seconds_at_once",
    "导出预计超过几秒转为后台作业",
    kind="int",
    unit="秒",
    default=5,
    rule="R1.12",
    least=1,
    most=60,
    help="短于这个时间的直接下载，不用等通知。",
)
declare(
    "jobs.open_most",
    "每人同时等待或进行的作业上限",
    kind="int",
    unit="项",
    default=5,
    rule="R1.12",
    least=1,
    most=50,
)
declare(
    "jobs.file_days",
    "作业结果文件保留天数",
    kind="int",
    unit="天",
    default=7,
    rule="R1.12",
    least=1,
    most=90,
    help="到期删除文件，作业记录保留。",
)
