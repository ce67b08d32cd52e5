"""The roster sheet: headings, the spellings met in real ones, findings."""

from __future__ import annotations

from typing import Final

TEMPLATE_TITLE: Final = "委员名册"
TEMPLATE_FILE: Final = "委员名册模板.xlsx"

# key: label, other headings accepted, example in the template
HEADINGS: Final[dict[str, tuple[str, tuple[str, ...], str]]] = {
    "name": ("姓名", ("委员姓名", "委员", "名字"), "张三"),
    "phone": ("手机号", ("手机", "手机号码", "联系电话", "电话", "移动电话", "联系方式", "电话号码"), "13800000000"),
    "sector": ("界别", ("所属界别", "委员界别", "界别名称"), "经济界"),
    "special_committee": ("专委会", ("专门委员会", "所属专委会", "所在专委会", "所属专门委员会"), "提案委员会"),
    "work": (
        "单位及职务",
        ("工作单位及职务", "单位职务", "工作单位和职务", "单位和职务", "现工作单位及职务", "工作单位职务"),
        "某某公司 总经理",
    ),
    "term": ("届次", ("届", "任期", "届别"), "第十届"),
    "note": ("备注", ("说明",), ""),
    "gender": ("性别", (), "女"),
    "born": ("出生日期", ("出生年月", "出生年月日", "生日"), "1980-01-31"),
    "ethnicity": ("民族", (), "汉族"),
    "education": ("学历", ("文化程度", "最高学历"), "大学本科"),
    "affiliation": ("政治面貌", ("党派", "党派情况", "所属党派"), "中共党员"),
    "liaison_group": ("联络组", ("委员联络组", "活动组", "委员活动组", "委员工作组", "所属活动组", "委员小组"), ""),
    "number": ("委员编号", ("编号", "委员证号", "证号"), "001"),
    "id_number": ("身份证号", ("身份证", "身份证号码", "公民身份号码"), ""),
    "offices": ("政协职务", ("政协内职务", "担任政协职务"), "常委"),
    "starts": ("任职日期", ("任职时间", "当选日期", "开始日期"), ""),
    "employer": ("工作单位", ("单位", "所在单位", "单位名称"), ""),
    "job": ("职务", ("单位职务名称", "行政职务", "现任职务"), ""),
    "employer_kind": ("单位性质", ("体制内外", "体制内/外"), ""),
}

OFFICES: Final[dict[str, str]] = {
    "主席": "chairman",
    "政协主席": "chairman",
    "副主席": "vice_chairman",
    "政协副主席": "vice_chairman",
    "秘书长": "secretary_general",
    "副秘书长": "deputy_secretary_general",
    "常委": "standing",
    "常务委员": "standing",
    "政协常委": "standing",
}
NO_OFFICE: Final = frozenset({"委员", "政协委员", "无"})

EDUCATIONS: Final[dict[str, str]] = {
    "博士学位": "doctor",
    "博士": "doctor",
    "博士研究生": "doctor",
    "研究生": "master",
    "硕士": "master",
    "硕士研究生": "master",
    "在职研究生": "master",
    "本科": "bachelor",
    "大学": "bachelor",
    "大学本科": "bachelor",
    "在职大学": "bachelor",
    "专科": "college",
    "大专": "college",
    "大学专科": "college",
    "中专": "secondary",
    "高中": "secondary",
    "中专或高中": "secondary",
    "职高": "secondary",
    "技校": "secondary",
    "初中": "basic",
    "小学": "basic",
    "初中及以下": "basic",
}
GENDERS: Final[dict[str, str]] = {"男": "male", "女": "female", "男性": "male", "女性": "female"}
EMPLOYER_KINDS: Final[dict[str, str]] = {"体制内": "inside", "体制外": "outside", "内": "inside", "外": "outside"}

