"""Public-opinion information: a closed year that climbs from the district to the province, and what is under way today."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from random import Random
from typing import Any

from django.db import transaction

from lvzhi.accounts import actions as accounts
from lvzhi.accounts.actors import LoginActor, actor_for, system_actor
from lvzhi.accounts.models import Account
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.demo import names
from lvzhi.demo.joint import office_of
from lvzhi.demo.offices import working
from lvzhi.demo.people import GENERATOR, Cast, forget_actors, moment, password
from lvzhi.directory.models import Unit
from lvzhi.opinions.actions import publishing, writing
from lvzhi.opinions.models import Concern
from lvzhi.opinions.vocabulary.codes import ISSUE, SPECIAL
from lvzhi.papers.actions import receive
from lvzhi.papers.models import Comment, Dispatch, Paper
from lvzhi.people.models import Member
from lvzhi.workflow.engine import take

SEED = 20220318  # of its own, so that other rooms' data stay as they are
EVENING = time(17, 40)
ABOVE_FROM = date(2021, 12, 1)
OK: dict[str, Any] = {"not_secret": "on"}
SOUND: dict[str, Any] = {"sound": "on", "not_secret": "on"}
Text = tuple[str, str, str, str]  # title, category, situation, suggestion
TEXTS: Sequence[Text] = (
    ("城乡公交末班车收车过早影响学生返家", "society", "三条城乡公交线路末班车为傍晚六点，镇中学晚自习后有近二百名学生要家长接送，雨雪天尤为不便。", "建议交通部门把上学日的末班车延至晚八点半，寒暑假恢复原时刻。"),
    ("高层住宅加压供水设备老化停水频繁", "society", "七个建成二十年以上的小区加压泵房设备老化，去年停水四十余次，维修资金归集不足，业主意见较大。", "建议把老旧泵房改造纳入城市更新计划，由供水企业统一接管。"),
    ("农村危桥缺少限载标志存在隐患", "society", "五座通村桥梁桥面开裂，仍有重载货车通行，桥头没有限载标志和照明。", "建议立即设置限高限载设施，分批列入危桥改造计划。"),
    ("小微企业反映贷款担保费用偏高", "economy", "走访的三十家小微企业中有二十一家反映，担保费和评估费合计超过贷款额的百分之三。", "建议完善政府性融资担保体系，降低担保费率，推广信用贷款。"),
    ("社区养老服务站缺少护理人员", "society", "十二个社区养老服务站中，持证护理员平均不到一名，夜间服务基本没有。", "建议由职业院校定向培养护理员，对夜间服务给予补贴。"),
    ("山地苹果集中上市冷藏能力不足", "economy", "今年苹果增产三成，现有冷库只能存放四分之一，果农集中低价出售，收入受损。", "建议统筹产地冷藏设施建设，引导合作社错峰销售。"),
    ("古驿道文物保护标识损毁严重", "culture", "两处古驿道遗址的保护标识被雨水冲毁，有村民取石建房。", "建议恢复标识，落实村级文物保护员，把驿道纳入研学线路。"),
    ("农膜回收网点少影响土壤质量", "ecology", "八个蔬菜种植村只有两个回收点，残膜多被就地掩埋或焚烧。", "建议按片区增设回收点，实行以旧换新。"),
    ("校园周边校外托管缺乏监管", "society", "一所小学周边有托管机构十九家，多数没有消防设施和食品经营许可。", "建议明确主管部门，制定设置标准，联合检查后分类处置。"),
    ("快递进村最后一公里收费不规范", "economy", "部分村级服务点对取件收取一至三元费用，群众多有不满。", "建议规范收费公示，对偏远村服务点给予运营补助。"),
    ("老旧小区充电桩不足电动车飞线充电", "society", "抽查的二十个小区中有十一个存在飞线充电，部分楼道停放电动车。", "建议按户数比例补建充电棚，统一电价并接入消防监控。"),
    ("中医馆进乡镇缺药材和医师", "society", "六个乡镇卫生院设了中医馆，其中四个没有执业中医师，常用药材不全。", "建议实行县乡医师轮岗，统一采购配送药材。"),
    ("新业态从业人员参加工会渠道不畅", "united_front", "外卖、网约车从业人员流动大，不清楚向谁申请入会，遇到纠纷求助无门。", "建议由行业工会联合会统一受理，开通线上入会。"),
    ("饮用水源地上游散养牲畜影响水质", "ecology", "水库上游三个村散养牲畜二百余头，雨季粪污直排入沟。", "建议划定禁养范围，支持建设集中圈舍和粪污处理设施。"),
    ("基层公证服务预约时间长", "politics", "办理继承公证平均要等十七天，老年人反复跑动。", "建议在乡镇设公证联络点，推行远程视频公证。"),
    ("非遗传承人年龄偏大后继乏人", "culture", "七个区级非遗项目的传承人平均六十八岁，有两项没有学徒。", "建议在中小学开设传习课，给予传习补助。"),
)  # fmt: skip


@dataclass
class House:
    """One committee that receives, edits and issues: who edits, who checks and signs."""

    committee: Committee
    editor: Account
    checker: Account
    bodies: str

    def actor(self, account: Account, day: date) -> LoginActor:
        """The account on the evening of a day."""
        return actor_for(account, at=moment(day, EVENING), via="generator")

    def on(self, day: date, do: Callable[[LoginActor], Any], *, checker: bool = False) -> Any:
        """What one of them does on a day."""
        with clock.at(moment(day, EVENING)):
            return do(self.actor(self.checker if checker else self.editor, day))

    def step(self, day: date, record: Any, key: str, *, checker: bool = False, **answers: Any) -> Any:
        """A step on a day."""
        fresh = type(record).objects.get(pk=record.pk)
        return self.on(day, lambda actor: take(fresh, key, actor, answers), checker=checker)

    def reported(self, day: date, text: Text, member: Member, **more: Any) -> Concern:
        """An item that the office enters for a member, handed in."""
        title, category, situation, suggestion = text
        data = {
            "title": title, "category": category, "situation": situation, "suggestion": suggestion, "source": "member",
            "people": [member], "publish": True,
        } | more  # fmt: skip
        made = self.on(day, lambda actor: writing.begin(actor, self.committee, data))
        done: Concern = self.step(day, made, "submit", **OK)
        return done

    def edited(self, day: date, concern: Concern) -> Concern:
        """Screened, edited, checked on one day."""
        self.step(day, concern, "select")
        text = "\n".join(part for part in (concern.situation, concern.suggestion) if part)
        self.step(day, concern, "edit", edited_title=concern.title, edited=text)
        done: Concern = self.step(day, concern, "check", checker=True, **SOUND)
        return done

    def drafted(self, day: date, *items: Concern, kind: str = ISSUE, addressee: str = "") -> Paper:
        """An issue composed of these items."""
        fresh = [Concern.objects.get(pk=one.pk) for one in items]
        made: Paper = self.on(
            day, lambda actor: publishing.compose(
                actor, self.committee, fresh, kind=kind, addressee=addressee or self.bodies
            )
        )  # fmt: skip
        return made

    def signed(self, day: date, *items: Concern, kind: str = ISSUE) -> Paper:
        """The same, checked and signed by the secretary-general."""
        paper = self.drafted(day, *items, kind=kind)
        self.step(day, paper, "hand_in")
        self.step(day, paper, "check", checker=True)
        done: Paper = self.step(day, paper, "issue", checker=True, signer=self.checker.name, dated_on=day)
        return done

    def sent(self, day: date, *items: Concern, to: Committee | None = None, kind: str = ISSUE) -> Paper:
        """The same, sent to Party committee and government, and to the committee above."""
        paper = self.signed(day, *items, kind=kind)
        done: Paper = self.step(
            day, paper, "send", bodies=self.bodies, committees=[to.pk] if to else [], how="exchange", sent_on=day
        )
        for row in Dispatch.objects.filter(paper=done, to_committee=None).select_related("paper"):
            with clock.at(moment(day, EVENING)):
                receive(row, self.actor(self.editor, day), on=day, by=f"{row.name}办公室")
        return done

    def above(self, concern: Concern) -> Concern:
        """What came here of an item of a committee below."""
        found: Concern = Concern.objects.live().get(committee=self.committee, origin_uid=concern.uid)
        return found

    def commented(self, day: date, paper: Paper, post: str, leader: str, words: str, *, rank: str = "top") -> Comment:
        """A leader's comment on an issue."""
        self.step(day, paper, "comment", leader=leader, post=post, rank=rank, commented_on=day, words=words)
        found: Comment = Comment.objects.filter(paper=paper).order_by("-id")[0]
        return found


