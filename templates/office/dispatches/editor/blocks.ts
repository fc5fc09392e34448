import { InputRule, inputRules } from 'prosemirror-inputrules';
import { setBlockType } from 'prosemirror-commands';
import type { Command, EditorState, Transaction } from 'prosemirror-state';
import { FIRST_MARKER, markerKind, nextMarker, type MarkerKind } from './markers.ts';
import { schema } from './schema.ts';

const { nodes } = schema;

export const toParagraph: Command = setBlockType(nodes.paragraph);
export const toHeading = (level: number): Command => setBlockType(nodes.heading, { level });

/** The block that the selection begins in. */
export const blockAt = ({ selection }: EditorState) => selection.$from.parent;

/** Makes items of the chosen blocks, counting on from the block before; of items of the kind, paragraphs again. */
export function toItems(kind: MarkerKind): Command {
  return (state, dispatch) => {
    const { $from, $to } = state.selection;
    if ($from.depth !== 1) return false;
    const { parent } = $from;
    if (parent.type === nodes.item && markerKind(parent.attrs.marker) === kind) {
      return toParagraph(state, dispatch);
    }
    const tr = state.tr;
    const before = state.doc.maybeChild($from.index(0) - 1);
    let marker = FIRST_MARKER[kind];
    if (before?.type === nodes.item && markerKind(before.attrs.marker) === kind) {
      marker = nextMarker(before.attrs.marker);
    }
    state.doc.nodesBetween($from.pos, $to.pos, (node, pos) => {
      if (!node.isTextblock || node.type === nodes.cell) return node.type !== nodes.table;
      tr.setNodeMarkup(pos, nodes.item, { gap: node.attrs.gap, marker });
      marker = nextMarker(marker);
      return false;
    });
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

/** Enter in an item begins the next one and counts on; in an empty one it ends the list. */
export const nextItem: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  const { parent } = $from;
  if (parent.type !== nodes.item || !empty) return false;
  if (parent.content.size === 0) return toParagraph(state, dispatch);
  const marker = nextMarker(parent.attrs.marker);
  const attrs = { gap: parent.attrs.gap, marker };
  const tr = state.tr.split($from.pos, 1, [{ type: nodes.item, attrs }]);
  countOn(tr, $from.index(0) + 1, marker);
  dispatch?.(tr.scrollIntoView());
  return true;
};

/** Backspace at the beginning of an item or a heading takes the marker away first. */
export const dropMarker: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  const isMarked = $from.parent.type === nodes.item || $from.parent.type === nodes.heading;
  if (!isMarked || !empty || $from.parentOffset > 0) return false;
  return toParagraph(state, dispatch);
};

/** Items behind the new one at `index` that went on from its place go on from it. */
function countOn(tr: Transaction, index: number, marker: string): void {
  if (nextMarker(marker) === marker) return;
  let taken = marker;
  tr.doc.forEach((node, pos, i) => {
    if (i <= index || node.type !== nodes.item || node.attrs.marker !== taken) return;
    taken = nextMarker(taken);
    tr.setNodeMarkup(pos, null, { ...node.attrs, marker: taken });
  });
}

/** `- `, `1. `, `a) ` and `# ` at the beginning of a paragraph are what they are in the source. */
export const typedMarkers = inputRules({
  rules: [
    new InputRule(/^([-+]|\d{1,3}(?:\.\d{1,3})*\.|[a-zđ]\))\s$/u, (state, [, marker], from, to) =>
      become(state, from, to, 'item', { marker }),
    ),
    new InputRule(/^(#{1,4})\s$/, (state, [, signs], from, to) =>
      become(state, from, to, 'heading', { level: signs!.length }),
    ),
  ],
});

function become(state: EditorState, from: number, to: number, name: string, attrs: object) {
  const $from = state.doc.resolve(from);
  if ($from.parent.type !== nodes.paragraph) return null;
  const { gap } = $from.parent.attrs;
  return state.tr.delete(from, to).setBlockType(from, from, nodes[name]!, { gap, ...attrs });
}
