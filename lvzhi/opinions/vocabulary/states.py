"""States of an item and of a small suggestion; sources, turns, channels."""

from __future__ import annotations

from typing import Final

from django.db.models import TextChoices


class ConcernState(TextChoices):
    """How far an item has come (R2.10)."""

    DRAFT = "draft", "撰写中"
    ARRIVED = "arrived", "来件待签收"
    SUBMITTED = "submitted", "待筛选"
    RETURNED = "returned", "退回补充"
    SELECTED = "selected", "待编辑"
    EDITED = "edited", "待核稿"
    CHECKED = "checked", "待编发"
    ISSUED = "issued", "已编发"
    KEPT = "kept", "留存"
    MERGED = "merged", "已合并"
    OFFLINE = "offline", "已转线下"
    WITHDRAWN = "withdrawn", "已撤回"


class Source(TextChoices):
    """Who reports (R2.1)."""

    MEMBER = "member", "政协委员"
    PARTY = "party", "民主党派、工商联和人民团体"
    ORGAN = "organ", "专委会、界别和联络机构"
    REPORTER = "reporter", "特邀信息员"
    STAFF = "staff", "政协机关"
    PUBLIC = "public", "公众微建议"
    BELOW = "below", "下级政协"


class Turn(TextChoices):
    """What became of an item, in the order in which it usually comes (R2.10, R2.12)."""

    SENT = "sent", "报送"
    RECEIVED = "received", "签收"
    ADOPTED = "adopted", "采用"
    DECLINED = "declined", "未采用"
    COMMENTED = "commented", "批示"
    HANDED = "handed", "转办"
    ANSWERED = "answered", "办理反馈"


class How(TextChoices):
    """Whether it was adopted by itself or within a collection (R2.12)."""

    SINGLE = "single", "单篇采用"
    COLLECTION = "collection", "综合采用"


class Channel(TextChoices):
    """How a turn became known."""

    HERE = "here", "本系统"
    PACKAGE = "package", "数据包"
    ENTERED = "entered", "人工登记"


class SuggestionState(TextChoices):
    """What became of a citizen's small suggestion."""

    WAITING = "waiting", "待审核"
    SHOWN = "shown", "已公开"
    TAKEN = "taken", "已转为信息"
    REFUSED = "refused", "未采用"


EDITABLE: Final = frozenset({ConcernState.DRAFT, ConcernState.RETURNED})
NOT_IN: Final = frozenset({ConcernState.DRAFT, ConcernState.WITHDRAWN})
"""Not handed in: read by nobody but its author, in no figure."""
UNTOUCHED: Final = frozenset({ConcernState.ARRIVED, ConcernState.SUBMITTED, ConcernState.RETURNED, ConcernState.KEPT})
"""Nobody here has worked on it yet: what the committee below recalls simply goes."""
WAITING: Final = frozenset({ConcernState.SUBMITTED, ConcernState.SELECTED, ConcernState.EDITED, ConcernState.CHECKED})
