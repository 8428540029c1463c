-- A contradiction between versions is one of the changes between them.

ALTER TABLE contradictions ADD COLUMN change_id VARCHAR;
COMMENT ON TABLE contradictions IS 'Where a document disagrees with itself, with its sidecar or with another version of the same record. What one version alone says is a change, not a contradiction; of people, whom a version leaves out, it is one.';
COMMENT ON COLUMN contradictions.document_id IS 'Document that disagrees (documents.document_id); of two versions, the less authoritative.';
COMMENT ON COLUMN contradictions.change_id IS 'Between versions, the change that it is (version_changes.change_id), with both documents, facts and pages; NULL where a document disagrees with itself or its sidecar.';
