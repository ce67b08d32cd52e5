"""What travels between committees: up as a `snapshot` that another makes its own, down as news that is `heard`.

In one installation the calls go straight to `arrive` and `heard`; to a committee that lives elsewhere a carrier takes
the same values (`carriers`).
"""

from lvzhi.opinions.actions.levels import carriers, payload
from lvzhi.opinions.actions.levels.arriving import arrive, check_above, renew
from lvzhi.opinions.actions.levels.carriers import Carrier
from lvzhi.opinions.actions.levels.hearing import heard, pass_on, write
from lvzhi.opinions.actions.levels.payload import News, Sending, snapshot

__all__ = [
    "Carrier", "News", "Sending", "arrive", "carriers", "check_above", "heard", "pass_on", "payload", "renew",
    "snapshot", "write",
]  # fmt: skip
