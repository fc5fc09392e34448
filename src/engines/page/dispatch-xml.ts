import { rulesOf } from './document-types.ts';
import { type OfficialDocument, signatureBlocks } from './official-document.ts';
import { escapeXml } from './pdf/xmp.ts';

const NAMESPACE = 'urn:noi-nhan:van-ban:1';

/** Priority codes of the exchange format (QCVN 102): 0 normal to 3 hỏa tốc. */
const PRIORITY = { KHẨN: 1, 'THƯỢNG KHẨN': 2, 'HỎA TỐC': 3 } as const;

/** The dispatch as data, with the field names of the message header of QCVN 102:2016/BTTTT. */
export function dispatchXml(document: OfficialDocument, pages: number): string {
  const { urgency, annexes = [] } = document;
  const header = [
    element('From', element('OrganName', words(document.issuingBody))),
    ...document.addressees.map((name) => element('To', element('OrganName', words(name)))),
    element(
      'Code',
      element('CodeNumber', words(document.number)),
      element('CodeNotation', words(document.symbol)),
    ),
    element(
      'PromulgationInfo',
      element('Place', words(document.place)),
      element('PromulgationDate', words(document.date?.replaceAll('-', '/'))),
    ),
    element('DocumentType', element('TypeName', words(rulesOf(document.type).name))),
    element('Subject', words(document.abstract)),
    ...signatureBlocks(document).map(({ authority, post, signerName }) =>
      element(
        'SignerInfo',
        element('Competence', words(authority.join(' / '))),
        post ? element('Position', words(post)) : '',
        element('FullName', words(signerName)),
      ),
    ),
    element(
      'OtherInfo',
      element('Priority', String(urgency ? PRIORITY[urgency] : 0)),
      document.circulation ? element('SphereOfPromulgation', words(document.circulation)) : '',
      document.typistMark ? element('TyperNotation', words(document.typistMark)) : '',
      element('PageAmount', String(pages)),
      annexes.length > 0
        ? element('Appendixes', ...annexes.map(({ title }) => element('Appendix', words(title))))
        : '',
    ),
    element('ToPlaces', ...document.recipientLines.map((line) => element('Place', words(line)))),
  ];
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    `<MessageHeader xmlns="${NAMESPACE}" xml:lang="vi">${header.join('')}</MessageHeader>\n`
  );
}

function element(name: string, ...content: string[]): string {
  return `<${name}>${content.join('')}</${name}>`;
}

const words = (text = '') => escapeXml(text.replaceAll('\n', ' '));
