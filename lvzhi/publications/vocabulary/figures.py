"""Names, definitions and wording of the figures: how official prose speaks of each (M30, M31, R13)."""

from __future__ import annotations

from typing import Final

CUTS: Final = {
    "series": "刊名", "witness": "三亲", "author": "作者", "level": "媒体层级", "outlet": "媒体", "organ": "机构",
}  # fmt: skip
COLUMNS: Final = {
    "title": "题目",
    "author": "作者",
    "author_kind": "作者类别",
    "witness": "三亲",
    "submitted": "交稿日期",
    "state": "情况",
    "chars": "字数",
    "counted": "统计字数",
    "declared": "申报字数",
    "issue": "期",
    "series": "刊名",
    "number": "期号",
    "printed": "印刷日期",
    "articles": "篇数",
    "copies": "印数",
    "paid": "支付日期",
    "fee": "稿酬（元）",
    "topic": "线索题目",
    "provider": "提供人",
    "offered": "提供日期",
    "published": "发布日期",
    "outlet": "媒体",
    "level": "层级",
    "url": "网址",
}
CHARACTERS: Final = (
    "印刷日期在时段内的各期的字数之和。每期字数是所收稿件正文的统计字数；只登记目录、没有正文的篇目，"
    "计申报字数，并有版权页等依据。标点、空格是否计入由参数规定。"
)
# key → name, unit, meaning, further names
TOLD: Final[dict[str, tuple[str, str, str, tuple[str, ...]]]] = {
    "clues": ("文史线索", "条", "提供日期在时段内的文史线索。", ("文史资料线索",)),
    "manuscripts": (
        "收到文史稿件",
        "篇",
        "交稿日期在时段内的文史稿件；撰写中和作者撤回的不计，退回重交的仍是一篇。",
        ("征集文史稿件", "文史稿件"),
    ),
    "approved": ("终审通过文史稿件", "篇", "终审通过日期在时段内的文史稿件。", ()),
    "issues": (
        "编印文史资料",
        "期",
        "印刷日期在时段内的期（册），每期计一次。",
        ("文史资料期数", "出版文史资料"),
    ),
    "articles": (
        "文史资料收录稿件",
        "篇",
        "印刷日期在时段内的各期目录所列的篇目，每篇计一次。",
        ("收录稿件", "刊印稿件"),
    ),
    "characters": (
        "文史资料字数",
        "字",
        CHARACTERS,
        ("文史资料总字数",),
    ),
    "fees": ("文史稿酬", "元", "支付日期在时段内的稿酬之和。", ()),
    "paid": ("支付稿酬的稿件", "篇", "支付稿酬日期在时段内的稿件。", ()),
    "items": (
        "宣传报道",
        "条",
        "发布日期在时段内的宣传报道，一家媒体发布一次计一条；本级网站、公众号自办发布的也计。",
        ("宣传稿件", "新闻报道"),
    ),
}
MATERIALS: Final = (
    "文史资料", "文史专辑", "文史书籍", "文史书刊", "文史刊物", "文史资料专辑", "文史资料选辑", "文史丛书",
)  # fmt: skip
PRINTS: Final = ("编撰", "编印", "编辑", "编纂", "出版", "刊印", "印刷", "编写")
ISSUE_UNITS: Final = ("期", "辑", "部", "本", "册")
TEXTS: Final = ("稿件", "文章", "文史稿件", "文史文章", "史料", "文史资料")
CONTAINS: Final = ("收录", "收入", "刊登", "刊载", "编入", "选登", "刊发")
TEXT_UNITS: Final = ("篇",)
LETTERS: Final = ("稿件", "文章", "文史稿件", "文史资料", "文史资料专辑", "文史专辑", "文字", "字数", "史料")
LETTER_UNITS: Final = ("字",)
COLLECTED: Final = ("文史稿件", "文史资料", "文史资料稿件", "史料", "文史文章")
COLLECTS: Final = ("征集", "收集", "收到", "征集到", "挖掘")
CLUES: Final = ("文史线索", "文史资料线索", "史料线索")
FEES: Final = ("稿酬", "文史稿酬", "稿费")
PAYS: Final = ("支付", "发放")
REPORTS: Final = (
    "宣传报道",
    "新闻报道",
    "宣传稿件",
    "新闻稿件",
    "新闻信息",
    "宣传信息",
    "报道",
    "宣传文章",
    "政协新闻",
)
PUBLISHES: Final = ("发布", "刊发", "刊登", "发表", "刊播", "推送", "采用", "报道", "编发")
ONLINE: Final = ("信息", "稿件", "文章", "图文", "图文信息", "动态", "工作动态")
PUSHES: Final = ("推送", "发布", "刊发", "更新")
CHANNELS: Final = "公众号|网站|微信|门户|客户端"
REPORT_UNITS: Final = ("条", "篇", "次", "件")
BOOK: Final = "《{name}》"
