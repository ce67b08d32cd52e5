"""Words of the sections of a proposal's text and of their limits (R1.11–R1.26)."""

from __future__ import annotations

SECTIONS = {
    "background": "背景情况",
    "analysis": "问题分析",
    "recommendations": "具体建议",
    "survey": "调研过程",
}
TITLE_LABEL = "案由"
NAME_OF = "“{name}”部分的名称"
NAME_HELP = "写提案、提案页、打印页和归档用这个名称；按收件日期取当时的名称。"
BOUNDS = {"least": "“{name}”最少字数", "most": "“{name}”最多字数"}
BOUND_HELP = {"least": "0 表示没有下限。", "most": "0 表示不单独限制，只受正文总字数限制。"}
TOTAL = {True: "{names}合计不超过 {total} 字", False: "{names}合计建议不超过 {total} 字"}
LIMITS = {"least": "至少{least}字", "most": "最多{most}字"}
COUNTED = {
    frozenset[str](): "标点、空格都计",
    frozenset({"blanks"}): "标点计入，空格不计",
    frozenset({"punctuation"}): "空格计入，标点不计",
    frozenset({"blanks", "punctuation"}): "标点、空格不计",
}
SECTION_REFUSALS = {
    "proposals.section_missing": "“{section}”没有填写，请补充后再提交。",
    "proposals.section_short": "“{section}”现有{length}字，少于{limit}字，请补充后再提交。",
    "proposals.section_long": "“{section}”现有{length}字，超过{limit}字，请精简后再提交。",
}
