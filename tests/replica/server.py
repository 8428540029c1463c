"""The replica's HTTP server on loopback: routes, headers, faults, and a log of every request.

`python -m tests.replica.server` serves it until it is interrupted.
"""

from __future__ import annotations

import argparse
import hashlib
import itertools
import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from tests.replica import documents, pages, service
from tests.replica.council import Council
from tests.replica.faults import Fault, FaultKind, Faults

ROBOTS = "User-agent: *\nDisallow: /ieDocSearch.aspx\nDisallow: /mgUserInfo.aspx\n"
HTML = "text/html; charset=utf-8"
XML = "text/xml; charset=utf-8"
PDF = "application/pdf"
STAMP = "Mon, 02 Nov 2026 09:00:00 GMT"
LATER = "Fri, 20 Nov 2026 09:00:00 GMT"
_PAPERS = re.compile(r'<a [^>]*href="(?:documents|ieDecisionDetails)[^>]*>.*?</a>', re.DOTALL)


@dataclass(frozen=True)
class Request:
    """One request, as the server saw it."""

    at: float
    """When it came in, in seconds of a clock that only goes forward."""
    target: str
    """Path and query, not quoted."""
    connection: int
    """Which connection it came over; they are counted from 1."""
    open: int
    """How many connections were open then."""
    under_way: int
    """How many requests were under way then, this one counted."""
    headers: dict[str, str]


@dataclass
class Answer:
    """What is sent back."""

    body: bytes
    media_type: str
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that goes away in the middle is none of the site's business."""


