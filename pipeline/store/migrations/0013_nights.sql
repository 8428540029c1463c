-- What an unattended night must be able to tell: papers that are gone or replaced, what the sources
-- list against what is held, and that something was forgotten.

ALTER TABLE documents ADD COLUMN removed_on DATE;
COMMENT ON COLUMN documents.removed_on IS 'Day (UTC) of the run that found the paper gone from its folder or site; NULL while it stands there. Its facts stay.';

CREATE TABLE replaced_papers (
    document_id VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL,
    ingested_at TIMESTAMP NOT NULL,
    replaced_at TIMESTAMP NOT NULL,
    PRIMARY KEY (document_id, sha256)
);

COMMENT ON TABLE replaced_papers IS 'Bytes that stood where a paper stands now: its earlier versions, whose originals are kept.';
COMMENT ON COLUMN replaced_papers.document_id IS 'The paper that stands there now (documents.document_id).';
COMMENT ON COLUMN replaced_papers.sha256 IS 'SHA-256 of the earlier bytes; their original is kept under it.';
COMMENT ON COLUMN replaced_papers.ingested_at IS 'When the earlier bytes were first ingested, in UTC.';
COMMENT ON COLUMN replaced_papers.replaced_at IS 'When the run that found other bytes there began, in UTC.';

CREATE TABLE completeness (
    source VARCHAR NOT NULL,
    authority VARCHAR,
    body VARCHAR,
    held_on DATE,
    meeting_id VARCHAR,
    listed INTEGER NOT NULL,
    refused INTEGER NOT NULL,
    held INTEGER NOT NULL,
    parsed INTEGER NOT NULL,
    partial INTEGER NOT NULL,
    restricted INTEGER NOT NULL,
    failed INTEGER NOT NULL,
    complete BOOLEAN NOT NULL,
    reason VARCHAR
);

COMMENT ON TABLE completeness IS 'One row per meeting that a source of papers nightly lists: what it lists, what is held of it, and what became of that.';
COMMENT ON COLUMN completeness.source IS 'Name of the source.';
COMMENT ON COLUMN completeness.authority IS 'Authority, as the source says or its papers print.';
COMMENT ON COLUMN completeness.body IS 'Body that met, as the source says or its papers print; NULL for papers of no known meeting.';
COMMENT ON COLUMN completeness.held_on IS 'Day of the meeting.';
COMMENT ON COLUMN completeness.meeting_id IS 'The meeting in the archive (meetings.meeting_id); NULL where its papers don''t tell.';
COMMENT ON COLUMN completeness.listed IS 'How many papers the source lists.';
COMMENT ON COLUMN completeness.refused IS 'Of these, how many it says are restricted: they are never fetched.';
COMMENT ON COLUMN completeness.held IS 'How many of the others are in the archive.';
COMMENT ON COLUMN completeness.parsed IS 'Of these, how many were read wholly (status ok).';
COMMENT ON COLUMN completeness.partial IS 'How many were read in part.';
COMMENT ON COLUMN completeness.restricted IS 'How many say themselves that they are restricted: no text of them is kept.';
COMMENT ON COLUMN completeness.failed IS 'How many public papers could not be had or not be read.';
COMMENT ON COLUMN completeness.complete IS 'Whether the source could be asked and every public paper is held and read wholly.';
COMMENT ON COLUMN completeness.reason IS 'Why it is not complete, where more than the papers'' own state makes it so.';

CREATE TABLE erasures (
    erased_at TIMESTAMP NOT NULL,
    kind VARCHAR NOT NULL CHECK (kind IN ('paper', 'person')),
    by_whom VARCHAR NOT NULL,
    reason VARCHAR NOT NULL
);

COMMENT ON TABLE erasures IS 'That something was forgotten (`papers forget`), and never what it was.';
COMMENT ON COLUMN erasures.erased_at IS 'When, in UTC.';
COMMENT ON COLUMN erasures.kind IS 'paper or person.';
COMMENT ON COLUMN erasures.by_whom IS 'Who ran the command.';
COMMENT ON COLUMN erasures.reason IS 'Why, as that person put it.';
