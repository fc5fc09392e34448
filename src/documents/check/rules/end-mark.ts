import { annexIII, type Fault, type LayoutRule } from '../finding.ts';
import type { Sheet } from '../sheet.ts';

const CLAUSE = annexIII('mẫu 1.5');

/** Models of Annex III: the last words of the body and of each annex end with `./.`. */
export const END_MARK: LayoutRule = {
  id: 'text.end-mark',
  clause: CLAUSE,
  severity: 'error',
  *find(sheet: Sheet): Generator<Fault> {
    for (const [part, blocks] of parts(sheet)) {
      const last = blocks.at(-1);
      if (!last || last.kind === 'table' || last.kind === 'heading') continue;
      const place = `${part}, đoạn ${blocks.length}`;
      const printed = sheet.components.find((component) => component.place === place);
      const line = printed?.lines.at(-1);
      if (!line || line.text.endsWith('./.')) continue;
      yield {
        place,
        message: 'Cuối văn bản chưa có dấu "./.".',
        remedy: 'Ghi "./." sau chữ cuối cùng của nội dung.',
      };
    }
  },
};

/** After `./.` nothing more is read. */
export const END_MARK_INSIDE: LayoutRule = {
  id: 'text.end-mark-inside',
  clause: CLAUSE,
  severity: 'warning',
  *find(sheet: Sheet): Generator<Fault> {
    for (const [part, blocks] of parts(sheet)) {
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

function parts({ document }: Sheet) {
  const annexes = (document.annexes ?? []).map(
    ({ body }, i) => [`Phụ lục ${i + 1}`, body] as const,
  );
  return [['Nội dung', document.body] as const, ...annexes];
}
