// The address says which view is shown, so that a view can be linked to and Back works.

const title = document.title;
let first = true;

async function route() {
  const hash = location.hash || '#/';
  if (!hash.startsWith('#/')) return;
  const [path, query] = hash.slice(2).split('?');
  const parts = path.split('/').map(decoded);
  const name = parts[0] === 'cells' || parts[0] === 'cell' ? parts[0] : 'overview';
  const view = document.getElementById(name);
  if (name === 'cells') showTable(view, new URLSearchParams(query || ''));
  if (name === 'cell') await showCell(view, parts[1] || '', parts[2] || '');
  for (const id of ['overview', 'cells', 'cell']) document.getElementById(id).hidden = id !== name;
  for (const one of document.querySelectorAll('nav [data-view]')) {
    if (one.dataset.view === name) one.setAttribute('aria-current', 'page');
    else one.removeAttribute('aria-current');
  }
  const heading = view.querySelector('h1');
  document.title = name === 'overview' ? title : heading.textContent.trim() + ' – ' + title;
  if (!first) {
    scrollTo(0, 0);
    heading.focus({ preventScroll: true });
  }
  first = false;
  if (name === 'overview') drawCharts();
}

function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch (broken) {
    return part;
  }
}

load().then(() => {
  addEventListener('hashchange', route);
  let waiting = 0;
  addEventListener('resize', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { if (!document.getElementById('overview').hidden) drawCharts(); }, 150);
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', drawCharts);
  return route();
}).then(() => document.documentElement.setAttribute('data-ready', ''));
