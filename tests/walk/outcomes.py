"""Every outcome that a proposal of a real year comes to, as a way through the procedure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from lvzhi.accounts.actors import system_actor
from lvzhi.norms.actions.values import set_value
from lvzhi.proposals.models import Appraisal, Assignment, Extension, KeyCandidate
from lvzhi.proposals.tasks import lapse_invitations
from lvzhi.proposals.tests.people import builder
from lvzhi.proposals.vocabulary.codes import ROUTES
from tests.walk.course import AUTUMN, BAD, BASICALLY, LED, Course

Way = Callable[[Course], None]
WAYS: list[Way] = []


def way(do: Way) -> Way:
    """One outcome."""
    WAYS.append(do)
    return do


def not_filed(course: Course, ground: str) -> None:
    """One of each ground and of each route."""
    routes = [code for code, *_ in ROUTES]
    course.draft().submit().refuse(ground, route=routes[course.number % len(routes)])


@way
def plain(course: Course) -> None:
    """Filed, handed over, answered, rated."""
    course.draft().submit().file().to_answered().rate()


@way
def several_units(course: Course) -> None:
    """With a co-unit, whose opinion is changed once."""
    course.draft().submit().file().assign(co=True).sign_for()
    row = course.hand("co")
    course.take(row, "opinion", course.officer(row), opinion="同意。")
    course.on(1).take(row, "revise_opinion", course.officer(row), opinion="同意，提供场地。")
    course.talk("phone").answer("C").rate(BASICALLY)


@way
def joint(course: Course) -> None:
    """One signs, one declines, one is recalled, one never answers."""
    course.draft()
    signed, declined, recalled, _ = course.invite(1, 2, 3, 4)
    course.sign(signed, 1)
    course.sign(declined, 2, "decline")
    course.take(recalled, "recall", course.author)
    course.submit().file().to_answered().rate(who=[course.other(1)])


@way
def goes_in_by_itself(course: Course) -> None:
    """Left to go in with those who signed when the last day is over."""
    course.draft()
    until = course.day + dt.timedelta(days=4)
    first, _ = course.invite(1, 2, until=until, submits_itself=True)
    course.sign(first, 1)
    course.on(6)
    lapse_invitations(system_actor("tests", at=course.at()))
    assert course.here.state == "submitted"
    course.told.received = True
    course.file()


@way
def merged(course: Course) -> None:
    """Three as one, a fourth taken out again; each is answered for itself."""
    lead = course.draft().submit().file()
    others = [course.year.course(course.number) for _ in range(3)]
    for one in others:
        one.lead, one.day = lead.lead, lead.day - dt.timedelta(days=5)
        one.draft().submit().file()
        one.step("merge", course.year.clerk, lead=lead.here.serial)
    others[2].step("unmerge", course.year.clerk)
    lead.assign()
    for one in others[:2]:
        one.told.merged, one.day = True, lead.day
        one.handed((lead.lead.name, "lead"))
    for one in (lead, *others[:2]):
        one.sign_for().talk().answer().rate()


@way
def sent_back_first(course: Course) -> None:
    """Sent back, handed in again, its track changed."""
    course.draft().submit()
    course.on(2).step("send_back", course.year.clerk, opinion="请补充建议。")
    course.on(2).submit()
    track = "between" if course.here.track == "session" else "session"
    course.step("override_track", course.year.clerk, track=track, ground="会前已送达。")
    course.file()


@way
def withdrawn_early(course: Course) -> None:
    """Withdrawn before examination."""
    course.draft().submit().on(1).step("withdraw", course.author, reason="情况有变。")
    course.told.withdrawn = True


@way
def withdrawn_late(course: Course) -> None:
    """Withdrawn while it is handled, with the co-signer's consent."""
    course.draft()
    course.sign(course.invite(1)[0], 1)
    course.submit().file()
    course.on(1).step("publish", course.year.clerk)
    course.assign().sign_for().step("ask_withdraw", course.author, reason="情况有变。")
    course.on(1).step("consent", course.other(1), agrees="yes")
    course.on(1).step("approve_withdraw", course.year.head)
    course.told.withdrawn, course.told.hands = True, []


@way
def not_withdrawn(course: Course) -> None:
    """A co-signer objects, the head refuses, the proposer thinks better of it."""
    course.draft()
    course.sign(course.invite(1)[0], 1)
    course.submit().file().assign().sign_for()
    for step, account, words in (
        ("consent", course.other(1), {"agrees": "no"}),
        ("refuse_withdraw", course.year.head, {"opinion": "请继续。"}),
        ("drop_withdraw", course.author, {}),
    ):
        course.on(1).step("ask_withdraw", course.author, reason="情况有变。")
        course.step(step, account, **words)
    course.talk().answer().rate(who=[course.other(1)])


