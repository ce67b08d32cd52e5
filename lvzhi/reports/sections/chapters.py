"""The chapters of a yearly report as templates of sentences with figures inside (R13.1–R13.3).

``{room.figure}`` stands for the figure's value, ``{room.figure?cut=value}`` for one value of a dimension, ``{span}``
and ``{until}`` for the period in words. A part whose figure is empty drops out, a sentence with its first part.
"""

from __future__ import annotations

from lvzhi.reports.sections.patterns import Chapter, Part, Pattern, Split

ORGANISATION = Chapter(
    "organisation",
    "组织情况",
    (
        (
            Pattern(
                "O1",
                (
                    Part("{until}，共有政协委员{people.members}名"),
                    Part("其中中共党员委员{people.party_members}名"),
                    Part("常务委员{people.standing_members}名", "、"),
                ),
            ),
            Pattern(
                "O2",
                (
                    Part("设专门委员会{people.special_committees}个"),
                    Part("界别{people.sectors}个", "、"),
                    Part("委员联络组{people.liaison_groups}个", "、"),
                ),
            ),
        ),
    ),
)
PROPOSALS = Chapter(
    "proposals",
    "提案工作",
    (
        (
            Pattern(
                "T1",
                (
                    Part("{span}共收到提案{proposals.received}件"),
                    Part("经审查立案{proposals.filed}件，立案率{proposals.filing_rate}"),
                    Part(
                        "委员提案{proposals.received?proposer=member}件、集体提案{proposals.received?proposer=collective}件",
                        "；收到的提案中，",
                    ),
                    Part("未予立案而转作意见建议{proposals.converted_advice}件", "；", quiet=True),
                ),
            ),
            Pattern(
                "T2",
                (
                    Split(
                        "proposals.filed", "category", "立案提案按内容分，", "{label}方面{count}件、占{share}",
                        "另有{count}件尚未归类", "一件提案可归多类，各类之和大于立案数",
                    ),
                ),
            ),
        ),
        (
            Pattern(
                "T3",
                (
                    Part("{until}，交办{proposals.assigned}件，已办复{proposals.assigned_answered}件，办复率{proposals.answered_rate}"),
                    Part("按期办复率{proposals.in_time_rate}"),
                    Part("收回提案者评价{proposals.ratings}份", "；"),
                    Part("满意{proposals.rated_satisfied}份"),
                    Part("基本满意{proposals.rated_basically}份", "、", quiet=True),
                    Part("不满意{proposals.rated_dissatisfied}份", "、", quiet=True),
                    Part("满意率{proposals.satisfaction}（满意与基本满意合计）", norm=("proposals.satisfaction", "A")),
                    Part("满意率{proposals.satisfaction_b}（只计满意）", norm=("proposals.satisfaction", "B")),
                    Part("基本满意率{proposals.basically_rate}", norm=("proposals.satisfaction", "B")),
                ),
            ),
            Pattern(
                "T4",
                (
                    Split(
                        "proposals.answered", "class", "从办理结果看，", "{label}{count}件、占{share}",
                        "另有{count}件未列类别", "一件提案可列多类，各类之和大于办复数",
                    ),
                ),
            ),
        ),
        (
            Pattern(
                "T5",
                (
                    Part("确定重点提案{proposals.key}件"),
                    Part("其中由党政主要领导领衔督办{proposals.led_by_top_leaders}件"),
                ),
            ),
        ),
    ),
)  # fmt: skip


def _said(key: str, *parts: Part | Split) -> Pattern:
    return Pattern(key, parts)


