"""Proposals: written, co-signed, examined, handed over, talked about, answered, rated, handled again."""

from __future__ import annotations

import datetime as dt

from django.core.files.uploadedfile import SimpleUploadedFile

from lvzhi.ledger.models import Advice
from lvzhi.proposals.models import Appraisal, CoSignature, Extension, KeyCandidate, Promise, Proposal, Selection
from tests.year.district import Cast, District, newest
from tests.year.roles import Code, Year

CANTEEN, LAMPS, KILNS = "关于完善社区食堂的提案", "关于补齐村道路灯的提案", "关于保护老窑址的提案"


def written(district: District, year: Year, cast: Cast) -> None:
    """By a member with a co-signer, filed and handed over."""
    with year.on(1, 20, "proposal: written and co-signed"):
        cast.jia.does("proposals:write", button="保存", answers={
            "title": CANTEEN, "background": "辖区六十岁以上老人九千余。", "analysis": "食堂少，补助多年未调。",
            "recommendations": "在老旧小区增设食堂。\n调整就餐补助标准。", "survey": "走访三个社区。",
            "wished_lead": district.civil, "wished_units": [district.housing],
        })  # fmt: skip
        made = newest(Proposal)
        cast.jia.does("proposals:step", "proposal", made, "invite", answers={"members": [district.members["yi"]]})
        cast.yi.does("proposals:step", "cosignature", newest(CoSignature), "sign")
        cast.jia.does("proposals:step", "proposal", made, "submit")
    with year.on(1, 26, "proposal: filed and handed over"):
        cast.clerk.does("proposals:step", "proposal", made, "file", answers={"category": Code("society")})
        cast.clerk.does("proposals:step", "proposal", made, "assign", answers={
            "lead": district.civil, "co": [district.housing],
        })  # fmt: skip
    with year.on(1, 28, "proposal: signed for, talked about"):
        lead = made.assignments.get(role="lead")
        other = made.assignments.get(role="co")
        cast.civil.does("proposals:step", "assignment", lead, "sign")
        cast.housing.does("proposals:step", "assignment", other, "sign")
        cast.civil.does("proposals:step", "assignment", lead, "contact", answers={
            "mode": Code("visit"), "unit_side": "民政联络员", "points": "选址宜近菜场。", "agreed": "三月现场看址。",
        })  # fmt: skip
    with year.on(3, 3, "proposal: answered"):
        cast.housing.does("proposals:step", "assignment", other, "opinion", answers={"opinion": "可用物业用房两处。"})
        cast.civil.does("proposals:step", "proposal", made, "answer", answers={
            "document": "海民函〔2026〕17号", "text": "两处食堂年内开办。", "result_class": Code("A"),
            "signer": "民政局长", "contact": "民政联络员 0914-8880001",
            "text_1": "选定桥头、塔山两处。", "class_1": Code("A"), "promise_1": "塔山食堂开业",
            "due_1": dt.date(2026, 9, 30),
            "text_2": "补助上调两元。", "class_2": Code("A"),
        })  # fmt: skip
    assert made.assignments.count() == 2


def rated(district: District, year: Year, cast: Cast) -> None:
    """Dissatisfied first, handled again, then satisfied; the promise looked at."""
    made = Proposal.objects.get(title=CANTEEN)
    with year.on(3, 10, "proposal: rated, handled again"):
        cast.jia.does("proposals:step", "proposal", made, "rate", answers={
            "attitude": Code("satisfied"), "result": Code("dissatisfied"), "reason": "补助幅度太小。",
        })  # fmt: skip
        cast.yi.does("proposals:step", "proposal", made, "rate", answers={
            "attitude": Code("satisfied"), "result": Code("satisfied"),
        })  # fmt: skip
    with year.on(3, 30, "proposal: answered again"):
        lead = made.assignments.get(role="lead")
        cast.civil.does("proposals:step", "assignment", lead, "contact", answers={
            "mode": Code("phone"), "unit_side": "民政联络员", "points": "补助改为五元。",
        })  # fmt: skip
        cast.civil.does("proposals:step", "proposal", made, "answer", answers={
            "document": "海民函〔2026〕29号", "text": "补助改按五元执行。", "result_class": Code("B"),
            "signer": "民政局长", "contact": "民政联络员 0914-8880001", "text_2": "五元自四月起。",
            "class_2": Code("B"),
        })  # fmt: skip
        cast.civilhead.does("proposals:step", "assignment", lead, "approve_reply")
    with year.on(4, 7):
        cast.jia.does("proposals:step", "proposal", made, "rate", answers={
            "attitude": Code("satisfied"), "result": Code("satisfied"),
        })  # fmt: skip
        cast.yi.does("proposals:step", "proposal", made, "rate", answers={
            "attitude": Code("satisfied"), "result": Code("satisfied"),
        })  # fmt: skip
    with year.on(10, 12, "proposal: a promise looked at"):
        promise = newest(Promise)
        cast.civil.does("proposals:step", "promise", promise, "progress", answers={"progress": "灶具已进场。"})
        cast.clerk.does("proposals:step", "promise", promise, "look_back", answers={
            "verdict": Code("kept"), "finding": "午餐一百四十份。",
        })  # fmt: skip


