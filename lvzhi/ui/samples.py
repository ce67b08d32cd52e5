"""Invented content for the gallery. Lives beside the components, so its Chinese is that of a template."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace as Item
from typing import Any

from django import forms

from .forms import Checks, Day, FilesField, LongText, PickField, Segmented, UiForm
from .marks import Tag
from .paging import Page
from .tables import Column, Table

SAVED = "已保存。"
PEOPLE = {
    "1": ("林知远", "教育界 · 第二联络组"),
    "2": ("周若溪", "医药卫生界 · 第一联络组"),
    "3": ("周若水", "经济界 · 第三联络组"),
    "4": ("欧阳承", "农业界 · 第一联络组"),
    "5": ("陈一苇", "民建 · 第二联络组"),
}


def search(typed: str) -> list[tuple[str, str, str]]:
    """People whose name contains what was typed."""
    return [(key, name, sub) for key, (name, sub) in PEOPLE.items() if typed in name]


def _labels(keys: Sequence[str]) -> Iterable[tuple[str, str]]:
    return [(key, PEOPLE[key][0]) for key in keys if key in PEOPLE]


def _resolve(text: str) -> Iterable[tuple[str, str]]:
    return [(key, name) for key, (name, _) in PEOPLE.items() if text in name]


class SampleForm(UiForm):
    """One field of every kind."""

    title = forms.CharField(label="案由", max_length=40, help_text="一事一案，简明扼要，不超过40字。")
    category = forms.ChoiceField(
        label="类别", choices=[("", "请选择"), ("e", "经济建设"), ("s", "社会建设"), ("c", "文化建设")]
    )
    kind = forms.ChoiceField(
        label="提案形式",
        choices=[("one", "个人提案"), ("many", "联名提案"), ("organ", "集体提案")],
        widget=Segmented,
        initial="one",
    )
    body = forms.CharField(label="情况分析", widget=LongText(limit=800), help_text="说明现状、存在的问题及原因。")
    advice = forms.CharField(
        label="具体建议", required=False, widget=LongText(limit=20, least=6, skips=("blanks", "punctuation"))
    )
    people = PickField(
        label="联名人",
        labels=_labels,
        resolve=_resolve,
        search_url="/ui/gallery/people/",
        required=False,
        help_text="联名人确认后才计入。",
        initial=["1"],
    )
    due = forms.DateField(label="希望办结日期", widget=Day, required=False)
    organs = forms.MultipleChoiceField(
        label="建议承办单位",
        choices=[("1", "区教育局"), ("2", "区卫生健康局"), ("3", "区住房城乡建设局")],
        widget=Checks,
        required=False,
    )
    attachments = FilesField(label="附件", required=False, limit=5)
    public = forms.BooleanField(label="同意公开提案内容", required=False)


class FilterForm(UiForm):
    """A filter bar's fields."""

    q = forms.CharField(label="案由或提案人", required=False)
    state = forms.ChoiceField(
        label="办理状态",
        required=False,
        choices=[("", "全部"), ("examine", "审查中"), ("handling", "办理中"), ("done", "已办结")],
    )
    since = forms.DateField(label="提交日期从", widget=Day, required=False)


STATES = [
    Tag("审查中", "info"),
    Tag("办理中", "neutral"),
    Tag("已办结", "good"),
    Tag("即将到期", "warn"),
    Tag("已超期", "bad"),
    Tag("待联名人确认", "later"),
]


def rows(count: int) -> list[Item]:
    """Invented proposals."""
    subjects = (
        "完善社区养老助餐服务",
        "加快老旧小区加装电梯",
        "规范校外托管机构管理",
        "推进乡村医生队伍建设",
        "优化公交线路",
    )
    return [
        Item(
            pk=n,
            number=f"第 {n:03d} 号",
            title=f"关于{subjects[n % 5]}的建议",
            by=PEOPLE[str(n % 5 + 1)][0],
            handed_in_on=date(2026, 3, 1) + timedelta(days=n),
            unit=("区民政局", "区住房城乡建设局", "区教育局")[n % 3],
            state=STATES[n % 6],
            signers=n % 7,
            budget=n * 1234.5,
        )
        for n in range(1, count + 1)
    ]


