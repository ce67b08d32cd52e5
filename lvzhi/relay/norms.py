"""Declared limits of packages (R1.12, R12.2l)."""

from __future__ import annotations

from lvzhi.norms import declare, value
from lvzhi.relay.packet import ALGORITHMS, Limits
from lvzhi.relay.vocabulary import ALGORITHM_NAMES

MEGABYTE = 1024 * 1024
EDITORS = ("system_admin", "office", "secretary_general")

declare(
    "relay.max_size",
    "交换包大小上限",
    kind="int",
    unit="MB",
    default=256,
    rule="R12.2l",
    least=1,
    most=1024,
    help="超过的包不读内容即拒收；待发内容超过的，分装到下一个包。",
)
declare(
    "relay.max_entries",
    "交换包内文件个数上限",
    kind="int",
    unit="个",
    default=4000,
    rule="R12.2l",
    least=10,
    most=60000,
)
declare(
    "relay.max_unpacked",
    "交换包内容总量上限",
    kind="int",
    unit="MB",
    default=256,
    rule="R12.2l",
    least=1,
    most=1024,
    help="按包内所列大小合计，展开前核对。",
)
declare(
    "relay.max_ratio",
    "交换包内容与文件大小的倍数上限",
    kind="int",
    unit="倍",
    default=2,
    rule="R12.2l",
    least=1,
    most=1000,
    help="包内文件不压缩，内容比包本身大即为异常。",
)
declare(
    "relay.max_text", "交换包内单条记录大小上限", kind="int", unit="MB", default=16, rule="R12.2l", least=1, most=256
)
declare("relay.max_depth", "交换包内数据层数上限", kind="int", unit="层", default=32, rule="R12.2l", least=8, most=100)
declare(
    "relay.answer_days",
    "发出的包多少天没有回执应当过问",
    kind="int",
    unit="天",
    default=7,
    rule="R12.6",
    least=1,
    most=365,
    editors=EDITORS,
)
declare(
    "relay.algorithm",
    "新登记的对方使用的签名算法",
    kind="choice",
    default="ed25519-sha256",
    choices=tuple((key, ALGORITHM_NAMES[key]) for key in ALGORITHMS),
    rule="R12.7",
    editors=EDITORS,
    help="上级或主管部门要求国产密码算法的，选SM2/SM3。",
)


def limits_of(committee: int) -> Limits:
    """The limits that hold for packages to or from a committee."""
    size, unpacked, text = (
        int(value(f"relay.{name}", committee)) * MEGABYTE for name in ("max_size", "max_unpacked", "max_text")
    )
    entries, ratio, depth = (
        int(value(f"relay.{name}", committee)) for name in ("max_entries", "max_ratio", "max_depth")
    )
    return Limits(size, entries, unpacked, ratio, text, depth)
