"""Sentences on consultation, supervision, inspection, proposals and opinions (R13.2, R13.3)."""

from __future__ import annotations

from lvzhi.reports.sections.patterns import Chapter, Part, Split, said

CONSULTATION = Chapter(
    "consultation",
    "开展协商",
    (
        (
            said(
                "T6",
                Part("开展各类协商{activities.events?family=consultation}场次"),
                Part("{activities.participations?family=consultation}人次参加", quiet=True),
                Part("提出意见建议{ledger.advice?family=consultation}条", quiet=True),
                Part("获领导批示{consultations.comments}件", quiet=True),
                Part("采纳{ledger.advice_adopted?family=consultation}条", quiet=True),
                opening="{span}",
            ),
            said(
                "T6A",
                Part("召开专题协商会{activities.events?kind=special_consult}场", quiet=True),
                Part("专题议政性常委会会议{activities.events?kind=standing_consult}次", "、", quiet=True),
                Part("对口协商{activities.events?kind=counterpart}场次", "、", quiet=True),
                Part("界别协商{activities.events?kind=sector_consult}场次", "、", quiet=True),
                Part("提案办理协商{activities.events?kind=proposal_consult}场次", "、", quiet=True),
                opening="其中",
                loose=True,
            ),
            said(
                "T6B",
                Part("院坝协商{activities.events?kind=courtyard}场次", quiet=True),
                Part("社区协商{activities.events?kind=community}场次", "、", quiet=True),
                Part("微协商{activities.events?kind=micro}场次", "、", quiet=True),
                opening="组织",
                loose=True,
            ),
            said("T6C", Part("协商中解决困难和问题{ledger.problems_solved?family=consultation}个", quiet=True)),
        ),
    ),
)
ADVICE = Chapter(
    "advice",
    "意见建议办理",
    (
        (
            said(
                "A1",
                Part("{span}通过会议、协商、监督、视察调研等提出意见建议{ledger.advice}条"),
                Part("呈报或转交{ledger.advice_submitted}条", quiet=True),
                Part("答复{ledger.advice_answered}条", quiet=True),
                Part("采纳（含部分采纳）{ledger.advice_adopted}条，采纳率{ledger.adopted_rate}", quiet=True),
            ),
            said(
                "A2",
                Split(
                    "ledger.advice", "theme", "其中，", "{label}方面{count}条、占{share}",
                    "另有{count}条没有归类", "一条可归多类，各类之和大于总数",
                    most=5, others="其他方面{count}条",
                ),
            ),
            said("A3", Part("文书获领导批示{papers.comments}次", quiet=True),
                 Part("批示反馈率{papers.comments_answered_rate}", quiet=True)),
        ),
    ),
)  # fmt: skip
SUPERVISION = Chapter(
    "supervision",
    "民主监督",
    (
        (
            said(
                "S1",
                Part("{span}开展民主监督{activities.events?family=supervision}次"),
                Part("其中专项监督{activities.events?kind=special_supervision}次", quiet=True, apart=True),
                Part("提出意见建议{ledger.advice?family=supervision}条", quiet=True),
                Part("发出监督意见书{activities.opinions}份", quiet=True),
                Part("反馈率{activities.opinions_answered_rate}", quiet=True),
            ),
            said("S2", Part("在任民主监督员{activities.supervisors}名", quiet=True),
                 Part("派驻单位{activities.supervised_units}个", quiet=True)),
        ),
    ),
)  # fmt: skip
INSPECTION = Chapter(
    "inspection",
    "视察调研",
    (
        (
            said(
                "T8",
                Part("组织视察{activities.events?family=inspection}次", quiet=True),
                Part("提出意见建议{ledger.advice?family=inspection}条", quiet=True),
                Part("开展调研{activities.events?family=research}次", "；", quiet=True),
                Part("提出意见建议{ledger.advice?family=research}条", quiet=True),
                Part("形成调研视察报告{consultations.reports}篇", "；", quiet=True),
                Part("获批示{consultations.reports_commented}篇", quiet=True),
                opening="{span}",
                loose=True,
            ),
            said("T8A", Part("配合上级开展活动{activities.events?relation=assist}次", quiet=True)),
        ),
    ),
)
OVERVIEW = (
    said(
        "T1",
        Part("{span}共收到提案{proposals.received}件"),
        Part(
            "委员提案{proposals.received?proposer=member}件、集体提案{proposals.received?proposer=collective}件",
            "，其中",
        ),
        Part("经审查立案{proposals.filed}件，立案率{proposals.filing_rate}", "；"),
        Part("未予立案而转作意见建议{proposals.converted_advice}件", quiet=True),
    ),
    said(
        "T2",
        Split(
            "proposals.filed", "category", "立案提案按内容分，", "{label}方面{count}件、占{share}",
            "另有{count}件尚未归类", "一件提案可归多类，各类之和大于立案数",
        ),
    ),
)  # fmt: skip
HANDLING = (
    said(
        "T3",
        Part(
            "{until}，交办{proposals.assigned}件，已办复{proposals.assigned_answered}件，办复率{proposals.answered_rate}"
        ),
        Part("按期办复率{proposals.in_time_rate}"),
        Part("收回提案者评价{proposals.ratings}份", "；"),
        Part("满意{proposals.rated_satisfied}份"),
        Part("基本满意{proposals.rated_basically}份", "、", quiet=True),
        Part("不满意{proposals.rated_dissatisfied}份", "、", quiet=True),
        Part("满意率{proposals.satisfaction}（满意与基本满意合计）", norm=("proposals.satisfaction", "A")),
        Part("满意率{proposals.satisfaction_b}（只计满意）", norm=("proposals.satisfaction", "B")),
        Part("基本满意率{proposals.basically_rate}", norm=("proposals.satisfaction", "B")),
    ),
    said(
        "T4",
        Split(
            "proposals.answered", "class", "从办理结果看，", "{label}{count}件、占{share}",
            "另有{count}件未列类别", "一件提案可列多类，各类之和大于办复数",
        ),
    ),
)  # fmt: skip
LEADING = (
    said(
        "T5",
        Part("确定重点提案{proposals.key}件"),
        Part("其中由党政主要领导领衔督办{proposals.led_by_top_leaders}件", quiet=True),
        Part("开展重点提案督办{proposals.supervisions}次", quiet=True),
    ),
)
PROPOSALS = Chapter("proposals", "提案工作", (OVERVIEW, HANDLING, LEADING))
PROPOSALS_RECEIVED = Chapter("proposals_received", "提案总体情况", (OVERVIEW,))
PROPOSALS_RESULTS = Chapter("proposals_results", "办理成效", (HANDLING, LEADING))
PROPOSALS_WORK = Chapter(
    "proposals_work",
    "主要做法",
    (
        (
            said(
                "P1",
                Part("提案交{proposals.units}个单位承办", quiet=True),
                Part("承办{proposals.hand_overs}件次", quiet=True),
                Part("其中主办{proposals.hand_overs?role=lead}件次", quiet=True, apart=True),
                Part("会办{proposals.hand_overs?role=co}件次", "、", quiet=True),
                Part("分办{proposals.hand_overs?role=separate}件次", "、", quiet=True),
                loose=True,
            ),
            said("P2", Part("并案{proposals.merged}件", quiet=True),
                 Part("撤案{proposals.withdrawn}件", "、", quiet=True), loose=True),
            said("P3", Part("面商率{proposals.face_rate}", quiet=True),
                 Part("领导审核率{proposals.approved_rate}", "、", quiet=True), loose=True),
            said("P4", Part("公开提案{proposals.published}件", quiet=True),
                 Part("评选优秀提案{proposals.excellent}件", quiet=True), loose=True),
            said("P5", Part("承诺事项{proposals.promises}项", quiet=True),
                 Part("已兑现{proposals.promises_kept}项", quiet=True)),
        ),
    ),
)  # fmt: skip
OPINIONS = Chapter(
    "opinions",
    "反映社情民意",
    (
        (
            said(
                "T7",
                Part("收到社情民意信息{opinions.received}篇", quiet=True),
                Part("采编社情民意信息{opinions.edited}篇", quiet=True),
                Part("编发《社情民意》{opinions.issues}期", quiet=True),
                Part("专报{opinions.specials}件", "、", quiet=True),
                opening="{span}",
                loose=True,
            ),
            said(
                "T7A",
                Part("报送社情民意信息{opinions.sent_items}篇", quiet=True),
                Part("被上级政协采用社情民意信息{opinions.adopted}篇", quiet=True),
                Part("其中省级采用社情民意信息{opinions.adopted?level=province}篇", quiet=True),
                Part("全国政协采用社情民意信息{opinions.adopted?level=national}篇", "、", quiet=True),
            ),
            said(
                "T7B",
                Part("社情民意信息获领导批示{opinions.commented}件", quiet=True),
                Part("{opinions.comment_leaders}人次", "、", quiet=True),
                Part("转办社情民意信息{opinions.handed}条，办理反馈率{opinions.answered_rate}", "；", quiet=True),
            ),
            said("T7C", Part("收到群众微建议{opinions.suggestions}条", quiet=True)),
        ),
    ),
)
OPINIONS_WRITTEN = Chapter(
    "opinions_written",
    "反映和采编",
    (
        OPINIONS.paragraphs[0][:1],
        (
            said("T7D", Split(
                "opinions.received", "source", "按来源分，", "{label}反映{count}篇、占{share}",
                "另有{count}篇未写明来源", "一篇可有几个来源，各项之和大于总数",
            )),
            said("T7E", Part("反映信息的共{opinions.authors}人", quiet=True)),
            OPINIONS.paragraphs[0][3],
        ),
    ),
)  # fmt: skip
OPINIONS_USED = Chapter("opinions_used", "报送、采用和批示", (OPINIONS.paragraphs[0][1:3],))
