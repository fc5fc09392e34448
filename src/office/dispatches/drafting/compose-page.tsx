import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Conflict } from '../../../../templates/office/dispatches/compose-notices.tsx';
import { DraftForm } from '../../../../templates/office/dispatches/form.tsx';
import type { Imported } from '../../../../templates/office/dispatches/import-draft.tsx';
import { Refused } from '../../../../templates/office/dispatches/refused.tsx';
import type { Account } from '../../accounts/account.entity.ts';
import { DirectoryService } from '../../directory/directory.service.ts';
import { ReadingService } from '../reading/reading.service.ts';
import { DraftsService } from '../drafts.service.ts';
import type { Version } from '../version.entity.ts';
import type { FormErrors } from '../../../platform/web/form.ts';
import { assetUrl } from '../../../platform/web/assets.ts';
import { page } from '../../../platform/web/page.tsx';
import type { DraftValues } from './draft-values.ts';
import { DraftSessionsService } from './draft-sessions/draft-sessions.service.ts';

export interface Composing {
  /** Of the dispatch; absent for a new draft. */
  id?: string;
  /** Of the form, where it was open before. */
  writing?: string;
  errors?: FormErrors;
  conflict?: Conflict;
  /** What became of a file that the values were read from. */
  imported?: Imported;
}

const MOMENT_MINUTES = 15;

/** The form of a draft with all that one must know before typing. */
@Injectable()
export class ComposePage {
  constructor(
    private readonly drafts: DraftsService,
    private readonly directory: DirectoryService,
    private readonly writings: DraftSessionsService,
    private readonly reading: ReadingService,
  ) {}

  async show(by: Account, values: DraftValues, about: Composing = {}): Promise<string> {
    const { id, errors = {}, conflict, imported, writing = randomUUID() } = about;
    const isAgain = about.writing !== undefined || conflict !== undefined || imported !== undefined;
    const [mandates, units, groups, nameable, unfinished, others, meanwhile] = await Promise.all([
      this.drafts.mandates(by),
      this.drafts.units(by),
      this.directory.groups(by.officeId),
      this.reading.nameable(by, id),
      isAgain ? [] : this.writings.unfinished(by, id),
      id ? this.writings.others(by, id) : [],
      id && !conflict ? this.savedByAnother(by, id) : undefined,
    ]);
    return page(
      {
        title: id ? 'Sửa dự thảo' : 'Soạn văn bản',
        account: by,
        current: 'dispatches',
        scripts: ['compose.js'],
      },
      <DraftForm
        {...{ values, errors, id, writing, mandates, nameable, groups }}
        symbols={units.map(({ symbol, name }) => ({
          symbol: `${by.office.head.symbol}-${symbol}`,
          name,
        }))}
        editor={assetUrl('editor.js')}
        pasteReader={assetUrl('paste-reader.js')}
        notices={{ unfinished, others, meanwhile, conflict, imported }}
      />,
    );
  }

  /** It does not repeat what was typed: text with a secrecy mark is not kept anywhere. */
  refused(by: Account, reason: string): string {
    return page({ title: 'Không tiếp nhận', account: by }, <Refused reason={reason} />);
  }

  /** Two people who edit one after the other are told before they begin, and again when they save. */
  private async savedByAnother(by: Account, id: string): Promise<Version | undefined> {
    const [last] = await this.drafts.versions(by, id);
    const isRecent = last && Date.now() - last.savedAt.getTime() < MOMENT_MINUTES * 60_000;
    return isRecent && last.savedBy !== by.id ? last : undefined;
  }
}
