import { type OfficialDocument, signatureBlocks } from './official-document.ts';
import { RenderError } from './render-error.ts';

/** A page without these is no official document; throws on the first that is missing. */
export function requireComponents(document: OfficialDocument): void {
  const require = (present: boolean, name: string) => {
    if (!present) throw new RenderError('empty-component', `Chưa có ${name}: hãy ghi vào dự thảo.`);
  };
  require(document.issuingBody !== '', 'tên cơ quan ban hành');
  require(document.symbol !== '', 'ký hiệu văn bản');
  require(document.place !== '', 'địa danh');
  require(document.abstract !== '', 'trích yếu nội dung');
  require(document.body.length > 0, 'nội dung văn bản');
  for (const { authority, signerName } of signatureBlocks(document)) {
    require(authority.length > 0, 'quyền hạn, chức vụ của người ký');
    require(signerName !== '', 'họ và tên người ký');
  }
  document.annexes?.forEach(({ title, body }, i) => {
    require(title !== '', `tiêu đề của phụ lục ${i + 1}`);
    require(body.length > 0, `nội dung của phụ lục ${i + 1}`);
  });
}
