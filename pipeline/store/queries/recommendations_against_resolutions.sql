-- title: Recommendations against resolutions
-- description: What reports asked for, and the decision of the same meeting whose words come nearest; none means that no decision held reads like it.
-- param alike number = 0.75: how alike the texts must be, from 0 to 1
WITH asked AS (
    SELECT recommendations.*
    FROM recommendations
    LEFT JOIN document_meetings AS told USING (meeting_id, document_id)
    QUALIFY dense_rank() OVER (
        PARTITION BY coalesce(recommendations.meeting_id, document_id), report_title
        ORDER BY told.rank NULLS LAST, document_id
    ) = 1
),
best AS (
    SELECT
        asked.fact_id,
        max(score) AS score,
        arg_max(decided.text, score) AS text,
        arg_max(decided.outcome, score) AS outcome
    FROM asked
    JOIN current_resolutions AS decided USING (meeting_id),
    LATERAL (SELECT jaro_winkler_similarity(lower(asked.text), lower(decided.text)) AS score)
    WHERE score >= $alike::DOUBLE
    GROUP BY asked.fact_id
)
SELECT
    meetings.held_on,
    asked.report_title AS report,
    asked.text AS recommended,
    best.outcome,
    best.text AS decided
FROM asked
LEFT JOIN best USING (fact_id)
LEFT JOIN meetings USING (meeting_id)
ORDER BY meetings.held_on DESC NULLS LAST, report, asked.ordinal;