class Replica:
    """The site: its council, the night it is, its faults, and its log."""

    def __init__(self, council: Council | None = None, *, service_on: bool = True) -> None:
        self.council = council or Council()
        self.night = 1
        self.service_on = service_on
        self.robots: str | None = ROBOTS
        self.steady = False
        """Whether pages are the same to the byte at each visit; the real thing's aren't."""
        self.faults = Faults()
        self.log: list[Request] = []
        self.sent: dict[str, int] = {}
        """How often each status was sent."""
        self.busy_seconds = 0.0
        """How long requests were under way, all together."""
        self._lock = threading.Lock()
        self._open = 0
        self._under_way = 0
        self._connections = itertools.count(1)
        self._visits = itertools.count(1)
        self._server: ThreadingHTTPServer | None = None

    @property
    def base(self) -> str:
        """The site's address."""
        assert self._server is not None
        return f"http://127.0.0.1:{self._server.server_address[1]}/"

    def misbehave(self, kind: FaultKind, where: str, **more: Any) -> Fault:
        """Switch a fault on for the addresses that match `where`."""
        return self.faults.add(Fault(kind, where, **more))

    def asked(self, pattern: str = "") -> list[str]:
        """The targets of the requests that match, in order."""
        return [r.target for r in self.log if re.search(pattern, r.target, re.IGNORECASE)]

    def forget_log(self) -> None:
        """Begin a new log."""
        with self._lock:
            self.log.clear()
            self.sent.clear()

    @contextmanager
    def serving(self, port: int = 0) -> Iterator[Replica]:
        """Serve on loopback until the block ends."""
        self._server = _Server(("127.0.0.1", port), _handler(self))
        thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield self
        finally:
            self._server.shutdown()
            self._server.server_close()
            thread.join(5)

    def enter(self) -> int:
        """A connection was opened: its number."""
        with self._lock:
            self._open += 1
            return next(self._connections)

    def leave(self) -> None:
        """A connection was closed."""
        with self._lock:
            self._open -= 1

    @contextmanager
    def logged(self, target: str, connection: int, headers: dict[str, str]) -> Iterator[None]:
        """Note a request for as long as it is under way."""
        began = time.monotonic()
        with self._lock:
            self._under_way += 1
            self.log.append(
                Request(time.monotonic(), target, connection, self._open, self._under_way, headers)
            )
        try:
            yield
        finally:
            with self._lock:
                self._under_way -= 1
                self.busy_seconds += time.monotonic() - began

    def answer(self, target: str, empty: bool = False) -> Answer:
        """What the site says to a request that goes well."""
        parts = urlsplit(target)
        path = parts.path.rpartition("/")[2]
        query = {name.lower(): value for name, value in parse_qsl(parts.query)}
        if parts.path == "/robots.txt":
            if self.robots is None:
                return _not_found()
            return Answer(self.robots.encode(), "text/plain")
        if "mgwebservice.asmx" in parts.path.lower():
            return self._service(path.lower(), query)
        document = re.match(r"/documents/([sgb])(\d+)/", unquote(parts.path), re.IGNORECASE)
        if document:
            form = query.get("t", "")
            return self._document(f"{document[1]}{document[2]}" + (f"-T{form}" if form else ""))
        page = self._page(path.lower(), query, empty)
        return _not_found() if page is None else Answer(page.encode(), HTML)

    def _page(  # noqa: PLR0911 - one line for each page
        self, path: str, query: dict[str, str], empty: bool
    ) -> str | None:
        visit, night = 1 if self.steady else next(self._visits), self.night
        number = int(query.get("id") or query.get("aiid") or query.get("mid") or "0")
        if path == "mglistcommittees.aspx":
            page = pages.committees(visit)
            return re.sub(r"<ul.*?</ul>", "", page, flags=re.DOTALL) if empty else page
        if path == "ielistmeetings.aspx":
            page = pages.meetings(self.council, int(query.get("cid", "0")), night, visit)
            return re.sub(r"<li  class.*?</li>", "", page, flags=re.DOTALL) if empty else page
        if path == "mgconvert2pdf.aspx":
            return None
        meeting = self.council.meeting(number)
        if meeting is not None and meeting.since <= night:
            if path == "ielistdocuments.aspx":
                page = pages.meeting(meeting, night, visit)
                return _PAPERS.sub("", page) if empty else page
            if path == "mgmeetingattendance.aspx":
                return pages.attendance(meeting, visit)
        for each in self.council.meetings:
            for item in each.items:
                if path == "mgai.aspx" and item.ident == number:
                    return pages.item(each, item, visit)
                if path == "iedecisiondetails.aspx" and item.decision == number:
                    return pages.decision(each, item, visit)
        return None

    def _service(self, operation: str, query: dict[str, str]) -> Answer:
        if not self.service_on:
            return Answer(b"Request format is unrecognized.", "text/plain", 500)
        if operation == "getcommittees":
            return Answer(service.committees().encode(), XML)
        if operation == "getmeetings":
            span = None
            with suppress(KeyError, ValueError):
                span = (_day(query["sfromdate"]), _day(query["stodate"]))
            said = service.meetings(self.council, int(query["lcommitteeid"]), self.night, span)
            return Answer(said.encode(), XML)
        meeting = self.council.meeting(int(query.get("lmeetingid", "0")))
        if operation == "getmeeting" and meeting is not None:
            return Answer(service.meeting(meeting, self.night, self.base).encode(), XML)
        return Answer(b"System.ArgumentException: no such operation", "text/plain", 500)

    def _document(self, key: str) -> Answer:
        found = self.council.find(key)
        if found is None or not found[2].shown(self.night):
            return _not_found()
        meeting, item, paper = found
        body = documents.document(meeting, item, paper, self.night)
        tag = hashlib.sha256(body).hexdigest()[:16]
        stamp = LATER if paper.revision(self.night) > 1 else STAMP
        name = paper.title.replace('"', "")
        return Answer(body, PDF, headers={
            "ETag": f'"{tag}"', "Last-Modified": stamp, "Accept-Ranges": "bytes",
            "Content-Disposition": f'inline; filename="{name}.pdf"',
        })  # fmt: skip


def _day(text: str) -> Any:
    return datetime.strptime(text, "%d/%m/%Y").date()  # noqa: DTZ007 - a bare date


def _not_found() -> Answer:
    return Answer(b"<html><body><h1>Page not found</h1></body></html>", HTML, 404)


