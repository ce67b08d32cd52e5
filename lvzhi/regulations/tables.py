"""Lists of rules and matters: columns of pages and exports, filters, tags."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from lvzhi import norms
from lvzhi.committee.models import Committee
from lvzhi.committee.queries import organs_on
from lvzhi.committee.web import DayField
from lvzhi.deadlines import clock
from lvzhi.exchange import Column as Field
from lvzhi.norms import codes
from lvzhi.regulations import queries
from lvzhi.regulations.metrics import kind_name, level_name
from lvzhi.regulations.models import Matter, Opinion, Regulation, Version
from lvzhi.regulations.norms import MATTER_RETENTION, RETENTION
from lvzhi.regulations.queries.addresses import matter_address, rule_address
from lvzhi.regulations.queries.book import Span
from lvzhi.regulations.vocabulary import states
from lvzhi.regulations.vocabulary.codes import KINDS, LEVELS, RETENTIONS, YEARLY
from lvzhi.regulations.vocabulary.states import IN_WORK, MatterKind, MatterState, OpinionState, RegulationState
from lvzhi.regulations.vocabulary.states import VersionState as V
from lvzhi.regulations.vocabulary.words import (
    IN_THE_MAKING,
    MATTER_ONLY,
    NONE,
    NONE_IN_FORCE,
    NONE_MATTER,
    NONE_WORK,
    ONLY,
    VOIDED,
)
from lvzhi.ui.forms import Narrowing
from lvzhi.ui.marks import Tag
from lvzhi.ui.paging import Page
from lvzhi.ui.tables import Column, Table


def _tag(record: Any, tones: Mapping[Any, str], state: Any) -> Tag:
    if record.voided_at is not None:
        return Tag(VOIDED, "bad", "ban")
    return Tag(record.get_state_display(), tones[state(record.state)])  # type: ignore[arg-type]  # reason: the tables hold tones


def rule_tag(regulation: Regulation) -> Tag:
    """Where a rule is; a voided one says so first."""
    return _tag(regulation, states.REGULATION_TONES, RegulationState)


def version_tag(version: Version) -> Tag:
    """Where a version is."""
    return _tag(version, states.VERSION_TONES, V)


def opinion_tag(opinion: Opinion) -> Tag:
    """Where an opinion is."""
    return _tag(opinion, states.OPINION_TONES, OpinionState)


def matter_tag(matter: Matter) -> Tag:
    """Where a matter is."""
    return _tag(matter, states.MATTER_TONES, MatterState)


def _current(regulation: Any) -> Span | None:
    """The version that the list speaks of: that of its day, else the latest."""
    found = queries.spans(regulation, regulation.known)
    wanted = getattr(regulation, "current", None)
    return next((one for one in found if one.version.pk == wanted), found[0] if found else None)


def _work_version(regulation: Any) -> Version | None:
    return next((one for one in regulation.known if one.state in IN_WORK), None)


def _of_current(name: str) -> Any:
    def read(regulation: Any) -> Any:
        span = _current(regulation)
        return getattr(span.version, name) if span else None

    return read


def days_in_force(regulation: Any) -> str:
    """From when to when the version shown is in force."""
    span = _current(regulation)
    return span.words if span else ""


def work_tag(regulation: Any) -> Tag:
    """Where its version in the making is, else where the rule is."""
    version = _work_version(regulation)
    return version_tag(version) if version is not None and regulation.voided_at is None else rule_tag(regulation)


def retention(key: str, committee: int) -> str:
    """How long it is kept."""
    return dict(RETENTIONS)[str(norms.value(key, committee))]


def item_name(matter: Matter) -> str:
    """Which matter of the yearly list it is."""
    return codes.name_of(YEARLY, matter.committee_id, matter.item, matter.sent_on) if matter.item else ""


IN_FORCE_COLUMNS = (
    Column("title", "制度", url=rule_address, wide=True, head=True),
    Column("kind", "种类", value=kind_name, short=True),
    Column("level", "层级", value=level_name, hide_on_phone=True),
    Column("document_no", "文号", value=_of_current("document_no"), short=True),
    Column("number", "第几版", value=_of_current("number"), kind="number", short=True),
    Column("days", "施行", value=days_in_force),
)
WORK_COLUMNS = (
    IN_FORCE_COLUMNS[0],
    IN_FORCE_COLUMNS[1],
    Column("organ.name", "责任机构"),
    Column("state", "进展", value=work_tag, kind="tag", short=True),
    IN_FORCE_COLUMNS[3],
    IN_FORCE_COLUMNS[5],
)
EXPORTED: tuple[tuple[Field, Any], ...] = (
    (Field("title", "制度名称", width=46), lambda row: row.title),
    (Field("kind", "种类"), kind_name),
    (Field("level", "层级"), level_name),
    (Field("organ", "责任机构"), lambda row: row.organ.name if row.organ else ""),
    (Field("number", "第几版", kind="int"), _of_current("number")),
    (Field("document_no", "文号"), _of_current("document_no")),
    (Field("adopted_by", "审议会议"), _of_current("adopted_by")),
    (Field("adopted_on", "通过日期", kind="date"), _of_current("adopted_on")),
    (Field("issued_on", "印发日期", kind="date"), _of_current("issued_on")),
    (Field("days", "施行"), days_in_force),
    (Field("repealed_from", "自何日起废止", kind="date"), lambda row: row.repealed_from),
    (Field("repeal_ground", "废止理由"), lambda row: row.repeal_ground),
    (Field("state", "状态"), lambda row: str(work_tag(row).text)),
    (Field("retention", "保管期限"), lambda row: retention(RETENTION, row.committee_id)),
)
MATTER_COLUMNS = (
    Column("sent_on", "报送日期", kind="date", short=True),
    Column("kind", "种类", value=lambda row: row.get_kind_display(), short=True),
    Column("title", "事项", url=matter_address, wide=True, head=True),
    Column("superior", "报送对象", hide_on_phone=True),
    Column("until", "要求答复", kind="date", short=True),
    Column("answered_on", "答复日期", kind="date", short=True),
    Column("state", "状态", value=matter_tag, kind="tag", short=True),
)
MATTERS_EXPORTED: tuple[tuple[Field, Any], ...] = (
    (Field("kind", "种类"), lambda row: row.get_kind_display()),
    (Field("title", "事项", width=46), lambda row: row.title),
    (Field("superior", "报送对象"), lambda row: row.superior),
    (Field("organ", "拟报机构"), lambda row: row.organ.name if row.organ else ""),
    (Field("item", "年度清单事项"), item_name),
    (Field("signer", "签发人"), lambda row: row.signer),
    (Field("sent_on", "报送日期", kind="date"), lambda row: row.sent_on),
    (Field("until", "要求答复日期", kind="date"), lambda row: row.until),
    (Field("answered_how", "答复方式"), lambda row: row.get_answered_how_display()),
    (Field("answered_on", "答复日期", kind="date"), lambda row: row.answered_on),
    (Field("answered_by", "答复人"), lambda row: row.answered_by),
    (Field("followed_on", "落实日期", kind="date"), lambda row: row.followed_on),
    (Field("state", "状态"), lambda row: str(matter_tag(row).text)),
    (Field("retention", "保管期限"), lambda row: retention(MATTER_RETENTION, row.committee_id)),
)


def in_force_table(rows: Sequence[Any]) -> Table:
    """What is in force on a day."""
    return Table(IN_FORCE_COLUMNS, rows=rows, empty=NONE_IN_FORCE)


def work_table(page: Page[Any], params: Mapping[str, Any]) -> Table:
    """One page of the register."""
    return Table(WORK_COLUMNS, page=page, params=params, empty=NONE_WORK if params.get("state") == "work" else NONE)


def matters_table(page: Page[Any], params: Mapping[str, Any]) -> Table:
    """One page of the matters."""
    return Table(MATTER_COLUMNS, page=page, params=params, empty=NONE_MATTER)


class RuleFilter(Narrowing):
    """What the register can be narrowed to."""

    q = forms.CharField(label="名称", required=False, max_length=80)
    kind = forms.ChoiceField(label="种类", required=False)
    level = forms.ChoiceField(label="层级", required=False)
    organ = forms.ChoiceField(label="责任机构", required=False)
    state = forms.ChoiceField(label="状态", required=False)
    only = forms.ChoiceField(label="范围", required=False)

    def __init__(self, data: Mapping[str, Any], committee: Committee) -> None:
        super().__init__(data)
        self.choices("kind", codes.choices(KINDS, committee))
        self.choices("level", codes.choices(LEVELS, committee))
        self.choices("organ", [(str(one.pk), one.name) for one in organs_on(committee, clock.today())])
        self.choices("state", [("work", IN_THE_MAKING), *RegulationState.choices])
        self.choices("only", list(ONLY.items()))

    def narrowed(self, rows: Any) -> Any:
        """The rows that fit."""
        wanted = self.wanted()
        if wanted.get("q", "").strip():
            rows = rows.filter(title__icontains=wanted["q"].strip())
        for name in ("kind", "level"):
            if wanted.get(name):
                rows = rows.filter(**{name: wanted[name]})
        if wanted.get("organ"):
            rows = rows.filter(organ_id=int(wanted["organ"]))
        if wanted.get("state") == "work":
            rows = queries.being_written(rows)
        elif wanted.get("state"):
            rows = rows.filter(state=wanted["state"])
        return rows.exclude(voided_at=None) if wanted.get("only") == "voided" else rows.filter(voided_at=None)


class MatterFilter(Narrowing):
    """What the list of matters can be narrowed to."""

    q = forms.CharField(label="事项、内容或答复", required=False, max_length=80)
    kind = forms.ChoiceField(label="种类", required=False)
    state = forms.ChoiceField(label="状态", required=False)
    since = DayField(label="报送日期自", required=False)
    until = DayField(label="报送日期至", required=False)
    only = forms.ChoiceField(label="范围", required=False)

    def __init__(self, data: Mapping[str, Any]) -> None:
        super().__init__(data)
        self.choices("kind", MatterKind.choices)
        self.choices("state", MatterState.choices)
        self.choices("only", list(MATTER_ONLY.items()))

    def narrowed(self, rows: Any) -> Any:
        """The rows that fit."""
        wanted = self.wanted()
        if wanted.get("q", "").strip():
            rows = queries.matters_matching(rows, wanted["q"].strip())
        for name in ("kind", "state"):
            if wanted.get(name):
                rows = rows.filter(**{name: wanted[name]})
        if wanted.get("since"):
            rows = rows.filter(sent_on__gte=wanted["since"])
        if wanted.get("until"):
            rows = rows.filter(sent_on__lte=wanted["until"])
        only = wanted.get("only")
        if only in ("waiting", "late"):
            rows = rows.filter(state=MatterState.SENT)
        if only == "late":
            rows = rows.filter(until__lt=clock.today())
        return rows.exclude(voided_at=None) if only == "voided" else rows.filter(voided_at=None)
