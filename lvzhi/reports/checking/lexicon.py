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
# Measure words that count the same things.
LIKE_UNITS: Final[dict[str, tuple[str, ...]]] = {
    "名": ("名", "人", "位"),
    "人": ("人", "名", "位"),
    "个": ("个", "项", "家"),
    "项": ("项", "个", "件"),
    "件": ("件", "项", "个"),
    "次": ("次", "场", "场次"),
    "场次": ("场次", "场", "次"),
    "份": ("份", "篇", "件"),
    "篇": ("篇", "条", "件", "份"),
    "条": ("条", "个", "项", "件"),
}
# The whole of a body, whatever it then does: 全员参与.
WHOLE: Final = re.compile(r"全员|全体|全部|悉数|无一")
# Words after the thing counted that add nothing to it.
TAILS: Final = re.compile(r"(?:总数量|总件数|总人数|总数|总量|数量|件数|人数|个数|数|总计|共计|共)$")
# Words between the name of a figure and its number, and before the name, that belong to neither.
TO_NUMBER: Final = re.compile(r"(?:分别|均|各|共|合计|总计|累计|达到|已达|达|为|是|有|：|:|□|\s)+$")
TO_NAME: Final = re.compile(
    r"^(?:其中|截至目前|累计|总共|全年|一年来|全区|全市|全县|全省|全州|还有|以及|[共和与及、□：:（(\s])+"
)
# A denial right before what was done (未编入, 没有被采纳), or in what tells the thing counted (没有书记的党支部).
DENIED: Final = re.compile(r"(?:未|没有|没|尚无|不予|不)(?:被|曾|能|予以?)?$")
NOT: Final = re.compile(r"未|没有|不")
DENYING: Final = re.compile(r"(?:未|没有|尚无|不)[^，、的]{1,12}的$")
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
            r"专[项题]",
            r"[的等共计约向“”\"、，《》（）()]",
        )
    )
)
# Ranks in short: 厅、处级干部; 处科级干部.
_RANK: Final = "省部|厅局|地厅|县处|乡科|[省厅局处县科乡]|(?<!干)部"
RANKS: Final = re.compile(rf"(?:{_RANK})(?:[、和]?(?:{_RANK}))+(?=级)")
RANK_UNIT: Final = re.compile(_RANK)
RANK_PAUSE: Final = "级、"
JOINT: Final = re.compile(r"[、和与及]|以及")
GROUP: Final = re.compile(r"[^，。；：,;]*?(?:方面|领域|类|界别|界)")
ET_CETERA: Final = "等"
NO_VERB: Final = "无动词"
DIGITS: Final = re.compile(r"[0-9０-９]+")
BETWEEN: Final = re.compile(r"[\s、，,]+")  # words as people list them
AMONG_THEM: Final = "其中"
SEMICOLON: Final = "；"
COLON: Final = "："
AMONG: Final = "、"  # values of one dimension, as one reads them
ACROSS: Final = "；"  # dimensions

