"""Names, definitions (口径) and wording of the figures: how official prose speaks of each (R13.6–R13.14)."""

from __future__ import annotations

from typing import Final

from lvzhi.activities.vocabulary.states import Capacity, Family, PlaceRole, Relation, Role
from lvzhi.people.vocabulary import MEMBER_SUBJECTS, RANK_LEVELS, STAFF_SUBJECTS

# key: name, unit, meaning
FIGURES: Final[dict[str, tuple[str, str, str]]] = {
    "activities.events": (
        "会议与活动",
        "次",
        "首日在时段内、已举行的会议和活动；草稿、尚未举行的和已取消的不计，跨几天的一项计一次，配合上级开展的也计入；几级政协联合开展的同一项，参加的各级各计一次，汇总时只计一次。",
    ),
    "activities.days": ("活动天数", "天", "首日在时段内、已举行的会议和活动各占天数之和。"),
    "activities.beneficiaries": (
        "受益群众",
        "人",
        "首日在时段内、已举行的活动登记的受益人数之和；同一人两次受益计两次。",
    ),
    "activities.participations": (
        "参加人次",
        "人次",
        "时段内已举行的会议和活动中，出席结论为出席的人次；一人参加一项活动计一次，不论几个场次，列席人员也计入；参加其他政协牵头的联合活动，只计本级的委员和专班成员。",
    ),
    "activities.people": ("参加人数", "名", "参加人次中不同的人员数；没有登记为本系统人员的不计。"),
    "activities.people_each": ("每次参加人数", "名", "时段内已举行的会议和活动，每次出席人数的最少和最多。"),
    "activities.expected": (
        "应到人次",
        "人次",
        "时段内已举行的会议和活动，通知名单上应到、出席结论已登记且不是公假的人次。",
    ),
    "activities.came": ("应到中实到", "人次", "应到人次中，出席结论为出席的。"),
    "activities.attendance_rate": ("出席率", "%", "应到中实到 ÷ 应到人次；公假不计入分母，请假计入。"),
    "activities.absences": (
        "缺席人次",
        "人次",
        "应到人次中，出席结论为缺席的，含请假未准的；准假、公假和由他人代会的不算缺席。",
    ),
    "activities.leaves": ("请假人次", "人次", "应到人次中，出席结论为请假的。"),
    "activities.official": ("公假人次", "人次", "通知名单上应到、出席结论为公假的人次；不计入应到，也不计入出席率。"),
    "activities.places": (
        "走访（到点）次数",
        "家次",
        "时段内已举行的活动所到的企业、单位、村（社区）、项目、点位和走访的群众，每项活动每处计一次；会场不计。",
    ),
    "activities.places_distinct": ("走访（到点）家数", "家", "走访（到点）次数中不同的名称数。"),
    "activities.sites": ("协商点", "个", "时段内启用过的协商示范点、协商议事室；时段以前已停用的不计。"),
    "activities.site_sessions": ("协商点开展协商", "场次", "首日在时段内、已举行、登记在某个协商点的活动。"),
    "activities.sites_used": ("开展过协商的协商点", "个", "协商点开展协商中不同的协商点数。"),
    "activities.site_sessions_each": (
        "每个协商点开展协商",
        "场次",
        "时段内启用过的协商点，各开展协商场次的最少和最多。",
    ),
    "activities.speeches": (
        "发言",
        "篇",
        "首日在时段内、已举行的会议和活动登记的发言，会上发言和书面发言都计，一篇一计。",
    ),
    "activities.speakers": ("发言人数", "名", "发言中不同的人员数；没有登记为本系统人员的不计。"),
}
ALIASES: Final[dict[str, tuple[str, ...]]] = {
    "activities.events": ("活动场次", "会议和活动次数"),
    "activities.days": ("集中学习天数",),
    "activities.beneficiaries": ("惠及群众", "服务群众人数"),
    "activities.participations": ("参加活动人次", "参学人次", "培训人次"),
    "activities.people": ("参加活动人数", "参学人数"),
    "activities.people_each": ("平均每次参加",),
    "activities.places": ("走访家次", "走访企业家次"),
    "activities.places_distinct": ("走访家数",),
    "activities.attendance_rate": ("到会率", "参会率"),
    "activities.absences": ("无故缺席",),
    "activities.leaves": ("准假人次",),
}
CUTS: Final = {
    "family": "类型",
    "kind": "种类",
    "topic": "主题",
    "campaign": "主题活动",
    "task": "计划任务",
    "relation": "组织方式",
    "organ": "承办机构",
    "place": "对象",
    "capacity": "身份",
    "level": "职级层次",
    "role": "角色",
    "affiliation": "政治面貌",
    "site": "协商点",
}
COLUMNS: Final = {
    "title": "活动名称",
    "kind": "种类",
    "topic": "主题",
    "held_on": "日期",
    "days": "天数",
    "organ": "承办机构",
    "relation": "组织方式",
    "host": "主办政协",
    "beneficiaries": "受益人数",
    "state": "状态",
    "name": "姓名",
    "capacity": "身份",
    "rank": "职级",
    "role": "角色",
    "verdict": "出席结论",
    "place": "名称",
    "place_role": "性质",
    "asked": "了解的情况和诉求",
    "site": "协商点",
    "site_kind": "类型",
    "community": "村（社区）",
    "keeper": "管理机构",
    "opens": "启用日期",
    "closes": "停用日期",
    "body": "单位",
    "speech": "题目",
    "form": "方式",
}

