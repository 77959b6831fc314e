// Rows of a list that are chosen: how many they are, and all of the page at once.
const bar = document.getElementById('choosing');

if (bar) {
  const all = bar.querySelector('input[type=checkbox]');
  const rows = [...document.querySelectorAll('input[form=choosing]')];

  const count = () => {
    const chosen = rows.filter((row) => row.checked).length;
    bar.querySelector('[role=status]').textContent = chosen > 0 ? `${chosen} chosen` : '';
    bar.querySelector('button').disabled = chosen === 0;
    all.checked = chosen === rows.length;
    all.indeterminate = chosen > 0 && chosen < rows.length;
  };

  all.closest('label').hidden = false;
  all.addEventListener('change', () => {
    rows.forEach((row) => { row.checked = all.checked; });
    count();
  });
  rows.forEach((row) => row.addEventListener('change', count));
  // coming back, a browser ticks what was ticked
  window.addEventListener('pageshow', count);
}
