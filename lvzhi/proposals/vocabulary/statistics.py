"""Words of the statistics of proposals: tables, columns, notes on their bases."""

from __future__ import annotations

HEADINGS = {
    "overview": "总表",
    "types": "按提案者类型",
    "categories": "按类别和提案者类型",
    "compared": "立案提案按类别比较",
    "tracks": "大会提案和平时提案",
    "classes": "按办理结果",
    "grounds": "不予立案的依据",
    "units": "按承办单位",
    "appraisals": "承办单位对提案质量的评议",
}
WORDS = {
    "figure": "指标",
    "type": "提案者类型",
    "category": "类别",
    "track": "大会或平时",
    "class": "办理结果",
    "ground": "依据",
    "unit": "承办单位",
    "count": "件数",
    "share": "占比",
    "total": "合计",
    "of_both": "{label}合计",
    "lead": "主办",
    "co": "会办",
    "separate": "分办",
    "answered": "办复",
    "in_time": "按期办复",
    "returns": "申请退回",
    "rated": "满意",
    "rate": "{value}%（{part} ÷ {whole}）",
    "percent": "{value}%",
    "none": "—",
    "class_named": "{code}类 {name}",
    "session_from": "{session}（截至{day}）",
}
NOTES = {
    "base": "基数为{name}{base}件。{rounding}。",
    "grounds": "基数为未立案提案{base}件；一件可有几项依据，各项合计{total}项，可大于件数，占比不相加。",
    "units": "按单位名称的拼音排列，不排名次。办复、按期办复、满意只计主办和分办；"
    "括号内为分子和分母，没有分母的不算比例。",
    "compared": "占比的基数为各次会议的立案提案。{rounding}。",
}
PAGE = {"lead": "{place} · {frames}", "file": "提案统计-{day}", "as_of": "截至{moment}"}
STATISTIC_EVENTS = {"proposals.statistics_exported": "导出提案统计：{frames}"}
