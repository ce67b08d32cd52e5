"""Back ends of channels that come with the product: e-mail, and a double that only records.

SMS, 企业微信, 钉钉 and 浙政钉 have doors and no back end here: what a gateway wants differs from province to province,
and one that was never tried against it would only look as if it worked.
"""

from __future__ import annotations

import logging
import smtplib
from typing import ClassVar

from django.core.mail import EmailMessage, get_connection

from lvzhi.messages.channels import Letter, NotSent

log = logging.getLogger(__name__)
_REFUSED = (
    smtplib.SMTPConnectError, smtplib.SMTPHeloError, smtplib.SMTPAuthenticationError, smtplib.SMTPSenderRefused,
    smtplib.SMTPRecipientsRefused, smtplib.SMTPDataError, smtplib.SMTPNotSupportedError,
)  # fmt: skip
"""What a mail server says when it took nothing."""


class Mail:
    """E-mail by Django's own, over the server of `LVZHI_MAIL`."""

    def send(self, address: str, letter: Letter) -> None:
        """One e-mail. A server that cannot be reached or refuses took nothing; one that falls silent may have."""
        connection = get_connection()
        try:
            connection.open()
        except (OSError, smtplib.SMTPException) as problem:
            raise NotSent(str(problem)) from problem
        try:
            EmailMessage(letter.subject, letter.text, to=[address], connection=connection).send()
        except _REFUSED as problem:
            raise NotSent(str(problem)) from problem
        finally:
            connection.close()


class Recorder:
    """A double for tests and trials: keeps what it was given, sends nothing."""

    kept: ClassVar[list[tuple[str, Letter]]] = []

    def send(self, address: str, letter: Letter) -> None:
        """Keep it, and say in the log that there was one, without its words."""
        self.kept.append((address, letter))
        log.info("a letter was recorded, nothing was sent")
