"""Organs as most committees of a level have them: a beginning, altered by whoever opens the office."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from lvzhi.committee.vocabulary import Level, OrganKind


@dataclass(frozen=True, slots=True)
class Sample:
    """The organs of one level."""

    special: tuple[str, ...]
    sectors: tuple[str, ...]
    agency: tuple[str, ...]


ALSO: Final[dict[str, str]] = {
    OrganKind.STANDING_COMMITTEE: "常务委员会",
    OrganKind.CHAIRMEN: "主席会议",
    OrganKind.PARTY_GROUP: "政协党组",
}
_NATIONAL: Final = (
    "中国共产党", "中国国民党革命委员会", "中国民主同盟", "中国民主建国会", "中国民主促进会", "中国农工民主党",
    "中国致公党",
    "九三学社", "台湾民主自治同盟", "无党派人士", "共青团", "工会", "妇联", "青联", "工商联", "科协", "台联", "侨联",
    "文化艺术界", "科学技术界", "社会科学界", "经济界", "农业界", "教育界", "体育界", "新闻出版界", "医药卫生界",
    "对外友好界", "社会福利和社会保障界", "环境资源界", "少数民族界", "宗教界", "特邀人士",
)  # fmt: skip
_COUNTY: Final = (
    "中国共产党", "民主党派和无党派人士", "共青团和青联", "工会", "妇联", "工商联", "科协", "侨联和台联",
    "文化艺术和新闻出版界", "科学技术界", "经济界", "农业界", "教育界", "体育界", "医药卫生界",
    "社会福利和社会保障界", "环境资源界", "少数民族界", "宗教界", "特邀人士",
)  # fmt: skip
SAMPLES: Final[dict[str, Sample]] = {
    Level.PROVINCE: Sample(
        (
            "提案委员会", "经济委员会", "农业和农村委员会", "人口资源环境委员会", "教科卫体委员会", "社会和法制委员会",
            "民族和宗教委员会", "港澳台侨和外事委员会", "文化文史和学习委员会",
        ),
        _NATIONAL,
        ("办公厅", "研究室", "机关党委"),
    ),
    Level.CITY: Sample(
        (
            "提案委员会", "经济委员会", "农业和农村委员会", "人口资源环境委员会", "教科卫体委员会",
            "社会法制和民族宗教委员会", "港澳台侨和外事委员会", "文化文史和学习委员会",
        ),
        _NATIONAL,
        ("办公室", "研究室"),
    ),
    Level.COUNTY: Sample(
        (
            "提案委员会", "经济和农业农村委员会", "教科卫体和文化文史学习委员会", "社会法制和民族宗教委员会",
            "委员联络委员会",
        ),
        _COUNTY,
        ("办公室",),
    ),
}  # fmt: skip
