import type { Block, Run } from '../../../src/engines/page/body.ts';
import type { OfficialDocument } from '../../../src/engines/page/official-document.ts';

const CENTRED_HEADING = /^((?:Chương|Phần|Mục) \S+)\. (.+)$/;

export interface ExpectedBlock {
  kind: Block['kind'];
  text: string;
}

const words = (runs: Run[]) =>
  runs
    .map((run) => run.text)
    .join('')
    .normalize('NFC');

/** What a reader must find in a body, block by block, a table cell by cell; it ends with `./.`. */
export function expectedBlocks(body: Block[]): ExpectedBlock[] {
  const blocks = body.flatMap((block): ExpectedBlock[] => {
    if (block.kind === 'table') {
      return [block.head, ...block.rows]
        .flat()
        .map((cell) => ({ kind: 'table', text: words(cell) }));
    }
    const text = words(block.runs);
    if (block.kind === 'item') return [{ kind: 'item', text: `${block.marker} ${text}` }];
    const [, label, title] = (block.kind === 'heading' && CENTRED_HEADING.exec(text)) || [];
    if (!label) return [{ kind: block.kind, text }];
    return [{ kind: 'heading', text: `${label} ${title!.toLocaleUpperCase('vi')}` }];
  });
  const last = blocks.at(-1)!;
  if ((last.kind === 'paragraph' || last.kind === 'item') && !last.text.endsWith('./.')) {
    last.text = `${last.text.replace(/[.\s]+$/, '')}./.`;
  }
  return blocks;
}

/** A dash list closed with `;` and `.`, as the decree wants Nơi nhận, Kính gửi and the legal bases. */
export function expectedLines(lines: string[]): string[] {
  return lines.map((line, i) => {
    const bare = line.replace(/^- /, '').replace(/[;.]$/, '');
    return `${bare}${i === lines.length - 1 ? '.' : ';'}`;
  });
}

export function expectedNumber({ number, symbol }: OfficialDocument): string {
  return `Số: ${number ?? ''}/${symbol}`;
}

export function expectedDate({ place, date, year }: OfficialDocument): string {
  if (!date) return `${place}, ngày tháng năm ${year}`;
  const [y, m, d] = date.split('-') as [string, string, string];
  return `${place}, ngày ${d} tháng ${Number(m) > 2 ? Number(m) : m} năm ${y}`;
}
