// Accept, reject, merge: each says what it will do before it does it, and what it did afterwards.

function dialog(title, ...children) {
  const opener = document.activeElement;
  const box = el('dialog', { 'aria-labelledby': 'dialog-title' }, el('h2', { id: 'dialog-title', tabindex: '-1' }, title), children);
  box.addEventListener('close', () => {
    box.remove();
    if (opener && opener.isConnected) opener.focus();
  });
  document.body.append(box);
  box.showModal();
  return box;
}

function closing(text, attributes) {
  return button(text, (event) => event.target.closest('dialog').close(), attributes);
}

function trouble(refused) {
  if (!(refused instanceof Refused)) throw refused;
  const lost = refused.status === 401 ? ' This page belongs to an earlier start.' : '';
  dialog('That did not work', el('p', {}, refused.message + lost), el('div', { class: 'buttons' }, closing('Close', { autofocus: true })));
}

function conflict(refused) {
  const box = dialog('Somebody else changed this draft', el('p', {}, refused.message),
    el('p', {}, 'Nothing was written. What you typed is kept; you can look at what is there now and then use yours or drop it.'),
    el('div', { class: 'buttons' }, button('Look at it again', () => {
      box.close();
      open(editor.id).catch(trouble);
    }, { autofocus: true })));
}

async function decide(path, body, told) {
  if (state.moving) return;
  state.moving = true;
  const { id } = editor;
  const next = neighbour(1) || neighbour(-1);
  try {
    await settled();
    const answer = await post(path, { id, version: editor.version, ...body() });
    state.last = { title: editor.tree ? editor.tree.title : id, told, answer };
    editor.stop();
    await loadQueue();
    tell(told + '. ' + document.getElementById('progress-text').textContent + '.');
    go(next && state.drafts.some((draft) => draft.id === next) ? address(next) : '#/');
  } catch (e) {
    state.moving = false;
    if (!(e instanceof Refused)) throw e;
    if (e.answer.confirm) confirmAccept(e.answer);
    else if (e.answer.conflict || e.status === 409) conflict(e);
    else if (e.answer.problems) {
      editor.found(e.answer);
      document.getElementById('problems').focus();
      tell(e.message);
    } else trouble(e);
  }
}

function accept(confirmed) {
  return decide('/api/accept', () => ({ yaml: editor.yaml, confirmed: confirmed === true }), 'Accepted');
}

function confirmAccept(answer) {
  const box = dialog('This case does not catch the failure yet', selfCheck(answer.selfCheck),
    el('p', {}, 'You can accept it all the same; it will be red or of no use until somebody corrects it.'),
    el('div', { class: 'buttons' }, closing('Go on editing', { autofocus: true }), button('Accept it all the same', () => {
      box.close();
      accept(true);
    })));
}

function reject() {
  const reasons = state.choices.reasons;
  const box = dialog('Why does this not become a case?',
    el('p', { class: 'note' }, 'The draft goes, and its ticket is not proposed again.'),
    el('fieldset', {}, el('legend', { class: 'hidden' }, 'Reason'), reasons.map((reason, index) => el('label', { class: 'check' },
      el('input', { type: 'radio', name: 'reason', value: reason.key, autofocus: index === 0, checked: index === 0 }), ' ', reason.label))),
    el('div', { class: 'buttons' }, closing('Cancel'), button('Reject it', () => {
      const reason = box.querySelector('input:checked').value;
      box.close();
      decide('/api/reject', () => ({ reason }), 'Rejected');
    }, { class: 'main' })));
}

