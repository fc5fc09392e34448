import { Selection, TextSelection, type Command, type EditorState } from 'prosemirror-state';
import { Fragment, type Node } from 'prosemirror-model';
import { schema } from './schema.ts';

const { nodes } = schema;

interface Place {
  table: Node;
  /** Where the table begins. */
  at: number;
  row: number;
  column: number;
}

export function placeInTable({ selection: { $from } }: EditorState): Place | undefined {
  if ($from.parent.type !== nodes.cell) return undefined;
  const depth = $from.depth - 2;
  const { row, column } = { row: $from.index(depth), column: $from.index(depth + 1) };
  return { table: $from.node(depth), at: $from.before(depth), row, column };
}

const emptyRow = (like: Node) =>
  nodes.row.create(
    null,
    children(like).map(({ attrs }) => nodes.cell.create(attrs)),
  );

export const insertTable: Command = (state, dispatch) => {
  const { $from } = state.selection;
  if ($from.depth !== 1) return false;
  const row = nodes.row.create(
    null,
    [1, 2, 3].map(() => nodes.cell.create()),
  );
  const table = nodes.table.create(null, [row, row, row]);
  const at = $from.after(1);
  const tr = state.tr.insert(at, [table, nodes.paragraph.create()]);
  dispatch?.(tr.setSelection(Selection.near(tr.doc.resolve(at + 1))).scrollIntoView());
  return true;
};

const children = (node: Node): Node[] =>
  Array.from({ length: node.childCount }, (_, i) => node.child(i));

/** Puts another table in place of the one around the cursor; one without cells is gone. */
function change(
  make: (rows: Node[][], place: Place) => Node[][],
  move = { row: 0, column: 0 },
): Command {
  return (state, dispatch) => {
    const place = placeInTable(state);
    if (!place) return false;
    const { table, at } = place;
    const rows = make(children(table).map(children), place).filter((cells) => cells.length > 0);
    const tr = state.tr;
    if (rows.length === 0) {
      tr.replaceWith(at, at + table.nodeSize, nodes.paragraph.create());
    } else {
      const made = table.copy(Fragment.from(rows.map((cells) => nodes.row.create(null, cells))));
      tr.replaceWith(at, at + table.nodeSize, made);
      const row = Math.min(place.row + move.row, rows.length - 1);
      const column = Math.min(place.column + move.column, rows[row]!.length - 1);
      tr.setSelection(TextSelection.near(tr.doc.resolve(cellStart(made, at, row, column))));
    }
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

function cellStart(table: Node, at: number, row: number, column: number): number {
  const rows = children(table).slice(0, row);
  const cells = children(table.child(row)).slice(0, column);
  return at + 3 + [...rows, ...cells].reduce((size, node) => size + node.nodeSize, 0);
}

export const addRow = change(
  (rows, { table, row }) => rows.toSpliced(row + 1, 0, children(emptyRow(table.child(row)))),
  { row: 1, column: 0 },
);
export const dropRow = change((rows, { row }) => rows.toSpliced(row, 1));
export const addColumn = change(
  (rows, { column }) => rows.map((cells) => cells.toSpliced(column + 1, 0, nodes.cell.create())),
  { row: 0, column: 1 },
);
export const dropColumn = change((rows, { column }) =>
  rows.map((cells) => cells.toSpliced(column, 1)),
);
export const align = (to: string): Command =>
  change((rows, { column }) =>
    rows.map((cells) =>
      cells.map((cell, i) =>
        i === column ? nodes.cell.create({ align: to }, cell.content) : cell,
      ),
    ),
  );

/** Tab goes through the cells; after the last one it makes another row. */
export const goToCell =
  (step: 1 | -1): Command =>
  (state, dispatch) => {
    const place = placeInTable(state);
    if (!place) return false;
    const { table, at, row, column } = place;
    const next = row * table.child(0).childCount + column + step;
    if (next < 0) return true;
    const [toRow, toColumn] = [
      Math.floor(next / table.child(0).childCount),
      next % table.child(0).childCount,
    ];
    if (toRow >= table.childCount) return addRow(state, dispatch);
    const pos = cellStart(table, at, toRow, toColumn);
    const tr = state.tr.setSelection(TextSelection.near(state.doc.resolve(pos)));
    dispatch?.(tr.scrollIntoView());
    return true;
  };

/** Enter in a cell does not divide it; it goes to the cell below. */
export const goBelow: Command = (state, dispatch) => {
  const place = placeInTable(state);
  if (!place) return false;
  const { table, at, row, column } = place;
  if (row + 1 >= table.childCount) return true;
  const pos = cellStart(table, at, row + 1, column);
  dispatch?.(state.tr.setSelection(TextSelection.near(state.doc.resolve(pos))).scrollIntoView());
  return true;
};
