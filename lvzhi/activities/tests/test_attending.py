"""Attendance per sitting, verdicts, corrections, the uninvited, stand-ins, and what bad input meets."""

from __future__ import annotations

import datetime as dt

import pytest

from lvzhi.access import NotAllowed, Refusal
from lvzhi.activities import actions
from lvzhi.activities.actions import Guest, SittingGiven, attending, leaving
from lvzhi.activities.actions.judging import Tally
from lvzhi.activities.models import Attendance, Correction, Participant
from lvzhi.activities.tests.hall import TODAY, Hall
from lvzhi.activities.vocabulary import Presence, Proof, Verdict
from lvzhi.activities.workflow import telling
from lvzhi.files.actions import attach
from lvzhi.norms.actions import set_code, set_value

TUESDAY = TODAY + dt.timedelta(days=1)


def verdict(hall: Hall, activity: object, name: str) -> str:
    return hall.on_list(activity, name).verdict


def test_all_present_but_a_few_in_one_stroke(hall: Hall) -> None:
    activity = hall.planned("jia", "yi", "bing")
    yi = hall.on_list(activity, "yi")
    noted = attending.note_all_but(hall.sitting(activity), hall.actor(hall.bai), {yi.pk: Presence.ABSENT})
    assert len(noted.made) == 3
    assert {name: verdict(hall, activity, name) for name in ("jia", "yi", "bing")} == {
        "jia": Verdict.ATTENDED, "yi": Verdict.ABSENT, "bing": Verdict.ATTENDED,
    }  # fmt: skip
    assert set(Attendance.objects.values_list("proof", flat=True)) == {Proof.QUICK}


def test_a_line_that_stands_is_never_overwritten(hall: Hall) -> None:
    activity = hall.planned("jia")
    jia, sitting = hall.on_list(activity, "jia"), hall.sitting(activity)
    attending.note(sitting, hall.actor(hall.bai), {jia.pk: Presence.LATE})
    again = attending.note_all_but(sitting, hall.actor(hall.mi), {})
    assert (len(again.made), again.standing) == (0, 1)
    assert Attendance.objects.get().presence == Presence.LATE


def test_a_second_person_corrects_with_a_ground_and_the_first_entry_is_kept(hall: Hall) -> None:
    activity = hall.held("jia")
    jia = hall.on_list(activity, "jia")
    attending.note(hall.sitting(activity), hall.actor(hall.bai), {jia.pk: Presence.ABSENT})
    row = Attendance.objects.get()
    with pytest.raises(NotAllowed, match="另一位"):
        attending.correct(row, hall.actor(hall.bai), Presence.PRESENT, "看错")
    with pytest.raises(Refusal, match="理由"):
        attending.correct(row, hall.actor(hall.mi), Presence.PRESENT, " ")
    with pytest.raises(Refusal, match="不需要更正"):
        attending.correct(row, hall.actor(hall.mi), Presence.ABSENT, "无误")
    attending.correct(row, hall.actor(hall.mi), Presence.PRESENT, "签到表上有签名")
    kept = Correction.objects.get()
    assert (kept.was, kept.becomes, kept.by, kept.ground) == ("absent", "present", "米秘", "签到表上有签名")
    assert verdict(hall, activity, "jia") == Verdict.ATTENDED


def test_a_committee_may_let_one_correct_oneself(hall: Hall) -> None:
    set_value(hall.actor(hall.bai), hall.here, "activities.second_person", False, starts=TODAY, ground="办公室")
    activity = hall.held("jia")
    jia = hall.on_list(activity, "jia")
    attending.note(hall.sitting(activity), hall.actor(hall.bai), {jia.pk: Presence.ABSENT})
    attending.correct(Attendance.objects.get(), hall.actor(hall.bai), Presence.PRESENT, "看错一行")
    assert verdict(hall, activity, "jia") == Verdict.ATTENDED


@pytest.mark.parametrize(
    ("presences", "wanted"),
    [
        (["present", "present", "absent"], Verdict.ATTENDED),  # two of three half days
        (["present", "absent", "absent"], Verdict.ABSENT),
        (["present", "leave", "absent"], Verdict.LEAVE),
        (["official", "present", "late"], Verdict.ATTENDED),  # official duty leaves the denominator
        (["official", "official", "official"], Verdict.OFFICIAL),
        (["present", None, None], Verdict.OPEN),
        (["present", "left_early", None], Verdict.ATTENDED),
        (["replaced", "replaced", "replaced"], Verdict.REPLACED),
        ([None, None, None], Verdict.OPEN),
    ],
)
def test_the_verdict_is_a_fraction_of_half_days(presences: list[str | None], wanted: Verdict) -> None:
    from fractions import Fraction

    tally = Tally()
    for presence in presences:
        tally.add(presence, 1)
    assert tally.verdict(Fraction(2, 3)) == wanted


def test_a_whole_day_weighs_two_halves(hall: Hall) -> None:
    sittings = [SittingGiven(TODAY, "day", name="大会"), SittingGiven(TODAY, "evening", name="联组")]
    activity = hall.planned("jia", sittings=sittings)
    first, _ = activity.sittings.order_by("starts")
    jia = hall.on_list(activity, "jia")
    attending.note(first, hall.actor(hall.bai), {jia.pk: Presence.PRESENT})
    assert verdict(hall, activity, "jia") == Verdict.ATTENDED


