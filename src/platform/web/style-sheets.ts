const ROOMS = [
  'office/accounts/accounts',
  'office/recipients/inbox/inbox',
  'office/follow-up/progress/figures',
  'office/follow-up/progress/tracking',
  'office/dispatches/dispatch',
  'office/dispatches/compose',
  'office/dispatches/editor/editor',
  'office/follow-up/desk/desk',
  'office/calendar/calendar',
  'office/follow-up/history/journal',
  'office/recipients/receiving/letter',
  'office/mandates/mandates',
  'office/administration/office/office',
  'office/dispatches/batch/signing',
  'office/verifying/verify',
  'office/verifying/verdict',
  'office/verifying/page-check',
  'office/follow-up/reminders/reminding',
  'office/follow-up/progress/on-paper',
];
const BEFORE = ['base', 'frame', 'controls', 'messages', 'lists', 'tables'];
const AFTER = ['notices', 'phone', 'print'];

const shared = (name: string) => `platform/styles/${name}`;

/**
 * What `style.css` is made of, in this order: what all pages share, what rooms add, and what a phone or paper changes
 * of both.
 */
export const styleSheets = [...BEFORE.map(shared), ...ROOMS, ...AFTER.map(shared)].map(
  (name) => `templates/${name}.css`,
);
