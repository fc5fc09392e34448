import { letter, ORDER, p, packed, part, STRICT } from '../make-docx.ts';
import type { Case } from '../expected.ts';

const TEXT = letter(p(ORDER));
const READ = { body: [ORDER], addressees: ['Ủy ban nhân dân các xã, phường'] };
const DOCUMENT = part('w:document', `<w:body>${TEXT}</w:body>`);
const rels = (target: string, more = '') =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${target}"${more}/></Relationships>`;
const utf16 = (text: string) => Buffer.from(`\uFEFF${text.replace('UTF-8', 'UTF-16')}`, 'utf16le');

export const PACKAGES: Case[] = [
  ['the main part under another name', { body: TEXT, main: 'word/document2.xml' }, READ],
  ['in another folder', { body: TEXT, main: 'noi-dung/van ban.xml' }, READ],
  [
    'named from the root, in other capitals',
    packed({ '_rels/.rels': rels('/Word/Document.XML'), 'word/document.xml': DOCUMENT }),
    READ,
  ],
  ['without relationships', packed({ 'word/document.xml': DOCUMENT }), READ],
  ['of the strict form', { body: TEXT, names: STRICT }, READ],
  [
    'with other prefixes',
    packed({
      '_rels/.rels': rels('word/document.xml'),
      'word/document.xml': DOCUMENT.replace('xmlns:w=', 'xmlns:x=')
        .replaceAll('<w:', '<x:')
        .replaceAll('</w:', '</x:')
        .replaceAll(' w:', ' x:'),
    }),
    READ,
  ],
  [
    'in UTF-16',
    packed({ '_rels/.rels': rels('word/document.xml'), 'word/document.xml': utf16(DOCUMENT) }),
    READ,
  ],
  [
    'with a glossary, whose text is none of the document',
    {
      body: TEXT,
      more: { 'word/glossary/document.xml': part('w:glossaryDocument', p('Mẫu chữ.')) },
    },
    READ,
  ],
  [
    'cut off inside',
    packed({
      '_rels/.rels': rels('word/document.xml'),
      'word/document.xml': DOCUMENT.slice(0, -400),
    }),
    { refused: 'Tệp hỏng' },
  ],
  [
    'of a workbook',
    packed({ '_rels/.rels': rels('xl/workbook.xml'), 'xl/workbook.xml': '<workbook/>' }),
    { refused: 'không phải tệp Word' },
  ],
  [
    'RTF under the name of Word',
    Promise.resolve(Buffer.from('{\\rtf1 abc}')),
    { refused: 'Tệp là RTF' },
  ],
  [
    'HTML under the name of Word',
    Promise.resolve(Buffer.from('\r\n<html><body>abc</body></html>')),
    { refused: 'Tệp là trang web' },
  ],
];
