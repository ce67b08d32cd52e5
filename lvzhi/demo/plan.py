"""What the demonstration data must come to: the five committees, their parents, and the figures of their published year.

The only place in the product that knows these names and numbers; everything that shows or checks a figure counts records.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Node:
    """A committee of the tree."""

    name: str
    code: str
    level: str
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Year:
    """What the proposals of one committee and period come to.

    Args:
        received, filed, advice: proposals received, filed, and turned into advice.
        key, led_by_top: key proposals, and of these led by top Party and government leaders.
    """

    received: int
    filed: int
    advice: int = 0
    key: int = 0
    led_by_top: int = 0
    collective: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """One of the five committees with full data."""

    node: Node
    term: int
    term_starts: date
    members: int
    party_members: int
    special_committees: tuple[str, ...]
    liaison_groups: tuple[str, ...]
    sessions: tuple[tuple[int, date, date], ...]
    year: Year
    units: int = 8
    standing: int = 20
    staff: int = 12
    current: bool = False
    ranks: tuple[tuple[int, str], ...] = ((4, "division_deputy"), (1000, "section_chief"))
    extra: dict[str, str] = field(default_factory=dict)

    def rank_of(self, number: int) -> str:
        """The rank of the n-th of the staff, from 0; ``ranks`` says up to which."""
        return next(rank for until, rank in self.ranks if number < until)


SECTORS = (
    "中共",
    "民革",
    "民盟",
    "民建",
    "农工党",
    "无党派人士",
    "共青团",
    "工会",
    "妇联",
    "工商联",
    "科学技术界",
    "文化艺术界",
    "教育界",
    "医药卫生界",
    "农业界",
    "经济界",
    "社会福利和社会保障界",
    "少数民族界",
    "宗教界",
    "特邀人士",
)
FIVE = (
    "提案和委员工作委员会",
    "经济和农业农村委员会",
    "教科卫体和社会事业委员会",
    "文化文史和民族宗教委员会",
    "社会法制和人口资源环境委员会",
)
UNITS = (
    ("区发展和改革局", "government"),
    ("区教育局", "government"),
    ("区住房和城乡建设局", "government"),
    ("区综合行政执法局", "government"),
    ("区卫生健康局", "government"),
    ("区农业农村局", "government"),
    ("区交通运输局", "government"),
    ("区民政局", "government"),
    ("区财政局", "government"),
    ("区人力资源和社会保障局", "government"),
    ("区文化和旅游局", "government"),
    ("区自然资源局", "government"),
    ("区生态环境分局", "government"),
    ("区水务管理局", "government"),
    ("区工业和信息化局", "government"),
    ("区市场监督管理局", "government"),
    ("区司法局", "government"),
    ("区政务服务中心", "government"),
    ("区委宣传部", "party"),
    ("区委统战部", "party"),
    ("团区委", "party"),
    ("区妇联", "party"),
    ("区公安分局", "justice"),
    ("区应急管理局", "government"),
)
PROVINCES = (
    Node("贵州省政协", "GZ", "province"),
    Node("陕西省政协", "SN", "province"),
    Node("江西省政协", "JX", "province"),
)
CITIES = (
    Node("贵阳市政协", "GZ-GY", "city", "GZ"),
    Node("铜仁市政协", "GZ-TR", "city", "GZ"),
    Node("商洛市政协", "SN-SL", "city", "SN"),
    Node("南昌市政协", "JX-NC", "city", "JX"),
)
WUDANG = Node("乌当区政协", "GZ-GY-WD", "county", "GZ-GY")
PLACES = (
    Place(
        node=WUDANG,
        term=11,
        term_starts=date(2022, 1, 6),
        members=206,
        party_members=82,
        special_committees=FIVE,
        liaison_groups=("新天联络组", "高新联络组", "龙广联络组", "水田联络组", "羊昌联络组", "百宜联络组"),
        sessions=((1, date(2022, 1, 10), date(2022, 1, 13)),),
        year=Year(received=178, filed=176, advice=2, key=31, led_by_top=6, collective=38),
        units=24,
        standing=36,
        current=True,
    ),
    Place(
        node=Node("商州区政协", "SN-SL-SZ", "county", "SN-SL"),
        term=15,
        term_starts=date(2021, 9, 10),
        members=209,
        party_members=86,
        special_committees=FIVE,
        liaison_groups=("城关联络组", "沙河子联络组", "杨斜联络组", "夜村联络组", "北宽坪联络组"),
        sessions=(
            (1, date(2021, 9, 15), date(2021, 9, 18)),
            (2, date(2022, 6, 8), date(2022, 6, 10)),
            (3, date(2023, 2, 14), date(2023, 2, 16)),
        ),
        year=Year(received=12, filed=11, advice=1, key=2, collective=3),
        staff=38,
    ),
    Place(
        node=Node("碧江区政协", "GZ-TR-BJ", "county", "GZ-TR"),
        term=3,
        term_starts=date(2021, 11, 8),
        members=198,
        party_members=79,
        special_committees=FIVE,
        liaison_groups=tuple(f"第{number}委员活动工作组" for number in "一二三四五六七"),
        sessions=((1, date(2021, 11, 12), date(2021, 11, 15)), (2, date(2022, 2, 16), date(2022, 2, 18))),
        year=Year(received=12, filed=12, key=2, collective=2),
    ),
    Place(
        node=PROVINCES[0],
        term=13,
        term_starts=date(2023, 1, 10),
        members=260,
        party_members=104,
        special_committees=(*FIVE, "港澳台侨和外事委员会"),
        liaison_groups=("黔中片区联络组", "黔北片区联络组", "黔东片区联络组", "黔西片区联络组"),
        sessions=((1, date(2023, 1, 12), date(2023, 1, 17)),),
        year=Year(received=12, filed=11, advice=0, key=3, collective=4),
        staff=158,
        standing=50,
        ranks=((11, "bureau_deputy"), (78, "division_chief"), (1000, "section_chief")),
    ),
    Place(
        node=Node("新建区政协", "JX-NC-XJ", "county", "JX-NC"),
        term=2,
        term_starts=date(2021, 8, 20),
        members=188,
        party_members=70,
        special_committees=FIVE[:4],
        liaison_groups=("长堎联络组", "望城联络组", "象山联络组", "石岗联络组"),
        sessions=(
            (1, date(2021, 8, 24), date(2021, 8, 27)),
            (2, date(2022, 1, 18), date(2022, 1, 20)),
            (3, date(2023, 1, 10), date(2023, 1, 12)),
        ),
        year=Year(received=12, filed=12, key=2, collective=3),
    ),
)
DISTRICT_WORDS = {"GZ": ("区", "省")}
