// A cell's page: what was expected and what was, what was said, and beside it what was said before and to others.

const cellView = { number: 0 };

async function showCell(view, caseId, cohort) {
  const cell = report.byName.get(caseId + '\n' + cohort);
  if (!cell) {
    view.replaceChildren(el('h1', { tabindex: '-1' }, 'No such cell'), el('p', {}, 'This report has no cell ', el('code', {}, caseId + ' [' + cohort + ']'), '.'));
    return;
  }
  const asked = ++cellView.number;
  const [now, before] = await Promise.all([trialsAt(cell.now), trialsAt(cell.before)]);
  const siblings = report.byCase.get(cell.case);
  const others = siblings.length < 2 ? [] : await Promise.all(siblings.slice(0, 6).map(async (one) => ({ cell: one, trial: (await trialsAt(one.now))[0] })));
  // Somebody who went on meanwhile must not be called back.
  if (asked !== cellView.number) return;
  renderCell(view, cell, now, before, others);
}

function renderCell(view, cell, now, before, others) {
  const trial = el('div', {});
  const show = (one) => trial.replaceChildren(...trialParts(cell, one, before, others));
  const pick = now.length < 2 ? null : el('p', { class: 'choice', role: 'group', 'aria-label': 'Trial' },
    choice(now.map((one) => ['Trial ' + one.trial + ': ' + one.outcome + (one.stage ? ' (' + one.stage + ')' : ''), () => show(one)])));
  view.replaceChildren(
    neighbours(cell),
    el('h1', { tabindex: '-1' }, cell.case + ' ', el('span', { class: 'cohort' }, cell.cohort)),
    el('p', { class: 'known' }, badge(cell.outcome, cell.text), cell.change ? el('span', { class: 'tag strong' }, cell.change) : null,
      cell.rewritten ? el('span', { class: 'tag' }, 'the case was rewritten since') : null,
      cell.escalation ? el('span', { class: 'tag' }, cell.escalation === 'missed' ? 'missed hand-over' : 'premature hand-over') : null,
      cell.status ? el('span', { class: 'tag' }, cell.status) : null),
    el('p', { class: 'about' }, [cell.failure, cell.difficulty, count(cell.seen, 'ticket'), cell.passed + ' of ' + count(cell.trials, 'trial') + ' passed',
      cell.file ? cell.file + ':' + cell.line : ''].concat(cell.tags).filter((part) => part && part !== 'not given').join(' · ')),
    pick || '', trial);
  if (now.length > 0) show(now[0]);
  else trial.replaceChildren(el('p', { class: 'note' }, 'The results say nothing of this cell: the run ended before it.'));
}

/** The cells around this one as the table has them in order. */
function neighbours(cell) {
  if (!table.built) {
    const red = report.cells.filter((one) => one.red).sort((a, b) => a.rank - b.rank || a.index - b.index);
    table.order = red.includes(cell) ? red : report.cells;
  }
  const rows = table.built && table.rows.includes(cell) ? table.rows : table.order || report.cells;
  const at = rows.indexOf(cell);
  const to = (other, label) => (other ? el('a', { href: link(other), title: other.case + ' [' + other.cohort + ']' }, label) : el('span', { class: 'off', 'aria-hidden': 'true' }, label));
  return el('nav', { class: 'neighbours', 'aria-label': 'Cells' }, to(rows[at - 1], '← Previous'), el('span', {}, at < 0 ? '' : number.format(at + 1) + ' of ' + number.format(rows.length)), to(rows[at + 1], 'Next →'));
}

function choice(options) {
  const buttons = options.map(([label, act], i) => el('button', { type: 'button', 'aria-pressed': String(i === 0), on: { click: (event) => {
    buttons.forEach((button) => button.setAttribute('aria-pressed', String(button === event.currentTarget)));
    act();
  } } }, label));
  return buttons;
}

