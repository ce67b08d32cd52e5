"""The product's own settings, with a clock to be set wrong, short patience, an address that asks for long work."""

from __future__ import annotations

import os
from datetime import timedelta

from lvzhi.config.settings import *  # noqa: F403  # reason: these are the product's settings, whole
from lvzhi.config.settings import DATABASES, INSTALLED_APPS
from lvzhi.deadlines import clock

ROOT_URLCONF = "bench.chaos.urls"
INSTALLED_APPS = [*INSTALLED_APPS, "bench.chaos.apps.ChaosConfig"]
if "timeout" in DATABASES["default"].get("OPTIONS", {}):
    DATABASES["default"]["OPTIONS"]["timeout"] = 2  # seconds: a database that is held longer is met as a fault
clock.go_ahead(timedelta(seconds=int(os.environ.get("CHAOS_AHEAD", "0"))))
