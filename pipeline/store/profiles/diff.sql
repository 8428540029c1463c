-- section: heading
SELECT body, authority, held_on, meeting_id
FROM meetings
WHERE meeting_id = $id;

-- section: versions
SELECT
    paper.rank,
    paper.standing,
    document.status,
    document.source,
    document_id,
    document.pages
FROM document_meetings AS paper
JOIN documents AS document USING (document_id)
WHERE paper.meeting_id = $id
    AND paper.standing IN ('minutes', 'draft_minutes', 'meeting_page', 'decision_notice')
ORDER BY paper.rank, document_id;

-- section: changes
SELECT
    change.* EXCLUDE (meeting_id),
    earlier.x0 AS from_x0,
    earlier.top AS from_top,
    earlier.x1 AS from_x1,
    earlier.bottom AS from_bottom,
    later.x0 AS to_x0,
    later.top AS to_top,
    later.x1 AS to_x1,
    later.bottom AS to_bottom
FROM version_changes AS change
LEFT JOIN facts AS earlier ON earlier.fact_id = change.from_fact_id
LEFT JOIN facts AS later ON later.fact_id = change.to_fact_id
WHERE change.meeting_id = $id
ORDER BY position;
