import { access, constants } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { InvalidInput } from '../../platform/web/invalid-input.ts';
import { closedObject } from '../../platform/web/closed-object.ts';
import { readJsonFile } from '../../platform/config/json-file.ts';
import { RefusedToStart } from '../../platform/process/refused-to-start.ts';
import { parse } from '../../platform/web/schema.ts';

const path = z.string().min(1);
const variable = z.string().regex(/^\w+$/);

/** Where a private key is; passwords, PINs and tokens stand elsewhere. */
const KeySource = z.discriminatedUnion('kind', [
  closedObject({
    kind: z.literal('p12'),
    file: path,
    passwordFile: path.optional(),
    passwordVariable: variable.optional(),
  }),
  closedObject({
    kind: z.literal('pkcs11'),
    module: path,
    label: z.string(),
    id: z.string().regex(/^[0-9a-f]+$/i),
    pinVariable: variable,
    chain: z.array(path).default([]),
  }),
  closedObject({
    kind: z.literal('remote'),
    url: z.url(),
    credential: z.string(),
    tokenFile: path,
    pinFile: path.optional(),
  }),
]);
export type KeySource = z.infer<typeof KeySource>;

const ConfiguredKey = closedObject({ key: KeySource, image: path.optional() });
export type ConfiguredKey = z.infer<typeof ConfiguredKey>;

/** A timestamp authority (RFC 3161) over HTTP. */
const TimestampService = closedObject({
  url: z.url(),
  /** How long issuing waits for it. */
  waitSeconds: z.number().positive().default(3),
  /** How long a worker waits, later; the state's service has been seen to take two minutes. */
  patienceSeconds: z.number().positive().default(150),
  /** Pauses between a worker's attempts; the last one repeats for as long as it takes. */
  retrySeconds: z.array(z.number().positive()).min(1).default([60, 300, 900, 3600]),
});
export type TimestampService = z.infer<typeof TimestampService>;

/** Keys, pictures and trust of this installation: the file that SIGNING_CONFIG names (README.md). */
const SigningFile = closedObject({
  roots: z.array(path).min(1),
  revocationLists: z.array(path).default([]),
  /** By office code: the agency's key and its seal. */
  agencies: z.record(z.string(), ConfiguredKey).default({}),
  /** By user name: the person's key and handwritten signature. */
  people: z.record(z.string(), ConfiguredKey).default({}),
  /** Without it files stay at level B-B. */
  timestamp: TimestampService.optional(),
});
export type SigningFile = z.infer<typeof SigningFile>;

/** Reads the file; paths in it are relative to its own folder. */
export async function readSigningFile(file: string): Promise<SigningFile> {
  const settings = parse(SigningFile, await readJsonFile(file, 'SIGNING_CONFIG'));
  const at = (relative: string) => resolve(dirname(file), relative);
  const place = <T>(holders: Record<string, ConfiguredKey>, entry: (holder: ConfiguredKey) => T) =>
    Object.fromEntries(Object.entries(holders).map(([name, holder]) => [name, entry(holder)]));
  const holder = ({ key, image }: ConfiguredKey): ConfiguredKey => ({
    key: placed(key, at),
    ...(image && { image: at(image) }),
  });
  return {
    roots: settings.roots.map(at),
    revocationLists: settings.revocationLists.map(at),
    agencies: place(settings.agencies, holder),
    people: place(settings.people, holder),
    timestamp: settings.timestamp,
  };
}

/** Refuses a file by which nothing could be signed or judged; a person's own key is told of on the pages. */
export async function requireUsable(file: string): Promise<void> {
  const { roots, revocationLists } = await readSigningFile(file).catch((error: unknown) => {
    if (!(error instanceof InvalidInput)) throw error;
    const faults = error.errors.map(({ path: at, message }) => `${at}: ${message}`);
    throw new RefusedToStart([`SIGNING_CONFIG ${file} có chỗ cần sửa:`, ...faults].join('\n'));
  });
  const named = [...roots, ...revocationLists];
  const readable = await Promise.all(
    named.map((each) =>
      access(each, constants.R_OK).then(
        () => true,
        () => false,
      ),
    ),
  );
  const gone = named.filter((_, index) => !readable[index]);
  if (gone.length > 0) {
    throw new RefusedToStart(
      `SIGNING_CONFIG ${file} nêu tệp không có hoặc không đọc được: ${gone.join(', ')}. Đặt lại tệp rồi khởi động.`,
    );
  }
}

function placed(key: KeySource, at: (path: string) => string): KeySource {
  if (key.kind === 'p12') {
    const { file, passwordFile } = key;
    return { ...key, file: at(file), ...(passwordFile && { passwordFile: at(passwordFile) }) };
  }
  if (key.kind === 'pkcs11') return { ...key, chain: key.chain.map(at) };
  const { tokenFile, pinFile } = key;
  return { ...key, tokenFile: at(tokenFile), ...(pinFile && { pinFile: at(pinFile) }) };
}
