"""The list of contacts with its export, one contact, its steps."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lvzhi.access import NotAllowed
from lvzhi.accounts.actors import actor_of, committee_of
from lvzhi.committee.models import Committee
from lvzhi.committee.web import as_file, check_file_form
from lvzhi.contacts import actions, queries, rules, tables
from lvzhi.contacts.forms import FilterForm
from lvzhi.contacts.metrics import mode_name
from lvzhi.contacts.queries.addresses import contact_address, pair_address
from lvzhi.contacts.vocabulary.sentences import DONE
from lvzhi.contacts.vocabulary.words import EXPORT
from lvzhi.contacts.workflow import CONTACT
from lvzhi.deadlines import clock
from lvzhi.journal.lines import line
from lvzhi.journal.queries import timeline
from lvzhi.links import beside
from lvzhi.ui.formats import moment
from lvzhi.ui.paging import keyset
from lvzhi.workflow import pages
from lvzhi.workflow.engine import steps_open

PIECE = 500
KINDS = {"contact": CONTACT}


def _place(request: HttpRequest) -> Committee:
    """The committee whose contacts are listed, as far as the actor may read them.

    Raises:
        NotAllowed: the actor belongs to none.
    """
    found = committee_of(request)
    if found is None:
        raise NotAllowed("access.not_allowed", who=rules.reader.label)
    return found


def _filtered(request: HttpRequest) -> tuple[FilterForm, Any]:
    committee = _place(request)
    form = FilterForm(request.GET, committee)
    return form, tables.narrowed(form, queries.readable(actor_of(request), committee))


@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    """联系记录, the latest first: all for readers, one's own for others."""
    form, rows = _filtered(request)
    page = keyset(rows, ("-met_on", "-id"), request.GET.get("cursor"), count=True)
    query = request.GET.copy()
    query.pop("cursor", None)
    reads = rules.reads_all(actor_of(request), _place(request).pk)
    context = {
        "filter": form, "table": tables.contacts_table(page, request.GET), "query": query.urlencode(), "reads": reads,
    }  # fmt: skip
    return render(request, "contacts/contacts.html", context)


@require_GET
def export(request: HttpRequest, form: str) -> HttpResponseBase:
    """The narrowed list as a file; the journal keeps who took it."""
    check_file_form(form)
    committee = _place(request)
    narrowed, rows = _filtered(request)
    said = EXPORT["joiner"].join(EXPORT["pair"].format(label=label, value=value) for label, value in narrowed.said())
    count = rows.order_by().count()
    with line(actor_of(request), "contacts.exported", committee=committee, count=count):
        pass
    head = (
        EXPORT["filters"].format(filters=said or EXPORT["none"]),
        EXPORT["asof"].format(moment=moment(clock.now()), count=count),
    )
    return as_file(
        form, name=EXPORT["name"].format(day=clock.today().isoformat()), title=EXPORT["title"],
        columns=[field for field, _ in tables.EXPORTED], rows=_lines(rows.order_by("met_on", "id")), head=head,
    )  # fmt: skip


def _lines(rows: Any) -> Iterator[list[Any]]:
    for row in rows.iterator(chunk_size=PIECE):
        yield [read(row) for _, read in tables.EXPORTED]


@require_GET
def one(request: HttpRequest, uid: UUID) -> HttpResponse:
    """A contact: what was said, what follows, its problem in the ledger."""
    actor = actor_of(request)
    contact = queries.contact_of(actor, uid)
    context = {
        "contact": contact, "pair": contact.pair, "back": pair_address(contact.pair), "mode": mode_name(contact),
        "tag": tables.contact_tag(contact), "buttons": steps_open(contact, actor),
        "may_void": rules.contact_kept(actor, contact), "panels": beside.panels(actor, contact),
        "may_undo": contact.voided_at is None and rules.contact_logged(actor, contact)
        and rules.still_back(actor, contact),
        "events": timeline(contact._meta.label_lower, contact.uid),
    }  # fmt: skip
    return render(request, "contacts/contact.html", context)


@require_POST
def undo(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Take back what was just logged."""
    actor = actor_of(request)
    contact = queries.contact_of(actor, uid)
    actions.undo(actor, contact)
    messages.success(request, DONE["undone"])
    return redirect(pair_address(contact.pair))


@require_http_methods(["GET", "POST"])
def step(request: HttpRequest, uid: UUID, key: str) -> HttpResponse:
    """Ask what the step asks; take it."""
    workflow = pages.wanted(KINDS, "contact", key)
    contact = queries.contact_of(actor_of(request), uid)
    frame = pages.Frame(title=str(contact), back=contact_address(contact))
    return pages.step(request, workflow, contact, key, frame)


@require_http_methods(["GET", "POST"])
def void(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Take a mis-entered contact out of every figure."""
    contact = queries.contact_of(actor_of(request), uid)
    return pages.void(request, contact, rules.contact_kept, title=str(contact), back=contact_address(contact))


@require_POST
def restore(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Bring it back."""
    contact = queries.contact_of(actor_of(request), uid)
    return pages.restore(request, contact, rules.contact_kept, back=contact_address(contact))
