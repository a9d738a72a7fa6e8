// The draft as a form. Each input tells what it changes; what is not shown here stays as it is written.

function field(label, id, input, hint) {
  return el('div', { class: 'field' }, el('label', { for: id }, label), input, hint ? el('p', { class: 'note', id: id + '-hint' }, hint) : null);
}

function textInput(label, id, pointer, value, hint, optional) {
  return field(label, id, el('input', {
    type: 'text', id, dir: 'auto', value: value || '', 'aria-describedby': hint ? id + '-hint' : null,
    on: { input: (event) => type([{ at: pointer, value: event.target.value === '' && optional ? null : event.target.value }]) },
  }), hint);
}

function area(label, id, pointer, value, optional) {
  return field(label, id, el('textarea', {
    id, rows: '3', dir: 'auto', value: value || '',
    on: { input: (event) => type([{ at: pointer, value: event.target.value === '' && optional ? null : event.target.value }]) },
  }));
}

function select(label, id, pointer, value, options, about) {
  return field(label, id, el('select', {
    id, 'aria-describedby': about || null, on: { change: (event) => change([{ at: pointer, value: event.target.value || null }], id) },
  }, options.map(([option, text]) => el('option', { value: option, selected: option === (value || '') }, text))));
}

function part(title, hint, ...children) {
  return el('section', { class: 'part' }, el('h3', {}, title), hint ? el('p', { class: 'note' }, hint) : null, children);
}

function todo() {
  const open = editor.tree.draft || {};
  const items = [];
  (Array.isArray(open['fill-in']) ? open['fill-in'] : []).forEach((text, index) => items.push(todoItem('To fill in: ', text, '/draft/fill-in/' + index, 'Done')));
  (Array.isArray(open.uncertain) ? open.uncertain : []).forEach((place, index) => {
    const what = 'Something that may be a ' + words(place.type || 'person') + ' was hidden' + where(place.in);
    items.push(todoItem('To look at: ', what + '. Is the case still clear, and nothing personal left?', '/draft/uncertain/' + index, 'Looked at'));
  });
  return items.length === 0 ? null : el('section', { class: 'notice open', 'aria-labelledby': 'todo' }, el('h3', { id: 'todo', tabindex: '-1' }, 'Before you accept'), el('ul', {}, items));
}

/** The place of the case that a pointer names. */
function where(pointer) {
  const [, part, index] = String(pointer || '').split('/');
  switch (part) {
    case 'conversation': return ' in message ' + (Number(index) + 1);
    case 'observed': return ' in what the agent said';
    case 'accepted': return ' in what a person answered';
    case 'title': return ' in the title';
    default: return '';
  }
}

function todoItem(what, text, pointer, done) {
  return el('li', {}, el('strong', {}, what), visible(String(text)), ' ', button(done, () => change([{ at: pointer }], 'todo'), { class: 'small', 'aria-label': done + ': ' + text }));
}

function whoPart() {
  const all = state.choices.cohorts.map((cohort) => cohort.id);
  const chosen = Array.isArray(editor.tree.cohorts) ? editor.tree.cohorts : all;
  if (all.length < 2) return null;
  return el('fieldset', {}, el('legend', {}, 'For which customers'), el('div', { class: 'checks' }, state.choices.cohorts.map((cohort, index) => el('label', { class: 'check' },
    el('input', {
      type: 'checkbox', id: 'cohort-' + index, checked: chosen.includes(cohort.id),
      on: { change: (event) => {
        const left = all.filter((id) => (id === cohort.id ? event.target.checked : chosen.includes(id)));
        if (left.length === 0) {
          event.target.checked = true;
          tell('A case is for one kind of customer at least.');
          return;
        }
        change([{ at: '/cohorts', value: left.length === all.length ? null : left }], 'cohort-' + index);
      } },
    }), ' ', cohort.id, cohort.description ? el('span', { class: 'note' }, ': ', visible(cohort.description)) : null))));
}

