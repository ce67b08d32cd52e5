"""Rules made, revised, repealed through their steps, and matters reported to the Party committee, year by year."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from lvzhi.accounts.actors import LoginActor
from lvzhi.accounts.models import Account
from lvzhi.activities.models import Activity
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.demo.offices import EVENING, Desk, days, working
from lvzhi.demo.people import Cast, moment
from lvzhi.regulations import actions
from lvzhi.regulations.models import Matter, Opinion, Version
from lvzhi.workflow.engine import take

SEED = 20220401  # of its own, so that other rooms' data stay as they are
Named = tuple[str, str, str]  # title, kind, level
SYSTEM, PROCEDURE, MEASURES = "system", "procedure", "measures"
SHANGZHOU_REVISED: Sequence[Named] = (
    ("政协常务委员会工作规则", PROCEDURE, "standing"), ("主席会议工作规则", PROCEDURE, "chairmen"),
    ("委员管理办法", MEASURES, "standing"), ("专门委员会工作规则", PROCEDURE, "standing"),
    ("提案办理协商办法", MEASURES, "standing"), ("社情民意信息工作制度", SYSTEM, "chairmen"),
)  # fmt: skip
WUDANG_PROCEDURES: Sequence[Named] = (
    ("全体会议工作规则", PROCEDURE, "plenary"), ("常务委员会工作规则", PROCEDURE, "standing"),
    ("主席会议工作规则", PROCEDURE, "chairmen"), ("秘书长会议工作规则", PROCEDURE, "agency"),
)  # fmt: skip
WUDANG_REVISED: Sequence[Named] = (
    ("委员履职考核办法", MEASURES, "standing"), ("主席、副主席联系常委，常委联系委员制度", SYSTEM, "chairmen"),
)  # fmt: skip
WUDANG_NEW: Sequence[Named] = (
    ("委员企业走访制度", SYSTEM, "chairmen"), ("院坝协商工作制度", SYSTEM, "chairmen"),
    ("委员接待日制度", SYSTEM, "chairmen"), ("机关学习制度", SYSTEM, "agency"), ("机关值班制度", SYSTEM, "agency"),
    ("重大事项请示报告制度", SYSTEM, "party_group"), ("提案督办工作制度", SYSTEM, "chairmen"),
)  # fmt: skip
BIJIANG_NEW: Sequence[Named] = (
    ("县级领导联系政协委员和委员企业制度", SYSTEM, "party_group"), ("委员担任民主监督员工作制度", SYSTEM, "standing"),
    ("机关干部职工绩效考核管理办法", MEASURES, "agency"), ("周五学习例会制度", SYSTEM, "agency"),
)  # fmt: skip
WUDANG_MATTERS = (
    ("request", "关于审定区政协党组年度工作要点的请示", "points"), ("request", "关于审定年度协商计划和监督计划的请示", "plans"),
    ("request", "关于召开全体会议的请示", "plenary"), ("report", "关于全体会议召开情况的报告", "plenary"),
    ("report", "关于领导班子分工调整的报告", "division"), ("request", "关于赴外地招商考察的请示", "journey"),
    ("report", "关于上半年工作情况的报告", "half_year"), ("request", "关于组织委员赴干部学院培训的请示", "journey"),
    ("circular", "关于委员视察生态环境改善情况的通报", ""), ("report", "关于意识形态工作责任制落实情况的报告", "ideology"),
    ("report", "关于基层协商民主情况的报告", "grassroots"), ("report", "关于年度工作总结的报告", "summary"),
)  # fmt: skip
ARTICLES = (
    "为了规范{thing}工作，根据政协章程和有关规定，结合实际，制定本{word}。",
    "{thing}工作坚持党的领导，坚持实事求是，注重实效。",
    "{thing}工作由{organ}负责，机关各科室按职责配合。",
    "每年年初制定{thing}工作安排，报主席会议研究后实施。",
    "开展{thing}工作，应当提前五个工作日通知有关委员和单位。",
    "有关情况应当及时记录，资料按档案管理规定保存。",
    "工作中形成的意见建议，经审核后报送区委、区政府有关部门。",
    "每半年向主席会议报告一次工作情况。",
    "违反本{word}的，由主席会议提醒；情节较重的，予以通报。",
    "本{word}由{organ}负责解释，自印发之日起施行。",
)
NUMERALS = "一二三四五六七八九十"
REMARKS = ("建议明确通知的时限。", "建议增加线上参加的规定。", "“情节较重”宜写得更具体。")


@dataclass(frozen=True)
class Bench:
    """Who drafts and who checks in one committee, on which evening."""

    cast: Cast
    office: Account
    secretary: Account

    def on(self, day: date, do: Callable[[LoginActor], Any], *, secretary: bool = False) -> Any:
        """What one of them does on the evening of a day."""
        at = moment(day, EVENING)
        with clock.at(at):
            return do(self.cast.actor(self.secretary if secretary else self.office, at))

    def step(self, day: date, record: Any, key: str, /, *, secretary: bool = False, **answers: Any) -> Any:
        """A step on that day."""
        fresh = type(record).objects.get(pk=record.pk)
        return self.on(day, lambda actor: take(fresh, key, actor, answers), secretary=secretary)


def at_desk(desk: Desk) -> Bench:
    """The office of a closed year."""
    office, secretary = desk.cast.office, desk.cast.secretary
    if office is None or secretary is None:
        raise LookupError(desk.cast.place.node.name)
    return Bench(desk.cast, office, secretary)


def text(title: str, committee: Committee, organ: str) -> str:
    """A rule of ten articles in two chapters."""
    word = next((one for one in ("规则", "办法", "制度", "规定", "细则") if title.endswith(one)), "制度")
    thing = title.removesuffix(word).removesuffix("工作") or title
    lines = [f"{committee.name}{title}", "第一章　总则"]
    for place, article in enumerate(ARTICLES):
        if place == 2:
            lines.append("第二章　工作要求")
        lines.append(f"第{NUMERALS[place]}条　{article.format(thing=thing, word=word, organ=organ)}")
    return "\n".join(lines)


def revised_text(before: str) -> str:
    """The same with a term shortened, an article put in, one left out, one moved, all numbered anew."""
    lines = before.replace("提前五个工作日通知", "提前三个工作日书面或者线上通知").split("\n")
    articles = [line.split("　", 1)[1] for line in lines if "条　" in line]
    articles.remove(next(one for one in articles if one.startswith("每半年")))
    articles.insert(6, "委员参加有关工作的情况记入履职档案。")
    articles.insert(3, articles.pop(5))
    heads = [lines[0], lines[1]]
    body = [f"第{NUMERALS[place]}条　{article}" for place, article in enumerate(articles)]
    return "\n".join([*heads, *body[:2], "第二章　工作要求", *body[2:]])


def bring(bench: Bench, named: Sequence[Named], day: date, year: int) -> list[Version]:
    """Rules that were issued in an earlier year, put on record on a day."""
    made = []
    for place, (title, kind, level) in enumerate(named, start=1):
        organ = bench.cast.organs[place % len(bench.cast.organs)]
        data = {
            "title": title, "kind": kind, "level": level, "organ": organ,
            "text": text(title, bench.cast.committee, organ.name), "document_no": f"政协发〔{year}〕{place + 20}号",
            "adopted_on": date(year, 3, 10 + place), "adopted_by": "常务委员会会议",
            "issued_on": date(year, 3, 15 + place), "starts_on": date(year, 4, 1),
        }  # fmt: skip
        made.append(_brought(bench, day, data))
    return made


def _brought(bench: Bench, day: date, data: dict[str, Any]) -> Version:
    made: Version = bench.on(day, lambda actor: actions.bring_rule(actor, bench.cast.committee, data))
    return made


def make(bench: Bench, named: Named, day: date, number: str, place: int) -> Version:
    """A new rule from its draft to its issue within a month."""
    title, kind, level = named
    organ = bench.cast.organs[place % len(bench.cast.organs)]
    data = {
        "title": title, "kind": kind, "level": level, "organ": organ,
        "text": text(title, bench.cast.committee, organ.name), "note": "落实全会部署，规范有关工作。",
    }  # fmt: skip
    begun = bench.on(day - timedelta(days=29), lambda actor: actions.begin_rule(actor, bench.cast.committee, data))
    return _through(bench, begun, day, number, place)


def revise(bench: Bench, before: Version, day: date, number: str, place: int) -> Version:
    """A next version of a rule, from its draft to its issue within a month."""
    start = day - timedelta(days=29)
    bench.step(start, before.regulation, "revise", note="总结实践经验，修订完善。")
    draft = Version.objects.filter(regulation=before.regulation).latest("number")
    data = {"text": revised_text(before.text)}
    draft = bench.on(start, lambda actor: actions.write(draft, actor, data))
    return _through(bench, draft, day, number, place)


def _through(bench: Bench, draft: Version, day: date, number: str, place: int) -> Version:
    """Asked, answered, checked, adopted at a meeting, issued on the day."""
    ask(bench, draft, day - timedelta(days=25), place)
    for nth, one in enumerate(Opinion.objects.filter(draft=draft).order_by("pk")):
        says, words = ("says", REMARKS[(place + nth) % len(REMARKS)]) if nth == 0 else ("none", "")
        given = bench.step(day - timedelta(days=17), one, "note_given", says=says, text=words)
        if given.state == "given":
            taken, words = ("taken", "") if place % 2 else ("partly", "已作修改。")
            bench.step(day - timedelta(days=14), given, "take", taken=taken, answer=words)
    bench.step(day - timedelta(days=12), draft, "hand_in", unasked="")
    bench.step(day - timedelta(days=10), draft, "check", secretary=True, on=day - timedelta(days=10), opinion="")
    met = day - timedelta(days=4)
    meeting = held_by(bench.cast.committee, met)
    bench.step(
        day - timedelta(days=2), draft, "adopt", secretary=True, on=met, meeting=meeting.title if meeting else "主席会议",
        about=f"activities.activity:{meeting.uid}" if meeting else "",
    )  # fmt: skip
    issued: Version = bench.step(day, draft, "issue", number=number, issued_on=day, starts_on=day + timedelta(days=1))
    return issued


def ask(bench: Bench, draft: Version, day: date, place: int) -> None:
    """Two organs and a member asked."""
    organs = bench.cast.organs
    wanted = {organs[place % len(organs)].pk, organs[(place + 1) % len(organs)].pk}
    member = bench.cast.members[(place * 7) % len(bench.cast.members)]
    bench.step(day, draft, "ask", organs=sorted(wanted), members=[member.pk], until=day + timedelta(days=9))


def held_by(committee: Committee, day: date) -> Activity | None:
    """The meeting of the chairmen that was held on the day, or shortly before."""
    rows = Activity.objects.live().filter(committee=committee, kind__in=("chairmen", "standing"), state="closed")
    return rows.filter(held_on__range=(day - timedelta(days=2), day)).order_by("-held_on", "-id").first()


def shangzhou(desk: Desk) -> None:
    """Rules revised in a year that runs from May to May."""
    bench = at_desk(desk)
    known = bring(bench, SHANGZHOU_REVISED, date(2022, 5, 5), 2018)
    for place, day in enumerate(days(date(2022, 6, 20), date(2023, 4, 10), len(known), Random(SEED))):
        revise(bench, known[place], day, f"商政协发〔{day.year}〕{place + 31}号", place)


def bijiang(desk: Desk) -> None:
    """New rules of a year."""
    bench = at_desk(desk)
    for place, day in enumerate(days(date(2022, 4, 6), date(2022, 11, 10), len(BIJIANG_NEW), Random(SEED))):
        make(bench, BIJIANG_NEW[place], day, f"碧政协发〔2022〕{place + 31}号", place)


def wudang(desk: Desk) -> None:
    """Rules revised and made since the term began, one repealed, and the matters reported through the year."""
    bench = at_desk(desk)
    known = bring(
        bench, (*WUDANG_PROCEDURES, *WUDANG_REVISED, ("委员约谈暂行办法", MEASURES, "agency")), date(2022, 1, 10), 2017
    )
    works: list[Version | Named] = [*known[:-1], *WUDANG_NEW]
    random = Random(SEED)
    random.shuffle(works)
    for place, day in enumerate(days(date(2022, 3, 1), date(2022, 12, 9), len(works), random)):
        work, number = works[place], f"乌政协发〔2022〕{place + 31}号"
        if isinstance(work, Version):
            revise(bench, work, day, number, place)
        else:
            make(bench, work, day, number, place)
    day = date(2022, 7, 1)
    bench.step(
        day,
        known[-1].regulation,
        "repeal",
        way="repealed",
        day=day,
        ground="内容已并入委员履职考核办法。",
        by="主席会议",
    )
    spread = days(date(2022, 1, 20), date(2022, 12, 12), len(WUDANG_MATTERS), random)
    for place, (when, told) in enumerate(zip(spread, WUDANG_MATTERS, strict=True)):
        reported(bench, told, when, place)


def reported(bench: Bench, told: tuple[str, str, str], day: date, place: int) -> Matter:
    """A matter sent on a day; requests are answered, some late, and followed; some reports are commented on."""
    kind, title, item = told
    day = working(day)
    data = {
        "kind": kind,
        "title": title,
        "item": item,
        "superior": "区委",
        "text": f"{title.removeprefix('关于')}，现予呈报。",
    }
    made = bench.on(day - timedelta(days=2), lambda actor: actions.begin_matter(actor, bench.cast.committee, data))
    until = day + timedelta(days=14) if kind == "request" else None
    made = bench.step(day, made, "report", secretary=True, signer="区政协党组书记", sent_on=day, until=until)
    back = day + timedelta(days=5 + place % 4 * 4)
    if kind == "request":
        made = bench.step(
            back,
            made,
            "answer",
            how="reply" if place % 3 else "agreed",
            on=back,
            by="区委办公室",
            text="原则同意，请认真组织实施。",
        )
        after = back + timedelta(days=3)
        made = bench.step(after, made, "follow_up", on=after, text="已按批复组织实施，结果报区委办公室备案。")
    elif place % 3 == 0:
        made = bench.step(
            back, made, "comment", how="comment", on=back, by="区委主要领导", text="情况已阅，请继续抓好落实。"
        )
        after = back + timedelta(days=9)
        made = bench.step(after, made, "follow_up", on=after, text="已在主席会议传达，列入重点工作。")
    found: Matter = made
    return found


CURRENT = (
    ("委员工作室管理办法", MEASURES, "chairmen"), ("微信工作群管理规定", "provisions", "agency"),
    ("专委会联系界别工作制度", SYSTEM, "standing"), ("协商成果跟踪反馈制度", SYSTEM, "standing"),
    ("委员读书活动实施细则", "detailed", "chairmen"),
)  # fmt: skip


def current(cast: Cast, ways: dict[str, Account], today: date) -> None:
    """Drafts at every step and matters that wait, for the demonstration's logins."""
    bench = Bench(cast, ways["bangong"], ways["mishuzhang"])
    drafts = [_begin(bench, named, today - timedelta(days=20), place) for place, named in enumerate(CURRENT)]
    ask(bench, drafts[1], today - timedelta(days=3), 1)
    for draft in drafts[2:]:
        bench.step(today - timedelta(days=9), draft, "hand_in", unasked="依照上级范本制定。")
    for draft in drafts[3:]:
        on = today - timedelta(days=6)
        bench.step(on, draft, "check", secretary=True, on=on, opinion="")
    met = today - timedelta(days=2)
    bench.step(met, drafts[4], "adopt", secretary=True, on=met, meeting="主席会议", about="")
    _asked_of_members(bench, ways, drafts[1], today)
    for ago, told in ((40, ("request", "关于召开专题协商会的请示", "")), (1, ("report", "关于近期工作情况的报告", ""))):
        _open_matter(bench, told, today - timedelta(days=ago), sent=ago > 1)
    reported(bench, ("request", "关于审定年度协商计划和监督计划的请示", "plans"), today - timedelta(days=60), 1)