def _handler(replica: Replica) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        server_version = "Microsoft-IIS/10.0"
        sys_version = ""
        timeout = 60

        def setup(self) -> None:
            super().setup()
            self.number = replica.enter()

        def finish(self) -> None:
            with suppress(OSError):
                super().finish()
            replica.leave()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Say nothing: the replica has a log of its own."""

        def do_GET(self) -> None:
            target = unquote(self.path)
            headers = dict(self.headers.items())
            with replica.logged(target, self.number, headers), suppress(ConnectionError):
                self._serve(target)

        def _serve(self, target: str) -> None:
            fault = replica.faults.take(target)
            kind = fault.kind if fault else None
            answer = replica.answer(self.path, empty=kind == "empty")
            if fault is not None:
                answer = self._spoilt(fault, answer)
            tag = answer.headers.get("ETag")
            since = self.headers.get("If-Modified-Since")
            if answer.status == 200 and tag and kind is None:
                named = self.headers.get("If-None-Match")
                if named == tag or (named is None and since == answer.headers["Last-Modified"]):
                    answer = Answer(b"", answer.media_type, 304, {"ETag": tag})
            with replica._lock:
                replica.sent[str(answer.status)] = replica.sent.get(str(answer.status), 0) + 1
            self._send(answer, kind)

        def _spoilt(self, fault: Fault, answer: Answer) -> Answer:  # noqa: PLR0911
            kind = fault.kind
            if kind == "slow":
                time.sleep(fault.seconds)
            elif kind == "error":
                return Answer(b"<html><h1>Server Error</h1></html>", HTML, fault.status)
            elif kind == "busy":
                wait = f"{fault.seconds:g}"
                return Answer(b"Too many requests", "text/plain", 429, {"Retry-After": wait})
            elif kind == "wrong type":
                return Answer(b"<html><body><h1>Please sign in</h1></body></html>", HTML)
            elif kind == "layout":
                return Answer(
                    b"<html><body><main><h1>Our new website</h1></main></body></html>", HTML
                )
            elif kind == "gone":
                return _not_found()
            elif kind == "forbidden":
                return Answer(b"<html><h1>Forbidden</h1></html>", HTML, 403)
            elif kind == "away":
                return Answer(b"", HTML, 302, {"Location": "http://localhost:1/elsewhere.pdf"})
            elif kind == "huge":
                return Answer(b"%PDF-1.4\n" + b"x" * (3 << 20), PDF)
            elif kind == "evil name":
                answer.headers["Content-Disposition"] = 'inline; filename="../../../../evil.pdf"'
            elif kind == "no service":
                return Answer(b"The service is off", "text/plain", 500)
            return answer

        def _send(self, answer: Answer, kind: str | None) -> None:
            self.send_response(answer.status)
            self.send_header("X-Powered-By", "ASP.NET")
            for name, value in answer.headers.items():
                self.send_header(name, value)
            if answer.media_type == HTML:
                self.send_header("Cache-Control", "private")
                self.send_header("Set-Cookie", f"ASP.NET_SessionId=v{self.number}; path=/")
            if answer.status != 304:
                self.send_header("Content-Type", answer.media_type)
                self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            if kind == "drop":
                self.wfile.write(answer.body[: len(answer.body) // 2])
                self.close_connection = True
            elif kind == "drip":
                for place in range(len(answer.body)):
                    self.wfile.write(answer.body[place : place + 1])
                    self.wfile.flush()
                    time.sleep(0.2)
            else:
                self.wfile.write(answer.body)

    return Handler


def main() -> None:
    """Serve the replica in the foreground."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=8399)
    parser.add_argument("--night", type=int, default=1)
    given = parser.parse_args()
    replica = Replica()
    replica.night = given.night
    with replica.serving(given.port), suppress(KeyboardInterrupt):
        print(f"serving {replica.base} on night {given.night}; Ctrl-C ends it")  # noqa: T201
        while True:
            time.sleep(3600)


if __name__ == "__main__":
    main()
