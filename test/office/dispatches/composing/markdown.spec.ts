import fc from 'fast-check';
import { parseBody, type Block, type Run } from '../../../../src/engines/page/body.ts';
import { read, write } from '../../../../templates/office/dispatches/editor/markdown.ts';
import { nextMarker } from '../../../../templates/office/dispatches/editor/markers.ts';
import { CORPUS } from '../../../engines/page/corpus/corpus.ts';

/** How one writes a block by hand. */
function written(block: Block): string {
  const text = (runs: Run[]) =>
    runs
      .map((run) => {
        const stars = '*'.repeat((run.bold ? 2 : 0) + (run.italic ? 1 : 0));
        return stars + run.text + stars;
      })
      .join('');
  if (block.kind === 'paragraph') return text(block.runs);
  if (block.kind === 'item') return `${block.marker} ${text(block.runs)}`;
  if (block.kind === 'heading') return `${'#'.repeat(block.level)} ${text(block.runs)}`;
  const rules = { left: '---', center: ':-:', right: '--:' };
  const row = (cells: Run[][]) => `| ${cells.map(text).join(' | ')} |`;
  const rule = `|${block.columns.map((column) => rules[column]).join('|')}|`;
  return [row(block.head), rule, ...block.rows.map(row)].join('\n');
}

const BODIES = CORPUS.map(({ name, document }) => ({
  name,
  markdown: document.body.map(written).join('\n\n'),
}));

const word = fc.stringMatching(/^[a-zđăâêôơưàáảãạ]{1,8}$/u);
const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((all) => all.join(' '));
const styled = fc
  .tuple(words, fc.constantFrom('', '*', '**', '***'))
  .map(([text, stars]) => stars + text + stars);
const text = fc.array(styled, { minLength: 1, maxLength: 4 }).map((all) => all.join(' '));
const marker = fc.constantFrom('-', '+', '1.', '12.', '2.3.', 'a)', 'đ)');
const wrapped = fc.array(text, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'));
const block = fc.oneof(
  wrapped,
  fc.tuple(marker, wrapped).map((parts) => parts.join(' ')),
  fc.tuple(fc.constantFrom('#', '##', '####'), text).map((parts) => parts.join(' ')),
  fc
    .array(fc.tuple(text, text), { minLength: 1, maxLength: 4 })
    .map(([head, ...rows]) =>
      [
        `| ${head!.join(' | ')} |`,
        '|:-:|--:|',
        ...rows.map((row) => `| ${row.join(' | ')} |`),
      ].join('\n'),
    ),
);
const body = fc
  .array(fc.tuple(block, fc.constantFrom('\n\n', '\n\n\n')), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.flat().slice(0, -1).join(''));

describe('a body in the editor', () => {
  it.each(BODIES)('is written back as it was: $name', ({ markdown }) => {
    expect(write(read(markdown))).toBe(markdown.normalize('NFC'));
  });

  it('is written back as it was, whatever it says', () => {
    fc.assert(fc.property(body, (markdown) => expect(write(read(markdown))).toBe(markdown)));
  });

  it('keeps its meaning, however it was typed', () => {
    const lines = fc.constantFrom(
      '',
      ' ',
      '- x',
      '1.  y',
      '# z',
      '|a|b|',
      '|-|:-:|',
      '**m',
      'n *o*',
      '| c |',
    );
    const any = fc.array(lines, { maxLength: 12 }).map((all) => all.join('\n'));
    fc.assert(
      fc.property(any, (markdown) => {
        const again = write(read(markdown));
        expect(parseBody(again)).toEqual(parseBody(markdown));
        expect(write(read(again))).toBe(again);
      }),
    );
  });

  it('keeps items that stand right under each other', () => {
    const tight = 'Gồm:\n- một\n- hai\n\n1. ba\na) bốn\n# Năm\nsáu';
    expect(write(read(tight))).toBe(tight);
  });

  it('counts on as offices do', () => {
    const after = ['1.', '2.9.', 'd)', 'e)', '-', 'y)'].map(nextMarker);
    expect(after).toEqual(['2.', '2.10.', 'đ)', 'g)', '-', 'y)']);
  });
});
