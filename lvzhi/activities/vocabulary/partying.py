"""Words of the temporary Party organs of a plenary 临时党组织."""

from __future__ import annotations

from typing import Final

from django.db.models import TextChoices


class PartyKind(TextChoices):
    """What a temporary Party organ is."""

    COMMITTEE = "committee", "临时党委"
    GENERAL_BRANCH = "general", "临时党总支"
    BRANCH = "branch", "临时党支部"


class PartySeat(TextChoices):
    """What somebody is in it."""

    SECRETARY = "secretary", "书记"
    DEPUTY = "deputy", "副书记"
    BOARD = "board", "委员"
    MEMBER = "member", "党员"


PARTY_REFUSALS: Final = {
    "activities.party_not_plenary": "《{title}》不是全体会议，不设临时党组织。",
    "activities.party_closed": "全体会议现为“{state}”，不能再改临时党组织。",
    "activities.party_name": "请填写临时党组织的名称。",
    "activities.party_twice": "已有名为“{name}”的临时党组织。",
    "activities.party_days": "起止日期{starts}至{ends}不对，请核对。",
    "activities.party_above": "上级临时党组织须是本次全体会议的。",
    "activities.party_nobody": "请选择人员。",
    "activities.party_not_member": "{name}的政治面貌没有登记为中共党员，请先在委员或干部档案中核对。",
    "activities.party_secretary": "“{organ}”的书记是{name}，书记只有一名。",
    "activities.party_seated": "{name}已在“{organ}”。",
    "activities.party_missing": "没有找到这个临时党组织，或您无权查看。",
}
PARTY_EVENTS: Final = {
    "activities.party_founded": "设立{name}",
    "activities.party_seats": "{organ}列入{seat}{count}人",
    "activities.party_left": "{name}不再在{organ}",
}
PARTY_PAGE: Final[dict[str, str]] = {
    "title": "临时党组织",
    "add": "设立和管理",
    "founded": "已设立{name}。",
    "seated": "已列入{count}人。",
    "left": "{name}已移出。",
}
