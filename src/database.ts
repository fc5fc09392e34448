import { DataSource, type DataSourceOptions } from 'typeorm';
import { Account } from './accounts/account.entity.ts';
import { ApiKey } from './accounts/api-keys/api-key.entity.ts';
import { Mandate } from './accounts/mandate.entity.ts';
import { Office } from './accounts/office.entity.ts';
import { OpenidIdentity } from './accounts/openid/openid-identity.entity.ts';
import { PasskeyChallenge } from './accounts/passkeys/passkey-challenge.entity.ts';
import { Passkey } from './accounts/passkeys/passkey.entity.ts';
import { RecoveryCode } from './accounts/second-factor/recovery-code.entity.ts';
import { TotpSecret } from './accounts/second-factor/totp-secret.entity.ts';
import { Session } from './accounts/session.entity.ts';
import { DirectoryChange } from './agencies/directory-change.entity.ts';
import { DeliveryAttempt } from './delivery/delivery-attempt.entity.ts';
import { DeliveryPause } from './delivery/delivery-pause.entity.ts';
import { DeliveryReport } from './delivery/delivery-report.entity.ts';
import { DeliveryRun } from './delivery/delivery-run.entity.ts';
import { Delivery } from './delivery/delivery.entity.ts';
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
import { StoredFile } from './files/stored-file.entity.ts';
import { StoredCalendarDay } from './holidays/calendar-day.entity.ts';
import { CalendarYear } from './holidays/calendar-year.entity.ts';
import { Issuance } from './issuing/issuance.entity.ts';
import { JournalEntry } from './journal/journal-entry.entity.ts';
import { JournalLink } from './journal/journal-link.entity.ts';
import { JournalPerson } from './journal/journal-person.entity.ts';
import { CreateAccounts1764000000001 } from './migrations/1764000000001-create-accounts.ts';
import { CreateJournal1764000000002 } from './migrations/1764000000002-create-journal.ts';
import { CreateDirectory1764000000003 } from './migrations/1764000000003-create-directory.ts';
import { CreateDispatches1764000000004 } from './migrations/1764000000004-create-dispatches.ts';
import { CreateDelivery1764000000005 } from './migrations/1764000000005-create-delivery.ts';
import { KeepSignedFiles1764000000006 } from './migrations/1764000000006-keep-signed-files.ts';
import { AddPartsOfThePage1764000000007 } from './migrations/1764000000007-add-parts-of-the-page.ts';
import { KeepSignaturesAndNumbers1764000000008 } from './migrations/1764000000008-keep-signatures-and-numbers.ts';
import { LimitMandates1764000000009 } from './migrations/1764000000009-limit-mandates.ts';
import { DeliverOnEvidence1764000000010 } from './migrations/1764000000010-deliver-on-evidence.ts';
import { RenewSessions1764000000040 } from './migrations/1764000000040-renew-sessions.ts';
import { AddSecondFactors1764000000041 } from './migrations/1764000000041-add-second-factors.ts';
import { AddApiKeys1764000000042 } from './migrations/1764000000042-add-api-keys.ts';
import { ChainTheJournal1764000000020 } from './migrations/1764000000020-chain-the-journal.ts';
import { RecordWhatRecipientsDo1764000000050 } from './migrations/1764000000050-record-what-recipients-do.ts';
import { KeepCalendars1764000000060 } from './migrations/1764000000060-keep-calendars.ts';
import { SignReceipts1764000000051 } from './migrations/1764000000051-sign-receipts.ts';
import { FlagAddresses1764000000014 } from './migrations/1764000000014-flag-addresses.ts';
import { FreezeWithoutDetours1764000000141 } from './migrations/1764000000141-freeze-without-detours.ts';
import { MoveFiles1764000000142 } from './migrations/1764000000142-move-files.ts';
import { OpenChannels1764000000140 } from './migrations/1764000000140-open-channels.ts';
import { KeepVersions1764000000015 } from './migrations/1764000000015-keep-versions.ts';
import { FreezeFaster1764000000013 } from './migrations/1764000000013-freeze-faster.ts';
import { PauseRuns1764000000012 } from './migrations/1764000000012-pause-runs.ts';
import { KeepDeliveryReports1764000000011 } from './migrations/1764000000011-keep-delivery-reports.ts';
import { KeepStandings1764000000130 } from './migrations/1764000000130-keep-standings.ts';
import { TallyStandings1764000000131 } from './migrations/1764000000131-tally-standings.ts';
import { RecallDispatches1764000000160 } from './migrations/1764000000160-recall-dispatches.ts';
import { FollowDispatches1764000000181 } from './migrations/1764000000181-follow-dispatches.ts';
import { SendAfterRefusals1764000000182 } from './migrations/1764000000182-send-after-refusals.ts';
import { SearchWholeDispatches1764000000198 } from './migrations/1764000000198-search-whole-dispatches.ts';
import { FindIssuedByDay1764000000199 } from './migrations/1764000000199-find-issued-by-day.ts';
import { RingForReplies1764000000210 } from './migrations/1764000000210-ring-for-replies.ts';
import { TallyReplies1764000000211 } from './migrations/1764000000211-tally-replies.ts';
import { KeepWhatReportsAreAbout1764000000430 } from './migrations/1764000000430-keep-what-reports-are-about.ts';
import { KeepTemplates1764000000196 } from './migrations/1764000000196-keep-templates.ts';
import { KeepWritings1764000000195 } from './migrations/1764000000195-keep-writings.ts';
import { OpenInboxes1764000000180 } from './migrations/1764000000180-open-inboxes.ts';
import { AgencyPerson } from './inbox/agency-person.entity.ts';
import { Remind1764000000152 } from './migrations/1764000000152-remind.ts';
import { FollowAgenciesOverTime1764000000170 } from './migrations/1764000000170-follow-agencies-over-time.ts';
import { FindDispatches1764000000171 } from './migrations/1764000000171-find-dispatches.ts';
import { AskOfEachRecipient1764000000190 } from './migrations/1764000000190-ask-of-each-recipient.ts';
import { TellSystemsOfRecalls1764000000191 } from './migrations/1764000000191-tell-systems-of-recalls.ts';
import { OweReplies1764000000192 } from './migrations/1764000000192-owe-replies.ts';
import { RemindOfReplies1764000000193 } from './migrations/1764000000193-remind-of-replies.ts';
import { AttachToReplies1764000000194 } from './migrations/1764000000194-attach-to-replies.ts';
import { CheckFiles1764000000360 } from './migrations/1764000000360-check-files.ts';
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

