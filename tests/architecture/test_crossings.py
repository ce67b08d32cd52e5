"""Rooms keep to their floors where no import shows it; each check is also shown to fail."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.architecture import crossings
from tests.architecture.house import House, here, sample

Check = Callable[[House], list[str]]

MEMBER = "class Member(models.Model):\n    name = models.CharField()\n"
BROKEN: list[tuple[Check, dict[str, str]]] = [
    (crossings.upward_relations, {
        "lvzhi/people/models.py": 'x = models.ForeignKey("proposals.Proposal", related_name="+")\n',
    }),
    (crossings.upward_relations, {  # neighbours
        "lvzhi/files/models.py": 'x = models.ManyToManyField(to="links.Link", related_name="+")\n',
    }),
    (crossings.upward_relations, {  # an app label that is not the room's name
        "lvzhi/accounts/models.py": 'x = models.OneToOneField("notices_inbox.Message", related_name="+")\n',
    }),
    (crossings.named_accessors, {
        "lvzhi/people/models.py": MEMBER,
        "lvzhi/proposals/models.py": 'x = models.ForeignKey("people.Member", models.CASCADE, related_name="made")\n',
    }),
    (crossings.named_accessors, {  # Django would name it member.proposal_set
        "lvzhi/people/models.py": MEMBER,
        "lvzhi/proposals/models.py": "x = models.ForeignKey(Member, models.PROTECT)\n",
    }),
    (crossings.upward_imports, {
        "lvzhi/people/queries.py": "if TYPE_CHECKING:\n    from lvzhi.proposals.models import Proposal\n",
        "lvzhi/proposals/models.py": "",
    }),
    (crossings.side_entrances, {
        "lvzhi/people/views.py": "x = 1\n",
        "lvzhi/proposals/views.py": "def show():\n    from lvzhi.people.views import x\n",
    }),
    (crossings.side_entrances, {
        "lvzhi/journal/chain.py": "x = 1\n",
        "lvzhi/proposals/actions.py": "from lvzhi.journal import chain\n",
    }),
    (crossings.upward_links, {
        "lvzhi/people/views.py": "", "lvzhi/proposals/views.py": "",
        "lvzhi/people/templates/people/member.html": "<a href=\"{% url 'proposals:list' %}\">x</a>\n",
    }),
    (crossings.upward_links, {
        "lvzhi/ui/views.py": "", "lvzhi/desk/views.py": "",
        "lvzhi/ui/templates/ui/base.html": '{% include "desk/nav.html" %}\n',
    }),
    (crossings.upward_addresses, {
        "lvzhi/people/views.py": 'def go(request):\n    return redirect("proposals:list")\n',
        "lvzhi/proposals/views.py": "",
    }),
    (crossings.upward_addresses, {
        "lvzhi/people/views.py": 'def go(request):\n    return render(request, "desk/home.html")\n',
        "lvzhi/desk/views.py": "",
    }),
    (crossings.upward_lookups, {
        "lvzhi/people/queries.py": 'x = apps.get_model("proposals.Proposal")\n', "lvzhi/proposals/models.py": "",
    }),
    (crossings.upward_lookups, {
        "lvzhi/people/queries.py": 'x = apps.get_model("proposals", "Proposal")\n', "lvzhi/proposals/models.py": "",
    }),
    (crossings.rows_read_outside, {
        "lvzhi/people/models.py": MEMBER, "lvzhi/proposals/views.py": "rows = Member.objects.all()\n",
    }),
]  # fmt: skip
CHECKS = sorted({check for check, _ in BROKEN}, key=lambda check: check.__name__)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_holds(check: Check) -> None:
    assert check(here()) == []


@pytest.mark.parametrize(("check", "files"), BROKEN)
def test_can_fail(check: Check, files: dict[str, str]) -> None:
    assert len(check(sample(files))) == 1


def test_downward_is_free() -> None:
    house = sample({
        "lvzhi/people/models.py": MEMBER,
        "lvzhi/people/queries.py": "",
        "lvzhi/proposals/models.py": 'x = models.ForeignKey("people.Member", models.PROTECT, related_name="+")\n'
                                     'y = models.ForeignKey("self", models.PROTECT, related_name="children")\n',
        "lvzhi/proposals/queries.py": "from lvzhi.people import queries\nfrom lvzhi.people.models import Member\n"
                                      "rows = Member.objects.all()\n",
        "lvzhi/proposals/views.py": 'x = reverse("people:list"), reverse("proposals:list"), redirect("/")\n',
        "lvzhi/proposals/templates/proposals/list.html": "{% url 'people:list' %}{% include 'ui/nav.html' %}\n",
    })  # fmt: skip
    assert [finding for check in CHECKS for finding in check(house)] == []
