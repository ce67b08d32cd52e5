"""Over the demonstration data, whom a record waits for is found for all people at once as it is one by one."""

from __future__ import annotations

import pytest

from tests.demo_site import Installation

BOTH = """
from lvzhi.accounts.actors import actors_in
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.norms.memo import remembering
from lvzhi.workflow.crowd import crowds, waiting_for
from lvzhi.workflow.registry import workflows
from lvzhi.workflow.todo import standing, waiting
count = 0
with remembering():
    for place in Committee.objects.order_by("path"):
        people = actors_in(place, clock.now())
        for one in workflows():
            keys = list(standing(one).filter(committee=place).values_list("pk", flat=True))
            single = {
                (key, person.account_id)
                for person in people
                for key in waiting(one, person).filter(pk__in=keys).values_list("pk", flat=True)
            }
            assert waiting_for(one, crowds(people), keys) == single, (place.name, one.key)
            count += len(single)
print(count)
"""


@pytest.mark.long
def test_both_ways_find_the_same_over_the_demonstration(demo: Installation) -> None:
    assert int(demo.python(BOTH)) > 1_000
