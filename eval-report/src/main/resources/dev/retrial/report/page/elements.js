// Everything that is shown becomes text nodes: whatever a customer or an agent wrote, none of it is markup.

function el(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name === 'on') {
      for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
    } else {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

const number = new Intl.NumberFormat('en');

function count(amount, noun) {
  return number.format(amount) + ' ' + noun + (amount === 1 ? '' : 's');
}

function duration(millis) {
  if (millis < 1000) return millis + ' ms';
  return millis < 120000 ? (millis / 1000).toFixed(1) + ' s' : Math.floor(millis / 60000) + ' min';
}

function badge(outcome, text) {
  return el('span', { class: 'badge ' + outcome }, text);
}

function link(cell) {
  return '#/cell/' + encodeURIComponent(cell.case) + '/' + encodeURIComponent(cell.cohort);
}
