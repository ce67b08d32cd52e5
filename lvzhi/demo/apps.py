"""The app of the demonstration data."""

from __future__ import annotations

from django.apps import AppConfig


class DemoConfig(AppConfig):
    """Offers its logins on the login page where the demonstration data stand."""

    name = "lvzhi.demo"
    label = "demo"
    verbose_name = "演示数据"

    def ready(self) -> None:
        from lvzhi.accounts import demo_logins
        from lvzhi.demo.logins import offered
        from lvzhi.demo.presence import is_marked
        from lvzhi.desk.context import mark_demo

        demo_logins.register(offered)
        mark_demo(is_marked)
