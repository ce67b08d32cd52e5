"""States of a contact; whom a pair leads to; why a pair ended."""

from __future__ import annotations

from typing import Final

from django.db.models import TextChoices


class ContactState(TextChoices):
    """Where a contact is: most are done with when they are logged."""

    NOTED = "noted", "已联系"
    OPEN = "open", "待跟进"
    DONE = "done", "已跟进"


class Target(TextChoices):
    """What stands at the far end of a pair."""

    PERSON = "person", "委员"
    ORGAN = "organ", "界别和机构"
    UNIT = "unit", "企业和村（社区）"
    RECORD = "record", "项目"


class Ended(TextChoices):
    """Why a pair ended."""

    CHANGED = "changed", "调整"
    TENURE = "tenure", "离任"
    POST = "post", "职务或身份变动"
    GONE = "gone", "对方撤并"


class How(TextChoices):
    """How a proposed plan puts people together."""

    EVEN = "even", "均匀分配"
    SECTOR = "sector", "同界别优先"
    SPECIAL_COMMITTEE = "special_committee", "同专委会优先"
    LIAISON_GROUP = "liaison_group", "同联络组优先"


TONES: Final = {ContactState.NOTED: "good", ContactState.OPEN: "warn", ContactState.DONE: "good"}
HOLDERS: Final = {ContactState.NOTED: "", ContactState.OPEN: "联系人", ContactState.DONE: ""}
