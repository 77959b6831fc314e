import { Box, clean } from './box.js';
import { Copies } from './copies.js';

// The writing page saves each text by itself, one after the other. Without this its buttons save them all.
const PAUSE = 1_500;
const LONGEST = 10_000;
// long enough for a click on a button, which saves everything
const BLUR = 400;
const MOST_PATIENT = 30_000;

const form = document.querySelector('form[data-autosave]');
const signal = 'BroadcastChannel' in window ? new BroadcastChannel('closecall') : null;
const boxes = form ? [...form.querySelectorAll('input[name^="was."]')].map((was) => new Box(form, was)) : [];
const copies = form && new Copies(form.dataset.person, form.dataset.autosave);
let sending = null;
let failures = 0;
let submitted = false;
let timer;

if (form) {
  delete form.dataset.unsaved;
  form.addEventListener('input', (event) => typed(boxOf(event.target)));
  form.addEventListener('focusout', (event) => { if (boxOf(event.target)?.waits) plan(BLUR); });
  form.addEventListener('click', choose);
  form.addEventListener('submit', submit);
  document.addEventListener('visibilitychange', () => plan(0));
  window.addEventListener('focus', () => plan(0));
  window.addEventListener('online', () => plan(0));
  window.addEventListener('pagehide', leave);
  window.addEventListener('beforeunload', (event) => { if (!submitted && (boxes.some((box) => box.dirty && box.problem) || answering())) event.preventDefault(); });
  signal?.addEventListener('message', () => plan(0));
  boxes.filter((box) => box.dirty).forEach(typed);
  // the server has just refused these
  boxes.filter((box) => box.field.matches('.is-invalid')).forEach((box) => { box.refused = box.text; });
  offer();
} else if (document.querySelector('.side__me')) {
  // somebody may have signed in here for a writing page that waits for it
  signal?.postMessage('signed in');
}

// The last words go out though nobody waits for the answer; a form that was sent has them already.
function leave() {
  if (!submitted) boxes.filter((box) => box.waits && box.sent !== box.text).forEach((box) => box.post().catch(() => {}));
}

// What this page shows of each text, for it to be told of what others saved.
export function stamps() {
  return Object.fromEntries(boxes.map((box) => [box.was.name, box.was.value]));
}

// A text nobody touches here becomes what somebody else has saved; one that is being written clashes when it is saved.
export function takeIn(taken) {
  const box = boxes.find((one) => one.key === taken.dataset.taken);
  if (!box || box.dirty || box.clash || box.sent !== undefined || document.activeElement === box.field) return;
  const said = taken.content.cloneNode(true);
  const text = said.querySelector('textarea');
  text.remove();
  // whoever facilitates now may have come after the page was opened
  if (box.field.options && ![...box.field.options].some((option) => option.value === text.value)) return;
  box.field.value = text.value;
  box.calm = said;
  box.acknowledge(clean(text.value), taken.dataset.stamp);
  box.say(said);
  box.field.dispatchEvent(new Event('input', { bubbles: true }));
}

// An answer to a comment is saved by its button only.
function answering() {
  return [...form.querySelectorAll('[name^="answer."]')].some((field) => field.value.trim());
}

function boxOf(field) {
  return boxes.find((box) => box.field === field);
}

function typed(box) {
  if (!box) return;
  if (!box.dirty && !box.clash) {
    copies.drop(box.key);
    box.say(box.calm);
    return;
  }
  const kept = copies.keep(box.key, box.text, box.was.value);
  if (box.clash) return;
  if (!box.problem) box.say(kept ? 'typed' : 'noCopy');
  box.since ??= Date.now();
  plan(failures ? patience() : Math.min(PAUSE, Math.max(0, LONGEST - (Date.now() - box.since))));
}

function plan(wait) {
  clearTimeout(timer);
  timer = setTimeout(send, wait);
}

function patience() {
  return Math.min(MOST_PATIENT, 1_000 * 2 ** failures);
}

// Resolves when everything that waited was tried once.
function send() {
  clearTimeout(timer);
  return alone(async () => {
    for (const box of boxes.filter((one) => one.waits)) {
      if (!await save(box)) break;
    }
    if (boxes.some((box) => box.waits)) plan(failures ? patience() : PAUSE);
  });
}

