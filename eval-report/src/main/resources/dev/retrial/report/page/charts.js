// Charts repeat what a table beside them says, so they are hidden from those who do not see them.

const drawn = [];

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** The mean of two colours, for what lies behind a line. */
function band(name) {
  const hex = colour(name);
  return hex.length === 7 ? hex + '40' : hex;
}

function percents(values) {
  return values.map((value) => (value === null || value === undefined ? '' : Math.round(value * 100) + ' %'));
}

/** Lines with their intervals; points is a list of [x, [value, low, high]] for each line. */
function lines(place, xs, series, xAxis) {
  const data = [xs];
  const shown = [{}];
  const bands = [];
  series.forEach((one) => {
    const at = data.length;
    data.push(one.points.map((p) => (p ? p[0] : null)), one.points.map((p) => (p ? p[2] : null)), one.points.map((p) => (p ? p[1] : null)));
    shown.push({ label: one.label, stroke: colour(one.colour), width: 2, dash: one.dash, points: { size: 8, show: true } },
      { label: one.label + ', upper end', width: 0, points: { show: false } }, { label: one.label + ', lower end', width: 0, points: { show: false } });
    bands.push({ series: [at + 1, at + 2], fill: band(one.colour) });
  });
  const axis = { stroke: colour('--quiet'), grid: { stroke: colour('--line'), width: 1 }, ticks: { stroke: colour('--line') }, font: '12px system-ui, sans-serif' };
  return new uPlot({
    width: Math.max(240, place.clientWidth), height: 220, series: shown, bands,
    legend: { show: false }, cursor: { show: false },
    scales: { x: xAxis.scale, y: { range: [0, 1] } },
    axes: [{ ...axis, ...xAxis.axis }, { ...axis, values: (self, values) => percents(values), size: 56 }],
  }, data, place);
}

function legend(place, series) {
  place.append(el('p', { class: 'legend' }, series.map((one) => el('span', { class: one.key }, one.label))));
}

function drawCharts() {
  drawn.splice(0).forEach((chart) => chart.destroy());
  const difficulty = document.getElementById('difficulty-chart');
  if (difficulty && report.difficulty.length > 0) {
    difficulty.setAttribute('aria-hidden', 'true');
    difficulty.replaceChildren();
    const of = report.difficulty;
    const series = [
      { key: 'plain', label: 'cells', colour: '--accent', points: of.map((one) => one.plain) },
      { key: 'weighted', label: 'by tickets', colour: '--second', dash: [6, 4], points: of.map((one) => one.weighted) },
    ];
    drawn.push(lines(difficulty, of.map((one, i) => i), series, {
      scale: { time: false, range: [-0.5, of.length - 0.5] },
      axis: { splits: () => of.map((one, i) => i), values: (self, splits) => splits.map((i) => (of[i] ? of[i].name : '')) },
    }));
    legend(difficulty, series);
  }
  const earlier = document.getElementById('history-chart');
  if (earlier && report.history.length > 1) {
    earlier.setAttribute('aria-hidden', 'true');
    earlier.replaceChildren();
    // Evenly spaced: runs come in bursts, and what matters is their order.
    const of = report.history;
    drawn.push(lines(earlier, of.map((run, i) => i), [{ label: 'passed', colour: '--accent', points: of.map((run) => run.plain) }], {
      scale: { time: false, range: [-0.5, of.length - 0.5] },
      axis: { incrs: [1, 2, 5, 10, 20, 50], values: (self, splits) => splits.map((i) => (of[i] ? new Date(of[i].at * 1000).toISOString().slice(5, 16).replace('T', ' ') : '')) },
    }));
  }
}
