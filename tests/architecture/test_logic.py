"""States, clocks, limits, words and shapes stay where they belong; each check is also shown to fail."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.architecture import logic, shape, words
from tests.architecture.house import House, here, sample

Check = Callable[[House], list[str]]

ACTIONS, VIEWS, PAGE = (
    "lvzhi/proposals/actions.py",
    "lvzhi/proposals/views.py",
    "lvzhi/proposals/templates/proposals/x.html",
)
BROKEN: list[tuple[Check, str, str]] = [
    (logic.states_assigned, ACTIONS, "record.state = State.FILED\n"),
    (logic.states_assigned, ACTIONS, "x, record.state = 1, State.FILED\n"),
    (logic.states_assigned, ACTIONS, 'setattr(record, "state", State.FILED)\n'),
    (logic.states_assigned, ACTIONS, "rows.update(state=State.FILED)\n"),
    (logic.states_assigned, ACTIONS, 'rows.bulk_update(found, ["state"])\n'),
    (logic.other_clocks, ACTIONS, "now = timezone.now()\n"),
    (logic.other_clocks, ACTIONS, "now = datetime.now(UTC)\n"),
    (logic.other_clocks, ACTIONS, "now = dt.date.today()\n"),
    (logic.numbers_of_rules, ACTIONS, "due = day + timedelta(days=60)\n"),
    (logic.numbers_of_rules, ACTIONS, "if len(title) > 50:\n    pass\n"),
    (logic.numbers_of_rules, "lvzhi/people/queries.py", "late = 15 <= days\n"),
    (words.chinese_in_logic, ACTIONS, 'def go():\n    raise Refusal("题目太长")\n'),
    (words.chinese_in_logic, VIEWS, 'def go():\n    return f"共{count}件"\n'),
    (words.chinese_in_logic, "lvzhi/proposals/forms.py", 'def go():\n    return "请填写"\n'),
    (words.chinese_in_logic, "lvzhi/proposals/models.py", 'class P:\n    def clean(self):\n        return "请填写"\n'),
    (shape.long_files, ACTIONS, "x = 1\n" * 401),
    (shape.long_functions, ACTIONS, "def go():\n" + "    x = 1\n" * 40),
    (shape.bare_suppressions, ACTIONS, "x = 1  # noqa\n"),
    (shape.bare_suppressions, ACTIONS, "x = 1  # noqa: F401\n"),
    (shape.bare_suppressions, ACTIONS, "x = 1  # type: ignore[assignment]\n"),
    (shape.bare_suppressions, ACTIONS, "x = 1  # type: ignore  # because it is so\n"),
    (shape.inline_code, PAGE, "<script>go()</script>\n"),
    (shape.inline_code, PAGE, '<p style="color:red">x</p>\n'),
    (shape.inline_code, PAGE, '<button onclick="go()">x</button>\n'),
    (shape.strange_addresses, PAGE, '<img src="https://elsewhere.example/x.png">\n'),
    (shape.strange_addresses, PAGE, '<link href="//elsewhere.example/x.css">\n'),
]
FREE: list[tuple[Check, str, str]] = [
    (logic.states_assigned, "lvzhi/workflow/engine.py", "record.state = state\n"),
    (logic.states_assigned, ACTIONS, "known = record.state\nrows.filter(state=known)\n"),
    (logic.other_clocks, ACTIONS, "now = clock.now()\nshown = timezone.localtime(now)\n"),
    (
        logic.numbers_of_rules,
        ACTIONS,
        'due = day + timedelta(days=1)\nif len(title) > value("proposals.title", c):\n    pass\n',
    ),
    (words.chinese_in_logic, "lvzhi/proposals/vocabulary.py", 'X = "提案"\n'),
    (words.chinese_in_logic, "lvzhi/proposals/rules.py", 'def make():\n    return Rule("提案者", test, rows)\n'),
    (words.chinese_in_logic, ACTIONS, '"""Hands a 提案 in."""\nx = "、".join(names)\n'),
    (shape.bare_suppressions, ACTIONS, "x = 1  # noqa: F401  reason: declares itself by being imported\n"),
    (shape.bare_suppressions, ACTIONS, "x = 1  # type: ignore[assignment]  # the model is ours\n"),
    (shape.inline_code, PAGE, '<script src="/x.js"></script><p class="style">x</p>\n'),
]
CHECKS = sorted({check for check, _, _ in BROKEN}, key=lambda check: check.__name__)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_holds(check: Check) -> None:
    assert check(here()) == []


@pytest.mark.parametrize(("check", "path", "text"), BROKEN)
def test_can_fail(check: Check, path: str, text: str) -> None:
    assert check(sample({path: text})) != []


@pytest.mark.parametrize(("check", "path", "text"), FREE)
def test_leaves_the_lawful_alone(check: Check, path: str, text: str) -> None:
    assert check(sample({path: text})) == []
