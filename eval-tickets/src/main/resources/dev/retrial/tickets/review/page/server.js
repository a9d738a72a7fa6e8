// The token stands in the page's address and goes with each request in a header; no cookie, which another port of this machine would be sent too.

const token = new URLSearchParams(location.search).get('token') || '';

class Refused extends Error {
  constructor(status, answer) {
    super(answer.error || 'This could not be done.');
    this.status = status;
    this.answer = answer;
  }
}

async function request(path, options) {
  let response;
  try {
    response = await fetch(path, { ...options, cache: 'no-store', credentials: 'omit', redirect: 'error' });
  } catch (e) {
    throw new Refused(0, { error: 'There is no answer. Is “retrial review” still running? Start it again and open the address that it prints; what was decided is kept.' });
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refused(response.status, answer);
  return answer;
}

function get(path, parameters) {
  const query = parameters ? '?' + new URLSearchParams(parameters) : '';
  return request(path + query, { headers: { 'Retrial-Token': token } });
}

function post(path, body) {
  return request(path, {
    method: 'POST',
    headers: { 'Retrial-Token': token, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
}
