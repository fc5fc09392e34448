import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The words of a dispatch without accents: those of its abstract weigh most, then number and symbol, then the body. */
export class FindDispatches1764000000171 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- As folded() of src/dispatches/search.ts. Not lower() first: where the locale is C it knows ASCII alone.
      CREATE FUNCTION folded(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
        SELECT regexp_replace(
          lower(translate(regexp_replace(normalize($1, NFD), '[\\u0300-\\u036f]', '', 'g'), 'Đđ', 'dd')),
          '[^a-z0-9]+', ' ', 'g')
      $$;
      CREATE FUNCTION keep_dispatch_words() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.words := setweight(to_tsvector('simple', folded(NEW.abstract)), 'A')
          || setweight(to_tsvector('simple', folded(concat_ws(' ', NEW.number, NEW.symbol))), 'B')
          || setweight(to_tsvector('simple', folded(NEW.body)), 'C');
        RETURN NEW;
      END $$;
      ALTER TABLE dispatches ADD COLUMN words tsvector;
      CREATE TRIGGER keep_dispatch_words
        BEFORE INSERT OR UPDATE OF abstract, number, symbol, body ON dispatches
        FOR EACH ROW EXECUTE FUNCTION keep_dispatch_words();
      UPDATE dispatches SET abstract = abstract;
      CREATE INDEX dispatches_words_idx ON dispatches USING gin (words);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER keep_dispatch_words ON dispatches;
      ALTER TABLE dispatches DROP COLUMN words;
      DROP FUNCTION keep_dispatch_words;
      DROP FUNCTION folded;
    `);
  }
}