# Labels and further words of the values that are no rows of a table; a label is a word by which a text may name it.
FAMILIES: Final[tuple[tuple[str, str, tuple[str, ...]], ...]] = (
    (Family.MEETING.value, "会议", ()),
    (Family.CONSULTATION.value, "协商", ("协商议政", "协商活动", "协商会")),
    (Family.SUPERVISION.value, "监督", ("民主监督", "监督活动")),
    (Family.INSPECTION.value, "视察", ("视察活动",)),
    (Family.RESEARCH.value, "调研", ("调查研究", "调研活动")),
    (Family.STUDY_TOUR.value, "考察", ("考察活动",)),
    (Family.STUDY.value, "学习培训", ("学习", "理论学习", "学习活动")),
    (Family.VISIT.value, "走访", ("走访活动",)),
    (Family.FELLOWSHIP.value, "联谊", ("联谊活动", "联谊交流")),
    (Family.SERVICE.value, "服务群众", ("服务活动", "志愿服务活动", "界别活动")),
    (Family.LECTURE.value, "宣讲", ("宣讲活动",)),
    (Family.RECEPTION.value, "值班接待", ("接待群众", "接待日")),
)
RELATIONS: Final[tuple[tuple[str, str, tuple[str, ...]], ...]] = (
    (Relation.OWN.value, "本级组织开展", ()),
    (Relation.ASSIST.value, "配合上级", ("配合", "协助")),
    (Relation.JOINT.value, "联合开展", ("联合", "联动", "共同开展")),
)
PLACES: Final[tuple[tuple[str, str, tuple[str, ...]], ...]] = (
    (PlaceRole.ENTERPRISE.value, "企业", ("委员企业", "会员企业", "民营企业")),
    (PlaceRole.COMMUNITY.value, "村（社区）", ("社区", "村社区", "村居")),
    (PlaceRole.UNIT.value, "单位", ("党派团体", "部门", "委员单位")),
    (PlaceRole.HOUSEHOLD.value, "群众", ("困难群众", "群众家庭")),
    (PlaceRole.PROJECT.value, "项目", ("项目现场", "重点项目")),
    (PlaceRole.SITE.value, "点位", ("视察点",)),
)
CAPACITIES: Final[tuple[tuple[str, str, tuple[str, ...]], ...]] = (
    (Capacity.MEMBER.value, "委员", ("常委",)),
    (Capacity.STAFF.value, "机关干部", ("机关干部职工", "机关工作人员", "干部职工")),
    (Capacity.OUTSIDE.value, "其他人员", ("群众代表", "居民代表")),
)
ROLES: Final[tuple[tuple[str, str, tuple[str, ...]], ...]] = (
    (Role.HOST.value, "主持", ()),
    (Role.MAIN.value, "主讲", ("授课", "讲授", "作辅导")),
    (Role.SPEAK.value, "发言", ("作交流", "经验交流")),
    (Role.LEAD.value, "带队", ()),
    (Role.CONVENE.value, "召集人", ("小组召集人",)),
    (Role.ATTEND.value, "一般参加人", ()),
    (Role.SIT_IN.value, "列席", ()),
    (Role.EXPERT.value, "专家", ("专家学者",)),
)
LEADING: Final = "leading"
LEVELS: Final = (*RANK_LEVELS, (LEADING, "领导干部（县处级以上）", ("领导干部", "处级以上", "县处级以上")))

