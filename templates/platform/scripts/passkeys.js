// Signing in with a passkey, and adding one: the only pages that need a script, because WebAuthn does.
'use strict';
(() => {
  const toBytes = (text) =>
    Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
  const toText = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer)))
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replaceAll('=', '');
  const withBytes = (list = []) => list.map((item) => ({ ...item, id: toBytes(item.id) }));

  async function post(path, body) {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify(body ?? {}),
    });
    if (response.redirected) throw new Error('Hãy đăng nhập lại rồi thử tiếp.');
    const answer = await response.json().catch(() => ({}));
    if (!response.ok) throw new Error(answer.title ?? 'Chưa thực hiện được. Hãy thử lại.');
    return answer;
  }

  async function signIn(form) {
    const options = await post('/signin/passkey/options');
    const found = await navigator.credentials.get({
      publicKey: {
        ...options,
        challenge: toBytes(options.challenge),
        allowCredentials: withBytes(options.allowCredentials),
      },
    });
    const { response } = found;
    const answer = await post('/signin/passkey', {
      to: form.dataset.to,
      credential: {
        ...described(found),
        response: {
          clientDataJSON: toText(response.clientDataJSON),
          authenticatorData: toText(response.authenticatorData),
          signature: toText(response.signature),
          userHandle: response.userHandle ? toText(response.userHandle) : undefined,
        },
      },
    });
    location.assign(answer.to);
  }

  async function add(form) {
    const options = await post('/account/passkeys/options');
    const made = await navigator.credentials.create({
      publicKey: {
        ...options,
        challenge: toBytes(options.challenge),
        user: { ...options.user, id: toBytes(options.user.id) },
        excludeCredentials: withBytes(options.excludeCredentials),
      },
    });
    await post('/account/passkeys', {
      name: form.elements.name.value,
      credential: {
        ...described(made),
        response: {
          clientDataJSON: toText(made.response.clientDataJSON),
          attestationObject: toText(made.response.attestationObject),
          transports: made.response.getTransports?.() ?? [],
        },
      },
    });
    location.assign('/account');
  }

  const described = (credential) => ({
    id: credential.id,
    rawId: toText(credential.rawId),
    type: credential.type,
    clientExtensionResults: credential.getClientExtensionResults(),
    authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
  });

  for (const form of document.querySelectorAll('form[data-passkey]')) {
    if (!window.PublicKeyCredential) continue;
    form.hidden = false;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const problem = form.querySelector('[role=alert]');
      problem.textContent = '';
      (form.dataset.passkey === 'add' ? add(form) : signIn(form)).catch((error) => {
        problem.textContent =
          error.name === 'NotAllowedError'
            ? 'Thiết bị chưa cho dùng khóa truy cập. Hãy thử lại.'
            : error.message;
      });
    });
  }
})();
