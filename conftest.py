"""Test settings are chosen before Django loads them."""

import os
import tempfile

os.environ["LVZHI_TEST"] = "1"
os.environ.setdefault("LVZHI_DATA", tempfile.mkdtemp(prefix="lvzhi-test-"))
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright runs a loop in the test's thread
