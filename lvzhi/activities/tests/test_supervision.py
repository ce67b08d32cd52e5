"""Democratic supervision: supervisors, opinion papers to the look-back, appraisals, exchange."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import zipfile
from collections.abc import Iterator
from typing import Any

import pytest

from lvzhi.access import Conflict, NotAllowed, Refusal
from lvzhi.activities.actions import appraising, attending, exchanging, supervising
from lvzhi.activities.letters import supervision as letters
from lvzhi.activities.metrics import supervision as figures
from lvzhi.activities.models import Exchange, SupervisionOpinion, Supervisor
from lvzhi.activities.queries import supervision as queries
from lvzhi.activities.tests.hall import START, TODAY, builder
from lvzhi.activities.tests.watch import ENDS, Watch
from lvzhi.activities.vocabulary import Presence
from lvzhi.activities.workflow import EXCHANGE, OPINION, SUPERVISOR
from lvzhi.ballots import queries as ballots
from lvzhi.deadlines import clock
from lvzhi.directory import actions as directory
from lvzhi.exchange.letters import read_docx_text, write
from lvzhi.files.queries import of as files_of
from lvzhi.files.store import path_of
from lvzhi.messages.models import Message
from lvzhi.metrics import compute, periods
from lvzhi.norms.actions import set_value
from lvzhi.papers.models import Dispatch
from lvzhi.people import actions as people
from lvzhi.workflow.todo import todo

LATER = TODAY + dt.timedelta(days=40)


@pytest.fixture(scope="module")
def built(keep: Any) -> Watch:
    with clock.at(TODAY):
        made: Watch = keep(Watch)
    return made


@pytest.fixture
def watch(built: Watch, own: Any) -> Watch:
    copied: Watch = own(built)
    return copied


@pytest.fixture
def later() -> Iterator[None]:
    with clock.at(LATER):
        yield


def figure(watch: Watch, one: Any, year: int = 2026) -> Any:
    return compute.plain(compute.compute(one, watch.scope, periods.year(year)).value)


def refused(code: str, do: Any, *given: Any, **more: Any) -> Refusal:
    with pytest.raises(Refusal) as caught:
        do(*given, **more)
    assert code in [part.code for part in getattr(caught.value, "parts", (caught.value,))]
    return caught.value


# Supervisors.


def test_from_recommendation_to_a_numbered_letter(watch: Watch) -> None:
    first, second = watch.appointed("jia", "yi")
    assert [first.number, second.number] == ["协聘〔2026〕1号", "协聘〔2026〕2号"]
    assert first.in_office(TODAY)
    assert not first.in_office(ENDS + dt.timedelta(days=1))
    target = io.BytesIO()
    write(letters.appointment(Supervisor.objects.get(pk=first.pk)), target)
    text = read_docx_text(target.getvalue())
    for words in ("聘　　书", "甲文同志", "派驻区住建局", "2026年3月2日起至2028年3月1日止", "协聘〔2026〕1号"):
        assert words in text
    assert figure(watch, figures.SUPERVISORS) == 2
    assert figure(watch, figures.SUPERVISED) == 1
    told = Message.objects.filter(account=watch.jia).values_list("code", flat=True)
    assert set(told) >= {"activities.proposed_supervisor", "activities.appointed"}


def test_a_member_offers_oneself_and_nobody_else(watch: Watch) -> None:
    (own,) = supervising.propose(
        watch.actor(watch.jia), watch.here, [watch.members["jia"]], watch.housing, way="volunteer", statement="学建筑"
    )
    assert own.state == "proposed"
    with pytest.raises(NotAllowed):
        supervising.propose(watch.actor(watch.jia), watch.here, [watch.members["yi"]], watch.civil, way="volunteer")
    assert watch.take(own, "withdraw", watch.jia).state == "declined"


def test_what_is_refused_of_supervisors(watch: Watch) -> None:
    watch.appointed("jia")
    refused("activities.supervisor_twice", watch.proposed, "jia")
    refused("activities.not_member_then", watch.proposed, "far-member")
    (yi,) = watch.proposed("yi", unit=watch.civil)
    chosen = watch.take(yi, "select", watch.bai, meeting="常委会", selected_on=TODAY)
    term = {"signer": "书记", "appointed_on": TODAY, "starts": TODAY}
    refused("activities.term_order", watch.take, chosen, "appoint", watch.bai, **term, ends=TODAY)
    refused("activities.term_long", watch.take, chosen, "appoint", watch.bai, **term, ends=dt.date(2029, 3, 2))
    actor = watch.actor(watch.bai)
    set_value(actor, watch.here, "activities.supervisors_per_unit", 1, starts=TODAY, ground="办法")
    (bing,) = watch.proposed("bing")
    chosen = watch.take(bing, "select", watch.bai, meeting="常委会", selected_on=TODAY)
    refused("activities.supervisors_full", watch.take, chosen, "appoint", watch.bai, **term, ends=ENDS)


def test_the_office_ends_with_membership(watch: Watch) -> None:
    (row,) = watch.appointed("jia")
    people.end_tenure(watch.actor(watch.bai), watch.members["jia"], TODAY, "resigned", left_by="常委会决定")
    after = TODAY + dt.timedelta(days=1)
    assert not Supervisor.objects.select_related("member").get(pk=row.pk).in_office(after)
    with clock.at(after):
        assert figure(watch, figures.SUPERVISORS) == 0


def test_renewal_goes_the_whole_way_again_and_two_terms_do_not_overlap(watch: Watch) -> None:
    (row,) = watch.appointed("jia")
    watch.take(row, "renew", watch.bai)
    refused("activities.supervisor_twice", watch.take, Supervisor.objects.get(pk=row.pk), "renew", watch.bai)
    again = Supervisor.objects.get(renewed_from=row)
    chosen = watch.take(again, "select", watch.bai, meeting="常委会", selected_on=TODAY)
    starts = dt.date(2027, 9, 1)
    answers = {"starts": starts, "ends": dt.date(2029, 8, 31), "signer": "书记", "appointed_on": TODAY}
    watch.take(chosen, "appoint", watch.bai, **answers)
    assert Supervisor.objects.get(pk=row.pk).ends == starts - dt.timedelta(days=1)


def test_the_record_of_work_is_what_they_attended(watch: Watch) -> None:
    (jia,) = watch.appointed("jia")
    activity = watch.watched("jia", "yi")
    watch.opinion(activity)
    elsewhere = watch.held("jia", kind="hearing", title="庭审旁听")
    absent = watch.held("jia", kind="joined_check", title="安全检查")
    for one, presence in ((elsewhere, Presence.PRESENT), (absent, Presence.ABSENT)):
        on_list = watch.on_list(one, "jia")
        attending.note(watch.sitting(one), watch.actor(watch.bai), {on_list.pk: presence})
    work = {row.title: (row.at_unit, row.opinions_here) for row in queries.work_of(jia)}
    assert work == {"老旧小区改造专项监督": (True, 1), "庭审旁听": (False, 0)}
    assert figure(watch, figures.TIMES) == 2


def test_groups_hold_supervisors_of_their_unit(watch: Watch) -> None:
    actor = watch.actor(watch.bai)
    data = {"name": "住建监督小组", "unit": watch.housing, "starts": TODAY, "leader": watch.members["jia"]}
    group = supervising.keep_group(actor, watch.here, data)
    refused("activities.group_named", supervising.keep_group, actor, watch.here, data)
    rows = watch.appointed("jia", "yi", group=group)
    (stranger,) = watch.appointed("bing", unit=watch.civil)
    refused("activities.group_unit", supervising.set_group, actor, [stranger], group)
    refused("activities.group_unit", watch.proposed, "zhu", unit=watch.civil, group=group)
    assert [one.inside for one in queries.groups(watch.here, TODAY)] == [len(rows)]


# Opinion papers.


def test_from_finding_to_look_back(watch: Watch, later: None) -> None:
    watch.appointed("jia")
    opinion = watch.opinion()
    refused("activities.paper_not_issued", watch.take, opinion, "hand_over", watch.bai, sent_on=TODAY)
    with pytest.raises(Conflict):
        watch.take(opinion, "answer", watch.chen, answer="已办")
    watch.signed(opinion)
    opinion = SupervisionOpinion.objects.get(pk=opinion.pk)
    until = LATER + dt.timedelta(days=20)
    refused("activities.until_order", watch.take, opinion, "hand_over", watch.bai, sent_on=LATER, until=LATER)
    sent = watch.take(opinion, "hand_over", watch.bai, sent_on=LATER, until=until)
    assert (sent.state, sent.due_on, sent.number) == ("sent", until, sent.paper.number)
    assert Dispatch.objects.get(paper=sent.paper).unit == watch.housing
    assert [one.record for one in todo(watch.actor(watch.chen))] == [sent]
    answered = watch.take(sent, "answer", watch.chen, answer="已修补两处。", rectified_on=LATER)
    assert [one.record.pk for one in todo(watch.actor(watch.jia)) if one.workflow is OPINION] == [answered.pk]
    looked = {"looked_on": LATER, "finding": "还有一处渗水。"}
    refused("activities.until_missing", watch.take, answered, "look_back", watch.jia, **looked, result="partly")
    again = watch.take(answered, "look_back", watch.jia, **looked, result="partly", until=until)
    assert (again.state, again.due_on) == ("sent", until)
    second = watch.take(again, "answer", watch.chen, answer="三处都已修补。")
    closed = watch.take(second, "look_back", watch.jia, looked_on=LATER, finding="现场查看，已修好。", result="done")
    assert (closed.state, closed.outcome, closed.rounds) == ("closed", "done", 2)
    assert [figure(watch, one) for one in (figures.ISSUED, figures.ANSWERED, figures.CLOSED)] == [1, 1, 1]


def test_an_answer_that_is_not_enough_goes_back_with_a_new_day(watch: Watch) -> None:
    answered, until = watch.answered(), TODAY + dt.timedelta(days=9)
    again = watch.take(answered, "again", watch.tou, opinion="公示还没有补。", until=until)
    assert (again.state, again.due_on) == ("sent", until)
    told = Message.objects.get(account=watch.chen, code="activities.opinion_again")
    assert told.facts["missing"] == "公示还没有补。"


def test_the_usual_term_counts_where_no_day_is_named(watch: Watch) -> None:
    sent = watch.sent()
    assert sent.due_on == TODAY + dt.timedelta(days=60)
    assert figure(watch, figures.ANSWERED_RATE) == 0
    watch.take(sent, "withdraw", watch.bai, ground="发错单位")
    assert figure(watch, figures.ISSUED) == 0


def test_an_opinion_comes_from_a_supervision_that_was_held(watch: Watch) -> None:
    talk = watch.held("jia")
    refused("activities.not_supervision", watch.opinion, talk)
    planned = watch.planned("jia", kind="special_supervision", title="还没有去")
    refused("activities.not_supervision", watch.opinion, planned)
    refused("activities.unit_ended", watch.opinion, unit=directory.add(
        builder(), watch.there, kind="handling", name="江北区住建局", starts=START
    ))  # fmt: skip


def test_every_rule_agrees_with_its_rows(watch: Watch) -> None:
    watch.proposed("bing")
    watch.appointed("jia")
    watch.answered()
    watch.opinion(watch.watched("yi", title="另一次监督"))
    exchanged(watch)
    for account in watch.everyone.values():
        actor = watch.actor(account)
        for procedure in (SUPERVISOR, OPINION, EXCHANGE):
            every = list(procedure.model._default_manager.select_related())
            assert every
            for rule in {step.may for step in procedure.steps} | {procedure.visible}:
                rows = set(procedure.model._default_manager.filter(rule.rows(actor)).values_list("pk", flat=True))
                assert rows == {row.pk for row in every if rule(actor, row)}, (account.username, rule.label)


def test_a_unit_sees_its_own_once_they_have_gone_out(watch: Watch) -> None:
    opinion = watch.sent()
    seen = {name: queries.opinions(watch.actor(account)).exists() for name, account in watch.everyone.items()}
    assert {name for name, sees in seen.items() if sees} == {"bai", "mi", "tou", "ling", "shen", "chen"}
    draft = watch.opinion(watch.watched("yi", title="另一次监督"))
    assert list(queries.opinions(watch.actor(watch.chen))) == [opinion]
    assert draft.state == "writing"


def test_open_papers_and_supervisors_follow_a_unit_that_is_renamed(watch: Watch) -> None:
    (row,), opinion = watch.appointed("jia"), watch.sent()
    heir = directory.add(builder(), watch.here, kind="handling", name="区住房城乡建设局", starts=TODAY)
    directory.succeed(watch.actor(watch.bai), [watch.housing], [heir], on=TODAY, how="renamed")
    assert Supervisor.objects.get(pk=row.pk).unit == heir
    assert SupervisionOpinion.objects.get(pk=opinion.pk).unit == heir


# Appraisals.


def test_those_who_came_vote_and_those_who_should_have_are_the_whole(watch: Watch) -> None:
    activity = watch.held("jia", "yi", "bing", "zhu", kind="appraisal", title="区住建局民主评议")
    actor, tellers = watch.actor(watch.bai), [watch.tou, watch.other]
    begin = {"items": ["区住建局"], "tellers": tellers}
    refused("activities.not_appraised", appraising.start_ballot, actor, activity, **begin)
    absent = watch.on_list(activity, "bing")
    attending.note_all_but(watch.sitting(activity), actor, {absent.pk: Presence.ABSENT})
    ballot = appraising.start_ballot(actor, activity, **begin)
    assert {voter.person.name for voter in ballots.voters(ballot)} == {"甲文", "乙明", "朱席"}
    assert (ballot.entitled, ballot.present) == (4, 3)
    refused("activities.ballot_already", appraising.start_ballot, actor, activity, **begin)


# Exchange.


def asked(watch: Watch, **changed: Any) -> exchanging.Asked:
    facts: dict[str, Any] = {
        "body": "inspection", "receiver": "区委巡察办", "units": [watch.housing], "since": dt.date(2026, 1, 1),
        "until": TODAY,
    }  # fmt: skip
    return exchanging.Asked(**(facts | changed))


def exchanged(watch: Watch, **changed: Any) -> Exchange:
    actor = watch.actor(watch.bai)
    return exchanging.make_exchange(actor, watch.here, asked(watch, **changed), letters.package)


def test_a_package_holds_what_rooms_keep_and_waits_for_its_receipt(watch: Watch) -> None:
    watch.appointed("jia")
    watch.answered()
    made = exchanged(watch)
    assert (made.number, made.records, made.state) == ("交换2026-001", 3, "made")
    (file,) = files_of("activities.exchange", made.uid)
    data = path_of(file.digest).read_bytes()
    assert hashlib.sha256(data).hexdigest() == made.digest
    with zipfile.ZipFile(io.BytesIO(data)) as bundle:
        assert bundle.namelist() == ["函.docx", "01_民主监督记录.xlsx", "清单.txt"]
        letter = read_docx_text(bundle.read("函.docx"))
        for name in bundle.namelist()[:2]:
            assert hashlib.sha256(bundle.read(name)).hexdigest() in bundle.read("清单.txt").decode()
    assert "区住建局" in letter
    assert "区委巡察办" in letter
    with pytest.raises(Refusal, match="早于"):
        watch.take(made, "receipt", watch.bai, by="巡察办 周", on=TODAY - dt.timedelta(days=1))
    done = watch.take(made, "receipt", watch.bai, by="巡察办 周", on=TODAY)
    assert (done.state, done.receipt_by) == ("received", "巡察办 周")
    assert exchanged(watch).number == "交换2026-002"


def test_no_empty_package_and_none_by_others(watch: Watch) -> None:
    refused("activities.exchange_empty", exchanged, watch)
    refused("activities.exchange_units", exchanged, watch, units=[])
    refused("activities.exchange_days", exchanged, watch, until=dt.date(2025, 1, 1))
    assert Exchange.objects.count() == 0
    with pytest.raises(NotAllowed):
        exchanging.make_exchange(watch.actor(watch.tou), watch.here, asked(watch), letters.package)


def test_opinions_name_a_group_of_their_unit(watch: Watch) -> None:
    data = {"name": "民政监督小组", "unit": watch.civil, "starts": TODAY}
    group = supervising.keep_group(watch.actor(watch.bai), watch.here, data)
    refused("activities.group_unit", watch.opinion, group=group)
