"""Time limits of following up a consultation, and what a look-back may find (R3.6)."""

from __future__ import annotations

from lvzhi.consultations import vocabulary as words
from lvzhi.norms import codes, declare

EDITORS = ("system_admin", "office")
DEFAULTS = {
    "consultations.look_back_due": {"amount": 6, "unit": "month"},
    "consultations.feed_back_due": {"amount": 15, "unit": "working_day"},
}
for _key, (_name, _help) in words.NORMS.items():
    declare(_key, _name, kind="term", default=DEFAULTS[_key], rule="R3.6", editors=EDITORS, help=_help)
codes.declare(
    words.RESULTS,
    words.RESULTS_NAME,
    [codes.row(code, name, rule=rule, closes=closes) for code, name, rule, closes in words.LOOK_RESULTS],
    extra=(("closes", words.CLOSES_LABEL),),
    editors=EDITORS,
)
