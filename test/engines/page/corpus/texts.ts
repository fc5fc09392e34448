import { type CorpusEntry, letter, paragraphs, prose } from './build.ts';

const MIXED = `**Một là,** ${prose(1)} *Hai là,* ${prose(1, 2)} ***Ba là,*** ${prose(1, 4)}`;
const TABLE_ROWS = (count: number) =>
  Array.from(
    { length: count },
    (_, i) => `| ${i + 1} | ${prose(1, i).slice(0, 60 + (i % 5) * 12)} | **${(i + 1) * 371}** |`,
  ).join('\n');
const TABLE = (count: number) =>
  `| STT | Nội dung | Số lượng |\n|:-:|---|--:|\n${TABLE_ROWS(count)}`;

/** Bodies: styles, lists, headings, tables, long words, page breaks. */
export const TEXTS: CorpusEntry[] = [
  { name: 'mixed styles in a justified paragraph', document: letter({ markdown: MIXED }) },
  {
    name: 'dash, numbered and lettered lists',
    document: letter({
      markdown: `${prose(1)}\n\n1. ${prose(2)}\n\na) ${prose(1, 3)}\n\nb) ${prose(1, 4)}\n\n- ${prose(2, 1)}\n\n+ ${prose(1, 2)}`,
    }),
  },
  {
    name: 'titled clauses',
    document: letter({
      markdown: `1. **Mục đích**\n\n${prose(2)}\n\n2. **Yêu cầu**\n\n${prose(3)}`,
    }),
  },
  {
    name: 'web address longer than a line',
    document: letter({
      markdown: `${prose(1)} Chi tiết tại https://www.hungyen.example/${'van-ban-chi-dao/'.repeat(9)}2026.`,
    }),
    cutWords: true,
  },
  {
    name: 'word of ten thousand characters',
    document: letter({ markdown: 'x'.repeat(10_000) }),
    cutWords: true,
  },
  { name: 'two pages', document: letter({ markdown: paragraphs(10) }), pages: 2 },
  { name: 'many pages', document: letter({ markdown: paragraphs(40) }) },
  { name: 'one very long paragraph', document: letter({ markdown: prose(60) }) },
  {
    name: 'many one-line paragraphs',
    document: letter({ markdown: 'Nội dung ngắn.\n\n'.repeat(60) }),
  },
  { name: 'table', document: letter({ markdown: `${prose(1)}\n\n${TABLE(5)}\n\n${prose(1, 1)}` }) },
  {
    name: 'table over three pages',
    document: letter({ markdown: `${prose(1)}\n\n${TABLE(60)}\n\n${prose(1, 1)}` }),
  },
  { name: 'table at the end', document: letter({ markdown: `${prose(1)}\n\n${TABLE(4)}` }) },
  {
    name: 'twelve columns of long words',
    document: letter({
      markdown: `${prose(1)}\n\n|${' SốLượngTổngCộng |'.repeat(12)}\n|${'---|'.repeat(12)}\n|${' 1 |'.repeat(12)}`,
    }),
    cutWords: true,
  },
  {
    name: 'letters outside the shared subset',
    document: letter({ markdown: `Hệ số α, β và góc φ theo tiêu chuẩn; ${prose(2)}` }),
  },
  {
    name: 'decomposed Unicode',
    document: letter({
      markdown: prose(2).normalize('NFD'),
      signerName: 'Vũ Xuân Thành'.normalize('NFD'),
    }),
  },
  {
    name: 'markup characters',
    document: letter({
      abstract: 'hợp tác R&D <giai đoạn 2> "thử nghiệm"',
      markdown: 'A & B < C > D "E"./.',
    }),
  },
  ...[6, 7, 8, 9].map((count): CorpusEntry => ({
    name: `close to the end of page 1: ${count} paragraphs`,
    document: letter({ markdown: paragraphs(count, 3) }),
  })),
];
