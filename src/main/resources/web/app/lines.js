// Which lines of the timeline a postmortem shows is saved as soon as it is chosen. What is sent says what the page showed
// before, so that only what was changed here counts; sent twice it does no harm.
const PAUSE = 600;
const MOST_PATIENT = 30_000;
const TURNS = ['SIGNAL', 'ACTION', 'DECISION'];

const lines = document.querySelector('[data-lines]');
const shown = lines?.querySelector('[name="line.shown"]');
const learned = lines?.querySelector('[name="line.learned"]');
let timer;
let failures = 0;
let dirty = false;
let sending = false;

if (learned) {
  lines.addEventListener('change', changed);
  lines.addEventListener('click', quick);
  for (const sign of ['focus', 'online']) window.addEventListener(sign, () => { if (dirty) plan(0); });
  window.addEventListener('pagehide', () => { if (dirty) post().catch(() => {}); });
  window.addEventListener('beforeunload', (event) => { if (dirty && failures > 0) event.preventDefault(); });
  document.getElementById('writing').addEventListener('submit', () => { clearTimeout(timer); dirty = false; });
}

function changed(event) {
  if (!event.target.matches('[name="line.appears"], [name="line.later"]')) return;
  event.target.closest('li').classList.toggle('line__choice--out', !event.target.closest('li').querySelector('[name="line.appears"]').checked);
  begin();
}

function quick(event) {
  const { value } = event.target.closest('button[name="lines"]') ?? {};
  if (value !== 'all' && value !== 'turns') return;
  event.preventDefault();
  lines.querySelectorAll('[name="line.appears"]').forEach((box) => {
    box.checked = value === 'all' || TURNS.includes(box.dataset.kind);
    box.closest('li').classList.toggle('line__choice--out', !box.checked);
  });
  begin();
}

function begin() {
  lines.querySelector('[data-count]').textContent = ticked('line.appears').length;
  dirty = true;
  say('typed');
  plan(PAUSE);
}

function plan(wait) {
  clearTimeout(timer);
  timer = setTimeout(send, wait);
}

const ticked = (name) => [...lines.querySelectorAll(`[name="${name}"]:checked`)].map((box) => box.value);

function post() {
  const form = document.getElementById('writing');
  const body = new URLSearchParams({ 'csrf-token': form.elements['csrf-token'].value, as: form.dataset.person, 'line.shown': shown.value, 'line.learned': learned.value });
  for (const name of ['line.appears', 'line.later']) ticked(name).forEach((id) => body.append(name, id));
  return fetch(lines.dataset.lines, { method: 'POST', body, keepalive: body.toString().length < 60_000, signal: AbortSignal.timeout(20_000) });
}

async function send() {
  if (sending) return plan(PAUSE);
  sending = true;
  dirty = false;
  const appear = ticked('line.appears');
  const later = ticked('line.later');
  say('saving');
  try {
    const answer = await post();
    if (answer.status === 200) {
      shown.value = appear.join();
      learned.value = later.join();
      failures = 0;
      if (!dirty) say(document.createRange().createContextualFragment(await answer.text()));
    } else {
      again([400, 401, 403].includes(answer.status) ? 'signedOut' : answer.status < 500 ? 'gone' : 'away');
    }
  } catch {
    again('away');
  } finally {
    sending = false;
  }
}

function again(why) {
  dirty = true;
  failures++;
  say(why);
  if (why !== 'gone') plan(Math.min(MOST_PATIENT, 1_000 * 2 ** failures));
}

function say(words) {
  const said = typeof words === 'string' ? document.querySelector(`[data-state-of="${words}"]`).content.cloneNode(true) : words;
  lines.querySelector('[data-state-lines]').replaceChildren(said);
  const problem = lines.querySelector('[data-state-lines] .autosave--bad')?.textContent.trim();
  if (problem || said !== words) return void (problem && (document.querySelector('[data-says]').textContent = problem));
  document.querySelector('[data-says]').textContent = 'Saved.';
}
