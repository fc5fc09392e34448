import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Run } from '../../engines/page/body.ts';
import type { OfficialDocument } from '../../engines/page/official-document.ts';
import { escapeXml } from '../../engines/page/pdf/xmp.ts';
import { printedDate } from '../../engines/page/printed-number.ts';

const require = createRequire(import.meta.url);
const FACES = [
  ['400Regular/Tinos_400Regular', 'normal', 400],
  ['700Bold/Tinos_700Bold', 'normal', 700],
  ['400Regular_Italic/Tinos_400Regular_Italic', 'italic', 400],
  ['700Bold_Italic/Tinos_700Bold_Italic', 'italic', 700],
] as const;

/** Rules that load the same font files as the renderer does. */
export function fontRules(): string {
  return FACES.map(([file, style, weight]) => {
    const data = readFileSync(require.resolve(`@expo-google-fonts/tinos/${file}.ttf`));
    return `@font-face{font-family:Tinos;font-style:${style};font-weight:${weight};src:url(data:font/ttf;base64,${data.toString('base64')})}`;
  }).join('');
}

export const STYLE = `@page{size:A4;margin:20mm 15mm 20mm 30mm}body{font:14pt/1.2 Tinos;margin:0}
p{margin:0 0 6pt;text-indent:10mm;text-align:justify}table{width:100%;font-size:12pt}td{text-align:center;vertical-align:top}
.end td:first-child{text-align:left;font-size:11pt}.end td{font-size:14pt}`;

/** The words of the page as HTML, for peers that read it. */
export function bodyHtml(document: OfficialDocument): string {
  const { day, month, year } = printedDate(document.date!);
  const paragraphs = document.body.map((block) =>
    block.kind === 'table'
      ? ''
      : `<p>${block.kind === 'item' ? '- ' : ''}${block.runs.map(html).join('')}</p>`,
  );
  const lines = document.recipientLines.map((line) => `- ${escapeXml(line)};`).join('<br>');
  return `<table><tr><td>${document.parentBody}<br><b>${document.issuingBody}</b></td><td><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc</b></td></tr>
<tr><td>Số: ${document.number}/${document.symbol}<br>V/v ${escapeXml(document.abstract)}</td><td><i>${document.place}, ngày ${day} tháng ${month} năm ${year}</i></td></tr></table>
<p style="text-align:center">Kính gửi: ${document.addressees[0]}</p>${paragraphs.join('')}
<table class="end"><tr><td><b><i>Nơi nhận:</i></b><br>${lines}</td><td><b>${document.authority.join('<br>')}<br><br><br><br>${document.signerName}</b></td></tr></table>`;
}

function html({ text, bold, italic }: Run): string {
  const words = italic ? `<i>${escapeXml(text)}</i>` : escapeXml(text);
  return bold ? `<b>${words}</b>` : words;
}
