"""The letter of appointment of a supervisor, and the package handed to another supervising body (R4.2, R4.4)."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Sequence

from lvzhi import norms
from lvzhi.access import Refusal
from lvzhi.activities.models import Exchange, Supervisor
from lvzhi.activities.vocabulary import PAUSE
from lvzhi.activities.vocabulary.supervision import LETTER, PACKAGE
from lvzhi.directory.models import Unit
from lvzhi.directory.sheets import Days, sheets
from lvzhi.exchange.letters import Document9704, Heading1, Para, write
from lvzhi.exchange.sheets import write_xlsx
from lvzhi.ui.formats import day

ZIPPED = (1980, 1, 1, 0, 0, 0)  # a package tells no moment but its own day


def appointment(supervisor: Supervisor) -> Document9704:
    """聘书. Raises `Refusal` before somebody is appointed."""
    if not supervisor.number or supervisor.appointed_on is None:
        raise Refusal("activities.letter_not_now", state=supervisor.get_state_display())
    group = LETTER["group"].format(name=supervisor.group.name) if supervisor.group is not None else ""
    facts = {
        "name": supervisor.member.person.name, "unit": supervisor.unit.name, "group": group,
        "starts": day(supervisor.starts), "ends": day(supervisor.ends),
    }  # fmt: skip
    return Document9704(
        title=LETTER["title"],
        body=[Para(LETTER["body"].format(**facts)), Para(LETTER["ends"])],
        number=supervisor.number,
        addressee=LETTER["addressee"].format(**facts),
        date=supervisor.appointed_on,
        issuer=issuer(supervisor),
    )


def issuer(record: Supervisor | Exchange) -> str:
    """How the committee signs on that day."""
    on = record.appointed_on if isinstance(record, Supervisor) else record.made_on
    pattern = str(norms.value("activities.appointment_issuer", record.committee_id, on))
    return pattern.replace("{committee}", record.committee.name)


def appointment_name(supervisor: Supervisor) -> str:
    """What the file is called."""
    return LETTER["file"].format(number=supervisor.number, name=supervisor.member.person.name)


def package(exchange: Exchange, units: Sequence[Unit]) -> tuple[bytes, int]:
    """A letter with its slip, a sheet for everything that rooms keep of these units, and a list with digests."""
    days = Days(since=exchange.since, until=exchange.until)
    head = (
        PACKAGE["head_units"].format(units=PAUSE.join(unit.name for unit in units)),
        PACKAGE["head_days"].format(since=day(days.since), until=day(days.until)),
    )
    files: dict[str, bytes] = {}
    counted: list[tuple[str, int]] = []
    for sheet in sheets():
        rows = list(sheet.rows(exchange.committee_id, [unit.pk for unit in units], days))
        if rows:
            book = io.BytesIO()
            write_xlsx(book, sheet.title, sheet.columns, rows, head_lines=head)
            counted.append((sheet.title, len(rows)))
            files[PACKAGE["sheet_file"].format(place=len(counted), title=sheet.title)] = book.getvalue()
    files = {PACKAGE["letter"]: _letter(exchange, units, counted), **files}
    return _zip(files), sum(count for _, count in counted)


def _letter(exchange: Exchange, units: Sequence[Unit], counted: list[tuple[str, int]]) -> bytes:
    facts = {"since": day(exchange.since), "until": day(exchange.until)}
    body: list[Para | Heading1] = [Para(PACKAGE["body"].format(**facts))]
    body.append(Para(PACKAGE["units"].format(units=PAUSE.join(unit.name for unit in units))))
    body.append(Para(PACKAGE["sheets"]))
    body += [
        Para(PACKAGE["sheet"].format(place=place, title=title, count=count))
        for place, (title, count) in enumerate(counted, start=1)
    ]
    body += [Para(PACKAGE["receipt"]), Heading1(PACKAGE["slip"])]
    body.append(Para(PACKAGE["slip_body"].format(from_=exchange.committee.name, number=exchange.number)))
    target = io.BytesIO()
    write(
        Document9704(
            title=PACKAGE["title"], body=body, number=exchange.number, addressee=exchange.receiver,
            date=exchange.made_on, issuer=issuer(exchange),
        ),
        target,
    )  # fmt: skip
    return target.getvalue()


def _zip(files: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    digests = "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in files.items())
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name, data in {**files, PACKAGE["manifest"]: digests.encode()}.items():
            bundle.writestr(zipfile.ZipInfo(name, ZIPPED), data, zipfile.ZIP_DEFLATED)
    return target.getvalue()