@dataclass
class Ladder:
    """The district, the city above it, the province above that."""

    district: House
    city: House
    province: House
    unit: Unit
    officer: Account
    officer_from: date

    def climb(self, day: date, *items: Concern) -> tuple[list[Concern], Paper]:
        """Items sent to the city, adopted there, and sent on to the province, where they arrive."""
        self.district.sent(day, *items, to=self.city.committee)
        first = working(day + timedelta(days=2))
        arrived = [self.city.above(one) for one in items]
        self.city.step(first, arrived[0], "receive")
        edited = [self.city.edited(first, Concern.objects.get(pk=one.pk)) for one in arrived]
        paper = self.city.sent(working(first + timedelta(days=3)), *edited, to=self.province.committee)
        return [self.province.above(one) for one in edited], paper

    def crown(self, day: date, items: Sequence[Concern], post: str, leader: str) -> Comment:
        """What arrived in the province: merged into one, adopted, commented on, handed to a unit."""
        main, *others = items
        self.province.step(day, main, "receive")
        for one in others:
            self.province.step(day, one, "merge", main=main.pk)
        edited = self.province.edited(day, Concern.objects.get(pk=main.pk))
        issued = working(day + timedelta(days=4))
        paper = self.province.sent(issued, edited)
        comment = self.province.commented(
            working(issued + timedelta(days=5)), paper, post, leader, "请有关部门研究，提出解决办法。", rank="deputy"
        )  # fmt: skip
        handed = working(issued + timedelta(days=6))
        done: Comment = self.province.step(handed, comment, "hand_over", unit=self.unit.pk)
        return done

    def answered(self, day: date, comment: Comment, words: str) -> None:
        """The unit reports back, and the office closes it."""
        fresh = Comment.objects.get(pk=comment.pk)
        with clock.at(moment(day, EVENING)):  # before its officer's term the office noted the unit's letter
            account = self.officer if day >= self.officer_from else self.province.editor
            take(fresh, "answer", self.province.actor(account, day), {"answer": words, "answered_on": day})
        self.province.step(day, comment, "close", result="adopted")


