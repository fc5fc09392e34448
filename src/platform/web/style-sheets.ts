const ROOMS = [
  'accounts/accounts',
  'inbox/inbox',
  'tracking/figures',
  'tracking/tracking',
  'dispatches/dispatch',
  'dispatches/compose',
  'editor/editor',
  'desk/desk',
  'holidays/calendar',
  'history/journal',
  'receiving/letter',
  'mandates/mandates',
  'signing/signing',
  'verifying/verify',
  'verifying/verdict',
  'reminding/reminding',
  'tracking/on-paper',
];
const BEFORE = ['base', 'frame', 'controls', 'messages', 'lists', 'tables'];
const AFTER = ['notices', 'phone', 'print'];

const shared = (name: string) => `styles/${name}`;

/**
 * What `style.css` is made of, in this order: what all pages share, what rooms add, and what a phone or paper changes
 * of both.
 */
export const styleSheets = [...BEFORE.map(shared), ...ROOMS, ...AFTER.map(shared)].map(
  (name) => `templates/${name}.css`,
);
