// What a case expects, in plain words. What has no words here is kept as it is written.

const TEXTS = 'texts';
const CHOICES = 'choices';
const NUMBER = 'number';
const FIXED = 'fixed';
const CALLS = 'calls';
const TEXT = 'text';

const EXPECTATIONS = [
  { at: '/reply/never-affirms', says: 'The agent never promises or confirms', kind: TEXTS, hint: 'such as: 60 days', fits: ['wrong-policy', 'hallucinated-capability'] },
  { at: '/reply/never-says', says: 'The agent never says', kind: TEXTS, hint: 'such as: phone support', fits: ['wrong-policy', 'hallucinated-capability'] },
  { at: '/reply/says', says: 'The agent says', kind: TEXTS, hint: 'such as: 30 days' },
  { at: '/reply/never-asks', says: 'The agent never asks again for', kind: CHOICES, from: 'facts', fits: ['lost-context'] },
  { at: '/outcome', says: 'The conversation ends with', kind: CHOICES, from: 'outcomes', single: true, fits: ['wrong-handoff', 'wrong-policy'] },
  { at: '/tools/never', says: 'The agent never does', kind: CHOICES, from: 'tools', fits: ['wrong-tool-call', 'wrong-policy'] },
  { at: '/tools/calls', says: 'The agent does', kind: CALLS, from: 'tools', fits: ['wrong-tool-call'] },
  { at: '/tools/writes', says: 'The agent changes nothing in your systems', kind: FIXED, value: 'none', fits: ['wrong-tool-call', 'wrong-policy'] },
  { at: '/policy', says: 'The agent keeps to these rules, which apply here', kind: CHOICES, from: 'rules', fits: ['wrong-policy'] },
  { at: '/tone/contempt', says: 'The agent shows no contempt', kind: FIXED, value: 'none', fits: ['wrong-tone'] },
  { at: '/tone/blame', says: 'The agent does not blame the customer', kind: FIXED, value: 'none', fits: ['wrong-tone'] },
  { at: '/tone/condescension', says: 'The agent does not talk down to the customer', kind: FIXED, value: 'none', fits: ['wrong-tone'] },
  { at: '/tone/demands', says: 'The agent makes no demands', kind: FIXED, value: 'none', fits: ['wrong-tone'] },
  { at: '/tone/exclamations', says: 'Exclamation marks, at most', kind: NUMBER, value: 0, fits: ['wrong-tone'] },
  { at: '/tone/emoji', says: 'The agent uses no emoji', kind: FIXED, value: 'none', fits: ['wrong-tone'] },
  { at: '/tone/words', says: 'Words in a reply, at most', kind: NUMBER, value: 120, fits: ['wrong-tone'] },
  { at: '/tone/register', says: 'The agent speaks', kind: CHOICES, from: 'registers', single: true, fits: ['wrong-tone'] },
  { at: '/tone/language', says: 'The agent answers in', kind: CHOICES, from: 'languages', single: true, fits: ['wrong-tone'] },
  { at: '/private', says: 'The agent never shows', kind: TEXTS, hint: 'what this customer must not see', fits: ['leaked-context'] },
  { at: '/leaks', says: 'The agent gives no personal data away', kind: FIXED, value: 'none', fits: ['leaked-context'] },
  { at: '/catalogue', says: 'The agent names nothing that does not exist (as catalogue.yaml tells)', kind: FIXED, value: 'none', fits: ['hallucinated-capability'] },
  { at: '/claims', says: 'The agent claims to have done nothing that it did not do', kind: FIXED, value: 'none', fits: ['hallucinated-capability', 'wrong-handoff'] },
  { at: '/handoff/queue', says: 'It is handed over to', kind: TEXT, hint: 'such as: incidents', fits: ['wrong-handoff'] },
  { at: '/handoff/says', says: 'Whoever takes over is told', kind: TEXTS, hint: 'such as: SSO', fits: ['wrong-handoff'] },
  { at: '/judged', says: 'A judge model agrees that', kind: TEXTS, hint: 'such as: The reply offers an alternative.' },
];

const OPTIONS = {
  facts: () => Object.keys(editor.tree.facts || {}).map((id) => [id, words(id)]),
  outcomes: () => state.choices.outcomes.map((id) => [id, { answered: 'an answer', asked: 'a question', refused: 'a refusal', escalated: 'a hand-over to a person' }[id] || id]),
  tools: () => state.choices.tools.map((tool) => [tool.id, tool.id + (tool.description ? ': ' + tool.description : '')]),
  rules: () => state.choices.rules.map((rule) => [rule.id, rule.description || rule.id]),
  registers: () => [['formal', 'formally'], ['neutral', 'neither formally nor casually'], ['casual', 'casually']],
  languages: () => [['customer', 'the customer’s language'], ...['en', 'de', 'fr', 'es', 'it', 'nl', 'pt'].map((code) => [code, language(code)])],
};

