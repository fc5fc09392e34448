import type { EntityManager } from 'typeorm';
import { fromJson, type JsonRow } from '../../../platform/postgres/from-json.ts';
import { RecallAnswer } from './recall-answer.entity.ts';
import { RecallNotice } from './recall-notice.entity.ts';
import { RecallRequest } from './recall-request.entity.ts';

/** Status codes agencies exchange about a recall: asked for, agreed to, refused. */
export type RecallStatus = 13 | 15 | 16;

/** What one recipient was asked and said, oldest first. */
export interface RecallFacts {
  request: RecallRequest;
  answers: RecallAnswer[];
  notices: RecallNotice[];
  status: RecallStatus;
  isRemoved: boolean;
}

/** What `recall_facts` says (computed/recipient-facts.sql). */
export interface RecallRows {
  request: JsonRow;
  answers: JsonRow[] | null;
  notices: JsonRow[] | null;
}

export function recallFactsFrom({ connection }: EntityManager, said: RecallRows): RecallFacts {
  const answers = (said.answers ?? []).map((row) => fromJson(connection, RecallAnswer, row));
  return {
    request: fromJson(connection, RecallRequest, said.request),
    answers,
    notices: (said.notices ?? []).map((row) => fromJson(connection, RecallNotice, row)),
    ...standingOf(answers.map(({ answer }) => answer)),
  };
}

/** Whoever agreed has agreed, whatever else was said before or after. */
export function standingOf(answers: readonly string[]): {
  status: RecallStatus;
  isRemoved: boolean;
} {
  const isRemoved = answers.includes('removed');
  if (isRemoved || answers.includes('agreed')) return { status: 15, isRemoved };
  return { status: answers.includes('refused') ? 16 : 13, isRemoved };
}
