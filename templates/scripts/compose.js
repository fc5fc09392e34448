// The real page beside the form, made anew when the typing pauses; without this script the button does it.
'use strict';
(() => {
  const PAUSE = 600;
  const form = document.getElementById('draft');
  let paper = document.querySelector('iframe.paper');
  let waiting;
  let asked;

  form.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void showPage(), PAUSE);
  });
  if (!paper.src) void showPage();

  async function showPage() {
    asked?.abort();
    asked = new AbortController();
    const body = new URLSearchParams(new FormData(form));
    const answer = await fetch('/documents/preview', {
      method: 'POST',
      body,
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
})();
