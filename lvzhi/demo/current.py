"""The current session of one committee: open work at every step for every demonstration login, relative to today."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from lvzhi.accounts.actors import system_actor
from lvzhi.accounts.models import Account
from lvzhi.committee import actions as committees
from lvzhi.committee.models import Term
from lvzhi.deadlines import clock
from lvzhi.demo import names
from lvzhi.demo import proposals as way
from lvzhi.demo.people import GENERATOR, Cast, account, also, forget_actors, member_account, moment
from lvzhi.demo.proposals import Walk

Progress = Callable[[str, int, int], None]
OPENING_DAY = (1, 10)
TERM_YEARS = 5


def later_sessions(cast: Cast, today: date) -> None:
    """Terms and yearly sessions from the second year up to today."""
    first = cast.place.term_starts.year
    system = system_actor(GENERATOR, moment(today))
    term = cast.term
    for year in range(first + 1, today.year + 1):
        opens = date(year, *OPENING_DAY)
        if opens > today:
            break
        number = (year - first) % TERM_YEARS + 1
        if number == 1:
            term = _next_term(cast, term, year)
        with clock.at(moment(opens)):
            cast.sessions.append(
                committees.add_session(
                    system,
                    term,
                    number=number,
                    opens=opens,
                    closes=opens + timedelta(days=3),
                    window_from=opens - timedelta(days=4),
                    window_until=opens + timedelta(days=45),
                )
            )


def _next_term(cast: Cast, term: Term, year: int) -> Term:
    """Close the term and open the next; its people are the same ones until they are renewed."""
    system = system_actor(GENERATOR, moment(date(year, 1, 5)))
    committees.alter_term(system, term, number=term.number, starts=term.starts, ends=date(year, 1, 5))
    return committees.open_term(system, cast.committee, number=term.number + 1, starts=date(year, 1, 6))


def logins(cast: Cast, random: Random, taken: set[str]) -> dict[str, Account]:
    """The accounts to log in as; the clerk's, head's and unit's are further holders of these posts."""
    source = names.people(random, taken)
    unit = cast.units[0]
    made = {
        "weiyuan": member_account(cast, cast.members[20], "weiyuan"),
        "fuyi": member_account(cast, cast.members[41], "fuyi"),
        "jingban": account(cast, "jingban", next(source), "clerk"),
        "zhuren": account(cast, "zhuren", next(source), "proposal_head"),
        "chengban": account(cast, "chengban", next(source), "unit_officer", unit=unit),
        "lingdao": account(cast, "lingdao", next(source), "leader"),
        "bangong": account(cast, "bangong", next(source), "office"),
        "mishuzhang": account(cast, "mishuzhang", next(source), "secretary_general"),
        "shenji": account(cast, "shenji", next(source), "auditor"),
        "guanli": account(cast, "guanli", next(source), "system_admin"),
        "anquan": account(cast, "anquan", next(source), "security_admin"),
    }
    also(cast, made["shenji"], "audit_admin")
    forget_actors()
    return made


PROMISED = {"B": 75}  # in how many days what is still being solved is promised, by class


