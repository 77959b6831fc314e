// A long list of things to tick gets a box that finds one. What is ticked stays in sight.
const FEW = 8;

for (const picks of document.querySelectorAll('[data-picks]')) {
  const rows = [...picks.querySelectorAll('label')];
  if (rows.length <= FEW) continue;
  const find = document.createElement('input');
  find.type = 'search';
  find.className = 'form-control form-control-sm picks__find';
  find.placeholder = 'Find';
  find.setAttribute('aria-label', `Find in ${picks.dataset.picks.toLowerCase()}`);
  find.addEventListener('input', () => narrow(rows, find.value));
  find.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') event.preventDefault();
  });
  picks.before(find);
}

function narrow(rows, text) {
  const words = text.trim().toLowerCase();
  for (const row of rows) {
    row.hidden = !row.textContent.toLowerCase().includes(words) && !row.querySelector('input').checked;
  }
}
