"""Declared parameters of the desk."""

from __future__ import annotations

from lvzhi.norms import declare

declare(
    "desk.mark",
    "页面标记",
    kind="text",
    default="",
    most=20,
    rule="R12.12",
    help="显示在本政协每一页上的标记，例如“演示数据”“试运行”。",
)
