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
    UNION
    SELECT 'actions', owner_person_id FROM actions
    UNION
    SELECT 'people_names', person_id FROM people_names
    UNION
    SELECT 'people_mentions', person_id FROM people_mentions
    UNION
    SELECT 'people_roles', person_id FROM people_roles
    UNION
    SELECT 'people_review', unnest([person_id, other_id]) FROM people_review
    UNION
    SELECT 'people_former_ids', person_id FROM people_former_ids
)
SELECT in_table, person_id
FROM named
ANTI JOIN people USING (person_id)
WHERE person_id IS NOT NULL
ORDER BY ALL;
