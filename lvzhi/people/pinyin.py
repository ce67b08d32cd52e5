"""Names spelt in pinyin, with the surname's own reading."""

from __future__ import annotations

from functools import lru_cache

from lvzhi.people.vocabulary import SURNAMES


@lru_cache(maxsize=8192)
def spell(name: str) -> tuple[str, str]:
    """Pinyin and initials of a name, lower case without spaces; letters and digits in it stay as they are."""
    from pypinyin import lazy_pinyin  # its tables take a moment to load: only who writes names pays for it

    clean = "".join(name.split())
    for length in (2, 1):
        reading = SURNAMES.get(clean[:length])
        if reading is not None and len(clean) > length:
            parts = [*reading.split(), *lazy_pinyin(clean[length:])]
            break
    else:
        parts = lazy_pinyin(clean)
    syllables = [part.casefold() for part in parts if part.isalnum()]
    return "".join(syllables), "".join(part[0] for part in syllables)
