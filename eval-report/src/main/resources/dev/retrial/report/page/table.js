// The table of all cells: a search, filters, an order; pages of rows, so that many cells cost no more than few.

const PAGE = 100;
const difficulties = ['easy', 'medium', 'hard'];

function harder(difficulty) {
  const rank = difficulties.indexOf(difficulty);
  return rank < 0 ? 9 : rank;
}

const columns = [
  { key: 'outcome', title: 'outcome', compare: (a, b) => a.rank - b.rank },
  { key: 'case', title: 'case', compare: (a, b) => text(a.case, b.case) || text(a.cohort, b.cohort) },
  { key: 'cohort', title: 'cohort', narrow: true, compare: (a, b) => text(a.cohort, b.cohort) },
  { key: 'difficulty', title: 'difficulty', narrow: true, compare: (a, b) => harder(a.difficulty) - harder(b.difficulty) },
  { key: 'failure', title: 'failure class', narrow: true, compare: (a, b) => text(a.failure, b.failure) },
  { key: 'checks', title: 'failed checks', narrow: true, compare: (a, b) => b.checks.length - a.checks.length || text(a.checks[0], b.checks[0]) },
  { key: 'trials', title: 'passed', narrow: true, numeric: true, compare: (a, b) => a.passed / (a.trials || 1) - b.passed / (b.trials || 1) },
  { key: 'millis', title: 'time', narrow: true, numeric: true, compare: (a, b) => b.millis - a.millis },
  { key: 'seen', title: 'tickets', narrow: true, numeric: true, compare: (a, b) => b.seen - a.seen },
];

function text(a, b) {
  return a === b ? 0 : (a || '') < (b || '') ? -1 : 1;
}

const table = { built: false, filters: {}, sort: 'outcome', down: false, page: 0, rows: [], fields: {} };

const filters = [
  ['outcome', 'Outcome', (cell) => cell.outcome],
  ['cohort', 'Cohort', (cell) => cell.cohort],
  ['difficulty', 'Difficulty', (cell) => cell.difficulty],
  ['failure', 'Failure class', (cell) => cell.failure],
  ['check', 'Failed check', null],
  ['change', 'Change', (cell) => cell.change || ''],
];

function matches(cell, key, value, of) {
  if (key === 'check') return cell.checks.includes(value);
  return key === 'outcome' && value === 'red' ? cell.red : of(cell) === value;
}

function choices(key, of) {
  const values = new Map();
  for (const cell of report.cells) {
    for (const value of key === 'check' ? cell.checks : [of(cell)]) values.set(value, (values.get(value) || 0) + 1);
  }
  values.delete('');
  const sorted = [...values.keys()].sort((a, b) => (key === 'difficulty' ? harder(a) - harder(b) : 0) || text(a, b));
  return sorted.map((value) => [value, (key === 'outcome' ? value.replaceAll('_', ' ') : value) + ' (' + number.format(values.get(value)) + ')']);
}

function buildTable(view) {
  const form = el('form', { class: 'filters', role: 'search', 'aria-label': 'Cells', on: { submit: (event) => event.preventDefault() } });
  table.search = el('input', { type: 'search', id: 'search', autocomplete: 'off', spellcheck: 'false', on: { input: changed } });
  form.append(el('div', { class: 'field grow' }, el('label', { for: 'search' }, 'Search'), table.search));
  for (const [key, title, of] of filters) {
    const options = choices(key, of);
    if (options.length === 0) continue;
    const select = el('select', { id: 'filter-' + key, on: { change: changed } }, el('option', { value: '' }, 'all'));
    if (key === 'outcome') select.append(el('option', { value: 'red' }, 'red (' + number.format(report.cells.filter((cell) => cell.red).length) + ')'));
    for (const [value, label] of options) select.append(el('option', { value }, label));
    table.fields[key] = select;
    form.append(el('div', { class: 'field' }, el('label', { for: 'filter-' + key }, title), select));
  }
  form.append(el('button', { type: 'button', class: 'plain', on: { click: () => { location.hash = '#/cells'; } } }, 'Clear'));
  table.status = el('p', { class: 'status', role: 'status' });
  table.head = el('tr', {});
  for (const column of columns) {
    const button = el('button', { type: 'button', on: { click: () => sortBy(column) } }, column.title);
    column.header = el('th', { scope: 'col', class: column.narrow ? 'narrow' : null }, button);
    table.head.append(column.header);
  }
  table.body = el('tbody', {});
  table.pages = el('nav', { class: 'pages', 'aria-label': 'Pages of the table' });
  view.replaceChildren(el('h1', { id: 'cells-title', tabindex: '-1' }, 'All cells'), form, table.status,
    el('div', { class: 'scroll' }, el('table', { class: 'cells', 'aria-labelledby': 'cells-title' }, el('thead', {}, table.head), table.body)), table.pages);
  table.built = true;
}

