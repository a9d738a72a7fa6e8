// Which page is shown, and the keys.

function go(hash) {
  if (location.hash === hash) {
    arrive().catch(trouble);
    return;
  }
  // Until the other page is there, no key decides on this one.
  state.moving = true;
  document.documentElement.dataset.moving = 'yes';
  location.hash = hash;
}

async function arrive() {
  const { hash } = location;
  if (state.loaded && hash && !hash.startsWith('#/')) return;
  state.moving = true;
  document.documentElement.dataset.moving = 'yes';
  try {
    await route(hash);
  } finally {
    state.moving = false;
    document.documentElement.dataset.moving = 'no';
  }
}

async function route(hash) {
  if (!state.loaded) await loadQueue();
  if (editor.id) {
    await settled();
    const leaving = editor.id;
    editor.stop();
    if (editor.yaml !== editor.saved) await post('/api/keep', { id: leaving, version: editor.version, yaml: editor.yaml }).catch(() => {});
  }
  if (hash.startsWith('#/draft/')) {
    let id = '';
    try {
      id = decodeURIComponent(hash.slice('#/draft/'.length));
    } catch (e) {
      id = '';
    }
    if (state.drafts.some((draft) => draft.id === id)) {
      await open(id);
    } else {
      document.getElementById('view').replaceChildren(el('h1', { tabindex: '-1' }, 'This draft does not wait any more'), el('p', {}, el('a', { href: '#/' }, 'All drafts')));
    }
  } else {
    await loadQueue();
    showQueue();
  }
  state.last = null;
  window.scrollTo(0, 0);
  const heading = document.querySelector('#view h1');
  if (heading && document.documentElement.dataset.ready) heading.focus({ preventScroll: true });
  document.documentElement.dataset.ready = 'true';
}

function keysOn() {
  return localStorage.getItem('keys') !== 'off';
}

function among(step) {
  const links = [...document.querySelectorAll('.drafts a')];
  const here = links.indexOf(document.activeElement);
  const next = links[here < 0 ? (step > 0 ? 0 : links.length - 1) : here + step];
  if (next) next.focus();
  else if (step > 0 && document.getElementById('more')) showMore();
}

function stepTo(step) {
  if (!editor.id) {
    among(step);
    return;
  }
  const next = neighbour(step);
  if (next) go(address(next));
  else tell(step > 0 ? 'This is the last draft.' : 'This is the first draft.');
}

function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
  const typing = event.target.matches('textarea, select, input:not([type=checkbox]):not([type=radio])');
  if (typing) {
    if (event.key === 'Escape') {
      const heading = document.querySelector('#view h1');
      if (heading) heading.focus();
    }
    return;
  }
  if (!keysOn() && event.key !== '?') return;
  const anywhere = { '?': help, j: () => stepTo(1), k: () => stepTo(-1), q: () => go('#/'), u: undo };
  const onDraft = { a: () => accept(), r: reject, m: merge, s: save, e: edit, y: () => showAs(editor.view === 'form' ? 'yaml' : 'form').then(() => focusOn('as-' + editor.view)) };
  const action = anywhere[event.key] || (editor.id ? onDraft[event.key] : null);
  if (action) {
    event.preventDefault();
    if (!state.moving) action();
  }
}

function edit() {
  focusOn(editor.view === 'form' ? 'title' : 'yaml');
}

document.addEventListener('keydown', pressed);
document.getElementById('help').addEventListener('click', help);
window.addEventListener('hashchange', () => arrive().catch(trouble));
arrive().catch((e) => {
  document.getElementById('view').replaceChildren(el('h1', { tabindex: '-1' }, 'The drafts cannot be shown'), el('p', {}, e.message));
  document.documentElement.dataset.ready = 'true';
  if (!(e instanceof Refused)) throw e;
});