function messages() {
  const turns = Array.isArray(editor.tree.conversation) ? editor.tree.conversation : [];
  const facts = Object.keys(editor.tree.facts || {});
  return part('What the customer says', 'Message by message; the agent answers after each.',
    turns.map((turn, index) => {
      const pointer = '/conversation/' + index;
      const gives = Array.isArray(turn.gives) ? turn.gives : [];
      return el('div', { class: 'block' },
        area('Message ' + (index + 1), 'message-' + index, pointer + '/customer', typeof turn.customer === 'string' ? turn.customer : ''),
        facts.length ? el('div', { class: 'checks', role: 'group', 'aria-label': 'Message ' + (index + 1) + ' tells the agent' }, el('span', { class: 'note' }, 'It tells the agent: '),
          facts.map((fact) => el('label', { class: 'check' }, el('input', {
            type: 'checkbox', id: 'gives-' + index + '-' + fact, checked: gives.includes(fact),
            on: { change: (event) => {
              const left = facts.filter((one) => (one === fact ? event.target.checked : gives.includes(one)));
              change([{ at: pointer + '/gives', value: left.length ? left : null }], 'gives-' + index + '-' + fact);
            } },
          }), ' ', visible(words(fact))))) : null,
        turn.expect ? el('p', { class: 'note' }, 'Something is expected of the answer to this message: see the YAML.') : null,
        turns.length > 1 ? button('Remove', () => change([{ at: pointer }], 'add-message'), { class: 'small', 'aria-label': 'Remove message ' + (index + 1) }) : null);
    }),
    button('Add a message', () => change([turns.length ? { at: '/conversation/-', value: { customer: '' } } : { at: '/conversation', value: [{ customer: '' }] }], 'message-' + turns.length), { id: 'add-message', class: 'small' }));
}

function factsPart() {
  const facts = editor.tree.facts && typeof editor.tree.facts === 'object' ? Object.entries(editor.tree.facts) : [];
  const name = el('input', { type: 'text', id: 'new-fact', placeholder: 'such as: order_id' });
  return part('What the customer knows', 'Facts that the agent may ask for, and gets told where a message tells them.',
    facts.map(([id, value]) => {
      const pointer = '/facts/' + escaped(id);
      const inner = value !== null && typeof value === 'object';
      const current = inner ? value.value : value;
      return el('div', { class: 'row' }, el('div', { class: 'field grow' }, el('label', { for: 'fact-' + id }, visible(words(id))),
        el('input', { type: 'text', id: 'fact-' + id, dir: 'auto', value: current === undefined || current === null ? '' : String(current), on: { input: (event) => type([{ at: inner ? pointer + '/value' : pointer, value: event.target.value }]) } })),
      button('Remove', () => change([{ at: pointer }], 'new-fact'), { class: 'small', 'aria-label': 'Remove the fact ' + words(id) }));
    }),
    el('div', { class: 'row' }, el('div', { class: 'field grow' }, el('label', { for: 'new-fact' }, 'Another fact, by its name'), name),
      button('Add', () => {
        const id = name.value.trim().replaceAll(/\s+/g, '_');
        if (/^[A-Za-z][A-Za-z0-9_-]{0,60}$/.test(id)) change([{ at: '/facts/' + escaped(id), value: '' }], 'fact-' + id);
        else tell('A name has letters, digits and _.');
      }, { class: 'small', 'aria-label': 'Add the fact' })));
}

