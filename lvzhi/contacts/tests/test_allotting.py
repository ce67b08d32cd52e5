"""The proposal: everybody is covered where there is room, nobody is beyond the limit, nobody is given himself."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from lvzhi.contacts.actions.allotting import allot


@st.composite
def places(draw: st.DrawFn) -> dict[str, object]:
    """Near ends 0…n, far ends among which near ends may stand too, pairs held already, limits, groups."""
    near = list(range(draw(st.integers(1, 9))))
    far = draw(st.lists(st.integers(0, 40), min_size=0, max_size=30, unique=True))
    most = draw(st.integers(0, 6))
    held: dict[int, list[int]] = {}
    for one in near:
        room = min(most or 3, 3)
        taken = draw(st.lists(st.sampled_from(far), max_size=room, unique=True)) if far else []
        held[one] = [other for other in taken if other != one]
    busy = {other for several in held.values() for other in several}
    group = {end: frozenset(draw(st.lists(st.integers(0, 3), max_size=2))) for end in {*near, *far}}
    return {
        "near": near, "far": far, "held": held, "lacking": [one for one in far if one not in busy], "most": most,
        "least": draw(st.integers(0, min(most, 2) if most else 2)), "same": {one: one for one in near}, "group": group,
    }  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(places())
def test_everybody_is_covered_nobody_overburdened_nobody_his_own(place: dict[str, object]) -> None:
    near, far, held, lacking = (place[name] for name in ("near", "far", "held", "lacking"))
    most, least = place["most"], place["least"]
    assert isinstance(near, list)
    assert isinstance(far, list)
    assert isinstance(held, dict)
    assert isinstance(lacking, list)
    assert isinstance(most, int)
    assert isinstance(least, int)
    found = allot(
        near, far, held, lacking=lacking, least=least, most=most, same=place["same"], group=place["group"]  # type: ignore[arg-type]  # reason: drawn as a mapping
    )  # fmt: skip
    assert all(one != other for one, other in found.pairs)
    assert len(set(found.pairs)) == len(found.pairs)
    assert not {(one, other) for one, several in held.items() for other in several} & set(found.pairs)
    loads = Counter({one: len(several) for one, several in held.items()}) + Counter(one for one, _ in found.pairs)
    assert not most or all(load <= most for load in loads.values())
    assert {other for _, other in found.pairs} | set(found.left) >= set(lacking)
    assert not {other for _, other in found.pairs} & set(found.left)
    free = [one for one in near if not most or loads[one] < most]
    for other in found.left:  # nobody has room but himself
        assert set(free) <= {other}
    for one in found.idle:  # he has all that there are, or as many as he may
        assert one not in free or len(set(held[one]) | {b for a, b in found.pairs if a == one}) >= len(
            [other for other in far if other != one]
        )


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 12), st.integers(0, 80))
def test_it_is_even(count: int, others: int) -> None:
    near, far = [f"n{one}" for one in range(count)], list(range(others))
    found = allot(near, far, {}, lacking=far)
    loads = [Counter(one for one, _ in found.pairs)[name] for name in near]
    assert sum(loads) == others
    assert max(loads) - min(loads) <= 1


def test_the_same_sector_comes_first_as_far_as_it_stays_even() -> None:
    near, far = ["a", "b"], [1, 2, 3, 4]
    group = {"a": frozenset({7}), 3: frozenset({7}), 4: frozenset({7})}
    found = allot(near, far, {}, lacking=far, group=group)
    assert {other for one, other in found.pairs if one == "a"} == {3, 4}
    all_of_one = {"a": frozenset({7}), **dict.fromkeys(far, frozenset({7}))}
    loads = Counter(one for one, _ in allot(near, far, {}, lacking=far, group=all_of_one).pairs)
    assert loads == {"a": 2, "b": 2}
