"""Whose an arrival is: somebody on the list, or one who came uninvited and is met as the kind says (R6.13)."""

from __future__ import annotations

from uuid import UUID

from lvzhi.access import Actor
from lvzhi.activities.actions.inviting import Guest, put_on_list
from lvzhi.activities.actions.judging import for_whom
from lvzhi.activities.models import Activity, Participant, Sitting
from lvzhi.activities.norms import kind_named
from lvzhi.activities.queries.arrivals import code_of
from lvzhi.activities.vocabulary import Role
from lvzhi.activities.vocabulary.arrivals import Doubt, Signing
from lvzhi.people.models import Person
from lvzhi.people.queries.picking import known_persons

Found = tuple[Participant | None, str, bool]  # whose, why it waits, whether the kind turns them away


class Doorkeeper:
    """Recognises the people of one merge; asks for the list once."""

    def __init__(self, activity: Activity, sitting: Sitting, actor: Actor) -> None:
        self.activity, self.sitting, self.actor = activity, sitting, actor
        self.rows = list(Participant.objects.live().filter(activity=activity))
        kind = kind_named(activity.committee_id, activity.kind, activity.held_on)
        self.declines = kind is not None and kind.declines

    def whose(self, way: str, uid: UUID | None, code: str, name: str, body: str) -> Found:
        """The participant of an entry, or why there is none."""
        if way == Signing.GUEST:
            return self._guest(name.strip(), body.strip())
        row = next((one for one in self.rows if one.uid == uid), None)
        if row is None:
            return None, Doubt.NO_ROW, False
        if not for_whom(self.sitting, row):
            return row, Doubt.OTHER_GROUP, False
        if way == Signing.CODE and code != code_of(self.sitting, row):
            return row, Doubt.WRONG_CODE, False
        return row, "", False

    def _guest(self, name: str, body: str) -> Found:
        """Somebody noted by name: of the list after all, met before at this door, or new."""
        named = [row for row in self.rows if row.name == name and not row.uninvited]
        if len(named) > 1:
            named = [row for row in named if body and row.body == body] or named
        if len(named) > 1:
            return None, Doubt.NAMESAKES, False
        if named:
            return named[0], "" if for_whom(self.sitting, named[0]) else Doubt.OTHER_GROUP, False
        if self.declines:
            return None, "", True
        return self._uninvited(name, body), "", False

    def _uninvited(self, name: str, body: str) -> Participant:
        persons = list(known_persons(self.activity.committee).filter(name=name)[:2])
        person: Person | None = persons[0] if len(persons) == 1 else None
        for row in self.rows:
            same = row.person_id == person.pk if person is not None else (row.name, row.body) == (name, body)
            if row.uninvited and same:
                if not for_whom(self.sitting, row):  # came to another group's sitting before
                    row.group = ""
                    row.save()
                return row
        guest = Guest(person=person, name=name, body=body, role=Role.SIT_IN)
        made = put_on_list(self.activity, self.actor, [guest])[0]
        made.uninvited, made.counted, made.added_later, made.group = True, False, False, self.sitting.group
        made.save()
        self.rows.append(made)
        return made
