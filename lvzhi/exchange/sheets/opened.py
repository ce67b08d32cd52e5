"""Run as a program of its own: a workbook on standard input, its visible sheets pickled on standard output.

Nothing of the house is imported, so that it starts at once. Argument: how many cells a sheet may have.
"""

from __future__ import annotations

import io
import pickle
import resource
import sys
from typing import Any

MEMORY = 3 << 30  # bytes: a sheet of as many cells as a committee may allow takes a third of it
SECONDS = 120


def opened(data: bytes, most: int) -> tuple[str, Any]:
    """``("read", [(title, start, rows, merged ranges)])``, or a code of `BadFile` with the height of the sheet."""
    from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

    found: list[Any] = []
    try:
        book = CalamineWorkbook.from_object(io.BytesIO(data))
        for title in [each.name for each in book.sheets_metadata if each.visible == SheetVisibleEnum.Visible]:
            sheet = book.get_sheet_by_name(title)
            if sheet.start is None:
                found.append((title, (0, 0), [], ()))
                continue
            if sheet.height * sheet.width > most:
                return "too_many_rows", sheet.total_height
            found.append((title, sheet.start, sheet.to_python(skip_empty_area=True), sheet.merged_cell_ranges or ()))
    except CalamineError as problem:
        return "encrypted" if "password" in str(problem).lower() else "truncated", 0
    return "read", found


def main() -> None:
    """Within limits of memory and time that the system enforces."""
    for what, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS), (resource.RLIMIT_CORE, 0)):
        try:
            resource.setrlimit(what, (most, most))
        except (ValueError, OSError):  # macOS knows no limit of addresses: there the process alone is the fence
            continue
    pickle.dump(opened(sys.stdin.buffer.read(), int(sys.argv[1])), sys.stdout.buffer, pickle.HIGHEST_PROTOCOL)


if __name__ == "__main__":
    main()
