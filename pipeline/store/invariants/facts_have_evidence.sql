-- Every fact has its first place in `evidence`, in the same document, and every place has its fact.
SELECT 'fact without evidence' AS problem, facts.fact_table, facts.fact_id, facts.document_id
FROM facts
ANTI JOIN (SELECT * FROM evidence WHERE ordinal = 1) AS first
    ON first.fact_table = facts.fact_table
    AND first.fact_id = facts.fact_id
    AND first.document_id = facts.document_id
    AND first.page IS NOT DISTINCT FROM facts.page
UNION ALL
SELECT 'evidence without fact', evidence.fact_table, evidence.fact_id, evidence.document_id
FROM evidence
ANTI JOIN facts
    ON facts.fact_table = evidence.fact_table
    AND facts.fact_id = evidence.fact_id
UNION ALL
SELECT 'evidence twice', fact_table, fact_id, any_value(document_id)
FROM evidence GROUP BY fact_table, fact_id, ordinal HAVING count(*) > 1
ORDER BY ALL;
