import { Injectable } from '@nestjs/common';
import { DirectoryService } from '../directory/directory.service.ts';
import { InvalidInput, type FieldError } from '../web/invalid-input.ts';
import type { DraftDispatch } from './dispatch.schemas.ts';
import type { RecipientLine, Section } from './recipient-line.entity.ts';

/** `Như trên`; in a decision `Như Điều 3`. */
const REFERENCE = /^như (?:trên|điều \d{1,3})\s*[;.,]?$/iu;
const ARCHIVE = /^lưu\s*:/iu;

export type BoundLine = Pick<RecipientLine, 'section' | 'position' | 'text' | 'target'> &
  Partial<Pick<RecipientLine, 'groupId' | 'agencyId'>>;

/** Binds what was written in Kính gửi and Nơi nhận to the directory. */
@Injectable()
export class LineTargets {
  constructor(private readonly directory: DirectoryService) {}

  async bind(officeId: string, draft: DraftDispatch): Promise<BoundLine[]> {
    const written = [
      ...draft.addressees.map((row, position) => ({
        section: 'addressee' as const,
        position,
        row,
      })),
      ...draft.copies.map((row, position) => ({ section: 'copy' as const, position, row })),
    ];
    const found = await this.directory.find(
      officeId,
      written.map(({ row }) => row.to ?? row.text),
    );
    const faults: FieldError[] = [];
    const lines = written.flatMap(({ section, position, row }, index): BoundLine[] => {
      const line = { section, position, text: row.text };
      const target = found[index];
      if (section === 'copy' && !row.to && REFERENCE.test(row.text)) {
        return [{ ...line, target: 'reference' }];
      }
      if (section === 'copy' && !row.to && ARCHIVE.test(row.text)) {
        return [{ ...line, target: 'archive' }];
      }
      if (target) return [{ ...line, ...target }];
      faults.push(unknown(section, position, row.to ?? row.text));
      return [];
    });
    if (faults.length > 0) throw new InvalidInput(faults);
    return lines;
  }
}

function unknown(section: Section, position: number, name: string): FieldError {
  return {
    path: `${section === 'addressee' ? 'addressees' : 'copies'}.${position}.to`,
    message: `Danh bạ không có nhóm hoặc cơ quan nào tên "${name}". Chọn một tên trong danh bạ.`,
  };
}
