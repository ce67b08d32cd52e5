"""``python -m bench.baseline.build ROWS``: tables, an administrator and bare proposals beside the product's."""

from __future__ import annotations

import json
import os
import sys

from bench.texts import AUTHORS, BATCH, PASSWORD, proposal


def build(rows: int) -> dict[str, object]:
    """Fill the baseline's tables; gives its login."""
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False, run_syncdb=True)
    from bench.baseline.models import Author, Proposal, User

    User.objects.create_superuser("bench", "bench@example.org", PASSWORD)
    authors = Author.objects.bulk_create([Author(name=f"委员{number:04d}") for number in range(AUTHORS)])
    for start in range(0, rows, 5000):
        texts = [proposal(number) for number in range(start, min(start + 5000, rows))]
        Proposal.objects.bulk_create(
            [
                Proposal(
                    title=text.title, body=text.background + text.analysis, category=text.category, state=text.state,
                    track=text.track, author=authors[text.author],
                )
                for text in texts
            ],
            batch_size=BATCH,
        )  # fmt: skip
    return {"username": "bench", "password": PASSWORD, "author": authors[0].pk}


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "bench.baseline.settings"
    import django

    django.setup()
    print(json.dumps(build(int(sys.argv[1]))))