@way
def returned_by_units(course: Course) -> None:
    """A unit is refused its return, asks again, and another takes its place."""
    course.draft().submit().file().assign()
    for settle in ("keep", "replace"):
        row = course.hand()
        course.on(1).take(row, "ask_return", course.officer(row), ground="不属于本单位职责。")
        answers: dict[str, Any] = {"opinion": "已研究。"}
        if settle == "replace":
            answers["unit"] = course.co.pk
        course.on(1).take(Assignment.objects.get(pk=row.pk), settle, course.year.clerk, **answers)
        course.told.returns += 1
    course.told.hands = [(course.co.name, "lead")]
    course.sign_for().talk().answer().rate()


@way
def extended(course: Course) -> None:
    """More time is refused once, then granted."""
    course.draft().submit().file().assign().sign_for()
    course.on(1).step("remind", course.year.clerk)
    due = course.here.answer_due_on
    assert due is not None
    until = due + dt.timedelta(days=30)
    for step, words in (("refuse", {"opinion": "请说明。"}), ("grant", {})):
        row = course.hand()
        course.step("ask_extension", course.officer(row), assignment=row.pk, until=until, reason="须论证。")
        asked = Extension.objects.get(proposal=course.pk, state="asked")
        course.on(1).take(asked, step, course.year.clerk, **words)
    course.told.due = until
    course.day = due - dt.timedelta(days=10)
    course.answer().rate()


@way
def handled_again(course: Course) -> None:
    """Not satisfied, answered again, satisfied; what was published gives way to the second answer's."""
    course.draft().submit().file().to_answered().publish().rate(BAD)
    course.talk().answer("B").rate().publish()


@way
def never_satisfied(course: Course) -> None:
    """Closed by the committee with an explanation; the open decision on publication starts anew by itself."""
    course.draft().submit().file().to_answered().rate(BAD)
    course.talk().answer("D").on(9).step("close_unrated", course.year.clerk, reason="已当面说明。")


@way
def key_by_selection(course: Course) -> None:
    """A candidate that is chosen, led by a leader and supervised on the spot."""
    year = course.year
    course.draft().submit().file().on(1).step("nominate", year.clerk, nominated_by="提案委员会", reason="群众关心。")
    row = KeyCandidate.objects.get(proposal=course.pk)
    row = course.take(row, "ask", year.clerk, bodies=[year.special.pk])
    row = course.take(row, "ask_more", year.clerk, bodies=[year.culture.pk])
    course.on(2).take(row, "opine", year.convener, stance="for")
    met = {"meeting": "第二十次主席会议", "met_on": course.day}
    course.take(KeyCandidate.objects.get(pk=row.pk), "choose", year.head, **met, **LED, leader=year.leader.pk)
    course.told.key = course.told.top = True
    act = {"way": "leader", "form": "onsite", "held_on": course.day, "points": "看了现场。"}
    course.step("supervise", year.leader, **act, proposer_side="提案人", unit_side="局长")
    course.step("supervise", year.clerk, **act)
    course.told.acts, course.told.both_sides = 2, 1
    course.to_answered().rate()


@way
def key_for_a_while(course: Course) -> None:
    """Marked as a key one and unmarked; a candidacy passed over."""
    year = course.year
    course.draft().submit().file().on(1).step("mark_key", year.head, ground="审定", **LED)
    course.on(1).step("unmark_key", year.head, reason="并入专项。")
    course.step("nominate", year.clerk, nominated_by="提案委员会", reason="群众关心。")
    course.on(1).take(KeyCandidate.objects.get(proposal=course.pk), "pass_over", year.head, reason="条件不成熟。")


def promised(course: Course) -> None:
    """Answered with a promise for sixty days later."""
    course.draft().submit().file().assign().sign_for().talk()
    due = course.day + dt.timedelta(days=80)
    point = {"text_1": "正在选址。", "class_1": "B", "promise_1": "增设一处食堂。", "due_1": due}
    course.answer("B", more=point).rate()
    course.told.promises = 1


@way
def promise_kept(course: Course) -> None:
    """Reported on and found kept."""
    promised(course)
    row = course.promise()
    course.on(20).take(row, "progress", course.officer(course.hand()), progress="已开工。")
    course.on(60).take(row, "look_back", course.year.clerk, verdict="kept", finding="已开放。")
    course.told.kept = 1


@way
def promise_broken_and_resumed(course: Course) -> None:
    """Broken, resumed, moved once more, and still open."""
    promised(course)
    course.on(70).take(course.promise(), "look_back", course.year.clerk, verdict="broken", finding="未动工。")
    until = course.day + dt.timedelta(days=30)
    course.take(course.promise(), "resume", course.year.clerk, until=until)
    course.day = until
    later = until + dt.timedelta(days=20)
    course.take(
        course.promise(), "look_back", course.year.clerk, verdict="rescheduled", finding="装修中。", until=later
    )
    course.told.open = 1


