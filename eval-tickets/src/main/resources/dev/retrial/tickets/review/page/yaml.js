// The same draft as a file, with its mistakes beside their lines.

function yamlView() {
  const lines = el('pre', { class: 'lines', 'aria-hidden': 'true' });
  const text = el('textarea', {
    id: 'yaml', class: 'yaml', wrap: 'off', spellcheck: 'false', autocomplete: 'off', autocapitalize: 'off', 'aria-label': 'The case as YAML', 'aria-describedby': 'problems', value: editor.yaml,
    on: {
      input: () => {
        editor.typed(text.value);
        numbers();
      },
      scroll: () => { lines.scrollTop = text.scrollTop; },
    },
  });
  const numbers = () => {
    const wrong = new Set(editor.problems.map((problem) => problem.line));
    const amount = text.value.split('\n').length;
    const parts = [];
    for (let line = 1; line <= amount; line++) parts.push(el('span', { class: wrong.has(line) ? 'bad' : null }, (wrong.has(line) ? '✕ ' : '') + line), '\n');
    lines.replaceChildren(...parts);
    lines.scrollTop = text.scrollTop;
  };
  editor.numbers = numbers;
  numbers();
  return el('div', { class: 'editor' }, lines, text);
}

function goToLine(line) {
  showAs('yaml');
  const text = document.getElementById('yaml');
  const before = text.value.split('\n').slice(0, Math.max(0, line - 1)).join('\n').length + (line > 1 ? 1 : 0);
  const end = text.value.indexOf('\n', before);
  text.focus();
  text.setSelectionRange(before, end < 0 ? text.value.length : end);
  text.scrollTop = Math.max(0, (line - 6) * parseFloat(getComputedStyle(text).lineHeight));
}

function problems() {
  if (editor.problems.length === 0) return null;
  return el('div', { class: 'notice bad' }, el('h3', {}, 'This is no case yet'), el('ul', {}, editor.problems.map((problem) => el('li', {},
    problem.line ? button('Line ' + problem.line, () => goToLine(problem.line), { class: 'small', 'aria-label': 'Go to line ' + problem.line + ' of the YAML' }) : null, ' ', visible(problem.reason)))));
}

function selfCheck(found) {
  return el('ul', { class: 'self-check' }, found.lines.map((one) => el('li', { class: one.good ? 'good' : 'open' }, one.text,
    one.reasons.length ? el('ul', {}, one.reasons.map((reason) => el('li', {}, visible(reason)))) : null)));
}
