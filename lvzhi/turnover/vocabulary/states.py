"""States of a change of term, marks of persons, fates of organs and of loose ends."""

from __future__ import annotations

from typing import Final

from django.db.models import TextChoices


class ChangeState(TextChoices):
    """Where a change of term is."""

    PREPARING = "preparing", "准备"
    REHEARSED = "rehearsed", "已预演"
    APPROVED = "approved", "已批准"
    CARRIED_OUT = "carried_out", "已换届"
    ROLLED_BACK = "rolled_back", "已回退"
    SEALED = "sealed", "已封存"
    DROPPED = "dropped", "已放弃"


class Mark(TextChoices):
    """What the change of term makes of a person."""

    CARRIED = "carried", "连任"
    ADDED = "added", "新任"
    GONE = "gone", "卸任"


class Decided(TextChoices):
    """What somebody decided about two persons of one name."""

    OPEN = "", "待核"
    SAME = "same", "是同一人"
    ANOTHER = "another", "不是同一人"


class Fate(TextChoices):
    """What becomes of an organ."""

    KEPT = "kept", "保留"
    RENAMED = "renamed", "更名"
    MERGED = "merged", "并入（合并）"
    SPLIT = "split", "分设"
    ENDED = "ended", "撤销"
    NEW = "new", "新设"


class Way(TextChoices):
    """What becomes of a loose end."""

    CARRIED = "carried", "移交下一届继续办理"
    ENDED = "ended", "终结"
    LEFT = "left", "交由专人负责"


class Standing(TextChoices):
    """How a sealed record stands when it is held against the list."""

    SAME = "same", "与封存时一致"
    LATER = "later", "封存后经登记有变更"
    CHANGED = "changed", "与封存时不符，日志中没有变更记录"
    GONE = "gone", "已不存在"


TARGETED: Final = (Fate.RENAMED.value, Fate.MERGED.value, Fate.SPLIT.value, Fate.NEW.value)
TONES: Final[dict[str, str]] = {
    ChangeState.PREPARING: "info",
    ChangeState.REHEARSED: "info",
    ChangeState.APPROVED: "warn",
    ChangeState.CARRIED_OUT: "good",
    ChangeState.ROLLED_BACK: "neutral",
    ChangeState.SEALED: "good",
    ChangeState.DROPPED: "neutral",
}
MARK_TONES: Final[dict[str, str]] = {Mark.CARRIED: "good", Mark.ADDED: "info", Mark.GONE: "neutral"}
STANDING_TONES: Final[dict[str, str]] = {
    Standing.SAME: "good",
    Standing.LATER: "info",
    Standing.CHANGED: "bad",
    Standing.GONE: "bad",
}
HOLDERS: Final[dict[ChangeState, str]] = {
    ChangeState.PREPARING: "办公室",
    ChangeState.REHEARSED: "秘书长",
    ChangeState.APPROVED: "办公室会同办理人、秘书长",
    ChangeState.CARRIED_OUT: "办公室、秘书长",
    ChangeState.ROLLED_BACK: "办公室",
    ChangeState.SEALED: "已办结",
    ChangeState.DROPPED: "已办结",
}
NEXT: Final[dict[str, str]] = {
    ChangeState.PREPARING: "办公室填好届期、机构、名单、未了事项，然后预演。",
    ChangeState.REHEARSED: "秘书长查看预演报告后批准；需要改动的，退回准备。",
    ChangeState.APPROVED: "办公室另一人会同确认，再由秘书长执行。",
    ChangeState.CARRIED_OUT: "核对名单和账号。新一届还没有登记任何内容时可以回退；核对无误后封存。",
    ChangeState.ROLLED_BACK: "已恢复到换届前。可以重新准备，也可以放弃。",
    ChangeState.SEALED: "上一届记录已封存，可随时核验。",
    ChangeState.DROPPED: "已放弃。",
}
