"""The room as Django sees it."""

from __future__ import annotations

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Components and base pages; owns no model."""

    name = "lvzhi.ui"
    label = "ui"
    verbose_name = "界面"
