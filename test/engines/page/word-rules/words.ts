import { letter } from '../corpus/build.ts';

export type Changes = NonNullable<Parameters<typeof letter>[0]>;

/** What is wrong, the changes that make it so, the one rule that says it, and the place it names. */
export type WrongWords = [name: string, changes: Changes, rule: string, place: string];

const OPENING = 'Sở Khoa học và Công nghệ gửi văn bản này tới các cơ quan, đơn vị.';

/** A letter without a fault, but for `changes`. */
export const words = (changes: Changes) => letter({ ...body(), ...changes });

export const body = (...paragraphs: string[]): Changes => ({
  markdown: [OPENING, ...paragraphs, 'Trân trọng./.'].join('\n\n'),
});

export const copies = (...lines: string[]): Changes => ({
  recipientLines: ['Như trên', ...lines, 'Lưu: VT, CĐS'],
});
