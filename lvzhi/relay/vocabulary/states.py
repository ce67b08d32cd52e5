"""What becomes of packages that went and came."""

from __future__ import annotations

from typing import Final

from django.db.models import TextChoices


class Answer(TextChoices):
    """Whether the other side has said that it took a package."""

    WAITING = "waiting", "待回执"
    TAKEN = "taken", "对方已收"
    REFUSED = "refused", "对方拒收"
    NONE = "none", "不需回执"


class Fate(TextChoices):
    """What was done with a package that came."""

    TAKEN = "taken", "已收"
    PARKED = "parked", "暂存待补"
    REFUSED = "refused", "拒收"


ANSWER_TONES: Final[dict[str, str]] = {
    Answer.WAITING: "warn",
    Answer.TAKEN: "good",
    Answer.REFUSED: "bad",
    Answer.NONE: "neutral",
}
FATE_TONES: Final[dict[str, str]] = {Fate.TAKEN: "good", Fate.PARKED: "warn", Fate.REFUSED: "bad"}
ALGORITHM_NAMES: Final[dict[str, str]] = {
    "ed25519-sha256": "Ed25519 / SHA-256",
    "sm2-sm3": "SM2 / SM3（国产密码）",
}
KEEPER: Final = "办公室、秘书长、系统管理员"
READER: Final = "办公室、秘书长、系统管理员、审计员"
