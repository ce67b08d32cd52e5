"""Publication: opened by itself or by the clerk, drafted with passages left out, decided, taken down (R1.103)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from lvzhi import norms
from lvzhi.access import Actor, Refusal, Refusals
from lvzhi.deadlines import clock
from lvzhi.proposals.models import Proposal, Publication, Redaction
from lvzhi.proposals.models.publishing import OPEN_PUBLIC, STANDING_PUBLIC
from lvzhi.proposals.queries.publishing import Part, frozen, originals, personal, would_be
from lvzhi.proposals.vocabulary import State
from lvzhi.proposals.vocabulary.publishing import (
    MASK,
    NO_GROUND,
    PERSONAL_NAMES,
    PublicForm,
    PublicOccasion,
    PublicState,
)
from lvzhi.workflow import engine
from lvzhi.workflow.declare import Taking

SHOWN_ENDS = 3


def _falls_due(proposal: Proposal, occasion: PublicOccasion, day: date) -> bool:
    return occasion in norms.value("proposals.publish_after", proposal.committee_id, day)


def _begin(proposal: Proposal, actor: Actor, round_: int, counted_from: date | None) -> Publication:
    publication = Publication(
        proposal=proposal,
        committee_id=proposal.committee_id,
        round=round_,
        counted_from=counted_from,
        consent=proposal.may_publish,
        created_at=actor.at,
    )
    return engine.begin(publication, actor, number=proposal.number)


def _open_one(proposal: Proposal) -> Publication | None:
    found: Publication | None = Publication.objects.live().filter(proposal=proposal, state__in=OPEN_PUBLIC).first()
    return found


def open_by_hand(taking: Taking) -> None:
    """Consequence of the clerk's 办理公开: a decision on what there is now."""
    proposal: Proposal = taking.record
    _begin(proposal, taking.actor, proposal.round, None)


def open_on_filing(taking: Taking) -> None:
    """Consequence of filing, where the norm says so (R1.103c)."""
    proposal: Proposal = taking.record
    day = clock.as_day(taking.at)
    if _falls_due(proposal, PublicOccasion.FILING, day) and _open_one(proposal) is None:
        _begin(proposal, taking.actor, 0, proposal.filed_on)


def open_on_answer(taking: Taking) -> None:
    """Consequence of an answer, where the norm says so: a new decision, or the open one counts from now (R1.103b)."""
    proposal: Proposal = taking.record
    day = clock.as_day(taking.at)
    if proposal.state != State.ANSWERED:
        return
    waiting = _open_one(proposal)
    if waiting is not None:
        engine.follow(waiting, "renew", taking, {"round": proposal.round, "day": proposal.answered_on})
    elif _falls_due(proposal, PublicOccasion.ANSWER, day):
        _begin(proposal, taking.actor, proposal.round, proposal.answered_on)


def renew(taking: Taking) -> None:
    """Effect of the automatic step: the decision is on the new round, and its clock starts anew."""
    publication: Publication = taking.record
    publication.round, publication.counted_from = taking.answers["round"], taking.answers["day"]
    taking.facts["round"] = publication.round


def passages_of(text: str) -> list[str]:
    """What is to be left out, a passage each line."""
    return list(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))


def check_draft(taking: Taking) -> None:
    """Refuse a draft against the proposer's will, without its reason or summary, or with what may not be published."""
    publication: Publication = taking.record
    proposal, answers = publication.proposal, taking.answers
    form = PublicForm(answers["form"])
    passages = passages_of(answers.get("redactions", ""))
    if form == PublicForm.NOT:
        if not answers["reason"].strip():
            raise Refusal("proposals.public_reason", field="reason")
        return
    if not proposal.may_publish:
        raise Refusal("proposals.public_unwilling", field="form", ground=proposal.publish_ground or NO_GROUND)
    if form == PublicForm.SUMMARY and not answers["summary"].strip():
        raise Refusal("proposals.public_summary", field="summary")
    whole = [*(part.text for part in originals(proposal, publication.round)), answers["summary"]]
    lost = [passage for passage in passages if not any(passage in text for text in whole)]
    if lost:
        raise Refusals([Refusal("proposals.public_redaction", field="redactions", text=text) for text in lost])
    refuse_personal(would_be(proposal, publication.round, form, answers["summary"], passages))


def refuse_personal(parts: Sequence[Part]) -> None:
    """Refuse a text with a telephone or identity number, an account or an address in it, naming all at once."""
    faults = [
        Refusal(
            "proposals.public_personal", field="redactions", part=part.label, kind=PERSONAL_NAMES[kind],
            shown=shown[:SHOWN_ENDS] + MASK * 2 + shown[-SHOWN_ENDS:] if len(shown) > 2 * SHOWN_ENDS else shown,
        )
        for part in parts
        for kind, shown in personal(part.text)
    ]  # fmt: skip
    if faults:
        raise Refusals(faults)


