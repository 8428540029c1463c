-- Whatever names a person by key names one that the archive lists.
WITH named AS (
    SELECT 'attendance' AS in_table, person_id FROM attendance
    UNION
    SELECT 'membership', person_id FROM membership
    UNION
    SELECT 'declarations', person_id FROM declarations
)
SELECT in_table, person_id
FROM named
ANTI JOIN people USING (person_id)
WHERE person_id IS NOT NULL
ORDER BY ALL;
