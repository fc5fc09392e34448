import { DataSource, type DataSourceOptions } from 'typeorm';
import { Account } from './accounts/account.entity.ts';
import { ApiKey } from './accounts/api-keys/api-key.entity.ts';
import { KnownDevice } from './accounts/known-devices/known-device.entity.ts';
import { Mandate } from './accounts/mandate.entity.ts';
import { AccountNotice } from './accounts/notices/account-notice.entity.ts';
import { Office } from './accounts/office.entity.ts';
import { OpenidIdentity } from './accounts/openid/openid-identity.entity.ts';
import { PasskeyChallenge } from './accounts/passkeys/passkey-challenge.entity.ts';
import { Passkey } from './accounts/passkeys/passkey.entity.ts';
import { RecoveryCode } from './accounts/second-factor/recovery-code.entity.ts';
import { TotpSecret } from './accounts/second-factor/totp-secret.entity.ts';
import { Session } from './accounts/session.entity.ts';
import { DirectoryChange } from './agencies/directory-change.entity.ts';
import { Baseline1764000000212 } from './database/baseline.ts';
import { CheckFiles1764000000360 } from './database/migrations/1764000000360-check-files.ts';
import { EndKinds1764000000365 } from './database/migrations/1764000000365-end-kinds.ts';
import { NoteWhatWasNotRead1764000000340 } from './database/migrations/1764000000340-note-what-was-not-read.ts';
import { SortByVietnameseRules1764000000341 } from './database/migrations/1764000000341-sort-by-vietnamese-rules.ts';
import { SortRecipientsByVietnameseRules1764000000342 } from './database/migrations/1764000000342-sort-recipients-by-vietnamese-rules.ts';
import { KeepFilesInPieces1764000000530 } from './database/migrations/1764000000530-keep-files-in-pieces.ts';
import { KnowTheInstallation1764000000320 } from './database/migrations/1764000000320-know-the-installation.ts';
import { KnowDevices1764000000380 } from './database/migrations/1764000000380-know-devices.ts';
import { SealFacts1764000000361 } from './database/migrations/1764000000361-seal-facts.ts';
import { KeepSealsAsTheyAre1764000000440 } from './database/migrations/1764000000440-keep-seals-as-they-are.ts';
import { KeepWhatReportsAreAbout1764000000430 } from './database/migrations/1764000000430-keep-what-reports-are-about.ts';
import { DeliveryAttempt } from './delivery/delivery-attempt.entity.ts';
import { DeliveryPause } from './delivery/delivery-pause.entity.ts';
import { DeliveryReport } from './delivery/delivery-report.entity.ts';
import { DeliveryRun } from './delivery/delivery-run.entity.ts';
import { Delivery } from './delivery/delivery.entity.ts';
import { LaterLink } from './delivery/later-link.entity.ts';
import { MailLimit } from './delivery/mail-limit.entity.ts';
import { Recipient } from './delivery/recipient.entity.ts';
import { AddressFailure } from './directory/address-failure.entity.ts';
import { AgencyGroupMember } from './directory/agency-group-member.entity.ts';
import { AgencyGroup } from './directory/agency-group.entity.ts';
import { AgencyKind } from './directory/agency-kind.entity.ts';
import { AgencyName } from './directory/agency-name.entity.ts';
import { AgencySuccession } from './directory/agency-succession.entity.ts';
import { Agency } from './directory/agency.entity.ts';
import { Annex } from './dispatches/annex.entity.ts';
import { Dispatch } from './dispatches/dispatch.entity.ts';
import { RecipientLine } from './dispatches/recipient-line.entity.ts';
import { RecordCopy } from './dispatches/record-copy.entity.ts';
import { Version } from './dispatches/version.entity.ts';
import { DraftTemplate } from './drafting/templates/draft-template.entity.ts';
import { Writing } from './drafting/writings/writing.entity.ts';
import { RegisterEntry } from './dispatches/register/register-entry.entity.ts';
import { Register } from './dispatches/register/register.entity.ts';
import { Signature } from './dispatches/signature.entity.ts';
import { Submission } from './dispatches/submission.entity.ts';
import { SigningBatch } from './drafting/batch/signing-batch.entity.ts';
import { SigningItem } from './drafting/batch/signing-item.entity.ts';
import { FileContent } from './files/file-content.entity.ts';
import { FilePiece } from './files/file-piece.entity.ts';
import { StoredFile } from './files/stored-file.entity.ts';
import { StoredCalendarDay } from './holidays/calendar-day.entity.ts';
import { CalendarYear } from './holidays/calendar-year.entity.ts';
import { Installation } from './installation/installation.entity.ts';
import { Issuance } from './issuing/issuance.entity.ts';
import { StoredFactKind } from './journal/facts/fact-kind.entity.ts';
import { JournalEntry } from './journal/journal-entry.entity.ts';
import { JournalLink } from './journal/journal-link.entity.ts';
import { JournalPerson } from './journal/journal-person.entity.ts';
import { AgencyPerson } from './inbox/agency-person.entity.ts';
import { PostgresNaming } from './naming.ts';
import { RecallAnswer } from './recalling/recall-answer.entity.ts';
import { RecallNotice } from './recalling/recall-notice.entity.ts';
import { RecallRequest } from './recalling/recall-request.entity.ts';
import { Recall } from './recalling/recall.entity.ts';
import { Acknowledgement } from './receiving/acknowledgement.entity.ts';
import { EnteredAcknowledgement } from './receiving/entered-acknowledgement.entity.ts';
import { ProgressReport } from './receiving/progress-report.entity.ts';
import { Reply } from './receiving/reply.entity.ts';
import { Receipt } from './receiving/receipt.entity.ts';
import { Reading } from './receiving/reading.entity.ts';
import { RefusalAnswer } from './receiving/refusal-answer.entity.ts';
import { Refusal } from './receiving/refusal.entity.ts';
import { EscalationContact } from './reminding/escalation-contact.entity.ts';
import { ReminderMail } from './reminding/reminder-mail.entity.ts';
import { ReminderStep } from './reminding/reminder-step.entity.ts';
import { Reminder } from './reminding/reminder.entity.ts';
import { Tries } from './web/tries.entity.ts';
import { QuietClient } from './quiet-client.ts';

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
      Agency,
      AgencyGroup,
      AgencyGroupMember,
      AddressFailure,
      AgencyPerson,
      AgencyName,
      AgencySuccession,
      DirectoryChange,
      Dispatch,
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
      LaterLink,
      Installation,
      Acknowledgement,
      EnteredAcknowledgement,
      Reading,
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
      Writing,
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
      NoteWhatWasNotRead1764000000340,
      SortByVietnameseRules1764000000341,
      SortRecipientsByVietnameseRules1764000000342,
      KeepFilesInPieces1764000000530,
    ],
  };
}

export async function connect(url: string): Promise<DataSource> {
  return new DataSource(databaseOptions(url)).initialize();
}
