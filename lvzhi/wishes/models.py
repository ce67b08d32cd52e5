"""A wish: what somebody says about the product, from which page, and what was answered."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from lvzhi.ui.formats import day
from lvzhi.wishes.vocabulary import NUMBERED, PLACE_OF, WORKFLOW_NAME, State, WishKind
from lvzhi.workflow.models import Procedural

PAGE_MOST = 300
NAME_MOST = 60


class Wish(Procedural):
    """One complaint, wish or fault."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"text", "answer", "makers"})

    kind = models.CharField("种类", max_length=12, choices=WishKind.choices, default=WishKind.WISH)
    text = models.TextField("意见")
    page = models.CharField("页面", max_length=PAGE_MOST, blank=True, default="")
    page_name = models.CharField("页面名称", max_length=NAME_MOST, blank=True, default="")
    account = models.ForeignKey("accounts.Account", models.PROTECT, related_name="+", verbose_name="提出人")
    author = models.CharField("提出人姓名", max_length=40)
    filed_on = models.DateField("提出日期")
    answer = models.TextField("答复", blank=True, default="")
    answered_by = models.CharField("答复人", max_length=40, blank=True, default="")
    answered_on = models.DateField("答复日期", null=True, blank=True)
    makers = models.TextField("给开发者的说明", blank=True, default="")

    class Meta(Procedural.Meta):
        abstract = False
        verbose_name = WORKFLOW_NAME
        verbose_name_plural = WORKFLOW_NAME
        ordering: ClassVar[list[str]] = ["-filed_on", "-id"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["committee", "-filed_on", "-id"], name="wishes_committee"),
            models.Index(fields=["account", "-filed_on", "-id"], name="wishes_account"),
        ]

    def __str__(self) -> str:
        return NUMBERED.format(kind=self.get_kind_display(), day=day(self.filed_on))

    @property
    def state_name(self) -> str:
        """Where it stands, in words."""
        return str(State(self.state).label)

    @property
    def place(self) -> str:
        """Where it was made, in words with the address."""
        return PLACE_OF.format(name=self.page_name, page=self.page) if self.page_name else self.page
