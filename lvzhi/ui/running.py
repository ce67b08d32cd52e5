"""A page sent in pieces while long work goes on: its head, how far it is, what it came to, its foot."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from typing import Any, TypeVar

from django.http import HttpRequest, StreamingHttpResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string

R = TypeVar("R")
Steps = Generator[tuple[str, int, int], None, R]
MARK = "<!--steps-->"
PARTS = 50  # at most so many tellings of progress on a page


def told(
    request: HttpRequest,
    steps: Steps[R],
    ending: Callable[[R], str],
    *,
    title: str,
    lead: str,
    refused: Callable[[Exception], str],
    refusals: tuple[type[Exception], ...],
    labels: dict[str, str],
    unit: str = "",
) -> StreamingHttpResponse:
    """The page of a work that tells how far it is. Leaving the page ends the work, which then has written nothing.

    Args:
        steps: gives (phase, done, whole) and returns the result.
        ending: the markup of the result.
        title, lead: heading of the page and the line below it.
        refused: the markup for a refusal; `refusals` says which exceptions are one.
        labels: phase → what is being done; unit: of what is counted.
    """
    get_token(request)
    whole = render_to_string("ui/running.html", {"title": title, "lead": lead, "mark": MARK}, request)
    answer = StreamingHttpResponse(_pieces(whole, _progress(steps, labels, unit), ending, refused, refusals))
    answer["X-Accel-Buffering"] = "no"
    answer["Cache-Control"] = "no-store"
    return answer


def _pieces(
    whole: str, steps: Any, ending: Callable[[Any], str], refused: Callable[[Exception], str],
    refusals: tuple[type[Exception], ...],
) -> Iterator[str]:  # fmt: skip
    head, _, foot = whole.partition(MARK)
    yield head
    try:
        result = yield from steps
        yield ending(result)
    except refusals as problem:
        yield refused(problem)
    yield foot


def _progress(steps: Steps[Any], labels: dict[str, str], unit: str) -> Any:
    """Pieces that say how far it is, each in the place of the one before; the result at the end."""
    try:
        while True:
            try:
                phase, done, whole = next(steps)
            except StopIteration as end:
                return end.value
            if done == whole or done % max(1, whole // PARTS) == 0:
                context = {"label": labels[phase], "done": done, "whole": whole, "unit": unit}
                yield render_to_string("ui/_running_step.html", context)
    finally:
        steps.close()