/** The one description of the database: for Nest, for migrations and for tests. */
export function databaseOptions(url: string): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    namingStrategy: new PostgresNaming(),
    migrationsTransactionMode: 'each',
    extra: { max: 10 },
    entities: [
      ...[Office, Account, Session, Mandate],
      ...[TotpSecret, RecoveryCode, Passkey, PasskeyChallenge, OpenidIdentity, ApiKey, Tries],
      ...[JournalEntry, JournalLink, JournalPerson],
      ...[CalendarYear, StoredCalendarDay],
      ...[AgencyKind, Agency, AgencyGroup, AgencyGroupMember, AddressFailure, AgencyPerson],
      ...[AgencyName, AgencySuccession, DirectoryChange],
      ...[Dispatch, RecipientLine, Annex, Submission, Signature, StoredFile],
      ...[SigningBatch, SigningItem],
      ...[Recipient, DeliveryRun, Delivery, DeliveryAttempt, DeliveryReport],
      ...[DeliveryPause, MailLimit],
      ...[Acknowledgement, EnteredAcknowledgement, Reading, Refusal, RefusalAnswer, ProgressReport],
      ...[Receipt, Reply],
      ...[ReminderStep, EscalationContact, Reminder, ReminderMail],
      ...[Recall, RecallRequest, RecallAnswer, RecallNotice],
      ...[Register, RegisterEntry, Issuance, RecordCopy, Version],
      ...[Writing, DraftTemplate],
    ],
    migrations: [
      CreateAccounts1764000000001,
      CreateJournal1764000000002,
      CreateDirectory1764000000003,
      CreateDispatches1764000000004,
      CreateDelivery1764000000005,
      KeepSignedFiles1764000000006,
      AddPartsOfThePage1764000000007,
      KeepSignaturesAndNumbers1764000000008,
      LimitMandates1764000000009,
      DeliverOnEvidence1764000000010,
      KeepDeliveryReports1764000000011,
      PauseRuns1764000000012,
      FreezeFaster1764000000013,
      KeepVersions1764000000015,
      FlagAddresses1764000000014,
      RenewSessions1764000000040,
      AddSecondFactors1764000000041,
      AddApiKeys1764000000042,
      ChainTheJournal1764000000020,
      RecordWhatRecipientsDo1764000000050,
      SignReceipts1764000000051,
      KeepCalendars1764000000060,
      KeepStandings1764000000130,
      TallyStandings1764000000131,
      FollowAgenciesOverTime1764000000170,
      FindDispatches1764000000171,
      OpenChannels1764000000140,
      FreezeWithoutDetours1764000000141,
      MoveFiles1764000000142,
      Remind1764000000152,
      RecallDispatches1764000000160,
      OpenInboxes1764000000180,
      FollowDispatches1764000000181,
      SendAfterRefusals1764000000182,
      AskOfEachRecipient1764000000190,
      TellSystemsOfRecalls1764000000191,
      OweReplies1764000000192,
      RemindOfReplies1764000000193,
      AttachToReplies1764000000194,
      KeepWritings1764000000195,
      KeepTemplates1764000000196,
      SearchWholeDispatches1764000000198,
      FindIssuedByDay1764000000199,
      RingForReplies1764000000210,
      TallyReplies1764000000211,
      KeepWhatReportsAreAbout1764000000430,
      CheckFiles1764000000360,
    ],
  };
}

export async function connect(url: string): Promise<DataSource> {
  return new DataSource(databaseOptions(url)).initialize();
}
