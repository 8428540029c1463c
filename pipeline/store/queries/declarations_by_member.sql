-- title: Declarations of interest by member
-- description: Who declared what interest, when and on which item.
-- param person text = NULL: only people whose name has this in it
SELECT
    coalesce(people.name, declarations.name) AS person,
    meetings.held_on,
    declarations.item_number AS item,
    declarations.interest,
    declarations.interest_type AS type,
    declarations.page
FROM current_declarations AS declarations
JOIN meetings USING (meeting_id)
LEFT JOIN people USING (person_id)
WHERE ($person::VARCHAR IS NULL
    OR contains(lower(coalesce(people.name, declarations.name)), lower($person::VARCHAR)))
ORDER BY person, meetings.held_on, item;