function merge() {
  const list = el('ul', { class: 'cases' });
  const amount = el('p', { class: 'note', role: 'status' });
  const query = el('input', { type: 'search', id: 'merge-query', autofocus: true, on: { input: () => {
    clearTimeout(merge.timer);
    merge.timer = setTimeout(() => search().catch(trouble), 200);
  } } });
  const box = dialog('Which case tells the same story?',
    el('p', { class: 'note' }, 'The case counts one ticket more and gets what the agent said here as a further example; the draft goes.'),
    el('div', { class: 'field' }, el('label', { for: 'merge-query' }, 'Search by words'), query), amount, list,
    el('div', { class: 'buttons' }, closing('Cancel')));
  const id = editor.id;
  const search = async () => {
    const answer = await get('/api/cases', { id, q: query.value });
    amount.textContent = answer.cases.length === 0 ? 'No case has these words.' : count(answer.cases.length, 'case') + (answer.more ? ', and ' + number.format(answer.more) + ' more' : '');
    list.replaceChildren(...answer.cases.map((one) => el('li', {},
      el('p', {}, el('strong', {}, visible(one.title)), one.near ? tag('very similar', 'open') : null, one.failure ? tag(failureOf(one.failure).label) : null, tag(count(one.seen, 'ticket'))),
      el('p', { class: 'note' }, visible(one.says.length > 200 ? one.says.slice(0, 200) + '…' : one.says)),
      button('Merge into this one', () => {
        box.close();
        decide('/api/merge', () => ({ into: one.id }), 'Merged');
      }, { class: 'small', 'aria-label': 'Merge into: ' + one.title }))));
  };
  search().catch(trouble);
}

/** What came of the last decision, on whichever page comes next. */
function lastDecision() {
  const last = state.last;
  if (!last) return null;
  const found = last.answer.selfCheck;
  return el('section', { class: 'notice ' + (found && !found.holds ? 'open' : 'good'), 'aria-label': 'The last decision' },
    el('p', {}, el('strong', {}, last.told + ': '), visible(String(last.title))),
    last.answer.file ? el('p', {}, 'It is in ', el('code', {}, visible(last.answer.file)), '.') : null,
    found ? selfCheck(found) : el('p', {}, visible(sentence(last.answer.message))),
    undoButton());
}

function undoButton() {
  return state.undoable ? el('div', { class: 'buttons' }, button(['Take it back ', key('U')], undo, { id: 'undo', class: 'small' })) : null;
}

/** Where this page has decided nothing yet, what was decided before it was opened. */
function takeBack() {
  const last = state.undoable;
  if (!last) return null;
  const done = { accept: 'Accepted', reject: 'Rejected', merge: 'Merged' }[last.what] || last.what;
  return el('section', { class: 'notice', 'aria-label': 'The last decision' },
    el('p', {}, el('strong', {}, done + ': '), visible(last.id)), undoButton());
}

/** The last decision, and with the next press the one before. */
async function undo() {
  const last = state.undoable;
  if (state.moving) return;
  if (!last) {
    tell('There is no decision to take back.');
    return;
  }
  state.moving = true;
  try {
    if (editor.id) await settled();
    const answer = await post('/api/undo', { id: last.id });
    state.last = null;
    await loadQueue();
    tell(sentence(answer.message));
    go(address(last.id));
  } catch (e) {
    state.moving = false;
    if (!(e instanceof Refused)) throw e;
    await loadQueue();
    trouble(e);
  }
}

function help() {
  const rows = [['J', 'next draft'], ['K', 'previous draft'], ['A', 'accept'], ['E', 'edit: to the first field'], ['R', 'reject, with a reason'], ['M', 'merge into a case that is there'],
    ['S', 'save, and leave it a draft'], ['Y', 'form or YAML'], ['Q', 'all drafts'], ['U', 'take back the last decision'], ['Esc', 'out of a field, so that keys work again'], ['?', 'this help']];
  const keys = el('input', { type: 'checkbox', id: 'keys', checked: keysOn(), on: { change: (event) => localStorage.setItem('keys', event.target.checked ? 'on' : 'off') } });
  dialog('Keys and help',
    el('p', {}, 'Read the ticket, put right what the draft says of it, and accept it; or reject it with a reason, or merge it into a case that tells the same story.'),
    el('table', {}, el('caption', { class: 'hidden' }, 'Keys'), el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, 'key'), el('th', { scope: 'col' }, 'does'))),
      el('tbody', {}, rows.map(([letter, does]) => el('tr', {}, el('th', { scope: 'row' }, el('kbd', {}, letter)), el('td', {}, does))))),
    el('label', { class: 'check' }, keys, ' single keys work'),
    el('h3', {}, 'What can go wrong'), el('dl', {}, state.choices ? state.choices.failures.map((failure) => [el('dt', {}, failure.label), el('dd', {}, failure.explanation)]) : null),
    el('div', { class: 'buttons' }, closing('Close', { autofocus: true })));
}
