// Wording help while one writes: the hints of a box follow its text, a marked phrase leads to its place, and questions
// go in where the cursor is instead of by saving the page.
const PAUSE = 1200;
const waiting = new WeakMap();
const left = new Set();
let lastBox = null;

document.addEventListener('input', (event) => {
  const box = event.target;
  if (!box.dataset?.wording) return;
  clearTimeout(waiting.get(box));
  waiting.set(box, setTimeout(() => check(box), PAUSE));
});
document.addEventListener('focusin', (event) => {
  if (event.target.matches?.('#writing textarea[data-wording]')) follow(event.target);
});
document.addEventListener('click', (event) => {
  const mark = event.target.closest('mark[data-from]');
  if (mark) show(mark);
  const button = event.target.closest('button[name="insert"]');
  if (button && insert(button)) event.preventDefault();
  const leave = event.target.closest('[data-leave]');
  if (leave) putAway(leave.closest('[data-wording-note]'));
});
document.querySelectorAll('[data-leave]').forEach((button) => { button.hidden = false; });

async function check(box) {
  const body = new URLSearchParams({
    'csrf-token': box.form.elements['csrf-token'].value, field: box.name, text: box.value, reads: box.dataset.wording,
  });
  const answer = await fetch('/wording-checks', { method: 'POST', body }).catch(() => null);
  const place = document.getElementById(`${box.name}-wording`);
  // signed out or away: the hints stay as they are, the saving says what is wrong
  if (!answer?.ok || answer.redirected || !place) return;
  const holder = document.createElement('template');
  holder.innerHTML = (await answer.text()).trim();
  const fresh = holder.content.firstElementChild;
  const note = fresh?.querySelector('[data-wording-note]');
  if (note && left.has(words(note))) note.remove();
  fresh?.querySelectorAll('[data-leave]').forEach((button) => { button.hidden = false; });
  if (fresh && fresh.innerHTML !== place.innerHTML) place.replaceWith(fresh);
}

function words(note) {
  return [...note.querySelectorAll('mark')].map((mark) => mark.textContent).join('|');
}

function putAway(note) {
  left.add(words(note));
  const box = boxOf(note.parentElement);
  note.remove();
  box?.focus();
}

function boxOf(place) {
  const name = place.id.replace(/-wording$/, '');
  return document.querySelector(`[data-wording][name="${CSS.escape(name)}"]`);
}

function show(mark) {
  const box = boxOf(mark.closest('[id$="-wording"]'));
  box?.focus();
  box?.setSelectionRange(Number(mark.dataset.from), Number(mark.dataset.to));
}

/** Which section questions go into, and which of them suit it. */
function follow(box) {
  lastBox = box;
  const into = document.getElementById('into');
  if (into) into.value = box.name;
  document.querySelectorAll('[data-suits]').forEach((group) => { group.open = group.dataset.suits.split(' ').includes(box.name); });
}

function insert(button) {
  const advised = button.closest('[data-wording-note]');
  const box = advised ? boxOf(advised.parentElement) : sectionChosen();
  if (!box) return false;
  const questions = advised ? [...advised.querySelectorAll('[data-question]')].map((one) => one.textContent) : [button.dataset.text];
  const at = advised || box !== lastBox ? box.value.length : box.selectionEnd;
  const before = box.value.slice(0, at).trimEnd();
  const text = (before ? '\n\n' : '') + questions.map((question) => `**${question}**\n\n`).join('');
  box.focus();
  box.setRangeText(text, before.length, at, 'end');
  box.dispatchEvent(new Event('input', { bubbles: true }));
  return true;
}

function sectionChosen() {
  const name = document.getElementById('into')?.value;
  return name ? document.querySelector(`#writing [data-wording][name="${CSS.escape(name)}"]`) : null;
}
