import type { OfficeRole } from '../../office/accounts/account.entity.ts';
import type { NewUnit } from '../../office/administration/office/office.schemas.ts';
import type { NewKind } from '../../office/directory/kinds/usual-kinds.ts';

/** One row of a directory import. */
export interface DirectoryRow {
  code: string;
  name: string;
  kind: string;
  parent_code: string;
  email: string;
  valid_from: string;
  area?: string;
  unit_code?: string;
}

/** A commune: what its bodies are named after. */
export interface Place {
  code: string;
  /** In the middle of a sentence: `xã Tân Hưng`. */
  name: string;
  parent?: string;
  area?: string;
  /** By Decision 19/2025/QĐ-TTg. */
  unitCode?: string;
}

/** What every commune has one of. */
export interface LocalBody {
  prefix: string;
  kind: string;
  /** Before the name of the place. */
  title: string;
  /** Prefix of the body of the same commune that it lies under. */
  under?: string;
  /** Whether the unit's code is its own. */
  bearsUnitCode?: boolean;
}

export interface SamplePerson {
  username: string;
  fullName: string;
  post: string;
  roles: OfficeRole[];
}

/** As `npm run office` takes it (`ops/office-file.ts`). */
export interface SampleFile {
  office: { code: string; name: string; parentBody: string; place: string; contact?: string[] };
  people: (SamplePerson & { password: string; mandates: object[] })[];
  contacts: Record<'clerk' | 'head', { name: string; email: string }>;
  kinds?: NewKind[];
  groups: Record<string, string[]>;
}

/** As the form takes it; `to` where the words are not the name of a group or an agency. */
export interface SampleDraft {
  symbol: string;
  abstract: string;
  addressees: { text: string; to?: string | undefined }[];
  body: string;
  copies: { text: string; to?: string | undefined }[];
  mandateId: string;
}

/** An office for trying the system out. A further one is a folder beside the others. */
export interface Sample {
  /** The name of its folder and of `--sample`. */
  key: string;
  title: string;
  /** Of all its people. */
  password: string;
  file: SampleFile;
  units: NewUnit[];
  /** The first day of its agencies; their addresses are made up, at `domain`. */
  validFrom: string;
  domain: string;
  /** All but the bodies of communes. */
  agencies(): DirectoryRow[];
  places(): Place[];
  bodies: LocalBody[];
  /** What its drafter has begun. */
  draft(mandateId: string): SampleDraft;
}
