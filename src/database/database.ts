import { DataSource, type DataSourceOptions } from 'typeorm';
import { Account } from '../office/accounts/account.entity.ts';
import { ApiKey } from '../office/accounts/api-keys/api-key.entity.ts';
import { KnownDevice } from '../office/accounts/known-devices/known-device.entity.ts';
import { Mandate } from '../office/accounts/mandate.entity.ts';
import { AccountNotice } from '../office/accounts/notices/account-notice.entity.ts';
import { OfficeHead } from '../office/accounts/office-head.entity.ts';
import { Office } from '../office/accounts/office.entity.ts';
import { OpeningLink } from '../office/accounts/opening-link.entity.ts';
import { OpenidIdentity } from '../office/accounts/openid/openid-identity.entity.ts';
import { PasskeyChallenge } from '../office/accounts/passkeys/passkey-challenge.entity.ts';
import { Passkey } from '../office/accounts/passkeys/passkey.entity.ts';
import { RecoveryCode } from '../office/accounts/second-factor/recovery-code.entity.ts';
import { TotpSecret } from '../office/accounts/second-factor/totp-secret.entity.ts';
import { Session } from '../office/accounts/session.entity.ts';
import { Unit } from '../office/accounts/unit.entity.ts';
import { DirectoryChange } from '../office/directory/over-time/directory-change.entity.ts';
import { Baseline1764000000212 } from './baseline.ts';
import { CheckFiles1764000000360 } from './migrations/1764000000360-check-files.ts';
import { EndKinds1764000000365 } from './migrations/1764000000365-end-kinds.ts';
import { NoteWhatWasNotRead1764000000340 } from './migrations/1764000000340-note-what-was-not-read.ts';
import { SortByVietnameseRules1764000000341 } from './migrations/1764000000341-sort-by-vietnamese-rules.ts';
import { SortRecipientsByVietnameseRules1764000000342 } from './migrations/1764000000342-sort-recipients-by-vietnamese-rules.ts';
import { LettersOfOneOutbox1764000000500 } from './migrations/1764000000500-letters-of-one-outbox.ts';
import { SeveralRoles1764000000600 } from './migrations/1764000000600-several-roles.ts';
import { KeepFilesInPieces1764000000530 } from './migrations/1764000000530-keep-files-in-pieces.ts';
import { KeepKindsOfEachOffice1764000000630 } from './migrations/1764000000630-keep-kinds-of-each-office.ts';
import { DrawAreas1764000000631 } from './migrations/1764000000631-draw-areas.ts';
import { KeepIdentifiers1764000000632 } from './migrations/1764000000632-keep-identifiers.ts';
import { PageTheDirectory1764000000633 } from './migrations/1764000000633-page-the-directory.ts';
import { KnowTheInstallation1764000000320 } from './migrations/1764000000320-know-the-installation.ts';
import { InvitePeople1764000000606 } from './migrations/1764000000606-invite-people.ts';
import { UnitsOfPeople1764000000604 } from './migrations/1764000000604-units-of-people.ts';
import { RestrictReading1764000000650 } from './migrations/1764000000650-restrict-reading.ts';
import { EndAreas1764000000660 } from './migrations/1764000000660-end-areas.ts';
import { FindGroupsOfAgencies1764000000680 } from './migrations/1764000000680-find-groups-of-agencies.ts';
import { NameUnits1764000000602 } from './migrations/1764000000602-name-units.ts';
import { OpenOfficesByLink1764000000622 } from './migrations/1764000000622-open-offices-by-link.ts';
import { LetOfficesChoose1764000000621 } from './migrations/1764000000621-let-offices-choose.ts';
import { DateLetterheads1764000000620 } from './migrations/1764000000620-date-letterheads.ts';
import { KeepRetentions1764000000670 } from './migrations/1764000000670-keep-retentions.ts';
import { EndSignIns1764000000671 } from './migrations/1764000000671-end-sign-ins.ts';
import { KnowDevices1764000000380 } from './migrations/1764000000380-know-devices.ts';
import { SealFacts1764000000361 } from './migrations/1764000000361-seal-facts.ts';
import { KeepSealsAsTheyAre1764000000440 } from './migrations/1764000000440-keep-seals-as-they-are.ts';
import { KeepWhatReportsAreAbout1764000000430 } from './migrations/1764000000430-keep-what-reports-are-about.ts';
import { DeliveryAttempt } from '../office/delivery/delivery-attempt.entity.ts';
import { DeliveryPause } from '../office/delivery/delivery-pause.entity.ts';
import { DeliveryReport } from '../office/delivery/delivery-report.entity.ts';
import { DeliveryRun } from '../office/delivery/delivery-run.entity.ts';
import { Delivery } from '../office/delivery/delivery.entity.ts';
import { LaterLink } from '../office/delivery/later-link.entity.ts';
import { MailLimit } from '../office/delivery/mail-limit.entity.ts';
import { ServerLimit } from '../office/delivery/server-limit.entity.ts';
import { Recipient } from '../office/delivery/recipient.entity.ts';
import { AddressFailure } from '../office/directory/address-failure.entity.ts';
import { AgencyGroupMember } from '../office/directory/agency-group-member.entity.ts';
import { AgencyGroup } from '../office/directory/agency-group.entity.ts';
import { AreaMember } from '../office/directory/areas/area-member.entity.ts';
import { Area } from '../office/directory/areas/area.entity.ts';
import { AgencyIdentifier } from '../office/directory/identifiers/agency-identifier.entity.ts';
import { AgencyKindName } from '../office/directory/kinds/agency-kind-name.entity.ts';
import { AgencyKind } from '../office/directory/kinds/agency-kind.entity.ts';
import { AgencyName } from '../office/directory/agency-name.entity.ts';
import { AgencySuccession } from '../office/directory/agency-succession.entity.ts';
import { Agency } from '../office/directory/agency.entity.ts';
import { Annex } from '../office/dispatches/annex.entity.ts';
import { Dispatch } from '../office/dispatches/dispatch.entity.ts';
import { NamedReader } from '../office/dispatches/reading/named-reader.entity.ts';
import { RecipientLine } from '../office/dispatches/recipient-line.entity.ts';
import { RecordCopy } from '../office/dispatches/record-copy.entity.ts';
import { Version } from '../office/dispatches/version.entity.ts';
import { DraftTemplate } from '../office/dispatches/drafting/templates/draft-template.entity.ts';
import { DraftSession } from '../office/dispatches/drafting/draft-sessions/draft-session.entity.ts';
import { RegisterEntry } from '../office/dispatches/numbers/register-entry.entity.ts';
import { Register } from '../office/dispatches/numbers/register.entity.ts';
import { Signature } from '../office/dispatches/signature.entity.ts';
import { Submission } from '../office/dispatches/submission.entity.ts';
import { SigningBatch } from '../office/dispatches/drafting/batch/signing-batch.entity.ts';
import { SigningItem } from '../office/dispatches/drafting/batch/signing-item.entity.ts';
import { FileContent } from '../platform/files/file-content.entity.ts';
import { FilePiece } from '../platform/files/file-piece.entity.ts';
import { StoredFile } from '../platform/files/stored-file.entity.ts';
import { StoredCalendarDay } from '../office/calendar/calendar-day.entity.ts';
import { CalendarYear } from '../office/calendar/calendar-year.entity.ts';
import { Installation } from '../platform/installation/installation.entity.ts';
import { Issuance } from '../office/issuing/issuance.entity.ts';
import { StoredFactKind } from '../office/journal/facts/fact-kind.entity.ts';
import { JournalEntry } from '../office/journal/journal-entry.entity.ts';
import { JournalLink } from '../office/journal/journal-link.entity.ts';
import { JournalPerson } from '../office/journal/journal-person.entity.ts';
import { Invitation } from '../office/administration/people/invitations/invitation.entity.ts';
import { Retention } from '../office/administration/personal-data/retention.entity.ts';
import { AgencyPerson } from '../office/recipients/inbox/agency-person.entity.ts';
import { PostgresNaming } from '../platform/postgres/naming.ts';
import { RecallAnswer } from '../office/recipients/recalls/recall-answer.entity.ts';
import { RecallNotice } from '../office/recipients/recalls/recall-notice.entity.ts';
import { RecallRequest } from '../office/recipients/recalls/recall-request.entity.ts';
import { Recall } from '../office/recipients/recalls/recall.entity.ts';
import { Acknowledgement } from '../office/recipients/receiving/acknowledgement.entity.ts';
import { ManualAcknowledgement } from '../office/recipients/receiving/manual-acknowledgement.entity.ts';
import { ProgressReport } from '../office/recipients/receiving/progress-report.entity.ts';
import { Reply } from '../office/recipients/receiving/reply.entity.ts';
import { Receipt } from '../office/recipients/receiving/receipt.entity.ts';
import { ReadEvent } from '../office/recipients/receiving/read-event.entity.ts';
import { RefusalAnswer } from '../office/recipients/receiving/refusal-answer.entity.ts';
import { Refusal } from '../office/recipients/receiving/refusal.entity.ts';
import { EscalationContact } from '../office/follow-up/reminders/escalation-contact.entity.ts';
import { ReminderMail } from '../office/follow-up/reminders/reminder-mail.entity.ts';
import { ReminderStep } from '../office/follow-up/reminders/reminder-step.entity.ts';
import { Reminder } from '../office/follow-up/reminders/reminder.entity.ts';
import { Tries } from '../platform/web/tries.entity.ts';
import { QuietClient } from '../platform/postgres/quiet-client.ts';

