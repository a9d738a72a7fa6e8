// Data lies in the page gzipped, block by block; a block is unpacked when it is looked at.

const unpacked = new Map();

async function unpack(id) {
  const letters = atob(document.getElementById(id).textContent);
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; i++) bytes[i] = letters.charCodeAt(i);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return JSON.parse(await new Response(stream).text());
}

function block(number) {
  if (!unpacked.has(number)) {
    // A few are kept, so that going through neighbours is quick and memory stays bounded.
    if (unpacked.size > 12) unpacked.delete(unpacked.keys().next().value);
    unpacked.set(number, unpack('block-' + number));
  }
  return unpacked.get(number);
}

/** The trials at places: block and index, by turns; what did not pass first. */
async function trialsAt(places) {
  const trials = [];
  for (let i = 0; i < (places || []).length; i += 2) trials.push((await block(places[i]))[places[i + 1]]);
  const rank = { failed: 0, diverged: 1, error: 2, passed: 3 };
  return trials.sort((a, b) => rank[a.outcome] - rank[b.outcome] || a.trial - b.trial);
}

const report = { compared: false, cells: [], byName: new Map(), byCase: new Map() };

async function load() {
  Object.assign(report, await unpack('data'));
  report.cells.forEach((cell, index) => {
    cell.index = index;
    cell.text = cell.text || cell.outcome;
    cell.checks = cell.checks || [];
    cell.tags = cell.tags || [];
    cell.words = [cell.case, cell.cohort, cell.failure, cell.difficulty, cell.file, cell.text, cell.change || '', cell.status || '',
      ...cell.checks, ...cell.tags].join(' ').toLowerCase();
    report.byName.set(cell.case + '\n' + cell.cohort, cell);
    if (!report.byCase.has(cell.case)) report.byCase.set(cell.case, []);
    report.byCase.get(cell.case).push(cell);
  });
}
