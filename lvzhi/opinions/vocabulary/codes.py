"""Default rows of the code tables and names of the norms."""

from __future__ import annotations

from typing import Final

CATEGORIES: Final = "opinions.categories"
LEVELS: Final = "opinions.levels"
CATEGORIES_NAME: Final = "社情民意信息类别"
LEVELS_NAME: Final = "社情民意报送层级"
SAID_LABEL: Final = "公文中的其他叫法，用顿号分开"
ORDER_LABEL: Final = "由低到高的次序"
# code, name, further words
CATEGORY_ROWS: Final = (
    ("politics", "政治建设", "政治、法治"),
    ("economy", "经济建设", "经济"),
    ("culture", "文化建设", "文化、教育、体育"),
    ("society", "社会建设", "社会、民生"),
    ("ecology", "生态文明建设", "生态、环境"),
    ("united_front", "统一战线和民族宗教", "统战、民族、宗教"),
    ("other", "其他", ""),
)
# code (as `committee.Level`, and the nation above), name, order from low to high, further words in texts
LEVEL_ROWS: Final = (
    (
        "county",
        "区县级",
        1,
        "区级、县级、区政协、县政协、区委、县委、区政府、县政府、区委区政府、县委县政府、区领导、县领导、区长、县长",
    ),
    ("city", "市级", 2, "市级、市政协、州政协、市委、州委、市政府、州政府、市委市政府、市领导、州领导、市长、州长"),
    ("province", "省级", 3, "省级、省政协、省委、省政府、省委省政府、省领导、省长"),
    ("national", "全国", 4, "全国政协、中央、国务院、国家级、中央领导"),
)
# kinds of paper with a running number of their own through the year
ISSUE: Final = "opinion_issue"
SPECIAL: Final = "opinion_special"
PERCENT, ITEMS, YEARS, SIGNS, PIECES = "%", "篇", "年", "字", "条"
NORMS: Final = {
    "title_length": "社情民意信息标题字数上限",
    "text_length": "社情民意信息正文字数上限",
    "suggestion_required": "社情民意信息必须写意见建议",
    "levels_count": "各级采用的计数方式",
    "screen": "筛选期限（自提交之日）",
    "screen_urgent": "紧急信息筛选期限（自提交之日）",
    "edit": "编辑期限（自采用之日）",
    "edit_urgent": "紧急信息编辑期限（自采用之日）",
    "check": "核稿期限（自编辑完成之日）",
    "check_urgent": "紧急信息核稿期限（自编辑完成之日）",
    "supply": "退回后补充期限（自退回之日）",
    "same_turn_days": "同一去向由两个途径得知时日期最多相差",
    "open": "开通公众微建议",
    "suggestion_length": "微建议字数上限",
    "suggestions_daily": "同一来源每天微建议条数上限",
    "suggestions_all": "全部来源每天微建议条数上限",
    "moderate": "微建议审核期限（自提交之日）",
    "similar_least": "相近信息的最低重合度",
    "similar_same": "提示“几乎相同”的重合度",
    "similar_most": "最多列出的相近信息",
    "similar_years": "比较相近信息时回看的年数",
    "similar_compared": "逐字比较的最相近信息篇数",
}
NORM_HELPS: Final = {
    "open": "开通后，公众不用登录即可在公开页面提出微建议，审核后才显示。",
    "suggestions_daily": "按网络地址计算，地址本身不保存。",
    "same_turn_days": "人工登记和系统告知的去向，层级、机关相同且日期相差不超过这个天数的，合并为一条。",
    "text_length": "情况反映、原因分析、意见建议合计；换行不计。保存草稿不受限制，提交时检查。",
}
COUNTING: Final = (("highest", "只计最高层级（就高不重复）"), ("each", "各层级分别计"))
