"""History materials and publicity: two issues of the closed year, and what is under way today."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from random import Random
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from PIL import Image, ImageDraw

from lvzhi.accounts.models import Account
from lvzhi.activities.models import Activity
from lvzhi.deadlines import clock
from lvzhi.demo import names, texts
from lvzhi.demo.offices import EVENING, Desk, days
from lvzhi.demo.people import Cast, moment
from lvzhi.demo.supervision import Scene
from lvzhi.publications.actions import collecting, issuing, reporting, writing
from lvzhi.publications.models import Clue, Issue, Manuscript
from lvzhi.workflow.engine import take

SEED = 20221118
# 乌当: two issues; the texts of the first stand here, the second was printed with the contents alone entered
SERIES, FIRST, SECOND = "乌当文史", "2022年第1期", "2022年第2期"
WRITTEN, LISTED, LONG, DECLARED = 16, 58, 4_400, 121_600
CALLED, PRINTED, AGAIN = date(2022, 2, 15), date(2022, 7, 6), date(2022, 11, 22)
THINGS = (
    "老邮路", "供销社门市部", "水碾房", "第一座小水电站", "马帮客栈", "公社广播站", "三线建设", "知青点", "温泉疗养院", "火车站货场",
    "农具厂", "采茶歌", "布依族酿酒", "铁索桥", "乡村小学", "赤脚医生", "露天电影队", "造纸作坊", "粮站", "剿匪战斗", "土地改革", "兴修水渠",
    "民间花灯", "苗族刺绣", "酱菜老店", "老中医馆", "驿道石碑", "古银杏", "蚕桑场", "煤窑", "抗战时期的迁校", "商会",
)  # fmt: skip
WAYS = ("我所经历的", "忆", "记", "亲见", "听父辈讲")
OPENINGS = (
    "{year}年，我随父亲搬到{place}，从此同{thing}结下了缘分。", "说起{place}的{thing}，上了年纪的人都还记得。",
    "{year}年春天，组织上派我到{place}，参加{thing}的工作。", "我家世代住在{place}，{thing}就在村口。",
)  # fmt: skip
MIDDLES = (
    "那时条件很差，{count}个人挤在一间旧祠堂里，白天干活，晚上点着煤油灯记账。", "{year}年冬天雪特别大，路断了{count}天，大家靠肩挑背驮，把东西一趟趟运进来。",
    "领头的是一位姓{surname}的老同志，话不多，做事认真，账目一分一厘都不差。", "据{surname}家后人保存的账册，当年一共有{count}户参加，出工最多的一家出了{count}个劳力。",
    "{place}的乡亲把自家的木料、石灰都拿了出来，没有一个人计较报酬。", "后来机构几经变更，{year}年并入公社，名称改了，人还是那些人。",
    "我当时只有十几岁，跟在大人后面看热闹，许多细节是后来听{surname}师傅讲的。", "县里的干部来过{count}次，住在老乡家，同吃同住，走的时候饭钱都留在灶台上。",
    "如今{thing}的旧址还在，墙上的标语隐约可以辨认，门前的石阶磨得发亮。", "有一年发大水，仓库进了水，{surname}家三兄弟连夜把{count}袋粮食扛上了山。",
    "技术员是从外地请来的，姓{surname}，他带出的{count}名徒弟，后来都成了骨干。", "这件事在{year}年的县志稿里只有一行字，当事人的回忆却要丰富得多。",
)  # fmt: skip
ENDINGS = (
    "往事如烟，把这些写下来，是想让后人知道，今天的日子来得不容易。", "当年的人大多不在了，我把记得的写在这里，错漏之处请知情者指正。",
    "每次回到{place}，我都要到旧址走一走，看一看。",
)  # fmt: skip
COLUMNS = ("往事回眸", "人物春秋", "乡土风情", "建设纪实")
OUTLETS = (
    ("乌当区政协网站", "site", "own"), ("乌当政协微信公众号", "wechat", "own"), ("《贵阳乌当》", "paper", "county"),
    ("贵阳日报", "paper", "city"), ("贵阳网", "site", "city"), ("贵州政协报", "paper", "province"), ("多彩贵州网", "site", "province"),
    ("人民政协网", "site", "national"),
)  # fmt: skip
REPORTED = 34


@transaction.atomic
def history(casts: Mapping[str, Cast], ways: Mapping[str, Account], today: date) -> None:
    """All of it, with a hand of its own, so that nothing else of the data comes out otherwise."""
    random = Random(SEED)
    for cast in casts.values():
        if cast.place.current:
            desk = Desk(cast, random)
            _call(desk)
            _first(desk)
            _second(desk)
            _reports(desk)
            _now(Scene(cast, dict(ways), today), random)


def _call(desk: Desk) -> None:
    with clock.at(moment(CALLED, EVENING)):
        made = collecting.call(desk.actor(CALLED), desk.cast.committee, {
            "title": "“我所知道的老乌当”文史资料征集", "topic": "新中国成立以来乌当境内交通、教育、医疗、工业、民俗等方面亲历、亲见、亲闻的人和事。",
            "span": "1949年至2000年", "until": date(2022, 5, 31), "contact": "文史学习委员会",
        })  # fmt: skip
        for place, thing in enumerate(THINGS[:6]):
            collecting.clue(desk.actor(CALLED), desk.cast.committee, {
                "topic": f"{texts.PLACES[place]}{thing}的由来", "text": f"{texts.PLACES[place]}还有几位老人记得{thing}，家中存有照片和账册。",
                "span": "1950年至1980年", "knows": "村里的几位老人", "suggested": "无", "call": made,
                "person": [desk.cast.members[place + 3]],
            })  # fmt: skip
    with clock.at(moment(date(2022, 6, 1), EVENING)):
        take(made, "close", desk.actor(date(2022, 6, 1)))


def _text(random: Random, thing: str, place: str) -> str:
    """An invented memoir; no two alike."""

    def said(template: str) -> str:
        return template.format(
            year=random.randint(1950, 1988), place=place, thing=thing, count=random.randint(3, 68),
            surname=random.choice(names.SURNAMES),
        )  # fmt: skip

    paragraphs, length = [said(random.choice(OPENINGS))], 0
    while length < LONG:
        paragraph = "".join(said(one) for one in random.sample(MIDDLES, 5))
        paragraphs.append(paragraph)
        length += len(paragraph)
    return "\n".join([*paragraphs, said(random.choice(ENDINGS))])


def _named(random: Random, place: int) -> tuple[str, str, str]:
    thing, where = THINGS[place % len(THINGS)], texts.PLACES[(place * 5) % len(texts.PLACES)]
    return thing, where, f"{WAYS[place % len(WAYS)]}{where}{thing}"


def _first(desk: Desk) -> None:
    """An issue whose manuscripts went all their way here."""
    random, committee = desk.random, desk.cast.committee
    outside = names.people(random, set())
    with clock.at(moment(date(2022, 3, 1), EVENING)):
        issue = issuing.begin_issue(desk.actor(date(2022, 3, 1)), committee, {
            "series": SERIES, "number": FIRST, "theme": "我所知道的老乌当", "editor": "文史学习委员会",
        })  # fmt: skip
    for place in range(WRITTEN):  # two on each of eight Wednesdays
        day = date(2022, 3, 2) + timedelta(days=7 * (place // 2))
        thing, where, title = _named(random, place)
        given: dict[str, Any] = {
            "title": title, "witness": ("lived", "seen", "heard")[place % 3], "text": _text(random, thing, where),
        }  # fmt: skip
        if place % 3:
            given |= {"author_kind": "member", "person": [desk.cast.members[(place * 7) % 180]]}
        else:
            given |= {"author_kind": "outside", "author": next(outside)}
        _pass(desk, day, given, issue, COLUMNS[place % len(COLUMNS)])
    _print(desk, issue, PRINTED, "（乌当）文准字第2022-01号", {})


def _pass(desk: Desk, day: date, given: dict[str, Any], issue: Issue, column: str) -> None:
    """A manuscript handed in, reviewed three times and placed."""
    with clock.at(moment(day, EVENING)):
        made: Manuscript = writing.begin(desk.actor(day), desk.cast.committee, given)
        made = take(made, "submit", desk.actor(day))
    for after, key, answers in (
        (7, "check", {"facts_note": "人名、地名、年份与县志和当事人核对一致。"}),
        (14, "edit", {"edited": given["text"], "edit_note": "统一称谓和数字写法。"}),
    ):
        when = day + timedelta(days=after)
        with clock.at(moment(when, EVENING)):
            made = take(made, key, desk.actor(when), answers)
    when = day + timedelta(days=21)
    with clock.at(moment(when, EVENING)):
        secretary = desk.actor(when, desk.cast.secretary)
        made = take(made, "final", secretary, {"political": "on", "secrecy": "on"})
        take(made, "place", desk.actor(when), {"issue": issue.pk, "column": column})


def _print(desk: Desk, issue: Issue, day: date, internal: str, declared: dict[str, Any]) -> None:
    laid, sent = day - timedelta(days=12), day + timedelta(days=9)
    proof = declared.pop("proof", None)
    files = {"proof": proof} if proof else {}
    with clock.at(moment(laid, EVENING)):
        issue = take(issue, "lay_out", desk.actor(laid))
    with clock.at(moment(day, EVENING)):
        answers = {"on": day, "internal": internal, "copies": 600} | declared
        issue = take(issue, "print", desk.actor(day), answers, files=files)
    with clock.at(moment(sent, EVENING)):
        to = {"on": sent, "copies": 560, "to": "委员、区直单位、各乡镇（街道）、学校和图书馆"}
        take(issue, "distribute", desk.actor(sent), to)


def _second(desk: Desk) -> None:
    """An issue of which the contents are entered, and the characters declared with the copyright page."""
    random, begun = desk.random, date(2022, 9, 5)
    authors: Iterator[str] = names.people(random, set())
    lines = [f"{_named(random, place + 40)[2]}（{place + 1}）｜{next(authors)}" for place in range(LISTED)]
    with clock.at(moment(begun, EVENING)):
        issue = issuing.begin_issue(desk.actor(begun), desk.cast.committee, {
            "series": SERIES, "number": SECOND, "theme": "乡土风情专辑", "editor": "文史学习委员会",
        })  # fmt: skip
        issue = take(issue, "add_lines", desk.actor(begun), {"lines": "\n".join(lines)})
    proof = SimpleUploadedFile("版权页.png", _page(), content_type="image/png")
    _print(desk, issue, AGAIN, "（乌当）文准字第2022-02号", {"declared": DECLARED, "proof": proof})


def _page() -> bytes:
    """A drawn page that stands for a scan."""
    sheet = Image.new("RGB", (420, 594), "white")
    draw = ImageDraw.Draw(sheet)
    for row in range(6):
        draw.line((60, 120 + 60 * row, 360 - 30 * (row % 3), 120 + 60 * row), fill="black", width=3)
    out = io.BytesIO()
    sheet.save(out, "PNG")
    return out.getvalue()


def _reports(desk: Desk) -> None:
    """What outlets published in the year, some of it about activities."""
    held = list(Activity.objects.live().filter(
        committee=desk.cast.committee, held_on__year=2022, family__in=("consultation", "inspection"),
    ).order_by("held_on", "id"))[:: max(REPORTED // 8, 1)]  # fmt: skip
    for place, day in enumerate(days(date(2022, 2, 20), date(2022, 12, 10), REPORTED, desk.random)):
        name, kind, level = OUTLETS[place * place % len(OUTLETS)]
        about = held[place] if place < len(held) and held[place].held_on <= day else None
        title = (
            f"区政协开展{about.title}" if about else f"委员履职在一线：{texts.PLACES[place % len(texts.PLACES)]}见闻"
        )
        _report(desk.actor(day), desk.cast, day, (name, kind, level), title, place, about)


def _report(
    actor: Any, cast: Cast, day: date, outlet: tuple[str, str, str], title: str, place: int, about: Activity | None
) -> None:
    name, kind, level = outlet
    with clock.at(moment(day, EVENING)):
        reporting.report(actor, cast.committee, {
            "title": title, "published_on": day, "new_outlet": name, "kind": kind, "level": level,
            "url": f"https://news.example/{day:%Y%m%d}/{place + 1}.html", "author": "区政协办公室",
        }, about=("activities.activity", about.uid) if about else None)  # fmt: skip


def _now(scene: Scene, random: Random) -> None:
    """Open work for the logins: a call, a clue commissioned, manuscripts at each review, an issue being composed."""
    committee = scene.cast.committee
    call = scene.on(40, "bangong", lambda actor: collecting.call(actor, committee, {
        "title": "“口述老街”文史资料征集", "topic": "老街的店铺、手艺、人物和变迁，尤其欢迎口述和老照片。", "span": "1950年至2010年",
        "until": scene.today + timedelta(days=35), "contact": "文史学习委员会",
    }))  # fmt: skip
    clue: Clue = scene.on(30, "fuyi", lambda actor: collecting.clue(actor, committee, {
        "topic": "北门老街的酱菜店", "text": "北门老街有一家百年酱菜店，后人还住在原处，存有早年的招牌和账本。", "span": "1920年至1980年",
        "knows": "店主的孙女", "suggested": "熟悉老街的委员", "call": call,
    }))  # fmt: skip
    weiyuan = scene.cast.members[0].__class__.objects.get(
        committee=committee, person__account=scene.ways["weiyuan"], term=scene.cast.term
    )
    until = scene.today + timedelta(days=20)
    scene.step(26, "bangong", clue, "commission", person=[weiyuan.pk], write_by=until)
    issue = scene.on(25, "bangong", lambda actor: issuing.begin_issue(actor, committee, {
        "series": SERIES, "number": f"{scene.today.year}年第1期", "theme": "口述老街", "editor": "文史学习委员会",
    }))  # fmt: skip
    for place, (who, upto) in enumerate(
        (("weiyuan", 1), ("fuyi", 2), ("weiyuan", 3), ("fuyi", 4), ("weiyuan", 0))
    ):  # fmt: skip
        _under_way(scene, random, call, issue, place, who, upto)
    for place, ago in enumerate((33, 20, 11, 4)):
        at = scene.day(ago)
        office = scene.ways["bangong"]
        title = f"区政协{('召开主席会议', '视察老旧小区改造', '走访委员企业', '举办读书分享会')[place]}"
        actor = scene.cast.actor(office, moment(at, EVENING))
        _report(actor, scene.cast, at, OUTLETS[place * 2 % len(OUTLETS)], title, place, None)


def _under_way(scene: Scene, random: Random, call: Any, issue: Issue, place: int, who: str, upto: int) -> None:
    """A member's own manuscript, so many reviews on; the first goes back to its author."""
    thing, where, _ = _named(random, place + 9)
    given = {
        "title": f"{where}{thing}旧事", "witness": "lived", "text": _text(random, thing, where)[:1_200], "call": call,
    }  # fmt: skip
    made = scene.on(18 - place, who, lambda actor: writing.begin(actor, scene.cast.committee, given))
    if not upto:
        return
    made = scene.step(17 - place, who, made, "submit")
    if upto == 1 and place == 0:
        scene.step(12, "bangong", made, "send_back", ground="请补充店铺搬迁的年份，并写明听谁讲的。")
    ways: tuple[tuple[str, str, dict[str, Any]], ...] = (
        ("bangong", "check", {"facts_note": "年份与地名已同区志核对。"}), ("bangong", "edit", {"edited": made.text}),
        ("mishuzhang", "final", {"political": "on", "secrecy": "on"}),
    )  # fmt: skip
    for number, (login, key, answers) in enumerate(ways[: max(upto - 1, 0)]):
        made = scene.step(10 - 2 * number, login, made, key, **answers)
    if upto > len(ways):
        scene.step(2, "bangong", made, "place", issue=issue.pk, column=COLUMNS[0])
