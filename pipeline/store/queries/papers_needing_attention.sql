-- title: Papers that need attention
-- description: Papers that could not be read, or only in part, or that may not be kept, and why.
-- param status text = NULL: only partial, quarantined or restricted
SELECT status, source, status_reason AS reason, document_id
FROM documents
WHERE status <> 'ok' AND ($status::VARCHAR IS NULL OR status = $status::VARCHAR)
ORDER BY status DESC, source;