/** What somebody chose becomes the address, so that it can be kept and Back leads to it. */
function changed() {
  const query = new URLSearchParams();
  if (table.search.value) query.set('q', table.search.value);
  for (const [key] of filters) if (table.fields[key] && table.fields[key].value) query.set(key, table.fields[key].value);
  if (table.sort !== 'outcome' || table.down) query.set('sort', (table.down ? '-' : '') + table.sort);
  const address = query.toString();
  history.replaceState(null, '', '#/cells' + (address ? '?' + address : ''));
  table.page = 0;
  refresh();
}

function sortBy(column) {
  table.down = table.sort === column.key && !table.down;
  table.sort = column.key;
  changed();
}

function showTable(view, query) {
  if (!table.built) buildTable(view);
  table.search.value = query.get('q') || '';
  for (const [key] of filters) {
    const select = table.fields[key];
    if (select) {
      select.value = query.get(key) || '';
      if (select.selectedIndex < 0) select.value = '';
    }
  }
  const sort = query.get('sort') || 'outcome';
  table.down = sort.startsWith('-');
  table.sort = columns.some((column) => column.key === sort.replace('-', '')) ? sort.replace('-', '') : 'outcome';
  table.page = 0;
  refresh();
}

function refresh() {
  const words = table.search.value.toLowerCase().split(/\s+/).filter((word) => word);
  const chosen = filters.filter(([key]) => table.fields[key] && table.fields[key].value).map(([key, , of]) => [key, table.fields[key].value, of]);
  const column = columns.find((one) => one.key === table.sort);
  const turn = table.down ? -1 : 1;
  table.rows = report.cells.filter((cell) => chosen.every(([key, value, of]) => matches(cell, key, value, of)) && words.every((word) => cell.words.includes(word)));
  table.rows.sort((a, b) => turn * column.compare(a, b) || a.index - b.index);
  for (const one of columns) {
    one.header.setAttribute('aria-sort', one.key === table.sort ? (table.down ? 'descending' : 'ascending') : 'none');
  }
  renderPage();
}

function renderPage() {
  const from = table.page * PAGE;
  const rows = table.rows.slice(from, from + PAGE);
  table.body.replaceChildren(...rows.map(row));
  const all = number.format(report.cells.length);
  table.status.textContent = table.rows.length === report.cells.length ? all + ' cells' : number.format(table.rows.length) + ' of ' + all + ' cells';
  const last = Math.ceil(table.rows.length / PAGE) - 1;
  const to = (page) => ({ click: () => { table.page = page; renderPage(); document.getElementById('cells-title').focus(); } });
  table.pages.replaceChildren(...(last < 1 ? [] : [
    el('button', { type: 'button', disabled: table.page === 0, on: to(table.page - 1) }, 'Previous'),
    el('span', {}, 'Rows ' + number.format(from + 1) + ' to ' + number.format(from + rows.length)),
    el('button', { type: 'button', disabled: table.page === last, on: to(table.page + 1) }, 'Next'),
  ]));
}

function row(cell) {
  const known = [cell.cohort, cell.difficulty, cell.failure].join(' · ');
  const checks = cell.checks.slice(0, 3).join(', ') + (cell.checks.length > 3 ? ', +' + (cell.checks.length - 3) : '');
  return el('tr', {},
    el('td', {}, badge(cell.outcome, cell.text), cell.change ? el('span', { class: 'tag' }, cell.change) : null),
    el('th', { scope: 'row' }, el('a', { href: link(cell) }, cell.case), el('span', { class: 'phone' }, known), checks ? el('span', { class: 'phone' }, checks) : null),
    el('td', { class: 'narrow' }, cell.cohort),
    el('td', { class: 'narrow' }, cell.difficulty),
    el('td', { class: 'narrow' }, cell.failure),
    el('td', { class: 'narrow' }, checks),
    el('td', { class: 'narrow num' }, cell.passed + ' of ' + cell.trials),
    el('td', { class: 'narrow num' }, duration(cell.millis)),
    el('td', { class: 'narrow num' }, number.format(cell.seen)));
}
