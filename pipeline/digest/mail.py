"""Sending a digest by SMTP: a message that can be sent again without harm, over TLS."""

from __future__ import annotations

import os
import re
import smtplib
import ssl
from dataclasses import dataclass
from datetime import datetime
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import SMTP
from email.utils import format_datetime
from pathlib import Path
from typing import Literal

from pipeline.errors import PipelineError, UsageError

Security = Literal["starttls", "tls", "none"]
PORTS: dict[Security, int] = {"starttls": 587, "tls": 465, "none": 25}
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
_ADDRESS = re.compile(r"[^\s@<>,;:\"\\()\[\]\x00-\x1f\x7f]+@[A-Za-z0-9.-]+")
_UNSHOWN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


class MailError(PipelineError):
    """A digest that could not be sent; it stands in the folder of digests, and is tried again."""


class RefusedError(MailError):
    """A digest that was sent, though not to everybody: it isn't sent again."""


@dataclass(frozen=True)
class Mail:
    """How digests are sent, and to whom; checks itself when built (raises UsageError)."""

    host: str
    sender: str
    to: tuple[str, ...]
    port: int | None = None
    """None for the usual one: 587 with STARTTLS, 465 with TLS from the start, 25 without."""
    security: Security = "starttls"
    user: str | None = None
    password_env: str | None = None
    """The environment variable that holds the password."""
    password_file: Path | None = None
    """The file that holds it, as systemd's LoadCredential leaves one."""
    ca_file: Path | None = None
    """Certificates to trust instead of the system's, for a server of one's own."""
    timeout: float = 30.0
    """Seconds that the server may take to answer."""
    quiet: bool = True
    """Whether a night without news is mailed too: then silence means that no night has run."""

    def __post_init__(self) -> None:
        for address in (self.sender, *self.to):
            if not _ADDRESS.fullmatch(address):
                raise UsageError(f"mail: {address!r} is no address; write it as name@example.org")
        if not self.to:
            raise UsageError(
                "mail: nobody is named to send digests to; set 'to', or leave mail out"
            )
        if self.security not in PORTS:
            raise UsageError(f"mail: security is starttls, tls or none, not {self.security!r}")
        if not re.fullmatch(r"[A-Za-z0-9.:-]+", self.host):
            raise UsageError(f"mail: {self.host!r} is no name of a server")
        if self.user and not (self.password_env or self.password_file):
            raise UsageError("mail: a user needs a password: name password_env or password_file")
        if self.user and self.security == "none" and self.host not in _LOOPBACK:
            raise UsageError("mail: a password is never sent without TLS; set security to starttls")

    def password(self) -> str:
        """The password. Raises MailError where it can't be had."""
        if self.password_file is not None:
            try:
                return self.password_file.read_text(encoding="utf-8").rstrip("\r\n")
            except (OSError, UnicodeDecodeError) as error:
                raise MailError(
                    f"{self.password_file}: the password can't be read: {error}"
                ) from error
        found = os.environ.get(self.password_env or "")
        if not found:
            raise MailError(
                f"the environment variable {self.password_env} holds no password for the mail; "
                "set it"
            )
        return found


@dataclass(frozen=True)
class Letter:
    """What is to be sent."""

    key: str
    """Makes the message's id: one that is sent twice is known as the same by whoever gets it."""
    when: datetime
    subject: str
    text: str
    page: str


def compose(mail: Mail, letter: Letter) -> bytes:
    """The message with text and page as alternatives, as bytes to be kept until it is sent."""
    message = EmailMessage(policy=SMTP)
    sender = Address(addr_spec=mail.sender)
    message["From"] = sender
    message["To"] = tuple(Address(addr_spec=each) for each in mail.to)
    # A line end in a header would begin another one; the library refuses it, and none comes so far.
    message["Subject"] = " ".join(_UNSHOWN.sub(" ", letter.subject).split())[:200]
    message["Date"] = format_datetime(letter.when)
    key = re.sub(r"[^A-Za-z0-9.]", "", letter.key)
    message["Message-ID"] = f"<committee-papers.{key}@{sender.domain}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(letter.text)
    message.add_alternative(letter.page, subtype="html")
    return message.as_bytes()


def send(mail: Mail, data: bytes) -> None:
    """Send a composed message to whom the settings name now.

    Raises RefusedError when the server took it for some of them only, MailError when for nobody.
    """
    try:
        with _connected(mail) as server:
            message = BytesParser(policy=SMTP).parsebytes(data)
            refused = server.send_message(message, from_addr=mail.sender, to_addrs=mail.to)
    except (OSError, smtplib.SMTPException, MessageError) as error:
        said = " ".join(str(error).split())[:300]
        raise MailError(
            f"the digest could not be sent through {mail.host} ({type(error).__name__}: {said}); "
            "it stands in the folder of digests, and the next night tries again"
        ) from error
    if refused:
        named = ", ".join(sorted(refused))
        raise RefusedError(f"{mail.host} took the digest, but not for {named}; correct 'to'")


def _connected(mail: Mail) -> smtplib.SMTP:
    port = mail.port or PORTS[mail.security]
    if mail.security == "none":
        server = smtplib.SMTP(mail.host, port, timeout=mail.timeout)
    else:
        trusted = ssl.create_default_context(cafile=mail.ca_file)
        if mail.security == "tls":
            server = smtplib.SMTP_SSL(mail.host, port, timeout=mail.timeout, context=trusted)
        else:
            server = smtplib.SMTP(mail.host, port, timeout=mail.timeout)
            try:
                server.starttls(context=trusted)
            except BaseException:
                server.close()
                raise
    if mail.user:
        try:
            server.login(mail.user, mail.password())
        except BaseException:
            server.close()
            raise
    return server
