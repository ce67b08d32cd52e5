"""Themed campaigns 主题活动 (M33)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from lvzhi.access import Actor, NotAllowed, Refusal
from lvzhi.committee.models import Committee
from lvzhi.journal.lines import line
from lvzhi.plans import rules
from lvzhi.plans.models import Campaign

FIELDS = ("name", "starts", "ends", "meaning", "document_no", "organ")


def add_campaign(actor: Actor, committee: Committee, data: Mapping[str, Any]) -> Campaign:
    """Begin a campaign.

    Raises:
        NotAllowed: not the office.
        Refusal: a field is not in order, or it is known already.
    """
    if not rules.keeps(actor, committee.pk):
        raise NotAllowed("access.not_allowed", who=rules.keeper.label)
    campaign = Campaign(committee=committee, created_at=actor.at)
    _keep(campaign, data)
    with line(actor, "plans.campaign_begun", subject=campaign):
        campaign.save()
    return campaign


def change_campaign(
    campaign: Campaign, actor: Actor, data: Mapping[str, Any], *, version: int | None = None
) -> Campaign:
    """Change a campaign. Raises as `add_campaign`; Conflict where someone else has changed it since ``version``."""
    with transaction.atomic():
        locked: Campaign = Campaign.objects.select_for_update(of=("self",)).get(pk=campaign.pk)
        (rules.keeper | rules.heads).check(actor, locked)
        locked.expect(version)
        with line(actor, "plans.campaign_changed", subject=locked):
            _keep(locked, data)
            locked.version += 1
            locked.save()
    return locked


def _keep(campaign: Campaign, data: Mapping[str, Any]) -> None:
    for name in FIELDS:
        if name in data:
            value = data[name]
            setattr(campaign, name, value.strip() if isinstance(value, str) else value)
    if not campaign.name:
        raise Refusal("plans.campaign_name", field="name")
    if campaign.ends is not None and campaign.ends < campaign.starts:
        raise Refusal("plans.campaign_dates", field="ends", starts=campaign.starts, ends=campaign.ends)
    rows = Campaign.objects.live().filter(committee=campaign.committee, name=campaign.name, starts=campaign.starts)
    other = rows.exclude(pk=campaign.pk or 0).first()
    if other is not None:
        raise Refusal("plans.campaign_taken", field="name", name=other.name, starts=other.starts)
