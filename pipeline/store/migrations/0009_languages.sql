-- Which language the parts of a paper are in: councils in Wales print theirs in two.

ALTER TABLE document_parts ADD COLUMN language VARCHAR;

COMMENT ON COLUMN document_parts.language IS 'Language of the part: en (English), cy (Welsh), both (Welsh and English: read from the English text); NULL where it has too few words to tell.';