function alone(work) {
  sending ??= work().finally(() => { sending = null; });
  return sending;
}

// Whether it is worth trying the next one.
async function save(box, choice) {
  const text = box.text;
  box.sent = text;
  if (!box.problem) box.say('saving');
  try {
    const answer = await posted(box, choice);
    failures = 0;
    return await hear(box, text, answer, choice);
  } catch {
    failures++;
    tell(box, 'away');
    return false;
  } finally {
    box.sent = undefined;
  }
}

// What keeps one from being saved keeps the others.
function tell(box, why) {
  new Set([box, ...boxes.filter((one) => one.waits)]).forEach((one) => one.say(why));
}

// Who has signed in again has another token.
async function posted(box, choice) {
  const answer = await box.post(choice);
  if (answer.status >= 500) throw new Error(answer.statusText);
  if (answer.status !== 400) return answer;
  const page = await fetch(location.pathname, { headers: { 'X-Live': 'yes' } });
  const token = new DOMParser().parseFromString(await page.text(), 'text/html').querySelector('#writing [name="csrf-token"]')?.value;
  if (token) form.elements['csrf-token'].value = token;
  return box.post(choice);
}

async function hear(box, text, answer, choice) {
  const said = document.createRange().createContextualFragment(await answer.text());
  if (answer.status === 200) {
    saved(box, text, said, choice);
    return true;
  }
  if (answer.status === 401 || answer.status === 403) {
    tell(box, said.firstElementChild?.matches('.autosave') ? said : 'signedOut');
    return false;
  }
  if (answer.status === 409) {
    box.settle();
    box.clash = said.firstElementChild;
    box.place(box.clash);
    box.say('clash');
    return true;
  }
  box.refused = text;
  box.say(said.firstElementChild?.matches('.autosave') ? said : 'gone');
  return true;
}

function saved(box, text, said, choice) {
  const { stamp } = said.querySelector('[data-stamp]').dataset;
  const stands = said.querySelector('textarea');
  stands?.remove();
  box.calm = said;
  if (choice && box.text === text) box.field.value = stands.value;
  box.acknowledge(choice ? clean(stands.value) : text, stamp);
  if (choice) box.field.dispatchEvent(new Event('input', { bubbles: true }));
  else typed(box);
}

async function choose(event) {
  const button = event.target.closest('[data-choice]');
  const box = button && boxes.find((one) => one.clash?.contains(button));
  if (!box) return;
  await sending;
  await alone(() => save(box, button.dataset.choice));
  if (!box.clash) box.field.focus();
}

// The form saves what waits by itself. It must not meet an older text of its own on the way, and while nothing can be
// saved its answer would take this page away.
async function submit(event) {
  clearTimeout(timer);
  submitted = !boxes.some((box) => box.dirty && box.problem || box.sent !== undefined && box.sent !== box.text);
  if (submitted) return;
  event.preventDefault();
  await sending;
  await send();
  const stuck = boxes.find((box) => box.dirty);
  if (stuck) stuck.field.scrollIntoView({ block: 'center' });
  else form.requestSubmit(event.submitter);
}

async function offer() {
  for (const copy of await copies.left()) {
    const box = boxes.find((one) => one.key === copy.key);
    if (box && (copy.text === box.saved || copy.text === box.text)) copy.drop();
    else if (box) await compare(box, copy);
  }
}

async function compare(box, copy) {
  const body = new URLSearchParams({ 'csrf-token': form.elements['csrf-token'].value, text: copy.text, at: copy.at });
  const answer = await fetch(`${form.getAttribute('action')}/${box.key}/copy`, { method: 'POST', body }).catch(() => null);
  if (answer?.status === 204) copy.drop();
  if (answer?.status !== 200) return;
  const note = document.createRange().createContextualFragment(await answer.text()).firstElementChild;
  note.addEventListener('click', (event) => {
    if (!event.target.closest('[data-restore], [data-discard]')) return;
    if (event.target.closest('[data-restore]')) restore(box, copy);
    copy.drop();
    note.remove();
    box.field.focus();
  });
  box.place(note);
}

// As if it were typed again over what it was typed over: whoever saved something else since is not overwritten.
function restore(box, copy) {
  box.field.value = copy.text;
  box.was.value = copy.was;
  box.field.dispatchEvent(new Event('input', { bubbles: true }));
}
