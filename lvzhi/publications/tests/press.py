"""A committee with editors, reviewers and authors for tests: everything is made through the actions a click takes."""

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
from lvzhi.metrics.periods import Period, year
from lvzhi.people import actions as people
from lvzhi.people.models import Member
from lvzhi.publications.actions import collecting, issuing, reporting, writing
from lvzhi.publications.models import Call, Clue, Coverage, Issue, Manuscript
from lvzhi.workflow import engine

TODAY = dt.date(2026, 5, 20)
TEXT = "一九六二年，我在水碾房当学徒。\n师傅姓田，教我认麦子。"  # 25 signs and punctuation, a break
COUNT = len(TEXT) - 1
CHECKED = {"facts_note": "年份已核对。"}
FINAL = {"political": "on", "secrecy": "on"}
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8ffff3f0005fe02fe0def46b8"
    "0000000049454e44ae426082"
)


def scan(name: str = "版权页.png") -> SimpleUploadedFile:
    """A picture that can be read."""
    return SimpleUploadedFile(name, PNG, content_type="image/png")


class Press:
    """海州区政协 and 江北区政协; bai office, jing clerk, mi secretary, ling leader, shen auditor; members jia, yi."""

    def __init__(self) -> None:
        self.here, self.there = committee("海州区政协", "HZ"), committee("江北区政协", "JB")
        term = places.open_term(builder(), self.here, number=10, starts=START)
        self.history = organ(self.here, "文史委员会")
        self.bai = person("bai", "白办", self.here, Role.OFFICE)
        self.jing = person("jing", "荆办", self.here, Role.CLERK)
        self.mi = person("mi", "米秘", self.here, Role.SECRETARY_GENERAL)
        self.ling = person("ling", "凌导", self.here, Role.LEADER)
        self.shen = person("shen", "沈审", self.here, Role.AUDITOR)
        self.far = person("far", "远办", self.there, Role.OFFICE)
        self.members: dict[str, Member] = {}
        for name, shown in (("jia", "甲文"), ("yi", "乙武")):
            account = person(name, shown, self.here, Role.MEMBER)
            row = people.add_member(
                self.actor(self.bai), self.here, term, people.Facts(name=shown, employer="文化馆"), starts=START
            )
            people.link_account(builder(), row.person, account)
            self.members[name] = row
            setattr(self, name, account)

    jia: Account
    yi: Account

    @property
    def everyone(self) -> dict[str, Account]:
        """All accounts by login name."""
        listed = (self.bai, self.jing, self.mi, self.ling, self.shen, self.jia, self.yi, self.far)
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

    def call(self, **changed: Any) -> Call:
        """Materials asked for by the office."""
        data = {"title": "口述老街", "topic": "店铺和手艺。", "until": dt.date(2026, 8, 31)} | changed
        return collecting.call(self.actor(self.bai), self.here, data)

    def clue(self, who: Account | None = None, **changed: Any) -> Clue:
        """A clue; jia offers it unless another is named."""
        data = {
            "topic": "水碾房",
            "text": "村口有座水碾房。",
            "span": "1950年至1970年",
            "knows": "田师傅的女儿",
            "suggested": "无",
        }
        return collecting.clue(self.actor(who or self.jia), self.here, data | changed)

    def begin(self, who: Account | None = None, **changed: Any) -> Manuscript:
        """A manuscript begun; jia's own unless another is named."""
        data = {"title": "水碾房往事", "witness": "lived", "text": TEXT} | changed
        return writing.begin(self.actor(who or self.jia), self.here, data)

    def take(self, record: Any, key: str, who: Account | None = None, files: Any = None, /, **answers: Any) -> Any:
        """A step; the office takes it unless another is named."""
        fresh = type(record).objects.get(pk=record.pk)
        return engine.take(fresh, key, self.actor(who or self.bai), answers, files=files or {})

    def at(self, state: str, **changed: Any) -> Manuscript:
        """jia's manuscript in a state."""
        if state == "published":
            made, issue = self.at("approved", **changed), self.issue()
            self.take(made, "place", issue=issue.pk)
            self.printed(issue)
            return Manuscript.objects.get(pk=made.pk)
        made = self.begin(**changed)
        way: dict[str, tuple[tuple[str, Account, dict[str, Any]], ...]] = {
            "draft": (),
            "submitted": (("submit", self.jia, {}),),
        }
        way["returned"] = (*way["submitted"], ("send_back", self.bai, {"ground": "写明哪一年"}))
        way["checked"] = (*way["submitted"], ("check", self.jing, CHECKED))
        way["edited"] = (*way["checked"], ("edit", self.bai, {"edited": changed.get("text", TEXT)}))
        way["approved"] = (*way["edited"], ("final", self.mi, FINAL))
        way["refused"] = (*way["submitted"], ("refuse", self.bai, {"ground": "与征集无关"}))
        way["withdrawn"] = (*way["submitted"], ("withdraw", self.jia, {}))
        for key, who, answers in way[state]:
            made = self.take(made, key, who, **answers)
        return Manuscript.objects.get(pk=made.pk)

    def issue(self, number: str = "第1期", **changed: Any) -> Issue:
        """An issue begun."""
        return issuing.begin_issue(self.actor(self.bai), self.here, {"series": "海州文史", "number": number} | changed)

    def printed(self, issue: Issue, files: Any = None, /, **answers: Any) -> Issue:
        """Laid out and printed today."""
        laid = self.take(issue, "lay_out")
        done: Issue = self.take(
            laid, "print", None, files, **({"on": TODAY, "internal": "HZ-1", "copies": 300} | answers)
        )
        return done

    def report(self, **changed: Any) -> Coverage:
        """A report in a city newspaper."""
        data = {
            "title": "委员进社区", "published_on": TODAY, "new_outlet": "连海日报", "kind": "paper", "level": "city",
            "url": "https://news.example/1.html",
        } | changed  # fmt: skip
        about = data.pop("about", None)
        return reporting.report(self.actor(self.bai), self.here, data, about=about)
