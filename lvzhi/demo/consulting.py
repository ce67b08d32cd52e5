"""Plans of the current year with what points at them: a consultation and a supervision plan, points, one way per stage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from lvzhi.accounts.models import Account
from lvzhi.activities import actions as activities
from lvzhi.activities.actions import PlaceGiven, attending, consulting
from lvzhi.activities.models import Activity, Site
from lvzhi.activities.queries import sittings_of
from lvzhi.consultations.actions import begin_follow
from lvzhi.demo.fieldwork import current_fieldwork
from lvzhi.demo.offices import guests
from lvzhi.demo.people import Cast
from lvzhi.demo.supervision import Scene
from lvzhi.ledger.actions.entering import Occasion, enter_advice
from lvzhi.ledger.actions.gathering import gather
from lvzhi.ledger.models import Advice
from lvzhi.papers.actions import begin_draft
from lvzhi.papers.models import Paper
from lvzhi.plans import actions as plans
from lvzhi.plans.models import Plan, Task
from lvzhi.workflow.engine import take

YEAR_ENDS = (12, 31)
SITES = (
    ("振新社区协商点", "courtyard", "振新社区文化广场"), ("航天社区协商议事室", "room", "航天社区党群服务中心二楼"),
    ("乐湾社区协商点", "community", "乐湾社区居委会"),
)  # fmt: skip
# key: topic, form, source, who proposed it, due in so many days, records wanted
CONSULTING = (
    ("renewal", "老旧小区适老化改造", "专题协商会", "party", "区政府", 20, 1),
    ("homestay", "乡村民宿规范经营", "专题协商会", "members", "农业农村界委员", 15, 1),
    ("grassroots", "院坝协商、社区协商", "基层协商", "leaders", "主席会议", 34, 12),
    ("traffic", "中小学周边交通组织", "专题协商会", "public", "公开征集", 34, 1),
    ("charging", "充电设施建设和管理", "对口协商", "leaders", "分管副主席", 10, 1),
)
SUPERVISING = (
    ("chargers", "电动自行车充电设施建设", "专项监督", "report", "常委会工作报告", 5, 1),
    ("canteens", "学校食堂管理", "专项监督", "members", "教育界委员", 15, 1),
    ("estates", "老旧小区改造工程质量", "视察监督", "party", "区委", 25, 1),
    ("sewage", "农村污水处理设施管护", "专项监督", "public", "公开征集", 30, 1),
)
ADVICE = (
    "由文旅部门牵头制定民宿建设和服务地方标准", "设立民宿联合审批窗口，一次告知、限时办结", "农房改建民宿实行消防分类指导",
    "统一污水收集处理，与村庄污水管网同步建设", "建立民宿从业人员培训制度", "对挂牌民宿给予贷款贴息",
    "编制乡村民宿布点规划，避免同质竞争", "引导民宿与合作社建立利益联结", "完善通村道路标识和停车场",
    "建立民宿信用评价和退出机制", "组织民宿集群统一营销", "保护传统民居风貌，出台改建导则",
)  # fmt: skip
CHARGING = ("新建小区充电设施与主体工程同步验收", "老旧小区按服务半径补建充电棚")
SPEECHES = ("把标准立起来，把底线守住", "从一户民宿看审批堵点", "让民宿带着村民一起走")


@dataclass
class Programme:
    """Tasks of the current plans by their keys, and the points of deliberation."""

    tasks: dict[str, Task] = field(default_factory=dict)
    sites: list[Site] = field(default_factory=list)


def current_plans(cast: Cast, ways: dict[str, Account], today: date) -> Programme:
    """Approved plans with their tasks, two plans on their way, and the deliberation points."""
    scene = Scene(cast, ways, today)
    made = Programme()
    year = today.year
    for kind, title, number, rows in (
        ("consultation", f"{year}年度协商计划", "3", CONSULTING), ("supervision", f"{year}年度民主监督计划", "4", SUPERVISING),
    ):  # fmt: skip
        plan = _begun(scene, 100, kind, year, title)
        for place, row in enumerate(rows):
            made.tasks[row[0]] = _task(scene, plan, row, cast.organs[place % len(cast.organs)])
        _approved(scene, plan, number)
    opinions = _begun(scene, 12, "key_points", year + 1, f"{year + 1}年工作要点")
    _line(scene, 12, opinions, "加强委员队伍建设", date(year + 1, 6, 30))
    scene.step(11, "mishuzhang", opinions, "gather", body="各专委会、各界别、全体委员")
    waiting = _begun(scene, 9, "research", year + 1, f"{year + 1}年调研课题计划")
    _line(scene, 9, waiting, "产业园区用工保障", date(year + 1, 9, 30))
    scene.step(9, "mishuzhang", waiting, "gather", body="各专委会")
    scene.step(4, "mishuzhang", waiting, "propose")
    made.sites = [_site(scene, *row) for row in SITES]
    return made


def _site(scene: Scene, name: str, kind: str, address: str) -> Site:
    cast = scene.cast
    data = {"name": name, "kind": kind, "address": address, "opens": scene.day(400), "organ": cast.organs[2]}
    site: Site = scene.on(95, "mishuzhang", lambda actor: consulting.keep_site(actor, cast.committee, data))
    return site


def _begun(scene: Scene, days_ago: int, kind: str, year: int, title: str) -> Plan:
    data = {"kind": kind, "year": year, "title": title}
    plan: Plan = scene.on(days_ago, "mishuzhang", lambda actor: plans.begin_plan(actor, scene.cast.committee, data))
    return plan


def _line(scene: Scene, days_ago: int, plan: Plan, topic: str, due: date, **more: Any) -> Task:
    data = {"topic": topic, "due": due, "organ": scene.cast.organs[0]} | more
    task: Task = scene.on(days_ago, "mishuzhang", lambda actor: plans.add_task(plan, actor, data))
    return task


def _task(scene: Scene, plan: Plan, row: Sequence[Any], organ: Any) -> Task:
    _, topic, form, source, who, due, wanted = row
    last = min(scene.today + timedelta(days=due), date(plan.year, *YEAR_ENDS))
    block = "consultation" if plan.kind == "consultation" else "supervision"
    more = {"form": form, "source": source, "proposed_by": who, "wanted": wanted, "block": block, "organ": organ}
    return _line(scene, 100, plan, topic, last, **more)


def _approved(scene: Scene, plan: Plan, number: str) -> None:
    on = {"held_on": scene.day(92).isoformat()}
    year = plan.year
    for days_ago, key, answers in (
        (99, "gather", {"body": "各专委会、区直有关部门"}), (95, "propose", {}),
        (92, "pass_chairmen", {"body": "第十次主席会议", **on}),
        (92, "submit", {"body": "中共区委", "number": f"区政协请〔{year}〕{number}号", **on}),
        (90, "approve", {"body": "区委常委会会议", "number": f"区委〔{year}〕{number}号", "held_on": scene.day(90).isoformat()}),
        (89, "issue", {"number": f"区政协发〔{year}〕{number}号", "held_on": scene.day(89).isoformat()}),
    ):  # fmt: skip
        scene.step(days_ago, "mishuzhang", plan, key, **answers)


def current_consultations(cast: Cast, ways: dict[str, Account], today: date, plan: Programme) -> None:
    """A special consultation half answered, one that waits for its look-back, an inspection and research."""
    scene = Scene(cast, ways, today)
    homestay, charging = plan.tasks["homestay"], plan.tasks["charging"]
    _scheme(scene, 40, homestay, "乡村民宿规范经营专题协商方案")
    held = _met(scene, 30, "special_consult", "乡村民宿规范经营专题协商会", homestay, SPEECHES)
    advice = _advised(scene, 30, held, ADVICE, "rural")
    paper = _reported(scene, 26, advice, "关于乡村民宿规范经营的协商报告")
    _commented(scene, paper)
    _answered(scene, advice)
    _scheme(scene, 8, plan.tasks["renewal"], "老旧小区适老化改造专题协商方案")
    earlier = _met(scene, 80, "counterpart", "充电设施建设和管理对口协商会", charging, SPEECHES[:1])
    rows = _advised(scene, 80, earlier, CHARGING, "city")
    _reported(scene, 76, rows, "关于充电设施建设和管理的协商意见")
    for row, adoption, turned in zip(rows, ("wholly", "partly"), ("document", "project"), strict=True):
        scene.step(74, "mishuzhang", row, "hand", unit=cast.units[0].pk)
        _reply(scene, 60, row, adoption, turned)
    follow = scene.on(58, "mishuzhang", lambda actor: begin_follow(actor, earlier))
    told = "两条建议均已答复：同步验收写入竣工验收办法；老旧小区充电棚列入年度计划，分两年建成。"
    scene.step(58, "mishuzhang", follow, "feed_back", text=told, until=scene.day(-9).isoformat())
    current_fieldwork(scene)


def _scheme(scene: Scene, days_ago: int, task: Task, title: str) -> None:
    data = {
        "kind": "scheme",
        "title": title,
        "text": "一、协商议题。\n二、时间地点和参加范围。\n三、前期调研。\n四、成果报送。",
    }
    about = [("plans.task", task.uid)]
    made = scene.on(days_ago, "mishuzhang", lambda actor: begin_draft(actor, scene.cast.committee, data, about=about))
    _signed(scene, days_ago, made)


def _signed(scene: Scene, days_ago: int, paper: Paper) -> Paper:
    signs = {"signer": "秘书长", "dated_on": scene.day(days_ago).isoformat()}
    for key, answers in (("hand_in", {}), ("check", {}), ("issue", signs)):
        paper = scene.step(days_ago, "mishuzhang", paper, key, **answers)
    return paper


def _met(
    scene: Scene, days_ago: int, kind: str, title: str, task: Task, speeches: Sequence[str]
) -> Activity:  # fmt: skip
    """A meeting with its speakers, held and attended."""
    cast = scene.cast
    people = [cast.members[place] for place in (20, 41, 62, 63, 64, 65)]
    given = {"kind": kind, "title": title, "topic": task.topic, "held_on": scene.day(days_ago), "task": task,
             "organ": cast.organs[0], "summary": "部门介绍情况，委员协商发言，部门现场回应。"}  # fmt: skip

    def hold(actor: Any) -> Activity:
        row = activities.begin(
            actor, cast.committee, given, guests=guests(people), places=[PlaceGiven("区政协三楼会议室")]
        )
        for member, words in zip(people, speeches, strict=False):
            text = f"{words}。围绕调研中看到的问题，提出建议，供部门研究。"
            consulting.note_speech(actor, row, {"person": member.person, "title": words, "text": text})
        consulting.note_speech(actor, row, {"name": "周局长", "body": cast.units[0].name, "title": "现场回应"})
        row = take(row, "hold", actor, {"summary": row.summary})
        attending.note_all_but(sittings_of(row).get(), actor, {})
        return Activity.objects.get(pk=row.pk)

    done: Activity = scene.on(days_ago, "mishuzhang", hold)
    return done


def _advised(scene: Scene, days_ago: int, activity: Activity, words: Sequence[str], theme: str) -> list[Advice]:
    cast = scene.cast
    authors = [cast.members[20].person, cast.members[41].person]
    occasion = Occasion(
        committee=cast.committee, day=scene.day(days_ago), activity=activity, source="deliberation", theme=theme,
        organ=cast.organs[0], authors=authors,
    )  # fmt: skip
    made: list[Advice] = scene.on(days_ago, "mishuzhang", lambda actor: enter_advice(actor, words, occasion))
    return made


def _reported(scene: Scene, days_ago: int, advice: Sequence[Advice], title: str) -> Paper:
    """The advice in one document, signed and sent."""
    to = "区委、区政府"
    made = scene.on(
        days_ago, "mishuzhang", lambda actor: gather(actor, scene.cast.committee, advice, title=title, addressee=to)
    )
    made = _signed(scene, days_ago, made)
    sends = {"bodies": to, "how": "exchange", "sent_on": scene.day(days_ago).isoformat()}
    done: Paper = scene.step(days_ago, "mishuzhang", made, "send", **sends)
    return done


def _commented(scene: Scene, paper: Paper) -> None:
    """A leader wrote on it; the demonstration unit has it in hand."""
    words = {
        "leader": "林",
        "post": "区委书记",
        "rank": "top",
        "words": "建议很实，请文旅部门会同有关单位逐条研究落实。",
    }
    scene.step(20, "mishuzhang", paper, "comment", commented_on=scene.day(20).isoformat(), **words)
    comment = paper.comments.get()
    until = scene.day(-25).isoformat()
    scene.step(19, "mishuzhang", comment, "hand_over", unit=scene.cast.units[0].pk, until=until)


def _answered(scene: Scene, advice: Sequence[Advice]) -> None:
    """Two adopted, one in part, one refused with its ground; the others wait with two units."""
    units: Mapping[int, int] = {place: scene.cast.units[0 if place < 9 else 1].pk for place in range(len(advice))}
    for place, row in enumerate(advice[:-1]):
        scene.step(18, "mishuzhang", row, "hand", unit=units[place])
    for row, adoption, turned in zip(
        advice, ("wholly", "wholly", "partly", "not"), ("document", "", "", ""), strict=False
    ):
        _reply(scene, 7, row, adoption, turned)


def _reply(scene: Scene, days_ago: int, row: Advice, adoption: str, turned: str) -> None:
    ground = "" if adoption == "wholly" else "受当年财力和审批权限所限，分年安排。"
    words = "已列入年度工作计划，明确责任科室。" if adoption != "not" else "该事项权限在市级，已向市有关部门反映。"
    answers = {"adoption": adoption, "answer": words, "ground": ground, "turned": turned}
    scene.step(days_ago, "chengban", row, "answer", answered_on=scene.day(days_ago).isoformat(), **answers)
