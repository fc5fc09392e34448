import { Injectable } from '@nestjs/common';
import { DirectoryService } from '../directory/directory.service.ts';
import type { Namesakes } from '../directory/find-names.ts';
import { InvalidInput, type FieldError } from '../../platform/web/invalid-input.ts';
import type { DraftLines } from './dispatch.schemas.ts';
import { meaningOf } from './line-words.ts';
import type { RecipientLine, Section } from './recipient-line.entity.ts';
import { hasTerms, type Terms } from './terms.ts';

export type BoundLine = Pick<RecipientLine, 'section' | 'position' | 'text' | 'target'> &
  Terms &
  Partial<Pick<RecipientLine, 'groupId' | 'agencyId'>>;

/** A line that is bound to nothing yet; `name` is whom it is sent to, `namesakes` all who have it. */
export type WrittenLine = Pick<RecipientLine, 'section' | 'position' | 'text'> &
  Terms & { name: string } & Partial<Namesakes>;

/** Binds what was written in Kính gửi and Nơi nhận to the directory. */
@Injectable()
export class LineTargets {
  constructor(private readonly directory: DirectoryService) {}

  /** Throws for lines whose name nobody or more than one has, and for what is asked of nobody. */
  async bind(officeId: string, draft: DraftLines): Promise<BoundLine[]> {
    const found = await this.resolve(officeId, draft);
    const faults = [
      ...found.filter(isUnbound).map(unbound),
      ...found.filter(isAskingNobody).map(askingNobody),
    ];
    if (faults.length > 0) throw new InvalidInput(faults);
    return found.filter(isBound);
  }

  /** Every line as written; one whose name nobody or more than one has is without target. */
  async resolve(officeId: string, draft: DraftLines): Promise<(BoundLine | WrittenLine)[]> {
    const written = [
      ...inSection('addressee', draft.addressees),
      ...inSection('copy', draft.copies),
    ];
    const found = await this.directory.find(
      officeId,
      written.map(({ name }) => name),
    );
    return written.map((line, index) => {
      const { name, ...bare } = line;
      const { section, text } = line;
      const nobody = section === 'copy' && name === text ? meaningOf(text) : undefined;
      if (nobody) return { ...bare, target: nobody };
      const target = found[index];
      if (!target) return line;
      return 'namesakes' in target ? { ...line, ...target } : { ...bare, ...target };
    });
  }
}

const isBound = (line: BoundLine | WrittenLine): line is BoundLine => 'target' in line;
const isUnbound = (line: BoundLine | WrittenLine): line is WrittenLine => !isBound(line);

const inSection = (section: Section, rows: DraftLines['copies']): WrittenLine[] =>
  rows.map(({ text, to, purpose, acknowledgeBy, replyBy }, position) => ({
    section,
    position,
    text,
    name: to ?? text,
    purpose: purpose ?? null,
    acknowledgeBy: acknowledgeBy ?? null,
    replyBy: replyBy ?? null,
  }));

const isAskingNobody = (line: BoundLine | WrittenLine): boolean =>
  isBound(line) && (line.target === 'reference' || line.target === 'archive') && hasTerms(line);

const pathOf = ({ section, position }: WrittenLine | BoundLine, field: string) =>
  `${section === 'addressee' ? 'addressees' : 'copies'}.${position}.${field}`;

const askingNobody = (line: BoundLine | WrittenLine): FieldError => ({
  path: pathOf(line, 'purpose'),
  message: `Dòng "${line.text}" không gửi tới nơi nào: đặt mục đích và hạn ở dòng gửi tới các nơi đó.`,
});

function unbound(line: WrittenLine): FieldError {
  const { name, namesakes } = line;
  return {
    path: pathOf(line, 'to'),
    message: namesakes
      ? `Danh bạ có ${namesakes.length} nơi cùng tên "${name}". Ghi rõ nơi nào: ${namesakes.join('; ')}.`
      : `Danh bạ không có nhóm hoặc cơ quan nào tên "${name}". Chọn một tên trong danh bạ.`,
  };
}