@transaction.atomic
def opinions(casts: Mapping[str, Cast], ways: Mapping[str, Account], today: date) -> None:
    """All of it, with a hand of its own, so that nothing else of the data comes out otherwise."""
    random = Random(SEED)
    for cast in casts.values():
        if cast.place.current and cast.committee.parent is not None and "GZ" in casts:
            ladder = _ladder(cast, casts["GZ"], ways, random)
            _closed(ladder, cast)
            _now(ladder, cast, ways, today)
        elif cast.place.node.level == "county" and not cast.place.current:
            _small(cast, random)


def _ladder(cast: Cast, province: Cast, ways: Mapping[str, Account], random: Random) -> Ladder:
    """The offices of the three committees; the city's and one login of the province's are made here."""
    city = cast.committee.parent
    if city is None:
        raise LookupError(cast.place.node.name)
    source = names.people(random, set())
    office, upper = office_of(city), office_of(province.committee)
    secretary = _account("shimishu", next(source), city, "secretary_general")
    signer = _account("shengmishu", next(source), province.committee, "secretary_general")
    forget_actors()
    unit = province.units[0]
    return Ladder(
        House(cast.committee, ways["bangong"], ways["mishuzhang"], "区委、区政府"),
        House(city, office, secretary, "市委、市政府"),
        House(province.committee, upper, signer, "省委、省政府"),
        unit, province.officers[unit.pk], province.place.term_starts,
    )  # fmt: skip


def _account(username: str, name: str, place: Committee, role: str) -> Account:
    system = system_actor(GENERATOR, moment(ABOVE_FROM))
    made = accounts.create_account(system, username, name, must_change=False, committee=place, hashed=password())
    accounts.appoint(system, made, role, place, starts=ABOVE_FROM, ground="本届任职")
    return made


def _closed(ladder: Ladder, cast: Cast) -> None:
    """2022: eight items in three issues; four went to the province, two of them into one piece with a comment."""
    day = date(2022, 3, 14)
    items = [
        ladder.district.reported(day + timedelta(days=21 * place), TEXTS[place], cast.members[10 + 5 * place])
        for place in range(8)
    ]
    for place, one in enumerate(items):
        ladder.district.edited(working(day + timedelta(days=21 * place + 3)), one)
    arrived, _ = ladder.climb(date(2022, 6, 20), *items[:2])
    comment = ladder.crown(date(2022, 6, 30), arrived, "副省长", names.SURNAMES[7] + "永年")
    ladder.answered(date(2022, 8, 10), comment, "已会同有关市州提出改造方案，列入明年计划。")
    arrived, _ = ladder.climb(date(2022, 9, 5), *items[2:4])
    ladder.province.step(date(2022, 9, 15), arrived[0], "receive")
    ladder.province.step(date(2022, 9, 16), arrived[1], "keep", ground="有关部门已有安排")
    last = ladder.district.sent(date(2022, 11, 7), *items[4:7], to=ladder.city.committee)
    ladder.city.step(date(2022, 11, 9), ladder.city.above(items[4]), "receive")
    ladder.district.commented(date(2022, 11, 21), last, "区长", names.SURNAMES[3] + "建国", "请农业部门逐项研究。")