def key(district: District, year: Year, cast: Cast) -> None:
    """Put forward, opinions asked, chosen by the chairmen's meeting, supervised by a leader."""
    made = Proposal.objects.get(title=CANTEEN)
    with year.on(3, 4, "proposal: a key one"):
        cast.clerk.does("proposals:step", "proposal", made, "nominate", answers={
            "nominated_by": "提案委员会", "reason": "老人反映集中。",
        })  # fmt: skip
        candidate = newest(KeyCandidate)
        cast.clerk.does("proposals:step", "candidate", candidate, "ask", answers={"bodies": [district.economy]})
        cast.economist.does("proposals:step", "candidate", candidate, "opine", answers={
            "stance": Code("for"), "text": "建议主席领衔。",
        })  # fmt: skip
    with year.on(3, 6):
        cast.head.does("proposals:step", "candidate", candidate, "choose", answers={
            "meeting": "第五十三次主席会议", "met_on": dt.date(2026, 3, 5), "leader": district.accounts["leader"],
            "leader_post": "区委副书记", "rank": Code("deputy"),
        })  # fmt: skip
    with year.on(3, 9, "proposal: supervised by the leader"):
        cast.leader.does("proposals:step", "proposal", made, "supervise", answers={
            "way": Code("leader"), "form": Code("onsite"), "place": "塔山文化站", "chair": "区委副书记领导凌",
            "proposer_side": "甲文博", "unit_side": "马副局长", "points": "督促三月看址。",
            "agreed": "季度通报一次。",
            "next_on": dt.date(2026, 5, 27),
        })  # fmt: skip


def published(district: District, year: Year, cast: Cast) -> None:
    """Its publication decided by two people; chosen among the excellent ones."""
    made = Proposal.objects.get(title=CANTEEN)
    with year.on(4, 14, "proposal: published"):
        publication = made.publications.get()
        cast.clerk.does("proposals:step", "publication", publication, "propose", answers={
            "form": Code("full"), "redactions": "九千余",
        })  # fmt: skip
        cast.head.does("proposals:step", "publication", publication, "approve")
    with year.on(12, 7, "proposal: among the excellent"):
        cast.clerk.does("proposals:excellent", answers={
            "name": "二〇二六年度优秀提案", "starts": dt.date(2026, 1, 2), "ends": dt.date(2026, 11, 30),
        })  # fmt: skip
        row = newest(Selection)
        cast.civil.does("proposals:excellent_step", row, "nominate", answers={
            "called": str(made.number), "reason": "办一件成一片。",
        })  # fmt: skip
        cast.ding.does("proposals:excellent_step", row, "nominate", answers={
            "called": str(Proposal.objects.get(title=LAMPS).number), "reason": "夜路亮了。",
        })  # fmt: skip
        best = row.candidates.get(proposal=made)
        cast.clerk.does("proposals:excellent_step", row, "shortlist", answers={"chosen": best})
        cast.head.does("proposals:excellent_step", row, "deliberate", answers={"chosen": best})
        cast.general.does("proposals:excellent_step", row, "decide", answers={
            "met_on": dt.date(2026, 12, 4), "decision": "第六十次主席会议",
        })  # fmt: skip