function trialParts(cell, trial, before, others) {
  const failed = trial.checks.filter((check) => check.outcome === 'failed' || check.outcome === 'error');
  const parts = [];
  if (trial.reason) parts.push(el('p', { class: 'reason' }, trial.reason));
  if (failed.length > 0) {
    parts.push(el('section', { 'aria-labelledby': 'failed-checks' }, el('h2', { id: 'failed-checks' }, count(failed.length, 'check') + ' failed'),
      el('ul', { class: 'verdicts' }, failed.map(failedCheck))));
  }
  const body = el('div', {});
  const views = [['Conversation', () => body.replaceChildren(conversation(trial))]];
  if (before.length > 0) {
    views.push(['Before and now', () => body.replaceChildren(sideBySide([
      { label: 'before', title: ['Before ', badge(before[0].outcome, before[0].outcome)], trial: before[0] },
      { label: 'now', title: ['Now ', badge(trial.outcome, trial.outcome)], trial },
    ]))]);
  }
  if (others.length > 1) {
    views.push(['Cohorts side by side', () => body.replaceChildren(sideBySide(others.map((other) => ({
      label: other.cell.cohort, title: [el('a', { href: link(other.cell) }, other.cell.cohort), ' ', badge(other.cell.outcome, other.cell.text)], trial: other.cell === cell ? trial : other.trial || { checks: [] },
    }))))]);
  }
  body.replaceChildren(conversation(trial));
  parts.push(el('section', { 'aria-labelledby': 'said' }, el('h2', { id: 'said' }, 'What was said'),
    views.length > 1 ? el('p', { class: 'choice', role: 'group', 'aria-label': 'Show' }, choice(views)) : null, body));
  parts.push(el('section', { 'aria-labelledby': 'calls' }, el('h2', { id: 'calls' }, 'Tool calls in order'), timeline(trial)));
  parts.push(allChecks(trial));
  parts.push(el('p', { class: 'note' }, 'Trial ' + trial.trial + ', ' + duration(trial.millis) + (trial.in > 0 ? ', ' + number.format(trial.in) + ' tokens read, ' + number.format(Math.max(0, trial.out)) + ' written' : '') + '.'));
  return parts;
}

function failedCheck(check) {
  return el('li', { class: check.outcome },
    el('h3', {}, check.check, check.severity === 'major' ? null : el('span', { class: 'tag' }, check.severity),
      check.turn ? el('a', { class: 'turn-link', href: '#turn-' + check.turn, on: { click: (event) => goTo(event, check.turn) } }, 'turn ' + check.turn) : null),
    check.expected === undefined ? null : el('dl', { class: 'compare' }, el('dt', {}, 'expected'), el('dd', {}, check.expected), el('dt', {}, 'was'), el('dd', {}, check.was || '')),
    check.message ? el('p', { class: 'nearest' }, check.outcome === 'failed' ? 'nearest: ' : '', check.message) : null);
}

function goTo(event, turn) {
  event.preventDefault();
  const place = document.getElementById('turn-' + turn);
  if (place) {
    place.scrollIntoView({ block: 'center' });
    place.focus({ preventScroll: true });
  }
}

function allChecks(trial) {
  const counted = (outcome) => trial.checks.filter((check) => check.outcome === outcome).length;
  const summary = [[counted('passed'), 'passed'], [counted('failed'), 'failed'], [counted('not-applicable'), 'not applicable'], [counted('error'), 'errors']]
    .filter(([many]) => many > 0).map(([many, what]) => many + ' ' + what).join(', ');
  return el('details', { class: 'all-checks' }, el('summary', {}, 'All checks: ' + (summary || 'none')),
    el('div', { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': 'All checks' }, el('table', {}, el('thead', {}, el('tr', {}, ['check', 'outcome', 'expected', 'was', 'turn'].map((title) => el('th', { scope: 'col' }, title)))),
      el('tbody', {}, trial.checks.map((check) => el('tr', {}, el('th', { scope: 'row' }, check.check), el('td', {}, badge(check.outcome, check.outcome)),
        el('td', {}, check.expected || ''), el('td', {}, check.was || check.message || ''), el('td', { class: 'num' }, check.turn ? String(check.turn) : '')))))));
}