/** The one description of the database: for Nest, for migrations and for tests. */
export function databaseOptions(url: string): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    namingStrategy: new PostgresNaming(),
    migrationsTransactionMode: 'each',
    extra: { max: 10, Client: QuietClient },
    entities: [
      Office,
      OfficeHead,
      OpeningLink,
      Unit,
      Account,
      Session,
      Mandate,
      TotpSecret,
      RecoveryCode,
      Passkey,
      PasskeyChallenge,
      OpenidIdentity,
      ApiKey,
      Tries,
      KnownDevice,
      AccountNotice,
      JournalEntry,
      JournalLink,
      JournalPerson,
      StoredFactKind,
      CalendarYear,
      StoredCalendarDay,
      AgencyKind,
      AgencyKindName,
      Agency,
      Area,
      AreaMember,
      AgencyIdentifier,
      AgencyGroup,
      AgencyGroupMember,
      AddressFailure,
      AgencyPerson,
      Invitation,
      Retention,
      AgencyName,
      AgencySuccession,
      DirectoryChange,
      Dispatch,
      NamedReader,
      RecipientLine,
      Annex,
      Submission,
      Signature,
      StoredFile,
      FileContent,
      FilePiece,
      SigningBatch,
      SigningItem,
      Recipient,
      DeliveryRun,
      Delivery,
      DeliveryAttempt,
      DeliveryReport,
      DeliveryPause,
      MailLimit,
      ServerLimit,
      LaterLink,
      Installation,
      Acknowledgement,
      ManualAcknowledgement,
      ReadEvent,
      Refusal,
      RefusalAnswer,
      ProgressReport,
      Receipt,
      Reply,
      ReminderStep,
      EscalationContact,
      Reminder,
      ReminderMail,
      Recall,
      RecallRequest,
      RecallAnswer,
      RecallNotice,
      Register,
      RegisterEntry,
      Issuance,
      RecordCopy,
      Version,
      DraftSession,
      DraftTemplate,
    ],
    migrations: [
      Baseline1764000000212,
      CheckFiles1764000000360,
      KnowDevices1764000000380,
      EndKinds1764000000365,
      KeepSealsAsTheyAre1764000000440,
      KeepWhatReportsAreAbout1764000000430,
      KnowTheInstallation1764000000320,
      SealFacts1764000000361,
      DateLetterheads1764000000620,
      LetOfficesChoose1764000000621,
      OpenOfficesByLink1764000000622,
      NoteWhatWasNotRead1764000000340,
      SortByVietnameseRules1764000000341,
      SortRecipientsByVietnameseRules1764000000342,
      LettersOfOneOutbox1764000000500,
      KeepFilesInPieces1764000000530,
      SeveralRoles1764000000600,
      NameUnits1764000000602,
      UnitsOfPeople1764000000604,
      KeepKindsOfEachOffice1764000000630,
      DrawAreas1764000000631,
      InvitePeople1764000000606,
      RestrictReading1764000000650,
      EndAreas1764000000660,
      FindGroupsOfAgencies1764000000680,
      KeepIdentifiers1764000000632,
      PageTheDirectory1764000000633,
      KeepRetentions1764000000670,
      EndSignIns1764000000671,
    ],
  };
}

export async function connect(url: string): Promise<DataSource> {
  return new DataSource(databaseOptions(url)).initialize();
}
