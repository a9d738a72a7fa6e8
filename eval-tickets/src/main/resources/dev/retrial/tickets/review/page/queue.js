// What waits: by class of failure, and within it by family.

const state = {
  suite: '', drafts: [], choices: null, decided: [], unsettled: [],
  filter: { failure: '', category: '', language: '', uncertain: false }, sort: 'seen', last: null, undoable: null, room: 0, loaded: false, moving: false,
};

/** So many drafts are listed at once: thousands would take a browser seconds. */
const PAGE = 200;

async function loadQueue() {
  const answer = await get('/api/queue');
  state.suite = answer.suite;
  state.drafts = answer.drafts;
  state.choices = answer.choices;
  state.decided = answer.decided;
  state.unsettled = answer.unsettled;
  state.undoable = answer.last || null;
  state.loaded = true;
  document.getElementById('suite').textContent = state.suite;
  showProgress();
}

function showProgress() {
  const all = state.decided.length + state.drafts.length;
  const bar = document.getElementById('progress');
  bar.hidden = all === 0;
  bar.max = Math.max(1, all);
  bar.value = state.decided.length;
  document.getElementById('progress-text').textContent = all === 0 ? '' : state.decided.length + ' of ' + all + ' reviewed';
}

function failureOf(keyOf) {
  return state.choices.failures.find((failure) => failure.key === keyOf)
    || { key: '', label: 'Nothing went wrong, or not said', explanation: '' };
}

function shown() {
  const { failure, category, language: tongue, uncertain } = state.filter;
  return state.drafts.filter((draft) => (!failure || draft.failure === failure) && (!category || draft.category === category)
    && (!tongue || draft.language === tongue) && (!uncertain || draft.uncertain > 0));
}

function by(sort) {
  const other = sort === 'seen' ? 'score' : 'seen';
  return (a, b) => (b[sort] || 0) - (a[sort] || 0) || (b[other] || 0) - (a[other] || 0) || (a.id < b.id ? -1 : 1);
}

/** Groups in the order in which the page shows them: each a class, with its families. */
function groups() {
  const order = [...state.choices.failures.map((failure) => failure.key), ''];
  const drafts = shown().sort(by(state.sort));
  return order.map((failure) => {
    const own = drafts.filter((draft) => (draft.failure || '') === failure);
    const families = new Map();
    for (const draft of own) {
      const name = draft.family || '';
      if (!families.has(name)) families.set(name, []);
      families.get(name).push(draft);
    }
    const several = [...families].filter(([name, members]) => name && members.length > 1).map(([name, members]) => ({ name, members }));
    const named = new Set(several.map((family) => family.name));
    const alone = own.filter((draft) => !named.has(draft.family));
    return { failure, count: own.length, families: alone.length ? [...several, { name: '', members: alone }] : several };
  }).filter((group) => group.count > 0);
}

function order() {
  return groups().flatMap((group) => group.families.flatMap((family) => family.members.map((draft) => draft.id)));
}

function address(id) {
  return '#/draft/' + encodeURIComponent(id);
}

function choice(label, id, values, value, change) {
  return el('div', { class: 'field' }, el('label', { for: id }, label),
    el('select', { id, on: { change: (event) => change(event.target.value) } },
      values.map(([option, text]) => el('option', { value: option, selected: option === value }, text))));
}

function present(field, name) {
  return [['', 'all'], ...[...new Set(state.drafts.map((draft) => draft[field]).filter(Boolean))].sort().map((value) => [value, name(value)])];
}

function filterBy(field, id) {
  return (value) => {
    state.filter[field] = value;
    state.room = 0;
    showQueue();
    document.getElementById(id).focus();
    tell(count(shown().length, 'draft'));
  };
}

function filters() {
  const { filter } = state;
  return el('div', { class: 'filters', role: 'search', 'aria-label': 'Choose drafts' },
    choice('What went wrong', 'filter-failure', present('failure', (value) => failureOf(value).label), filter.failure, filterBy('failure', 'filter-failure')),
    choice('Category', 'filter-category', present('category', (value) => value), filter.category, filterBy('category', 'filter-category')),
    choice('Language', 'filter-language', present('language', language), filter.language, filterBy('language', 'filter-language')),
    choice('First', 'sort', [['seen', 'most tickets'], ['score', 'surest']], state.sort, (value) => {
      state.sort = value;
      showQueue();
      document.getElementById('sort').focus();
    }),
    el('label', { class: 'check' }, el('input', {
      type: 'checkbox', id: 'filter-uncertain', checked: filter.uncertain,
      on: { change: (event) => filterBy('uncertain', 'filter-uncertain')(event.target.checked) },
    }), ' only with places to look at'));
}

function tag(text, kind) {
  return text ? el('span', { class: 'tag ' + (kind || '') }, text) : null;
}

