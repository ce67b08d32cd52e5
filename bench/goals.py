"""The goals: which targets each needs, the ratio it speaks of, and its limit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

Round = dict[str, dict[str, float]]


@dataclass(frozen=True)
class Goal:
    """One line of the table; ``limit`` None is printed for comparison only."""

    number: str
    what: str
    needs: tuple[str, ...]
    ratio: Callable[[Round], float]
    limit: float | None = None
    sign: str = "≤"
    unit: str = "×"

    def over(self, rounds: Sequence[Round]) -> float:
        """The median of the rounds' ratios."""
        return median(self.ratio(one) for one in rounds)

    def met(self, value: float) -> bool | None:
        """Whether the value keeps the limit; None where there is none."""
        if self.limit is None:
            return None
        return value <= self.limit if self.sign == "≤" else value >= self.limit


def _over(above: str, below: str, key: str) -> Callable[[Round], float]:
    return lambda one: one[above][key] / one[below][key]


def _searched(name: str) -> Callable[[Round], float]:
    return lambda one: one["searching"][name]


def _count(name: str) -> Callable[[Round], float]:
    return lambda one: one["counts"][name]


def _part(above: str, below: str) -> Callable[[Round], float]:
    """Of what one process measured: two of its times."""
    return lambda one: one["figures"][above] / one["figures"][below]


GOALS = (
    Goal("P1", "list of 50: p95 at 16 clients ÷ hello", ("list", "hello"), _over("list", "hello", "p95x16"), 60),
    Goal("P1", "list of 50: hello's throughput ÷ the list's", ("list", "hello"), _over("hello", "list", "rate"), 60),
    Goal("P1", "  the same, ÷ hello behind login: p95", ("list", "hello_login"),
         _over("list", "hello_login", "p95x16")),
    Goal("P1", "  the same, ÷ hello behind login: throughput", ("list", "hello_login"),
         _over("hello_login", "list", "rate")),
    Goal("P2", "list of 50: throughput ÷ bare admin's", ("list", "admin_list"), _over("list", "admin_list", "rate"),
         1.5, "≥"),
    Goal("P3", "the page with four fifths before it ÷ the first", ("deep", "list"), _over("deep", "list", "p50"), 1.5),
    Goal("P4", "two filters: hello's throughput ÷ the list's", ("filtered", "hello"),
         _over("hello", "filtered", "rate"), 65),
    Goal("P5", "detail: hello's throughput ÷ the page's", ("detail", "hello"), _over("hello", "detail", "rate"), 20),
    Goal("P5", "  the same, ÷ hello behind login", ("detail", "hello_login"), _over("hello_login", "detail", "rate")),
    Goal("P7", "write and hand in: p50 ÷ bare admin's add", ("create", "admin_add"),
         _over("create", "admin_add", "p50"), 3),
    Goal("P7", "  the draft's POST alone", ("create", "admin_add"),
         lambda one: one["create"]["draft"] / one["admin_add"]["p50"]),
    Goal("P7", "  the handing-in's POST alone", ("create", "admin_add"),
         lambda one: one["create"]["submit"] / one["admin_add"]["p50"]),
    Goal("P8", "a step, put on file: p50 ÷ bare admin's add", ("step", "admin_add"),
         _over("step", "admin_add", "p50"), 3),
    Goal("P9", "all figures of a province, one year ÷ one scan", ("figures",), _part("anew", "scan"), 40),
    Goal("P9", "  the same, keeping the values", ("figures",), _part("keeping", "scan")),
    Goal("P9", "  the year that runs, nothing kept", ("figures",), _part("running", "scan"), 40),
    Goal("P9", "  the page, five years, nothing kept ÷ one scan", ("figures",), _part("page_anew", "scan")),
    Goal("P9", "  until it says what it counts", ("figures",),
         lambda one: one["figures"]["page_head"], 1000, unit="ms"),
    Goal("P10", "the same kept: one year ÷ one scan", ("figures",), _part("kept", "scan"), 0.1),
    Goal("P10", "  five years beside each other", ("figures",), _part("years_kept", "scan"), 0.3),
    Goal("P10", "  the page, five years ÷ one scan", ("figures",), _part("page_kept", "scan"), 2),
    Goal("P10", "  the page ÷ hello behind login", ("figures",), _part("page_kept", "hello")),
    Goal("C1", "claims of 30 texts read ÷ pypinyin reading them", ("figures",), _part("reading", "aloud"), 6),
    Goal("C1", "  claims a second", ("figures",), lambda one: one["figures"]["a_second"], unit="/s"),
    Goal("C2", "check of 30 texts anew ÷ all figures of the same", ("figures",), _part("check_anew", "books"), 1),
    Goal("C2", "  values kept ÷ reading the claims", ("figures",), _part("check_kept", "reading"), 30),
    Goal("C2", "  values kept: a text", ("figures",),
         lambda one: one["figures"]["check_kept"] / one["figures"]["texts"], unit="ms"),
    Goal("P11", "statistics of a session ÷ their statements bare", ("statistics",),
         lambda one: one["statistics"]["session"] / one["statistics"]["session_bare"], 1.5),
    Goal("P11", "  of a year", ("statistics",),
         lambda one: one["statistics"]["year"] / one["statistics"]["year_bare"], 1.5),
    Goal("P12", "CSV of all ÷ the database's own copy", ("csv",), lambda one: one["csv"]["ms"] / one["csv"]["copy"], 6),
    Goal("P12", "  until the first byte", ("csv",), lambda one: one["csv"]["first"], 500, unit="ms"),
    Goal("P12", "  a worker's memory more", ("csv",), lambda one: one["csv"]["memory"], 40, unit="MB"),
    Goal("P13", "Excel of all ÷ the database's own copy", ("xlsx",),
         lambda one: one["xlsx"]["ms"] / one["xlsx"]["copy"], 12),
    Goal("P13", "  a worker's memory more", ("xlsx",), lambda one: one["xlsx"]["memory"], 100, unit="MB"),
    Goal("P6", "search of a two-sign word ÷ list, p95 with 16 clients", ("search", "list"),
         _over("search", "list", "p95x16"), 2.5),
    Goal("P6", "  administration's LIKE ÷ search, p50", ("search", "admin_search"),
         _over("admin_search", "search", "p50"), 15, "≥"),
    Goal("S1", "search: recall against a scan, the worst question", ("searching",), _searched("recall"), 1, "≥", ""),
    Goal("S1", "search: precision, the worst question", ("searching",), _searched("precision"), 1, "≥", ""),
    *(
        Goal("S1", f"  {what}, p95", ("searching",), _searched(f"{name}_p95"), unit="ms")
        for name, what in (("word", "word of two signs"), ("phrase", "phrase of four"), ("and", "two or three words"),
                           ("excerpt", "excerpt of 7 to 12 signs"), ("similar", "texts near to one"))
    ),
    Goal("S1", "  rewritten copies: the original first", ("searching",), _searched("similar_first"), unit=""),
    Goal("S1", "  rewritten copies: the original among ten", ("searching",), _searched("similar_ten"), 0.95, "≥", ""),
    Goal("S1", "  index", ("searching",), _searched("index_mb"), unit="MB"),
    Goal("S1", "  texts beside it", ("searching",), _searched("texts_mb"), unit="MB"),
    Goal("S1", "  rebuilt in (first round)", ("searching",),
         lambda one: one["searching"].get("rebuild", 0.0), unit="s"),
    Goal("P14", "import of people: preview and commit ÷ bare read", ("roster",),
         lambda one: (one["roster"]["preview"] + one["roster"]["commit"]) / one["roster"]["bare"], 40),
    Goal("P14", "import: statements a 1,000 rows", ("roster",),
         lambda one: one["roster"]["statements"] * 1000 / one["roster"]["people"], 15, unit="SQL"),
    Goal("P15", "growth of the list's p50, large ÷ small", ("list", "list_small"), _over("list", "list_small", "p50"),
         1.6),
    Goal("P15", "growth of the detail page", ("detail", "detail_small"), _over("detail", "detail_small", "p50"), 1.6),
    Goal("P15", "growth of writing and handing in", ("create", "create_small"), _over("create", "create_small", "p50"),
         1.6),
    Goal("P15", "growth of the list with two filters", ("filtered", "filtered_small"),
         _over("filtered", "filtered_small", "p50"), 1.6),
    Goal("P15", "growth of a step", ("step", "step_small"), _over("step", "step_small", "p50"), 1.6),
    Goal("P16", "statements: list", ("counts",), _count("list"), 10, unit="SQL"),
    Goal("P16", "statements: detail", ("counts",), _count("detail"), 15, unit="SQL"),
    Goal("P16", "statements: the draft's POST", ("counts",), _count("draft"), 20, unit="SQL"),
    Goal("P8", "statements: the handing-in's POST, a step", ("counts",), _count("submit"), 25, unit="SQL"),
    Goal("P17", "a worker's memory ÷ bare admin's", ("memory",),
         lambda one: one["memory"]["large"] / one["memory"]["baseline"], 2),
    Goal("P17", "a worker's memory, large ÷ small", ("memory",),
         lambda one: one["memory"]["large"] / one["memory"]["small"], 1.3),
    Goal("P20", "3,000 members × 5 years × all rules ÷ rows read once", ("evaluation",),
         lambda one: (one["evaluation"]["facts_read"] + one["evaluation"]["judged"]) / one["evaluation"]["bare"], 20),
)  # fmt: skip
NUMBERS = tuple(dict.fromkeys(goal.number for goal in GOALS))


