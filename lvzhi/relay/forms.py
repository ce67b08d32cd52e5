"""What the pages ask: the other side, keys, a file to take."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms

from lvzhi.accounts.models import Account
from lvzhi.accounts.queries import holders
from lvzhi.committee.models import Committee
from lvzhi.committee.web import DayField
from lvzhi.deadlines import clock
from lvzhi.directory.models import Unit
from lvzhi.directory.queries import units_on
from lvzhi.norms import value
from lvzhi.relay import kinds
from lvzhi.relay.models import ALGORITHM_CHOICES, CODE_MOST, NAME_MOST, PUBLIC_MOST, Peer
from lvzhi.relay.vocabulary import HELPS, WORDS
from lvzhi.ui.forms import ByName, Checks

YEARS = 4


class PeerForm(forms.Form):
    """Who is on the other side."""

    name = forms.CharField(label="对方名称", max_length=NAME_MOST)
    code = forms.CharField(label="对方代码", max_length=CODE_MOST, help_text=HELPS["code"])
    elsewhere = ByName(
        label="对应本系统中的政协组织",
        required=False,
        queryset=Committee.objects.none(),
        empty_label="（不在本系统中）",
        help_text=HELPS["elsewhere"],
    )
    unit = ByName(
        label="对应的承办单位",
        required=False,
        queryset=Unit.objects.none(),
        empty_label="（不是承办单位）",
        help_text=HELPS["unit"],
    )
    account = ByName(
        label="代对方办理的账号",
        required=False,
        queryset=Account.objects.none(),
        empty_label="（没有）",
        help_text=HELPS["account"],
    )
    algorithm = forms.ChoiceField(label="发往对方的包使用的算法", choices=ALGORITHM_CHOICES)
    kinds = forms.MultipleChoiceField(label="可从对方接收", required=False, widget=Checks, help_text=HELPS["kinds"])
    starts = DayField(label="启用日期")
    ends = DayField(label="停用日期", required=False)

    def __init__(self, data: Mapping[str, Any] | None, *, committee: Committee, peer: Peer | None = None) -> None:
        super().__init__(data)
        day = clock.today()
        fields: Any = self.fields
        fields["elsewhere"].queryset = Committee.objects.exclude(pk=committee.pk)
        fields["unit"].queryset = units_on(committee, day)
        officers = holders("unit_officer", committee=committee.pk, on=day)
        fields["account"].queryset = Account.objects.filter(pk__in=officers).order_by("name")
        fields["kinds"].choices = [(one.key, one.name) for one in kinds.kinds() if not one.always]
        given = {"starts": day, "algorithm": value("relay.algorithm", committee.pk, day)}
        if peer is not None:
            names = ("name", "code", "elsewhere", "unit", "account", "algorithm", "kinds", "starts", "ends")
            given = {name: getattr(peer, name) for name in names}
        for name, initial in given.items():
            fields[name].initial = getattr(initial, "pk", initial)


class KeyForm(forms.Form):
    """A new key of one's own."""

    algorithm = forms.ChoiceField(label="算法", choices=ALGORITHM_CHOICES)
    starts = DayField(label="启用日期", required=False, help_text=HELPS["key_starts"])


class EndForm(forms.Form):
    """The last day of a key."""

    ends = DayField(label="最后使用日期", help_text=HELPS["ends"])


class PeerKeyForm(forms.Form):
    """A public key of the other side: its card, or the key itself."""

    card = forms.FileField(label="对方的公钥名片", required=False, help_text=HELPS["card"])
    public = forms.CharField(label="或粘贴公钥", required=False, max_length=PUBLIC_MOST * 2)
    algorithm = forms.ChoiceField(label="粘贴的公钥的算法", required=False, choices=ALGORITHM_CHOICES)
    starts = DayField(label="启用日期", required=False, help_text=HELPS["key_starts"])

    def clean(self) -> dict[str, Any]:
        """One of the two."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if not given.get("card") and not given.get("public") and "card" not in self.errors:
            self.add_error("card", HELPS["card_missing"])
        return given


class ComparedForm(forms.Form):
    """That the fingerprint was compared."""

    agrees = forms.BooleanField(label="已与对方电话逐组核对，完全一致", required=False)


class TakeForm(forms.Form):
    """A package file."""

    file = forms.FileField(label="交换包文件（.lvpkg）", help_text=HELPS["file"])


class FiguresForm(forms.Form):
    """Which figures of which year go to a peer."""

    year = forms.TypedChoiceField(label="年度", coerce=int)
    rooms = forms.MultipleChoiceField(label="板块", required=False, widget=Checks, help_text=HELPS["rooms"])

    def __init__(self, data: Mapping[str, Any] | None, *, rooms: Mapping[str, str]) -> None:
        super().__init__(data)
        this, fields = clock.today().year, dict[str, Any](self.fields)
        fields["year"].choices = [(one, WORDS["year"].format(year=one)) for one in range(this, this - YEARS, -1)]
        fields["rooms"].choices = list(rooms.items())
