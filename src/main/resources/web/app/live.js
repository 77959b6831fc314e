import htmx from 'htmx.org';

// While a record goes on, its page follows what others do. What somebody types or is about to press is never touched.
const live = document.querySelector('[data-live]');
let source;
let fresh;
let asking = false;
let behind = false;
let over = false;
let lost;

const PATIENCE = 10_000;

if (live && 'EventSource' in window) {
  window.addEventListener('offline', missing);
  window.addEventListener('online', again);
  document.addEventListener('visibilitychange', follow);
  document.addEventListener('focusout', () => setTimeout(swap));
  follow();
}

// A hidden tab lets go: browsers open only a few connections to one server.
function follow() {
  if (document.hidden) {
    leave();
    found();
    return;
  }
  if (source || over) return;
  missing();
  source = new EventSource(`${live.dataset.live}?seen=${live.dataset.seen}`);
  source.addEventListener('open', opened);
  source.addEventListener('error', (event) => {
    missing();
    // an answer that is no stream ends the browser's own trying
    if (event.target.readyState === EventSource.CLOSED && event.target === source) setTimeout(again, PATIENCE / 2);
  });
  source.addEventListener('change', (event) => {
    live.dataset.seen = event.lastEventId;
    refresh();
  });
  source.addEventListener('end', () => {
    over = true;
    leave();
    found();
    refresh();
  });
}

function leave() {
  source?.close();
  source = undefined;
}

function again() {
  leave();
  follow();
}

// Every stream ends now and then, and is soon open again: only what stays away is worth a word.
function missing() {
  lost ??= setTimeout(() => say(false), PATIENCE);
}

function found() {
  clearTimeout(lost);
  lost = undefined;
}

// What was missed meanwhile the server tells by itself.
function opened() {
  found();
  if (behind) refresh();
  else say(true);
}

function say(on) {
  live.querySelector('[data-live-on]').hidden = !on;
  live.querySelector('[data-live-off]').hidden = on;
  live.querySelector('[data-live-lost]').hidden = on;
}

// Only members see what was removed.
function gone() {
  over = true;
  leave();
  found();
  live.querySelector('[data-live-on]').hidden = true;
  live.querySelector('[data-live-off]').hidden = true;
  live.querySelector('[data-live-gone]').hidden = false;
}

async function refresh() {
  if (asking) return;
  asking = true;
  const seen = live.dataset.seen;
  try {
    const answer = await fetch(live.querySelector('a').pathname, { headers: { 'X-Live': 'yes' } });
    if (answer.status === 404) return gone();
    if (!answer.ok || answer.redirected) return say(false);
    fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    behind = false;
    swap();
    say(!lost);
    live.hidden = over;
  } catch {
    behind = true;
    say(false);
    setTimeout(() => { if (behind) refresh(); }, PATIENCE);
  } finally {
    asking = false;
    if (seen !== live.dataset.seen) refresh();
  }
}

function swap() {
  if (!fresh) return;
  let changed = false;
  for (const part of document.querySelectorAll('[data-part]')) {
    const other = fresh.getElementById(part.id);
    if (!other || other.outerHTML === part.outerHTML || busy(part)) continue;
    const copy = document.importNode(other, true);
    copy.querySelectorAll('details').forEach((details, i) => { details.open ||= part.querySelectorAll('details')[i]?.open ?? false; });
    // bringing the record back must not cost what is typed here
    if (copy.id === 'removed') copy.querySelector('form')?.setAttribute('target', '_blank');
    part.replaceWith(copy);
    htmx.process(copy);
    changed = true;
  }
  if (changed) live.querySelector('[role=status]').textContent = 'The page shows something new.';
}

function busy(part) {
  return part.contains(document.activeElement) || [...part.querySelectorAll('input, textarea, select')].some(typed);
}

function typed(field) {
  if (field.type === 'hidden') return false;
  if (field.options) return [...field.options].some((option) => option.selected !== option.defaultSelected && field.querySelector('[selected]'));
  return field.type === 'checkbox' || field.type === 'radio' ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
}
