"""What lists and results show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.urls import reverse

from lvzhi.ballots import queries
from lvzhi.ballots.models import Ballot
from lvzhi.ballots.vocabulary import STATE_TONES, WORDS, State, VoterState
from lvzhi.norms import codes
from lvzhi.ui.formats import share
from lvzhi.ui.marks import Tag
from lvzhi.ui.paging import Page
from lvzhi.ui.tables import Column, Table


def address(ballot: Ballot) -> str:
    """The page of a ballot."""
    return reverse("ballots:detail", args=[ballot.uid])


def state_tag(ballot: Ballot) -> Tag:
    """Where it is."""
    state = State(ballot.state)
    return Tag(str(state.label), STATE_TONES[state])  # type: ignore[arg-type]  # reason: the table holds tones


def kind_name(ballot: Ballot) -> str:
    """What its kind was called on the day."""
    return codes.name_of("ballots.kind", ballot.committee_id, ballot.kind, ballot.held_on)


def ballots_table(page: Page[Any], marks: Mapping[int, str], params: Mapping[str, Any]) -> Table:
    """The list; `marks` are the reader's own."""

    def own(row: Any) -> Tag | None:
        mark = marks.get(row.pk)
        if mark is None or row.state == State.DRAFT:
            return None
        return Tag(str(VoterState(mark).label), "warn" if mark == VoterState.WAITING else "good")

    return Table(
        columns=(
            Column("title", "测评名称", url=address, wide=True),
            Column("kind", "种类", value=kind_name),
            Column("held_on", "日期", kind="date", short=True),
            Column("state", "状态", kind="tag", value=state_tag),
            Column("voted", "参加人数", value=_turnout),
            Column("own", "我的投票", kind="tag", value=own),
        ),
        page=page,
        params=params,
        empty=WORDS["empty"],
        empty_hint=WORDS["empty_hint"],
    )


def _turnout(row: Any) -> str:
    return "" if row.state == State.DRAFT else f"{row.voted}/{row.electors}"


def result_table(rows: Sequence[queries.Row], several: bool, caption: str) -> Table:
    """Slips by grade for each aspect, with shares of the valid ones."""
    grades = [grade for grade, _ in rows[0].votes] if rows else []

    def votes(place: int) -> Any:
        return lambda row: _with_share(row.votes[place][1], row.valid)

    columns = [Column("item", "测评对象", value=lambda row: row.item.text)] if several else []
    columns.append(Column("question", "测评内容", value=lambda row: row.question.text, head=True))
    columns += [Column(f"g{place}", grade.text, value=votes(place)) for place, grade in enumerate(grades)]
    columns += [
        Column("blank", "弃权", value=lambda row: _with_share(row.blank, row.valid)),
        Column("valid", "有效票", value=lambda row: row.valid, kind="number"),
        Column("favourable", "好评率", value=lambda row: share(row.favourable / row.valid) if row.valid else ""),
    ]
    return Table(columns=columns, rows=rows, caption=caption)


def _with_share(count: int, whole: int) -> str:
    return f"{count}（{share(count / whole)}）" if whole else str(count)
