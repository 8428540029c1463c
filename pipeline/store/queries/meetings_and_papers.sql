-- title: Meetings and the papers held for them
-- description: Every meeting, its best record (minutes, draft minutes, web page or none yet) and how many papers tell of it.
-- param body text = NULL: only bodies whose name has this in it
-- param without_minutes boolean = false: only meetings that have no record yet
SELECT
    meetings.held_on,
    meetings.body,
    coalesce(record.standing, 'none') AS record,
    count(DISTINCT papers.document_id) AS papers,
    meetings.meeting_id
FROM meetings
LEFT JOIN document_meetings AS papers USING (meeting_id)
LEFT JOIN current_documents AS record USING (meeting_id)
WHERE ($body::VARCHAR IS NULL OR contains(lower(meetings.body), lower($body::VARCHAR)))
    AND (NOT $without_minutes::BOOLEAN OR record.standing IS NULL)
GROUP BY ALL
ORDER BY meetings.held_on DESC NULLS LAST, meetings.body;
