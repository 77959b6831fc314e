// Under a choice stands what the chosen one means; without this, all meanings can be opened below it.
for (const meanings of document.querySelectorAll('[data-explains]')) {
  const choice = document.getElementById(meanings.dataset.explains);
  const hint = document.getElementById(`${choice.id}-hint`);
  const nothing = choice.value === '' ? hint.textContent : '';
  const told = [...meanings.querySelectorAll('dd')].map((meaning) => meaning.textContent);
  hint.setAttribute('aria-live', 'polite');
  choice.addEventListener('change', () => {
    hint.textContent = choice.value === '' ? nothing : told[choice.selectedIndex - 1];
  });
}
