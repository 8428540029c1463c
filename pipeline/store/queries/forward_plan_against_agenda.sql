-- title: Forward plan against agenda
-- description: Items that a forward plan set down for a day, and the nearest item on the agenda of that day; no agenda item means it was put off, or that the agenda is not held.
-- param alike number = 0.8: how alike the titles must be, from 0 to 1
-- param missing boolean = false: only items that no agenda of the day has
WITH planned AS (
    -- The same plan is printed in several papers, and again for meeting after meeting.
    SELECT forward_plan.*
    FROM forward_plan
    LEFT JOIN meetings USING (meeting_id)
    QUALIFY row_number() OVER (
        PARTITION BY meetings.body, for_meeting_on, lower(item)
        ORDER BY meetings.held_on DESC NULLS LAST, document_id, fact_id
    ) = 1
),
pairs AS (
    SELECT
        planned.fact_id,
        agenda.title,
        jaro_winkler_similarity(lower(planned.item), lower(agenda.title)) AS score
    FROM planned
    JOIN meetings AS pack ON pack.meeting_id = planned.meeting_id
    JOIN meetings AS later
        ON later.held_on = planned.for_meeting_on
        AND later.body IS NOT DISTINCT FROM pack.body
    JOIN current_agenda_items AS agenda ON agenda.meeting_id = later.meeting_id
),
best AS (
    SELECT fact_id, max(score) AS score, arg_max(title, score) AS title
    FROM pairs
    WHERE score >= $alike::DOUBLE
    GROUP BY fact_id
)
SELECT
    planned.for_meeting_on,
    planned.item AS planned,
    best.title AS agenda_item,
    planned.lead,
    round(best.score, 2) AS alike
FROM planned
LEFT JOIN best USING (fact_id)
WHERE NOT $missing::BOOLEAN OR best.title IS NULL
ORDER BY planned.for_meeting_on NULLS LAST, planned;
