"""Three levels for tests: 海州区政协 below 连海市政协 below 连山省政协, each with one who edits and one who checks."""

from __future__ import annotations

import datetime as dt
from typing import Any

from lvzhi.accounts.models import Account
from lvzhi.accounts.tests.house import START, builder, committee, person, unit
from lvzhi.accounts.vocabulary import Role
from lvzhi.committee import actions as places
from lvzhi.committee.actions import committees
from lvzhi.committee.models import Committee
from lvzhi.committee.scope import Scope
from lvzhi.opinions.actions import publishing
from lvzhi.opinions.models import Concern, Trace
from lvzhi.opinions.tests.newsroom import CHECKED, TODAY, Newsroom
from lvzhi.opinions.vocabulary.codes import ISSUE
from lvzhi.papers.models import Comment, Dispatch, Paper


class Ladder(Newsroom):
    """The newsroom with a city and a province above it.

    up and up2 edit and check in the city, sheng and sheng2 in the province; wu is the officer of 省交通厅, qu of
    区城管局.
    """

    def __init__(self) -> None:
        super().__init__()
        self.province = committee("连山省政协", "LS", "province")
        committees.alter(builder(), self.city, name="连海市政协", code="LH", level="city", parent=self.province)
        for one in (self.city, self.province):
            places.open_term(builder(), one, number=10, starts=START)
        self.city.refresh_from_db()
        self.here.refresh_from_db()
        self.there.refresh_from_db()
        self.up2 = person("up2", "尚核", self.city, Role.SECRETARY_GENERAL)
        self.sheng = person("sheng", "省办", self.province, Role.OFFICE)
        self.sheng2 = person("sheng2", "省核", self.province, Role.SECRETARY_GENERAL)
        self.traffic = unit(self.province, "省交通厅")
        self.works = unit(self.here, "区城管局")
        self.wu = person("wu", "吴交", self.province, Role.UNIT_OFFICER, unit=self.traffic)
        self.qu = person("qu", "曲城", self.here, Role.UNIT_OFFICER, unit=self.works)

    def editors(self, place: Committee) -> tuple[Account, Account]:
        """Who edits and who checks there."""
        return {
            self.here.pk: (self.bai, self.fu), self.city.pk: (self.up, self.up2),
            self.province.pk: (self.sheng, self.sheng2),
        }[place.pk]  # fmt: skip

    def fresh(self, record: Any) -> Any:
        """As it stands now."""
        return type(record).objects.get(pk=record.pk)

    def checked(self, **changed: Any) -> Concern:
        """jia's item, ready to be issued, under its own title."""
        made = self.sent(**changed)
        return self.edited(made)

    def edited(self, made: Concern, **changed: Any) -> Concern:
        """An item handed in or received, taken through screening, editing and check."""
        editor, checker = self.editors(made.committee)
        self.take(made, "select", editor)
        answers = {"edited_title": made.title, "edited": f"{made.title}，情况属实。\n建议尽快办理。"} | changed
        self.take(made, "edit", editor, **answers)
        return self.take(made, "check", checker, **CHECKED)

    def composed(self, *items: Concern, kind: str = ISSUE, **more: Any) -> Paper:
        """An issue drafted of these items."""
        place = items[0].committee
        return publishing.compose(self.actor(self.editors(place)[0]), place, items, kind=kind, **more)

    def issued(self, *items: Concern, on: dt.date = TODAY, **more: Any) -> Paper:
        """The same, checked and signed."""
        editor, checker = self.editors(items[0].committee)
        paper = self.composed(*items, **more)
        self.take(paper, "hand_in", editor)
        self.take(paper, "check", checker)
        return self.take(paper, "issue", checker, signer="凌导", dated_on=on)

    def dispatched(self, paper: Paper, *committees: Committee, bodies: str = "", **more: Any) -> Paper:
        """The issue sent."""
        answers = {
            "committees": [one.pk for one in committees], "bodies": bodies, "how": "system", "sent_on": TODAY,
        } | more  # fmt: skip
        return self.take(paper, "send", self.editors(paper.committee)[0], **answers)

    def risen(self, *items: Concern) -> list[Concern]:
        """What arrives in the committee above of an issue of these items."""
        place = Committee.objects.get(pk=items[0].committee_id)
        assert place.parent is not None
        self.dispatched(self.issued(*items), place.parent)
        return [self.above(one) for one in items]

    def above(self, concern: Concern) -> Concern:
        """The same item in the committee above."""
        return Concern.objects.live().get(origin_uid=concern.uid)

    def dispatch(self, paper: Paper, name: str) -> Dispatch:
        """What went to one receiver."""
        return Dispatch.objects.select_related("paper").get(paper=paper, name=name)

    def comment(self, paper: Paper, **changed: Any) -> Comment:
        """A leader's comment on an issue."""
        answers = {
            "leader": "张明远", "post": "省长", "rank": "top", "commented_on": TODAY, "words": "请交通厅研究。",
        } | changed  # fmt: skip
        self.take(paper, "comment", self.editors(paper.committee)[0], **answers)
        found = Comment.objects.filter(paper=paper).order_by("-id").first()
        assert found is not None
        return found

    def turns(self, concern: Concern) -> list[tuple[str, str, str]]:
        """The turns of an item that stand: what, on which level, by whom."""
        rows = Trace.objects.live().filter(concern=concern).order_by("id")
        return [(row.turn, row.level, row.body) for row in rows]

    def below(self, place: Committee) -> Scope:
        """A committee with all below it."""
        return Scope(place, below=True)

    def root(self) -> Any:
        """Whoever sets norms."""
        return builder()


def climb(ladder: Ladder) -> Any:
    """jia's item adopted by the city and by the province, commented on by two leaders there, in hand of a unit."""
    item = ladder.checked()
    (city,) = ladder.risen(item)
    ladder.take(city, "receive", ladder.up)
    (province,) = ladder.risen(ladder.edited(city))
    ladder.take(province, "receive", ladder.sheng)
    paper = ladder.dispatched(ladder.issued(ladder.edited(province)), bodies="省委")
    first = ladder.comment(paper)
    ladder.comment(paper, post="副省长", leader="李卫东")
    ladder.take(first, "hand_over", ladder.sheng, unit=ladder.traffic.pk)
    return item, first
