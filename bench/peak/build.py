"""``python -m bench.peak.build MEMBERS CLERKS OFFICERS``: the committee before its plenary, made through the actions.

Members and their accounts, clerks, officers of twenty-five units; proposals handed in before that the clerks find in
their list, and proposals handed over that the units read. Prints what the clients need as JSON.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import sys
from typing import Any

from bench.texts import PASSWORD, proposal

UNITS = 25
WAITING = 40  # handed in before the window, still to be examined
HANDED = 50  # with units already
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许"
GIVEN = "明远宁芳建国秀英志强文静海涛晓燕"


class Hall:
    """The people and the records before the window opens."""

    def __init__(self, members: int, clerks: int, officers: int) -> None:
        from django.contrib.auth.hashers import make_password

        from lvzhi.accounts.actors import system_actor
        from lvzhi.accounts.vocabulary import Role
        from lvzhi.committee import actions as places
        from lvzhi.deadlines import clock

        self.builder, self.today = system_actor("bench"), clock.today()
        self.starts = self.today - dt.timedelta(days=300)
        # Hashed once: each login still costs the whole reckoning, as it does for real people.
        self.hashed = make_password(PASSWORD)
        self.place = places.create(self.builder, name="临溪县政协", code="LX", level="county")
        self.term = places.open_term(self.builder, self.place, number=10, starts=self.starts)
        places.add_session(
            self.builder, self.term, number=1, opens=self.today, closes=self.today + dt.timedelta(days=4),
            window_from=self.today - dt.timedelta(days=60), window_until=self.today + dt.timedelta(days=2),
        )  # fmt: skip
        self.units = [self._unit(number) for number in range(UNITS)]
        self.members = [self._member(number) for number in range(members)]
        self.clerks = [self._account(f"clerk{number}", Role.CLERK) for number in range(clerks)]
        self.officers = [
            self._account(f"officer{number}", Role.UNIT_OFFICER, unit=self.units[number % UNITS])
            for number in range(officers)
        ]

    def _unit(self, number: int) -> Any:
        from lvzhi.directory import actions as directory

        return directory.add(self.builder, self.place, name=f"县第{number:02d}局", starts=self.starts)

    def _account(self, username: str, role: str, **place: Any) -> Any:
        from lvzhi.accounts import actions as accounts

        name = named(username)
        made = accounts.create_account(
            self.builder, username, name, must_change=False, committee=self.place, hashed=self.hashed
        )
        accounts.appoint(self.builder, made, role, self.place, starts=self.starts, **place)
        return made

    def _member(self, number: int) -> Any:
        from lvzhi.accounts.vocabulary import Role
        from lvzhi.people import actions as people

        made = self._account(f"member{number}", Role.MEMBER)
        member = people.add_member(
            self.builder, self.place, self.term, people.Facts(name=made.name), starts=self.starts
        )
        people.link_account(self.builder, member.person, made)
        return made

    def before(self) -> None:
        """What the clerks find and what the units have."""
        for number in range(WAITING + HANDED):
            row = self._handed_in(number)
            if number < HANDED:
                self._handed_over(row, number)

    def _handed_in(self, number: int) -> Any:
        from lvzhi.proposals import actions
        from lvzhi.workflow import engine

        text = proposal(number)
        writer = self._at(self.members[number % len(self.members)], 30)
        data = {
            "title": text.title, "background": text.background, "analysis": text.analysis, "category": text.category,
            "recommendations": ["明确牵头单位和完成时限。", "分年度安排资金。"],
        }  # fmt: skip
        return engine.take(actions.begin_draft(writer, self.place, data), "submit", writer)

    def _handed_over(self, row: Any, number: int) -> None:
        from lvzhi.proposals.models import Assignment
        from lvzhi.workflow import engine

        clerk = self._at(self.clerks[number % len(self.clerks)], 20)
        lead, co = self.units[number % UNITS], self.units[(number + 7) % UNITS]
        row = engine.take(row, "file", clerk, {"category": row.category})
        engine.take(row, "assign", clerk, {"lead": lead.pk, "co": [co.pk]})
        for officer in self.officers[number % UNITS : number % UNITS + 1]:
            hand = Assignment.objects.get(proposal=row, unit=lead)
            engine.take(hand, "sign", self._at(officer, 15))

    def _at(self, account: Any, days: int) -> Any:
        from lvzhi.accounts.actors import actor_for
        from lvzhi.deadlines import clock

        return actor_for(account, at=clock.as_moment(self.today - dt.timedelta(days=days)))


def named(username: str) -> str:
    """A name of two or three signs, the same for the same login."""
    number = sum(ord(sign) * place for place, sign in enumerate(username, start=3))
    return SURNAMES[number % len(SURNAMES)] + GIVEN[number % 7 * 2 : number % 7 * 2 + 2]


def main(members: int, clerks: int, officers: int) -> dict[str, Any]:
    """Build on an empty database; gives the logins."""
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection

    call_command("migrate", verbosity=0, interactive=False)
    if not (settings.STATIC_ROOT / "staticfiles.json").exists():
        call_command("collectstatic", verbosity=0, interactive=False)
    hall = Hall(members, clerks, officers)
    hall.before()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return {
        "password": PASSWORD,
        "members": [one.username for one in hall.members],
        "clerks": [one.username for one in hall.clerks],
        "officers": [one.username for one in hall.officers],
        "before": WAITING + HANDED,
    }


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "lvzhi.config.settings"
    import django

    django.setup()
    print(json.dumps(main(*map(int, sys.argv[1:4]))))
