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

-- section: motions
SELECT
    meetings.held_on,
    motions.item_number AS item,
    CASE WHEN motions.proposer_id = $id THEN 'proposed' ELSE 'seconded' END AS part,
    motions.motion,
    motions.outcome,
    motions.page,
    motions.document_id
FROM current_motions AS motions
JOIN meetings USING (meeting_id)
WHERE motions.proposer_id = $id OR motions.seconder_id = $id
ORDER BY meetings.held_on, item, motions.ordinal;

-- section: votes
SELECT
    meetings.held_on,
    votes.item_number AS item,
    votes.vote,
    motions.motion,
    motions.outcome,
    votes.page,
    votes.document_id
FROM current_votes AS votes
JOIN motions USING (motion_id)
JOIN meetings ON meetings.meeting_id = votes.meeting_id
WHERE votes.person_id = $id
ORDER BY meetings.held_on, item, votes.ordinal;

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
