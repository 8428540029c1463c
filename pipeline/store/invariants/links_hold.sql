-- Threads, histories and votes join rows that exist, and no row twice.
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
ORDER BY ALL;
