import { parseArgs, type ParseArgsConfig } from 'node:util';
import { complaintOf } from '../platform/problems/wrong-arguments.ts';

const NOT_RUN = 2;

/** What a command of developers was called with; called wrongly it ends, and says which options it has. */
export function argumentsOf<const Options extends NonNullable<ParseArgsConfig['options']>>(
  options: Options,
) {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    const names = Object.keys(options).map((name) => `--${name} …`);
    process.stderr.write(complaintOf(error, `Các tham số: ${names.join(', ')}\n`));
    process.exit(NOT_RUN);
  }
}