@way
def published_and_taken_down(course: Course) -> None:
    """A draft sent back, published, taken down, opened again by the clerk and kept back."""
    year = course.year
    course.draft().submit().file().to_answered()
    row = course.on(1).take(course.publication(), "propose", year.clerk, form="full")
    course.take(row, "send_back", year.head, opinion="请核对。")
    course.publish().on(3).take(course.publication(), "take_down", year.head, reason="数据有误。")
    course.step("publish", year.clerk)
    row = course.take(course.publication(), "propose", year.clerk, form="not", reason="不宜公开。")
    course.take(row, "approve", year.head)
    course.told.published = False
    course.rate()


@way
def unwilling_at_first(course: Course) -> None:
    """The proposer agrees to publication later."""
    course.draft(may_publish=False).submit().file().to_answered()
    course.on(1).take(course.publication(), "give_consent", course.author)
    course.publish()


@way
def taken_offline(course: Course) -> None:
    """Its content goes, its number stays."""
    course.draft().submit().file().on(1).step("take_offline", course.year.clerk, ground="按规定转线下。")


@way
def of_a_body(course: Course) -> None:
    """A collective proposal; its convener rates."""
    course.collective().submit().file().to_answered().rate(attitude=BASICALLY)


@way
def from_paper(course: Course) -> None:
    """Entered by staff, confirmed by its proposer, handled by separate units."""
    course.entered().submit(course.year.clerk)
    course.on(1).step("confirm_entry", course.author)
    course.file().on(6)
    units = (course.lead, course.co)
    course.step("assign", course.year.clerk, separate=[unit.pk for unit in units])
    course.handed(*((unit.name, "separate") for unit in units))
    course.sign_for().on(20)
    for unit in units:
        row = Assignment.objects.get(proposal=course.pk, unit=unit)
        given = {
            "assignment": row.pk,
            "text": f"{unit.name}已办理{course.number}。",
            "result_class": "A",
            "signer": "王",
        }
        course.step("answer", course.officer(row), **given)
    course.answered("A")
    course.told.replies += 1
    course.rate()


@way
def autumn(course: Course) -> None:
    """Two readings; the unit's head sends the answer back once."""
    year, late = course.year, course.number * 7 % 20
    course.day = AUTUMN + dt.timedelta(days=late)
    course.draft().submit().on(2).step("recommend", year.clerk, opinion="file")
    course.file(year.head).assign().sign_for().talk().answer(waits=True)
    chief = year.chiefs[course.lead.pk]
    course.take(course.hand(), "return_reply", chief, opinion="请补充数据。")
    course.answer(waits=True).take(course.hand(), "approve_reply", chief)
    course.answered("A")
    course.told.approved = 1
    course.rate()


@way
def under_way(course: Course) -> None:
    """What a year leaves open: a draft, one gathering, one handed in, filed, handed over, handled, answered, again."""
    for stage in range(8):
        one = course if stage == 0 else course.year.course(course.number)
        one.draft()
        if stage == 1:
            one.invite(1)
        for does in (one.submit, one.file, one.assign, one.sign_for, one.answer, lambda one=one: one.rate(BAD))[
            : max(0, stage - 1)
        ]:
            does()


def asked_both_ways(course: Course) -> Appraisal:
    """Answered on a day on which the committee appraises both ways."""
    course.draft().submit().file().assign().sign_for().talk()
    day = course.day + dt.timedelta(days=20)  # on which the answer is given
    for value in (True, False):
        set_value(builder(), course.year.place, "proposals.appraisals", value, starts=day, ground="办法")
        if value:
            course.answer()
    return Appraisal.objects.select_related("proposal", "unit").get(proposal=course.pk)


def appraised_low(course: Course) -> Appraisal:
    """The unit finds the proposal wanting, unseen until it is rated."""
    row = asked_both_ways(course)
    course.take(row, "appraise", course.officer(course.hand()), score=40, comment="请补充依据。")
    course.rate()
    course.told.appraised = 1
    return Appraisal.objects.select_related("proposal", "unit").get(pk=row.pk)


@way
def appraised_well(course: Course) -> None:
    """The unit finds the proposal good."""
    row = asked_both_ways(course)
    course.take(row, "appraise", course.officer(course.hand()), score=88)
    course.rate()
    course.told.appraised = 1


@way
def improved(course: Course) -> None:
    """The proposer is asked to improve, and answers."""
    row = course.take(appraised_low(course), "ask_improve", course.year.clerk, wanted="请补充依据。")
    course.on(2).take(row, "respond", course.author, response="依据已附后。")


@way
def left_as_it_is(course: Course) -> None:
    """Wanting, and nobody is asked."""
    course.take(appraised_low(course), "leave", course.year.clerk, reason="已说明。")


@way
def passed_by(course: Course) -> None:
    """The unit says nothing: not rated."""
    course.take(asked_both_ways(course), "pass_by", course.officer(course.hand()))
    course.rate()
    course.told.unappraised = 1


@way
def silent_before_dissatisfaction(course: Course) -> None:
    """What the unit had not said when the proposer was dissatisfied is not said any more."""
    asked_both_ways(course)
    course.rate(BAD).answer().rate()
    course.told.unappraised = 1