def _small(cast: Cast, random: Random) -> None:
    """A committee that issues two items a year and sends them to Party committee and government."""
    if cast.office is None or cast.secretary is None:
        return
    house = House(cast.committee, cast.office, cast.secretary, "区委、区政府")
    day = cast.sessions[-1].opens + timedelta(days=70)
    items = []
    for place in range(2):
        text = TEXTS[8 + (place + random.randrange(4)) % 8]
        one = house.reported(working(day + timedelta(days=place)), text, cast.members[4 + place])
        items.append(house.edited(working(day + timedelta(days=4)), one))
    house.sent(working(day + timedelta(days=8)), *items)


def _now(ladder: Ladder, cast: Cast, ways: Mapping[str, Account], today: date) -> None:
    """Something at every step for every login, relative to today."""
    house, me = ladder.district, cast.members[20]

    def ago(days: int) -> date:
        return today - timedelta(days=days)

    def entered(days: int, place: int, member: int | Member, **more: Any) -> Concern:
        who = cast.members[member] if isinstance(member, int) else member
        return house.reported(ago(days), TEXTS[place], who, **more)

    _own(ladder, ways["weiyuan"], ago)
    entered(1, 2, 65, urgent=True)
    house.step(ago(4), entered(6, 15, me), "send_back", ground="请写明是哪两项，学徒流失的原因是什么。")
    house.step(ago(9), entered(12, 14, 66), "keep", ground="司法部门已开通远程公证，先留作参考。")
    main, other = entered(11, 10, 67), entered(10, 1, 68, title="部分小区二次供水加压泵老化")
    house.step(ago(8), other, "merge", main=main.pk)
    house.step(ago(8), main, "select")
    waiting = entered(14, 12, 69)
    house.step(ago(7), waiting, "select")
    house.step(ago(5), waiting, "edit", edited_title=waiting.title, edited=waiting.situation + waiting.suggestion)
    for days, place, member in ((16, 9, 70), (15, 7, 71)):
        house.edited(ago(days - 8), entered(days, place, member))
    house.drafted(ago(3), house.edited(ago(4), entered(9, 11, 72)))
    house.signed(ago(2), house.edited(ago(6), entered(13, 6, 73)))
    house.sent(ago(2), house.edited(ago(5), entered(12, 13, me)), to=ladder.city.committee)
    _special(ladder, cast, entered, ago)
    _climbing(ladder, entered, ago, me)


def _own(ladder: Ladder, mine: Account, ago: Callable[[int], date]) -> None:
    """The member's own: one being written, one just handed in."""
    house = ladder.district
    for days, place, done in ((2, 4, False), (3, 8, True)):
        title, category, situation, suggestion = TEXTS[place]
        data = {"title": title, "category": category, "situation": situation, "suggestion": suggestion, "publish": True}
        day = ago(days)
        with clock.at(moment(day, EVENING)):
            actor = house.actor(mine, day)
            made = writing.begin(actor, house.committee, data)
            if done:
                take(made, "submit", actor, OK)


def _special(ladder: Ladder, cast: Cast, entered: Callable[..., Concern], ago: Callable[[int], date]) -> None:
    """A special report whose author asked not to be named, with a comment in the hands of a unit."""
    house = ladder.district
    one = house.edited(ago(24), entered(26, 3, 74, hidden=True))
    paper = house.sent(ago(22), one, kind=SPECIAL)
    comment = house.commented(ago(15), paper, "区委书记", names.SURNAMES[11] + "志远", "请发改部门牵头研究解决。")
    house.step(ago(14), comment, "hand_over", unit=cast.units[0].pk)


def _climbing(
    ladder: Ladder, entered: Callable[..., Concern], ago: Callable[[int], date], me: Member
) -> None:  # fmt: skip
    """One that the city has in hand, one that it declined, one that went all its way."""
    house, city = ladder.district, ladder.city
    declined, used = (house.edited(ago(days - 4), entered(days, place, who)) for days, place, who in (
        (40, 5, 75), (41, 0, me),
    ))  # fmt: skip
    house.sent(ago(34), declined, used, to=city.committee)
    city.step(ago(32), city.above(used), "receive")
    city.step(ago(30), city.above(declined), "keep", ground="市有关部门已在统筹建设")
    city.step(ago(30), city.above(used), "select")
    whole = [house.edited(ago(150), entered(154, 1, me)), house.edited(ago(150), entered(153, 14, 76))]
    arrived, _ = ladder.climb(ago(145), *whole)
    comment = ladder.crown(ago(134), arrived, "省委副书记", names.SURNAMES[5] + "明德")
    ladder.answered(ago(90), comment, "已安排专项资金，分三年完成改造。")
    fresh = house.edited(ago(60), entered(63, 15, 77, title="苗绣传承人后继乏人"))
    ladder.climb(ago(55), fresh)
