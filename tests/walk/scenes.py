"""A record in each state of each procedure, with the variants that a right depends on; made once for many tests."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from lvzhi.deadlines import clock
from lvzhi.norms.memo import remembering
from lvzhi.proposals.actions.choosing import open_selection
from lvzhi.proposals.models import Appraisal, Assignment, CoSignature, Extension, KeyCandidate, Proposal, Publication
from lvzhi.proposals.tests.test_handling import set_norm
from lvzhi.proposals.vocabulary import State
from tests.walk.answers import ANSWERS, OPINION, REASON, led_by
from tests.walk.cast import FIRST, WALK, Cast
from tests.walk.ways import BAD, GRADES, Ways

DAY = WALK.date()
Scene = Callable[[], Any]
Place = tuple[str, str, str]  # procedure, state, variant
PREFIX = "proposals."


class Scenes:
    """Every scene of the walk: what stands in the database, and what is arranged when it is asked for.

    ``here[procedure, state, variant]()`` gives the record, fresh; a variant that is arranged writes, so the caller
    stands in a savepoint.
    """

    def __init__(self) -> None:
        self.cast = Cast()
        self.ways, self.entered = Ways(self.cast), Ways(self.cast, entered=True)
        self.here: dict[Place, Scene] = {}
        with clock.at(WALK), remembering():
            self._proposals()
            self._proposal_variants()
            self._cosignatures()
            self._assignments()
            self._promises()
            self._extensions()
            self._candidates()
            self._publications()
            self._selections()
            self._appraisals()

    def states(self, workflow: str) -> set[str]:
        """The states that have a plain scene."""
        return {state for key, state, variant in self.here if key == workflow and not variant}

    def _put(self, workflow: str, record: Any, variant: str = "", *, state: str = "") -> None:
        """Keep a record that stands, under the state it is in."""
        model, key = type(record), record.pk
        place = (PREFIX + workflow, state or str(model.objects.get(pk=key).state), variant)
        assert place not in self.here, place
        self.here[place] = lambda: model.objects.select_related().get(pk=key)

    def _arranged(self, workflow: str, state: str, variant: str, of: str, arrange: Callable[[Any], Any]) -> None:
        """A variant arranged from another scene of the same state when it is asked for."""
        base = self.here[PREFIX + workflow, state, of]

        def scene() -> Any:
            record = base()
            arrange(record)
            return type(record).objects.select_related().get(pk=record.pk)

        self.here[PREFIX + workflow, state, variant] = scene

    def _proposals(self) -> None:
        for state in State.values:
            day = FIRST if state == State.SECOND_READING else WALK
            self._put("proposal", self.ways.to(state, day))
            self._put("proposal", self.entered.to(state, day), "entered")
        self._put("proposal", self.ways.to("submitted", FIRST), "two readings")

    def _proposal_variants(self) -> None:
        take, cast = self.ways.take, self.cast
        lead = self.ways.to("filed")
        self._arranged("proposal", "filed", "merged", "", lambda row: take(row, "merge", cast.ding, lead=lead.serial))
        self._arranged("proposal", "withdrawing", "agreed", "", lambda row: take(row, "consent", cast.yi, agrees="yes"))
        self._arranged("proposal", "answered", "one has rated", "", lambda row: take(row, "rate", cast.yi, **GRADES))
        for state in ("filed", "assigned", "handling", "answered", "rehandling"):
            self._arranged(
                "proposal", state, "key", "",
                lambda row: take(row, "mark_key", cast.ji, ground="审定", **led_by(cast.xin)),
            )  # fmt: skip
        self.here["proposals.proposal", "closed", "key"] = self.here["proposals.proposal", "closed", ""]
        for state in ("filed", "assigned", "handling"):
            self.here["proposals.proposal", state, "undecided"] = self.here["proposals.proposal", state, ""]
            self._arranged("proposal", state, "being decided", "", lambda row: take(row, "publish", cast.ding))
        for state in ("answered", "rehandling", "closed"):
            self.here["proposals.proposal", state, "being decided"] = self.here["proposals.proposal", state, ""]
            self._arranged("proposal", state, "undecided", "", self._keep_back)

    def _publication(self, proposal: Proposal) -> Publication:
        return Publication.objects.select_related("proposal").filter(proposal=proposal).latest("pk")

    def _keep_back(self, proposal: Proposal) -> Publication:
        row = self.ways.take(
            self._publication(proposal), "propose", self.cast.ding, form="not", reason="涉及未公布的规划。"
        )
        done: Publication = self.ways.take(row, "approve", self.cast.ji)
        return done

    def _cosignatures(self) -> None:
        take, cast, ways = self.ways.take, self.cast, self.ways
        self._put("cosignature", ways.invited())
        self._put("cosignature", CoSignature.objects.get(proposal=ways.gathering()))
        self._put("cosignature", take(ways.invited(), "decline", cast.yi))
        self._put("cosignature", take(ways.invited(), "recall", cast.jia))
        late = ways.invited()
        take(late.proposal, "submit", cast.jia)
        self._put("cosignature", late)

    def _proposal(self, state: str) -> Proposal:
        found: Proposal = self.here["proposals.proposal", state, ""]()
        return found

    def _assignments(self) -> None:
        take, cast, ways = self.ways.take, self.cast, self.ways
        for state in ("assigned", "handling", "answered", "withdrawn"):
            self._put("assignment", ways.hand(self._proposal(state)))
        self._put("assignment", ways.hand(self._proposal("assigned"), "co"), "co-unit")
        self._put("assignment", ways.hand(self._proposal("handling"), "co"), "with opinion")
        self._put("assignment", ways.hand(ways.signed_for(), "co"), "co-unit")
        asked = [ways.hand(self.entered.assigned()) for _ in range(2)]
        for row in asked:
            take(row, "ask_return", cast.wu, ground="不属于本单位职责。")
        self._put("assignment", asked[0])
        take(Assignment.objects.get(pk=asked[1].pk), "replace", cast.ding, unit=cast.police.pk)
        self._put("assignment", asked[1])
        self._put("assignment", self.entered.approving())

    def _promises(self) -> None:
        before = DAY - dt.timedelta(days=3)
        way = self.entered
        self._put("promise", way.promise(due=before))
        self._put("promise", way.promise(due=DAY + dt.timedelta(days=30)), "still to come")
        self._put("promise", way.promise("kept", due=before))
        self._put("promise", way.promise("broken", due=before))
        self._put("promise", way.promise("rescheduled", due=before, until=DAY - dt.timedelta(days=1)))

    def _extensions(self) -> None:
        for step in ("", "grant", "refuse"):
            proposal = self.entered.handling()
            asked = ANSWERS["proposals.proposal.ask_extension"](self.cast, proposal, "officer")
            self.ways.take(proposal, "ask_extension", self.cast.wu, **asked)
            row = Extension.objects.select_related("proposal", "unit").get(proposal=proposal)
            if step:
                self.ways.take(row, step, self.cast.ding, **(OPINION if step == "refuse" else {}))
            self._put("extension", row)

    def _candidates(self) -> None:
        take, cast = self.ways.take, self.cast
        for step in ("", "ask", "choose", "pass_over"):
            proposal = take(self.entered.filed(), "nominate", cast.ding, nominated_by="提案委员会", **REASON)
            row = KeyCandidate.objects.select_related("proposal").get(proposal=proposal)
            if step == "ask":
                take(row, step, cast.ding, bodies=[cast.special.pk])
            elif step:
                take(row, step, cast.ji, **ANSWERS[f"proposals.candidate.{step}"](cast, row, "head"))
            self._put("candidate", row)

    def _published(self, proposal: Proposal) -> Publication:
        row = self.ways.take(self._publication(proposal), "propose", self.cast.ding, form="full")
        done: Publication = self.ways.take(row, "approve", self.cast.ji)
        return done

    def _publications(self) -> None:
        take, cast, way = self.ways.take, self.cast, self.entered
        self._put("publication", self._publication(way.answered()))
        self._put("publication", take(self._publication(way.answered()), "propose", cast.ding, form="full"))
        self._put("publication", self._published(way.closed()))
        self._put("publication", self._keep_back(way.answered()))
        self._put("publication", take(self._published(way.answered()), "take_down", cast.ji, **REASON))
        first = self._published(way.answered())
        again = way.answer(way.rate(Proposal.objects.get(pk=first.proposal_id), BAD))
        self._published(again)
        self._put("publication", first)
        ended = self._publication(way.answered())
        take(ended.proposal, "take_offline", cast.ding, ground="按规定转线下。")
        self._put("publication", ended)
        for state in ("due", "reviewing"):
            row = self._publication(Ways(cast, entered=True, willing=False).answered())
            if state == "reviewing":
                take(row, "propose", cast.ding, form="not", reason="提案者不同意公开。")
            self._put("publication", row, "unwilling")

    def _appraisals(self) -> None:
        """Of a committee that appraises both ways while these are answered."""
        cast, take, way = self.cast, self.ways.take, self.entered
        low = {"score": 40, "comment": "请补充依据。"}
        set_norm(cast, "proposals.appraisals", True)
        for steps in ((), ("appraise",), ("pass_by",), ("low",), ("low", "ask_improve"),
                      ("low", "ask_improve", "respond"), ("sealed",)):  # fmt: skip
            proposal = way.answered()
            row = Appraisal.objects.select_related("proposal", "unit").get(proposal=proposal)
            for step in steps[:1]:
                answers = low if step in {"low", "sealed"} else ANSWERS[f"proposals.appraisal.{step}"](cast, row, "")
                row = take(row, "appraise" if answers is low else step, cast.wu, **answers)
            if steps and steps != ("sealed",):
                way.rate(proposal, GRADES)
                row = Appraisal.objects.select_related("proposal", "unit").get(pk=row.pk)
            for step in steps[1:]:
                account = cast.jia if step == "respond" else cast.ding
                row = take(row, step, account, **ANSWERS[f"proposals.appraisal.{step}"](cast, row, ""))
            self._put(
                "appraisal", row, "sealed" if steps == ("sealed",) else "", state="low" if steps == ("sealed",) else ""
            )
        set_norm(cast, "proposals.appraisals", False)

    def _selections(self) -> None:
        """One selection at a time is open in a committee: the later states are arranged when they are asked for."""
        cast, take = self.cast, self.ways.take
        dates = (dt.date(DAY.year, 1, 1), DAY)
        row = open_selection(cast.actor(cast.ding), cast.here, "本年度优秀提案评选", *dates)
        called = self._proposal("filed").number
        nominated = {"called": called, "behalf": f"committee:{cast.who['reviewer'].name}", "reason": "有数据。"}
        take(row, "nominate", cast.who["reviewer"], **nominated)
        self._put("selection", row)
        chain = (("shortlist", cast.ding), ("deliberate", cast.ji), ("decide", cast.who["secretary_general"]))

        def on(steps: int) -> Scene:
            def scene() -> Any:
                record = self.here["proposals.selection", "nominating", ""]()
                for key, account in chain[:steps]:
                    record = take(record, key, account, **ANSWERS[f"proposals.selection.{key}"](cast, record, ""))
                return record

            return scene

        for steps, state in enumerate(("reviewing", "deciding", "decided"), 1):
            self.here["proposals.selection", state, ""] = on(steps)
