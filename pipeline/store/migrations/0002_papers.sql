-- Papers, their parts, the places that facts were read from, and the ledger of runs.

CREATE TABLE documents (
    document_id VARCHAR PRIMARY KEY,
    source VARCHAR NOT NULL,
    source_url VARCHAR,
    sha256 VARCHAR NOT NULL,
    media_type VARCHAR NOT NULL,
    kind VARCHAR NOT NULL CHECK (kind IN ('agenda_pack', 'agenda', 'minutes', 'meeting_page', 'report', 'action_log', 'decision_notice', 'other')),
    title VARCHAR,
    pages INTEGER CHECK (pages >= 0),
    status VARCHAR NOT NULL CHECK (status IN ('ok', 'partial', 'quarantined', 'restricted')),
    status_reason VARCHAR,
    ingested_at TIMESTAMP NOT NULL,
    producer VARCHAR,
    recognised_pages INTEGER CHECK (recognised_pages >= 0)
);

COMMENT ON TABLE documents IS 'One row per paper that was ingested, whatever became of it.';
COMMENT ON COLUMN documents.document_id IS 'Key: ''d'' and the first 16 hex digits of the SHA-256 of the paper''s bytes.';
COMMENT ON COLUMN documents.source IS 'Path that was ingested, or URL that was fetched.';
COMMENT ON COLUMN documents.source_url IS 'Where the paper was published, if known.';
COMMENT ON COLUMN documents.sha256 IS 'SHA-256 of the paper''s bytes, 64 hex digits.';
COMMENT ON COLUMN documents.media_type IS 'Media type of the bytes, as ''application/pdf''.';
COMMENT ON COLUMN documents.kind IS 'What the paper is: agenda_pack, agenda, minutes, meeting_page, report, action_log, decision_notice or other.';
COMMENT ON COLUMN documents.title IS 'Title of the paper.';
COMMENT ON COLUMN documents.pages IS 'Number of pages; NULL where the paper has no pages.';
COMMENT ON COLUMN documents.status IS 'ok; partial (some of it could not be read); quarantined (none of it could be read); restricted (exempt from publication, no text kept).';
COMMENT ON COLUMN documents.status_reason IS 'Why the status is not ok, and the remedy.';
COMMENT ON COLUMN documents.ingested_at IS 'When these bytes were first ingested, in UTC.';
COMMENT ON COLUMN documents.producer IS 'Program that made the file, from its metadata.';
COMMENT ON COLUMN documents.recognised_pages IS 'How many of the pages were pictures whose words were recognised (OCR); NULL where the paper has no pages.';

CREATE TABLE document_parts (
    document_id VARCHAR NOT NULL,
    part INTEGER NOT NULL,
    kind VARCHAR NOT NULL CHECK (kind IN ('front_page', 'agenda', 'minutes', 'report', 'forward_plan', 'decision_notice', 'action_log', 'meeting_page', 'other')),
    meeting_id VARCHAR,
    title VARCHAR,
    first_page INTEGER,
    last_page INTEGER,
    draft BOOLEAN NOT NULL,
    PRIMARY KEY (document_id, part)
);

COMMENT ON TABLE document_parts IS 'One row per part of a document: front page, agenda, minutes, report and so on.';
COMMENT ON COLUMN document_parts.document_id IS 'Document that holds the part (documents.document_id).';
COMMENT ON COLUMN document_parts.part IS 'Place of the part in the document, from 0.';
COMMENT ON COLUMN document_parts.kind IS 'What the part is: front_page, agenda, minutes, report, forward_plan, decision_notice, action_log, meeting_page or other.';
COMMENT ON COLUMN document_parts.meeting_id IS 'Meeting that the part belongs to (meetings.meeting_id); NULL where none could be told.';
COMMENT ON COLUMN document_parts.title IS 'Title of the part as printed.';
COMMENT ON COLUMN document_parts.first_page IS 'Page that the part begins on, from 1; NULL where the paper has no pages.';
COMMENT ON COLUMN document_parts.last_page IS 'Page that the part''s last block begins on, from 1; NULL where the paper has no pages.';
COMMENT ON COLUMN document_parts.draft IS 'Whether the part is minutes that stand in another meeting''s pack, still to be approved.';

CREATE TABLE evidence (
    fact_table VARCHAR NOT NULL,
    fact_id VARCHAR NOT NULL,
    document_id VARCHAR NOT NULL,
    ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
    page INTEGER,
    x0 DOUBLE,
    top DOUBLE,
    x1 DOUBLE,
    bottom DOUBLE,
    quote VARCHAR NOT NULL
);

