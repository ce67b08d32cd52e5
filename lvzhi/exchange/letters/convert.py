"""Word to PDF through LibreOffice, each time in a profile of its own so that conversions do not wait for each other."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from lvzhi.exchange.container import DEFAULT_LIMITS, Limits, Source, check_office, kind_of, load
from lvzhi.exchange.errors import BadFile
from lvzhi.exchange.vocabulary import DECLARED_FONTS, FONT_ALIASES, STAND_INS

_SECONDS = 120


def can_convert() -> bool:
    """Whether LibreOffice is installed."""
    return _tool() is not None


def to_pdf(source: Source, name: str = "", *, limits: Limits = DEFAULT_LIMITS, seconds: int = _SECONDS) -> bytes:
    """The PDF of a .docx file.

    Errors: ``BadFile`` no_office when LibreOffice is not installed, convert_failed when it gives no PDF in time,
    and those of reading the file.
    """
    tool = _tool()
    data = load(source, name, limits)
    kind = kind_of(data)
    if kind not in ("docx", "broken_zip", "zip") or check_office(data, name, limits) != "docx":
        raise BadFile("wrong_kind", name=name, found=kind)
    if tool is None:
        raise BadFile("no_office", name=name)
    with tempfile.TemporaryDirectory(prefix="lvzhi-pdf-") as folder:
        place = Path(folder)
        (place / "in.docx").write_bytes(data)
        command = [
            tool,
            f"-env:UserInstallation={(place / 'profile').as_uri()}",
            *("--headless", "--norestore", "--nolockcheck", "--convert-to", "pdf", "--outdir", folder),
            str(place / "in.docx"),
        ]
        if not _run(command, {**os.environ, "FONTCONFIG_FILE": _replacements(place)}, seconds):
            raise BadFile("convert_failed", name=name)
        made = place / "in.pdf"
        if not made.is_file() or not made.stat().st_size:
            raise BadFile("convert_failed", name=name)
        return made.read_bytes()


def _run(command: list[str], environment: dict[str, str], seconds: int) -> bool:
    """Whether a command ended in time; one that did not is ended with all it started (LibreOffice starts itself)."""
    started = subprocess.Popen(  # noqa: S603  # a fixed command
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        started.wait(seconds)
    except subprocess.TimeoutExpired:
        os.killpg(started.pid, signal.SIGKILL)
        started.wait()
        return False
    return True


def _replacements(place: Path) -> str:
    """Tell this run which installed face stands for each declared one (R12.14); the machine's own rules come after."""
    aliases = "".join(
        f"<alias binding='same'><family>{font}</family><prefer>"
        + "".join(f"<family>{name}</family>" for name in (font, *FONT_ALIASES[font], *STAND_INS[font]))
        + "</prefer></alias>"
        for font in DECLARED_FONTS
    )
    own = os.environ.get("FONTCONFIG_FILE", "/etc/fonts/fonts.conf")
    rules = place / "fonts.conf"
    rules.write_text(
        f"<?xml version='1.0'?><fontconfig>{aliases}<include ignore_missing='yes'>{own}</include></fontconfig>",
        encoding="utf-8",
    )
    return str(rules)


def _tool() -> str | None:
    return shutil.which("soffice") or shutil.which("libreoffice")
