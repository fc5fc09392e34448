import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '../../platform/process/package-root.ts';

export interface SigningImages {
  signature: Buffer;
  seal: Buffer;
}

/** A blue signature and a red seal of 36 mm at 300 dpi, both saying or being plainly of no value. */
export async function testImages(): Promise<SigningImages> {
  const assets = join(packageRoot, 'src/engines/signatures/assets');
  const [signature, seal] = await Promise.all(
    ['test-signature.png', 'test-seal.png'].map((file) => readFile(join(assets, file))),
  );
  return { signature: signature!, seal: seal! };
}
