"""``python -m bench.chaos.build MEMBERS CLERKS``: the committee of the plenary peak, small and without a past."""

from __future__ import annotations

import json
import os
import sys
from typing import Any


def main(members: int, clerks: int) -> dict[str, Any]:
    """Build on an empty database; gives the logins."""
    from bench.peak.build import Hall
    from bench.texts import PASSWORD
    from lvzhi.config.serving import prepare

    prepare()
    hall = Hall(members, clerks, 0)
    return {
        "password": PASSWORD,
        "members": [one.username for one in hall.members],
        "clerks": [one.username for one in hall.clerks],
    }


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "lvzhi.config.settings"
    import django

    django.setup()
    print(json.dumps(main(*map(int, sys.argv[1:3]))))
