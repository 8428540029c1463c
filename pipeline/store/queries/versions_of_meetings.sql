-- title: Meetings told by more than one document
-- description: Meetings with several records, and how many people, decisions and actions each record lists: where versions differ.
-- param body text = NULL: only bodies whose name has this in it
WITH several AS (
    SELECT meeting_id, document_id, min(standing) AS standing, min(rank) AS rank
    FROM document_meetings
    WHERE standing IN ('minutes', 'draft_minutes', 'meeting_page')
    GROUP BY meeting_id, document_id
    QUALIFY count(*) OVER (PARTITION BY meeting_id) > 1
)
SELECT
    meetings.held_on,
    meetings.body,
    several.standing,
    (SELECT count(*) FROM attendance AS a
     WHERE a.meeting_id = several.meeting_id AND a.document_id = several.document_id) AS people,
    (SELECT count(*) FROM resolutions AS r
     WHERE r.meeting_id = several.meeting_id AND r.document_id = several.document_id) AS decisions,
    (SELECT count(*) FROM actions AS a
     WHERE a.meeting_id = several.meeting_id AND a.document_id = several.document_id) AS actions,
    several.document_id
FROM several
JOIN meetings USING (meeting_id)
WHERE ($body::VARCHAR IS NULL OR contains(lower(meetings.body), lower($body::VARCHAR)))
ORDER BY meetings.held_on DESC NULLS LAST, meetings.body, several.rank;