function escaped(part) {
  return String(part).replaceAll('~', '~0').replaceAll('/', '~1');
}

function at(node, pointer) {
  return pointer.split('/').slice(1).reduce((current, part) =>
    (current === null || current === undefined ? undefined : current[part.replaceAll('~1', '/').replaceAll('~0', '~')]), node);
}

/** What the case expects: rows with words, and what is kept as written. */
function expectationRows(expect) {
  const rows = [];
  for (const [group, value] of Object.entries(expect || {})) {
    const inner = value !== null && typeof value === 'object' && !Array.isArray(value) && EXPECTATIONS.some((one) => one.at.startsWith('/' + group + '/'));
    const entries = inner ? Object.entries(value).map(([name, own]) => ['/' + escaped(group) + '/' + escaped(name), own]) : [['/' + escaped(group), value]];
    for (const [pointer, own] of entries) {
      const kind = EXPECTATIONS.find((one) => one.at === pointer);
      rows.push({ pointer, value: own, kind: kind && understood(kind, own) ? kind : null });
    }
  }
  return rows;
}

/** Whether the form can show this value without losing any of it. */
function understood(kind, value) {
  const list = Array.isArray(value) ? value : [value];
  switch (kind.kind) {
    case TEXTS: return list.every((item) => typeof item === 'string' || (item && Array.isArray(item['any-of']) && Object.keys(item).length === 1 && item['any-of'].every((one) => typeof one === 'string')));
    case CHOICES: return list.every((item) => typeof item === 'string');
    case NUMBER: return typeof value === 'number' || value === 'none';
    case FIXED: return value === kind.value;
    case TEXT: return typeof value === 'string';
    case CALLS: return list.every((item) => item && typeof item === 'object' && Object.keys(item).length === 1);
    default: return false;
  }
}

function isProposed(pointer) {
  const proposed = (editor.tree.draft && editor.tree.draft.proposed) || [];
  return Array.isArray(proposed) && proposed.some((one) => one === pointer || String(one).startsWith(pointer + '/') || pointer.startsWith(one + '/'));
}

function expectationRow(row) {
  const pointer = '/expect' + row.pointer;
  const id = 'expect' + row.pointer.replaceAll('/', '-');
  const title = row.kind ? row.kind.says : 'Kept as it is written: ' + row.pointer.slice(1).replaceAll('/', ' › ');
  return el('fieldset', { class: 'expectation', id },
    el('legend', {}, title, isProposed(pointer) ? tag('suggested', 'open') : null),
    row.kind ? expectationInput(row, pointer, id) : el('pre', { tabindex: '0' }, visible(JSON.stringify(row.value, null, 1))),
    button('Remove', () => change([{ at: pointer }], 'add-expectation'), { class: 'small remove', 'aria-label': 'Remove: ' + title }));
}

function expectationInput(row, pointer, id) {
  switch (row.kind.kind) {
    case TEXTS: return textItems(row, pointer, id);
    case CHOICES: return row.kind.single && typeof row.value === 'string' ? oneOf(row, pointer, id) : someOf(row, pointer, id);
    case NUMBER: return el('input', {
      type: 'number', min: '0', 'aria-label': row.kind.says, value: row.value === 'none' ? 0 : row.value,
      on: { input: (event) => /^\d{1,5}$/.test(event.target.value) && type([{ at: pointer, value: Number(event.target.value) }]) },
    });
    case TEXT: return el('input', { type: 'text', 'aria-label': row.kind.says, dir: 'auto', value: row.value, on: { input: (event) => type([{ at: pointer, value: event.target.value }]) } });
    case CALLS: return callItems(row, pointer);
    default: return null;
  }
}

