// While a recipient line is being typed, names of the directory are offered, each with how many it leads to.
'use strict';
(() => {
  const form = document.getElementById('draft');
  const list = document.createElement('ul');
  list.id = 'known-names';
  list.className = 'known-names';
  list.hidden = true;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', 'Tên trong danh bạ');
  let field;
  let asked;
  let waiting;

  for (const input of form.querySelectorAll('ol.lines input[list]')) {
    input.removeAttribute('list');
    input.autocomplete = 'off';
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-expanded', 'false');
    input.addEventListener('input', () => {
      field = input;
      clearTimeout(waiting);
      waiting = setTimeout(() => void offer(), 150);
    });
    input.addEventListener('keydown', act);
    input.addEventListener('blur', close);
  }

  async function offer() {
    const input = field;
    asked?.abort();
    asked = new AbortController();
    if (!input.value.trim()) return close();
    const answer = await fetch(`/api/recipient-names?${new URLSearchParams({ q: input.value })}`, {
      headers: { Accept: 'application/json' },
      signal: asked.signal,
    }).catch(() => undefined);
    if (!answer?.ok || document.activeElement !== input) return;
    const names = await answer.json();
    if (names.length === 0 || names.some(({ name }) => name === input.value)) return close();
    list.replaceChildren(...names.map(option));
    input.parentElement.append(list);
    list.style.top = `${input.offsetTop + input.offsetHeight}px`;
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
    input.setAttribute('aria-controls', list.id);
  }

  function option({ name, kind, agencies, unreachable }, index) {
    const item = document.createElement('li');
    item.id = `known-name-${index}`;
    item.setAttribute('role', 'option');
    item.setAttribute('aria-selected', 'false');
    item.dataset.name = name;
    const count = document.createElement('small');
    const missing = unreachable === agencies ? 'chưa có địa chỉ thư' : `${unreachable} chưa có thư`;
    const said = kind === 'group' ? [`${agencies} nơi`] : [];
    if (unreachable > 0) said.push(missing);
    count.textContent = said.join(', ');
    item.append(name, ' ', count);
    // Before the field loses the focus.
    item.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      choose(item);
    });
    return item;
  }

  function act(event) {
    if (list.hidden) return;
    const items = [...list.children];
    const at = items.findIndex((item) => item.getAttribute('aria-selected') === 'true');
    if (event.key === 'ArrowDown') mark(items, (at + 1) % items.length);
    else if (event.key === 'ArrowUp') mark(items, (at - 1 + items.length) % items.length);
    else if (event.key === 'Enter' && at >= 0) choose(items[at]);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
  }

  function mark(items, at) {
    items.forEach((item, index) => item.setAttribute('aria-selected', String(index === at)));
    items[at].scrollIntoView({ block: 'nearest' });
    field.setAttribute('aria-activedescendant', items[at].id);
  }

  function choose(item) {
    const input = field;
    input.value = item.dataset.name;
    close();
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }

  function close() {
    clearTimeout(waiting);
    list.hidden = true;
    field?.setAttribute('aria-expanded', 'false');
    field?.removeAttribute('aria-activedescendant');
    field?.removeAttribute('aria-controls');
  }
})();
