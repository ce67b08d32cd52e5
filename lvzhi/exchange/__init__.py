"""Files in and out: text of any encoding, Excel and CSV row by row, official documents in the layout of GB/T 9704.

Modules: ``text`` (read a text file), ``sheets`` (read and write tables), ``letters`` (write official documents),
``container`` (limits and the check of a file's content). Import them by name; only the light words stand here.
"""

from __future__ import annotations

from lvzhi.exchange.columns import Column
from lvzhi.exchange.container import Limits
from lvzhi.exchange.errors import BadFile, Finding

__all__ = ["BadFile", "Column", "Finding", "Limits"]
