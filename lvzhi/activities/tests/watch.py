"""A hall with units to supervise: 区住建局 with its officer chen, 区民政局, and a supervision activity."""

from __future__ import annotations

import datetime as dt
from typing import Any

from lvzhi.accounts.vocabulary import Role as Post
from lvzhi.activities.actions import PlaceGiven, attending, opining, supervising
from lvzhi.activities.models import Activity, SupervisionOpinion, Supervisor
from lvzhi.activities.tests.hall import START, TODAY, Hall, builder
from lvzhi.directory import actions as directory
from lvzhi.papers.models import Paper

ENDS = dt.date(2028, 3, 1)


class Watch(Hall):
    """The hall, with what supervision needs."""

    def __init__(self) -> None:
        super().__init__()
        self.housing = directory.add(builder(), self.here, kind="handling", name="区住建局", starts=START)
        self.civil = directory.add(builder(), self.here, kind="handling", name="区民政局", starts=START)
        self.chen = self.account("chen", "陈联", self.here, Post.UNIT_OFFICER, unit=self.housing)
        self.min = self.account("min", "闵联", self.here, Post.UNIT_OFFICER, unit=self.civil)

    def proposed(self, *names: str, **changed: Any) -> list[Supervisor]:
        """Members proposed by the office for 区住建局."""
        members = [self.members[name] for name in names or ("jia",)]
        asked: dict[str, Any] = {"way": "sector", "recommender": "经济界"} | changed
        return supervising.propose(self.actor(self.bai), self.here, members, asked.pop("unit", self.housing), **asked)

    def appointed(self, *names: str, starts: dt.date = TODAY, ends: dt.date = ENDS, **changed: Any) -> list[Supervisor]:
        """The same, decided on and with their letters."""
        found = []
        for row in self.proposed(*names, **changed):
            chosen = self.take(row, "select", self.bai, meeting="第十届常委会第五次会议", selected_on=TODAY)
            answers = {"starts": starts, "ends": ends, "signer": "区委书记", "appointed_on": TODAY}
            found.append(self.take(chosen, "appoint", self.bai, **answers))
        return found

    def watched(self, *names: str, **changed: Any) -> Activity:
        """A special supervision at 区住建局, held and attended."""
        people = names or ("jia", "yi")
        facts = {"kind": "special_supervision", "title": "老旧小区改造专项监督", "organ": self.economy} | changed
        place = PlaceGiven(name=self.housing.name, unit=self.housing, role="unit")
        activity = self.held(*people, places=[place], **facts)
        attending.note_all_but(self.sitting(activity), self.actor(self.bai), {})
        return Activity.objects.get(pk=activity.pk)

    def opinion(self, activity: Activity | None = None, **changed: Any) -> SupervisionOpinion:
        """An opinion paper on it, being drafted."""
        text = "一、三处外墙渗水。\n二、公示不全。"
        data = {"unit": self.housing, "title": "关于老旧小区改造的监督意见", "text": text}
        return opining.begin_opinion(self.actor(self.bai), activity or self.watched(), data | changed)

    def signed(self, opinion: SupervisionOpinion) -> Paper:
        """Its document signed."""
        paper = self.take(opinion.paper, "hand_in", self.bai)
        paper = self.take(paper, "check", self.bai)
        done: Paper = self.take(paper, "issue", self.mi, signer="米秘", dated_on=TODAY)
        return done

    def sent(self, **answers: Any) -> SupervisionOpinion:
        """Signed and sent to 区住建局."""
        opinion = self.opinion()
        self.signed(opinion)
        found = SupervisionOpinion.objects.get(pk=opinion.pk)
        done: SupervisionOpinion = self.take(found, "hand_over", self.bai, **({"sent_on": TODAY} | answers))
        return done

    def answered(self) -> SupervisionOpinion:
        """Answered by chen."""
        answers = {"answer": "已修补两处。", "contact": "陈联 3301"}
        done: SupervisionOpinion = self.take(self.sent(), "answer", self.chen, **answers)
        return done

    @property
    def everyone(self) -> dict[str, Any]:
        """All accounts by login name."""
        return super().everyone | {"chen": self.chen, "min": self.min}
