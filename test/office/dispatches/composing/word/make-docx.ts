import { ZipFile } from 'yazl';

/** A ZIP with these parts. */
export async function packed(parts: Record<string, Buffer | string>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, part] of Object.entries(parts)) zip.addBuffer(Buffer.from(part), name);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

export const TRANSITIONAL = {
  w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  m: 'http://schemas.openxmlformats.org/officeDocument/2006/math',
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  wp: 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  mc: 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  wps: 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape',
  w14: 'http://schemas.microsoft.com/office/word/2010/wordml',
  v: 'urn:schemas-microsoft-com:vml',
  o: 'urn:schemas-microsoft-com:office:office',
};
export const STRICT = {
  ...TRANSITIONAL,
  w: 'http://purl.oclc.org/ooxml/wordprocessingml/main',
  r: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
  m: 'http://purl.oclc.org/ooxml/officeDocument/math',
};

const spaces = (names: Record<string, string>) =>
  Object.entries(names)
    .map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`)
    .join('');
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

export const part = (name: string, inside: string, names = TRANSITIONAL): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><${name}${spaces(names)}>${inside}</${name}>`;

export interface Parts {
  body: string;
  styles?: string;
  numbering?: string;
  theme?: string;
  /** Behind `r:id="h1"`, `h2` … and `f1` …, by their id. */
  margins?: Record<string, string>;
  /** Any other part of the package, by its path. */
  more?: Record<string, string | Buffer>;
  names?: typeof TRANSITIONAL;
  /** Where the main part stands. */
  main?: string;
}

const relations = (of: [id: string, type: string, target: string][], names = TRANSITIONAL) =>
  `<Relationships xmlns="${PACKAGE}">${of
    .map(([id, type, to]) => `<Relationship Id="${id}" Type="${names.r}/${type}" Target="${to}"/>`)
    .join('')}</Relationships>`;

/** A .docx with the parts that it needs and no more. */
export function docx({ body, styles, numbering, theme, margins = {}, more, ...how }: Parts) {
  const { names = TRANSITIONAL, main = 'word/document.xml' } = how;
  const path = main.slice(0, main.lastIndexOf('/') + 1);
  const of: [string, string, string][] = [];
  const parts: Record<string, string | Buffer> = {};
  const add = (id: string, type: string, target: string, text: string | undefined) => {
    if (text === undefined) return;
    of.push([id, type, target]);
    parts[path + target] = text;
  };
  add('s', 'styles', 'styles.xml', styles && part('w:styles', styles, names));
  add('n', 'numbering', 'numbering.xml', numbering && part('w:numbering', numbering, names));
  add('t', 'theme', 'theme/theme1.xml', theme && part('a:theme', theme, names));
  for (const [id, text] of Object.entries(margins)) {
    const type = id.startsWith('h') ? 'header' : 'footer';
    const name = type === 'header' ? 'w:hdr' : 'w:ftr';
    add(id, type, `${type}${id.slice(1)}.xml`, part(name, text, names));
  }
  return packed({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relations([['r1', 'officeDocument', main]], names),
    [main]: part('w:document', `<w:body>${body}</w:body>`, names),
    [`${path}_rels/${main.slice(path.length)}.rels`]: relations(of, names),
    ...parts,
    ...more,
  });
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A run; `look` goes into its properties as it is. */
export const r = (text: string, look = ''): string =>
  `<w:r>${look && `<w:rPr>${look}</w:rPr>`}${text
    .split(/(\t|\n)/)
    .map((one) => {
      if (one === '\t') return '<w:tab/>';
      return one === '\n' ? '<w:br/>' : `<w:t xml:space="preserve">${escaped(one)}</w:t>`;
    })
    .join('')}</w:r>`;

/** A paragraph of text, or of runs as they are. */
export const p = (content: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${
    content.startsWith('<') ? content : r(content)
  }</w:p>`;
export const bold = (text: string): string => p(r(text, '<w:b/>'), '<w:jc w:val="center"/>');
export const num = (numId: number, ilvl = 0): string =>
  `<w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${numId}"/></w:numPr>`;
export const cell = (...paragraphs: string[]): string =>
  `<w:tc><w:tcPr/>${paragraphs.map((one) => (one.startsWith('<') ? one : p(one))).join('')}</w:tc>`;
export const table = (...rows: string[][]): string =>
  `<w:tbl><w:tblPr/><w:tblGrid/>${rows.map((cells) => `<w:tr>${cells.join('')}</w:tr>`).join('')}</w:tbl>`;

const NATION = ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'];
const DATE = 'Thái Bình, ngày     tháng 5 năm 2024';
export const HEAD = table([
  cell('ỦY BAN NHÂN DÂN TỈNH', 'SỞ XÂY DỰNG', 'Số:      /SXD-VP', 'V/v rà soát biển báo'),
  cell(...NATION, DATE),
]);
export const TITLED_HEAD = table([cell('SỞ XÂY DỰNG', 'Số:    /QĐ-SXD'), cell(...NATION, DATE)]);
export const TO = p('Kính gửi: Ủy ban nhân dân các xã, phường.');
export const ORDER =
  'Thực hiện chỉ đạo của Ủy ban nhân dân tỉnh, Sở Xây dựng đề nghị các đơn vị rà soát biển báo.';
export const END = table([
  cell('Nơi nhận:', '- Như trên;', '- Lưu: VT, VP.'),
  cell('GIÁM ĐỐC', '', 'Trần Văn Mẫu'),
]);
/** A công văn around this text. */
export const letter = (...text: string[]): string => [HEAD, TO, ...text, END].join('');
