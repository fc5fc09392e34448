import type { FontFamily, FontFiles } from '../fonts/font-family.ts';
import type { StructureElement, TextLine } from '../layout/display-list.ts';

/** `0.12 0.48 0.27`: red, green and blue between 0 and 1. */
export type Ink = string;

export type Item =
  | { kind: 'text'; element: StructureElement | null; line: TextLine }
  | { kind: 'rule'; x: number; y: number; width: number; height: number }
  | { kind: 'fill'; x: number; y: number; width: number; height: number; ink: Ink };

export interface PaperOptions {
  orientation: 'portrait' | 'landscape';
  /** A4 where nothing is said. */
  sheet?: 'A4' | 'A3';
  title: string;
  author: string;
  created: Date;
  fonts?: FontFiles;
  /** Printed at the foot of every page, beside the page number. */
  footer: string;
  /** The first page has neither footer nor number. */
  cover?: boolean;
}

/** A paper whose pages are full, ready to be written; lengths in points. */
export interface LaidPaper {
  options: PaperOptions;
  pages: Item[][];
  root: StructureElement;
  fonts: FontFamily;
  height: number;
  left: number;
  textWidth: number;
}
