// One draft: the ticket on one side, the case that it may become on the other. Form and YAML are two views of one text, which the server keeps in step.

const editor = {
  id: null, version: '', saved: '', yaml: '', tree: null, problems: [], selfCheck: null, view: 'form', draft: null,
  pending: [], running: null, timer: null, keepTimer: null, ahead: false, numbers: null,
  /** The text of the YAML view has changed. */
  typed(text) {
    editor.yaml = text;
    editor.ahead = true;
    later();
  },
  found(answer) {
    editor.problems = answer.problems || [];
    editor.selfCheck = answer.selfCheck || null;
    showFound();
  },
  stop() {
    clearTimeout(editor.timer);
    clearTimeout(editor.keepTimer);
    editor.pending = [];
    editor.ahead = false;
    editor.id = null;
  },
};

const PAUSE = 300;

function later() {
  showState();
  clearTimeout(editor.timer);
  editor.timer = setTimeout(() => check().catch(trouble), PAUSE);
}

/** Something was typed in the form: it goes to the server when the typing pauses. */
function type(edits) {
  for (const edit of edits) {
    const same = editor.pending.findIndex((one) => one.at === edit.at);
    if (same >= 0 && same === editor.pending.length - 1) editor.pending[same] = edit;
    else editor.pending.push(edit);
  }
  later();
}

/** The form gets another shape: at once, and then it is drawn anew. */
async function change(edits, focus) {
  editor.pending.push(...edits);
  try {
    await settled();
    if (editor.view === 'form') showBody();
    focusOn(focus);
  } catch (e) {
    editor.pending = [];
    trouble(e);
  }
}

function focusOn(id) {
  const place = document.getElementById(id);
  if (!place) return;
  const inside = place.matches('input, textarea, select, button, [tabindex]') ? place : place.querySelector('input, textarea, select, button');
  (inside || place).focus();
}

/** Until the server has seen all that was typed. */
async function settled() {
  clearTimeout(editor.timer);
  while (editor.running || editor.pending.length || editor.ahead) await check();
}

async function check() {
  if (editor.running) return editor.running;
  const { id } = editor;
  const edits = editor.pending;
  editor.pending = [];
  editor.ahead = false;
  const sent = editor.yaml;
  editor.running = post('/api/check', { id, yaml: sent, edits }).finally(() => { editor.running = null; });
  try {
    const answer = await editor.running;
    if (editor.id !== id) return;
    if (edits.length) editor.yaml = answer.yaml;
    editor.tree = answer.tree;
    editor.found(answer);
    keep();
  } catch (e) {
    if (e instanceof Refused && e.status === 409) conflict(e);
    else throw e;
  }
}

/** What is typed and not saved is kept on this machine, should the browser or this program end. */
function keep() {
  clearTimeout(editor.keepTimer);
  const { id, version, yaml } = editor;
  const path = yaml === editor.saved ? '/api/drop' : '/api/keep';
  editor.keepTimer = setTimeout(() => {
    post(path, { id, version, yaml }).then(() => {
      const line = state.drafts.find((draft) => draft.id === id);
      if (line) line.unsaved = path === '/api/keep';
    }, trouble);
  }, PAUSE);
  showState();
}

async function save() {
  try {
    await settled();
    clearTimeout(editor.keepTimer);
    await post('/api/save', { id: editor.id, version: editor.version, yaml: editor.yaml });
    const { view } = editor;
    await open(editor.id, view);
    await loadQueue();
    tell('Saved. It is still a draft.');
  } catch (e) {
    if (e instanceof Refused && e.answer.conflict) conflict(e);
    else trouble(e);
  }
}

async function discard() {
  await post('/api/drop', { id: editor.id }).catch(trouble);
  await open(editor.id, editor.view).catch(trouble);
  tell('Your changes are dropped.');
}

function neighbour(step) {
  const ids = order();
  const here = ids.indexOf(editor.id);
  return here < 0 ? null : ids[here + step] || null;
}

async function open(id, view) {
  const draft = await get('/api/draft', { id });
  editor.stop();
  Object.assign(editor, { id, version: draft.version, saved: draft.saved, yaml: draft.yaml, tree: draft.tree, problems: draft.problems, selfCheck: draft.selfCheck || null, draft, view: view || (draft.tree ? 'form' : 'yaml') });
  showDraft();
}

