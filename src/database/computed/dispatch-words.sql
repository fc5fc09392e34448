-- The words a dispatch is found by, without accents; see search.ts for the asking side.
CREATE OR REPLACE FUNCTION folded(text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT regexp_replace(
    lower(translate(regexp_replace(normalize($1, NFD), '[\u0300-\u036f]', '', 'g'), 'Đđ', 'dd')),
    '[^a-z0-9]+', ' ', 'g')
$$;

CREATE OR REPLACE FUNCTION keep_dispatch_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.words := setweight(to_tsvector('simple', folded(NEW.abstract)), 'A')
    || setweight(to_tsvector('simple', folded(concat_ws(' ', NEW.number, NEW.symbol))), 'B')
    || setweight(to_tsvector('simple', folded(NEW.body)), 'C')
    || setweight(to_tsvector('simple', folded(concat_ws(' ',
         array_to_string(NEW.legal_bases, ' '),
         (SELECT string_agg(title || ' ' || body, ' ' ORDER BY position)
          FROM annexes WHERE dispatch_id = NEW.id),
         (SELECT string_agg(text, ' ' ORDER BY section, position)
          FROM recipient_lines WHERE dispatch_id = NEW.id)))), 'D');
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER keep_dispatch_words
  BEFORE INSERT OR UPDATE OF abstract, number, symbol, body, legal_bases ON dispatches
  FOR EACH ROW EXECUTE FUNCTION keep_dispatch_words();

CREATE OR REPLACE FUNCTION refresh_dispatch_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE dispatches SET abstract = abstract WHERE id IN (SELECT dispatch_id FROM changed);
  RETURN NULL;
END $$;
DO $$
DECLARE part text;
BEGIN
  FOREACH part IN ARRAY array['annexes', 'recipient_lines'] LOOP
    EXECUTE format(
      'CREATE OR REPLACE TRIGGER refresh_dispatch_words_insert AFTER INSERT ON %1$I
         REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION refresh_dispatch_words();
       CREATE OR REPLACE TRIGGER refresh_dispatch_words_update AFTER UPDATE ON %1$I
         REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION refresh_dispatch_words();
       CREATE OR REPLACE TRIGGER refresh_dispatch_words_delete AFTER DELETE ON %1$I
         REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION refresh_dispatch_words()',
      part);
  END LOOP;
END $$;