# How things are counted and what is done with them.
EVENT_UNITS: Final = ("次", "场", "场次", "期", "轮", "批次", "批", "轮次")
EVENT_SUBJECTS: Final = ("活动", "会议和活动")
EVENT_ACTIONS: Final = (
    "开展", "举办", "组织", "召开", "举行", "进行", "参加", "承办", "完成", "安排", "推进", "主办", "协办", "配合",
    "讲", "讲授", "承接", "赴",
)  # fmt: skip
DAY_UNITS: Final = ("天", "日")
BENEFIT_SUBJECTS: Final = ("群众", "居民", "村民", "师生", "学生", "老人", "人员", "困难群众", "群众和学生")
BENEFIT_ACTIONS: Final = ("惠及", "受益", "服务", "覆盖")
BENEFIT_UNITS: Final = ("人", "人次", "名", "位")
PEOPLE_SUBJECTS: Final = (
    *MEMBER_SUBJECTS, *STAFF_SUBJECTS, "干部", "领导干部", "领导", "人员", "同志", "代表", "党员", "党员委员", "常委",
    "党员干部", "职工", "专家", "学者", "骨干", "学员", "人",
)  # fmt: skip
PEOPLE_ACTIONS: Final = (
    "参加", "参与", "出席", "列席", "下沉", "发言", "交流", "学习", "听取", "到会", "投身", "深入", "参训", "轮训",
    "培训", "组织", "邀请", "作", "动员", "带队", "主讲", "授课",
)  # fmt: skip
PEOPLE_UNITS: Final = ("名", "人", "位")
TIMES_UNITS: Final = ("人次", "名次")
TIMES_SUBJECTS: Final = (*PEOPLE_SUBJECTS, "参加", "参学", "培训", "学习")
EACH_TIME: Final = "每次|每场|每期|每轮|每批"
RATES: Final = ("出席率", "到会率", "参会率", "会议出席率", "委员出席率")
VISIT_SUBJECTS: Final = ("企业", "群众", "单位", "家庭", "户", "委员", "村", "社区", "项目")
VISIT_ACTIONS: Final = ("走访", "看望", "慰问", "走访慰问", "视察", "调研", "深入", "联系", "服务")
VISIT_UNITS: Final = ("家次", "户次", "处次", "个次")
DISTINCT_UNITS: Final = ("家", "户", "处")
SITE_SUBJECTS: Final = (
    "协商点", "协商议事点", "协商示范点", "基层协商示范点", "协商议事室", "议事室", "协商驿站", "议事点", "协商平台",
)  # fmt: skip
SITE_ACTIONS: Final = ("设立", "建立", "建成", "打造", "搭建", "设", "建", "创建", "新建", "共有", "现有", "启用")
ABSENT_SUBJECTS: Final = (*PEOPLE_SUBJECTS, "缺席", "无故缺席", "缺席委员")
ABSENT_ACTIONS: Final = ("缺席", "无故缺席", "缺会")
LEAVE_SUBJECTS: Final = (*PEOPLE_SUBJECTS, "请假", "请假委员")
LEAVE_ACTIONS: Final = ("请假", "准假")
