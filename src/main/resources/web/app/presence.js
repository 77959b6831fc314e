import { stamps, takeIn } from './autosave.js';

// Who else is at work in this postmortem. The page says where its own writer is while they do something there, at most
// every half minute, and hears the others in the answer, with the texts they saved; nobody who has gone keeps asking.
const EVERY = 25_000;
const SILENCE = 60_000;

const here = document.querySelector('[data-presence]');
let last = -Infinity;
let forget;

if (here) {
  for (const sign of ['input', 'keydown', 'focusin', 'pointermove', 'scroll']) {
    document.addEventListener(sign, beat, { capture: true, passive: true });
  }
  show();
  beat();
}

async function beat() {
  if (document.hidden || performance.now() - last < EVERY) return;
  last = performance.now();
  const form = document.getElementById('writing');
  const writing = form.contains(document.activeElement) ? document.activeElement.name : '';
  const body = new URLSearchParams({ 'csrf-token': form.elements['csrf-token'].value, writing, ...stamps() });
  const answer = await fetch(here.dataset.presence, { method: 'POST', body }).catch(() => null);
  if (answer?.status !== 200) return;
  const heard = document.createRange().createContextualFragment(await answer.text());
  for (const text of heard.querySelectorAll('[data-taken]')) {
    takeIn(text);
    text.remove();
  }
  here.replaceChildren(heard);
  show();
}

// Also beside the text itself; what was heard is true for a minute.
function show() {
  document.querySelectorAll('[data-here]').forEach((mark) => mark.remove());
  for (const other of here.querySelectorAll('[data-writing]')) {
    const mark = document.createElement('span');
    mark.className = 'tag';
    mark.dataset.here = '';
    mark.textContent = `${other.querySelector('[data-name]').textContent} is writing here`;
    document.querySelector(`[data-state="${other.dataset.writing}"]`)?.before(mark);
  }
  clearTimeout(forget);
  forget = setTimeout(() => { here.replaceChildren(); show(); }, SILENCE);
}
