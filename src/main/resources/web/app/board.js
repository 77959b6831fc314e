// Actions go from column to column of the board: dragged, or from the menu of a ticket, which m opens. The server
// decides, and what it answers takes the place of what was there; without this, the buttons of the tickets do.
const place = () => document.getElementById('placing');
const titles = (column) => [...column.querySelectorAll('.ticket__title')];
const status = document.createElement('p');
let dragged = null;

if (document.querySelector('[data-board]')) {
  status.className = 'visually-hidden';
  status.setAttribute('role', 'status');
  document.body.append(status);
  prepare();
}

function prepare() {
  if (!place()) return;
  document.querySelectorAll('[data-ticket]').forEach((ticket) => {
    ticket.draggable = true;
    ticket.querySelectorAll('a').forEach((link) => { link.draggable = false; });
    ticket.querySelector('[data-move]').hidden = false;
  });
}

async function move(ticket, column) {
  const from = ticket.closest('[data-column]');
  const form = place();
  const home = { parent: ticket.parentNode, next: ticket.nextSibling };
  form.elements.was.value = from.dataset.column;
  form.elements.to.value = column.dataset.column;
  (column.querySelector('ul') ?? column.appendChild(document.createElement('ul'))).prepend(ticket);
  try {
    const answer = await fetch(`/actions/${ticket.dataset.ticket}/placement`, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
    const led = new URL(answer.url).pathname;
    // somebody has to say something first, or to sign in again
    if (answer.redirected && led !== '/actions') return location.assign(led + (led.startsWith('/actions/') ? `#${column.dataset.words}` : ''));
    if (!answer.ok && answer.status !== 409) throw new Error(answer.status);
    show(await answer.text(), ticket.dataset.ticket, column.dataset.column);
  } catch {
    home.parent.insertBefore(ticket, home.next);
    status.textContent = 'It is back where it was: the server did not answer. Try again.';
  }
}

function show(html, id, key) {
  const fresh = new DOMParser().parseFromString(html, 'text/html');
  const bar = document.querySelector('.topbar');
  const scrolled = document.querySelector('[data-board]').scrollLeft;
  while (bar.nextSibling) bar.nextSibling.remove();
  let node = fresh.querySelector('.topbar').nextSibling;
  while (node) {
    const next = node.nextSibling;
    bar.parentNode.append(document.importNode(node, true));
    node = next;
  }
  prepare();
  const notes = [...document.querySelectorAll('#main > .note')];
  notes.forEach((note) => note.removeAttribute('role'));
  status.textContent = notes.map((note) => (note.firstChild?.textContent ?? '').trim()).join(' ');
  const board = document.querySelector('[data-board]');
  if (board) board.scrollLeft = scrolled;
  const moved = document.querySelector(`[data-column="${CSS.escape(key)}"] [data-ticket="${id}"] .ticket__title`) ?? document.querySelector(`[data-ticket="${id}"] .ticket__title`);
  (moved ?? document.getElementById(`column-${key}`))?.focus();
}

function ask(ticket) {
  const dialog = document.getElementById('moving');
  dialog.querySelector('[data-title]').textContent = ticket.querySelector('.ticket__title').textContent;
  dialog.querySelectorAll('[data-to]').forEach((button) => {
    button.hidden = button.dataset.to === ticket.closest('[data-column]').dataset.column;
    button.onclick = () => {
      dialog.close();
      move(ticket, document.querySelector(`[data-column="${CSS.escape(button.dataset.to)}"]`));
    };
  });
  dialog.showModal();
}

document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-move]');
  const ticket = button?.closest('[data-ticket]');
  if (ticket) ask(ticket);
});

document.addEventListener('keydown', (event) => {
  const ticket = event.target.closest?.('[data-ticket]');
  if (!ticket || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const column = ticket.closest('[data-column]');
  const at = titles(column).indexOf(ticket.querySelector('.ticket__title'));
  const columns = [...document.querySelectorAll('[data-column]')].filter((one) => titles(one).length > 0);
  const beside = (step) => { const all = titles(columns[columns.indexOf(column) + step] ?? column); return all[Math.min(at, all.length - 1)]; };
  const next = { ArrowDown: () => titles(column)[at + 1], ArrowUp: () => titles(column)[at - 1], ArrowRight: () => beside(1), ArrowLeft: () => beside(-1) }[event.key];
  if (next) {
    event.preventDefault();
    next()?.focus();
  } else if (event.key === 'm' && place() && document.getElementById('shortcuts')) {
    event.preventDefault();
    ask(ticket);
  }
});

document.addEventListener('dragstart', (event) => {
  dragged = event.target.closest?.('[data-ticket]') ?? null;
  if (!dragged) return;
  event.dataTransfer.effectAllowed = 'move';
  event.dataTransfer.setData('text/plain', dragged.querySelector('.ticket__title').textContent);
  dragged.classList.add('ticket--dragged');
});

document.addEventListener('dragover', (event) => {
  const over = dragged && event.target.closest?.('[data-column]');
  mark(over);
  if (over) event.preventDefault();
});

document.addEventListener('drop', (event) => {
  const column = dragged && event.target.closest?.('[data-column]');
  if (!column) return;
  event.preventDefault();
  if (column !== dragged.closest('[data-column]')) move(dragged, column);
});

document.addEventListener('dragend', () => {
  dragged?.classList.remove('ticket--dragged');
  dragged = null;
  mark(null);
});

function mark(over) {
  document.querySelectorAll('[data-column]').forEach((column) => column.classList.toggle('board__col--over', column === over));
}
