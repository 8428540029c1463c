-- title: Actions by meeting
-- description: What each meeting asked of whom, newest meeting first.
-- param body text = NULL: only bodies whose name has this in it
-- param owner text = NULL: only owners whose name has this in it
SELECT
    meetings.held_on,
    meetings.body,
    actions.item_number AS item,
    actions.owner,
    actions.text AS action,
    actions.due,
    actions.page
FROM current_actions AS actions
LEFT JOIN meetings USING (meeting_id)
WHERE actions.origin <> 'resolved'
    AND ($body::VARCHAR IS NULL OR contains(lower(meetings.body), lower($body::VARCHAR)))
    AND ($owner::VARCHAR IS NULL OR contains(lower(actions.owner), lower($owner::VARCHAR)))
ORDER BY
    meetings.held_on DESC NULLS LAST,
    meetings.body,
    actions.page,
    actions.top,
    try_cast(actions.item_number AS DOUBLE),
    actions.item_number;
