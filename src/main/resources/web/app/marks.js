// The mark of a timeline entry is copied by a click; without this it is a link to the entry whose words can be copied.
document.addEventListener('click', async (event) => {
  const mark = event.target.closest('a[data-copy]');
  if (!mark || event.ctrlKey || event.metaKey || !navigator.clipboard) return;
  event.preventDefault();
  await navigator.clipboard.writeText(mark.textContent);
  const said = document.createElement('span');
  said.className = 'small quiet';
  said.setAttribute('role', 'status');
  mark.after(said);
  said.textContent = ' copied';
  setTimeout(() => said.remove(), 2000);
});
