import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Run } from '../../engines/page/body.ts';
import type { OfficialDocument } from '../../engines/page/official-document.ts';
import { printedDate } from '../../engines/page/printed-number.ts';

interface Compiler {
  pdf(input: { mainFileContent: string }, options: { pdfStandard: string }): Buffer;
  evictCache(age: number): void;
}

export type Renderer = (document: OfficialDocument) => Promise<{ bytes: number }>;

const PACKAGE: string = '@myriaddreamin/typst-ts-node-compiler';

/** The same page by Typst as PDF/A-3a, or nothing where the package is not installed. */
export async function typst(): Promise<Renderer | undefined> {
  const loaded = await import(PACKAGE).catch(() => undefined);
  if (!loaded) return undefined;
  const { NodeCompiler } = loaded as {
    NodeCompiler: { create(options: { fontArgs: { fontPaths: string[] }[] }): Compiler };
  };
  const tinos = createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json');
  const folders = ['400Regular', '700Bold', '400Regular_Italic', '700Bold_Italic'];
  const fontPaths = folders.map((folder) => join(dirname(tinos), folder));
  const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths }] });
  return async (document) => {
    const mainFileContent = markup(document);
    const pdf = compiler.pdf({ mainFileContent }, { pdfStandard: 'a-3a' });
    compiler.evictCache(10);
    return { bytes: pdf.length };
  };
}

const escaped = (text: string) => text.replace(/[\\#*_`$<>@[\]~"'/=+-]/g, '\\$&');

function runs(all: Run[]): string {
  return all
    .map(({ text, bold, italic }) => {
      const styled = italic ? `#emph[${escaped(text)}];` : escaped(text);
      return bold ? `#strong[${styled}];` : styled;
    })
    .join('');
}

function markup(document: OfficialDocument): string {
  const { day, month, year } = printedDate(document.date!);
  const body = document.body
    .map((block) => {
      if (block.kind === 'table') return '';
      return (block.kind === 'item' ? `${escaped(block.marker)} ` : '') + runs(block.runs);
    })
    .join('\n\n');
  return `#set document(title: "Công văn", date: datetime(year: 2024, month: 3, day: 5))
#set page(paper: "a4", margin: (top: 20mm, bottom: 20mm, left: 30mm, right: 15mm))
#set text(font: "Tinos", size: 14pt, lang: "vi", hyphenate: false, fallback: false)
#set par(justify: true, leading: 0.5em, spacing: 14pt, first-line-indent: (amount: 10mm, all: true))
#grid(columns: (70mm, 1fr), align: center, row-gutter: 9pt,
  [#set par(first-line-indent: 0pt, justify: false); #text(12pt)[${escaped(document.parentBody!)}] \\ #text(12pt, weight: "bold")[${escaped(document.issuingBody)}] \\ #line(length: 40%, stroke: 0.5pt)],
  [#set par(first-line-indent: 0pt, justify: false); #text(12pt, weight: "bold")[CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM] \\ #text(13pt, weight: "bold")[Độc lập \\- Tự do \\- Hạnh phúc] \\ #line(length: 60%, stroke: 0.5pt)],
  [#text(13pt)[Số: ${document.number}${escaped(`/${document.symbol}`)}]],
  [#text(13pt, style: "italic")[${document.place}, ngày ${day} tháng ${month} năm ${year}]],
  [#set par(first-line-indent: 0pt, justify: false); #text(12pt)[${escaped(`V/v ${document.abstract}`)}]], [])
#align(center)[Kính gửi: ${escaped(document.addressees[0]!)}]

${body}

#block(breakable: false)[#grid(columns: (85mm, 1fr),
  [#set par(first-line-indent: 0pt, justify: false, spacing: 4pt); #text(12pt, weight: "bold", style: "italic")[Nơi nhận:]
  ${document.recipientLines.map((line) => `#text(11pt)[${escaped(`- ${line};`)}]`).join('\n\n  ')}],
  [#set par(first-line-indent: 0pt, justify: false); #set align(center); #strong[${document.authority.map(escaped).join(' \\ ')}] #v(28mm) #strong[${escaped(document.signerName)}]])]
`;
}
