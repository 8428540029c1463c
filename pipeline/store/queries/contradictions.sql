-- title: Where papers contradict themselves or one another
-- description: What documents state that they, or another document of the same meeting, state otherwise; each disagreement once, with the documents it is found in.
-- param body text = NULL: only bodies whose name has this in it
-- param subject text = NULL: only subjects that have this in them
SELECT
    meetings.held_on,
    meetings.body,
    found.subject,
    found.detail,
    string_agg(DISTINCT each.document_id, ' ' ORDER BY each.document_id) AS documents
FROM contradictions AS found
LEFT JOIN version_changes AS change USING (change_id)
LEFT JOIN meetings ON meetings.meeting_id = found.meeting_id
CROSS JOIN unnest([found.document_id, change.from_document_id, change.to_document_id]) AS each (document_id)
WHERE ($body::VARCHAR IS NULL OR contains(lower(meetings.body), lower($body::VARCHAR)))
    AND ($subject::VARCHAR IS NULL OR contains(lower(found.subject), lower($subject::VARCHAR)))
GROUP BY found.meeting_id, meetings.held_on, meetings.body, found.subject, found.detail
ORDER BY meetings.held_on DESC NULLS LAST, meetings.body, found.subject, found.detail;
