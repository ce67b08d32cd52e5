"""A figure is its rows: by level, once over the tree, and as official prose says it (R2.8–R2.12)."""

from __future__ import annotations

import datetime as dt
from typing import Any

from lvzhi.committee.scope import Scope
from lvzhi.metrics import compute, registry
from lvzhi.norms.actions import set_value
from lvzhi.opinions.tests.levels.ladder import Ladder, climb
from lvzhi.opinions.tests.newsroom import TODAY


def value(ladder: Ladder, key: str, scope: Scope | None = None, **cuts: str) -> Any:
    figure = registry.figure(f"opinions.{key}")
    chosen = [(next(one for one in compute.cuts_of(figure) if one.key == name), given) for name, given in cuts.items()]
    return compute.plain(compute.compute(figure, scope or ladder.scope, ladder.year, *chosen).value)


def test_an_item_is_received_edited_issued_sent_adopted_commented_handed_answered(ladder: Ladder) -> None:
    item, comment = climb(ladder)
    ladder.sent(title="另一篇")
    ladder.begin(title="未交的")
    assert [value(ladder, key) for key in ("received", "edited", "issued", "issues", "specials", "authors")] == [
        2, 1, 1, 1, 0, 1,
    ]  # fmt: skip
    assert [value(ladder, key) for key in ("sent", "sent_items", "adopted", "declined")] == [1, 1, 1, 0]
    assert [value(ladder, key) for key in ("commented", "comment_times", "comment_leaders")] == [1, 1, 2]
    assert [value(ladder, key) for key in ("handed", "answered", "answered_rate")] == [1, 0, 0]
    ladder.take(comment, "answer", ladder.wu, answer="已安排。", answered_on=TODAY)
    assert [value(ladder, key) for key in ("answered", "answered_rate")] == [1, 100]
    assert item.chars > 0


def test_the_highest_level_alone_counts_or_each_as_the_norm_has_it(ladder: Ladder) -> None:
    climb(ladder)
    assert (value(ladder, "adopted", level="city"), value(ladder, "adopted", level="province")) == (0, 1)
    set_value(
        ladder.root(), ladder.here, "opinions.levels_count", "each", starts=TODAY - dt.timedelta(days=1), ground="试"
    )
    assert (value(ladder, "adopted", level="city"), value(ladder, "adopted", level="province")) == (1, 1)
    assert value(ladder, "adopted", how="single") == 2
    assert value(ladder, "adopted", how="collection") == 0


def test_over_the_tree_each_item_counts_once(ladder: Ladder) -> None:
    climb(ladder)
    for place in (ladder.here, ladder.city, ladder.province):
        assert value(ladder, "received", Scope(place)) == 1
        assert value(ladder, "received", ladder.below(place)) == 1
    assert value(ladder, "sent", ladder.below(ladder.province)) == 3
    assert value(ladder, "sent_items", ladder.below(ladder.province)) == 1
    assert value(ladder, "comment_leaders", ladder.below(ladder.province)) == 2
    assert value(ladder, "commented", Scope(ladder.province)) == 1
    assert value(ladder, "issues", ladder.below(ladder.province)) == 3
    assert value(ladder, "received", Scope(ladder.city), source="below", below=str(ladder.here.pk)) == 1


def test_what_waits_to_be_signed_for_is_not_received_yet(ladder: Ladder) -> None:
    (above,) = ladder.risen(ladder.checked())
    assert value(ladder, "received", Scope(ladder.city)) == 0
    ladder.take(above, "receive", ladder.up)
    assert value(ladder, "received", Scope(ladder.city)) == 1


def test_what_was_merged_into_another_counts_with_it_here_and_by_itself_below(ladder: Ladder) -> None:
    mine, other = ladder.checked(title="甲事"), ladder.checked(title="乙事")
    first, second = ladder.risen(mine, other)
    ladder.take(first, "receive", ladder.up)
    ladder.take(second, "merge", ladder.up, main=first.pk)
    ladder.issued(ladder.edited(first))
    assert value(ladder, "adopted", how="collection") == 2
    assert value(ladder, "issued", Scope(ladder.city)) == 1
    assert value(ladder, "received", ladder.below(ladder.city)) == 2


def test_a_comment_on_an_issue_of_three_is_one_of_a_leader_and_of_three_items(ladder: Ladder) -> None:
    items = [ladder.checked(title=title) for title in ("甲事", "乙事", "丙事")]
    paper = ladder.dispatched(ladder.issued(*items), bodies="区委")
    ladder.comment(paper, post="区长", leader="李强")
    ladder.comment(paper, post="区委书记", leader="王勇")
    counted = [value(ladder, key) for key in ("commented", "comment_times", "comment_leaders", "comments")]
    assert counted == [3, 1, 2, 6]
    assert value(ladder, "commented", level="county") == 3
    assert value(ladder, "commented", level="city") == 0


def test_dimensions_of_what_was_received(ladder: Ladder) -> None:
    ladder.sent()
    ladder.take(ladder.begin(ladder.min, organ=ladder.party, title="党派件"), "submit", ladder.min, not_secret="on")
    ladder.take(
        ladder.begin(ladder.bai, source="reporter", outsiders="屠信｜社区", title="代交"), "submit", ladder.bai,
        not_secret="on",
    )  # fmt: skip
    assert [value(ladder, "received", source=one) for one in ("member", "party", "reporter")] == [1, 1, 1]
    assert value(ladder, "received", organ=str(ladder.party.pk)) == 1
    assert value(ladder, "received", category="society") == 3
    assert value(ladder, "authors") == 2
