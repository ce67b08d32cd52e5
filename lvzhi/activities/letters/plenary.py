"""The book of a plenary's speeches 大会发言汇编: contents, oral ones, written ones, each under its heading."""

from __future__ import annotations

from collections.abc import Sequence

from lvzhi.activities.letters.minutes import numeral
from lvzhi.activities.models import Activity, PlenarySpeech
from lvzhi.activities.vocabulary.minutes import ITEM
from lvzhi.activities.vocabulary.plenary import SPEECH_PAGE, Form
from lvzhi.exchange.letters import Block, Document9704, Heading1, Heading2, Para

PARTS = ((Form.ORAL, "oral"), (Form.WRITTEN, "written"))


def compose(activity: Activity, speeches: Sequence[PlenarySpeech]) -> Document9704:
    """The book out of the compiled speeches in their order."""
    body: list[Block] = [Para(SPEECH_PAGE["contents"], indent=False, align="center")]
    body += [
        Para(SPEECH_PAGE["entry"].format(number=place, speaker=one.speaker, title=one.title))
        for place, one in enumerate(speeches, start=1)
    ]
    for form, words in PARTS:
        part = [one for one in speeches if one.form == form]
        if part:
            body.append(Heading1(SPEECH_PAGE[words]))
        for place, one in enumerate(part, start=1):
            body.append(Heading2(ITEM.format(number=numeral(place), title=one.title)))
            body.append(Para(SPEECH_PAGE["speaker"].format(speaker=one.speaker), indent=False, align="center"))
            body += [Para(line.strip()) for line in one.text.splitlines() if line.strip()]
    return Document9704(title=SPEECH_PAGE["book_title"].format(title=activity.title), body=body)


def file_name(activity: Activity) -> str:
    """What the file is called."""
    return SPEECH_PAGE["file"].format(title=activity.title)