# Topics: what an act was about, listed before it or within its object.
_ACT: Final = (
    r"(?:深入|广泛|扎实|认真|积极|集中|分别|先后|专题|组织)*"
    r"(?:开展|进行|举行|召开|举办|组织|提出|形成|(?<!工)作[^用为风]{0,4}(?:发言|交流|报告|辅导)|建言"
    r"|(?:协商|调研|视察|监督|座谈|研讨|讨论|交流)(?=议政|[，。；：、]|$))"
)
_ITEM: Final = r"(?:[^，。；：□“”]|“[^“”。□]{1,60}”)"
_REST: Final = r"(?:等(?:[^，。；：、]{0,24}?(?:工作|问题|情况|方面|内容|议题|课题|项目|主题|事项))?)?"
TOPIC_LISTS: Final = (
    re.compile(
        rf"(?:围绕|聚焦|紧扣|针对|(?<!成)就(?![业近地餐医学读职任诊])|(?<![一针面应绝核相])对(?![口策接象外标照比于]))"
        rf"(?P<list>{_ITEM}{{2,240}}?){_REST}(?={_ACT}|[，。；：]|$)"
    ),
    re.compile(rf".*(?:开展|举办|举行|组织|召开)了?(?P<list>{_ITEM}{{2,60}}?(?:、{_ITEM}{{2,60}}?)+)等"),
    re.compile(r"(?:开展|举办|举行|组织)了?(?P<list>[“\"][^“”\"，。；：□]{4,40}[”\"])"),
)
ASPECTS: Final = re.compile(r"[0-9一二两三四五六七八九十]+(?:个|大|项)?方面")  # 聚焦甲、乙、丙三个方面: no topics
CLAUSE_ENDS: Final = ("", "，", "。", "；", "：")
TOPIC_JOINT: Final = re.compile(r"(?:[、,]|等)(?![^“]*”)")
BOOK: Final = re.compile(r"《[^《》]{1,120}》")
_MARKS: Final = re.compile(r"[^\u4e00-\u9fffA-Za-z0-9]")
TOPIC_ENDS: Final = re.compile(
    r"^(?:关于|进一步|如何|切实|着力|大力|加快|推进|推动|促进|加强|做好|实施|学习)+(?=.{4})"
    r"|(?<=.{4})(?:推进|落实|办理|开展|进展|实施|工作|建设|发展|改善|情况|问题|专题|建议|打造|主题|课题|项目|的)+$"
)
# What any act may be said to be about.
TOPICLESS: Final = re.compile(
    "|".join(
        (
            r"[省市区县州]?(?:委|政府|党委)?(?:的)?(?:重大|重要|中心|重点)(?:工作|任务|问题|部署|决策|项目|大局)?",
            r"党委|政府|中心|服务(?=大局|中心)|大局|全局|主题|要求|目标|任务|发展|经济社会|高质量|民生|群众|人民|社会|工作|问题|热点|难点|焦点|关注",
            r"履职|职能|建言|资政|凝聚|共识|人心|[省市区县州全各级]",
        )
    )
)

# Places.
BELOW: Final = re.compile(
    rf"(全国|全[{LEVEL}])各级|各级(?:地方)?(?:人民)?政协|(全[{LEVEL}])政协系统|([{LEVEL}]{{2,4}}|[两二三四])[两三四]?级(?:地方)?政协"
    rf"|各[{LEVEL}（()）、]{{1,6}}政协"
)
GENERIC_BODY: Final = re.compile(rf"(?<![{LEVEL}])([{LEVEL}])政协")
# A committee by its own name (青山县政协), not by its kind (兄弟县政协), not with a verb before it (组织区政协).
_NO_NAME: Final = (
    r"[各全本我该和与及向在对把将使让从到经由为是报送]|兄弟|上级|下级|有关|相关|委员|外地|友邻|周边|基层|地方|组织|汇总|协助|支持|配合|推动|联合|邀请"
    r"|接待|参加|围绕|完成|召开|陪同|服务|指导|按照|根据|通过|全面|积极|认真|开展|坚持|加强|做好|助推|助力|引导|团结|发挥|充分|切实|形成|提交|落实|推进"
)
PROPER_BODY: Final = re.compile(
    rf"(?!.*(?:{_NO_NAME}))(?:[\u4e00-\u9fff]{{2,4}}[省市州盟])?[\u4e00-\u9fff]{{1,3}}[^{LEVEL}][{LEVEL}]政协"
)
OPENING: Final = re.compile(r"[，。：；年月日\s]$")
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
CAMPAIGN: Final = re.compile(r"期间|以来|开展以来|中$")
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


def plain_topic(text: str) -> str:
    """A topic without marks."""
    return _MARKS.sub("", text)


def spelled(text: str) -> str:
    """Ranks written out: 厅、处级干部 → 厅级、处级干部."""
    return RANKS.sub(lambda match: RANK_PAUSE.join(RANK_UNIT.findall(match[0])), text)
