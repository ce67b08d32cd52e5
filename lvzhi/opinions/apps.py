"""The app of opinions."""

from __future__ import annotations

from django.apps import AppConfig


class OpinionsConfig(AppConfig):
    """Registers words, norms, procedures, figures and record kinds."""

    name = "lvzhi.opinions"
    label = "opinions"
    verbose_name = "社情民意信息"
