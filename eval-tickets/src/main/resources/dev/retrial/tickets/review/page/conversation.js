// The ticket, as bubbles, with what shows the failure marked.

const SPEAKERS = { 'customer': 'Customer', 'ai-agent': 'AI agent', 'human-agent': 'Person of support', 'internal-note': 'Internal note', 'system': 'Help desk' };
const LONG = 4000;

/** What triage calls its findings, in words; a rule that has none here goes by its name. */
const RULES = {
  'note': 'a colleague’s note says so', 'rating': 'bad rating', 'good rating': 'good rating', 'reopened': 'the customer came back', 'tag': 'its tag', 'outcome': 'how the help desk says it ended',
  'monitor': 'a monitor of the help desk', 'complaint': 'the customer complains', 'contradicted fact': 'a person said otherwise', 'asked again': 'asked for what was said already', 'failed call': 'an action failed',
  'wrong desk': 'went to the wrong place', 'empty hand over': 'handed over with nothing', 'needless hand over': 'handed over without need', 'foreign data': 'somebody else’s data', 'voice': 'how it was said', 'blame': 'puts the blame on the customer',
  'vindication': 'a person says that the agent was right', 'confirmed resolution': 'the customer says that it is solved', 'rating of something else': 'the rating is about something else',
};

function rule(label) {
  return RULES[label] || label;
}

/** The text with its marks, from one offset to another. */
function marked(text, marks, to) {
  const parts = [];
  let at = 0;
  for (const mark of [...marks].sort((a, b) => a.start - b.start)) {
    if (mark.start < at || mark.end > to) continue;
    parts.push(visible(text.slice(at, mark.start)));
    parts.push(el('mark', { class: mark.kind === 'evidence' ? 'bad' : 'look' },
      el('span', { class: 'hidden' }, mark.kind === 'evidence' ? '[shows the failure: ' : '[look here: '),
      visible(text.slice(mark.start, mark.end)), el('span', { class: 'hidden' }, ']')));
    at = mark.end;
  }
  parts.push(visible(text.slice(at, to)));
  return parts;
}

function said(turn) {
  const text = el('div', { class: 'text', dir: 'auto' });
  const all = () => fill(text, marked(turn.text, turn.marks, turn.text.length));
  if (turn.text.length <= LONG) {
    all();
    return text;
  }
  text.append(...marked(turn.text, turn.marks, LONG).flat(3), '… ');
  const more = button('Show all ' + number.format(turn.text.length) + ' characters', () => {
    all();
    text.setAttribute('tabindex', '-1');
    text.focus();
  });
  text.append(more);
  return text;
}

function note(turn, id) {
  const text = el('div', { class: 'text', dir: 'auto' }, turn.sentences.map((sentence) =>
    el('p', {}, el('mark', { class: 'bad' }, el('span', { class: 'hidden' }, '[shows the failure: '), visible(sentence.text), el('span', { class: 'hidden' }, ']')))));
  const show = button(turn.sentences.length ? 'Show the whole note' : 'Show the note', async () => {
    try {
      const answer = await get('/api/note', { id, turn: turn.number });
      fill(text, visible(answer.text));
      text.setAttribute('tabindex', '-1');
      text.focus();
      show.remove();
    } catch (e) {
      trouble(e);
    }
  }, { class: 'small' });
  return [text, show];
}

function labels(turn) {
  const evidence = [...new Set([...(turn.marks || []), ...(turn.sentences || [])].filter((mark) => mark.kind !== 'uncertain').map((mark) => rule(mark.label)))];
  const uncertain = (turn.marks || []).filter((mark) => mark.kind === 'uncertain');
  return [
    evidence.length ? el('p', { class: 'which bad' }, 'Shows the failure: ' + evidence.join(', ')) : null,
    uncertain.length ? el('p', { class: 'which look' }, 'Look here: ' + [...new Set(uncertain.map((mark) => 'something that may be a ' + words(mark.label) + ' was hidden'))].join('; ')) : null,
  ];
}

function calls(turn) {
  return turn.calls.map((call) => el('details', { class: 'call' + (call.failed ? ' failed' : '') },
    el('summary', {}, 'used ', el('code', {}, visible(call.tool)), call.failed ? tag('failed', 'bad') : null),
    call.arguments ? [el('p', {}, 'with'), el('pre', { tabindex: '0' }, visible(call.arguments))] : el('p', {}, 'With what is not known.'),
    call.result ? [el('p', {}, 'which answered'), el('pre', { tabindex: '0' }, visible(call.result))] : null));
}

function conversation(draft) {
  const { conversation: shownTicket } = draft;
  const loose = (against) => shownTicket.loose.filter((one) => one.against === against).map((one) => el('li', {}, rule(one.label), one.words ? [': ', el('q', {}, visible(one.words))] : null));
  const evidence = loose(false);
  const against = loose(true);
  return el('section', { class: 'ticket', 'aria-labelledby': 'ticket' },
    el('h2', { id: 'ticket' }, 'The ticket'),
    shownTicket.kept ? null : el('p', { class: 'note' }, 'The ticket itself is not kept on this machine; this is what the draft holds of it.'),
    shownTicket.subject ? el('p', { class: 'subject', dir: 'auto' }, visible(shownTicket.subject)) : null,
    el('ol', { class: 'conversation' }, shownTicket.turns.map((turn) => el('li', { id: 'turn-' + turn.number, class: turn.role, tabindex: '-1' },
      el('div', { class: 'said ' + turn.role },
        el('span', { class: 'who' }, SPEAKERS[turn.role] || words(turn.role)),
        turn.withheld ? note(turn, draft.id) : turn.text ? said(turn) : null,
        turn.attachments.length ? el('p', { class: 'note' }, 'Came with: ', visible(turn.attachments.join(', '))) : null,
        labels(turn)),
      calls(turn)))),
    evidence.length ? [el('h3', {}, 'What else shows the failure'), el('ul', {}, evidence)] : null,
    against.length ? [el('h3', {}, 'What speaks against it'), el('ul', {}, against)] : null);
}
