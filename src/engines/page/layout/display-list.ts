import type { FontStyle } from '../fonts/typeface.ts';

export type StructureTag =
  | 'Document'
  | 'Sect'
  | 'P'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'H5'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure'
  | 'Form';

export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A node of the structure tree; it joins its parent where its first content stands. */
export interface StructureElement {
  tag: StructureTag;
  parent?: StructureElement;
  /** Of a `Figure`: what a screen reader says, and where it stands on its page. */
  figure?: { alt: string; box: Area };
}

export interface StyledText {
  text: string;
  style: FontStyle;
}

export type Colour = 'black' | 'red';

/** One line of print; lengths in points, `y` downwards. */
export interface TextLine {
  kind: 'text';
  x: number;
  baseline: number;
  size: number;
  runs: StyledText[];
  /** Added after every space to justify the line. */
  wordSpacing: number;
  /** Printed width, without the space that ends a wrapped line. */
  width: number;
  colour?: Colour;
}

/** Horizontal or vertical line. */
export interface Rule {
  kind: 'rule';
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Frame {
  kind: 'frame';
  x: number;
  y: number;
  width: number;
  height: number;
  colour: Colour;
}

/** Filled rectangles, drawn as one; the outer measures are those of all together. */
export interface Areas extends Area {
  kind: 'areas';
  areas: Area[];
}

/** A place that is filled after rendering: number, day, month, or a signature. */
export interface Field {
  kind: 'field';
  type: 'text' | 'signature';
  name: string;
  /** What a screen reader says. */
  label: string;
  x: number;
  y: number;
  width: number;
  height: number;
  size?: number;
  style?: FontStyle;
  maxLength?: number;
  /** Filling it locks every field of the file. */
  locksAll?: boolean;
}

export type Drawing = TextLine | Rule | Frame | Areas | Field;

/** Drawings of one structure element, or of none: rules, page numbers, repeated table heads. */
export interface Mark {
  element: StructureElement | null;
  drawings: Drawing[];
}

/** An unbreakable strip across the text area: a line of a paragraph, a table row, the letterhead. */
export interface Band {
  /** White above, dropped at the top of a page. */
  gap: number;
  height: number;
  /** Relative to the top of the band; `x` from the left edge of the page. */
  marks: Mark[];
  keepWithNext: boolean;
  /** Head of the table this row belongs to, printed again when the row opens a page. */
  tableHead?: Band;
  /** What it is, in Vietnamese, where it could outgrow a page. */
  component?: string;
  /** Counts as a line of body for the rule of two lines before the signature. */
  bodyLine?: boolean;
}
