-- Whatever names a person by key names one that the archive lists.
WITH named AS (
    SELECT 'attendance' AS in_table, person_id FROM attendance
    UNION
    SELECT 'membership', person_id FROM membership
    UNION
    SELECT 'declarations', person_id FROM declarations
    UNION
    SELECT 'votes', person_id FROM votes
    UNION
    SELECT 'motions', unnest([proposer_id, seconder_id]) FROM motions
)
SELECT in_table, person_id
FROM named
ANTI JOIN people USING (person_id)
WHERE person_id IS NOT NULL
ORDER BY ALL;