function answers(keyOf, title, hint, one) {
  const list = Array.isArray(editor.tree[keyOf]) ? editor.tree[keyOf] : [];
  return part(title, hint,
    list.map((answer, index) => {
      const pointer = '/' + keyOf + '/' + index;
      const turns = answer && Array.isArray(answer.turns) ? answer.turns.map((turn, n) => [turn, pointer + '/turns/' + n]) : [[answer || {}, pointer]];
      const label = one + (list.length > 1 ? ' ' + (index + 1) : '');
      return el('div', { class: 'block' },
        turns.map(([turn, place], n) => [
          area(label + (turns.length > 1 ? ', reply ' + (n + 1) : ''), keyOf + '-' + index + '-' + n, place + '/reply', turn.reply, true),
          deeds(turn, place, keyOf + '-' + index + '-' + n, keyOf === 'observed' ? 'the agent' : 'the person'),
        ]),
        button('Remove', () => change([{ at: pointer }], 'add-' + keyOf), { class: 'small', 'aria-label': 'Remove: ' + label }));
    }),
    button(list.length ? 'Add another' : 'Add', () => change([list.length ? { at: '/' + keyOf + '/-', value: { reply: '' } } : { at: '/' + keyOf, value: [{ reply: '' }] }], keyOf + '-' + list.length + '-0'), { id: 'add-' + keyOf, class: 'small', 'aria-label': 'Add: ' + one }));
}

/** What was done in the systems; not known is not the same as nothing. */
function deeds(turn, place, id, who) {
  const calls = turn.calls;
  if (!Array.isArray(calls)) {
    return el('p', { class: 'note', id: id + '-deeds', tabindex: '-1' }, 'What ' + who + ' did in your systems is not known. ', button('It did nothing', () => change([{ at: place + '/calls', value: [] }], id + '-deeds'), { class: 'small' }));
  }
  if (calls.length === 0) {
    return el('p', { class: 'note', id: id + '-deeds', tabindex: '-1' }, who[0].toUpperCase() + who.slice(1) + ' did nothing in your systems. ', button('That is not known', () => change([{ at: place + '/calls' }], id + '-deeds'), { class: 'small' }));
  }
  return el('ul', { class: 'calls', id: id + '-deeds', tabindex: '-1' }, calls.map((call, index) => {
    const [name, given] = Object.entries(call || {})[0] || ['', {}];
    return el('li', {}, el('code', {}, visible(name)), ' with ', el('code', {}, visible(JSON.stringify(given))), ' ', button('Remove', () => change([{ at: place + '/calls/' + index }], id + '-deeds'), { class: 'small', 'aria-label': 'Remove: ' + name }));
  }));
}

function form() {
  const { tree } = editor;
  if (!tree) {
    return el('div', { class: 'notice bad' }, el('p', {}, 'This cannot be shown as a form while the YAML has mistakes.'), button('Show the YAML', () => showAs('yaml')));
  }
  const tags = Array.isArray(tree.tags) ? tree.tags.join(', ') : '';
  const rows = expectationRows(tree.expect);
  return el('div', { class: 'form' }, todo(),
    textInput('Title', 'title', '/title', tree.title, 'One line by which everybody knows what it is about.'),
    el('div', { class: 'row' },
      select('What went wrong', 'failure', '/failure', tree.failure, [['', 'not said'], ...state.choices.failures.map((failure) => [failure.key, failure.label])], 'failure-about'),
      select('How hard', 'difficulty', '/difficulty', tree.difficulty, [['', 'not said'], ['easy', 'easy'], ['medium', 'medium'], ['hard', 'hard']])),
    el('p', { class: 'note', id: 'failure-about' }, failureOf(tree.failure).explanation),
    whoPart(),
    area('Why it matters', 'why', '/why', tree.why, true),
    messages(), factsPart(),
    el('section', { class: 'part', 'aria-labelledby': 'expected' }, el('h3', { id: 'expected' }, 'What must happen, and what must not'),
      el('p', { class: 'note' }, 'What the agent really said has to break at least one of these, and the right answer none.'),
      rows.map(expectationRow), addExpectation()),
    answers('observed', 'What the agent really said', 'It has to fail this case: that is what the case guards against.', 'The agent’s reply'),
    answers('accepted', 'What a person then answered', 'It has to pass this case.', 'The person’s answer'),
    field('Tags', 'tags', el('input', { type: 'text', id: 'tags', dir: 'auto', value: tags, 'aria-describedby': 'tags-hint', on: { input: (event) => {
      const list = event.target.value.split(',').map((one) => one.trim()).filter(Boolean);
      type([{ at: '/tags', value: list.length ? list : null }]);
    } } }), 'With commas between them.'));
}