def draft(taking: Taking) -> None:
    """Effect of 提出公开意见."""
    publication: Publication = taking.record
    answers, actor = taking.answers, taking.actor
    publication.form = PublicForm(answers["form"])
    publication.reason, publication.summary = answers["reason"].strip(), answers["summary"].strip()
    publication.consent = publication.proposal.may_publish
    publication.drafter, publication.drafter_account = actor.name, actor.account_id
    publication.proposed_on = clock.as_day(taking.at)
    publication.opinion = ""
    for row in Redaction.objects.filter(publication=publication):
        row.delete()
    passages = passages_of(answers.get("redactions", "")) if publication.form != PublicForm.NOT else []
    for text in passages:
        Redaction(
            publication=publication, committee_id=publication.committee_id, text=text, created_at=taking.at
        ).save()
    taking.facts |= {"form": str(PublicForm(publication.form).label), "count": len(passages)}


def give_consent(taking: Taking) -> None:
    """Effect of the proposer's change of mind: the proposal may be published."""
    proposal = Proposal.objects.select_for_update(of=("self",)).get(pk=taking.record.proposal_id)
    proposal.may_publish, proposal.publish_ground = True, ""
    proposal.version += 1
    proposal.save()
    taking.record.proposal = proposal
    taking.record.consent = True


def check_decision(taking: Taking) -> None:
    """The second of two people decides where the norm says so; the proposer still agrees; the text is still clean."""
    publication: Publication = taking.record
    day = clock.as_day(taking.at)
    same = publication.drafter_account is not None and publication.drafter_account == taking.actor.account_id
    if same and norms.value("proposals.publish_two", publication.committee_id, day):
        raise Refusal("proposals.public_same", who=publication.drafter)
    if publication.form == PublicForm.NOT:
        return
    proposal = publication.proposal
    if not proposal.may_publish:
        raise Refusal("proposals.public_unwilling", ground=proposal.publish_ground or NO_GROUND)
    refuse_personal(_parts(publication))


def _parts(publication: Publication) -> list[Part]:
    passages = list(Redaction.objects.live().filter(publication=publication).values_list("text", flat=True))
    return would_be(publication.proposal, publication.round, publication.form, publication.summary, passages)


def decide(taking: Taking) -> None:
    """Effect of 审定: published as it stands now, or kept back."""
    publication: Publication = taking.record
    publication.reviewer = taking.actor.name
    publication.reviewed_on = clock.as_day(taking.at)
    taking.facts["form"] = str(PublicForm(publication.form).label)
    if publication.form == PublicForm.NOT:
        taking.goes_to = PublicState.KEPT_BACK
        return
    _replace_former(taking)
    publication.text = frozen(_parts(publication))
    publication.published_on, publication.published_at = publication.reviewed_on, taking.at
    taking.goes_to = PublicState.PUBLISHED


def _replace_former(taking: Taking) -> None:
    """What was published of an earlier round makes room."""
    publication: Publication = taking.record
    for row in Publication.objects.live().filter(proposal=publication.proposal_id, state=PublicState.PUBLISHED):
        engine.follow(row, "replace", taking, {"round": publication.round})


def replaced(taking: Taking) -> None:
    """Effect of the automatic step: by which round it was replaced."""
    taking.record.withdrawn_at = taking.at
    taking.facts["round"] = taking.answers["round"]


def note_opinion(taking: Taking) -> None:
    """Effect of 退回: the opinion stands beside the draft."""
    taking.record.opinion = taking.answers["opinion"]
    taking.personal["opinion"] = taking.record.opinion


def take_down(taking: Taking) -> None:
    """Effect of 撤回公开."""
    publication: Publication = taking.record
    publication.withdrawn_at = taking.at
    publication.withdraw_ground = taking.answers["reason"]
    taking.personal["reason"] = publication.withdraw_ground


def ended(taking: Taking) -> None:
    """Effect of the automatic step: nothing of it is public any more."""
    if taking.record.published_at is not None:
        taking.record.withdrawn_at = taking.at


def end_publication(taking: Taking) -> None:
    """Consequence of a withdrawal or of taking off-line: whatever was being decided, or published, ends."""
    for row in Publication.objects.live().filter(proposal=taking.record, state__in=STANDING_PUBLIC):
        engine.follow(row, "end", taking)
