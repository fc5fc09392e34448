import { annexIII, type Fault } from '../finding.ts';
import type { WordRule, Words } from './words.ts';

const CLAUSE = annexIII('mẫu 1.5');

/** After `./.` nothing more is read. */
export const END_MARK_INSIDE: WordRule = {
  id: 'text.end-mark-inside',
  clause: CLAUSE,
  severity: 'warning',
  *find(words: Words): Generator<Fault> {
    for (const [part, blocks] of parts(words)) {
      for (const [i, block] of blocks.entries()) {
        if (block.kind === 'table') continue;
        const text = block.runs.map((run) => run.text).join('');
        const inside = i < blocks.length - 1 ? text : text.replace(/\.\/\.$/, '');
        if (!/\.\/\./.test(inside)) continue;
        yield {
          place: `${part}, đoạn ${i + 1}`,
          message: 'Có dấu "./." khi văn bản chưa hết.',
          remedy: 'Chỉ ghi "./." một lần, ở cuối cùng.',
        };
      }
    }
  },
};

function parts({ document }: Words) {
  const annexes = (document.annexes ?? []).map(
    ({ body }, i) => [`Phụ lục ${i + 1}`, body] as const,
  );
  return [['Nội dung', document.body] as const, ...annexes];
}
