"""Workbooks are opened in a process of their own.

The reader is compiled code, and a few bytes in a file can make it ask for all the memory of the machine, upon which it
ends the process it is in. So that process is not the server. See `opened`.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
from pathlib import Path

from lvzhi.exchange.errors import BadFile
from lvzhi.exchange.sheets.cells import Raw

Opened = tuple[str, tuple[int, int], list[list[Raw]], list[tuple[tuple[int, int], tuple[int, int]]]]

_PROGRAM = Path(__file__).with_name("opened.py")
_WAIT = 180  # seconds; the process itself stops after fewer of processor time


def sheets(data: bytes, name: str, cells: int, rows: int) -> list[Opened]:
    """Every visible sheet: its title, the place of its first cell, its rows from there, its merged ranges.

    Arguments:
        cells: most cells of a sheet's used area.
        rows: most rows, for the sentence.

    Errors: ``BadFile`` encrypted, truncated, too_many_rows.
    """
    try:
        done = subprocess.run(  # noqa: S603  reason: our own program, told two numbers
            [sys.executable, "-I", str(_PROGRAM), str(cells)],
            input=data, capture_output=True, timeout=_WAIT, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise BadFile("truncated", name=name) from None
    if done.returncode:
        raise BadFile("truncated", name=name)
    code, found = pickle.loads(done.stdout)  # noqa: S301  reason: written by our own program, never by the file
    if code == "too_many_rows":
        raise BadFile(code, name=name, rows=found, limit=rows)
    if code != "read":
        raise BadFile(code, name=name)
    opened: list[Opened] = found
    return opened
