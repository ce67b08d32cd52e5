"""What the pages of the low rooms share: who asks, dates as people type them, refusals on their fields."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from io import BytesIO
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import FileResponse, HttpRequest, HttpResponseBase, StreamingHttpResponse
from django.utils.http import content_disposition_header

from lvzhi.access import Actor, Missing, NotAllowed, Refusal, Refusals
from lvzhi.deadlines import BadDate, parse_date
from lvzhi.exchange import Column
from lvzhi.exchange.sheets import write_csv, write_xlsx
from lvzhi.ui.forms import Day

CSV, XLSX = "csv", "xlsx"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def actor_of(request: HttpRequest) -> Actor:
    """Who acts in this request."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by the middleware of accounts
    return actor


class DayField(forms.Field):
    """A date in any way people write it; an impossible one (31 September) is refused with its own sentence."""

    widget = Day

    def to_python(self, value: Any) -> dt.date | None:
        """The date, or None where nothing was filled in."""
        if value in self.empty_values or isinstance(value, dt.date):
            return value or None
        try:
            return parse_date(str(value))
        except BadDate as problem:
            raise ValidationError(problem.sentence, code=problem.code) from None

    def prepare_value(self, value: Any) -> Any:
        """What stands in the field: unreadable input stays as it was typed."""
        return value


def version_seen(request: HttpRequest, name: str = "version") -> int | None:
    """The version of the record when the page was opened, as the form sends it back; None where it sent none."""
    text = request.POST.get(name, "")
    return int(text) if text.isdigit() else None


def tell(form: forms.BaseForm, refusal: Refusal) -> None:
    """Put a refusal on the field it names, or over the form."""
    for part in refusal.parts if isinstance(refusal, Refusals) else (refusal,):
        field = part.field if part.field in form.fields else None
        form.add_error(field, part.sentence)


def attempt(form: forms.BaseForm, do: Callable[[dict[str, Any]], object]) -> bool:
    """Run the action with the form's clean values; False with the refusal on the form when it is refused.

    Raises:
        NotAllowed, Missing: these are pages of their own.
    """
    if not form.is_valid():
        return False
    try:
        do(form.cleaned_data)
    except (NotAllowed, Missing):
        raise
    except Refusal as refusal:
        tell(form, refusal)
        return False
    return True


def check_file_form(form: str) -> None:
    """Refuse a form of file that is not offered. Raises `Missing`."""
    if form not in {CSV, XLSX}:
        raise Missing("access.missing")


def as_file(
    form: str, *, name: str, title: str, columns: Sequence[Column], rows: Iterable[Sequence[Any]], head: Sequence[str]
) -> HttpResponseBase:
    """A list as a file to take away; the caller has checked the right and journalled it.

    Args:
        form: csv or xlsx. name: of the file, without its ending. title: of the sheet.
        head: lines that say what it was narrowed to and as of when; a CSV has them behind its rows, having no title.
    """
    check_file_form(form)
    if form == CSV:
        pieces = write_csv(columns, _with_head(head, len(columns), rows))
        answer: HttpResponseBase = StreamingHttpResponse(pieces, content_type="text/csv; charset=utf-8")
        answer["Content-Disposition"] = content_disposition_header(True, f"{name}.csv")  # noqa: FBT003  reason: Django's own order of arguments
        return answer
    book = BytesIO()
    write_xlsx(book, title, columns, rows, head_lines=head)
    book.seek(0)
    return FileResponse(book, as_attachment=True, filename=f"{name}.xlsx", content_type=XLSX_TYPE)


def _with_head(head: Sequence[str], width: int, rows: Iterable[Sequence[Any]]) -> Iterator[Sequence[Any]]:
    yield from rows
    for words in head:
        yield [words, *[""] * (width - 1)]
