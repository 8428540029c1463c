"""The errors that the pipeline raises on purpose, and the exit status each one stands for."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """What the `papers` command tells the shell."""

    OK = 0
    """Everything asked for was done."""
    ATTENTION = 1
    """The run ended, and some papers need a person's attention."""
    USAGE = 2
    """The command was called with something that it can't work on."""
    NOT_PUBLISHED = 3
    """The archive could not be published; the one before it, if any, still stands."""
    SOURCE = 4
    """A night ended and published, and a whole source of papers could not be asked."""
    FAULT = 70
    """The program itself failed (EX_SOFTWARE of sysexits.h); the archive is whole."""
    NOBODY_READS = 141
    """Whoever read the output has gone, as in `papers query NAME | head -1` (128 + SIGPIPE)."""


class PipelineError(Exception):
    """Base of all errors that carry a message for a person.

    A message names what failed (file, page) and then the remedy.
    """

    exit_code = ExitCode.ATTENTION


class UsageError(PipelineError):
    """A wrong path, name or parameter on the command line."""

    exit_code = ExitCode.USAGE


class ArchiveMissingError(UsageError):
    """No archive stands where one was to be opened."""


class ArchiveBusyError(PipelineError):
    """Another ingestion works on this archive."""

    exit_code = ExitCode.NOT_PUBLISHED


class PublishError(PipelineError):
    """The new archive failed an invariant or could not be put in place."""

    exit_code = ExitCode.NOT_PUBLISHED


class UnreadablePaperError(PipelineError):
    """The bytes of a paper can't be read as what they claim to be."""


class RestrictedPaperError(PipelineError):
    """The paper is exempt from publication: none of its text may be kept."""


class LexiconError(PipelineError):
    """A file of the vocabulary is missing or wrong: nothing can be read without it."""

    exit_code = ExitCode.USAGE


class ScannedPagesError(PipelineError):
    """The paper has more pages without text than may be recognised now: give it more time."""

    def __init__(self, pages: int) -> None:
        """`pages` is how many pages must be recognised."""
        super().__init__(f"{pages} scanned pages to recognise")
        self.pages = pages
