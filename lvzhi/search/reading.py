"""Text out of attachments, in the background: what waits is read, put beside its record, and waits no longer.

What waits is written with the attachment itself, so nothing is lost with a worker or between two processes: the next
job, or the next tick, finds it still waiting. Reading twice puts the same text in the same place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import groupby
from typing import Any, Final

from django.db import transaction
from django.db.models import F, Q

from lvzhi.access import Actor
from lvzhi.accounts.actors import system_actor
from lvzhi.exchange import BadFile, Limits
from lvzhi.exchange.text import read_words
from lvzhi.files import store
from lvzhi.files.models import Attachment
from lvzhi.jobs import actions as jobs
from lvzhi.jobs.kinds import Kind
from lvzhi.jobs.models import Job
from lvzhi.jobs.vocabulary import SERVER
from lvzhi.norms import value
from lvzhi.search import attached, kinds
from lvzhi.search.engines import engine
from lvzhi.search.folding import spread
from lvzhi.search.models import SearchWaiting
from lvzhi.search.vocabulary import GIVEN_UP, READ, READING, UNREAD

KEY: Final = "search.reading"
TRIES: Final = 3  # a file that ends its worker each time is found by its name alone
PIECE: Final = 50
SAID: Final = 5  # files named in what is said of a job
MEGABYTE: Final = 1024 * 1024
_CHINESE: Final = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
_ENDS: Final = re.compile(r"[\u3002\uff1a\uff1b\uff01\uff1f.:;!?]$")


def wait(several: Iterable[Attachment]) -> None:
    """Have these read after this transaction."""
    found = list(several)
    if not found:
        return
    SearchWaiting.objects.bulk_create([SearchWaiting(attachment=one.uid) for one in found], ignore_conflicts=True)
    transaction.on_commit(partial(ask, found[0].committee_id), robust=True)


def ask(committee: int) -> Job | None:
    """A job that reads what waits; None where one is in the queue that nobody has taken: it reads that too."""
    if Job.objects.filter(kind=KEY, ended_at=None, worker="").exists():
        return None
    return jobs.ask(system_actor(SERVER), KEY, {}, committee=committee, title=READING)


def sweep(actor: Actor) -> int:
    """Ask for what waits without a job, because a process died between writing and asking. Returns how many wait."""
    waits = SearchWaiting.objects.values("attachment")
    first = Attachment.objects.filter(uid__in=waits).values_list("committee_id", flat=True).first()
    if first is None or Job.objects.filter(kind=KEY, ended_at=None).exists():
        return 0
    ask(first)
    return SearchWaiting.objects.count()


def run(work: Any) -> str:
    """Read all that waits, each in a transaction of its own."""
    count, unread = 0, []
    for done, one in enumerate(_waiting()):
        work.tell("", done, done + SearchWaiting.objects.count())
        found = Attachment.objects.live().filter(uid=one.attachment).first()
        body, why = "", ""
        if found is not None:
            SearchWaiting.objects.filter(pk=one.pk).update(tries=F("tries") + 1)
            body, why = text_of(found) if one.tries < TRIES else ("", GIVEN_UP.format(name=found.name, tries=TRIES))
        with work.writing():
            stands = _put(found.pk, body) if found is not None else False
            SearchWaiting.objects.filter(pk=one.pk).delete()
        count += stands and not why
        unread += [why] if why and stands else []
    if unread:
        return UNREAD.format(count=count, unread=len(unread), why=" ".join(unread[:SAID]))
    return READ.format(count=count)


def _waiting() -> Iterator[SearchWaiting]:
    while some := list(SearchWaiting.objects.all()[:PIECE]):
        yield from some


def _put(key: int, body: str) -> bool:
    """Let this be an attachment's text; whether it is found now. Held, so that it is not detached meanwhile."""
    one = Attachment.objects.live().select_for_update().filter(pk=key).first()
    texts = kinds.texts_of(one.kind) if one is not None and attached.are_found(one.kind) else None
    if one is None or texts is None:
        return False
    docs = texts.docs(Q(uid=one.subject))
    for record in docs:  # one, or none: of a draft nothing is found, and it comes again when it is handed in
        engine().put(one.kind, {record.record}, [attached.doc(record, one, body)], [str(one.uid)])
    return bool(docs)


def text_of(one: Attachment) -> tuple[str, str]:
    """An attachment's text, as much as the norm says; else nothing, and why."""
    limits = Limits(size=int(value("search.file_size", one.committee_id)) * MEGABYTE)
    try:
        found = read_words(store.path_of(one.digest), one.name, limits)
    except BadFile as problem:
        return "", problem.sentence
    text = unbroken(found.text) if found.kind == "pdf" else found.text
    return spread(text[: int(value("search.file_signs", one.committee_id))]), ""


def unbroken(text: str) -> str:
    """A page's lines as paragraphs: a word is not to be cut in two because the paper ended there."""
    paragraphs = []
    for blank, lines in groupby(text.splitlines(), lambda line: not line.strip()):
        if not blank:
            told = ""
            for line in map(str.strip, lines):
                told += f"{_between(told, line)}{line}"
            paragraphs.append(told)
    return "\n".join(paragraphs)


def _between(told: str, line: str) -> str:
    if not told or _ENDS.search(told):
        return "\n" if told else ""
    return "" if _CHINESE.match(told[-1]) and _CHINESE.match(line[0]) else " "


READS: Final = Kind(KEY, READING, run)
