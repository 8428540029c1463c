-- title: Resolutions by outcome and body
-- description: What each body did with its business: how many decisions of each outcome, in how many meetings, and when last.
-- param body text = NULL: only bodies whose name has this in it
-- param since date = NULL: only meetings on or after this day
-- param until date = NULL: only meetings on or before this day
SELECT
    coalesce(meetings.body, '(not printed)') AS body,
    resolutions.outcome,
    count(*) AS resolutions,
    count(DISTINCT meeting_id) AS meetings,
    max(meetings.held_on) AS latest
FROM current_resolutions AS resolutions
JOIN meetings USING (meeting_id)
WHERE ($body::VARCHAR IS NULL OR contains(lower(meetings.body), lower($body::VARCHAR)))
    AND ($since::DATE IS NULL OR meetings.held_on >= $since::DATE)
    AND ($until::DATE IS NULL OR meetings.held_on <= $until::DATE)
GROUP BY ALL
ORDER BY body, resolutions DESC, outcome;
