import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A dispatch is found by its legal bases, its annexes and whom it is addressed to as well; these weigh least. */
export class SearchWholeDispatches1764000000198 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
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
      DROP TRIGGER keep_dispatch_words ON dispatches;
      CREATE TRIGGER keep_dispatch_words
        BEFORE INSERT OR UPDATE OF abstract, number, symbol, body, legal_bases ON dispatches
        FOR EACH ROW EXECUTE FUNCTION keep_dispatch_words();
      CREATE FUNCTION refresh_dispatch_words() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE dispatches SET abstract = abstract
        WHERE id IN (SELECT dispatch_id FROM changed);
        RETURN NULL;
      END $$;
      ${triggers('annexes')}
      ${triggers('recipient_lines')}
      UPDATE dispatches SET abstract = abstract;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION refresh_dispatch_words CASCADE;
      CREATE OR REPLACE FUNCTION keep_dispatch_words() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.words := setweight(to_tsvector('simple', folded(NEW.abstract)), 'A')
          || setweight(to_tsvector('simple', folded(concat_ws(' ', NEW.number, NEW.symbol))), 'B')
          || setweight(to_tsvector('simple', folded(NEW.body)), 'C');
        RETURN NEW;
      END $$;
      DROP TRIGGER keep_dispatch_words ON dispatches;
      CREATE TRIGGER keep_dispatch_words
        BEFORE INSERT OR UPDATE OF abstract, number, symbol, body ON dispatches
        FOR EACH ROW EXECUTE FUNCTION keep_dispatch_words();
      UPDATE dispatches SET abstract = abstract;
    `);
  }
}

/** Once for a statement, however many rows it writes. */
const triggers = (table: string): string =>
  (['INSERT', 'UPDATE', 'DELETE'] as const)
    .map(
      (
        verb,
      ) => `CREATE TRIGGER refresh_dispatch_words_${verb.toLowerCase()} AFTER ${verb} ON ${table}
        REFERENCING ${verb === 'DELETE' ? 'OLD' : 'NEW'} TABLE AS changed
        FOR EACH STATEMENT EXECUTE FUNCTION refresh_dispatch_words();`,
    )
    .join('\n');