def _begin(bench: Bench, named: Named, day: date, place: int) -> Version:
    title, kind, level = named
    organ = bench.cast.organs[place % len(bench.cast.organs)]
    data = {
        "title": title, "kind": kind, "level": level, "organ": organ,
        "text": text(title, bench.cast.committee, organ.name), "note": "总结实践经验。",
    }  # fmt: skip
    made: Version = bench.on(day, lambda actor: actions.begin_rule(actor, bench.cast.committee, data))
    return made


def _asked_of_members(bench: Bench, ways: dict[str, Account], draft: Version, today: date) -> None:
    """The member behind a login is asked too; one organ has answered already."""
    day = today - timedelta(days=2)
    member = next(one for one in bench.cast.members if one.person.account_id == ways["weiyuan"].pk)
    bench.step(day, draft, "ask", organs=[], members=[member.pk], until=today + timedelta(days=8))
    first = Opinion.objects.filter(draft=draft).earliest("pk")
    bench.step(day, first, "note_given", says="says", text=REMARKS[0])


def _open_matter(bench: Bench, told: tuple[str, str, str], day: date, *, sent: bool) -> None:
    kind, title, item = told
    data = {"kind": kind, "title": title, "item": item, "superior": "区委", "text": ""}
    made = bench.on(day, lambda actor: actions.begin_matter(actor, bench.cast.committee, data))
    if sent:
        until = day + timedelta(days=30)
        bench.step(day, made, "report", secretary=True, signer="区政协党组书记", sent_on=day, until=until)