COMMENT ON TABLE evidence IS 'Every place that every fact was read from; a fact''s own row carries the first of them.';
COMMENT ON COLUMN evidence.fact_table IS 'Table that holds the fact.';
COMMENT ON COLUMN evidence.fact_id IS 'Key of the fact in that table.';
COMMENT ON COLUMN evidence.document_id IS 'Document that the place is in (documents.document_id).';
COMMENT ON COLUMN evidence.ordinal IS 'Order of the fact''s places, from 1.';
COMMENT ON COLUMN evidence.page IS 'Page that the value was read from, counted from 1; NULL where the paper has no pages.';
COMMENT ON COLUMN evidence.x0 IS 'Left edge of the box around the words it was read from, in PDF points from the page''s left; NULL outside PDF.';
COMMENT ON COLUMN evidence.top IS 'Top edge of that box, in PDF points from the page''s top; NULL outside PDF.';
COMMENT ON COLUMN evidence.x1 IS 'Right edge of that box, in PDF points from the page''s left; NULL outside PDF.';
COMMENT ON COLUMN evidence.bottom IS 'Bottom edge of that box, in PDF points from the page''s top; NULL outside PDF.';
COMMENT ON COLUMN evidence.quote IS 'Source text that the value was read from, white space folded.';

CREATE TABLE rejected (
    document_id VARCHAR NOT NULL,
    part INTEGER NOT NULL,
    extractor VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    reason VARCHAR NOT NULL
);

COMMENT ON TABLE rejected IS 'Candidates that an extractor looked at and turned down: how a miss is understood.';
COMMENT ON COLUMN rejected.document_id IS 'Document that the candidate stands in (documents.document_id).';
COMMENT ON COLUMN rejected.part IS 'Part of the document (document_parts.part).';
COMMENT ON COLUMN rejected.extractor IS 'Name and version of the rule that turned it down.';
COMMENT ON COLUMN rejected.text IS 'The candidate''s text.';
COMMENT ON COLUMN rejected.reason IS 'Why it was turned down.';

CREATE TABLE ingest_runs (
    run_id VARCHAR PRIMARY KEY,
    started_at TIMESTAMP NOT NULL,
    finished_at TIMESTAMP,
    outcome VARCHAR NOT NULL CHECK (outcome IN ('success', 'partial', 'failed')),
    papers INTEGER,
    recovered VARCHAR
);

COMMENT ON TABLE ingest_runs IS 'One row per run of the ingestion.';
COMMENT ON COLUMN ingest_runs.run_id IS 'Key: the UTC time that the run started, sortable.';
COMMENT ON COLUMN ingest_runs.started_at IS 'When the run started, in UTC.';
COMMENT ON COLUMN ingest_runs.finished_at IS 'When the run finished, in UTC; NULL for a run that was cut off.';
COMMENT ON COLUMN ingest_runs.outcome IS 'success; partial (some papers need a person''s attention); failed (nothing was published).';
COMMENT ON COLUMN ingest_runs.papers IS 'How many papers the run looked at.';
COMMENT ON COLUMN ingest_runs.recovered IS 'Run id of an earlier run that was cut off and that this one completed.';

CREATE TABLE ingest_events (
    run_id VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    sha256 VARCHAR,
    stage VARCHAR NOT NULL,
    outcome VARCHAR NOT NULL CHECK (outcome IN ('new', 'unchanged', 'updated', 'removed', 'quarantined', 'restricted', 'failed')),
    reason VARCHAR,
    seconds DOUBLE
);

COMMENT ON TABLE ingest_events IS 'One row per document and run: what the run did with it.';
COMMENT ON COLUMN ingest_events.run_id IS 'Run that did it (ingest_runs.run_id).';
COMMENT ON COLUMN ingest_events.source IS 'Path or URL of the paper.';
COMMENT ON COLUMN ingest_events.sha256 IS 'SHA-256 of the paper''s bytes; NULL where they could not be read.';
COMMENT ON COLUMN ingest_events.stage IS 'Stage that decided the outcome: fetch, read, extract or publish.';
COMMENT ON COLUMN ingest_events.outcome IS 'new, unchanged, updated, removed, quarantined, restricted or failed.';
COMMENT ON COLUMN ingest_events.reason IS 'Why, for an outcome that needs attention.';
COMMENT ON COLUMN ingest_events.seconds IS 'Time that the paper took, in seconds.';
