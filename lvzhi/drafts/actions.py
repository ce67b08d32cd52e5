"""Keeping and dropping drafts."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from lvzhi.access import Refusal
from lvzhi.accounts.models import Account
from lvzhi.deadlines import clock
from lvzhi.drafts import queries
from lvzhi.drafts.models import Draft
from lvzhi.norms import norms, value

load = queries.load

KIND = re.compile(r"[a-z][a-z0-9_.]{0,59}")
KEY = re.compile(r"[\w.:-]{1,80}")
KILOBYTE = 1024


def save(account_id: int, kind: str, key: str, data: Mapping[str, Any]) -> Draft:
    """Keep `data` as the account's draft of this kind and key, over what was kept before.

    Raises `Refusal`: `drafts.bad_key`; `drafts.too_large` over the norm `drafts.max_size` of the account's committee.
    """
    if not KIND.fullmatch(kind) or not KEY.fullmatch(key):
        raise Refusal("drafts.bad_key")
    text = json.dumps(dict(data), ensure_ascii=False)
    limit = _limit(account_id)
    if len(text.encode()) > limit * KILOBYTE:
        raise Refusal("drafts.too_large", limit=limit)
    draft, _ = Draft.objects.update_or_create(
        account_id=account_id, kind=kind, key=key, defaults={"payload": text, "saved_at": clock.now()}
    )
    return draft


def clear(account_id: int, kind: str, key: str) -> bool:
    """Drop a draft, as when it has been handed in; says whether there was one."""
    return bool(Draft.objects.filter(account_id=account_id, kind=kind, key=key).delete()[0])


def _limit(account_id: int) -> int:
    committee = Account.objects.filter(pk=account_id).values_list("committee_id", flat=True).first()
    if committee is None:
        return next(int(norm.default) for norm in norms() if norm.key == "drafts.max_size")
    return int(value("drafts.max_size", committee))
