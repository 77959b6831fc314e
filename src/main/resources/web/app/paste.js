// More than one line pasted into the one-line box goes to the preview, with what is typed there already.
document.addEventListener('paste', (event) => {
  const box = event.target;
  const pasted = event.clipboardData?.getData('text/plain') ?? '';
  if (!box.dataset?.paste || pasted.split(/\r\n|\r|\n/).filter((line) => line.trim()).length < 2) return;
  event.preventDefault();
  const form = document.createElement('form');
  form.method = 'post';
  form.action = box.dataset.paste;
  form.hidden = true;
  const before = box.value.slice(0, box.selectionStart);
  const after = box.value.slice(box.selectionEnd);
  field(form, 'csrf-token', box.form.elements['csrf-token'].value);
  field(form, 'pasted', before + pasted + after);
  document.body.append(form);
  form.submit();
});

function field(form, name, value) {
  const area = document.createElement('textarea');
  area.name = name;
  area.value = value;
  form.append(area);
}