function showDraft() {
  const { draft } = editor;
  const ids = order();
  const line = state.drafts.find((one) => one.id === editor.id) || {};
  const title = editor.tree && editor.tree.title ? String(editor.tree.title) : editor.id;
  document.title = title + ' – review';
  fill(document.getElementById('view'),
    lastDecision(),
    el('header', { class: 'head' },
      el('p', { class: 'note' }, ids.includes(editor.id) ? 'Draft ' + (ids.indexOf(editor.id) + 1) + ' of ' + ids.length : 'Draft', ' · ', el('code', {}, visible(draft.file))),
      el('h1', { tabindex: '-1', id: 'draft-title' }, visible(title)),
      el('p', { class: 'facts-line' }, tag(failureOf(line.failure).label, 'bad'), tag(line.difficulty), tag(line.category ? visible(line.category) : ''), tag(language(line.language)),
        line.seen > 1 ? tag(count(line.seen, 'ticket')) : null, line.family ? tag('family ' + words(line.family)) : null)),
    draft.outdated ? outdated(draft) : null,
    draft.newer ? el('details', { class: 'notice open' }, el('summary', {}, 'A newer export tells this ticket differently; this draft was edited, so it was left alone'), el('pre', { tabindex: '0' }, visible(draft.newer))) : null,
    draft.near ? el('p', { class: 'notice open' }, 'The case ', el('strong', {}, visible(draft.near.title)), ' tells a similar story. ', button('Merge…', merge, { class: 'small', 'aria-label': 'Merge into a case that is there' })) : null,
    el('div', { class: 'columns' }, conversation(draft),
      el('section', { class: 'case', 'aria-labelledby': 'case' }, el('h2', { id: 'case' }, 'The case that it may become'),
        el('div', { class: 'choice', role: 'group', 'aria-label': 'Show it as' }, viewButton('form', 'Form'), viewButton('yaml', 'YAML')),
        el('div', { id: 'problems', tabindex: '-1' }), el('div', { id: 'body' }))),
    actions());
  showBody();
  showFound();
}

function outdated(draft) {
  return el('div', { class: 'notice open' }, el('p', {}, 'While you were typing, this file was changed by somebody else. You see what is in it now; what you had typed is kept:'),
    el('details', {}, el('summary', {}, 'What you had typed'), el('pre', { tabindex: '0' }, visible(draft.unsaved))),
    el('div', { class: 'buttons' }, button('Use what I typed', () => {
      draft.outdated = false;
      editor.view = 'yaml';
      editor.typed(draft.unsaved);
      showDraft();
      settled().then(showDraft, trouble);
    }), button('Drop it', discard)));
}

function viewButton(view, text) {
  return button(text, () => showAs(view), { id: 'as-' + view, 'aria-pressed': editor.view === view ? 'true' : 'false' });
}

async function showAs(view) {
  if (editor.view !== view) {
    editor.view = view;
    await settled().catch(trouble);
    showBody();
  }
}

function showBody() {
  for (const view of ['form', 'yaml']) document.getElementById('as-' + view).setAttribute('aria-pressed', editor.view === view ? 'true' : 'false');
  editor.numbers = null;
  document.getElementById('body').replaceChildren(editor.view === 'form' ? form() : yamlView());
}

function showFound() {
  const place = document.getElementById('problems');
  if (!place) return;
  fill(place, problems(), editor.selfCheck ? el('div', { class: 'tried' }, el('h3', {}, 'Tried on its own ticket'), selfCheck(editor.selfCheck)) : null);
  if (editor.numbers) editor.numbers();
  showState();
}

function showState() {
  const place = document.getElementById('state');
  if (!place) return;
  const dirty = editor.yaml !== editor.saved || editor.pending.length > 0;
  const text = (editor.problems.length ? 'No case yet: ' + count(editor.problems.length, 'mistake') : editor.selfCheck && editor.selfCheck.holds ? 'Catches the failure' : 'Does not catch the failure yet') + (dirty ? ' · not saved' : '');
  if (place.textContent !== text) place.textContent = text;
  place.className = editor.problems.length ? 'bad' : editor.selfCheck && editor.selfCheck.holds ? 'good' : 'open';
  document.getElementById('save').disabled = !dirty;
  document.getElementById('discard').disabled = !dirty;
}

function actions() {
  const step = (by, text, letter) => el('a', { class: 'button' + (neighbour(by) ? '' : ' off'), href: neighbour(by) ? address(neighbour(by)) : null, 'aria-disabled': neighbour(by) ? null : 'true', role: neighbour(by) ? null : 'link' }, text, ' ', key(letter));
  return el('section', { class: 'actions', 'aria-label': 'Decide' },
    el('p', { id: 'state', role: 'status' }),
    el('div', { class: 'buttons' },
      button(['Accept ', key('A')], () => accept(), { class: 'main', id: 'accept' }),
      button(['Reject… ', key('R')], reject, { id: 'reject' }),
      button(['Merge… ', key('M')], merge, { id: 'merge' }),
      button(['Save ', key('S')], save, { id: 'save' }),
      button('Drop changes', discard, { id: 'discard' }),
      el('span', { class: 'steps' }, step(-1, 'Previous', 'K'), step(1, 'Next', 'J'))));
}
