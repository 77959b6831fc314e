// Buttons and keys that write Markdown for those who do not know it by heart, and a look at how it will read. What they
// write goes through the browser's own editing, so that undoing works.
const edits = {
  bold: (box) => around(box, '**', 'bold words'),
  italic: (box) => around(box, '_', 'words'),
  code: (box) => (chosen(box).includes('\n') ? put(box, `\`\`\`\n${chosen(box)}\n\`\`\``) : around(box, '`', 'code')),
  list: (box) => lines(box, '- '),
  task: (box) => lines(box, '- [ ] '),
  quote: (box) => lines(box, '> '),
  table: (box) => block(box, '| What | When |\n|---|---|\n| … | … |'),
  link: (box) => put(box, `[${chosen(box) || 'words'}](https://)`, -1),
  image: (box) => toolsOf(box).querySelector('input[type="file"]').click(),
  preview: (box) => preview(box),
};
const keys = { b: 'bold', i: 'italic' };

document.querySelectorAll('[data-tools]').forEach((tools) => {
  tools.hidden = false;
  buttons(tools).forEach((button, place) => { button.tabIndex = place ? -1 : 0; });
});

document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-md]');
  if (!button) return;
  const box = boxOf(button.closest('[data-tools]'));
  if (box.hidden && button.dataset.md !== 'preview') preview(box);
  edits[button.dataset.md](box);
});

document.addEventListener('keydown', (event) => {
  const name = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && keys[event.key.toLowerCase()];
  if (name && event.target.matches('textarea') && toolsOf(event.target)) {
    event.preventDefault();
    edits[name](event.target);
  }
  const tools = event.target.closest?.('[data-tools]');
  if (tools) walk(event, buttons(tools));
});

// A toolbar is one stop of the tab key; the arrows go through it.
function walk(event, all) {
  const at = all.indexOf(event.target);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key];
  if (at < 0 || to === undefined) return;
  event.preventDefault();
  all[at].tabIndex = -1;
  const next = all[(to + all.length) % all.length];
  next.tabIndex = 0;
  next.focus();
}

function buttons(tools) {
  return [...tools.querySelectorAll('button')];
}

function boxOf(tools) {
  return document.getElementById(tools.getAttribute('aria-controls'));
}

function toolsOf(box) {
  return document.querySelector(`[data-tools][aria-controls="${CSS.escape(box.id)}"]`);
}

function chosen(box) {
  return box.value.slice(box.selectionStart, box.selectionEnd);
}

// In place of what is chosen; back is how far before its end the cursor goes.
export function put(box, text, back = 0) {
  box.focus();
  if (!document.execCommand('insertText', false, text)) {
    box.setRangeText(text, box.selectionStart, box.selectionEnd, 'end');
    box.dispatchEvent(new Event('input', { bubbles: true }));
  }
  box.selectionStart = box.selectionEnd += back;
}

function around(box, sign, words) {
  const text = chosen(box);
  const inside = text.length >= 2 * sign.length && text.startsWith(sign) && text.endsWith(sign);
  put(box, inside ? text.slice(sign.length, -sign.length) : sign + (text || words) + sign);
  const length = inside ? 0 : (text || words).length;
  if (length) box.setSelectionRange(box.selectionEnd - sign.length - length, box.selectionEnd - sign.length);
}

// Each line that is touched, from its beginning.
function lines(box, sign) {
  box.selectionStart = box.value.lastIndexOf('\n', box.selectionStart - 1) + 1;
  put(box, chosen(box).split('\n').map((line) => (line.startsWith(sign) ? line.slice(sign.length) : sign + line)).join('\n'));
}

// With an empty line before and after.
export function block(box, text) {
  const before = box.value.slice(0, box.selectionStart);
  const after = box.value.slice(box.selectionEnd);
  put(box, (before && !before.endsWith('\n\n') ? (before.endsWith('\n') ? '\n' : '\n\n') : '') + text + (after.startsWith('\n') ? '' : '\n'));
}

export function say(box, words, wrong = false) {
  const said = toolsOf(box).nextElementSibling;
  said.toggleAttribute('data-wrong', wrong);
  said.replaceChildren(words);
}

async function preview(box) {
  const button = toolsOf(box).querySelector('[data-md="preview"]');
  const shown = button.getAttribute('aria-pressed') === 'true';
  if (shown) {
    box.nextElementSibling.remove();
  } else if (!await show(box)) {
    say(box, 'The preview did not arrive: you may be signed out or offline. Your text is untouched.', true);
    return;
  }
  box.hidden = !shown;
  button.setAttribute('aria-pressed', String(!shown));
  say(box, '');
  if (shown) box.focus();
}

async function show(box) {
  const body = new URLSearchParams({ 'csrf-token': box.form.elements['csrf-token'].value, text: box.value });
  const answer = await fetch('/markdown-previews', { method: 'POST', body }).catch(() => null);
  if (!answer?.ok || answer.redirected) return false;
  const reading = document.createElement('div');
  reading.className = 'tools__shown read';
  reading.setAttribute('role', 'region');
  reading.setAttribute('aria-label', 'Preview');
  reading.innerHTML = await answer.text();
  box.after(reading);
  return true;
}
