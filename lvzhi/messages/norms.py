"""Local numbers of the room."""

from __future__ import annotations

from lvzhi.norms import declare

declare(
    "messages.title_length", "通知标题字数上限", kind="int", unit="字", default=60, rule="R12.2l", least=10, most=120
)
declare(
    "messages.text_length",
    "通知内容字数上限",
    kind="int",
    unit="字",
    default=2000,
    rule="R12.2l",
    least=100,
    most=20000,
)
