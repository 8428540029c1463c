-- section: heading
SELECT * FROM documents WHERE document_id = $id;

-- section: meetings
SELECT
    meetings.held_on,
    meetings.body,
    told.standing,
    told.dated_by,
    nullif(told.reason, 'the paper prints it') AS reason,
    meeting_id
FROM document_meetings AS told
JOIN meetings USING (meeting_id)
WHERE told.document_id = $id
ORDER BY meetings.held_on, told.standing;

-- section: parts
SELECT part, kind, title, first_page AS "from", last_page AS "to", draft, language
FROM document_parts
WHERE document_id = $id
ORDER BY part;

-- section: counts
SELECT fact_table AS facts, count(*) AS rows, round(min(confidence), 2) AS least_confidence
FROM facts
WHERE document_id = $id
GROUP BY fact_table
ORDER BY fact_table;

-- section: facts
SELECT page, fact_table AS fact, label AS text
FROM facts
WHERE document_id = $id
ORDER BY page, top, fact_table, label;

-- section: contradictions
SELECT subject, detail
FROM contradictions
WHERE document_id = $id
ORDER BY subject, detail;

-- section: runs
SELECT run_id AS run, stage, events.outcome, reason
FROM ingest_events AS events
WHERE sha256 = (SELECT sha256 FROM documents WHERE document_id = $id)
    AND events.outcome <> 'unchanged'
ORDER BY run_id;

-- section: rejected
SELECT part, extractor, text, reason
FROM rejected
WHERE document_id = $id
ORDER BY part, extractor, text;
