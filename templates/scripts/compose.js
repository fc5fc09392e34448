// The draft saves itself and its page is made anew when the typing pauses; without this the buttons do both.
'use strict';
(() => {
  const form = document.getElementById('draft');
  const told = document.getElementById('saved');
  let asked;
  let saving;

  afterPause(600, showPage);
  afterPause(3000, save);
  let paper = document.querySelector('iframe.paper');
  if (!paper.src) void showPage();

  function afterPause(milliseconds, act) {
    let waiting;
    form.addEventListener('input', () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => void act(), milliseconds);
    });
    form.addEventListener('submit', () => clearTimeout(waiting));
  }

  function content() {
    return new URLSearchParams(new FormData(form));
  }

  // The page

  async function showPage() {
    asked?.abort();
    asked = new AbortController();
    const answer = await fetch('/documents/preview', {
      method: 'POST',
      body: content(),
      signal: asked.signal,
    }).catch(() => undefined);
    // What cannot be printed yet is told by the findings; the last page stays.
    if (answer?.ok) swap(URL.createObjectURL(await answer.blob()));
  }

  /** Puts the new page in place once it is there, so that nothing flickers. */
  function swap(url) {
    const next = paper.cloneNode();
    next.name = '';
    next.classList.add('coming');
    next.src = `${url}#toolbar=0&navpanes=0&view=FitH`;
    next.addEventListener(
      'load',
      () => {
        const last = paper;
        next.name = last.name;
        next.classList.remove('coming');
        paper = next;
        last.remove();
        URL.revokeObjectURL(last.src.split('#')[0]);
      },
      { once: true },
    );
    paper.after(next);
  }

  // Saving

  function save() {
    saving = (saving ?? Promise.resolve()).then(saveNow).catch(() => {
      told.textContent = 'Chưa tự lưu được: mất kết nối. Giữ trang này mở, máy sẽ thử lại.';
    });
    return saving;
  }

  async function saveNow() {
    const { id } = form.dataset;
    const answer = await fetch(`/api/dispatches${id ? `/${id}` : ''}?automatic=true`, {
      method: id ? 'PUT' : 'POST',
      body: content(),
      headers: { Accept: 'application/json' },
    });
    const said = await answer.json();
    if (answer.status === 422) told.textContent = 'Chưa tự lưu: còn ô trống hoặc chưa đúng.';
    else if (!answer.ok) told.textContent = `Chưa tự lưu. ${said.title}`;
    else saved(said);
  }

  function saved({ id, revision }) {
    if (!form.dataset.id) history.replaceState(null, '', `/dispatches/${id}/edit`);
    form.dataset.id = id;
    form.action = `/dispatches/${id}`;
    form.elements.revision.value = revision;
    const now = new Date().toLocaleTimeString('vi-VN', { hour: '2-digit', minute: '2-digit' });
    told.textContent = `Đã tự lưu lúc ${now}.`;
  }

  // A button waits for a saving that is under way, or it would be told that somebody else has saved.
  form.addEventListener('submit', (event) => {
    if (!saving) return;
    event.preventDefault();
    const { submitter } = event;
    void saving.then(() => {
      saving = undefined;
      // Not before this event is over: a form does not submit while it is submitting.
      setTimeout(() => form.requestSubmit(submitter));
    });
  });
})();
