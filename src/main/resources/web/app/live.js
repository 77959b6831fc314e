import htmx from 'htmx.org';

// While a record goes on, its page follows what others do. What somebody types or is about to press is never touched.
const live = document.querySelector('[data-live]');
let source;
let fresh;
let asking = false;

if (live && 'EventSource' in window) {
  document.addEventListener('visibilitychange', follow);
  document.addEventListener('focusout', () => setTimeout(swap));
  follow();
}

// A hidden tab lets go: browsers open only a few connections to one server.
function follow() {
  if (document.hidden) {
    source?.close();
    source = undefined;
    return;
  }
  if (source) return;
  source = new EventSource(`${live.dataset.live}?seen=${live.dataset.seen}`);
  source.addEventListener('open', () => say(true));
  source.addEventListener('error', () => say(source?.readyState === EventSource.CONNECTING));
  source.addEventListener('change', (event) => {
    live.dataset.seen = event.lastEventId;
    refresh();
  });
  source.addEventListener('end', () => {
    source.close();
    live.hidden = true;
  });
}

function say(on) {
  live.querySelector('[data-live-on]').hidden = !on;
  live.querySelector('[data-live-off]').hidden = on;
}

async function refresh() {
  if (asking) return;
  asking = true;
  const seen = live.dataset.seen;
  try {
    const answer = await fetch(location.pathname, { headers: { 'X-Live': 'yes' } });
    if (!answer.ok || answer.redirected) return say(false);
    fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    swap();
  } catch {
    say(false);
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
