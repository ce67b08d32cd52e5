"""Every Chinese word of the room: how a reckoning is told, how a date is read, why it is refused."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

WEEKDAYS = "一二三四五六日"
HOLIDAYS: dict[str, str] = {
    "new_year": "元旦",
    "spring_festival": "春节",
    "qingming": "清明节",
    "labour_day": "劳动节",
    "dragon_boat": "端午节",
    "mid_autumn": "中秋节",
    "national_day": "国庆节",
    "victory_day": "抗战胜利纪念日",
}
DAY_KINDS: dict[str, str] = {
    "working": "工作日",
    "made_up": "调休上班",
    "corrected_working": "本会日历定为上班",
    "weekend": "周末",
    "holiday": "放假",
    "corrected_off": "本会日历定为放假",
    "estimated_holiday": "法定节日（估算）",
}
STATES: dict[str, str] = {
    "on_time": "按期",
    "late": "逾期办结",
    "overdue": "已逾期",
    "due_soon": "即将到期",
    "running": "办理中",
}
UNITS: dict[str, str] = {"working_day": "个工作日", "calendar_day": "日", "month": "个月", "fixed_date": "固定日期"}

_WEEKENDS_NAMED = 2  # more separate weekends than this are counted, not listed

# --- reading -----------------------------------------------------------------------------------------------------

_TAIL = r"(?:\s*\(?(?:星期|周|礼拜)[一二三四五六日天]\)?)?(?:[T\s]*\d{1,2}[:时]\d{1,2}(?:[:分]\d{0,2}(?:\.\d+)?秒?)?)?"
FULL_DATES: tuple[re.Pattern[str], ...] = (
    re.compile(r"(?P<year>\d{4})\s*年\s*(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*[日号]?" + _TAIL),
    re.compile(r"(?P<year>\d{4})\s*[-/.]\s*(?P<month>\d{1,2})\s*[-/.]\s*(?P<day>\d{1,2})" + _TAIL),
    re.compile(r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})"),
)
SHORT_DATE = re.compile(r"(?P<month>\d{1,2})\s*(?:月|[-/.])\s*(?P<day>\d{1,2})\s*[日号]?" + _TAIL)
_DIGITS = {numeral: str(value) for value, numeral in enumerate("〇一二三四五六七八九")} | {"零": "0", "○": "0"}
_YEAR_NUMERALS = re.compile(r"[〇○零一二三四五六七八九]{4}(?=\s*年)")
_TENS_NUMERALS = re.compile(r"(?P<tens>[一二三]?)十(?P<ones>[一二三四五六七八九]?)(?=\s*[月日号])")
_ONE_NUMERAL = re.compile(r"(?<![星期周拜])[一二三四五六七八九](?=\s*[月日号])")


def digits_for_numerals(text: str) -> str:
    """Write 二〇二六年九月三十一日 with digits; a text without numerals comes back as it is."""
    text = _YEAR_NUMERALS.sub(lambda found: "".join(_DIGITS[each] for each in found[0]), text)
    text = _TENS_NUMERALS.sub(lambda found: _DIGITS.get(found["tens"], "1") + _DIGITS.get(found["ones"], "0"), text)
    return _ONE_NUMERAL.sub(lambda found: _DIGITS[found[0]], text)


def date_problem(code: str, facts: Mapping[str, Any]) -> str:
    """Why a date is refused, and what to do."""
    year = f"{facts['year']}年" if "year" in facts else ""
    sentences: dict[str, Callable[[], str]] = {
        "empty": lambda: "日期未填写，请按“2026年9月3日”的样式填写。",
        "not_a_date": lambda: f"“{facts['text']}”不是日期，请按“2026年9月3日”的样式填写。",
        "without_year": lambda: f"“{facts['text']}”缺少年份，请写全年月日。",
        "no_such_month": lambda: f"{year}没有{facts['month']}月，请核对日期。",
        "no_such_day": lambda: (
            f"{year}{facts['month']}月没有{facts['day']}日，该月最后一天是{facts['last']}日，请核对日期。"
        ),
        "year_out_of_range": lambda: f"{year}不在可用范围（{facts['first']}年至{facts['last']}年），请核对日期。",
        "bad_term": lambda: "期限设置不完整：固定日期须写明月和日，其他期限须写明数量和单位。",
        "term_too_long": lambda: f"自{day(facts['start'])}起的期限过长，请核对数量和暂停记录。",
    }
    return sentences[code]()


# --- telling -----------------------------------------------------------------------------------------------------


def day(value: date) -> str:
    """2026年9月25日, without leading zeros."""
    return f"{value.year}年{value.month}月{value.day}日"


def _short(value: date) -> str:
    return f"{value.month}月{value.day}日"


def _weekday(value: date) -> str:
    return f"周{WEEKDAYS[value.weekday()]}"


def _span(first: date, last: date) -> str:
    if first == last:
        return _short(first)
    return f"{_short(first)}至{last.day if first.month == last.month else _short(last)}" + (
        "日" if first.month == last.month else ""
    )


def _start(facts: Mapping[str, Any]) -> str:
    amount, unit = int(facts["amount"]), str(facts["unit"])
    start = day(facts["date"])
    if unit == "fixed_date":
        month, number = facts["fixed"]
        return f"{start}后的固定日期{month}月{number}日"
    if amount < 0:
        return f"{start}之前{'第' if unit != 'month' else ''}{-amount}{UNITS[unit]}"
    return f"自{start}起{'第' if unit != 'month' else ''}{amount}{UNITS[unit]}"


def _reason(kind: str, holiday: str, days: Sequence[date]) -> str:
    if kind == "weekend":
        return _weekday(days[0]) if len(days) == 1 else "周末"
    name = HOLIDAYS.get(holiday, "放假")
    if kind == "estimated_holiday":
        return f"{name}，估算"
    return name if kind == "holiday" else DAY_KINDS[kind]


def _groups(days: Sequence[tuple[date, str, str]]) -> list[tuple[str, str, list[date]]]:
    """Neighbouring days off for the same reason, as one."""
    groups: list[tuple[str, str, list[date]]] = []
    for value, kind, holiday in days:
        last = groups[-1] if groups else None
        if last and last[:2] == (kind, holiday) and value - last[2][-1] == timedelta(days=1):
            last[2].append(value)
        else:
            groups.append((kind, holiday, [value]))
    return groups


def _skipped(facts: Mapping[str, Any]) -> str:
    groups = _groups(facts["days"])
    weekends = [days for kind, _, days in groups if kind == "weekend"]
    told = []
    for kind, holiday, days in groups:
        if kind == "weekend" and len(weekends) > _WEEKENDS_NAMED:
            continue
        told.append(f"{_span(days[0], days[-1])}（{_reason(kind, holiday, days)}）")
    if len(weekends) > _WEEKENDS_NAMED:
        told.append(f"周末{sum(len(days) for days in weekends)}天")
    return "跳过" + "、".join(told)


def _made_up(facts: Mapping[str, Any]) -> str:
    return "、".join(f"{_short(value)}（{_weekday(value)}）" for value in facts["days"]) + "调休上班"


def _extension(facts: Mapping[str, Any]) -> str:
    by = f"{facts['approver']}于" if facts["approver"] else ""
    return f"{by}{day(facts['approved_on'])}批准延期至{day(facts['to'])}"


def _paused(facts: Mapping[str, Any]) -> str:
    return f"{_span(facts['from'], facts['to'])}暂停计时" + ("（暂停尚未结束）" if facts["open"] else "")


_LINES: dict[str, Callable[[Mapping[str, Any]], str]] = {
    "start": _start,
    "named": lambda facts: f"自{day(facts['date'])}，期限另行确定",
    "skipped": _skipped,
    "made_up": _made_up,
    "paused": _paused,
    "pause_ignored": lambda facts: "固定日期不因暂停而顺延",
    "clamped": lambda facts: f"{facts['month']}月没有{facts['wanted']}日，取月末{facts['last']}日",
    "rolled": lambda facts: f"{_short(facts['from'])}不是工作日，顺延至{_short(facts['to'])}",
    "due": lambda facts: f"止于{day(facts['date'])}（{_weekday(facts['date'])}）",
    "extended": _extension,
    "extension_late": lambda facts: _extension(facts) + f"，但不早于原到期日{_short(facts['in_force'])}，不计",
    "extension_not_later": lambda facts: _extension(facts) + "，不晚于原到期日，不计",
    "uncertain": lambda facts: (
        "、".join(f"{year}年" for year in facts["years"]) + "放假安排尚未收录，按周末和法定节日估算，日期待核"
    ),
}


def explain(lines: Sequence[tuple[str, Mapping[str, Any]]]) -> str:
    """One line for the whole reckoning: the opening, a colon, the steps, a full stop."""
    opening, *steps = [_LINES[code](facts) for code, facts in lines]
    return f"{opening}：{'；'.join(steps)}。"
