"""Digests over real SMTP on the loopback: with and without TLS, and what goes wrong."""

from __future__ import annotations

import shutil
import socket
import ssl
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, Envelope, LoginPassword, Session

from pipeline.digest.mail import Letter, Mail, MailError, RefusedError, compose, send
from pipeline.errors import UsageError

WHEN = datetime(2031, 10, 1, 3, 0, tzinfo=UTC)


class Kept:
    """Keeps what comes; refuses whoever is named `nobody`."""

    def __init__(self) -> None:
        self.messages: list[EmailMessage] = []

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802, ARG002
        if address.startswith("nobody@"):
            return "550 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session: Session, envelope: Envelope):  # noqa: N802, ARG002
        message = message_from_bytes(envelope.content or b"", policy=default)
        assert isinstance(message, EmailMessage)
        self.messages.append(message)
        return "250 OK"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if shutil.which("openssl") is None:
        pytest.skip("needs openssl to make a certificate")
    path = tmp_path_factory.mktemp("tls") / "both.pem"
    names = ["-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-subj", "/CN=localhost"]
    call = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", *names]
    subprocess.run(
        [*call, "-keyout", str(path) + ".key", "-out", str(path)], check=True, capture_output=True
    )
    return path


def served(handler: Kept, **options: object) -> Controller:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    controller = Controller(handler, hostname="127.0.0.1", port=port, **options)  # type: ignore[arg-type]
    controller.start()
    return controller


@pytest.fixture
def plain() -> Iterator[tuple[Kept, int]]:
    handler = Kept()
    controller = served(handler)
    yield handler, controller.port
    controller.stop()


def letter(subject: str = "3 new papers") -> Letter:
    page = "<!DOCTYPE html><html lang='en'><p>3 new papers &amp; more</p></html>"
    return Letter("20311001T030000.000000Z", WHEN, subject, "3 new papers\n", page)


def mail(port: int, *to: str, **options: object) -> Mail:
    settings = {"security": "none", **options}
    return Mail(
        "127.0.0.1",
        "papers@example.org",
        to or ("clerk@example.org",),
        port=port,
        **settings,  # type: ignore[arg-type]
    )


def test_a_digest_comes_as_text_and_page_and_twice_as_the_same(plain: tuple[Kept, int]) -> None:
    handler, port = plain
    settings = mail(port, "clerk@example.org", "chair@example.org")
    for _ in range(2):
        send(settings, compose(settings, letter()))
    first, second = handler.messages
    assert first["Message-ID"] == second["Message-ID"]
    assert first["Message-ID"] == "<committee-papers.20311001T030000.000000Z@example.org>"
    assert first["To"] == "clerk@example.org, chair@example.org"
    assert first["Subject"] == "3 new papers"
    assert first["Auto-Submitted"] == "auto-generated"
    parts = {part.get_content_type(): part.get_content() for part in first.iter_parts()}
    assert parts["text/plain"].strip() == "3 new papers"
    assert "3 new papers &amp; more" in parts["text/html"]


@pytest.mark.parametrize("ending", ["\r\n", "\n", "\r", "\u2028", "\x0b", "\x00\r\n "])
def test_no_header_can_be_slipped_in(plain: tuple[Kept, int], ending: str) -> None:
    handler, port = plain
    settings = mail(port)
    send(settings, compose(settings, letter(f"1 paper{ending}Bcc: thief@example.org")))
    (message,) = handler.messages
    assert message["Bcc"] is None
    assert message["Subject"] == "1 paper Bcc: thief@example.org"
    with pytest.raises(UsageError, match="no address"):
        mail(port, f"clerk@example.org{ending}Bcc: thief@example.org")


def test_whoever_is_refused_is_told_and_the_others_have_it(plain: tuple[Kept, int]) -> None:
    handler, port = plain
    settings = mail(port, "clerk@example.org", "nobody@example.org")
    with pytest.raises(RefusedError, match="not for nobody@"):
        send(settings, compose(settings, letter()))
    assert len(handler.messages) == 1
    with pytest.raises(MailError, match="could not be sent"):
        send(mail(port, "nobody@example.org"), compose(settings, letter()))


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_tls_with_a_password_and_only_to_whom_is_trusted(
    certificate: Path, security: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate, f"{certificate}.key")
    seen = []

    def check(server, session, envelope, mechanism, data):  # noqa: ARG001
        assert isinstance(data, LoginPassword)
        seen.append((data.login, data.password))
        return AuthResult(success=data.password == b"right")

    handler = Kept()
    tls = {"ssl_context": context} if security == "tls" else {"tls_context": context}
    extra = {} if security == "tls" else {"require_starttls": True}
    controller = served(
        handler, authenticator=check, auth_required=True, auth_require_tls=security != "tls",
        **tls, **extra,
    )  # fmt: skip
    port = controller.port
    options = {"security": security, "user": "papers", "timeout": 10.0}
    try:
        monkeypatch.setenv("MAIL_WORD", "right")
        trusted = mail(port, password_env="MAIL_WORD", ca_file=certificate, **options)
        send(trusted, compose(trusted, letter()))
        secret = tmp_path / "word"
        secret.write_text("right\n")
        send(
            mail(port, password_file=secret, ca_file=certificate, **options),
            compose(trusted, letter()),
        )
        assert len(handler.messages) == 2
        assert seen == [(b"papers", b"right")] * 2
        monkeypatch.setenv("MAIL_WORD", "wrong")
        with pytest.raises(MailError) as wrong:
            send(trusted, compose(trusted, letter()))
        assert "wrong" not in str(wrong.value)
        with pytest.raises(MailError, match="CERTIFICATE_VERIFY_FAILED"):
            send(mail(port, password_env="MAIL_WORD", **options), compose(trusted, letter()))
        monkeypatch.delenv("MAIL_WORD")
        with pytest.raises(MailError, match="MAIL_WORD holds no password"):
            send(trusted, compose(trusted, letter()))
        assert len(handler.messages) == 2
    finally:
        controller.stop()


def test_a_server_without_starttls_gets_nothing(plain: tuple[Kept, int]) -> None:
    handler, port = plain
    settings = mail(port, security="starttls")
    with pytest.raises(MailError, match="could not be sent"):
        send(settings, compose(settings, letter()))
    assert handler.messages == []


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"sender": "papers"}, "no address"),
        ({"to": ()}, "nobody is named"),
        ({"security": "ssl"}, "starttls, tls or none"),
        ({"user": "papers"}, "needs a password"),
        ({"host": "mail.example.org", "user": "u", "password_env": "W", "security": "none"}, "TLS"),
        ({"host": "mail example"}, "no name of a server"),
    ],
)
def test_wrong_settings_are_told(options: dict[str, object], said: str) -> None:
    whole = {"host": "127.0.0.1", "sender": "papers@example.org", "to": ("clerk@example.org",)}
    with pytest.raises(UsageError, match=said):
        Mail(**{**whole, **options})  # type: ignore[arg-type]
