import { cell, HEAD, letter, ORDER, p, packed, part, r, table, END, TO } from '../make-docx.ts';
import type { Case } from '../expected.ts';

const TEXT = letter(p(ORDER));
const refused = (name: string, parts: Case[1]): Case => [
  name,
  parts,
  { refused: 'Văn bản có độ mật' },
];
const within = (text: string) => ({ body: letter(text) });
const beside = (path: string, text: string | Buffer) => ({ body: TEXT, more: { [path]: text } });
const font = (name: string) => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}"/>`;
const CORE = 'http://purl.org/dc/elements/1.1/';

export const MARKED: Case[] = [
  refused('in the letterhead', {
    body: HEAD.replace('V/v rà soát biển báo', 'TUYỆT MẬT') + TO + END,
  }),
  refused('in a header that no page shows', beside('word/header9.xml', part('w:hdr', p('MẬT')))),
  refused('in a footer', { body: TEXT, margins: { f1: p('TỐI MẬT') } }),
  refused(
    'in a footnote',
    beside(
      'word/footnotes.xml',
      part('w:footnotes', `<w:footnote>${p('Độ mật: Mật')}</w:footnote>`),
    ),
  ),
  refused(
    'in an endnote',
    beside('word/endnotes.xml', part('w:endnotes', `<w:endnote>${p('[Mật]')}</w:endnote>`)),
  ),
  refused(
    'in a comment',
    beside('word/comments.xml', part('w:comments', `<w:comment>${p('TUYỆT MẬT')}</w:comment>`)),
  ),
  refused(
    'in a text box',
    within(
      p(
        `<w:r><w:pict><v:textbox><w:txbxContent>${p('MẬT')}</w:txbxContent></v:textbox></w:pict></w:r>`,
      ),
    ),
  ),
  refused(
    'in a drawing',
    within(
      p(
        '<w:r><w:drawing><wp:inline><a:txBody><a:p><a:r><a:t>TỐI</a:t></a:r><a:r><a:t> MẬT</a:t></a:r></a:p></a:txBody></wp:inline></w:drawing></w:r>',
      ),
    ),
  ),
  refused('as a watermark', {
    body: TEXT,
    margins: {
      h1: '<w:p><w:r><w:pict><v:shape><v:textpath string="TUYỆT MẬT"/></v:shape></w:pict></w:r></w:p>',
    },
  }),
  refused(
    'behind a picture',
    within(
      p(
        '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="a" descr="Dấu: TỐI MẬT"/></wp:inline></w:drawing></w:r>',
      ),
    ),
  ),
  refused('hidden', within(p(r('Chữ ')) + p(r('MẬT', '<w:vanish/>')))),
  refused(
    'deleted',
    within(p('<w:del w:id="1"><w:r><w:delText>TỐI MẬT</w:delText></w:r></w:del>')),
  ),
  refused(
    'over two runs, in small letters that show as capitals',
    within(p(r('m', '<w:caps/>') + r('ật', '<w:caps/>'))),
  ),
  refused('in spaced letters', within(p('T Ố I   M Ậ T'))),
  refused('beside that of urgency', within(p('MẬT - HỎA TỐC'))),
  refused('beside the number of its copy', within(p('MẬT - Bản số 01'))),
  refused('after a tab and after a soft break', within(p('Số 1\tMẬT'))),
  refused('in .VnTimeH', within(p(r('mËt', font('.VnTimeH'))))),
  refused('in VNI, in a header', {
    body: TEXT,
    margins: { h1: p(r('TOÁI MAÄT', font('VNI-Times'))) },
  }),
  refused('in a cell', within(table([cell('Mức'), cell('Tối mật')]))),
  refused(
    'as a property',
    beside(
      'docProps/core.xml',
      `<cp:coreProperties xmlns:cp="x" xmlns:dc="${CORE}"><dc:title>Công văn (Mật)</dc:title></cp:coreProperties>`,
    ),
  ),
  refused(
    'as a property of its own',
    beside(
      'docProps/custom.xml',
      '<Properties xmlns:vt="x"><property name="DoMat"><vt:lpwstr>Tuyệt mật</vt:lpwstr></property></Properties>',
    ),
  ),
  refused(
    'in SmartArt',
    beside('word/diagrams/data1.xml', part('a:x', '<a:p><a:r><a:t>MẬT</a:t></a:r></a:p>')),
  ),
  refused(
    'in a document inside',
    packed({ 'word/document.xml': part('w:document', p('MẬT')) }).then((inner) =>
      packed({
        'word/document.xml': part('w:document', `<w:body>${TEXT}</w:body>`),
        'word/embeddings/a.docx': inner,
      }),
    ),
  ),
  refused(
    'as what a field shows',
    within(
      p(
        `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DOCPROPERTY DoMat</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('M')}${r('ẬT')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
      ),
    ),
  ),
  refused(
    'under a reading aid',
    within(
      p(`<w:r><w:ruby><w:rt>${r('x')}</w:rt><w:rubyBase>${r('MẬT')}</w:rubyBase></w:ruby></w:r>`),
    ),
  ),
  refused(
    'as what a picture is said to be',
    within(
      p(
        '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="a" descr="Dấu MẬT"/></wp:inline></w:drawing></w:r>',
      ),
    ),
  ),
  refused('from top to bottom', within(p('M') + p('Ậ') + p('T'))),
  refused(
    'in a page inserted whole',
    beside('word/afchunk.htm', '<html><body><p>T&#7888;I M<b>ẬT</b></p></body></html>'),
  ),
  refused(
    'in a page inserted as mail',
    beside(
      'word/afchunk.mht',
      'MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n<div class=3D"a">M=E1=BA=\n=ACT</div>',
    ),
  ),
  refused(
    'in RTF inserted whole',
    beside(
      'word/afchunk.rtf',
      String.raw`{\rtf1\ansi Th\'f4ng b\u225?o\par T\u7888?I M\u7852?T\par}`,
    ),
  ),
  refused('in text inserted whole', beside('word/afchunk.txt', 'Số 1\r\nMẬT\r\n')),
  refused(
    'in the stored text of a form',
    beside('customXml/item1.xml', '<form><level>MẬT</level></form>'),
  ),
];

const read = (name: string, text: string, right: object = {}): Case => [
  name,
  { body: letter(text) },
  { addressees: ['Ủy ban nhân dân các xã, phường'], ...right },
];

export const UNMARKED: Case[] = [
  read('bảo mật, bí mật', p('Quy định về bảo mật và bí mật nhà nước; mật khẩu, mật ong, mật độ.')),
  read('over a soft break', p('THỰC HIỆN BẢO\nMẬT')),
  read('over a soft break in small letters', p('Giữ bí\nmật\nthông tin')),
  read('as a heading', p('BẢO MẬT') + p('BÍ MẬT KINH DOANH')),
  read('in two cells', table([cell('Bảo', 'mật'), cell('Đạt')])),
  read('levels within a sentence', p('Tài liệu độ tuyệt mật, tối mật, mật: giữ ở tủ riêng.')),
  read('“không mật”', p('Văn bản này không mật.')),
];
