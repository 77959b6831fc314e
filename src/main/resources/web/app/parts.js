// The parts of a template move in place, by button or by dragging; without this the server moves them. Their order on
// the page is the order that is sent.
const list = document.querySelector('[data-parts]');

if (list) {
  let dragged = null;

  list.querySelectorAll('.part__grip').forEach((grip) => { grip.hidden = false; });

  list.addEventListener('click', (event) => {
    const button = event.target.closest('[data-move]');
    if (!button) return;
    event.preventDefault();
    const part = button.closest('.part');
    const other = button.dataset.move === 'up' ? part.previousElementSibling : part.nextElementSibling;
    if (!other) return;
    if (button.dataset.move === 'up') other.before(part);
    else other.after(part);
    moved(part);
    button.focus();
    part.scrollIntoView({ block: 'nearest' });
  });

  list.addEventListener('dragstart', (event) => {
    const grip = event.target.closest?.('.part__grip');
    if (!grip) return;
    dragged = grip.closest('.part');
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setDragImage(dragged, 0, 0);
    dragged.classList.add('part--dragged');
  });

  list.addEventListener('dragover', (event) => {
    const over = event.target.closest?.('.part');
    if (!dragged) return;
    event.preventDefault();
    if (!over || over === dragged) return;
    const box = over.getBoundingClientRect();
    if (event.clientY < box.top + box.height / 2) over.before(dragged);
    else over.after(dragged);
  });

  list.addEventListener('drop', (event) => { if (dragged) event.preventDefault(); });

  list.addEventListener('dragend', () => {
    if (!dragged) return;
    dragged.classList.remove('part--dragged');
    moved(dragged);
    dragged = null;
  });
}

// The buttons that go to the server name a part by its place, so every place is named anew.
function moved(part) {
  const parts = [...list.children];
  parts.forEach((one, place) => one.querySelectorAll('button[name="move"]').forEach((button) => {
    button.value = button.value.replace(/\d+$/, place);
  }));
  const title = part.querySelector('input[name^="title."]').value;
  document.querySelector('[data-arranged]').textContent = `${title} is number ${parts.indexOf(part) + 1} of ${parts.length} now.`;
  part.querySelector('input').dispatchEvent(new Event('input', { bubbles: true }));
}
