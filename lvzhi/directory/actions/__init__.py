"""Writes of the directory, each one journalled line."""

from __future__ import annotations

from lvzhi.directory.actions.imports import Result, columns, import_units
from lvzhi.directory.actions.successions import succeed
from lvzhi.directory.actions.units import add, alter

__all__ = ["Result", "add", "alter", "columns", "import_units", "succeed"]
