// A conversation as it went, with the places marked that decided.

const names = { customer: 'Customer', agent: 'Agent', call: 'Tool', handoff: 'Hand-over' };

/** Of each turn, its events. */
function turnsOf(trial) {
  const turns = [];
  for (const event of (trial && trial.events) || []) {
    const turn = Math.max(event.turn, 1);
    while (turns.length < turn) turns.push([]);
    turns[turn - 1].push(event);
  }
  return turns;
}

/** The spans of a turn's reply, each with the check whose evidence it is; a check that passed marks what it found. */
function spansOf(trial, turn) {
  const spans = [];
  trial.checks.forEach((check, index) => {
    if (check.outcome === 'not-applicable') return;
    for (const [of, start, end] of check.spans || []) {
      if (of === turn) spans.push({ start, end, index, check, bad: check.outcome === 'failed' });
    }
  });
  return spans;
}

/** Text with marks; where marks overlap, what failed wins. Each mark is numbered, and the numbers are told below the text. */
function marked(content, spans) {
  const edges = new Set([0, content.length]);
  for (const span of spans) {
    edges.add(Math.min(span.start, content.length));
    edges.add(Math.min(span.end, content.length));
  }
  const sorted = [...edges].sort((a, b) => a - b);
  const parts = [];
  const notes = [];
  for (let i = 0; i + 1 < sorted.length; i++) {
    const piece = content.slice(sorted[i], sorted[i + 1]);
    const over = spans.filter((span) => span.start <= sorted[i] && span.end >= sorted[i + 1] && span.end > span.start);
    if (over.length === 0) {
      parts.push(piece);
      continue;
    }
    const bad = over.filter((span) => span.bad);
    const kind = bad.length > 0 ? 'bad' : 'good';
    const which = [...new Set((bad.length > 0 ? bad : over).map((span) => span.check.check))].join(', ');
    parts.push(el('mark', { class: kind, title: which }, piece));
    if (over.some((span) => span.end === sorted[i + 1])) {
      if (!notes.some((note) => note.which === which && note.kind === kind)) notes.push({ which, kind });
      const at = notes.findIndex((note) => note.which === which && note.kind === kind) + 1;
      parts.push(el('sup', { class: kind }, el('span', { class: 'hidden' }, 'note '), String(at)));
    }
  }
  return { parts, notes };
}

function said(event, trial, lastReply, marks) {
  const spans = event.kind === 'agent' && marks && event === lastReply ? spansOf(trial, event.turn) : [];
  const { parts, notes } = marked(event.text, spans);
  return el('div', { class: 'said ' + event.kind }, el('span', { class: 'who' }, names[event.kind]),
    el('div', { class: 'text' }, event.text ? parts : el('em', {}, 'said nothing')),
    notes.length === 0 ? null : el('p', { class: 'which' }, notes.map((note, i) => el('span', { class: note.kind }, String(i + 1) + ' ' + note.which + (note.kind === 'bad' ? ' failed' : '')))));
}

function called(event) {
  return el('details', { class: 'call' + (event.failed ? ' failed' : '') },
    el('summary', {}, el('span', { class: 'who' }, 'Tool'), ' ', el('code', {}, event.text), ' ', el('span', { class: 'arguments' }, event.args), event.failed ? el('span', { class: 'tag bad' }, 'failed') : null),
    el('p', {}, 'Arguments'), el('pre', { tabindex: '0' }, pretty(event.args)),
    el('p', {}, 'Answer'), el('pre', { tabindex: '0' }, event.result === undefined ? 'not known' : pretty(event.result)));
}

function pretty(json) {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch (notJson) {
    return json;
  }
}

/** One turn of one trial. */
function turnOf(trial, events, turn, marks) {
  const parts = [];
  const replies = events.filter((event) => event.kind === 'agent');
  for (const event of events) {
    parts.push(event.kind === 'call' ? called(event) : said(event, trial, replies[replies.length - 1], marks));
  }
  const here = marks ? trial.checks.filter((check) => check.outcome === 'failed' && check.turn === turn && !(check.spans || []).length) : [];
  if (here.length > 0) {
    parts.push(el('p', { class: 'here' }, 'Failed here: ', here.map((check, i) => [i ? ', ' : '', el('strong', {}, check.check)]).flat()));
  }
  return parts;
}

function conversation(trial) {
  const turns = turnsOf(trial);
  if (turns.length === 0) return el('p', { class: 'note' }, 'Nothing was said, or the transcript is not at hand.');
  return el('ol', { class: 'conversation' }, turns.map((events, i) =>
    el('li', { id: 'turn-' + (i + 1), tabindex: '-1', 'aria-label': 'Turn ' + (i + 1) }, turnOf(trial, events, i + 1, true))));
}

/** Several trials turn by turn, in columns with titles. */
function sideBySide(sides) {
  const turns = sides.map((side) => turnsOf(side.trial));
  const most = Math.max(0, ...turns.map((of) => of.length));
  const grid = el('div', { class: 'sides', 'data-columns': String(Math.min(sides.length, 6)) });
  sides.forEach((side) => grid.append(el('div', { class: 'side-title' }, side.title)));
  for (let turn = 0; turn < most; turn++) {
    sides.forEach((side, i) => {
      const events = turns[i][turn] || [];
      const same = turn < turns[0].length && i > 0 && events.length > 0 && words(events) === words(turns[0][turn] || []);
      grid.append(el('div', { class: 'side' }, el('p', { class: 'side-label' }, side.label),
        events.length === 0 ? el('p', { class: 'note' }, 'No such turn.') : turnOf(side.trial, events, turn + 1, true),
        same ? el('p', { class: 'note' }, 'The same words as ' + sides[0].label + '.') : null));
    });
  }
  return el('div', { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': 'Conversations side by side' }, grid);
}

function words(events) {
  return events.filter((event) => event.kind === 'agent').map((event) => event.text).join('\n');
}

/** The calls in the order in which they were made. */
function timeline(trial) {
  const calls = ((trial && trial.events) || []).filter((event) => event.kind === 'call' || event.kind === 'handoff');
  if (calls.length === 0) return el('p', { class: 'note' }, 'No tool was called.');
  return el('ol', { class: 'timeline' }, calls.map((call) => el('li', { class: call.failed ? 'failed' : call.kind },
    el('span', { class: 'turn' }, 'turn ' + call.turn), ' ',
    call.kind === 'handoff' ? el('strong', {}, 'handed over') : el('code', {}, call.text),
    call.failed ? el('span', { class: 'tag bad' }, 'failed') : null,
    el('span', { class: 'arguments' }, call.kind === 'handoff' ? call.text : call.args),
    call.result === undefined ? null : el('span', { class: 'answer' }, '→ ' + call.result))));
}
