"""The draft of an activity's minutes as a file to go on with."""

from __future__ import annotations

from io import BytesIO
from uuid import UUID

from django.http import FileResponse, HttpRequest
from django.views.decorators.http import require_POST

from lvzhi.accounts.actors import actor_of
from lvzhi.activities.letters import minutes as letters
from lvzhi.activities.views.place import kept
from lvzhi.activities.views.supervision.supervisors import DOCX
from lvzhi.exchange.letters import write
from lvzhi.journal.lines import line


@require_POST
def draft(request: HttpRequest, uid: UUID) -> FileResponse:
    """The minutes as .docx for the keeper; the journal keeps who took them, for they name who was missing.

    Raises:
        Missing: no such activity. NotAllowed: not its keeper. Refusal: a draft or cancelled.
    """
    actor = actor_of(request)
    activity = kept(actor, uid)
    target = BytesIO()
    write(letters.compose(activity), target)
    target.seek(0)
    with line(actor, "activities.minutes_drafted", subject=activity):
        pass
    return FileResponse(target, as_attachment=True, filename=letters.file_name(activity), content_type=DOCX)
