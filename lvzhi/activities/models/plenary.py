"""Speeches handed in for a plenary session 大会发言: chosen for oral or written, ordered, compiled (M37)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from lvzhi.activities.models.activity import NAME_MOST, TITLE_MOST, WORDS_MOST, Activity
from lvzhi.activities.vocabulary.plenary import IN_NAME_OF, SPEECH_OF, Form, Source, SpeechState
from lvzhi.workflow.models import Procedural


class PlenarySpeech(Procedural):
    """A speech that a member hands in, in the own name or that of a party, an organisation or an organ."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"text", "ground"})

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="plenary_speeches", verbose_name="全体会议")
    source = models.CharField("发言名义", max_length=8, choices=Source.choices, default=Source.MEMBER)
    organ = models.ForeignKey(
        "committee.Organ", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="党派团体或机构"
    )
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+", verbose_name="发言人")
    name = models.CharField("姓名", max_length=NAME_MOST)
    title = models.CharField("题目", max_length=TITLE_MOST)
    text = models.TextField("正文")
    handed_on = models.DateField("提交日期")
    handed_by = models.CharField("提交人", max_length=NAME_MOST)
    handed_by_account = models.BigIntegerField("提交人账号", null=True, blank=True)
    form = models.CharField("形式", max_length=8, choices=Form.choices, blank=True, default=Form.NONE)
    number = models.PositiveSmallIntegerField("顺序", null=True, blank=True)
    ground = models.CharField("不选用或退回理由", max_length=WORDS_MOST, blank=True, default="")

    class Meta(Procedural.Meta):
        abstract = False
        verbose_name = "大会发言"
        verbose_name_plural = "大会发言"
        ordering: ClassVar[list[str]] = ["activity_id", "id"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["committee", "handed_on"], name="activities_plenary_handed"),
            models.Index(fields=["person"], name="activities_plenary_person"),
        ]

    def __str__(self) -> str:
        return SPEECH_OF.format(speaker=self.speaker, title=self.title)

    @property
    def title_for_people(self) -> str:
        """Its title."""
        return self.title

    @property
    def speaker(self) -> str:
        """Who speaks, and in whose name."""
        return (
            self.name
            if self.organ is None
            else IN_NAME_OF.format(organ=self.organ.name_on(self.handed_on), name=self.name)
        )

    def get_state_display(self) -> str:
        """The state's Chinese name."""
        return str(SpeechState(self.state).label)
