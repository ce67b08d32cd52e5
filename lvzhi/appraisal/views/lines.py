"""One's own lines and those one comments on; one line; its form."""

from __future__ import annotations

import io
from uuid import UUID

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from lvzhi.access import NotAllowed
from lvzhi.accounts.actors import actor_of, committee_of
from lvzhi.appraisal import letters, queries, rules, tables
from lvzhi.appraisal.models import StaffLine
from lvzhi.appraisal.queries import round_address
from lvzhi.appraisal.vocabulary import LINE_HOLDERS, LINE_NEXT, WORDS, LineState, State
from lvzhi.appraisal.workflow import LINE
from lvzhi.exchange.letters import write
from lvzhi.journal.lines import line as journalled
from lvzhi.journal.queries import timeline
from lvzhi.workflow import clocks
from lvzhi.workflow.engine import steps_open

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SHOWN = 60
TONES = {"main": 0, "plain": 1, "danger": 2}


@require_GET
def mine(request: HttpRequest) -> HttpResponse:
    """我的考核: one's own, and whom one comments on."""
    actor, committee = actor_of(request), committee_of(request)
    if committee is None or not rules.belongs(actor, committee.pk):
        raise NotAllowed("access.not_allowed", who=rules.reader.label)
    context = {
        "table": tables.own_table(list(queries.own_lines(actor)[:SHOWN])),
        "commenting": tables.commenting_table(list(queries.to_comment(actor)[:SHOWN])),
        "reads": rules.reads_all(actor, committee.pk),
    }
    return render(request, "appraisal/mine.html", context)


def _result_shown(request: HttpRequest, row: StaffLine) -> bool:
    """The grade: for everybody who reads the line once it is decided; before, for the office, not on one's own."""
    if row.round.state in (State.DECIDED, State.ARCHIVED):
        return True
    return row.state == LineState.EXEMPT or rules.grades_seen(actor_of(request), row)


@require_GET
@never_cache
def one(request: HttpRequest, uid: UUID) -> HttpResponse:
    """One person's line."""
    actor = actor_of(request)
    row = queries.line_of(actor, uid)
    shown = _result_shown(request, row)
    mine_ = rules.oneself(actor, row)
    state = LineState(row.state)
    voted = queries.votes(row.round).get(row.called) if shown else None
    open_steps = sorted(steps_open(row, actor), key=lambda step: TONES[step.tone])
    context = {
        "row": row, "appraisal": row.round, "tag": tables.line_tag(row), "shown": shown, "own": mine_,
        "buttons": open_steps, "result": tables.result_words(row) if shown else "", "vote": voted,
        "holder": LINE_HOLDERS[state], "next": LINE_NEXT[state],
        "left": clocks.left(row.due_on, row.committee_id), "running": clocks.running(LINE, row),
        "suggested": queries.grade_name(row.round, row.suggested) if row.suggested and (shown or not mine_) else "",
        "comment_shown": bool(row.comment) and (not mine_ or shown), "away": queries.away_words(row),
        "until": queries.window(row), "past": [] if row.round.quarterly else _past(row),
        "back": round_address(row.round), "events": timeline(row._meta.label_lower, row.uid),
    }  # fmt: skip
    return render(request, "appraisal/line.html", context)


def _past(row: StaffLine) -> list[tuple[int, str]]:
    found = queries.quarters_of(row.committee_id, row.round.year, [row.person_id]).get(row.person_id, {})
    return [(number, tables.result_words(one)) for number, one in sorted(found.items())]


@require_GET
@never_cache
def form(request: HttpRequest, uid: UUID) -> FileResponse:
    """登记表 as .docx; the journal keeps who took it."""
    actor = actor_of(request)
    row = queries.line_of(actor, uid)
    past = queries.quarters_of(row.committee_id, row.round.year, [row.person_id]).get(row.person_id, {})
    target = io.BytesIO()
    whole = row.round.state in (State.DECIDED, State.ARCHIVED)
    if not whole and rules.oneself(actor, row):
        row.comment = ""  # what the leader wrote is told with the result
    write(letters.compose(row, past, whole=whole), target)
    with journalled(actor, "appraisal.form_taken", subject=row, committee=row.committee_id, title=str(row.round)):
        pass
    target.seek(0)
    name = WORDS["file_name"].format(title=row.round, name=row.name)
    return FileResponse(target, as_attachment=True, filename=f"{name}.docx", content_type=DOCX)
