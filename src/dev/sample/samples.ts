import { hungYen } from './hung-yen/sample.ts';
import type { Sample } from './sample.ts';
import { thaiBinh } from './thai-binh/sample.ts';

/** The first is what opens when none is named. */
export const SAMPLES: [Sample, ...Sample[]] = [thaiBinh, hungYen];

/** The sample of that name, or words about which there are. */
export function sampleNamed(key: string): Sample | { fault: string } {
  const fault = `Không có mẫu “${key}”. Các mẫu: ${SAMPLES.map((sample) => sample.key).join(', ')}.`;
  return SAMPLES.find((sample) => sample.key === key) ?? { fault };
}

/** Where `npm start` keeps a sample's data unless DATA_DIR says otherwise: each its own. */
export const folderOf = (sample: Sample): string =>
  sample === SAMPLES[0] ? 'data' : `data-${sample.key}`;
