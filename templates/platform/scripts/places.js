// A finding leads to the paragraph, line or row that it is about; without this to the control that holds it.
'use strict';
(() => {
  const form = document.getElementById('draft');

  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[data-at]');
    if (!link) return;
    event.preventDefault();
    void show(link.hash.slice(1), Number(link.dataset.at));
  });

  const asked = new URLSearchParams(location.search).get('at');
  if (asked) void show(location.hash.slice(1), Number(asked));

  async function show(id, at) {
    const control = document.getElementById(id);
    if (!control) return;
    for (let part = control; part; part = part.parentElement) {
      if (part.localName === 'details') part.open = true;
    }
    if (control.matches('textarea.rich')) {
      const { openEditor } = await import(form.dataset.editor);
      openEditor(control).seek(at);
      return;
    }
    const rows = control.closest('ol.lines');
    const aim = rows ? (filled(rows)[at - 1] ?? control) : control;
    aim.scrollIntoView({ block: 'center' });
    if (aim.localName === 'textarea') selectLine(aim, at);
    aim.focus({ preventScroll: true });
  }

  /** Rows that stand empty are not counted. */
  function filled(rows) {
    return [...rows.querySelectorAll('input[name$="[text]"]')].filter(({ value }) => value.trim());
  }

  function selectLine(textarea, at) {
    const lines = textarea.value.split('\n');
    const written = lines.flatMap((line, index) => (line.trim() ? [index] : []));
    const index = written[at - 1];
    if (index === undefined) return;
    const start = lines.slice(0, index).join('\n').length + (index > 0 ? 1 : 0);
    textarea.setSelectionRange(start, start + lines[index].length);
  }
})();
