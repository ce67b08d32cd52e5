"""Default rows of the code tables of proposals."""

from __future__ import annotations

from lvzhi.proposals.vocabulary.states import Neutral

FORMS_OF_ANSWER = (("letter", "书面答复"), ("meeting", "当面答复并书面送达"))
CATEGORIES = (
    ("economy", "经济建设", "R1.111"),
    ("politics", "政治建设", "R1.111"),
    ("culture", "文化建设", "R1.111"),
    ("society", "社会建设", "R1.111"),
    ("ecology", "生态文明建设", "R1.111"),
    ("other", "其他", "R1.111"),
)
CATEGORY_WORDS = {
    "economy": ("经济",),
    "politics": ("政治",),
    "culture": ("文化",),
    "society": ("社会", "民生"),
    "ecology": ("生态", "生态文明", "环保"),
    "other": (),
}
GROUNDS = (
    ("secret", "涉及党和国家秘密", "R1.39-1"),
    ("prohibited", "国家明令禁止的事项", "R1.39-2"),
    ("party_inner", "中共党员对党内组织、人事安排等方面的意见", "R1.39-3"),
    ("other_party_inner", "民主党派成员反映本组织内部事务", "R1.39-4"),
    ("litigation", "已进入民事、刑事、行政诉讼或仲裁程序", "R1.39-5"),
    ("academic", "属于学术研讨", "R1.39-6"),
    ("personal", "为本人或亲属解决个人问题", "R1.39-7"),
    ("advertising", "宣传、推介具体作品或产品", "R1.39-8"),
    ("denunciation", "指名举报", "R1.39-9"),
    ("empty", "内容空泛，没有具体建议", "R1.39-10"),
    ("petition", "属于信访事项", "R1.40"),
    ("privacy", "涉及个人隐私或商业秘密", "R1.40"),
    ("beyond_powers", "超出本级事权", "R1.40"),
    ("several_matters", "一件提案反映多件事", "R1.40"),
    ("repeated", "与本届已立案提案重复", "R1.40"),
)
ROUTES = (
    ("advice", "转作意见或建议", "R1.42"),
    ("opinion", "转为社情民意信息", "R1.41"),
    ("reference", "作为参阅件送有关部门", "R1.41"),
    ("letter", "作为委员来信转送", "R1.41"),
    ("told", "向提案者说明后存档", "R1.41"),
)
CLASSES = (
    ("A", "已经解决或基本解决", "R1.83", Neutral.SOLVED),
    ("B", "正在解决或列入计划解决", "R1.83", Neutral.IN_PROGRESS),
    ("C", "受条件限制以后解决", "R1.83", Neutral.PLANNED),
    ("D", "留作参考", "R1.83", Neutral.REFERENCE),
)
PROPOSER_TYPES = (
    ("member", "委员提案", "R1.4", False),
    ("party", "党派提案", "R1.4", True),
    ("federation", "团体提案", "R1.4", True),
    ("sector", "界别提案", "R1.4", True),
    ("group", "委员小组提案", "R1.4", True),
    ("special_committee", "专门委员会提案", "R1.4", True),
)
TYPE_WORDS = {
    "party": ("民主党派提案", "党派集体提案"),
    "federation": ("人民团体提案", "工商联提案"),
    "sector": ("界别集体提案",),
    "group": ("委员联名提案", "小组提案"),
    "special_committee": ("专委会提案",),
}
"""Further words by which a text names who brought proposals in."""
LEADER_RANKS = (
    ("top", "党政主要领导", "R1.98"),
    ("deputy", "党政分管领导", "R1.99"),
    ("chair", "政协主席会议成员", "R1.97"),
    ("organ", "专门委员会", "R1.99"),
)
NEUTRAL_LABEL = "通用结果"
COLLECTIVE_LABEL = "计为集体提案"
