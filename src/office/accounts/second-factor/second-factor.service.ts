import { Injectable } from '@nestjs/common';
import { createHash, randomBytes } from 'node:crypto';
import { DataSource, IsNull, LessThan, Not, type EntityManager } from 'typeorm';
import { Config } from '../../../platform/config/config.ts';
import { record } from '../../journal/journal.ts';
import { RefusedToStart } from '../../../platform/process/refused-to-start.ts';
import { RuleViolation } from '../../../platform/problems/rule-violation.ts';
import { Throttle, type Limit } from '../../../platform/web/throttle.ts';
import { ROLES, type Account, type Role } from '../account.entity.ts';
import { deviceHash, KnownDevicesService } from '../known-devices/known-devices.service.ts';
import { Passkey } from '../passkeys/passkey.entity.ts';
import type { Stage } from '../session.entity.ts';
import type { SignInAttempt } from '../sign-in-attempt.ts';
import { RecoveryCode } from './recovery-code.entity.ts';
import { base32, otpauthUrl, stepOf } from './totp.ts';
import { TotpSecret } from './totp-secret.entity.ts';

const CODES: Limit = { tries: 5, seconds: 300 };
const RECOVERY_CODES = 10;
const SECRET_BYTES = 20;

const plain = (code: string) => code.toUpperCase().replace(/[^A-Z2-7]/g, '');
const hashOf = (code: string) => createHash('sha256').update(plain(code)).digest('hex');

/** Once nothing else is asked for. */
export const stageAfterAll = ({ mustChangePassword }: Account): Stage =>
  mustChangePassword ? 'new-password' : 'complete';

/** The code of an app beside the password: RFC 6238, with recovery codes on paper. */
@Injectable()
export class SecondFactorService {
  constructor(
    private readonly database: DataSource,
    private readonly config: Config,
    private readonly throttle: Throttle,
    private readonly devices: KnownDevicesService,
  ) {
    const unknown = config.secondFactorRoles.filter((role) => !ROLES.includes(role as Role));
    if (unknown.length > 0) {
      throw new RefusedToStart(
        `SECOND_FACTOR_ROLES: không có vai trò ${unknown[0]}. Các vai trò: ${ROLES.join(', ')}.`,
      );
    }
  }

  isRequiredOf({ roles }: Account): boolean {
    return roles.some((role) => this.config.secondFactorRoles.includes(role));
  }

  /** The stage of a session after the password and nothing else. */
  async stageAfterPassword(account: Account): Promise<Stage> {
    if (await this.isOn(account)) return 'second-factor';
    if (!this.isRequiredOf(account)) return stageAfterAll(account);
    const { id: accountId } = account;
    // Whoever has only the password must not set up an app beside an existing passkey.
    return (await this.database.manager.existsBy(Passkey, { accountId }))
      ? 'second-factor'
      : 'enrol';
  }

  isOn({ id: accountId }: Account): Promise<boolean> {
    return this.database.manager.existsBy(TotpSecret, { accountId, confirmedAt: Not(IsNull()) });
  }

  codesLeft({ id: accountId }: Account): Promise<number> {
    return this.database.manager.countBy(RecoveryCode, { accountId, usedAt: IsNull() });
  }

  /** A new secret for the app, for whoever saw the last one may not be the owner; or the same once more. */
  async begin(account: Account, again = false): Promise<{ url: string; secret: string }> {
    const { manager } = this.database;
    const { id: accountId, username } = account;
    if (await this.isOn(account)) throw alreadyOn();
    const stored = again ? await manager.findOneBy(TotpSecret, { accountId }) : null;
    const kept = stored && this.opened(stored);
    const secret = kept ?? randomBytes(SECRET_BYTES);
    if (!kept) {
      const sealedSecret = this.config.keys.seal('second-factor', accountId, secret);
      await manager.upsert(TotpSecret, { accountId, sealedSecret }, ['accountId']);
    }
    return { url: otpauthUrl(secret, username), secret: base32(secret) };
  }

  /** Turns it on with the first right code and gives the recovery codes, which are shown this once. */
  async confirm(account: Account, code: string): Promise<string[] | undefined> {
    if (await this.isOn(account)) throw alreadyOn();
    const isRight = await this.counted(`code ${account.id}`, () => this.takesCode(account, code));
    if (!isRight) return undefined;
    const { id: accountId } = account;
    return this.database.transaction(async (manager) => {
      await manager.update(TotpSecret, { accountId }, { confirmedAt: new Date() });
      await record(manager, account, 'second-factor-on', accountId);
      return this.newCodes(accountId, manager);
    });
  }

