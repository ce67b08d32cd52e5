"""What the language does with numbers, places and times: words by which a claim is placed, never by its value."""

from __future__ import annotations

import re
from typing import Final

# Hedges (R13.16), by the kind of range they open.
HEDGES: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    ("least", ("以上", "不少于", "不低于", "至少", "不下")),
    ("beyond", ("超过", "突破", "逾", "超", "多于", "高于")),
    ("near", ("近", "接近", "将近")),
    ("about", ("约", "左右", "上下", "大概")),
    ("over", ("余", "多", "有余")),
)
QUALIFIERS: Final = {"over": "over", "about": "about", "exact": "exact"}
MULTIPLIERS: Final = {"万": 10_000, "亿": 100_000_000, "千": 1_000, "百": 100}
NUMBER: Final = re.compile(r"[0-9０-９,，]*[0-9０-９](?:[.．]([0-9０-９]+))?\s*([万亿萬億千百]?)")

# Verbs that state a make-up or a rate without an act of their own.
LIGHT: Final = frozenset(
    {"有", "共有", "现有", "共", "为", "是", "达", "达到", "达成", "均为", "均达"}
    | {"保持", "实现", "占", "共计", "总计", "合计"}
)
# The whole of a body, whatever it then does: 全员参与.
WHOLE: Final = re.compile(r"全员|全体|全部|悉数|无一")
# Words after the thing counted that add nothing to it.
TAILS: Final = re.compile(r"(?:总数量|总件数|总人数|总数|总量|数量|件数|人数|个数|数|总计|共计|共)$")
# Words before the thing counted that do not narrow it.
LEVEL: Final = "省市区县州盟旗"
GENERIC: Final = re.compile(
    "|".join(
        (
            rf"[\u4e00-\u9fff]{{0,12}}?[{LEVEL}]级?政协(?:委员会|机关|组织)?",
            r"中国人民政治协商会议",
            r"第?[一二三四五六七八九十百〇零0-9]+届(?:[一二三四五六七八九十0-9]+次)?(?:全体会议|全会|会议)?",
            r"涉及.*?(?:等(?:各个?)?)?(?:方面|领域)",
            r"[一二三四五六七八九十百〇零0-9]+个?(?:方面|领域|类)",
            r"[一二三四五六七八九十百〇零0-9]{2,4}年度?",
            r"政协|本级|本届|本年度?|全年|年度|各级|各类|各界别?|各方面|各|全体|全部|所有|有效|相关|有关|现任|在任|在册|现有|住[省市区县州]",
            r"(?:等各?个?)?(?:方面|领域|类别?|建设|发展)",
            rf"[{LEVEL}]级?",
            r"[的等共计约“”\"、，《》（）()]",
        )
    )
)
JOINT: Final = re.compile(r"[、和与及]|以及")
GROUP: Final = re.compile(r"[^，。；：,;]*?(?:方面|领域|类|界别|界)")
ET_CETERA: Final = "等"

# Places.
BELOW: Final = re.compile(
    rf"(全国|全[{LEVEL}])各级|各级(?:地方)?(?:人民)?政协|(全[{LEVEL}])政协系统|([{LEVEL}]{{2,4}}|[两二三四])[两三四]?级(?:地方)?政协"
    rf"|各[{LEVEL}（()）、]{{1,6}}政协"
)
GENERIC_BODY: Final = re.compile(rf"(?<![{LEVEL}])([{LEVEL}])政协")
AGENCY: Final = "机关"
HELPING: Final = re.compile(r"配合|协助|陪同|参加|应邀|接待")
LEVELS: Final = {
    "省": "province", "市": "city", "州": "city", "盟": "city", "区": "county", "县": "county", "旗": "county",
}  # fmt: skip
BODY_MARK: Final = "政协"
WHOLE_MARK: Final = "全"

# Times.
_N: Final = "[一二三四五六七八九十百〇零0-9]+"
SESSION: Final = re.compile(rf"({_N})届({_N})次(?:全体)?会?议?(期间|会上|上)?")
TERM: Final = re.compile(rf"(?:第?({_N})届|本届|换届)")
SINCE: Final = re.compile(r"以来|以后|之后|后|至今|来")
YEARS: Final = re.compile(r"([12][0-9]{3})年?(?:至|到|-|—|－|~|～)+([12][0-9]{3})年")
YEAR: Final = re.compile(r"([12][0-9]{3})年")
LAST_YEAR: Final = re.compile(r"去年|上一?年度?")
SEVERAL_YEARS: Final = re.compile(rf"(?:近|过去|最近)({_N})年|({_N})年来")
HALF: Final = re.compile(r"(上|下)半年")
QUARTER: Final = re.compile(r"第?([一二三四1-4])季度")
UNTIL: Final = re.compile(r"(?:截至|截止|截止到|截至到)(?:今年|[12][0-9]{3}年)?([0-9]{1,2})月(?:([0-9]{1,2})日)?")
DAYS: Final = re.compile(
    r"([0-9]{1,2})月(?:([0-9]{1,2})日)?(?:至|到|-|—|－|~|～)(?:(?:[12][0-9]{3}年)?([0-9]{1,2})月)?(?:([0-9]{1,2})日)?"
)
MONTH: Final = re.compile(r"([0-9]{1,2})月(?:([0-9]{1,2})日)?")
MONTHS: Final = re.compile(r"([0-9]{1,2})月?(?:至|到|-|—|－|~|～)([0-9]{1,2})月")
FIRST_HALF: Final = "上"
QUARTERS: Final = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}