MEETINGS = Chapter(
    "meetings",
    "会议工作",
    (
        (
            _said(
                "M1",
                Part("{span}召开常务委员会会议{activities.events?kind=standing}次"),
                Part("主席会议{activities.events?kind=chairmen}次", "、", quiet=True),
                Part("全体会议{activities.events?kind=plenary}次", "、", quiet=True),
            ),
            _said(
                "M2",
                Part(
                    "会议应到{activities.expected?family=meeting}人次，"
                    "出席率{activities.attendance_rate?family=meeting}"
                ),
            ),
        ),
    ),
)  # fmt: skip
STUDY = Chapter(
    "study",
    "学习培训",
    (
        (
            _said(
                "L1",
                Part("{span}开展理论学习中心组学习{activities.events?kind=centre_group}次"),
                Part("学习会{activities.events?kind=study_meeting}次", "、", quiet=True),
                Part("研习研讨{activities.events?kind=symposium}次", "、", quiet=True),
                Part("举办读书班{activities.events?kind=reading_class}期", quiet=True),
                Part("专题党课{activities.events?kind=party_lesson}次", "、", quiet=True),
            ),
            _said("L2", Part("举办委员培训{activities.events?kind=training}期", quiet=True)),
            _said("L3", Part("参加学习培训{activities.participations?family=study}人次")),
            _said("L4", Part("交来个人学习计划{activities.study_plans}份", quiet=True)),
        ),
    ),
)
CONSULTATION = Chapter(
    "consultation",
    "协商议政",
    (
        (
            _said(
                "T6",
                Part("{span}开展各类协商{activities.events?family=consultation}场次"),
                Part("召开专题协商会{activities.events?kind=special_consult}场", quiet=True),
                Part("专题议政性常委会会议{activities.events?kind=standing_consult}次", quiet=True),
            ),
            _said(
                "T7",
                Part("组织院坝协商{activities.events?kind=courtyard}场次", quiet=True),
                Part("社区协商{activities.events?kind=community}场次", "、", quiet=True),
                Part("微协商{activities.events?kind=micro}场次", "、", quiet=True),
            ),
            _said("T8", Part("协商中解决困难和问题{ledger.problems_solved?family=consultation}个", quiet=True)),
        ),
        (
            _said(
                "T9",
                Part("{span}共提出意见建议{ledger.advice}条"),
                Part("呈报或转交{ledger.advice_submitted}条", quiet=True),
                Part("答复{ledger.advice_answered}条", quiet=True),
                Part("采纳（含部分采纳）{ledger.advice_adopted}条，采纳率{ledger.adopted_rate}", quiet=True),
                Part("获领导批示{papers.comments}次", "；", quiet=True),
            ),
            _said(
                "T9A",
                Split(
                    "ledger.advice", "theme", "意见建议按方面分，", "{label}{count}条、占{share}",
                    "另有{count}条没有归类", "一条可归多类，各类之和大于总数",
                ),
            ),
        ),
    ),
)  # fmt: skip
SUPERVISION = Chapter(
    "supervision",
    "民主监督",
    (
        (
            _said(
                "T10",
                Part("{span}开展民主监督{activities.events?family=supervision}次"),
                Part("其中专项监督{activities.events?kind=special_supervision}次", quiet=True),
                Part("提出意见建议{ledger.advice?family=supervision}条"),
                Part("发出监督意见书{activities.opinions}份", quiet=True),
            ),
            _said("T10A", Part("在任民主监督员{activities.supervisors}名", quiet=True)),
        ),
    ),
)
INSPECTION = Chapter(
    "inspection",
    "视察调研",
    (
        (
            _said(
                "T11",
                Part("{span}组织视察{activities.events?family=inspection}次"),
                Part("提出意见建议{ledger.advice?family=inspection}条"),
            ),
            _said(
                "T11A",
                Part("开展调研{activities.events?family=research}次"),
                Part("提出意见建议{ledger.advice?family=research}条", quiet=True),
            ),
            _said("T11B", Part("配合上级开展活动{activities.events?relation=assist}次", quiet=True)),
        ),
    ),
)
SERVICE = Chapter(
    "service",
    "走访服务",
    (
        (
            _said(
                "S1",
                Part("{span}走访企业{activities.places?place=enterprise}家次"),
                Part("协调解决问题{ledger.problems_solved?family=visit}个", quiet=True),
            ),
            _said(
                "S2",
                Part("开展服务群众活动{activities.events?family=service}次", quiet=True),
                Part("惠及群众{activities.beneficiaries}人次", quiet=True),
            ),
            _said("S3", Part("捐款捐物{activities.given}元", quiet=True)),
            _said("S4", Part("{until}，到村（社区）报到的委员{activities.reported}名", quiet=True)),
            _said(
                "S5",
                Part("{until}，建立联系对子{contacts.pairs}对", quiet=True),
                Part("{span}开展联系{contacts.contacts}次，联系到委员{contacts.people_reached}名", quiet=True),
                Part("联系覆盖率{contacts.coverage}", quiet=True),
            ),
        ),
    ),
)
LEDGER = Chapter(
    "ledger",
    "问题整改",
    (
        (
            _said(
                "G1",
                Part("{span}登记问题{ledger.problems}个", quiet=True),
                Part("制定整改措施{ledger.measures}条", quiet=True),
                Part("解决销号{ledger.problems_solved}个", quiet=True),
            ),
            _said("G2", Part("{until}，尚未销号{ledger.problems_open}个", quiet=True)),
            _said("G3", Part("需要长期坚持{ledger.problems_long_term}个", quiet=True)),
        ),
    ),
)
PROJECTS = Chapter(
    "projects",
    "项目和招商",
    (
        (
            _said(
                "J1",
                Part("{span}参与、推动项目{projects.projects}个", quiet=True),
                Part("其中招商引资项目{projects.invested}个", quiet=True),
            ),
            _said(
                "J2",
                Part("联系包抓重点项目{projects.cared}个", quiet=True),
                Part("赴现场督促指导项目建设{projects.visits}次", quiet=True),
            ),
            _said(
                "J3",
                Part("成功申报项目{projects.applied}个", quiet=True),
                Part("争取资金{projects.funds}元", quiet=True),
                Part("惠及群众{projects.beneficiaries}人", quiet=True),
            ),
            _said("J4", Part("办结为民实事项目{projects.deeds}件", quiet=True)),
        ),
        (
            _said("J5", Part("委员提交招商线索{projects.leads}条", quiet=True)),
            _said(
                "J6",
                Part("签约项目{projects.signed}个", quiet=True),
                Part("签约金额{projects.signed_amount}元", quiet=True),
                Part("引进资金{projects.arrived}元", quiet=True),
            ),
        ),
    ),
)
HISTORY = Chapter(
    "history",
    "文史宣传",
    (
        (
            _said(
                "W1",
                Part("{span}编印文史资料{publications.issues}期", quiet=True),
                Part("收录稿件{publications.articles}篇"),
                Part("{publications.characters}字", "、"),
            ),
            _said("W1A", Part("收到文史稿件{publications.manuscripts}篇", quiet=True)),
            _said(
                "W2",
                Part("各级媒体和本级网站、公众号发布宣传报道{publications.items}条", quiet=True),
                Part("其中国家级媒体{publications.items?level=national}条", quiet=True),
                Part("省级媒体{publications.items?level=province}条", "、", quiet=True),
            ),
        ),
        (
            _said(
                "W3",
                Part("{span}获得荣誉{honours.honours}项", quiet=True),
                Part("其中作品获奖{honours.works}件", quiet=True),
            ),
        ),
    ),
)
BUILDING = Chapter(
    "building",
    "自身建设",
    (
        (
            _said(
                "B1",
                Part("{span}建立健全制度{regulations.issued}项", quiet=True),
                Part("其中修订{regulations.revised}项", "，", quiet=True),
                Part("废止{regulations.repealed}项", "，", quiet=True),
            ),
            _said("B2", Part("{until}，现行有效制度{regulations.in_force}项", quiet=True)),
            _said(
                "B3",
                Part("向党委请示报告事项{regulations.reported}件", quiet=True),
                Part("要求答复的，答复率{regulations.answered_rate}", quiet=True),
            ),
        ),
    ),
)
OPINIONS = Chapter(
    "opinions",
    "反映社情民意",
    (
        (
            _said(
                "Y1",
                Part("{span}收到社情民意信息{opinions.received}篇", quiet=True),
                Part("采编社情民意信息{opinions.edited}篇", quiet=True),
                Part("编发《社情民意》{opinions.issues}期", quiet=True),
                Part("专报{opinions.specials}件", "、", quiet=True),
            ),
            _said(
                "Y2",
                Part("报送社情民意信息{opinions.sent_items}篇", quiet=True),
                Part("被上级政协采用社情民意信息{opinions.adopted}篇", quiet=True),
                Part("其中省级采用社情民意信息{opinions.adopted?level=province}篇", quiet=True),
                Part("全国政协采用社情民意信息{opinions.adopted?level=national}篇", "、", quiet=True),
            ),
            _said(
                "Y3",
                Part("社情民意信息获领导批示{opinions.commented}件", quiet=True),
                Part("{opinions.comment_leaders}人次", "、", quiet=True),
                Part("转办社情民意信息{opinions.handed}条，办理反馈率{opinions.answered_rate}", "；", quiet=True),
            ),
            _said("Y4", Part("收到群众微建议{opinions.suggestions}条", quiet=True)),
        ),
    ),
)
CHAPTERS = (
    ORGANISATION, MEETINGS, STUDY, CONSULTATION, SUPERVISION, INSPECTION, PROPOSALS, OPINIONS, SERVICE, PROJECTS,
    LEDGER, HISTORY, BUILDING,
)  # fmt: skip
