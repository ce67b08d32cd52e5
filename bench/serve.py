"""``python -m bench.serve MODULE:APPLICATION PORT``: as the product serves itself, whatever the application."""

from __future__ import annotations

import os
import sys

if __name__ == "__main__":
    application, port = sys.argv[1], int(sys.argv[2])
    os.environ["DJANGO_SETTINGS_MODULE"] = application.split(":")[0].rpartition(".")[0] + ".settings"
    import django

    django.setup()
    from lvzhi.config.serving import serve

    serve(port, application)