ETHNICITY_END: Final = "族"
SECTOR_ENDS: Final = ("界别", "界")
COMMITTEE_END: Final = ("委员会", "委")
HEAD_MARK: Final[tuple[tuple[str, str], ...]] = (
    ("（主任）", "head"),
    ("（副主任）", "deputy"),
    ("（组长）", "head"),
    ("（副组长）", "deputy"),
    ("（召集人）", "head"),
    ("（副召集人）", "deputy"),
    ("（秘书）", "secretary"),
    ("（联络员）", "secretary"),
)
NARROW_BRACKETS: Final = "()"
WIDE_BRACKETS: Final = "（）"
DIGITS: Final = "零一二三四五六七八九"
TEN: Final = "十"
TERM_TRIM: Final = "第届"

FINDINGS: Final[dict[str, str]] = {
    "twin_row": "与第{first}行姓名、手机号都相同，是同一人重复录入，请删去其中一行。",
    "same_name_unknown": "与第{first}行同名，但缺手机号和身份证号，无法区分是否同一人，请补填。",
    "same_name_two": "与第{first}行同名而手机号或身份证号不同，按两人导入，请确认。",
    "phone_shared": "与第{first}行“{name}”的手机号相同，请确认是否填错。",
    "id_other_name": "的身份证号已登记在“{name}”名下，与本行姓名不同，请核对。",
    "id_conflict": "已有姓名、手机号相同的“{name}”，但身份证号不同，请核对两个号码。",
    "member_unknown": "本级已有同名委员，本行缺手机号和身份证号，无法区分是否同一人，请补填。",
    "member_bare": "本级已有同名委员“{name}”未登记手机号和身份证号，请先在委员页面补登，再导入。",
    "member_twin": "与现有委员“{name}”同名而号码不同，按另一人新增，请确认。",
    "known": "“{name}”已是本届委员，未作改动。",
    "known_differs": "“{name}”已是本届委员，名册的{kind}“{given}”与现有“{present}”不同，未作改动，请到委员页面调整。",
    "tenure_twice": "“{name}”在{starts}至{ends}已是本级委员，任期重叠，请核对任职日期或届次。",
    "term_unreadable": "“{given}”看不出是第几届，请写“第十届”或“10”。",
    "term_unknown": "第{number}届尚未登记，请先登记届次，或核对此列。",
    "no_term": "没有登记{day}所在的届期，请先登记届次，或填写届次列。",
    "outside_term": "任职日期{starts}不在第{number}届任期（{term_starts}至{term_ends}）之内，请核对。",
    "organ_unknown": "没有名为“{given}”的{kind}{close}，请核对名称，或勾选“自动新设”。",
    "organ_over": "“{given}”已于{ends}撤销，早于任职日期{starts}，请改填现设的{kind}。",
    "one_at_a_time": "只能填一个{kind}，现填了{count}个，请只留一个。",
    "organ_twice": "“{given}”填了两次，请删去一次。",
    "party_unknown": "“{given}”不在政治面貌代码表中，请填：{known}。",
    "office_unknown": "“{given}”不是政协职务，请填：主席、副主席、秘书长、副秘书长、常委。",
    "education_unknown": "“{given}”不是学历，请填：博士或硕士研究生、大学本科、大学专科、高中、初中及以下。",
    "gender_unknown": "“{given}”不是性别，请填“男”或“女”。",
    "employer_kind_unknown": "“{given}”无法识别，请填“体制内”或“体制外”。",
    "too_long": "超过{limit}个字，请缩短。",
    "too_young": "出生日期{born}有误：任职时不满{least}周岁，请核对。",
    "id_birth": "与身份证号中的出生日期{inside}不一致，请核对。",
    "id_gender": "与身份证号中的性别不一致，请核对。",
    "number_taken": "委员编号“{number}”已由“{name}”使用，请换一个编号。",
    "column_missing": "没有找到，委员将不归入任何{what}；请在表头加上这一列，或导入后在委员页面加入。",
    "column_empty": "全是空的，委员将不归入任何{what}；请补填这一列，或导入后在委员页面加入。",
    "ignored_example": "是模板示例，未导入。",
}
CLOSE_TO: Final = "（是否应为“{name}”？）"
WHERE_ROW: Final = "第{row}行"
WHERE_COLUMN: Final = "“{column}”列"
