"""The door for a WSGI server."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

from lvzhi.config import orphans
from lvzhi.config.keeping import standing

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lvzhi.config.settings")
application = get_wsgi_application()
standing.check()
orphans.watch()
