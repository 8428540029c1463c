-- A confidence lies between 0 and 1.
SELECT fact_table, fact_id, document_id, confidence
FROM facts
WHERE isnan(confidence) OR confidence NOT BETWEEN 0 AND 1
ORDER BY ALL;