def table(params: Mapping[str, Any], count: int = 6) -> Table:
    """The gallery's list."""
    columns = [
        Column("title", "案由", url=lambda row: f"#p{row.pk}", wide=True, head=True),
        Column("number", "编号", sort="number", short=True),
        Column("by", "提案人"),
        Column("handed_in_on", "提交日期", "date", sort="handed_in_on"),
        Column("unit", "主办单位", hide_on_phone=True),
        Column("signers", "联名人数", "number"),
        Column("state", "办理状态", "tag"),
    ]
    page = Page(rows(count), "next-page", None, 164)
    return Table(columns, page=page, params=params, sort=str(params.get("sort", "-handed_in_on")))


def _nav() -> list[Item]:
    return [
        Item(label="工作台", url="#desk", icon="desk", active=True, count=3, group=""),
        Item(label="提案", url="#proposals", icon="proposal", active=False, count=12, group="履职"),
        Item(label="社情民意", short="民意", url="#opinions", icon="opinion", active=False, count=0, group="履职"),
        Item(label="会议活动", short="活动", url="#activities", icon="activity", active=False, count=0, group="履职"),
        Item(label="委员", url="#people", icon="people", active=False, count=0, group="名册"),
        Item(label="承办单位", url="#units", icon="unit", active=False, count=0, group="名册"),
        Item(label="数据与口径", url="#figures", icon="figures", active=False, count=0, group="汇总"),
        Item(label="年度报告", url="#reports", icon="report", active=False, count=0, group="汇总"),
    ]


def context(params: Mapping[str, Any]) -> dict[str, Any]:
    """What the gallery shows."""
    at = datetime(2026, 3, 2, 1, 30, tzinfo=UTC)
    return {
        "demo_data": True,
        "nav": _nav(),
        "who": Item(name="林知远", role="政协委员 · 教育界", id=1),
        "urls": {
            "home": "#",
            "search": "#",
            "messages": "#m",
            "profile": "#p",
            "help": "#h",
            "logout": "#out",
            "password": "#w",
        },
        "place": "示例区政协",
        "unread": 5,
        "table": table(params),
        "nothing": Table([Column("a", "案由")], [], empty="本期没有提案"),
        "filter": FilterForm(),
        "tags": STATES,
        "today": date(2026, 11, 22),
        "steps": [
            Item(label="提交", state="done", date=date(2026, 3, 2)),
            Item(label="审查立案", state="done", date=date(2026, 3, 9)),
            Item(label="交办", state="done", date=date(2026, 3, 16)),
            Item(label="办理答复", state="current", note="区民政局"),
            Item(label="委员评议", state="next"),
            Item(label="办结", state="next"),
        ],
        "events": [
            Item(
                when=at + timedelta(days=14),
                who="区民政局 · 王经办",
                what="签收提案，承办科室为养老服务科",
                tone="info",
                icon="review",
            ),
            Item(
                when=at + timedelta(days=7),
                who="提案委员会办公室",
                what="审查立案，编为第 031 号",
                tone="good",
                icon="good",
                note="内容属于民政部门职责，\n建议由区民政局主办。",
            ),
            Item(when=at, who="林知远", what="提交提案", icon="send"),
        ],
        "facts": [
            ("提案人", "林知远"),
            ("界别", "教育界"),
            ("主办单位", "区民政局"),
            ("办理期限", "3 个月"),
            ("会办单位", None),
        ],
        "files": [
            Item(name="调研照片.jpg", url="#f1", size=1_254_300),
            Item(name="社区养老助餐情况统计表.xlsx", url="#f2", size=45_210, note="林知远上传", remove_url="#r"),
        ],
        "tabs": [
            Item(label="提案内容", url="#t1", active=True),
            Item(label="办理过程", url="#t2", active=False, count=3),
            Item(label="评议", url="#t3", active=False, count=0),
        ],
        "crumbs": [Item(label="工作台", url="#"), Item(label="提案", url="#proposals"), Item(label="第 031 号")],
        "more": [Item(label="导出", url="#x", icon="download"), Item(label="打印", url="#y", icon="print")],
    }
