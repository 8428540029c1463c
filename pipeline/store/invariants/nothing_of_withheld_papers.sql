-- Of a restricted paper nothing is kept; of a quarantined one no fact and no quote.
WITH kept AS (
    SELECT 'facts' AS kind, fact_table AS in_table, document_id FROM facts
    UNION
    SELECT 'facts', 'evidence', document_id FROM evidence
    UNION
    SELECT 'text', 'rejected', document_id FROM rejected
    UNION
    SELECT 'text', 'document_parts', document_id FROM document_parts
)
SELECT kept.in_table, document_id, documents.status
FROM kept
JOIN documents USING (document_id)
WHERE documents.status = 'restricted'
    OR (documents.status = 'quarantined' AND kept.kind = 'facts')
ORDER BY ALL;
