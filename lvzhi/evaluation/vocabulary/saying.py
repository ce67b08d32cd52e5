"""Sentences of an account's lines and of a rule set's items."""

from __future__ import annotations

from typing import Final

LINE: Final = "{day}，{kind}“{title}”：{arithmetic}（{number}. {item}）"
NO_TITLE: Final = "{day}，{kind}：{arithmetic}（{number}. {item}）"
DAY: Final = "{day.year}年{day.month}月{day.day}日"
POINTS: Final = "{sign}{points}分"
PLUS: Final = "计"
MINUS: Final = "扣"
# arithmetic of a record's points
FULL: Final = "{gives}"
AMOUNT: Final = "每{unit}{each}分×{amount}{unit}＝{gives}"
HALF_FIRST: Final = "{of}人联名，第一人得{whole}分的一半，{gives}"
HALF_OTHER: Final = "{of}人联名，其余{others}人平分{whole}分的一半，{gives}"
EQUAL: Final = "{whole}分÷{of}人＝{gives}"
SET_FIRST: Final = "{of}人联名，第一人{gives}"
SET_OTHER: Final = "{of}人联名，参与人{gives}"
# why a record gives nothing
ZERO: Final = {
    "not_first": "联名只计第一人，不计分",
    "over_authors": "只计前{authors}名作者，不计分",
    "skipped": "只计第{from_}件（次）起的部分，这件（次）不计分",
    "over_most": "最多计{most}件（次），这件（次）不再计分",
    "elsewhere": "同一件已计在第{other}项，不重复计分",
    "barred": "同一内容已有“{kinds}”，不重复计分",
    "again": "同一件只计一次，不重复计分",
    "nothing": "计0分",
}
SETTLED: Final = "异议成立，由{was}分改为{points}分：{words}。{said}"
EXTRA: Final = "异议成立，补计{points}分：{words}（{number}. {item}）"
START: Final = "“{block}”起始{points}分"
ITEM_CAP: Final = "第{number}项“{item}”合计{sum}分，上限{cap}分，超出的{over}分不计"
ITEM_LIMIT: Final = "第{number}项“{item}”合计扣{sum}分，最多扣{cap}分，多扣的{over}分还回"
BLOCK_CAP: Final = "“{block}”合计{sum}分，上限{cap}分，超出的{over}分不计"
BLOCK_FLOOR: Final = "“{block}”合计{sum}分，最低{floor}分，按{floor}分计"
TOTAL_CAP: Final = "总分{sum}分，上限{cap}分，超出的{over}分不计"
TOTAL_FLOOR: Final = "总分{sum}分，最低{floor}分，按{floor}分计"
NEED_LEAST_MET: Final = "“{name}”：应不少于{count}，实有{have}，已达到"
NEED_LEAST_UNMET: Final = "“{name}”：应不少于{count}，实有{have}，未达到{effect}"
NEED_MOST_MET: Final = "“{name}”：应不多于{count}，实有{have}，未触及"
NEED_MOST_UNMET: Final = "“{name}”：应不多于{count}，实有{have}，已触及{effect}"
LIMITED: Final = "，最高评为{grade}"
GRADE: Final = "得分{total}分，{from_}{below}为{grade}"
FROM: Final = "{least}分起"
BELOW: Final = "、不满{below}分"
BELOW_ONLY: Final = "不满{below}分"
PRORATED: Final = "任职{months}个月，等次界限按{months}/{year}折算"
BY_NEED: Final = "按条件“{need}”最高评为{grade}"
BY_QUOTA: Final = "{grade}名额{quota}%，{count}人中最多{most}人；名额以内已满，评为{next}"
BY_TIE: Final = "{grade}名额{quota}%，{count}人中最多{most}人；名额界上得分相同，先评为{next}，由主席会议确定"
NO_GRADE: Final = "得分{total}分，没有设等次"
SHORT_TERM: Final = "任职{months}个月，不满{least}个月，不定等次"
# one item in one sentence
ITEM: Final = "{whom}{what}{filters}：{points}{share}{window}{limits}{group}。"
ITEM_GAP: Final = "待补：{note}"
ITEM_MANUAL: Final = "{whom}{name}（凭文件登记）：{points}{window}{limits}{group}。"
ITEM_POINTS: Final = "每{unit}{points}分"
ITEM_OFF: Final = "每{unit}扣{points}分"
ITEM_ONCE: Final = "{points}分"
ITEM_LEVELS: Final = "每{unit}按层级{levels}"
LEVEL_POINTS: Final = "{level}{points}分"
SHARES: Final = {
    "each": "",
    "first": "，联名的只计第一人",
    "half": "，联名的第一人得一半、其余平分另一半",
    "equal": "，联名的平均分配",
    "set": "，联名的第一人{first}分、参与人{other}分",
}
AUTHORS: Final = "，最多计{authors}名作者"
SKIP: Final = "，从第{from_}{unit}起计"
MOST: Final = "，最多计{most}{unit}"
CAP: Final = "，上限{cap}分"
OFF_CAP: Final = "，最多扣{cap}分"
WINDOW: Final = "，只计{since}至{until}的"
UNLESS: Final = "，同一内容已有{kinds}的不计"
GROUPED: Final = {"order": "，与“{group}”各项不重复计", "higher": "，“{group}”各项中取分高的一项"}
WHOM: Final = {"all": "", "standing": "常务委员", "ordinary": "非常务委员"}
FILTERED: Final = "（{values}）"
PAUSE: Final = "、"
BETWEEN: Final = r"[、，,;；\s]+"
OR: Final = "或"
NEED: Final = "{whom}{what}{filters}{kind}{count}{limit}。"
NEED_MANUAL: Final = "{whom}{name}（凭文件登记）{limit}。"
NEED_SHOWN: Final = "，未达到的在结果中标明"
NEED_LIMIT: Final = "，否则最高评为{grade}"
VETO_LIMIT: Final = "，有的最高评为{grade}"
UNIT: Final = "件（次）"
OPPORTUNITIES: Final = {
    "plenary": "全体会议",
    "standing": "常委会会议",
    "standing_consult": "常委会会议",
    "": "其他会议和活动",
}
