-- section: heading
SELECT name, honorific, person_id FROM people WHERE person_id = $id;

-- section: attendance
SELECT
    meetings.held_on,
    meetings.body,
    attendance.role,
    attendance.status || CASE WHEN attendance.chair THEN ', chair' ELSE '' END AS status,
    attendance.page,
    attendance.document_id
FROM current_attendance AS attendance
JOIN meetings USING (meeting_id)
WHERE attendance.person_id = $id
ORDER BY meetings.held_on, meetings.body, attendance.status;

-- section: printed as
SELECT printed, count(DISTINCT document_id) AS papers
FROM attendance
WHERE person_id = $id
GROUP BY printed
ORDER BY papers DESC, printed;

-- section: declarations
SELECT
    meetings.held_on,
    declarations.item_number AS item,
    declarations.interest,
    declarations.page,
    declarations.document_id
FROM current_declarations AS declarations
JOIN meetings USING (meeting_id)
WHERE declarations.person_id = $id
ORDER BY meetings.held_on, item;

-- section: actions
SELECT
    meetings.held_on,
    actions.text,
    actions.due,
    actions.status,
    actions.page,
    actions.document_id
FROM current_actions AS actions
JOIN people
    ON person_id = $id
    AND contains(lower(actions.owner), lower(people.name))
LEFT JOIN meetings USING (meeting_id)
ORDER BY meetings.held_on, actions.text;
