"""The norms room as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class NormsConfig(AppConfig):
    """Dated parameters, code tables, calendar corrections."""

    name = "lvzhi.norms"
    label = "norms"
    verbose_name = "规则参数"

    def ready(self) -> None:
        from django.db.models.signals import post_delete, post_save

        from lvzhi.access import sentences
        from lvzhi.journal import events
        from lvzhi.norms import ground, memo, vocabulary
        from lvzhi.norms.models import CalendarDay, Code, Value

        sentences.register(vocabulary.REFUSALS)
        events.register(vocabulary.EVENTS)
        ground.declare_all()
        for model in (Value, Code, CalendarDay):
            post_save.connect(memo.written, sender=model, dispatch_uid=f"norms.saved.{model.__name__}")
            post_delete.connect(memo.written, sender=model, dispatch_uid=f"norms.deleted.{model.__name__}")
