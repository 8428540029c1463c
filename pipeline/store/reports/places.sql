-- section: facts
-- Where facts were read from, each place of each fact; $facts are keys of the table $fact_table.
SELECT
    evidence.fact_id,
    evidence.document_id,
    evidence.page,
    evidence.x0,
    evidence.top,
    evidence.x1,
    evidence.bottom,
    evidence.quote
FROM evidence
WHERE evidence.fact_table = $fact_table
    AND evidence.fact_id IN (SELECT unnest($facts::VARCHAR[]))
ORDER BY evidence.fact_id, evidence.ordinal;

-- section: papers
SELECT
    document_id,
    parse_filename(source) AS name,
    replace(kind, '_', ' ') AS kind,
    source_url,
    sha256,
    media_type
FROM documents
WHERE document_id IN (SELECT unnest($documents::VARCHAR[]))
ORDER BY document_id;

-- section: made
SELECT
    (SELECT max(run_id) FROM ingest_runs) AS run_id,
    (SELECT max(finished_at) FROM ingest_runs) AS as_of,
    (SELECT count(*) FROM documents) AS papers,
    (SELECT count(*) FROM meetings) AS meetings;

-- section: bodies
-- The bodies in scope, with their meetings that a record is held of.
SELECT
    body,
    count(*) AS meetings,
    min(held_on) AS first,
    max(held_on) AS last
FROM meetings
WHERE body IS NOT NULL
    AND ($body::VARCHAR IS NULL OR contains(lower(body), lower($body::VARCHAR)))
    AND ($since::DATE IS NULL OR held_on >= $since::DATE)
    AND ($until::DATE IS NULL OR held_on <= $until::DATE)
GROUP BY body
ORDER BY body;
