"""What a member asks to be corrected of what is held about him, one field at a time (R6.4a, R12.10)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from lvzhi.dossier.vocabulary.amending import AMENDMENT_OF, NAMED, NUMBERS, AmendState
from lvzhi.journal.fields import SecretField
from lvzhi.journal.secrets import mask_id, mask_phone
from lvzhi.people.vocabulary import FIELDS
from lvzhi.workflow.models import Procedural

NAME_MOST = 120
WORDS_MOST = 500


class Amendment(Procedural):
    """A request to correct one field of one's own data; `was` and `wanted` lie encrypted, since they may be numbers."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"ground", "opinion"})

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+", verbose_name="申请人")
    field = models.CharField("项目", max_length=20)
    was = SecretField("申请时登记", blank=True, default="")
    wanted = SecretField("更正为", blank=True, default="")
    ground = models.CharField("说明", max_length=WORDS_MOST, blank=True, default="")
    asked_on = models.DateField("申请日期")
    decided_on = models.DateField("核对日期", null=True, blank=True)
    decided_by = models.CharField("核对人", max_length=NAME_MOST, blank=True, default="")
    opinion = models.CharField("不予更正的理由", max_length=WORDS_MOST, blank=True, default="")

    class Meta(Procedural.Meta):
        abstract = False
        verbose_name = "更正申请"
        verbose_name_plural = "更正申请"
        ordering: ClassVar[list[str]] = ["-asked_on", "-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["person", "field"],
                condition=Q(state=AmendState.ASKED, voided_at=None),
                name="dossier_amendment_one_open",
            )
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["committee", "state", "-id"], name="dossier_amendment_state"),
            models.Index(fields=["person", "-id"], name="dossier_amendment_person"),
        ]

    def __str__(self) -> str:
        """Without a name or value: the journal keeps this in clear."""
        return AMENDMENT_OF.format(label=self.label)

    @property
    def label(self) -> str:
        """The field's Chinese name."""
        return FIELDS.get(self.field, self.field)

    @property
    def title_for_people(self) -> str:
        """Whose, and of what."""
        return NAMED.format(name=self.person.name, label=self.label)

    def get_state_display(self) -> str:
        """The state's Chinese name."""
        return str(AmendState(self.state).label)

    def shown(self, value: str) -> str:
        """A value as a page shows it: numbers masked."""
        if self.field not in NUMBERS:
            return value
        return (mask_phone if self.field == "phone" else mask_id)(value)
