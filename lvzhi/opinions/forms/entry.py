"""What an item asks when it is written (R2.6)."""

from __future__ import annotations

from typing import Any, Final

from django import forms

from lvzhi.committee.models import Committee, Organ
from lvzhi.committee.queries import organs_on
from lvzhi.norms import codes
from lvzhi.opinions import norms, queries, rules
from lvzhi.opinions.actions.writing import CHOSEN
from lvzhi.opinions.forms.fields import ByTitle, day_of, lines, members_field, point
from lvzhi.opinions.models import TITLE_MOST, Concern
from lvzhi.opinions.vocabulary.codes import CATEGORIES
from lvzhi.opinions.vocabulary.sentences import REFUSALS
from lvzhi.opinions.vocabulary.states import Source
from lvzhi.opinions.vocabulary.words import BAR, CHOOSE, HELPS, LABELS, NOT_CHOSEN, SELF
from lvzhi.people.rules import sees
from lvzhi.ui.forms import ByName, FilesField, LongText, Segmented, UiForm

MOST_FILES: Final = 20
OTHERS: Final = ("publish", "publish_ground", "hidden", "follows")
FOLDED: Final = ("people", "outsiders", *OTHERS)
PUBLISH: Final = (("1", LABELS["publish_yes"]), ("", LABELS["publish_no"]))


class ConcernForm(UiForm):
    """An item: what the matter is, why, what should be done; who reports, and what may be told of it."""

    source = forms.ChoiceField(label="来源", widget=Segmented)
    title = forms.CharField(label="标题", help_text=HELPS["title"])
    category = forms.ChoiceField(label="类别")
    situation = forms.CharField(label="情况反映", widget=LongText(rows=7, skips=()), help_text=HELPS["situation"])
    analysis = forms.CharField(label="原因分析", required=False, widget=LongText(rows=4, skips=()))
    suggestion = forms.CharField(label="意见建议", required=False, widget=LongText(rows=5, skips=()))
    organ = ByName(label="以哪个机构的名义", required=False, queryset=Organ.objects.none(), empty_label=SELF,
                   help_text=HELPS["organ"])  # fmt: skip
    people = members_field("联名委员", help_text=HELPS["people"])
    outsiders = lines("其他反映人", rows=2, help_text=HELPS["outsiders"])
    urgent = forms.BooleanField(label="紧急，请优先处理", required=False, help_text=HELPS["urgent"])
    publish = forms.ChoiceField(
        label="是否同意公开", required=False, choices=PUBLISH, widget=Segmented, initial="1"
    )  # fmt: skip
    publish_ground = forms.CharField(label="不同意公开的理由", required=False, max_length=TITLE_MOST)
    hidden = forms.BooleanField(label="对办理单位隐去我的姓名", required=False, help_text=HELPS["hidden"])
    follows = ByTitle(label="继续反映哪一篇", required=False, queryset=Concern.objects.none(), empty_label=NOT_CHOSEN,
                      help_text=HELPS["follows"])  # fmt: skip
    uploads = FilesField(label="附件", required=False, limit=MOST_FILES, help_text=HELPS["uploads"])
    not_secret = forms.BooleanField(
        label="我确认内容不涉及国家秘密、工作秘密", required=False, help_text=HELPS["not_secret"]
    )  # fmt: skip

    def __init__(
        self, *args: Any, committee: Committee, actor: Any, staff: bool, record: Concern | None = None,
        follows: Concern | None = None, **rest: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **rest)
        self.committee, self.actor, self.staff, self.record = committee, actor, staff, record
        self._texts()
        self._category()
        self._whose()
        self._follows(follows)
        if record is not None:
            del self.fields["uploads"]
        self.folded = [name for name in (OTHERS if staff else FOLDED) if name in self.fields]
        """Fields that stand folded away: most items need none of them."""

    def _texts(self) -> None:
        title: Any = self.fields["title"]
        title.max_length = TITLE_MOST
        title.widget.attrs["maxlength"] = norms.number(norms.TITLE_LENGTH, self.committee.pk)
        self.fields["suggestion"].required = norms.switch(norms.SUGGESTION_REQUIRED, self.committee.pk)
        self.limit = norms.number(norms.TEXT_LENGTH, self.committee.pk)

    def _category(self) -> None:
        category: Any = self.fields["category"]
        choices = codes.choices(CATEGORIES, self.committee, day_of(self.actor))
        category.choices = [("", CHOOSE), *choices]

    def _whose(self) -> None:
        """Staff says whose it is; a member who joins; who speaks for an organ, whether it is the organ's."""
        day, organ = day_of(self.actor), self.fields["organ"]
        foreign = self.record is not None and not self.staff and not rules.writer(self.actor, self.record)
        if self.staff:
            source: Any = self.fields["source"]
            known = {Source(self.record.source)} if self.record else set()
            source.choices = [(one.value, one.label) for one in Source if one in CHOSEN | known]
            source.initial = Source.MEMBER
            self.fields["people"].label, self.fields["people"].help_text = LABELS["authors"], HELPS["authors"]
            organ.queryset = organs_on(self.committee, day)  # type: ignore[attr-defined]  # reason: a choice of models
            organ.label, organ.empty_label = LABELS["organ"], NOT_CHOSEN  # type: ignore[attr-defined]  # reason: as above
        else:
            del self.fields["source"]
            organ.queryset = queries.organs_spoken_for(self.actor, self.committee, day)  # type: ignore[attr-defined]  # reason: as above
            if foreign or not organ.queryset.exists():  # type: ignore[attr-defined]  # reason: as above
                del self.fields["organ"]
        if foreign:
            del self.fields["people"], self.fields["outsiders"]
        elif not sees(self.actor, self.committee.pk):
            del self.fields["people"]
        else:
            point(self.fields["people"], self.committee, day, self.record)

    def _follows(self, named: Concern | None) -> None:
        follows: Any = self.fields["follows"]
        rows = queries.earlier(self.actor, self.committee)
        known = [one.pk for one in (named, self.record.follows if self.record else None) if one is not None]
        follows.queryset = (rows | Concern.objects.filter(pk__in=known)) if known else rows
        if self.record is not None:
            follows.queryset = follows.queryset.exclude(pk=self.record.pk)
        if not known and not follows.queryset.exists():
            del self.fields["follows"]

    def clean(self) -> dict[str, Any]:
        """What is handed in is confirmed to hold no secrets; what is only kept need not be."""
        found = super().clean() or {}
        if self.data.get("then") != "keep" and not found.get("not_secret"):
            self.add_error("not_secret", REFUSALS["opinions.not_confirmed"])
        return found


def initial(record: Concern) -> dict[str, Any]:
    """A stored item as its form begins with it."""
    kept = {name: getattr(record, name) for name in KEPT}
    own = [row for row in queries.authors_of(record) if row.merged_from_id is None]
    if not record.by_staff and record.organ_id is None:
        own = own[1:]
    persons = [row.person_id for row in own if row.person_id is not None]
    others = [row for row in own if row.person_id is None]
    return kept | {
        "publish": "1" if record.publish else "",
        "people": queries.member_keys(record.committee, persons),
        "outsiders": "\n".join(f"{row.name}{BAR}{row.unit}" if row.unit else row.name for row in others),
    }


KEPT: Final = (
    "source", "title", "category", "situation", "analysis", "suggestion", "organ", "urgent", "publish_ground",
    "hidden", "follows",
)  # fmt: skip
