-- title: What the archive holds
-- description: How many papers, pages, meetings, people, decisions, actions and milestones the archive holds, each meeting's counted once.
SELECT
    (SELECT count(*) FROM documents) AS papers,
    (SELECT coalesce(sum(pages), 0)::BIGINT FROM documents) AS pages,
    (SELECT count(*) FROM meetings) AS meetings,
    (SELECT count(DISTINCT body) FROM meetings) AS bodies,
    (SELECT count(*) FROM people) AS people,
    (SELECT count(*) FROM current_attendance) AS attendances,
    (SELECT count(*) FROM current_resolutions) AS resolutions,
    (SELECT count(*) FROM current_actions) AS actions,
    (SELECT count(*) FROM current_milestones) AS milestones,
    (SELECT count(*) FROM reports) AS reports,
    (SELECT count(*) FROM contradictions) AS contradictions;
