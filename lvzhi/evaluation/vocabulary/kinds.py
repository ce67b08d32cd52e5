"""Names of the kinds of fact: key → (name, unit, what one of it is called in a rule)."""

from __future__ import annotations

from typing import Final

FACTS: Final[dict[str, tuple[str, str]]] = {
    "proposals.submitted": ("提交提案", "件"),
    "proposals.filed": ("提案立案", "件"),
    "proposals.key": ("提案列为重点", "件"),
    "proposals.excellent": ("提案评为优秀", "件"),
    "proposals.converted": ("提案转作意见建议", "件"),
    "opinions.submitted": ("提交社情民意信息", "篇"),
    "opinions.issued": ("社情民意信息编发", "篇"),
    "opinions.adopted": ("社情民意信息被采用", "篇次"),
    "opinions.commented": ("社情民意信息获批示", "篇次"),
    "activities.part": ("会议和活动", "次"),
    "activities.sitting": ("会议和活动按场次", "场"),
    "activities.halves": ("出席场次（按半天）", "半天"),
    "activities.speech": ("在会议和协商中发言", "次"),
    "activities.plenary_speech": ("提交大会发言", "篇"),
    "activities.plenary_given": ("大会发言（口头、书面）", "篇"),
    "activities.supervised": ("以监督员身份参加监督", "次"),
    "activities.giving": ("捐款捐物", "笔"),
    "activities.study_plan": ("个人学习计划", "份"),
    "ledger.advice": ("提出意见建议", "条"),
    "ledger.adopted": ("意见建议被采纳", "条"),
    "party.deed": ("党员办实事", "件"),
    "contacts.contact": ("联系委员和各界", "次"),
    "projects.introduced": ("引荐项目", "个"),
    "publications.article": ("刊印文史作品", "篇"),
    "honours.honour": ("获得荣誉", "项"),
    "manual": ("凭文件登记", "件"),
    "units.handed": ("承办提案", "件"),
    "units.late": ("超期答复", "件"),
    "units.in_time": ("按期答复", "件"),
    "units.rated": ("收到提案人评价", "份"),
    "units.returned": ("申请退回改办", "次"),
}
WHAT: Final = "what"  # the facets of an activity's kind begin so: a committee may have kinds of its own
FACETS: Final = {
    "result": "情况",
    "level": "层级",
    "what": "会议活动种类",
    "what!": "会议活动种类（除外）",
    "family": "会议活动类型",
    "form": "方式",
    "role": "角色",
}
LEVELS: Final = {"national": "国家级", "province": "省级", "city": "市级", "county": "区县级", "own": "本机关"}
GROUPS: Final = {
    "proposals": "提案",
    "opinions": "社情民意信息",
    "activities": "会议和活动",
    "ledger": "意见建议",
    "party": "党建",
    "contacts": "联系",
    "projects": "项目",
    "publications": "文史",
    "honours": "荣誉",
    "units": "承办单位",
    "manual": "凭文件登记",
}
