import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { complaintOf, WrongArguments } from '../platform/problems/wrong-arguments.ts';
import { trustedHere } from '../office/signing-keys/trusted-roots.ts';
import { readRevocationLists } from '../engines/signatures/certificates/read-revocation-lists.ts';
import { readCertificates } from '../engines/signatures/certificates/read-certificates.ts';
import { printReport } from '../engines/signatures/verification/print-report.ts';
import { isStatement, verifyFile } from '../engines/signatures/verify-file.ts';

const USAGE = `Cách dùng: npm run verify -- VAN-BAN.pdf|BIEN-NHAN.json [--root GOC.pem …] [--crl DANH-SACH.crl] [--require-timestamp] [--of VAN-BAN.pdf] [--json]
Trả về 0 chỉ khi văn bản thật và nguyên vẹn. Không ghi --root thì tin các gốc trong SIGNING_CONFIG, hoặc gốc thử nghiệm của npm start.
Với BIEN-NHAN.json, --of còn hỏi biên nhận ấy có phải của đúng tệp văn bản này không.
`;

const NOT_GENUINE = 1;
const NOT_RUN = 2;

/** `npm run verify`: judges one file against the roots given, or those of this installation. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      root: { type: 'string', multiple: true, default: [] },
      crl: { type: 'string', multiple: true, default: [] },
      'require-timestamp': { type: 'boolean', default: false },
      of: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const [path] = positionals;
  const here = values.root.length === 0 ? await trustedHere(process.env) : undefined;
  const { roots, revocationLists } = here ?? { roots: values.root, revocationLists: [] };
  if (path === undefined) throw new WrongArguments('Chưa nêu tệp cần kiểm tra.');
  if (positionals.length > 1) throw new WrongArguments('Mỗi lần chỉ kiểm tra một tệp.');
  if (roots.length === 0) throw new WrongArguments('Chưa có gốc tin cậy: thêm --root GOC.pem.');
  const bytes = await readFile(path);
  if (values.of !== undefined && !isStatement(bytes)) {
    throw new WrongArguments(
      '--of chỉ dùng với BIEN-NHAN.json; tệp ấy đính kèm trong biên nhận PDF.',
    );
  }
  const report = verifyFile(bytes, {
    trustedRoots: (await Promise.all(roots.map(readCertificates))).flat(),
    revocationLists: (
      await Promise.all([...values.crl, ...revocationLists].map(readRevocationLists))
    ).flat(),
    requireTimestamp: values['require-timestamp'],
    ...(values.of !== undefined && { receiptOf: await readFile(values.of) }),
  });
  process.stdout.write(values.json ? `${JSON.stringify(report, null, 2)}\n` : printReport(report));
  return report.isGenuine ? 0 : NOT_GENUINE;
}

// Whoever reads no further (`| head`) has seen enough; the exit code still tells the verdict.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: Error) => {
    process.stderr.write(complaintOf(error, USAGE));
    process.exitCode = NOT_RUN;
  },
);
