"""Invented people: names, phones and employers out of a seeded generator; none is a real person's by intent."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SURNAMES = (
    "陈林周吴郑冯蒋沈韩杨朱秦尤许何吕施孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛范彭郎鲁韦马苗凤花方俞任袁柳鲍史唐费廉岑薛"
    "雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁"
)
FIRST = "文明志建国立永庆德世家景思宗光远承泽嘉守怀清俊安启晓雅静丽秀慧兰玉春芳若亦书昭知望锦云佩容婉"
SECOND = "华强军平辉峰林杰斌涛勇刚波东海川源泉松柏青岚英敏霞娟琴梅莉燕丹蕾颖洁萍欣悦宁宜然博远航宇晨阳舟山溪"
EMPLOYERS = (
    "区人民医院",
    "第一中学",
    "实验小学",
    "农业技术推广中心",
    "新禾农业合作社",
    "城投公司",
    "工商联秘书处",
    "文化馆",
    "法律援助中心",
    "社区卫生服务中心",
    "恒达建材公司",
    "云岭茶业公司",
    "市政养护中心",
    "统计局",
    "融媒体中心",
    "佛教协会",
    "青年企业家协会",
    "残疾人联合会",
    "职业技术学校",
    "瑞康药房",
    "水务公司",
    "华光电子公司",
    "退役军人服务中心",
    "图书馆",
    "妇幼保健院",
    "电商产业园",
)
JOBS = (
    "主任",
    "副主任",
    "主任医师",
    "高级教师",
    "总经理",
    "副总经理",
    "高级工程师",
    "会长",
    "副会长",
    "主管",
    "馆长",
    "律师",
    "农艺师",
    "校长",
)


def people(random: Random, taken: set[str]) -> Iterator[str]:
    """Names without end, none twice within ``taken``, which grows.

    A few share a name on purpose elsewhere; this source never repeats one.
    """
    while True:
        name = random.choice(SURNAMES) + random.choice(FIRST) + (random.choice(SECOND) if random.random() < 0.8 else "")
        if name not in taken:
            taken.add(name)
            yield name


def phone(number: int) -> str:
    """A phone number of a prefix that is given to nobody, one for each running number."""
    return f"1990000{number:04d}" if number < 10000 else f"199{number:08d}"


def work(random: Random) -> str:
    """Employer and job."""
    return random.choice(EMPLOYERS) + random.choice(JOBS)
