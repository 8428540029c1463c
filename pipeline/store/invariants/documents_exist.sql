-- Whatever names a document names one that the archive lists.
WITH named AS (
    SELECT fact_table AS in_table, document_id FROM facts
    UNION
    SELECT 'evidence', document_id FROM evidence
    UNION
    SELECT 'rejected', document_id FROM rejected
    UNION
    SELECT 'document_parts', document_id FROM document_parts
    UNION
    SELECT 'document_meetings', document_id FROM document_meetings
    UNION
    SELECT 'contradictions', document_id FROM contradictions
)
SELECT in_table, document_id
FROM named
ANTI JOIN documents USING (document_id)
WHERE document_id IS NOT NULL
ORDER BY ALL;
