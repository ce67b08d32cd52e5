"""Sentences on the committee itself: members, meetings, study, Party work, rules, assessment, honours (R13.5–R13.7)."""

from __future__ import annotations

from lvzhi.reports.sections.patterns import Chapter, Part, Split, said

ORGANISATION = Chapter(
    "organisation",
    "组织情况",
    (
        (
            said(
                "O1",
                Part("{until}，共有政协委员{people.members}名"),
                Part("其中中共党员委员{people.party_members}名"),
                Part("常务委员{people.standing_members}名", "、"),
            ),
            said(
                "O2",
                Part("设专门委员会{people.special_committees}个"),
                Part("界别{people.sectors}个", "、"),
                Part("委员联络组{people.liaison_groups}个", "、", quiet=True),
            ),
        ),
    ),
)
MEETINGS = Chapter(
    "meetings",
    "会议工作",
    (
        (
            said(
                "M1",
                Part("全体会议{activities.events?kind=plenary}次", quiet=True),
                Part("常务委员会会议{activities.events?kind=standing}次", "、", quiet=True),
                Part("主席会议{activities.events?kind=chairmen}次", "、", quiet=True),
                Part("专门委员会会议{activities.events?kind=special_committee}次", "、", quiet=True),
                opening="{span}召开",
                loose=True,
            ),
            said(
                "M2",
                Part(
                    "会议应到{activities.expected?family=meeting}人次，"
                    "会议出席率{activities.attendance_rate?family=meeting}"
                ),
            ),
        ),
    ),
)
STUDY = Chapter(
    "study",
    "学习培训",
    (
        (
            said(
                "L1",
                Part("开展理论学习中心组学习{activities.events?kind=centre_group}次", quiet=True),
                Part("学习会{activities.events?kind=study_meeting}次", "、", quiet=True),
                Part("研习研讨{activities.events?kind=symposium}次", "、", quiet=True),
                Part("举办读书班{activities.events?kind=reading_class}期", quiet=True),
                Part("专题党课{activities.events?kind=party_lesson}次", "、", quiet=True),
                Part("委员培训{activities.events?kind=training}期", "、", quiet=True),
                Part("参加学习培训{activities.participations?family=study}人次", quiet=True),
                opening="{span}",
                loose=True,
            ),
            said("L2", Part("交来个人学习计划{activities.study_plans}份", quiet=True)),
        ),
    ),
)
PARTY = Chapter(
    "party",
    "党的建设",
    (
        (
            said(
                "D1",
                Part("{until}，设党组{party.groups}个", quiet=True),
                Part("党支部{party.branches}个", "、", quiet=True),
                Part("专门委员会党支部覆盖率{party.organ_coverage}", quiet=True),
            ),
            said(
                "D2",
                Part("召开党组会议{activities.events?kind=party_group}次", quiet=True),
                Part("各党支部开展组织生活{party.meetings}次", quiet=True),
                Part("党员办实事{party.deeds}件", quiet=True),
                opening="{span}",
                loose=True,
            ),
        ),
    ),
)
BUILDING = Chapter(
    "building",
    "制度建设",
    (
        (
            said(
                "B1",
                Part("建立健全制度{regulations.issued}项", quiet=True),
                Part("其中修订{regulations.revised}项", quiet=True),
                Part("废止{regulations.repealed}项", quiet=True),
                opening="{span}",
                loose=True,
            ),
            said("B2", Part("{until}，现行有效制度{regulations.in_force}项", quiet=True)),
            said(
                "B3",
                Part("向党委请示报告事项{regulations.reported}件", quiet=True),
                Part("要求答复的，答复率{regulations.answered_rate}", quiet=True),
            ),
        ),
    ),
)
ASSESSMENT = Chapter(
    "assessment",
    "委员考核",
    (
        (
            said(
                "T11",
                Part("对{evaluation.assessed}名委员进行考核", quiet=True),
                Split(
                    "evaluation.assessed",
                    "grade",
                    "其中",
                    "{label}{count}名",
                    "另有{count}名未定等次",
                    "",
                    joint="、",
                    quiet=True,
                ),
                Part("约谈{evaluation.interviewed}名", quiet=True),
                Part("办理缺席个案{tenure.cases}件", "；", quiet=True),
                opening="{span}",
                loose=True,
            ),
        ),
    ),
)
CHANGES = Chapter(
    "changes",
    "委员变动",
    (
        (
            said(
                "V1",
                Part("增补委员{tenure.by_elections}名", quiet=True),
                Part("辞去委员{tenure.resignations}名", "、", quiet=True),
                Part("撤销委员资格{tenure.removals}名", "、", quiet=True),
                opening="{span}",
                loose=True,
            ),
        ),
    ),
)
HONOURS = Chapter(
    "honours",
    "获得荣誉",
    (
        (
            said(
                "H1",
                Part("获得荣誉{honours.honours}项", quiet=True),
                Part("其中作品获奖{honours.works}件", quiet=True, apart=True),
                opening="{span}",
                loose=True,
            ),
        ),
    ),
)
TAKING_PART = Chapter(
    "taking_part",
    "参加会议和活动",
    (
        (
            said(
                "U1",
                Part("{span}委员参加会议和活动共{activities.participations?capacity=member}人次", quiet=True),
                Part("参加过会议和活动的委员{activities.people?capacity=member}名", quiet=True),
            ),
            said(
                "U2",
                Part("会议和活动应到{activities.expected}人次，出席率{activities.attendance_rate}", quiet=True),
                Part("请假{activities.leaves}人次", quiet=True),
                Part("公假{activities.official}人次", "、", quiet=True),
                Part("缺席{activities.absences}人次", "、", quiet=True),
            ),
            said(
                "U3",
                Split(
                    "activities.participations", "family", "参加人次中，", "{label}{count}人次",
                    "另有{count}人次未归类", "一项可归几类，各项之和大于总数", most=6, others="其他{count}人次",
                ),
            ),
        ),
    ),
)  # fmt: skip
PUT_FORWARD = Chapter(
    "put_forward",
    "提出提案和意见建议",
    (
        (
            said("U4", Part("{span}提交委员提案{proposals.received?proposer=member}件", quiet=True),
                 Part("附议{proposals.cosignatures}人次", quiet=True)),
            said("U5", Part("反映社情民意信息{opinions.received?source=member}篇", quiet=True)),
            said("U6", Part("提交大会发言{activities.plenary_speeches}篇", quiet=True)),
        ),
    ),
)  # fmt: skip
