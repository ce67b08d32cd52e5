"""A closed year of one committee: as many proposals on each way as its plan says."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from lvzhi.demo import names
from lvzhi.demo import proposals as way
from lvzhi.demo.people import Cast
from lvzhi.demo.proposals import Walk

Progress = Callable[[str, int, int], None]


def closed_year(
    cast: Cast, opens: date, until: date, random: Random, titles: set[str], taken: set[str], progress: Progress
) -> None:
    """Every proposal of the year, from its draft to its rating.

    Args:
        opens: the plenary's first day; most are handed in then.
        until: the last day of the period; all is done by it.
    """
    year = cast.place.year
    source = names.people(random, taken)
    tops = _posts(cast, way.LEADERS_TOP, source)
    others = _posts(cast, way.LEADERS_OTHER, source)
    ways = ["filed"] * year.filed + ["advice"] * year.advice + ["told"] * (year.received - year.filed - year.advice)
    random.shuffle(ways)
    filed = 0
    for number, kind in enumerate(ways):
        walk = Walk(cast, random, _day(opens, number, len(ways), random), until=until)
        organ = cast.organs[number % len(cast.organs)] if number < year.collective else None
        way.draft(walk, titles, organ=organ)
        if organ is None and random.random() < 0.35:
            invited = random.sample(
                [one for one in cast.members if one.pk != getattr(walk.member, "pk", 0)], random.randint(1, 3)
            )
            way.gather(walk, invited)
        way.submit(walk)
        walk.on(random.randint(3, 12))
        if kind == "advice":
            way.refuse(walk, "empty", "advice", "所提意见已有相应工作安排，转作意见建议送有关部门研究参考。")
        elif kind == "told":
            way.refuse(walk, "several_matters", "told", "一件提案反映了多件事，建议分别提出。")
        else:
            filed += 1
            _filed(walk, _leader(filed, year.key, year.led_by_top, tops, others))
        progress(cast.place.node.name, number + 1, len(ways))


def _posts(cast: Cast, posts: tuple[tuple[str, str], ...], source: object) -> list[tuple[str, str, str]]:
    province = cast.place.node.level == "province"
    return [
        (
            post.replace("区委", "省委").replace("区政协", "省政协").replace("区长", "省长") if province else post,
            rank,
            next(source),  # type: ignore[call-overload]  # reason: an endless iterator of names
        )
        for post, rank in posts
    ]


def _leader(
    filed: int, key: int, led_by_top: int, tops: list[tuple[str, str, str]], others: list[tuple[str, str, str]]
) -> tuple[str, str, str] | None:
    """Who leads the supervision of the n-th filed proposal, if it is a key one."""
    if filed <= led_by_top:
        return tops[filed % len(tops)]
    if filed <= key:
        return others[filed % len(others)]
    return None


def _day(opens: date, number: int, whole: int, random: Random) -> date:
    """Most come in the plenary's days, one in seven between sessions."""
    if number % 7 == 6:
        return opens + timedelta(days=20 + random.randrange(130))
    return opens + timedelta(days=random.randrange(3))


def _filed(walk: Walk, leader: tuple[str, str, str] | None) -> None:
    random = walk.random
    way.file(walk)
    walk.on(random.randint(5, 18))
    way.assign(walk)
    if leader is not None:
        post, rank, name = leader
        way.mark_key(walk, post, rank, name)
    walk.on(random.randint(1, 3))
    way.sign_all(walk)
    walk.on(random.randint(10, 20))
    way.opinions(walk)
    walk.on(random.randint(10, 35))
    way.answer(walk, random.choices(("A", "B", "C"), weights=(58, 34, 8))[0])
    walk.on(random.randint(2, 12))
    way.rate(walk, "basically" if random.random() < 0.06 else "satisfied")
