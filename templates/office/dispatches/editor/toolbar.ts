import { toggleMark } from 'prosemirror-commands';
import { redo, undo } from 'prosemirror-history';
import type { Command, EditorState } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { blockAt, toHeading, toItems, toParagraph } from './blocks.ts';
import { markerKind } from './markers.ts';
import { schema } from './schema.ts';
import {
  addColumn,
  addRow,
  align,
  dropColumn,
  dropRow,
  insertTable,
  placeInTable,
} from './tables.ts';

const { nodes, marks } = schema;

interface Tool {
  sign: string;
  name: string;
  command: Command;
  isOn?: (state: EditorState) => boolean;
  /** Shown only in a table. */
  inTable?: boolean;
}

const hasMark = (name: string) => (state: EditorState) => {
  const { from, to, empty, $from } = state.selection;
  const mark = marks[name]!;
  return empty
    ? Boolean(mark.isInSet(state.storedMarks ?? $from.marks()))
    : state.doc.rangeHasMark(from, to, mark);
};
const isItem = (kind: string) => (state: EditorState) =>
  blockAt(state).type === nodes.item && markerKind(blockAt(state).attrs.marker) === kind;

const TOOLS: Tool[] = [
  { sign: 'B', name: 'Đậm (Ctrl+B)', command: toggleMark(marks.bold), isOn: hasMark('bold') },
  {
    sign: 'I',
    name: 'Nghiêng (Ctrl+I)',
    command: toggleMark(marks.italic),
    isOn: hasMark('italic'),
  },
  { sign: '1.', name: 'Đánh số 1., 2.', command: toItems('number'), isOn: isItem('number') },
  { sign: 'a)', name: 'Điểm a), b)', command: toItems('letter'), isOn: isItem('letter') },
  { sign: '–', name: 'Gạch đầu dòng –', command: toItems('dash'), isOn: isItem('dash') },
  { sign: 'Bảng', name: 'Chèn bảng', command: insertTable },
  { sign: '↶', name: 'Hoàn tác (Ctrl+Z)', command: undo },
  { sign: '↷', name: 'Làm lại (Ctrl+Y)', command: redo },
  { sign: 'Thêm hàng', name: 'Thêm hàng dưới', command: addRow, inTable: true },
  { sign: 'Thêm cột', name: 'Thêm cột bên phải', command: addColumn, inTable: true },
  { sign: 'Bỏ hàng', name: 'Bỏ hàng này', command: dropRow, inTable: true },
  { sign: 'Bỏ cột', name: 'Bỏ cột này', command: dropColumn, inTable: true },
  { sign: 'Căn trái', name: 'Cột căn trái', command: align('left'), inTable: true },
  { sign: 'Căn giữa', name: 'Cột căn giữa', command: align('center'), inTable: true },
  { sign: 'Căn phải', name: 'Cột căn phải', command: align('right'), inTable: true },
];

const LOOKS: Record<string, string> = { B: 'quiet bold', I: 'quiet italic' };

/** What one may do where the cursor stands; `update` after every change. */
export function toolbar(view: () => EditorView): { dom: HTMLElement; update(): void } {
  const dom = document.createElement('div');
  dom.className = 'toolbar';
  dom.setAttribute('role', 'toolbar');
  dom.setAttribute('aria-label', 'Định dạng');
  const act = (command: Command) => {
    command(view().state, (tr) => view().dispatch(tr));
    view().focus();
  };
  const style = styles((command) => act(command));
  const buttons = TOOLS.map((tool) => ({ tool, button: button(tool, () => act(tool.command)) }));
  dom.append(style, ...buttons.map(({ button }) => button));
  return {
    dom,
    update() {
      const { state } = view();
      const inTable = placeInTable(state) !== undefined;
      const block = blockAt(state);
      style.value = block.type === nodes.heading ? String(block.attrs.level) : '0';
      style.disabled = inTable;
      for (const { tool, button } of buttons) {
        button.hidden = Boolean(tool.inTable) && !inTable;
        button.disabled = !tool.command(state);
        if (tool.isOn) button.setAttribute('aria-pressed', String(tool.isOn(state)));
      }
    },
  };
}

function button({ sign, name, isOn }: Tool, press: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = sign;
  made.title = name;
  made.setAttribute('aria-label', name);
  if (isOn) made.setAttribute('aria-pressed', 'false');
  made.className = LOOKS[sign] ?? 'quiet';
  made.addEventListener('click', press);
  return made;
}

/** Plain text or one of four headings. */
function styles(choose: (command: Command) => void): HTMLSelectElement {
  const made = document.createElement('select');
  made.setAttribute('aria-label', 'Kiểu đoạn');
  const names = ['Đoạn văn', 'Đề mục cấp 1', 'Đề mục cấp 2', 'Đề mục cấp 3', 'Đề mục cấp 4'];
  names.forEach((name, level) => made.add(new Option(name, String(level))));
  made.addEventListener('change', () => {
    const level = Number(made.value);
    choose(level === 0 ? toParagraph : toHeading(level));
  });
  return made;
}
