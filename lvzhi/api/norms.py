"""Local numbers of the room."""

from __future__ import annotations

from functools import partial
from typing import Final, cast

from lvzhi.accounts.vocabulary import Role
from lvzhi.committee.models import Committee
from lvzhi.norms import declare, value

_number = partial(declare, kind="int", editors=(Role.SECURITY_ADMIN, Role.SYSTEM_ADMIN))

DAYS, MOST, RATE, PAGE, CHANGES = "api.token_days", "api.tokens_most", "api.rate", "api.page_most", "api.changes_most"
DEFAULTS: Final[dict[str, int]] = {DAYS: 180, MOST: 10, RATE: 240, PAGE: 100, CHANGES: 500}

_number(
    DAYS, "接口令牌最长有效期", unit="天", default=DEFAULTS[DAYS], rule="R12.2b", least=1, most=730,
    help="生成时由持有人填写，不得超过此数；已生成的令牌不受影响。",
)  # fmt: skip
_number(
    MOST, "每人有效的接口令牌", unit="个", default=DEFAULTS[MOST], rule="R12.2b", least=1, most=50, help="",
)  # fmt: skip
_number(
    RATE, "每个接口令牌每分钟请求次数", unit="次", default=DEFAULTS[RATE], rule="R12.2b", least=10, most=10000, help="",
)  # fmt: skip
_number(
    PAGE, "接口一页最多条数", unit="条", default=DEFAULTS[PAGE], rule="R12.11", least=10, most=200, help="",
)  # fmt: skip
_number(
    CHANGES, "接口一次最多读取的变更", unit="条", default=DEFAULTS[CHANGES], rule="R12.11", least=10, most=2000,
    help="",
)  # fmt: skip


def number(key: str, committee: Committee | int | None) -> int:
    """The norm's value today; of an account without a committee that of the first root."""
    place = committee or Committee.objects.filter(parent=None).order_by("path").first()
    return DEFAULTS[key] if place is None else cast("int", value(key, place))
