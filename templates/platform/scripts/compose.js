// The draft saves itself and its page is made anew when the typing pauses; without this the buttons do both.
'use strict';
(() => {
  const form = document.getElementById('draft');
  const told = document.getElementById('saved');
  let asked;
  let saving;
  let again;

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
      told.textContent = 'Chưa lưu được: mất kết nối. Giữ trang này mở, máy sẽ thử lại.';
      clearTimeout(again);
      again = setTimeout(() => void save(), 10_000);
    });
    return saving;
  }

  async function saveNow() {
    const answer = await fetch(`/writings/${form.elements.writing.value}`, {
      method: 'POST',
      body: content(),
      headers: { Accept: 'application/json' },
    });
    const said = await answer.json();
    if (answer.ok) saved(said);
    else told.textContent = `Chưa lưu. ${said.title}`;
  }

  function saved({ as, at, dispatchId, revision, problem }) {
    const time = new Date(at).toLocaleTimeString('vi-VN', {
      ...{ hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Ho_Chi_Minh' },
    });
    if (as === 'typed') {
      told.textContent = `Đã giữ bản đang gõ lúc ${time}. ${problem}`;
      return;
    }
    const { elements } = form;
    if (!elements.dispatchId.value)
      history.replaceState(null, '', `/dispatches/${dispatchId}/edit`);
    elements.dispatchId.value = dispatchId;
    form.action = `/dispatches/${dispatchId}`;
    elements.revision.value = revision;
    told.textContent = `Đã lưu lúc ${time}.`;
  }

  // The editor is fetched when its text comes near, and does not come under the hands of somebody who types already.

  const near = new IntersectionObserver(
    (entries) => {
      for (const { target } of entries.filter(({ isIntersecting }) => isIntersecting)) {
        near.unobserve(target);
        void edit(target);
      }
    },
    { rootMargin: '200px' },
  );
  for (const textarea of form.querySelectorAll('textarea.rich')) near.observe(textarea);

  async function edit(textarea) {
    const { openEditor } = await import(form.dataset.editor);
    const open = () => openEditor(textarea, form.dataset.pasteReader);
    if (textarea !== document.activeElement) open();
    else textarea.addEventListener('blur', open, { once: true });
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
