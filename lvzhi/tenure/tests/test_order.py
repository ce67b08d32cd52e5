"""Property: in whatever order changes are decided, nobody is in two sectors on one day."""

from __future__ import annotations

import datetime as dt

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lvzhi.access import Refusal
from lvzhi.people.models import Membership
from lvzhi.tenure import actions
from lvzhi.tenure.tests.hall import FORCE, Hall

MOVES = st.tuples(st.integers(0, 2), st.integers(0, 60), st.booleans())


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(moves=st.lists(MOVES, min_size=2, max_size=5))
def test_never_two_sectors_on_one_day(hall: Hall, moves: list[tuple[int, int, bool]]) -> None:
    """Each move is proposed, decided with a day at random, and perhaps voided; what is refused writes nothing."""
    from django.db import transaction

    organs = (hall.farmers, hall.artists, hall.medics)
    meeting = hall.meeting("chairmen")
    with transaction.atomic():
        for place, after, void in moves:
            try:
                with transaction.atomic():
                    change = hall.proposed("sector", organ=organs[place])
                    day = FORCE + dt.timedelta(days=after)
                    change = hall.decided(change, day, meeting=meeting.pk)
                    if void:
                        actions.void_change(change, hall.office, "有误")
            except Refusal:
                continue
        seats = Membership.objects.filter(voided_at=None, member=hall.members["jia"], organ__kind="sector")
        spans = sorted((row.starts, row.ends or dt.date.max) for row in seats)
        assert all(one[1] < two[0] for one, two in zip(spans, spans[1:], strict=False)), spans
        assert spans
        transaction.set_rollback(True)
