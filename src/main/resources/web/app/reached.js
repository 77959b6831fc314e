// An address may lead to a field that is folded away: it is opened, and ready to be typed in.
function reach() {
  const field = /^#[\w-]+$/.test(location.hash) && document.querySelector(`textarea${location.hash}, input${location.hash}, select${location.hash}`);
  if (!field) return;
  for (let folded = field.closest('details'); folded; folded = folded.parentElement.closest('details')) folded.open = true;
  field.scrollIntoView({ block: 'center' });
  field.focus();
}

window.addEventListener('hashchange', reach);
reach();
