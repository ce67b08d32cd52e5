"""Every Chinese word of the room: codes and their labels, refusals, journal sentences."""

from __future__ import annotations

from typing import Final

from django.db.models import TextChoices


class Gender(TextChoices):
    """As an identity card has it."""

    MALE = "male", "男"
    FEMALE = "female", "女"


class EmployerKind(TextChoices):
    """Inside or outside the public sector (R0.5)."""

    INSIDE = "inside", "体制内"
    OUTSIDE = "outside", "体制外"


class Education(TextChoices):
    """Highest education, highest first."""

    DOCTOR = "doctor", "博士研究生"
    MASTER = "master", "硕士研究生"
    BACHELOR = "bachelor", "大学本科"
    COLLEGE = "college", "大学专科"
    SECONDARY = "secondary", "中专或高中"
    BASIC = "basic", "初中及以下"


class Joined(TextChoices):
    """How a tenure began."""

    NEW_TERM = "new_term", "换届新任"
    RE_ELECTED = "re_elected", "换届连任"
    BY_ELECTION = "by_election", "届中增补"


class Left(TextChoices):
    """How a tenure ended; thresholds of absence never end one by themselves (R6.13)."""

    TERM_OVER = "term_over", "届满离任"
    RESIGNED = "resigned", "辞去委员"
    REMOVED = "removed", "撤销资格"
    TRANSFERRED = "transferred", "工作调动"
    DECEASED = "deceased", "去世"


class Part(TextChoices):
    """What someone is in an organ."""

    MEMBER = "member", "成员"
    HEAD = "head", "负责人（主任、组长、召集人）"
    DEPUTY = "deputy", "副负责人（副主任、副组长、副召集人）"
    SECRETARY = "secretary", "秘书（联络员）"


class PostKind(TextChoices):
    """Offices of the committee itself."""

    CHAIRMAN = "chairman", "主席"
    VICE_CHAIRMAN = "vice_chairman", "副主席"
    SECRETARY_GENERAL = "secretary_general", "秘书长"
    DEPUTY_SECRETARY_GENERAL = "deputy_secretary_general", "副秘书长"
    STANDING = "standing", "常务委员"


CHART_KINDS: Final = (
    "chairmen", "standing_committee", "party_group", "special_committee", "sector", "liaison_group", "study_group",
    "leading_group", "party", "federation", "agency", "other",
)  # fmt: skip
POST_ORDER: Final[dict[str, int]] = {kind.value: place for place, kind in enumerate(PostKind)}
ON_STANDING_COMMITTEE: Final = (
    PostKind.CHAIRMAN.value,
    PostKind.VICE_CHAIRMAN.value,
    PostKind.SECRETARY_GENERAL.value,
    PostKind.STANDING.value,
)


class Rank(TextChoices):
    """Rank of an official; the part before the underscore is its level."""

    PROVINCE_CHIEF = "province_chief", "省部级正职"
    PROVINCE_DEPUTY = "province_deputy", "省部级副职"
    BUREAU_CHIEF = "bureau_chief", "厅局级正职"
    BUREAU_DEPUTY = "bureau_deputy", "厅局级副职"
    DIVISION_CHIEF = "division_chief", "县处级正职"
    DIVISION_DEPUTY = "division_deputy", "县处级副职"
    SECTION_CHIEF = "section_chief", "乡科级正职"
    SECTION_DEPUTY = "section_deputy", "乡科级副职"
    CLERK = "clerk", "科员及以下"
    WORKER = "worker", "工勤及其他"


RANK_LEVELS: Final[tuple[tuple[str, str, tuple[str, ...]], ...]] = (
    ("province", "省部级", ("省部级干部", "省级", "部级")),
    ("bureau", "厅局级", ("厅级", "厅级干部", "厅级领导干部", "地厅级")),
    ("division", "县处级", ("处级", "处级干部", "县级", "县处级干部")),
    ("section", "乡科级", ("科级", "科级干部")),
    ("clerk", "科员及以下", ("科员",)),
    ("worker", "工勤及其他", ()),
)

CPC: Final = "cpc"
# Default rows of the code table people.affiliation: code, name, further spellings seen in rosters.
AFFILIATIONS: Final[tuple[tuple[str, str, tuple[str, ...]], ...]] = (
    (CPC, "中共党员", ("中共", "党员", "共产党员", "中国共产党党员", "中共预备党员", "预备党员")),
    ("rckk", "民革党员", ("民革", "中国国民党革命委员会")),
    ("cdl", "民盟盟员", ("民盟", "中国民主同盟")),
    ("cndca", "民建会员", ("民建", "中国民主建国会")),
    ("capd", "民进会员", ("民进", "中国民主促进会")),
    ("cpwdp", "农工党党员", ("农工党", "农工", "中国农工民主党")),
    ("zgp", "致公党党员", ("致公党", "致公", "中国致公党")),
    ("jiusan", "九三学社社员", ("九三学社", "九三")),
    ("tdsl", "台盟盟员", ("台盟", "台湾民主自治同盟")),
    ("none", "无党派人士", ("无党派", "无党派民主人士")),
    ("youth", "共青团员", ("团员",)),
    ("mass", "群众", ()),
)
AFFILIATION_SET: Final = "people.affiliation"
AFFILIATION_SET_NAME: Final = "政治面貌"

NO_MEMBER_NUMBER: Final = ""
SAME_NAME: Final = "{name}（{tell}）"
TELL_JOINER: Final = "，"
OPEN_END: Final = "至今"
SPAN: Final = "{starts}—{ends}"

# key: name, help, unit
NORMS: Final[dict[str, tuple[str, str, str]]] = {
    AFFILIATION_SET: (AFFILIATION_SET_NAME, "委员的党派或政治面貌，可按本级实际增减。", ""),
    "people.one_at_a_time": ("同一时间只能归属一个的机构类别", "这些类别中同一时间只能有一个归属，通常为界别。", ""),
    "people.least_age": ("委员年龄下限", "导入名册时用于发现填错的出生日期。", "岁"),
    "people.roster_rows": ("名册每次导入的行数上限", "超过的请分文件导入。", "行"),
    "people.roster_megabytes": ("名册文件大小上限", "超过的请检查文件中是否夹带了图片。", "MB"),
}
