-- section: heading
SELECT
    name,
    honorific,
    person_id,
    place,
    (
        SELECT string_agg(former_id, ', ' ORDER BY former_id)
        FROM people_former_ids WHERE people_former_ids.person_id = $id
    ) AS formerly
FROM people
WHERE person_id = $id;

-- section: posts
SELECT role, stand_in, body, held_from, held_to, next_from, meetings
FROM people_roles
WHERE person_id = $id
ORDER BY held_from, role, body;

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
SELECT concat_ws(' ', honorific, name) AS printed, times, papers, first_seen, last_seen
FROM people_names
WHERE person_id = $id
ORDER BY times DESC, printed;

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
LEFT JOIN meetings USING (meeting_id)
WHERE actions.owner_person_id = $id
ORDER BY meetings.held_on, actions.text;

-- section: reports
SELECT meetings.held_on, reports.title, reports.page, reports.document_id
FROM people_mentions AS mentions
JOIN reports ON reports.fact_id = mentions.fact_id
LEFT JOIN meetings ON meetings.meeting_id = reports.meeting_id
WHERE mentions.person_id = $id AND mentions.fact_table = 'reports'
ORDER BY meetings.held_on, reports.title, reports.document_id;

-- section: milestones
SELECT
    meetings.held_on,
    milestones.milestone,
    milestones.deadline,
    milestones.status,
    milestones.page,
    milestones.document_id
FROM people_mentions AS mentions
JOIN milestones ON milestones.fact_id = mentions.fact_id
LEFT JOIN meetings ON meetings.meeting_id = milestones.meeting_id
WHERE mentions.person_id = $id AND mentions.fact_table = 'milestones'
ORDER BY meetings.held_on, milestones.milestone, milestones.document_id;
