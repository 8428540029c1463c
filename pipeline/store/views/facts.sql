-- Every fact of every kind in one shape; the invariants and the pictures of evidence stand on it.

CREATE OR REPLACE VIEW facts AS
SELECT 'meeting_headers' AS fact_table, body AS label, fact_id, document_id, meeting_id, page, x0, top, x1, bottom, quote, extractor, confidence, rule, signals
FROM meeting_headers
UNION ALL
SELECT 'membership' AS fact_table, printed AS label, fact_id, document_id, meeting_id, page, x0, top, x1, bottom, quote, extractor, confidence, rule, signals
FROM membership
UNION ALL
SELECT 'attendance' AS fact_table, printed AS label, fact_id, document_id, meeting_id, page, x0, top, x1, bottom, quote, extractor, confidence, rule, signals
FROM attendance
UNION ALL
SELECT 'declarations' AS fact_table, interest AS label, fact_id, document_id, meeting_id, page, x0, top, x1, bottom, quote, extractor, confidence, rule, signals
FROM declarations
UNION ALL
SELECT 'agenda_items' AS fact_table, title AS label, fact_id, document_id, meeting_id, page, x0, top, x1, bottom, quote, extractor, confidence, rule, signals
FROM agenda_items
UNION ALL
SELECT 'resolutions' AS fact_table, text AS label, fact_id, document_id, meeting_id, page, x0, top, x1, bottom, quote, extractor, confidence, rule, signals
FROM resolutions
UNION ALL
SELECT 'motions' AS fact_table, coalesce(motion, quote) AS label, fact_id, document_id, meeting_id, page, x0, top, x1, bottom, quote, extractor, confidence, rule, signals
FROM motions
UNION ALL
SELECT 'votes' AS fact_table, printed || ': ' || vote AS label, fact_id, document_id, meeting_id, page, x0, top, x1, bottom, quote, extractor, confidence, rule, signals
FROM votes
UNION ALL
SELECT 'actions' AS fact_table, text AS label, fact_id, document_id, meeting_id, page, x0, top, x1, bottom, quote, extractor, confidence, rule, signals
FROM actions
UNION ALL
SELECT 'milestones' AS fact_table, milestone AS label, fact_id, document_id, meeting_id, page, x0, top, x1, bottom, quote, extractor, confidence, rule, signals
FROM milestones
UNION ALL
SELECT 'forward_plan' AS fact_table, item AS label, fact_id, document_id, meeting_id, page, x0, top, x1, bottom, quote, extractor, confidence, rule, signals
FROM forward_plan
UNION ALL
SELECT 'reports' AS fact_table, title AS label, fact_id, document_id, meeting_id, page, x0, top, x1, bottom, quote, extractor, confidence, rule, signals
FROM reports
UNION ALL
SELECT 'recommendations' AS fact_table, text AS label, fact_id, document_id, meeting_id, page, x0, top, x1, bottom, quote, extractor, confidence, rule, signals
FROM recommendations
UNION ALL
SELECT 'claims' AS fact_table, quote AS label, fact_id, document_id, meeting_id, page, x0, top, x1, bottom, quote, extractor, confidence, rule, signals
FROM claims;

COMMENT ON VIEW facts IS 'Every fact of every kind in one shape: its table, its key, its first place.';
COMMENT ON COLUMN facts.fact_table IS 'Table that holds the fact.';
COMMENT ON COLUMN facts.label IS 'What the fact says, in its chief column.';
COMMENT ON COLUMN facts.fact_id IS 'Key of the fact in that table.';
COMMENT ON COLUMN facts.document_id IS 'Document that states the fact (documents.document_id).';
COMMENT ON COLUMN facts.meeting_id IS 'Meeting that the fact belongs to (meetings.meeting_id); NULL where none could be told.';
