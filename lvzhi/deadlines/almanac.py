"""Statutory days that can be known before the State Council's yearly notice: an estimate, never more.

The law (全国年节及纪念日放假办法, as amended from 2025) fixes thirteen days: six by the solar calendar,
one by a solar term, six by the lunar calendar. Lunar days are tabled for ten years; later years know
only the others. Exchanged days are never estimated.
"""

from __future__ import annotations

from datetime import date, timedelta

_SOLAR: dict[tuple[int, int], str] = {
    (1, 1): "new_year",
    (5, 1): "labour_day",
    (5, 2): "labour_day",
    (10, 1): "national_day",
    (10, 2): "national_day",
    (10, 3): "national_day",
}

# First day of the first lunar month, fifth of the fifth, fifteenth of the eighth: (month, day) by year.
_LUNAR: dict[int, tuple[tuple[int, int], tuple[int, int], tuple[int, int]]] = {
    2027: ((2, 6), (6, 9), (9, 15)),
    2028: ((1, 26), (5, 28), (10, 3)),
    2029: ((2, 13), (6, 16), (9, 22)),
    2030: ((2, 3), (6, 5), (9, 12)),
    2031: ((1, 23), (6, 24), (10, 1)),
    2032: ((2, 11), (6, 12), (9, 19)),
    2033: ((1, 31), (6, 1), (9, 8)),
    2034: ((2, 19), (6, 20), (9, 27)),
    2035: ((2, 8), (6, 10), (9, 16)),
    2036: ((1, 28), (5, 30), (10, 4)),
}
_SPRING_OFFSETS = (-1, 0, 1, 2)  # New Year's eve and the first three days

# The solar term 清明 for 2000–2099: floor(y × 0.2422 + 4.81) − floor(y / 4), y the last two digits of the year.
_QINGMING_CENTURY = range(2000, 2100)

LIBRARY_NAMES: dict[str, str] = {
    "New Year's Day": "new_year",
    "Spring Festival": "spring_festival",
    "Tomb-sweeping Day": "qingming",
    "Labour Day": "labour_day",
    "Dragon Boat Festival": "dragon_boat",
    "National Day": "national_day",
    "Mid-autumn Festival": "mid_autumn",
    "Anti-Fascist 70th Day": "victory_day",
}


def statutory_name(day: date) -> str:
    """The key of the statutory day that ``day`` is, as far as the almanac can tell, or an empty text."""
    solar = _SOLAR.get((day.month, day.day))
    if solar:
        return solar
    if day.month == 4 and day == qingming(day.year):
        return "qingming"
    return _lunar_name(day)


def qingming(year: int) -> date | None:
    """Tomb-sweeping day of ``year``; None outside 2000–2099, for which the formula was not checked."""
    if year not in _QINGMING_CENTURY:
        return None
    short = year % 100
    return date(year, 4, int(short * 0.2422 + 4.81) - short // 4)


def _lunar_name(day: date) -> str:
    row = _LUNAR.get(day.year)
    if row is None:
        return ""
    spring, boat, autumn = (date(day.year, month, number) for month, number in row)
    if day in {spring + timedelta(days=offset) for offset in _SPRING_OFFSETS}:
        return "spring_festival"
    if day == boat:
        return "dragon_boat"
    return "mid_autumn" if day == autumn else ""
