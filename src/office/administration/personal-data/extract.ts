import { renderToString } from 'preact-render-to-string';
import type { EntityManager } from 'typeorm';
import {
  ExtractHead,
  ExtractSection,
} from '../../../../templates/office/administration/personal-data/extract.tsx';
import { readHeld } from './holding-queries.ts';
import type { FoundOfPerson } from './personal-data.service.ts';

/** Of one kind; more is said, not told. */
export const MOST_ROWS = 10_000;
const AT_ONCE = 500;

export interface ExtractFacts {
  officeName: string;
  basis: string;
  at: Date;
}

type Rows = Record<string, unknown>[];

/** What is told of one kind, some hundred rows at a time. */
async function* rowsOf(
  manager: EntityManager,
  { asked }: FoundOfPerson,
  holding: FoundOfPerson['found'][number],
): AsyncGenerator<Rows> {
  for (let offset = 0; offset < MOST_ROWS; offset += AT_ONCE) {
    const limit = Math.min(AT_ONCE, MOST_ROWS - offset);
    const rows = await readHeld(manager, holding, asked, { limit, offset });
    if (rows.length > 0) yield rows;
    if (rows.length < limit) return;
  }
}

/** One JSON document, as it is read from the database. */
export async function* jsonExtract(
  manager: EntityManager,
  person: FoundOfPerson,
  { officeName, basis, at }: ExtractFacts,
): AsyncGenerator<string> {
  const head = { coQuan: officeName, lapLuc: at, canCu: basis };
  yield `${JSON.stringify(head).slice(0, -1)},"duLieu":[`;
  for (const [index, holding] of person.found.entries()) {
    const { what, purpose, basis: law, kept, erasable, staying } = holding;
    const own = {
      loai: what,
      mucDich: purpose,
      coSo: law,
      thoiHan: kept,
      soDong: erasable + staying,
    };
    yield `${index > 0 ? ',' : ''}\n${JSON.stringify(own).slice(0, -1)},"dong":[`;
    let isFirst = true;
    for await (const rows of rowsOf(manager, person, holding)) {
      for (const row of rows) {
        yield `${isFirst ? '' : ','}${JSON.stringify(row)}`;
        isFirst = false;
      }
    }
    yield ']}';
  }
  yield '\n]}\n';
}

/** The same to read: one page without anything from elsewhere. */
export async function* htmlExtract(
  manager: EntityManager,
  person: FoundOfPerson,
  facts: ExtractFacts,
): AsyncGenerator<string> {
  const [before, after] = renderToString(ExtractHead(facts)).split('<hr/>');
  yield `<!doctype html>${before}`;
  for (const holding of person.found) {
    for await (const rows of rowsOf(manager, person, holding)) {
      yield renderToString(ExtractSection({ holding, rows }));
    }
  }
  yield after ?? '';
}
