"""``python -m tests.long.fuzz TARGET SECONDS FOLDER``: fuzz one target; 0 when nothing was found."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def main(name: str, seconds: int, folder: Path) -> None:
    """Begin from the target's seeds and whatever an earlier run kept in FOLDER."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lvzhi.config.settings")
    import atheris

    with atheris.instrument_imports(include=["lvzhi.claims", "lvzhi.exchange", "lvzhi.relay.packet"]):
        import django

        django.setup()
        from tests.long.fuzz import mutators
        from tests.long.fuzz.targets import TARGETS

    target = TARGETS[name]
    corpus = folder / name
    corpus.mkdir(parents=True, exist_ok=True)
    for place, data in enumerate(target.seeds()):
        (corpus / f"seed-{place}").write_bytes(data)
    forms = {"archive": mutators.within_archive, "phrases": mutators.by_phrases}
    own = (
        {"custom_mutator": forms[target.form](lambda data, most: atheris.Mutate(data, most))}
        if target.form in forms
        else {}
    )
    options = [
        f"-max_total_time={seconds}", "-timeout=30", "-rss_limit_mb=2048", "-max_len=100000", "-verbosity=0",
        "-print_final_stats=1", f"-artifact_prefix={folder}/{name}-", str(corpus),
    ]  # fmt: skip
    atheris.Setup([sys.argv[0], *options], target.run, **own)
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))