def current_session(  # noqa: C901  reason: one scene after another with one cast
    cast: Cast, ways: dict[str, Account], today: date, random: Random, titles: set[str], progress: Progress
) -> None:
    """Some thirty proposals, each stopped at another step."""
    me, other = cast.members[20], cast.members[41]
    unit = cast.units[0]

    def begin(days_ago: int, member: object = None, organ: object = None) -> Walk:
        opens = cast.sessions[-1].opens
        day = max(today - timedelta(days=days_ago), opens)
        walk = Walk(cast, random, day, member=member, until=today)  # type: ignore[arg-type]  # reason: a Member of the cast
        way.draft(walk, titles, organ=organ)
        return walk

    def to_filed(walk: Walk, wait: int = 3) -> Walk:
        way.submit(walk)
        walk.on(wait)
        way.file(walk)
        return walk

    def to_assigned(walk: Walk, lead: object = None, co: int = 0) -> Walk:
        to_filed(walk)
        walk.on(3)
        way.assign(walk, lead=lead, co=co)
        return walk

    def to_handling(walk: Walk, lead: object = None, co: int = 0) -> Walk:
        to_assigned(walk, lead, co)
        walk.on(2)
        way.sign_all(walk)
        return walk

    def to_answered(walk: Walk, lead: object = None, result: str = "B") -> Walk:
        to_handling(walk, lead)
        walk.on(30)
        way.answer(walk, result, by_point=True, promise_days=PROMISED.get(result))
        return walk

    def closed(walk: Walk, grade: str = "satisfied") -> None:
        to_answered(walk, result="A")
        walk.on(5)
        way.rate(walk, grade)

    def rehandled(walk: Walk) -> None:
        to_answered(walk, unit)
        walk.on(4)
        way.rate(walk, "dissatisfied", reason="答复只说明了困难，没有给出解决的时间。")

    def returned(walk: Walk) -> None:
        way.submit(walk)
        walk.on(2)
        walk.step("send_back", cast.clerk, opinion="建议部分请写明由谁、在何时做什么，补充后再提交。")

    def asked_return(walk: Walk) -> None:
        to_assigned(walk, cast.units[1])
        walk.on(1)
        way.ask_return(walk)

    def key(walk: Walk) -> None:
        to_handling(walk, unit, 1)
        way.mark_key(walk, "区政协主席", "chair", ways["lingdao"].name, ways["lingdao"])

    def sent_in(walk: Walk) -> None:
        way.submit(walk)

    def refused(walk: Walk) -> None:
        way.submit(walk)
        walk.on(4)
        way.refuse(walk, "beyond_powers", "opinion", "所提事项超出区级事权，转为社情民意信息向上反映。")

    plan: list[tuple[int, object, Callable[[Walk], object]]] = [
        (2, me, lambda walk: None),
        (5, me, lambda walk: way.gather(walk, [other, cast.members[60]], signs=0)),
        (4, cast.members[70], lambda walk: way.gather(walk, [other], signs=0)),
        (6, cast.members[71], lambda walk: way.gather(walk, [me, other], signs=0)),
        (3, cast.members[72], sent_in),
        (4, cast.members[73], sent_in),
        (9, cast.members[74], sent_in),
        (45, cast.members[75], sent_in),
        (8, me, returned),
        (10, cast.members[76], returned),
        (12, cast.members[77], to_filed),
        (14, cast.members[78], to_filed),
        (16, me, to_filed),
        (9, cast.members[79], lambda walk: to_assigned(walk, unit)),
        (10, cast.members[80], lambda walk: to_assigned(walk, unit, 1)),
        (10, cast.members[81], lambda walk: to_assigned(walk, cast.units[3])),
        (11, cast.members[82], asked_return),
        (40, cast.members[83], lambda walk: to_handling(walk, unit)),
        (60, me, lambda walk: to_handling(walk, unit, 1)),
        (120, cast.members[84], lambda walk: to_handling(walk, unit)),
        (50, cast.members[85], lambda walk: to_handling(walk, cast.units[2], 2)),
        (70, cast.members[86], key),
        (80, cast.members[87], key),
        (60, me, lambda walk: to_answered(walk, unit)),
        (65, other, lambda walk: to_answered(walk, cast.units[4])),
        (70, cast.members[88], lambda walk: to_answered(walk, unit, "C")),
        (90, cast.members[89], rehandled),
        (150, me, closed),
        (160, cast.members[90], closed),
        (170, cast.members[91], closed),
        (180, other, closed),
        (140, cast.members[92], closed),
        (100, cast.members[93], refused),
    ]
    for number, (days_ago, member, script) in enumerate(plan, start=1):
        script(begin(days_ago, member))
        progress(f"{cast.place.node.name}本次会议", number, len(plan))
