-- Threads, histories, votes, fillers, changes and contradictions join rows that exist, and no row twice.
SELECT 'action_thread_members' AS in_table, thread_id AS group_id, action_id AS member_id
FROM action_thread_members
WHERE thread_id NOT IN (SELECT thread_id FROM action_threads)
    OR action_id NOT IN (SELECT action_id FROM actions)
UNION ALL
SELECT 'action_thread_mentions', thread_id, fact_id
FROM action_thread_mentions
WHERE thread_id NOT IN (SELECT thread_id FROM action_threads)
    OR (fact_table, fact_id) NOT IN (SELECT (fact_table, fact_id) FROM facts)
UNION ALL
SELECT 'action_threads without a mention', thread_id, NULL
FROM action_threads
WHERE thread_id NOT IN (SELECT thread_id FROM action_thread_mentions)
UNION ALL
SELECT 'action_thread_mentions twice', any_value(thread_id), fact_id
FROM action_thread_mentions GROUP BY fact_table, fact_id HAVING count(*) > 1
UNION ALL
SELECT 'milestone_links', history_id, milestone_id
FROM milestone_links
WHERE milestone_id NOT IN (SELECT milestone_id FROM milestones)
UNION ALL
SELECT 'votes', votes.motion_id, votes.fact_id
FROM votes
ANTI JOIN motions
    ON motions.motion_id = votes.motion_id
    AND motions.document_id = votes.document_id
    AND motions.meeting_id IS NOT DISTINCT FROM votes.meeting_id
UNION ALL
SELECT 'action_thread_members twice', any_value(thread_id), action_id
FROM action_thread_members GROUP BY action_id HAVING count(*) > 1
UNION ALL
SELECT 'milestone_links twice', any_value(history_id), milestone_id
FROM milestone_links GROUP BY milestone_id HAVING count(*) > 1
UNION ALL
SELECT 'version_changes', change_id, coalesce(from_fact_id, to_fact_id)
FROM version_changes AS change
LEFT JOIN facts AS earlier
    ON earlier.fact_id = change.from_fact_id AND earlier.document_id = change.from_document_id
LEFT JOIN facts AS later
    ON later.fact_id = change.to_fact_id AND later.document_id = change.to_document_id
WHERE (change.from_fact_id IS NOT NULL AND earlier.fact_id IS NULL)
    OR (change.to_fact_id IS NOT NULL AND later.fact_id IS NULL)
    OR (change.from_fact_id IS NULL AND change.to_fact_id IS NULL AND change.fact_table <> 'text')
UNION ALL
SELECT 'contradictions', change_id, document_id
FROM contradictions AS told
ANTI JOIN version_changes AS change
    ON change.change_id = told.change_id
    AND change.meeting_id = told.meeting_id
    AND told.document_id IN (change.from_document_id, change.to_document_id)
WHERE told.change_id IS NOT NULL
UNION ALL
SELECT 'fillers', fillers.fact_table, fillers.fact_id
FROM fillers
ANTI JOIN facts
    ON facts.fact_table = fillers.fact_table
    AND facts.fact_id = fillers.fact_id
    AND facts.document_id = fillers.document_id
    AND facts.meeting_id = fillers.meeting_id
ORDER BY ALL;
