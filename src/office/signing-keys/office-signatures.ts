import { Injectable, type OnModuleInit } from '@nestjs/common';
import { boundedFile } from '../../platform/files/bounded-file.ts';
import type { Account } from '../accounts/account.entity.ts';
import type { Office } from '../accounts/office.entity.ts';
import { vietnamDate } from '../../platform/time/vietnam-time.ts';
import { Config } from '../../platform/config/config.ts';
import { checkBeforeSigning } from '../../engines/signatures/certificates/check-before-signing.ts';
import { readCertificates } from '../../engines/signatures/certificates/read-certificates.ts';
import { readRevocationLists } from '../../engines/signatures/certificates/read-revocation-lists.ts';
import {
  prepareReceipt,
  prepareSeal,
  signWith,
  type Seal,
} from '../../engines/signatures/dispatch-signatures.ts';
import type { KeyHolder } from '../../engines/signatures/keys/key-holder.ts';
import { SigningError } from '../../engines/signatures/signing-error.ts';
import {
  signStatement,
  type SignedStatement,
} from '../../engines/signatures/statement/sign-statement.ts';
import { OpenKey } from './open-key.ts';
import {
  readSigningFile,
  requireUsable,
  type ConfiguredKey,
  type SigningFile,
} from './signing-file.ts';
import { withKey } from './with-key.ts';

/** As DER. */
export interface Trust {
  trustedRoots: Buffer[];
  revocationLists: Buffer[];
}

/** The keys of this installation at work. Without SIGNING_CONFIG nothing is signed digitally. */
@Injectable()
export class OfficeSignatures implements OnModuleInit {
  private file: Promise<SigningFile> | undefined;

  constructor(private readonly config: Config) {}

  /** What cannot work keeps the process from starting, not the signer from signing. */
  async onModuleInit(): Promise<void> {
    if (this.isConfigured) await requireUsable(this.config.signingConfig!);
  }

  get isConfigured(): boolean {
    return this.config.signingConfig !== undefined;
  }

  /** First revision: the authorised person's signature on a page whose number and date are open. */
  async signAsPerson(pdf: Buffer, signer: Account, signedAt: Date): Promise<Buffer> {
    return this.asPerson(signer, (pen) => pen.sign(pen.prepare(pdf, signedAt)));
  }

  /** Opens the person's key once for all that `use` signs at this sitting. */
  async asPerson<Result>(signer: Account, use: (pen: OpenKey) => Promise<Result>): Promise<Result> {
    const holder = (await this.settings()).people[signer.username];
    if (!holder) throw missing(`${signer.fullName} chưa có chứng thư số trong hệ thống.`);
    const { image } = await imageOf(holder);
    return this.use(holder, signer.fullName, (key, check) =>
      use(new OpenKey(key, check, signer.fullName, image)),
    );
  }

  /** Second revision: number, day and month, and the agency's seal. */
  async seal(
    pdf: Buffer,
    office: Office,
    sealedAt: Date,
    numberAndDate: Seal['numberAndDate'],
  ): Promise<Buffer> {
    const holder = await this.agency(office);
    const image = await imageOf(holder);
    const agency = nameOn(office, sealedAt);
    const open = prepareSeal(pdf, { agency, sealedAt, numberAndDate, ...image });
    return this.use(holder, agency, (key) => signWith(open, key));
  }

  /** A receipt in both forms: the statement for machines, and the page that `print` makes of it, sealed. */
  async receipt(
    office: Office,
    content: object,
    madeAt: Date,
    print: (statement: SignedStatement) => Promise<Buffer>,
  ): Promise<{ statement: SignedStatement; pdf: Buffer }> {
    const holder = await this.agency(office);
    const image = await imageOf(holder);
    const agency = nameOn(office, madeAt);
    return this.use(holder, agency, async (key) => {
      const statement = await signStatement(content, key);
      const page = await print(statement);
      const open = prepareReceipt(page, { agency, sealedAt: madeAt, ...image });
      return { statement, pdf: await signWith(open, key) };
    });
  }

  /** Data under the agency's signature. */
  async statement(office: Office, content: object): Promise<SignedStatement> {
    return this.use(await this.agency(office), office.name, (key) => signStatement(content, key));
  }

  /** Refuses, with the reason, an agency's certificate that could not seal now. */
  async requireSeal(office: Office): Promise<void> {
    await this.use(await this.agency(office), office.name, async () => {});
  }

  /** Whom this installation trusts, with the lists of revoked certificates as they are now. */
  async trust(): Promise<Trust> {
    if (!this.isConfigured) return { trustedRoots: [], revocationLists: [] };
    const { roots, revocationLists } = await this.settings();
    return {
      trustedRoots: (await Promise.all(roots.map(readCertificates))).flat(),
      revocationLists: (await Promise.all(revocationLists.map(readRevocationLists))).flat(),
    };
  }

  private async agency({ code, name }: Office): Promise<ConfiguredKey> {
    const holder = (await this.settings()).agencies[code];
    if (!holder) throw missing(`${name} chưa có chứng thư số của cơ quan trong hệ thống.`);
    return holder;
  }

  private async use<Result>(
    holder: ConfiguredKey,
    name: string,
    act: (key: KeyHolder, check: () => void) => Promise<Result>,
  ): Promise<Result> {
    const trust = await this.trust();
    return withKey(holder.key, (key) => {
      const { certificate, chain } = key;
      const check = () =>
        void checkBeforeSigning({ ...trust, certificate, chain, at: new Date(), holder: name });
      check();
      return act(key, check);
    });
  }

  settings(): Promise<SigningFile> {
    return (this.file ??= readSigningFile(this.config.signingConfig!));
  }
}

/** Whose certificate it must be: a letterhead that begins later is no matter of this seal. */
const nameOn = (office: Office, at: Date): string => office.headOn(vietnamDate(at)).name;

/** A scanned signature or seal of 600 dpi has a tenth of it. */
const PICTURE_MOST = 5 << 20;

const imageOf = async ({ image }: ConfiguredKey) =>
  image ? { image: await boundedFile(image, PICTURE_MOST) } : {};

const missing = (what: string) =>
  new SigningError('key-unreadable', `${what} Báo quản trị viên bổ sung vào cấu hình ký số.`);
