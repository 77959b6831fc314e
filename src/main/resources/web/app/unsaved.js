// Leaving a page with unsaved words asks first; sending the form itself does not.
const touched = new Set();

document.addEventListener('input', (event) => {
  const form = event.target.form;
  if (form && 'unsaved' in form.dataset) touched.add(form);
});
document.addEventListener('submit', (event) => touched.delete(event.target));
window.addEventListener('beforeunload', (event) => {
  if (touched.size > 0) event.preventDefault();
});
