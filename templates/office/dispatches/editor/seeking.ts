import type { Node } from 'prosemirror-model';
import { Plugin, PluginKey, TextSelection } from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import { chunksOf } from '../../../../src/engines/page/body.ts';
import { isWritten } from './markdown.ts';

const key = new PluginKey<DecorationSet>('sought');

/** The block that is sought is marked until one goes elsewhere or writes. */
export const sought = new Plugin<DecorationSet>({
  key,
  state: {
    init: () => DecorationSet.empty,
    apply(transaction, marked) {
      const found = transaction.getMeta(key) as { from: number; to: number } | undefined;
      if (found) {
        const mark = Decoration.node(found.from, found.to, { class: 'sought' });
        return DecorationSet.create(transaction.doc, [mark]);
      }
      return transaction.docChanged || transaction.selectionSet ? DecorationSet.empty : marked;
    },
  },
  props: { decorations: (state) => key.getState(state) },
});

/** Puts the cursor into the block that is the `nth` of the source, from 1, and shows it. */
export function seekBlock(view: EditorView, nth: number): void {
  const from = startOf(view.state.doc, nth);
  if (from !== undefined) {
    const { doc, tr } = view.state;
    const to = from + doc.nodeAt(from)!.nodeSize;
    tr.setSelection(TextSelection.near(doc.resolve(from + 1)));
    view.dispatch(tr.setMeta(key, { from, to }));
  }
  const dom = from === undefined ? view.dom : view.nodeDOM(from);
  if (dom instanceof Element) dom.scrollIntoView({ block: 'center' });
  view.focus();
}

/** Blocks that stand empty are none in the source. */
function startOf(doc: Node, nth: number): number | undefined {
  const starts: number[] = [];
  doc.forEach((block, offset) => {
    if (isWritten(block)) starts.push(offset);
  });
  return starts[nth - 1];
}

/** The same in the source: selects the lines of the block. */
export function seekSource(textarea: HTMLTextAreaElement, nth: number): void {
  const chunks = chunksOf(textarea.value);
  const chunk = chunks[nth - 1];
  if (chunk) {
    const before = chunks.slice(0, nth - 1);
    const first = before.reduce((line, { gap, lines }) => line + gap + lines.length - 1, chunk.gap);
    const lines = textarea.value.split('\n');
    const start = lines.slice(0, first - 1).reduce((sum, line) => sum + line.length + 1, 0);
    const text = lines.slice(first - 1, first - 1 + chunk.lines.length).join('\n');
    textarea.setSelectionRange(start, start + text.length);
  }
  textarea.scrollIntoView({ block: 'nearest' });
  textarea.focus();
}
