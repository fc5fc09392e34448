/** The ways by which a recipient does something itself. */
export const OWN_METHODS = ['link', 'account', 'api'] as const;
/** Said to the office, and entered by a person of it. */
export const REPORTED_METHODS = ['telephone', 'paper'] as const;
/** Every way in which the office comes to know a recipient's answer. */
export const ANSWER_METHODS = ['link', 'account', 'telephone', 'paper', 'api'] as const;

export type OwnMethod = (typeof OWN_METHODS)[number];
export type ReportedMethod = (typeof REPORTED_METHODS)[number];
export type AnswerMethod = (typeof ANSWER_METHODS)[number];
