"""Democratic appraisal: a secret ballot whose voters are those who came (R4.7)."""

from __future__ import annotations

from collections.abc import Sequence

from lvzhi.access import Actor, Refusal
from lvzhi.accounts.models import Account
from lvzhi.activities import rules
from lvzhi.activities.models import Activity, ActivityBallot, Attendance, Participant
from lvzhi.activities.vocabulary import WAS_THERE
from lvzhi.ballots import actions as ballots
from lvzhi.ballots.models import Ballot
from lvzhi.journal.lines import line
from lvzhi.people.models import Person

KIND = "appraisal"


def those_present(activity: Activity) -> list[Person]:
    """Persons on the list who count and were at one of its sittings."""
    noted = Attendance.objects.live().filter(sitting__activity=activity, presence__in=WAS_THERE)
    rows = Participant.objects.live().filter(activity=activity, counted=True, person__isnull=False)
    found = rows.filter(pk__in=noted.values("participant_id")).select_related("person").order_by("id")
    return [row.person for row in found if row.person is not None]


def start_ballot(
    actor: Actor, activity: Activity, *, items: Sequence[str], tellers: Sequence[Account], kind: str = KIND
) -> Ballot:
    """Prepare the ballot of an appraisal: those who should have come are its denominator, those present its voters.

    Raises:
        NotAllowed: not the activity's keeper.
        Refusal: nobody is noted as present, there is a ballot already, or what `ballots` refuses.
    """
    rules.keeper.check(actor, activity)
    if ActivityBallot.objects.live().filter(activity=activity).exists():
        raise Refusal("activities.ballot_already", title=activity.title)
    present = those_present(activity)
    if not present:
        raise Refusal("activities.not_appraised", title=activity.title)
    entitled = Participant.objects.live().filter(activity=activity, counted=True).count()
    asked = ballots.Asked(
        title=activity.title, kind=kind, held_on=activity.held_on, items=items, tellers=tellers,
        organ=activity.organ, entitled=entitled, present=len(present),
    )  # fmt: skip
    with line(actor, "activities.appraisal", subject=activity, count=len(present)):
        ballot = ballots.begin(actor, activity.committee, asked)
        ballots.add_voters(actor, ballot, present)
        ActivityBallot.objects.create(committee=activity.committee, activity=activity, ballot=ballot)
    return ballot
