import type { EntityManager } from 'typeorm';
import type { Account } from '../../accounts/account.entity.ts';
import { Mandate } from '../../accounts/mandate.entity.ts';
import { Annex } from '../annex.entity.ts';
import { Dispatch } from '../dispatch.entity.ts';
import type { DraftDispatch } from '../dispatch.schemas.ts';
import { ownFields } from '../own-fields.ts';
import { RecipientLine, type Section } from '../recipient-line.entity.ts';

/** A draft as it stands in the form, with all that is printed of it; nothing is stored. */
export async function unsavedDispatch(
  manager: EntityManager,
  by: Account,
  draft: DraftDispatch,
): Promise<Dispatch> {
  const { mandateId } = draft;
  const mandate = mandateId
    ? await manager.findOne(Mandate, {
        where: { id: mandateId, account: { officeId: by.officeId } },
        relations: { account: true },
      })
    : null;
  const lines = (section: Section, rows: DraftDispatch['copies']) =>
    rows.map(({ text }) => manager.create(RecipientLine, { section, text }));
  return manager.create(Dispatch, {
    ...ownFields(draft),
    mandate,
    annexes: draft.annexes.map((annex) => manager.create(Annex, annex)),
    lines: [...lines('addressee', draft.addressees), ...lines('copy', draft.copies)],
    office: by.office,
    state: 'draft',
    number: null,
    issuedOn: null,
  });
}
