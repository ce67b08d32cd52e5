"""A committee whose members and organ get honours: everything is made through the actions a click takes."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from lvzhi.accounts.actors import LoginActor, actor_for
from lvzhi.accounts.models import Account
from lvzhi.accounts.tests.house import START, builder, committee, organ, person
from lvzhi.accounts.vocabulary import Role
from lvzhi.committee import actions as places
from lvzhi.committee.scope import Scope
from lvzhi.honours import actions
from lvzhi.honours.models import Honour
from lvzhi.metrics.periods import Period, year
from lvzhi.people import actions as people
from lvzhi.people.models import Member
from lvzhi.workflow import engine

TODAY = dt.date(2026, 5, 20)
DATA: dict[str, Any] = {
    "bearer": "person",
    "title": "优秀委员",
    "level": "city",
    "given_by": "连海市政协",
    "given_on": dt.date(2026, 4, 1),
    "number": "连协办〔2026〕3号",
}
WORK = {"bearer": "work", "title": "优秀党课", "work": "《改进作风》讲稿", "work_kind": "lecture"}

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8ffff3f0005fe02fe0def46b8"
    "0000000049454e44ae426082"
)


def scan(name: str = "证书.png") -> SimpleUploadedFile:
    """A picture that can be read."""
    return SimpleUploadedFile(name, PNG, content_type="image/png")


class Stage:
    """海州区政协 and 江北区政协; bai office, jing clerk, mi secretary-general, shen auditor; members jia and yi."""

    def __init__(self) -> None:
        self.here, self.there = committee("海州区政协", "HZ"), committee("江北区政协", "JB")
        term = places.open_term(builder(), self.here, number=10, starts=START)
        self.history = organ(self.here, "文史委员会")
        self.elsewhere = organ(self.there, "经济委员会")
        self.bai = person("bai", "白办", self.here, Role.OFFICE)
        self.jing = person("jing", "荆办", self.here, Role.CLERK)
        self.mi = person("mi", "米秘", self.here, Role.SECRETARY_GENERAL)
        self.shen = person("shen", "沈审", self.here, Role.AUDITOR)
        self.far = person("far", "远办", self.there, Role.OFFICE)
        self.jia, self.yi = (
            person(name, shown, self.here, Role.MEMBER) for name, shown in (("jia", "甲文"), ("yi", "乙武"))
        )
        self.members: dict[str, Member] = {}
        for account in (self.jia, self.yi):
            row = people.add_member(
                self.actor(self.bai), self.here, term, people.Facts(name=account.name), starts=START
            )
            people.link_account(builder(), row.person, account)
            self.members[account.username] = row

    @property
    def everyone(self) -> dict[str, Account]:
        """All accounts by login name."""
        listed = (self.bai, self.jing, self.mi, self.shen, self.jia, self.yi, self.far)
        return {account.username: account for account in listed}

    @property
    def scope(self) -> Scope:
        """The district."""
        return Scope(self.here)

    @property
    def year(self) -> Period:
        """This year."""
        return year(TODAY.year)

    def actor(self, account: Account) -> LoginActor:
        """The account acting now."""
        return actor_for(account)

    def login(self, account: Account) -> Client:
        """A browser logged in."""
        client = Client()
        client.force_login(account, backend="lvzhi.accounts.backends.AccountBackend")
        return client

    def enter(self, **changed: Any) -> Honour:
        """Entered by the clerk, for jia unless told otherwise."""
        about = changed.pop("about", None)
        data = DATA | {"person": [self.members["jia"]]} | changed
        return actions.enter(self.actor(self.jing), self.here, data, about=about)

    def claim(self, **changed: Any) -> Honour:
        """Claimed by jia with a certificate."""
        data = DATA | {"number": "", "uploads": [scan("证书.png")]} | changed
        return actions.claim(self.actor(self.jia), self.here, data)

    def take(self, honour: Honour, key: str, who: Account | None = None, **answers: Any) -> Honour:
        """A step; the office takes it unless another is named."""
        fresh = Honour.objects.get(pk=honour.pk)
        return engine.take(fresh, key, self.actor(who or self.bai), answers)

    def at(self, state: str, **changed: Any) -> Honour:
        """jia's claim in a state."""
        made = self.claim(**changed)
        way: dict[str, tuple[str, Account, dict[str, Any]] | None] = {
            "claimed": None, "returned": ("send_back", self.bai, {"ground": "看不清"}),
            "confirmed": ("confirm", self.bai, {}),
            "declined": ("decline", self.bai, {"ground": "不是本人"}),
            "withdrawn": ("withdraw", self.jia, {}),
        }  # fmt: skip
        step = way[state]
        return self.take(made, step[0], step[1], **step[2]) if step else made
