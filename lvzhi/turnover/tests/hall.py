"""A district whose term runs out, with a roster of the next: everything is made through the actions of a click."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from typing import Any

import xlsxwriter
from django.apps import apps

from lvzhi.accounts.models import Account
from lvzhi.accounts.vocabulary import Role
from lvzhi.committee import actions as places
from lvzhi.committee.models import Organ
from lvzhi.committee.scope import Scope
from lvzhi.journal.models import Sealed
from lvzhi.ledger.tests.desk import Desk
from lvzhi.metrics import compute, periods, registry
from lvzhi.people import actions as people
from lvzhi.people.models import Member
from lvzhi.proposals.tests.people import START, builder
from lvzhi.turnover import actions
from lvzhi.turnover.models import Change, Entrant
from lvzhi.workflow import engine

BUILT = dt.date(2026, 3, 2)
STARTS = dt.date(2026, 4, 1)
TODAY = dt.date(2026, 4, 2)
HEAD = ("姓名", "手机号", "界别", "专委会", "单位及职务", "政治面貌", "政协职务")
PHONES = {"jia": "13800000001", "yi": "13800000002", "bing": "13800000003"}
BESIDE = frozenset({"turnover", "journal", "notices_inbox", "messages"})
# 乙 and 丙 stay, 甲 goes, 吴新 comes, and a 丙成 with another number.
ROWS: tuple[tuple[object, ...], ...] = (
    ("乙明", PHONES["yi"], "经济界", "经济委", "乙公司 经理", "中共党员", "主席、常委"),
    ("丙成", PHONES["bing"], "教育界", "文史委", "", "", ""),
    ("吴新", "13800000009", "教育界", "经济委（主任）", "第二中学 校长", "中共党员", "常委"),
)
TWIN = ("丙成", "13800000077", "经济界", "", "丙厂 厂长", "", "")


def roster(*rows: tuple[object, ...], head: tuple[str, ...] = HEAD) -> bytes:
    """A sheet of the new term."""
    target = BytesIO()
    book = xlsxwriter.Workbook(target)
    sheet = book.add_worksheet()
    for place, row in enumerate([head, *rows]):
        sheet.write_row(place, 0, [str(cell) for cell in row])
    book.close()
    return target.getvalue()


def seats(*pairs: tuple[Organ, str]) -> tuple[tuple[Organ, str], ...]:
    """As `add_member` takes them."""
    return pairs


class Hall(Desk):
    """Beside the desk: 文 prepares, 卯 seconds, 辰 is secretary-general, 巳 auditor; 甲 has an answered proposal."""

    def __init__(self) -> None:
        self.sectors: dict[str, Organ] = {}
        super().__init__()
        self.history = places.add_organ(builder(), self.here, kind="special_committee", name="文史委员会", starts=START)
        self.mao = self.person("mao", "卯同", self.here, Role.OFFICE)
        self.chen = self.person("chen", "辰秘", self.here, Role.SECRETARY_GENERAL)
        self.si = self.person("si", "巳审", self.here, Role.AUDITOR)
        self.both = self.person("both", "午兼", self.here, Role.SECRETARY_GENERAL)
        for account, sector in ((self.jia, "经济界"), (self.yi, "经济界"), (self.bing, "教育界")):
            people.join(builder(), self.members[account.pk], self.sectors[sector], starts=START)
        people.join(builder(), self.members[self.jia.pk], self.economy, starts=START)
        people.appoint(builder(), self.members[self.jia.pk].person, self.here, "chairman", starts=START)
        self.proposal = self.answered(self.cosigned_in())
        self.lamp = self.problem()

    def cosigned_in(self) -> Any:
        """甲's proposal that 乙 has signed, handed in."""
        return self.take(self.cosigned(), "submit", self.jia)

    def member(self, account: Account, **facts: Any) -> Member:
        """With a phone, so that a roster can know them; the sectors come first."""
        if not self.sectors:
            for name in ("经济界", "教育界"):
                made = places.add_organ(builder(), self.here, kind="sector", name=name, starts=START)
                self.sectors[name] = made
        phone = PHONES.get(account.username, "")
        parties = {"phone": phone} if phone else {}
        return super().member(account, **facts | parties)

    @property
    def scope(self) -> Scope:
        """The district."""
        return Scope(self.here)

    def begun(self, **changed: Any) -> Change:
        """A change of term in preparation."""
        given: dict[str, Any] = {"number": 11, "starts": STARTS, "decided_by": "县委〔2026〕8号"} | changed
        return actions.begin_change(self.actor(self.wen), self.here, **given)

    def read(self, change: Change, *rows: tuple[object, ...]) -> Any:
        """The office reads a roster."""
        return actions.read_roster(self.actor(self.wen), change, roster(*rows), "名册.xlsx")

    def listed(self) -> Change:
        """With a roster."""
        change = self.begun()
        self.read(change, *ROWS)
        return Change.objects.get(pk=change.pk)

    def rehearsed(self, change: Change | None = None) -> Change:
        """Tried."""
        return actions.finished(actions.rehearse(self.actor(self.wen), fresh(change or self.listed())))

    def approved(self, change: Change | None = None) -> Change:
        """Approved by 辰."""
        return engine.take(change or self.rehearsed(), "approve", self.actor(self.chen))

    def seconded(self, change: Change | None = None) -> Change:
        """Seconded by 卯."""
        return engine.take(change or self.approved(), "second", self.actor(self.mao))

    def carried(self, change: Change | None = None) -> Change:
        """Carried out by 辰."""
        return actions.finished(actions.carry_out(self.actor(self.chen), fresh(change or self.seconded())))

    def back(self, change: Change) -> Change:
        """Taken back by 辰."""
        return engine.take(fresh(change), "roll_back", self.actor(self.chen), {"ground": "名册有误"})

    def entrant(self, change: Change, name: str, **more: Any) -> Entrant:
        """One of the plan."""
        return Entrant.objects.select_related("change__committee", "change__old").get(change=change, name=name, **more)

    def figures(self) -> dict[tuple[str, str], Any]:
        """Every figure of the last year, of the old term and of the last plenary."""
        spans = (periods.year(2025), periods.between(START, STARTS - dt.timedelta(days=1)))
        return {
            (key, span.text): (one.value, one.numerator, one.denominator)
            for span in spans
            for key, one in compute.book(registry.figures(), self.scope, span).items()
        }


def fresh(change: Change) -> Change:
    """As it is stored."""
    return Change.objects.select_related("committee", "old").get(pk=change.pk)


def everything() -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every sealed table beside this room and the journal."""
    models = [one for one in apps.get_models() if issubclass(one, Sealed) and one._meta.app_label not in BESIDE]
    found = {}
    for model in models:
        names = [one.attname for one in model._meta.concrete_fields]
        rows = model._default_manager.order_by("pk").values_list(*names)
        found[model._meta.label_lower] = [tuple(str(cell) for cell in row) for row in rows]
    return found
