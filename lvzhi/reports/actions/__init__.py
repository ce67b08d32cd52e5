"""Writes of reports: their sections, what figures came to, remarks, and the effects that the steps have."""

from lvzhi.reports.actions.drafting import (
    add_section,
    begin_report,
    describe,
    drop_section,
    move_section,
    put_token,
    restore_revision,
    restore_section,
    write_section,
)
from lvzhi.reports.actions.editing import editable, may_edit
from lvzhi.reports.actions.giving import note_copy
from lvzhi.reports.actions.outlining import choose_tables, drop_outline, keep_outline
from lvzhi.reports.actions.publishing import check_publish, publish, take_down
from lvzhi.reports.actions.reading import update
from lvzhi.reports.actions.remarking import OPEN_TO_REMARKS, answer, begin_remark, check_answer, reopen
from lvzhi.reports.actions.sensing import note_sense, restore_sense
from lvzhi.reports.actions.signing import (
    approve,
    check_seal,
    check_send,
    check_sign,
    give_back,
    seal,
    send_on,
    sign,
    withdraw,
)

__all__ = [
    "OPEN_TO_REMARKS",
    "add_section",
    "answer",
    "approve",
    "begin_remark",
    "begin_report",
    "check_answer",
    "check_publish",
    "check_seal",
    "check_send",
    "check_sign",
    "choose_tables",
    "describe",
    "drop_outline",
    "drop_section",
    "editable",
    "give_back",
    "keep_outline",
    "may_edit",
    "move_section",
    "note_copy",
    "note_sense",
    "publish",
    "put_token",
    "reopen",
    "restore_revision",
    "restore_section",
    "restore_sense",
    "seal",
    "send_on",
    "sign",
    "take_down",
    "update",
    "withdraw",
    "write_section",
]
