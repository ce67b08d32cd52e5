"""Words of the desk of numbers: forms of charts, the declared board, headings, refusals, journal sentences."""

from __future__ import annotations

from typing import Final

YEARS: Final = ""
BELOW: Final = "below"

DECLARED: Final[tuple[tuple[str, str], ...]] = (
    ("proposals.filed", "category"),
    ("activities.events", "family"),
    ("proposals.received", YEARS),
    ("activities.participations", "affiliation"),
    ("ledger.advice", "theme"),
    ("projects.projects", "kind"),
    ("people.members", "sector"),
    ("publications.items", "level"),
    ("proposals.received", BELOW),
    ("projects.projects", BELOW),
)
"""What stands on the board of a committee that has chosen nothing: figure and what it is split by."""
PAPER: Final[tuple[tuple[str, str], ...]] = (
    ("activities.events", "family"),
    ("activities.events", YEARS),
    ("ledger.advice", YEARS),
    ("proposals.filed", "category"),
    ("people.members", "affiliation"),
)
"""Charts of an organ's page, those with something in them; on paper the first of them."""

NORMS: Final[dict[str, tuple[str, str, str]]] = {
    "board.charts_most": ("看板最多放几张图", "本级看板和每个人自己的看板都按这个数。", "张"),
    "board.kept_most": ("最多收藏几个指标", "每个账号各自的收藏。", "个"),
}
TITLES: Final = {
    YEARS: "{figure}：历年同期",
    BELOW: "{figure}：所属各级",
    "split": "{figure}：按{name}",
}
FORMS: Final = {YEARS: "历年同期", BELOW: "所属各级", "split": "按{name}"}
WORDS: Final = {
    "board": "数据看板",
    "organs": "机构数据",
    "told": "{label} {now}",
    "told_before": "{label} {now}（上年同期{before}）",
    "nothing": "无",
    "when": "时段",
    "place": "政协组织",
    "picked": "图中是数值最大的{count}项，其余见数据表。",
    "nothing_before": "上年同期（{before}）没有数。",
    "apart": "各项是各自的比率，不能相加。",
    "over": "各项合计{total}{unit}，比总数{base}{unit}多{gap}{unit}：同一条记录可以属于几项。",
    "under": "各项合计{total}{unit}，比总数{base}{unit}少{gap}{unit}：有的没有登记{name}。",
    "running": "{label}为截至今天的数。",
    "own": "我的看板",
    "shared": "本级看板",
    "declared": "系统默认看板",
    "organ": "机构",
    "kind": "类别",
    "body": "党组织",
    "at_organ": "所在机构",
    "no_bodies": "还没有登记党组织",
    "only_organs": "只列分机构统计",
    "only_bodies": "只列按党组织统计",
    "stands": "设立",
    "standing": "在设",
    "ended": "{day}撤销",
    "see": "查看",
    "paper": "打印页",
    "no_organs": "还没有登记机构",
    "up": "上移",
    "down": "下移",
    "out": "移除",
    "chart": "图",
    "place_no": "序号",
    "figure": "指标",
    "kept": "我的收藏",
    "no_kept": "还没有收藏指标",
    "no_charts": "看板上没有图",
    "move": "{way}“{name}”",
    "print_title": "{organ}履职数据",
    "added": "已放上看板。",
    "kept_now": "已收藏“{name}”。",
    "let_go": "已取消收藏“{name}”。",
    "left_out": "另有{count}个有数的指标没有印出，见网页。",
}
LABELS: Final = {"figure": "指标", "by": "怎样分", "word": "找指标"}
REFUSALS: Final = {
    "board.no_such_split": "“{figure}”不能这样画图，请从列表中另选一种分法。",
    "board.each": "“{figure}”是每次的最少和最多，不画成图，请另选指标。",
    "board.too_many": "看板最多放{limit}张图，请先移除一张。",
    "board.too_many_kept": "最多收藏{limit}个指标，请先取消一个。",
    "board.twice": "“{chart}”已经在看板上。",
    "board.gone": "这张图已不在看板上，请刷新页面。",
    "board.no_account": "只有登录的账号才能收藏指标、排列看板。",
    "board.not_setter": "只有本级办公室、秘书长可以设定“{committee}”的看板。",
}
EVENTS: Final = {"board.set": "设定本级数据看板（{count}张图）"}
SETTERS: Final = "办公室、秘书长"
