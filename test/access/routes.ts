/**
 * Every route and the verb it serves. A verb is one of those in the table "Access" of ARCHITECTURE.md,
 * which says the roles, or one of three: `anyone` needs no account, `coming in` is how one signs in,
 * `own account` is about oneself, whatever the role.
 */
const VERBS: Record<string, string[]> = {
  anyone: [
    ...['GET /health', 'GET /ready', 'GET /metrics'],
    ...['GET /signin', 'POST /session', 'POST /api/session', 'GET /assets/:version/:name'],
    ...['POST /signin/passkey/options', 'POST /signin/passkey'],
    ...['GET /signin/openid', 'GET /signin/openid/callback'],
    ...['GET /verify', 'POST /verify', 'GET /verify/:code', 'POST /verify/:code'],
    ...['GET /a/:token', 'GET /a/:token/document.pdf'],
    ...['GET /a/:token/receipt.json', 'GET /a/:token/receipt.pdf'],
    ...['POST /a/:token/acknowledgement', 'POST /a/:token/refusal', 'POST /a/:token/report'],
    ...['POST /a/:token/recall-answer', 'POST /api/recall-answers/:token'],
    ...['POST /api/acknowledgements/:token', 'POST /api/refusals/:token'],
    'POST /api/reports/:token',
    ...['GET /api/docs', 'GET /api/docs/', 'GET /api/docs/index.html', 'GET /api/docs/LICENSE'],
    ...['GET /api/docs-json', 'GET /api/docs-yaml', 'GET /api/docs/swagger-ui-init.js'],
    'GET /api/docs/docs/swagger-ui-init.js',
  ],
  'own account': [
    ...['GET /', 'GET /account', 'GET /api/session', 'DELETE /api/session', 'POST /session/end'],
    ...['GET /signin/second-factor', 'POST /session/second-factor'],
    ...['GET /api/sessions', 'DELETE /api/sessions/:id', 'POST /account/sessions/:id/end'],
    ...['POST /account/sessions/end-others', 'POST /account/password'],
    ...['GET /account/totp', 'POST /account/totp', 'POST /account/totp/removal'],
    ...['POST /account/recovery-codes', 'POST /account/passkeys', 'POST /account/passkeys/options'],
    ...['POST /account/passkeys/:passkey/removal', 'GET /api/keys', 'POST /api/keys'],
    ...['DELETE /api/keys/:id', 'GET /account/keys/new', 'POST /account/keys'],
    'POST /account/keys/:id/revocation',
    ...['GET /account/notices', 'POST /account/notices'],
  ],
  'read the journal of a dispatch': [
    ...['GET /dispatches/:id/journal', 'GET /api/dispatches/:id/journal'],
  ],
  'read dispatches': [
    ...['GET /dispatches', 'GET /dispatches/:id', 'GET /dispatches/:id/document.pdf'],
    ...['GET /api/dispatches', 'GET /api/dispatches/:id', 'GET /api/dispatches/:id/document'],
    ...['GET /api/dispatches/:id/layout', 'GET /api/dispatches/:id/preflight'],
    ...['GET /dispatches/:id/record-copy.pdf', 'GET /api/dispatches/:id/record-copy'],
    ...['GET /api/mail-limit'],
  ],
  'compare versions': ['GET /dispatches/:id/versions'],
  progress: [
    ...['GET /dispatches/:id/progress', 'GET /api/dispatches/:id/progress'],
    ...['GET /api/dispatches/:id/recipients', 'GET /recipients/:id'],
    'GET /dispatches/:id/progress/live',
    ...['GET /dispatches/:id/recall', 'GET /api/dispatches/:id/recall'],
    ...['GET /api/dispatches/:id/recipients.csv', 'GET /api/dispatches/:id/recipients.xlsx'],
    ...['GET /api/dispatches/:id/report', 'GET /api/dispatches/:id/reminders'],
    'GET /recipients/:id/evidence/:sha256',
  ],
  board: ['GET /board', 'GET /api/board', 'GET /api/punctuality'],
  register: [
    'GET /register',
    'GET /api/register',
    'GET /api/register.pdf',
    'GET /api/register.xlsx',
  ],
  directory: [
    ...['GET /directory', 'GET /api/agencies', 'GET /directory/agencies/:id'],
    ...['GET /api/groups', 'GET /api/groups/:id', 'GET /directory/groups/:id'],
  ],
  calendar: ['GET /calendar', 'GET /calendar/:year', 'GET /api/calendar/:year'],
  'settle the calendar': ['POST /calendar/:year', 'PUT /api/calendar/:year'],
  mandates: ['GET /mandates', 'GET /api/mandates'],
  draft: [
    ...['GET /dispatches/new', 'POST /dispatches', 'POST /api/dispatches'],
    ...['GET /dispatches/import', 'POST /dispatches/import'],
  ],
  revise: [
    ...['GET /dispatches/:id/edit', 'POST /dispatches/:id', 'PUT /api/dispatches/:id'],
    ...['GET /writings/:id', 'POST /writings/:id', 'POST /writings/:id/presence'],
    'POST /writings/:id/removal',
  ],
  'keep templates': [
    ...['GET /templates', 'POST /templates', 'POST /templates/:id', 'POST /templates/:id/removal'],
    ...['GET /api/templates', 'POST /api/templates', 'PUT /api/templates/:id'],
    'DELETE /api/templates/:id',
  ],
  preview: [
    ...['POST /documents/preview', 'POST /documents/layout'],
    ...['POST /api/documents/preview', 'POST /api/documents/layout'],
    ...['POST /documents/recipients', 'POST /api/documents/recipients'],
    ...['GET /api/recipient-names', 'POST /api/documents/import'],
  ],
  submit: ['POST /dispatches/:id/submission', 'POST /api/dispatches/:id/submission'],
  'send a dispatch back': ['POST /dispatches/:id/return', 'POST /api/dispatches/:id/return'],
  'sign one or many': [
    ...['POST /dispatches/:id/signature', 'POST /api/dispatches/:id/signature'],
    ...['GET /signing', 'GET /signing/confirmation', 'GET /signing/batches/:id'],
    ...['POST /signing/batches', 'POST /signing/batches/:id/resumption'],
    ...['GET /api/signing-desk', 'GET /api/signing-batches/:id', 'POST /api/signing-batches'],
    'POST /api/signing-batches/:id/resumption',
  ],
  number: ['POST /dispatches/:id/number', 'POST /api/dispatches/:id/number'],
  'send again': ['POST /dispatches/:id/resends', 'POST /api/dispatches/:id/resends'],
  'pause and go on': [
    ...['POST /dispatches/:id/pause', 'POST /api/dispatches/:id/pause'],
    ...['POST /dispatches/:id/pause/end', 'POST /api/dispatches/:id/pause/end'],
  ],
  issue: ['POST /dispatches/:id/issuance', 'POST /api/dispatches/:id/issuance'],
  'import the directory': ['POST /directory/import', 'POST /api/agencies/import'],
  'change the directory': [
    ...['GET /directory/changes', 'GET /directory/changes/:id'],
    'POST /directory/changes/:id/application',
    ...['POST /api/directory-changes', 'GET /api/directory-changes/:id'],
    'POST /api/directory-changes/:id/application',
  ],
  'make groups': [
    ...['GET /directory/groups/new', 'POST /directory/groups'],
    ...['GET /directory/groups/:id/edit', 'POST /directory/groups/:id'],
    ...['POST /api/groups', 'PUT /api/groups/:id'],
  ],
  'read the desk': ['GET /desk'],
  'set channels': [
    ...['GET /directory/agencies/:id/channels', 'POST /directory/agencies/:id/channels'],
    ...['GET /api/agencies/:id/channels', 'PUT /api/agencies/:id/channels'],
    'POST /directory/agencies/:id/webhook-secret',
    'POST /api/agencies/:id/webhook-secret',
    'GET /api/agencies/:id/webhook-attempts',
  ],
  'replay a webhook': [
    'POST /directory/agencies/:id/replays/:delivery',
    'POST /api/deliveries/:id/replay',
    'POST /dispatches/:id/recall/replays/:recipient',
    'POST /api/dispatches/:id/recall/replays/:recipient',
  ],
  'vouch for an address': [
    'POST /directory/agencies/:id/address-confirmation',
    'POST /api/agencies/:id/address-confirmation',
  ],
  'give and end mandates': [
    ...['GET /mandates/new', 'POST /mandates', 'GET /mandates/:id/end', 'POST /mandates/:id/end'],
    ...['POST /api/mandates', 'POST /api/mandates/:id/end'],
  ],
  'ladder of reminders': [
    ...['GET /reminders', 'GET /api/reminder-steps', 'GET /api/escalation-contacts'],
  ],
  'set the ladder of reminders': [
    ...['POST /reminders/steps', 'POST /reminders/steps/:id/end', 'POST /api/reminder-steps'],
    ...['DELETE /api/reminder-steps/:id', 'POST /reminders/contacts/:rung'],
    'PUT /api/escalation-contacts/:rung',
  ],
  'list of calls': ['GET /calls', 'GET /api/calls'],
  'set telephone numbers': [
    ...['POST /calls/agencies/:id/telephone', 'PUT /api/agencies/:id/telephone'],
  ],
  'slow the mail down': ['PUT /api/mail-limit'],
  'write down what was told': [
    'POST /recipients/:id/acknowledgement',
    'POST /recipients/:id/reply',
  ],
  recall: ['POST /dispatches/:id/recall', 'POST /api/dispatches/:id/recall'],
  'write down answers to a recall': ['POST /recipients/:id/recall-answer'],
  'answer refusals': ['POST /recipients/:id/answer'],
  'confirm what somebody else wrote down': [
    'POST /recipients/:id/acknowledgement/:entered/confirmation',
  ],
  'keep accounts of agencies': [
    ...['GET /directory/agencies/:id/people', 'POST /directory/agencies/:id/people'],
    'POST /directory/agencies/:id/people/:person/end',
    'POST /directory/agencies/:id/people/:person/transfer',
  ],
  "open the inbox of one's agency": [
    ...['GET /inbox', 'GET /inbox/:id', 'GET /inbox/:id/document.pdf', 'GET /api/inbox'],
    ...['GET /inbox/:id/receipt.pdf', 'GET /inbox/:id/receipt.json'],
  ],
  'answer for it': [
    ...['POST /inbox/acknowledgements', 'POST /api/inbox/acknowledgements'],
    ...['POST /inbox/:id/acknowledgement', 'POST /inbox/:id/refusal', 'POST /inbox/:id/report'],
    'POST /inbox/:id/recall-answer',
  ],
  'keep accounts of colleagues': [
    ...['GET /inbox/people', 'POST /inbox/people', 'POST /inbox/people/:person/end'],
  ],
  'take the evidence bundle': [
    ...['GET /dispatches/:id/evidence.zip', 'GET /api/dispatches/:id/evidence'],
  ],
};

export const VERB_OF = new Map(
  Object.entries(VERBS).flatMap(([verb, routes]) => routes.map((route) => [route, verb])),
);
