"""The app of projects."""

from __future__ import annotations

from django.apps import AppConfig


class ProjectsConfig(AppConfig):
    """Registers words, norms, the procedure, figures and the record kind."""

    name = "lvzhi.projects"
    label = "projects"
    verbose_name = "项目"

    def ready(self) -> None:
        from lvzhi.access import sentences
        from lvzhi.journal import events
        from lvzhi.messages import codes
        from lvzhi.projects import metrics, norms, ties, workflow  # noqa: F401  reason: norms declares itself by being imported
        from lvzhi.projects.vocabulary import sentences as words
        from lvzhi.projects.vocabulary import sheet

        sentences.register(words.REFUSALS)
        sentences.register(sheet.ROW_REFUSALS)
        events.register(words.EVENTS)
        codes.register(words.MESSAGES)
        workflow.register()
        metrics.register()
        ties.register()
