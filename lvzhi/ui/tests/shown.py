"""Renders a piece of a template as the loader would."""

from __future__ import annotations

from typing import Any

from django.template import Context, Template
from django_cotton.compiler_regex import CottonCompiler


def show(source: str, **given: Any) -> str:
    """The markup of ``source`` with the variables ``given``."""
    return Template(CottonCompiler().process(source)).render(Context(given))
