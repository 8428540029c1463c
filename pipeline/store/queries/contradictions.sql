-- title: Where papers contradict themselves or one another
-- description: What documents state that they, or another document of the same meeting, state otherwise; each disagreement once, with the documents it is found in.
-- param body text = NULL: only bodies whose name has this in it
-- param subject text = NULL: only subjects that have this in them
SELECT
    meetings.held_on,
    meetings.body,
    found.subject,
    found.detail,
    string_agg(DISTINCT found.document_id, ' ' ORDER BY found.document_id) AS documents
FROM contradictions AS found
LEFT JOIN meetings USING (meeting_id)
WHERE ($body::VARCHAR IS NULL OR contains(lower(meetings.body), lower($body::VARCHAR)))
    AND ($subject::VARCHAR IS NULL OR contains(lower(found.subject), lower($subject::VARCHAR)))
GROUP BY meeting_id, meetings.held_on, meetings.body, found.subject, found.detail
ORDER BY meetings.held_on DESC NULLS LAST, meetings.body, found.subject, found.detail;
