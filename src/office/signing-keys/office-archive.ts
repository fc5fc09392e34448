import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config.ts';
import { archive } from '../../engines/signatures/archive.ts';
import { fetchRevocationLists } from '../../engines/signatures/certificates/fetch-revocation-lists.ts';
import { readCertificates } from '../../engines/signatures/certificates/read-certificates.ts';
import { readRevocationLists } from '../../engines/signatures/certificates/read-revocation-lists.ts';
import { readSignedData } from '../../engines/signatures/cms/read-signed-data.ts';
import { PdfFile } from '../../engines/signatures/pdf/pdf-file.ts';
import { readSignatures } from '../../engines/signatures/pdf/read-signatures.ts';
import { SigningError } from '../../engines/signatures/signing-error.ts';
import { TimestampClient } from '../../engines/signatures/timestamp/timestamp-client.ts';
import { verifyDispatch } from '../../engines/signatures/verification/verify-dispatch.ts';
import { readSigningFile, type SigningFile, type TimestampService } from './signing-file.ts';

/** How far the service's clock may be from ours. */
const MOST_APART = 600_000;

/** Third revision: validation data and an archive timestamp (PAdES B-LTA), where a timestamp service is configured. */
@Injectable()
export class OfficeArchive {
  private settings: Promise<SigningFile> | undefined;

  constructor(private readonly config: Config) {}

  async service(): Promise<TimestampService | undefined> {
    return (await this.read())?.timestamp;
  }

  /**
   * The sealed file and, behind it, what proves it for years. Throws SigningError when the service or the lists of
   * revoked certificates cannot be had in time, or when what came back would not convince our own verifier.
   */
  async complete(pdf: Buffer, seconds: number, signal?: AbortSignal): Promise<Buffer> {
    const until = Date.now() + seconds * 1000;
    const left = () => Math.max(1, until - Date.now());
    const { roots, revocationLists: named, timestamp } = (await this.read())!;
    const trustedRoots = (await Promise.all(roots.map(readCertificates))).flat();
    const own = (await Promise.all(named.map(readRevocationLists))).flat();
    const fetched = await fetchRevocationLists(certificatesIn(pdf), left());
    if (fetched.failed.length > 0) throw noLists(fetched.failed);
    const revocationLists = [...own, ...fetched.lists];
    const client = new TimestampClient({
      url: timestamp!.url,
      timeoutMilliseconds: left(),
      ...(signal && { signal }),
    });
    const whole = await archive(pdf, { revocationLists }, client);
    requireConvincing(whole, trustedRoots, revocationLists);
    return whole;
  }

  private async read(): Promise<SigningFile | undefined> {
    const { signingConfig } = this.config;
    return signingConfig === undefined
      ? undefined
      : (this.settings ??= readSigningFile(signingConfig));
  }
}

function certificatesIn(pdf: Buffer): Buffer[] {
  return readSignatures(new PdfFile(pdf)).flatMap(
    ({ contents }) => readSignedData(contents)?.certificates ?? [],
  );
}

/** A token of a strange authority, or with a strange hour, would spoil a genuine file for good. */
function requireConvincing(pdf: Buffer, trustedRoots: Buffer[], revocationLists: Buffer[]): void {
  const { signatures, findings } = verifyDispatch(pdf, { trustedRoots, revocationLists });
  const { field, time, trust } = signatures.findLast(({ role }) => role === 'timestamp')!;
  if (trust !== 'passed' || !time) {
    const why = findings.find((finding) => finding.field === field && finding.verdict !== 'passed');
    throw untrusted(why?.message ?? '');
  }
  if (Math.abs(time.getTime() - Date.now()) > MOST_APART) {
    throw untrusted(`Giờ của dịch vụ (${time.toISOString()}) lệch với giờ của máy chủ.`);
  }
}

function untrusted(why: string): SigningError {
  return new SigningError(
    'timestamp-untrusted',
    `Dấu thời gian nhận được không dùng được: ${why} Báo quản trị viên kiểm tra địa chỉ dịch vụ, gốc tin cậy và đồng hồ.`,
  );
}

function noLists(addresses: string[]): SigningError {
  return new SigningError(
    'revocation-unavailable',
    `Chưa tải được danh sách chứng thư bị thu hồi: ${addresses.join(', ')}. Hệ thống sẽ thử lại.`,
  );
}
