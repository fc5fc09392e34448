import type { EntityManager } from 'typeorm';
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

export async function recallFactsOf(
  manager: EntityManager,
  recipientId: string,
): Promise<RecallFacts | null> {
  const request = await manager.findOne(RecallRequest, {
    where: { recipientId },
    relations: { recall: { recaller: true } },
  });
  if (!request) return null;
  const answers = await manager.find(RecallAnswer, {
    where: { recipientId },
    relations: { enterer: true },
    order: { answeredAt: 'ASC' },
  });
  const notices = await manager.find(RecallNotice, {
    where: { recipientId },
    order: { channel: 'ASC' },
  });
  return { request, answers, notices, ...standingOf(answers.map(({ answer }) => answer)) };
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
