"""Local numbers of the room (R1.12)."""

from __future__ import annotations

from typing import Final

from lvzhi.norms import declare

TYPES: Final = ("pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "zip", "rar", "txt", "jpg", "jpeg", "png")

declare(
    "files.max_size",
    "单个附件大小上限",
    kind="int",
    unit="MB",
    default=32,
    rule="R1.12",
    least=1,
    most=512,
    help="超过的附件在上传时即被拒绝。",
)
declare(
    "files.max_count",
    "每次上传附件个数上限",
    kind="int",
    unit="个",
    default=5,
    rule="R1.12",
    least=1,
    most=50,
)
declare(
    "files.types",
    "允许的附件格式",
    kind="list",
    default=TYPES,
    rule="R1.12",
    choices=tuple((each, each) for each in TYPES),
    help="按文件内容核对，不只看文件名。",
)
declare(
    "files.max_unpacked",
    "压缩文件解压后大小上限",
    kind="int",
    unit="MB",
    default=300,
    rule="R12.2l",
    least=32,
    most=2048,
    help="docx、xlsx、pptx也是压缩文件。",
)
declare(
    "files.max_ratio",
    "压缩文件解压倍数上限",
    kind="int",
    unit="倍",
    default=100,
    rule="R12.2l",
    least=20,
    most=1000,
)
declare(
    "files.max_pixels",
    "照片像素上限",
    kind="int",
    unit="百万像素",
    default=100,
    rule="R12.2l",
    least=10,
    most=400,
    help="照片上传时要展开检查并去除拍摄地点等信息，像素过多会占满内存。",
)