def chosen(only: str | None) -> list[Goal]:
    """The goals named ("P1,P5"), or all.

    Raises:
        SystemExit: an unknown number.
    """
    if not only:
        return list(GOALS)
    wanted = [one.strip().upper() for one in only.split(",") if one.strip()]
    for one in wanted:
        if one not in NUMBERS:
            raise SystemExit(f"no goal {one}; there are {', '.join(NUMBERS)}")
    return [goal for goal in GOALS if goal.number in wanted]


def table(goals: Sequence[Goal], rounds: Sequence[Round]) -> tuple[list[str], list[dict[str, object]]]:
    """The lines to print, and the same for the result file."""
    lines, kept = [], []
    for goal in goals:
        value = goal.over(rounds)
        met = goal.met(value)
        limit = "" if goal.limit is None else f"{goal.sign} {goal.limit:g}"
        word = {True: "met", False: "NOT MET", None: ""}[met]
        lines.append(f"{goal.number:4} {goal.what:52} {value:8.2f} {goal.unit:4} {limit:8} {word}".rstrip())
        each = [round(goal.ratio(one), 3) for one in rounds]
        kept.append(
            {"goal": goal.number, "what": goal.what.strip(), "value": round(value, 3), "unit": goal.unit,
             "limit": limit, "met": met, "rounds": each}
        )  # fmt: skip
    return lines, kept
