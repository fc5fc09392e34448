import { Schema, type DOMOutputSpec } from 'prosemirror-model';

const ALIGNMENTS = ['left', 'center', 'right'];
const classOf = (dom: HTMLElement, known: string[]) =>
  known.find((name) => dom.classList.contains(name));

/** Newlines before a block in its source, so that what is not edited stays as it was. */
const gap = { gap: { default: 2 } };

/** The Markdown subset of src/engines/page/body.ts, block by block. */
export const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: {
      group: 'block',
      content: 'inline*',
      attrs: gap,
      parseDOM: [{ tag: 'p' }],
      toDOM: (): DOMOutputSpec => ['p', 0],
    },
    heading: {
      group: 'block',
      content: 'inline*',
      attrs: { ...gap, level: { default: 1 } },
      defining: true,
      parseDOM: [
        {
          tag: 'p.heading',
          priority: 60,
          getAttrs: (dom) => ({ level: Number(dom.dataset.level) }),
        },
      ],
      toDOM: (node): DOMOutputSpec => [
        'p',
        { class: 'heading', 'data-level': node.attrs.level },
        0,
      ],
    },
    item: {
      group: 'block',
      content: 'inline*',
      attrs: { ...gap, marker: { default: '-' } },
      defining: true,
      parseDOM: [
        { tag: 'p.item', priority: 60, getAttrs: (dom) => ({ marker: dom.dataset.marker }) },
      ],
      toDOM: (node): DOMOutputSpec => ['p', { class: 'item', 'data-marker': node.attrs.marker }, 0],
    },
    table: {
      group: 'block',
      content: 'row+',
      attrs: gap,
      isolating: true,
      parseDOM: [{ tag: 'table' }],
      toDOM: (): DOMOutputSpec => ['table', ['tbody', 0]],
    },
    row: { content: 'cell+', parseDOM: [{ tag: 'tr' }], toDOM: (): DOMOutputSpec => ['tr', 0] },
    cell: {
      content: 'inline*',
      attrs: { align: { default: 'left' } },
      isolating: true,
      parseDOM: [{ tag: 'td', getAttrs: (dom) => ({ align: classOf(dom, ALIGNMENTS) ?? 'left' }) }],
      toDOM: (node): DOMOutputSpec => ['td', { class: node.attrs.align }, 0],
    },
    text: { group: 'inline' },
    /** A new line in the source of a paragraph; the page has a space there. */
    wrap: {
      group: 'inline',
      inline: true,
      selectable: false,
      leafText: () => ' ',
      parseDOM: [{ tag: 'span.wrap' }],
      toDOM: (): DOMOutputSpec => ['span', { class: 'wrap' }, ' '],
    },
  },
  marks: {
    bold: { parseDOM: [{ tag: 'strong' }], toDOM: (): DOMOutputSpec => ['strong', 0] },
    italic: { parseDOM: [{ tag: 'em' }], toDOM: (): DOMOutputSpec => ['em', 0] },
  },
});
