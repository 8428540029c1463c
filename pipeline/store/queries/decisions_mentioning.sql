-- title: Decisions that mention a word
-- description: Decisions, newest first, whose text or item heading has a word or phrase in it; all decisions where none is given.
-- param word text = NULL: the word or phrase
SELECT
    meetings.held_on,
    meetings.body,
    resolutions.item_number AS item,
    resolutions.outcome,
    resolutions.text,
    resolutions.page
FROM current_resolutions AS resolutions
JOIN meetings USING (meeting_id)
WHERE $word::VARCHAR IS NULL
    OR contains(lower(resolutions.text), lower($word::VARCHAR))
    OR EXISTS (
        SELECT 1 FROM agenda_items AS item
        WHERE item.document_id = resolutions.document_id
            AND item.meeting_id = resolutions.meeting_id
            AND resolutions.item_number IN (item.number, item.also)
            AND contains(lower(item.title), lower($word::VARCHAR))
    )
ORDER BY
    meetings.held_on DESC NULLS LAST,
    meetings.body,
    resolutions.page,
    resolutions.top,
    try_cast(resolutions.item_number AS DOUBLE),
    resolutions.item_number,
    resolutions.ordinal;