function line(draft) {
  return el('li', {},
    el('a', { href: address(draft.id) }, visible(draft.title)),
    el('p', { class: 'facts-line' },
      draft.seen > 1 ? tag(count(draft.seen, 'ticket')) : null,
      tag(draft.difficulty), tag(draft.category ? visible(draft.category) : ''), tag(language(draft.language)),
      draft.score ? tag('evidence ' + Math.round(draft.score * 100) + ' %') : null,
      draft.uncertain ? tag(count(draft.uncertain, 'place') + ' to look at', 'open') : null,
      draft.fillIn ? tag(count(draft.fillIn, 'thing') + ' to fill in', 'open') : null,
      draft.selfCheckOpen ? tag('does not catch the failure yet', 'open') : null,
      draft.newer ? tag('a newer export differs', 'open') : null,
      draft.unsaved ? tag('unsaved changes', 'open') : null,
      draft.broken ? tag('cannot be read', 'bad') : null));
}

/** The first of the groups that there is room for. */
function first(all, room) {
  let left = room;
  return all.map((group) => ({
    ...group,
    families: group.families.map((family) => {
      const members = family.members.slice(0, left);
      left -= members.length;
      return { ...family, count: family.members.length, members };
    }).filter((family) => family.members.length > 0),
  })).filter((group) => group.families.length > 0);
}

/** More of the list; the first that is new gets the focus. */
function showMore() {
  const before = document.querySelectorAll('.drafts a').length;
  state.room = before + PAGE;
  showQueue();
  const links = document.querySelectorAll('.drafts a');
  if (links[before]) links[before].focus();
}

function more(hidden) {
  if (hidden <= 0) return null;
  return el('p', { class: 'more' }, button('Show ' + number.format(Math.min(PAGE, hidden)) + ' more', showMore, { id: 'more' }),
    ' ', count(hidden, 'draft') + (hidden === 1 ? ' is' : ' are') + ' not listed yet; those after the last one come with J, too.');
}

function showQueue() {
  const view = document.getElementById('view');
  document.title = 'Review of drafts: ' + state.suite;
  if (state.drafts.length === 0) {
    fill(view, lastDecision() || takeBack(), summary());
    return;
  }
  const all = groups();
  const room = Math.max(state.room, PAGE);
  const visibleGroups = first(all, room);
  const amount = all.reduce((sum, group) => sum + group.count, 0);
  fill(view,
    el('h1', { tabindex: '-1' }, count(state.drafts.length, 'draft') + (state.drafts.length === 1 ? ' waits' : ' wait')),
    el('p', { class: 'note' }, 'Each was made of a ticket in which the AI agent failed. Accept it, and the agent is tried on it at every change; reject it, and its ticket does not come again.'),
    state.unsettled.length ? el('ul', { class: 'notice open' }, state.unsettled.map((sentence) => el('li', {}, sentence))) : null,
    lastDecision() || takeBack(), filters(),
    visibleGroups.length === 0 ? el('p', { class: 'status' }, 'No draft fits; choose otherwise.') : null,
    visibleGroups.map((group) => el('section', { class: 'group' },
      el('h2', {}, failureOf(group.failure).label, ' ', el('span', { class: 'amount' }, count(group.count, 'draft'))),
      el('p', { class: 'note' }, failureOf(group.failure).explanation),
      group.families.map((family) => [
        family.name ? el('h3', {}, 'Look at these together: ', visible(words(family.name)), ' ', el('span', { class: 'amount' }, count(family.count, 'draft'))) : null,
        !family.name && group.families.length > 1 ? el('h3', {}, 'Others') : null,
        el('ul', { class: 'drafts' + (family.name ? ' family' : '') }, family.members.map(line)),
      ]))),
    more(amount - room));
}

/** After the last one: what came of it, and what to do next. */
function summary() {
  const of = (what) => state.decided.filter((decision) => decision.what === what);
  const reason = (keyOf) => (state.choices.reasons.find((one) => one.key === keyOf) || { label: keyOf }).label;
  const list = (what, title, text) => of(what).length === 0 ? null : [
    el('h2', {}, title, ' ', el('span', { class: 'amount' }, number.format(of(what).length))),
    el('ul', { class: 'decided' }, of(what).map((decision) => el('li', {}, el('code', {}, visible(decision.id)), text(decision)))),
  ];
  if (state.decided.length === 0) {
    return el('div', {}, el('h1', { tabindex: '-1' }, 'No draft waits'),
      el('p', {}, 'Bring tickets in first, then come back:'),
      el('pre', {}, 'retrial import tickets.zip\nretrial triage\nretrial draft\nretrial review'));
  }
  return el('div', {}, el('h1', { tabindex: '-1' }, 'All ' + state.decided.length + ' reviewed'),
    el('p', {}, of('accept').length === 0 ? 'None became a case.' : count(of('accept').length, 'new case') + ' will be tried at every change from now on. Two things are left, for whoever looks after the repository:'),
    el('ol', { class: 'steps' },
      el('li', {}, 'Try the agent on them now: ', el('code', {}, 'mvn test')),
      el('li', {}, 'Keep them: ', el('code', {}, 'git add ' + state.suite + ' && git commit -m "Cases from support tickets"'), ' in the directory above the suite')),
    list('accept', 'Accepted', () => ''),
    list('merge', 'Added to a case that was there', (decision) => [' into ', el('code', {}, visible(decision.detail))]),
    list('reject', 'Rejected', (decision) => ': ' + reason(decision.detail)));
}
