import { NoDocument } from '../../../../../src/engines/word/docx/no-document.ts';
import { readDocx } from '../../../../../src/office/dispatches/drafting/importing/read-docx.ts';
import { recognise } from '../../../../../src/office/dispatches/drafting/importing/recognise.ts';
import { docx, letter, type Parts } from './make-docx.ts';

/** What a file of the corpus must be read as; what is not named may be anything. */
export interface Right {
  type?: string;
  abstract?: string;
  symbol?: string;
  urgency?: string;
  circulation?: string;
  addressees?: string[];
  copies?: string[];
  bases?: string[];
  /** The blocks of the text, all of them. */
  body?: string[];
  annexes?: { title: string; body: string }[];
  signer?: string;
  /** Among what is told; a text stands for itself, and nothing else may be told beside texts alone. */
  says?: (string | RegExp)[];
  /** Nothing is told but what is of every file. */
  saysNothing?: true;
  /** It is no draft, and these words say why. */
  refused?: string;
}

export type Case = [name: string, file: Parts | Promise<Buffer>, right: Right];

/** A letter with this text and the parts that it needs, whose body must be these blocks. */
export const lettered = (
  name: string,
  text: string,
  body: string[],
  parts: Omit<Parts, 'body'> = {},
  right: Right = {},
): Case => [name, { ...parts, body: letter(text) }, { body, ...right }];

const ALWAYS = /^(?:Tên cơ quan, Quốc hiệu|Phần ký )/;

export async function whatIsRead(file: Parts | Promise<Buffer>): Promise<Right> {
  try {
    const read = await readDocx(await (file instanceof Promise ? file : docx(file)));
    const { values, left, signer } = recognise(read.pieces);
    return {
      ...values,
      addressees: values.addressees.map(({ text }) => text),
      copies: values.copies.map(({ text }) => text),
      bases: values.legalBases.split('\n').filter(Boolean),
      body: values.body.split('\n\n').filter(Boolean),
      signer,
      says: [...read.dropped, ...left.filter((line) => !ALWAYS.test(line))],
    };
  } catch (error) {
    if (!(error instanceof NoDocument)) throw error;
    return { refused: error.message };
  }
}

/** For `toMatchObject`. */
export function expected({ says, saysNothing, refused, ...right }: Right): object {
  if (refused !== undefined) return { refused: expect.stringContaining(refused) };
  const told = (one: string | RegExp) =>
    typeof one === 'string' ? expect.stringContaining(one) : expect.stringMatching(one);
  if (saysNothing) return { ...right, says: [] };
  return says ? { ...right, says: expect.arrayContaining(says.map(told)) } : right;
}
