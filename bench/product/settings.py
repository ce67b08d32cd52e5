"""The product's own settings; only the table of addresses has a line more."""

from __future__ import annotations

from lvzhi.config.settings import *  # noqa: F403  # reason: these are the product's settings, whole

ROOT_URLCONF = "bench.product.urls"
