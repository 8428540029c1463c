-- Whatever names a meeting names one that the archive lists.
WITH named AS (
    SELECT fact_table AS in_table, meeting_id FROM facts
    UNION
    SELECT 'document_parts', meeting_id FROM document_parts
    UNION
    SELECT 'document_meetings', meeting_id FROM document_meetings
    UNION
    SELECT 'contradictions', meeting_id FROM contradictions
)
SELECT in_table, meeting_id
FROM named
ANTI JOIN meetings USING (meeting_id)
WHERE meeting_id IS NOT NULL
ORDER BY ALL;
