-- section: facts
SELECT
    f.confidence, f.fact_table AS fact, f.label AS text, rule.meaning AS rule,
    (
        SELECT list(signal.meaning ORDER BY signal.log_odds, signal.name)
        FROM rules AS signal
        WHERE signal.extractor = split_part(f.extractor, '/', 1) AND signal.kind = 'signal'
            AND list_contains(f.signals, signal.name) AND signal.log_odds <= -0.1
    ) AS signals,
    (
        SELECT list(DISTINCT detail ORDER BY detail)
        FROM contradictions
        WHERE contradictions.document_id = f.document_id AND f.fact_table = 'attendance'
            AND contains(detail, person.name)
    ) AS contradictions,
    documents.source, f.document_id, f.page, f.quote, meetings.held_on, meetings.body, f.fact_id
FROM facts AS f
JOIN documents USING (document_id)
LEFT JOIN meetings USING (meeting_id)
LEFT JOIN rules AS rule
    ON rule.extractor = split_part(f.extractor, '/', 1) AND rule.kind = 'rule'
    AND rule.name = f.rule
LEFT JOIN (
    SELECT fact_id, any_value(name) AS name FROM attendance GROUP BY fact_id
) AS person ON person.fact_id = f.fact_id
WHERE f.confidence < $below
    AND ($fact IS NULL OR f.fact_table = $fact)
    AND ($body IS NULL OR contains(lower(meetings.body), lower($body)))
ORDER BY f.confidence, documents.source, f.page NULLS FIRST, f.top, f.fact_table, f.fact_id;

-- section: total
SELECT count(*) AS facts FROM facts;
