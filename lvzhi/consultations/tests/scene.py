"""A planned consultation on its way; everything is made through the actions a click takes."""

from __future__ import annotations

from typing import Any

from lvzhi.activities import actions as activities
from lvzhi.activities.actions import Guest, consulting
from lvzhi.activities.actions.attending import note_all_but
from lvzhi.activities.models import Activity
from lvzhi.activities.queries import sittings_of
from lvzhi.ledger.actions.gathering import gather
from lvzhi.ledger.models import Advice
from lvzhi.ledger.tests.desk import TODAY, Desk
from lvzhi.papers.actions import begin_draft
from lvzhi.papers.models import Paper
from lvzhi.plans import actions as plans
from lvzhi.plans.models import Plan, Task

TO = "区委、区政府"


class Scene(Desk):
    """The desk with an approved plan of one consultation."""

    def __init__(self) -> None:
        super().__init__()
        data = {"kind": "consultation", "year": TODAY.year, "title": "年度协商计划"}
        self.plan: Plan = plans.begin_plan(self.actor(self.wen), self.here, data)
        topic = {"topic": "老旧小区加装电梯", "due": TODAY.replace(month=9), "organ": self.economy}
        data = topic | {"source": "party", "proposed_by": "区政府", "block": "consultation"}
        self.task: Task = plans.add_task(self.plan, self.actor(self.wen), data)
        on = {"held_on": TODAY.isoformat()}
        for key, answers in (
            ("gather", {"body": "各专委会"}), ("propose", {}), ("pass_chairmen", {"body": "第十次主席会议", **on}),
            ("submit", {"body": "中共区委", "number": "请〔2026〕3号", **on}),
            ("approve", {"body": "区委常委会第五次会议", "number": "委〔2026〕8号", **on}),
        ):  # fmt: skip
            self.plan = self.take(self.plan, key, self.wen, **answers)

    def scheme(self) -> Paper:
        """The scheme, issued."""
        data = {"kind": "scheme", "title": "加装电梯专题协商方案", "text": "时间、地点、议程。"}
        paper = begin_draft(self.actor(self.wen), self.here, data, about=[("plans.task", self.task.uid)])
        return self.issued(paper)

    def issued(self, paper: Paper) -> Paper:
        """Checked and signed."""
        signs = {"signer": "秘书长", "dated_on": TODAY.isoformat()}
        for key, answers in (("hand_in", {}), ("check", {}), ("issue", signs)):
            paper = self.take(paper, key, self.wen, **answers)
        return paper

    def looked_into(self) -> Activity:
        """Research for it, held."""
        return self.take(self.activity(kind="research", title="加装电梯调研", task=self.task), "hold", self.wen)

    def met(self, **changed: Any) -> Activity:
        """The meeting with its speakers, held and attended."""
        guests = [Guest(person=self.members[one.pk].person) for one in (self.jia, self.yi)]
        guests.append(Guest(name="周局长", body="区住建局", role="host"))
        given = {"kind": "special_consult", "title": "加装电梯专题协商会", "task": self.task} | changed
        row = activities.begin(self.actor(self.wen), self.here, {"held_on": TODAY, "organ": self.economy} | given,
                               guests=guests)  # fmt: skip
        speech = {"person": self.members[self.jia.pk].person, "title": "三点建议", "text": "一、定标准。"}
        consulting.note_speech(self.actor(self.wen), row, speech)
        row = self.take(row, "hold", self.wen)
        note_all_but(sittings_of(row).get(), self.actor(self.wen), {})
        return Activity.objects.get(pk=row.pk)

    def advised(self, activity: Activity, count: int = 3) -> list[Advice]:
        """Advice given there."""
        return [self.advice(f"第{place}条建议", activity=activity, source="deliberation") for place in range(count)]

    def went_up(self, rows: list[Advice]) -> Paper:
        """Gathered into a document that was sent."""
        paper = gather(self.actor(self.wen), self.here, rows, title="协商意见建议的报告", addressee=TO)
        done: Paper = self.take(
            self.issued(paper), "send", self.wen, bodies=TO, how="exchange", sent_on=TODAY.isoformat()
        )
        return done

    def commented(self, paper: Paper) -> None:
        """A leader wrote on it, and the unit has it in hand."""
        day = TODAY.isoformat()
        words = {"leader": "林", "post": "区委书记", "rank": "top", "commented_on": day, "words": "请住建局研究落实。"}
        self.take(paper, "comment", self.wen, **words)

    def answered(self, rows: list[Advice], *adoptions: str) -> None:
        """Handed to the bureau, and answered."""
        for row, adoption in zip(rows, adoptions, strict=False):
            fresh = Advice.objects.get(pk=row.pk)
            self.replied(fresh, adoption, "" if adoption == "wholly" else "资金没有落实")