def returned(district: District, year: Year, cast: Cast) -> None:
    """Entered from paper by the clerk; the unit returns it, another takes over, asks for time, answers."""
    with year.on(2, 3, "proposal: entered from paper, returned, passed on"):
        cast.clerk.does("proposals:enter", button="保存", answers={
            "title": LAMPS, "background": "村道三十公里无灯。", "analysis": "电费无人承担。",
            "recommendations": "纳入城乡一体管护。",
            "who": [district.members["ding"]], "wished_lead": district.water,
        })  # fmt: skip
        made = newest(Proposal)
        scan = SimpleUploadedFile("原件.pdf", b"%PDF-1.4\n%%EOF\n", "application/pdf")
        cast.clerk.fill(cast.clerk.look("proposals:detail", made), {"files": scan}, button="上传")
        cast.clerk.does("proposals:step", "proposal", made, "submit")
        cast.clerk.does("proposals:step", "proposal", made, "file", answers={"category": Code("society")})
        cast.clerk.does("proposals:step", "proposal", made, "assign", answers={"lead": district.water})
        row = made.assignments.get()
        cast.water.does("proposals:step", "assignment", row, "ask_return", answers={
            "ground": "路灯属交通部门管护。",
        })  # fmt: skip
    with year.on(2, 4):
        cast.clerk.does("proposals:step", "assignment", row, "replace", answers={
            "unit": district.traffic, "opinion": "按三定方案改办。",
        })  # fmt: skip
        row = made.assignments.get(unit=district.traffic)
        cast.traffic.does("proposals:step", "assignment", row, "sign")
    with year.on(4, 1, "proposal: more time"):
        cast.traffic.does("proposals:step", "proposal", made, "ask_extension", answers={
            "until": dt.date(2026, 6, 10), "reason": "招标流标一次。",
        })  # fmt: skip
        cast.clerk.does("proposals:step", "extension", newest(Extension), "grant")
        cast.clerk.does("proposals:step", "proposal", made, "remind", answers={"words": "请抓紧二次招标。"})
    with year.on(6, 2, "proposal: answered by the second unit"):
        cast.traffic.does("proposals:step", "assignment", row, "contact", answers={
            "mode": Code("meeting"), "points": "先亮学校路段。",
        })  # fmt: skip
        cast.traffic.does("proposals:step", "proposal", made, "answer", answers={
            "document": "海交函〔2026〕51号", "text": "首批装灯二百盏。", "result_class": Code("A"),
            "signer": "交通局欧局长",
            "text_1": "列入管护预算。", "class_1": Code("A"),
        })  # fmt: skip
        cast.traffichead.does("proposals:step", "assignment", row, "approve_reply")
        cast.ding.does("proposals:step", "proposal", made, "rate", answers={
            "attitude": Code("satisfied"), "result": Code("basically"),
        })  # fmt: skip
    with year.on(6, 3, "proposal: its quality as the unit sees it"):
        row = newest(Appraisal)
        cast.traffic.does("proposals:step", "appraisal", row, "appraise", answers={
            "score": 57, "comment": "请附路段清单。",
        })  # fmt: skip
        cast.clerk.does("proposals:step", "appraisal", row, "ask_improve", answers={"wanted": "请附路段清单。"})
        cast.ding.does("proposals:step", "appraisal", row, "respond", answers={"response": "补清单十九段。"})


def refused(district: District, year: Year, cast: Cast) -> None:
    """In the name of a committee; not filed, goes on as advice in the ledger."""
    with year.on(2, 5, "proposal: not filed, goes on as advice"):
        cast.historian.does("proposals:write", button="保存", answers={
            "title": KILNS, "background": "龙窑两座坍塌。", "analysis": "权属不清。",
            "recommendations": "立牌并划保护线。",
        })  # fmt: skip
        made = newest(Proposal)
        cast.historian.does("proposals:step", "proposal", made, "submit")
        cast.clerk.does("proposals:step", "proposal", made, "refuse", answers={
            "grounds": [Code("academic")], "route": Code("advice"), "explanation": "属日常工作，转建议。",
        })  # fmt: skip
        page = cast.clerk.press(cast.clerk.look("proposals:detail", made), "登入意见建议台账")
        cast.clerk.fill(page, {"theme": Code("culture")})
        row = newest(Advice)
        cast.clerk.does("ledger:step", "advice", row, "hand", answers={"unit": district.housing})
    assert row.proposal == made
