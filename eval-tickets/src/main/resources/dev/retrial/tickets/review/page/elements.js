// Everything that is shown becomes text nodes: whatever a customer or an agent wrote, none of it is markup.

function el(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name === 'on') {
      for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
    } else if (name === 'value') {
      element.value = value;
    } else {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  element.append(...children.flat(3).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** Puts these in place of what is there. */
function fill(place, ...children) {
  place.replaceChildren(...children.flat(3).filter((child) => child !== null && child !== undefined && child !== false));
}

function button(text, action, attributes) {
  return el('button', { type: 'button', ...attributes, on: { click: action } }, text);
}

const number = new Intl.NumberFormat('en');

function count(amount, noun) {
  return number.format(amount) + ' ' + noun + (amount === 1 ? '' : 's');
}

// What turns the direction of text, has no width or controls a terminal is shown as what it is, so that nobody is shown one thing and accepts another.
const UNSEEN = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF]|\uDB40[\uDC00-\uDFFF]/g;

function visible(text) {
  const parts = [];
  let from = 0;
  for (const found of text.matchAll(UNSEEN)) {
    parts.push(text.slice(from, found.index), el('span', { class: 'unseen', title: 'a character that cannot be seen' },
      'U+' + found[0].codePointAt(0).toString(16).toUpperCase().padStart(4, '0')));
    from = found.index + found[0].length;
  }
  parts.push(text.slice(from));
  return parts;
}

function language(code) {
  if (!code) return '';
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(code) || code;
  } catch (e) {
    return code;
  }
}

function sentence(text) {
  return text.slice(0, 1).toUpperCase() + text.slice(1) + '.';
}

function words(key) {
  return String(key || '').replaceAll('-', ' ');
}

/** Says it to whoever sees the page and whoever hears it; it goes by itself, and all of it stands elsewhere too. */
function tell(text) {
  const place = document.getElementById('told');
  place.replaceChildren(text);
  clearTimeout(tell.timer);
  tell.timer = setTimeout(() => place.replaceChildren(), 6000);
}

function key(letter) {
  return el('kbd', { 'aria-hidden': 'true' }, letter);
}