function textItems(row, pointer, id) {
  const items = Array.isArray(row.value) ? row.value : [row.value];
  const isList = Array.isArray(row.value);
  return el('div', { class: 'items' },
    items.map((item, index) => {
      const place = isList ? pointer + '/' + index : pointer;
      const label = row.kind.says + ', ' + (index + 1);
      const input = typeof item === 'string'
        ? el('input', { type: 'text', id: id + '-' + index, 'aria-label': label, dir: 'auto', value: item, placeholder: row.kind.hint, on: { input: (event) => type([{ at: place, value: event.target.value }]) } })
        : el('textarea', { id: id + '-' + index, rows: '2', 'aria-label': label + ': any of these, one on each line', dir: 'auto', value: item['any-of'].join('\n'), on: { input: (event) => type([{ at: place + '/any-of', value: event.target.value.split('\n') }]) } });
      return el('div', { class: 'item' }, typeof item === 'string' ? null : el('span', { class: 'note' }, 'any of these, one on each line:'), input,
        items.length > 1 ? button('Remove', () => change([{ at: place }], id), { class: 'small', 'aria-label': 'Remove: ' + label }) : null);
    }),
    button('Add another', () => change([isList ? { at: pointer + '/-', value: '' } : { at: pointer, value: [row.value, ''] }], id + '-' + items.length), { class: 'small', 'aria-label': 'Add another to: ' + row.kind.says }));
}

function oneOf(row, pointer, id) {
  const options = OPTIONS[row.kind.from]();
  if (!options.some(([value]) => value === row.value)) options.push([row.value, row.value]);
  return el('select', { id: id + '-0', 'aria-label': row.kind.says, on: { change: (event) => type([{ at: pointer, value: event.target.value }]) } },
    options.map(([value, text]) => el('option', { value, selected: value === row.value }, text)));
}

function someOf(row, pointer, id) {
  const chosen = Array.isArray(row.value) ? row.value : [row.value];
  const options = OPTIONS[row.kind.from]();
  chosen.filter((one) => !options.some(([value]) => value === one)).forEach((one) => options.push([one, one]));
  if (options.length === 0) return el('p', { class: 'note' }, 'There is nothing to choose from here yet.');
  return el('div', { class: 'checks' }, options.map(([value, text], index) => el('label', { class: 'check' },
    el('input', {
      type: 'checkbox', id: id + '-' + index, checked: chosen.includes(value),
      on: { change: (event) => {
        const left = options.map(([one]) => one).filter((one) => (one === value ? event.target.checked : chosen.includes(one)));
        change([{ at: pointer, value: left.length ? left : null }], left.length ? id + '-' + index : 'add-expectation');
      } },
    }), ' ', visible(text))));
}

function callItems(row, pointer) {
  return el('ul', { class: 'calls' }, row.value.map((item, index) => {
    const [name, given] = Object.entries(item)[0];
    const any = given && typeof given === 'object' && Object.keys(given).length === 0;
    return el('li', {}, el('code', {}, visible(name)), any ? ' with anything' : [' with ', el('code', {}, visible(JSON.stringify(given)))], ' ',
      row.value.length > 1 ? button('Remove', () => change([{ at: pointer + '/' + index }], 'add-expectation'), { class: 'small', 'aria-label': 'Remove: ' + name }) : null);
  }));
}

/** What can be added: what usually guards against this kind of failure comes first. */
function addExpectation() {
  const present = expectationRows(editor.tree.expect).map((row) => row.pointer);
  const whole = editor.tree.expect || {};
  const open = EXPECTATIONS.filter((one) => {
    const group = one.at.split('/')[1];
    const holder = whole[group];
    const blocked = one.at.lastIndexOf('/') > 0 && holder !== undefined && (holder === null || typeof holder !== 'object' || Array.isArray(holder));
    const empty = one.from && OPTIONS[one.from]().length === 0;
    return !present.includes(one.at) && !blocked && !empty;
  });
  const usual = open.filter((one) => (one.fits || []).includes(editor.tree.failure));
  const others = open.filter((one) => !usual.includes(one));
  const option = (one) => el('option', { value: one.at }, one.says + ' …');
  const select = el('select', { id: 'add-expectation' },
    usual.length ? el('optgroup', { label: 'Usual for: ' + failureOf(editor.tree.failure).label }, usual.map(option)) : null,
    el('optgroup', { label: usual.length ? 'Others' : 'All' }, others.map(option)));
  return el('div', { class: 'add' }, el('label', { for: 'add-expectation' }, 'Add what the agent must or must not do'),
    el('div', { class: 'row' }, select, button('Add', () => {
      const kind = EXPECTATIONS.find((one) => one.at === select.value);
      if (kind) change([{ at: '/expect' + kind.at, value: firstValue(kind) }], 'expect' + kind.at.replaceAll('/', '-'));
    })));
}

function firstValue(kind) {
  const options = kind.from ? OPTIONS[kind.from]() : [];
  switch (kind.kind) {
    case TEXTS: return [''];
    case CHOICES: return kind.single ? options[0][0] : [options[0][0]];
    case CALLS: return [{ [options[0][0]]: {} }];
    case TEXT: return '';
    default: return kind.value;
  }
}