def test_a_groups_sitting_is_the_groups_alone(hall: Hall) -> None:
    guests = [Guest(person=hall.members["jia"].person, group="第一组"), *hall.guests("yi")]
    sittings = [SittingGiven(TODAY, "morning"), SittingGiven(TODAY, "afternoon", name="分组", group="第一组")]
    activity = hall.planned(guests=guests, sittings=sittings)
    whole, group = activity.sittings.order_by("starts")
    yi = hall.on_list(activity, "yi")
    with pytest.raises(Refusal, match="不参加场次"):
        attending.note(group, hall.actor(hall.bai), {yi.pk: Presence.PRESENT})
    noted = attending.note_all_but(group, hall.actor(hall.bai), {})
    assert [row.participant.name for row in noted.made] == ["甲文"]
    attending.note(whole, hall.actor(hall.bai), {yi.pk: Presence.PRESENT})
    assert verdict(hall, activity, "yi") == Verdict.ATTENDED


def test_someone_not_invited_sits_in_and_counts_in_no_denominator(hall: Hall) -> None:
    activity = hall.planned("jia")
    row = attending.admit(hall.sitting(activity), hall.actor(hall.bai), Guest(person=hall.members["bing"].person))
    assert (row.uninvited, row.counted, row.role, row.verdict) == (True, False, "sit_in", Verdict.ATTENDED)
    with pytest.raises(Refusal, match="已在名单"):
        attending.admit(hall.sitting(activity), hall.actor(hall.bai), hall.guests("jia")[0])


def test_a_kind_may_turn_the_uninvited_away(hall: Hall) -> None:
    extra = {"family": "会议", "uninvited": "谢绝"}
    set_code(
        hall.actor(hall.bai), hall.here, "activities.kinds", "party_group", "党组会议",
        starts=dt.date(2026, 1, 1), extra=extra, ground="议事规则",
    )  # fmt: skip
    activity = hall.planned("jia", kind="party_group")
    with pytest.raises(Refusal, match="不接受未邀请的人"):
        attending.admit(hall.sitting(activity), hall.actor(hall.bai), Guest(person=hall.members["bing"].person))
    assert Participant.objects.count() == 1


def test_when_attendance_cannot_be_noted(hall: Hall) -> None:
    draft = hall.draft(None, "jia")
    planned = hall.planned("jia", held_on=TUESDAY)
    closed = hall.take(hall.held("jia"), "close", hall.bai)
    for activity, words in ((draft, "草稿"), (planned, "才举行"), (closed, "已归档")):
        with pytest.raises(Refusal, match=words):
            attending.note_all_but(hall.sitting(activity), hall.actor(hall.bai), {})
    with pytest.raises(NotAllowed):
        attending.note_all_but(hall.sitting(planned), hall.actor(hall.jia), {})


def test_cancelled_after_sign_in_keeps_the_lines(hall: Hall) -> None:
    activity = hall.planned("jia")
    attending.note_all_but(hall.sitting(activity), hall.actor(hall.bai), {})
    hall.take(activity, "cancel", hall.bai, ground="停电")
    assert Attendance.objects.live().filter(sitting__activity=activity).count() == 1


def test_a_scanned_sheet_is_named_only_when_it_is_there(hall: Hall, tmp_path: object) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    activity = hall.planned("jia")
    jia = hall.on_list(activity, "jia")
    sitting = hall.sitting(activity)
    with pytest.raises(Refusal, match="签到表"):
        attending.note(sitting, hall.actor(hall.bai), {jia.pk: Presence.PRESENT}, proof=Proof.SHEET)
    attach(
        hall.actor(hall.bai), "activities.activity", activity.uid, SimpleUploadedFile("签到.txt", "甲文".encode()),
        label="签到表",
    )  # fmt: skip
    attending.note(sitting, hall.actor(hall.bai), {jia.pk: Presence.PRESENT}, proof=Proof.SHEET)
    assert Attendance.objects.get().proof == Proof.SHEET


def test_a_stand_in_comes_where_the_kind_allows_it(hall: Hall) -> None:
    activity = hall.planned("jia")
    jia = hall.on_list(activity, "jia")
    made = telling.stand_in(jia, hall.actor(hall.bai), Guest(person=hall.members["bing"].person))
    assert (made.stand_in_for, made.counted) == (jia, False)
    with pytest.raises(Refusal, match="已有代会人"):
        telling.stand_in(jia, hall.actor(hall.bai), Guest(person=hall.members["yi"].person))
    attending.note(hall.sitting(activity), hall.actor(hall.bai), {made.pk: Presence.PRESENT})
    assert (verdict(hall, activity, "jia"), verdict(hall, activity, "bing")) == (Verdict.REPLACED, Verdict.ATTENDED)
    plenary = hall.planned("jia", kind="plenary")
    with pytest.raises(Refusal, match="须本人参加"):
        telling.stand_in(hall.on_list(plenary, "jia"), hall.actor(hall.bai), hall.guests("bing")[0])


def test_quick_noting_leaves_out_who_waits_for_a_decision(hall: Hall) -> None:
    activity = hall.planned("jia", "yi")
    leaving.ask(hall.on_list(activity, "jia"), hall.actor(hall.jia), reason="illness")
    noted = attending.note_all_but(hall.sitting(activity), hall.actor(hall.bai), {})
    assert (len(noted.made), noted.waiting) == (1, 1)


def test_dropping_is_for_drafts_and_noted_sittings_stay(hall: Hall) -> None:
    activity = hall.planned("jia")
    attending.note_all_but(hall.sitting(activity), hall.actor(hall.bai), {})
    with pytest.raises(Refusal, match="已经登记出席"):
        actions.edit(
            activity, hall.actor(hall.bai), {"held_on": TODAY, "ends_on": TUESDAY}, sittings=[SittingGiven(TUESDAY)]
        )
