-- section: heading
SELECT body, authority, held_on, starts_at, ended_at, venue, meeting_id
FROM meetings
WHERE meeting_id = $id;

-- section: papers
SELECT
    '[' || paper.rank || ']' AS at,
    paper.standing,
    nullif(paper.dated_by, 'printed') AS dated_by,
    document.status,
    document.source,
    document_id
FROM document_meetings AS paper
JOIN documents AS document USING (document_id)
WHERE paper.meeting_id = $id
ORDER BY paper.rank, document_id;

-- section: attendance
SELECT
    coalesce(honorific || ' ', '') || name AS name,
    role,
    grouping,
    status || CASE WHEN chair THEN ', chair' ELSE '' END
        || coalesce(', for ' || substitute_for, '') AS status,
    page,
    document_id
FROM current_attendance
WHERE meeting_id = $id
ORDER BY grouping <> 'member', grouping, page, top, name;

-- section: declarations
SELECT name, item_number AS item, interest, interest_type AS type, page, document_id
FROM current_declarations
WHERE meeting_id = $id
ORDER BY page, top, name;

-- section: agenda items
SELECT number, title, page, document_id
FROM current_agenda_items
WHERE meeting_id = $id
ORDER BY page, top, try_cast(number AS DOUBLE), number;

-- section: reports
SELECT
    item_number AS item,
    title,
    array_to_string(authors, ', ') AS authors,
    dated,
    page,
    document_id
FROM reports
WHERE meeting_id = $id
ORDER BY document_id, page, top;

-- section: recommendations
SELECT report_title AS report, text, page, document_id
FROM recommendations
WHERE meeting_id = $id
ORDER BY document_id, page, top, ordinal;

-- section: resolutions
SELECT item_number AS item, outcome, text, page, document_id
FROM current_resolutions
WHERE meeting_id = $id
ORDER BY page, top, try_cast(item_number AS DOUBLE), item_number, ordinal;

-- section: motions
SELECT
    item_number AS item,
    proposer,
    seconder,
    CASE WHEN amendment THEN 'Amendment: ' ELSE '' END || coalesce(motion, '') AS motion,
    outcome || CASE WHEN unanimous THEN ', unanimously' ELSE '' END AS outcome,
    votes_for AS "for",
    votes_against AS against,
    abstentions AS abstained,
    page,
    document_id
FROM current_motions
WHERE meeting_id = $id
ORDER BY page, top, try_cast(item_number AS DOUBLE), item_number, ordinal;

-- section: votes
WITH sides AS (
    SELECT
        item_number,
        ordinal,
        vote,
        string_agg(printed, ', ' ORDER BY page, top, x0, printed) AS names,
        min(page) AS page,
        document_id
    FROM current_votes
    WHERE meeting_id = $id
    GROUP BY item_number, ordinal, vote, document_id
)
SELECT item_number AS item, ordinal AS motion, vote, names, page, document_id
FROM sides
ORDER BY page, try_cast(item_number AS DOUBLE), item_number, ordinal, vote <> 'for', vote;

-- section: actions
SELECT item_number AS item, owner, text, due, status, page, document_id
FROM current_actions
WHERE meeting_id = $id AND origin <> 'resolved'
ORDER BY page, top, try_cast(item_number AS DOUBLE), item_number;

-- section: milestones
SELECT milestone, deadline, status, percent_complete AS "%", page, document_id
FROM current_milestones
WHERE meeting_id = $id
ORDER BY document_id, page, top;

-- section: forward plan
SELECT for_meeting_on AS "for", item, lead, page, document_id
FROM forward_plan
WHERE meeting_id = $id
ORDER BY for_meeting_on, document_id, page, top;

-- section: contradictions
SELECT subject, detail, document_id
FROM contradictions
WHERE meeting_id = $id
ORDER BY subject, detail;