  /** Whether this is the app's code of now, or a recovery code; either counts once. */
  async accepts(account: Account, code: string, { deviceToken }: SignInAttempt): Promise<boolean> {
    const isKnown = await this.devices.knows({ id: account.id }, deviceToken);
    const place = isKnown ? ` device ${deviceHash(deviceToken!)}` : '';
    const isRight = await this.counted(
      `code ${account.id}${place}`,
      async () => (await this.takesCode(account, code)) || this.takesRecoveryCode(account, code),
    );
    if (!isRight && (await this.isSealed(account))) throw sealedFor(account);
    return isRight;
  }

  /** The secret was sealed under another secret of the installation: no code of the app is right any more. */
  async isSealed({ id: accountId }: Account): Promise<boolean> {
    const stored = await this.database.manager.findOneBy(TotpSecret, { accountId });
    return stored !== null && stored.confirmedAt !== null && !this.opened(stored);
  }

  async renewCodes(account: Account): Promise<string[]> {
    if (!(await this.isOn(account))) throw notOn();
    return this.database.transaction(async (manager) => {
      await record(manager, account, 'recovery-codes-renewed', account.id);
      return this.newCodes(account.id, manager);
    });
  }

  async turnOff(account: Account): Promise<void> {
    if (this.isRequiredOf(account) && !(await this.isSealed(account))) {
      throw new RuleViolation('second-factor-required');
    }
    const { id: accountId } = account;
    await this.database.transaction(async (manager) => {
      const { affected } = await manager.delete(TotpSecret, { accountId });
      await manager.delete(RecoveryCode, { accountId });
      if (affected) await record(manager, account, 'second-factor-off', accountId);
    });
  }

  private opened({ accountId, sealedSecret }: TotpSecret): Buffer | undefined {
    return this.config.keys.unseal('second-factor', accountId, sealedSecret);
  }

  /** In a browser that the person has used before by itself: who knows the password alone keeps nobody out. */
  private async counted(what: string, isRight: () => Promise<boolean>): Promise<boolean> {
    await this.throttle.take(what, CODES);
    if (!(await isRight())) return false;
    await this.throttle.forget(what);
    return true;
  }

  private async takesCode({ id: accountId }: Account, code: string): Promise<boolean> {
    const { manager } = this.database;
    const stored = await manager.findOneBy(TotpSecret, { accountId });
    if (!stored) return false;
    const secret = this.opened(stored);
    if (!secret) return false;
    const step = stepOf(secret, code.replace(/\s/g, ''), new Date());
    if (step === undefined) return false;
    const { affected } = await manager.update(
      TotpSecret,
      { accountId, lastStep: LessThan(String(step)) },
      { lastStep: String(step) },
    );
    return affected === 1;
  }

  private async takesRecoveryCode(account: Account, code: string): Promise<boolean> {
    const accountId = account.id;
    return this.database.transaction(async (manager) => {
      const { affected } = await manager.update(
        RecoveryCode,
        { accountId, codeHash: hashOf(code), usedAt: IsNull() },
        { usedAt: new Date() },
      );
      if (affected === 1) await record(manager, account, 'recovery-code-used', accountId);
      return affected === 1;
    });
  }

  private async newCodes(accountId: string, manager: EntityManager): Promise<string[]> {
    const codes = Array.from({ length: RECOVERY_CODES }, () =>
      base32(randomBytes(10)).replace(/(.{4})(?=.)/g, '$1-'),
    );
    await manager.delete(RecoveryCode, { accountId });
    await manager.insert(
      RecoveryCode,
      codes.map((code) => ({ accountId, codeHash: hashOf(code) })),
    );
    return codes;
  }
}

const sealedFor = ({ username }: Account) =>
  new RuleViolation(
    'second-factor-sealed',
    `Mã của ứng dụng không còn dùng được vì khóa bí mật của hệ thống đã đổi. Nhập một mã dự phòng, rồi tắt và thiết lập lại ở trang Tài khoản; không có mã dự phòng thì nhờ quản trị viên chạy: npm run reset-sign-in -- ${username}`,
  );
const alreadyOn = () => new RuleViolation('second-factor-on');
const notOn = () => new RuleViolation('second-factor-off');
