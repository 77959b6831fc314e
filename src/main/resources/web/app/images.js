// Pictures pasted, dropped or chosen go to the server at once; what shows them goes where the cursor is when they are
// there, so that nothing half done is ever saved.
import { block, say } from './markdown.js';

document.addEventListener('paste', (event) => {
  const data = event.clipboardData;
  // a cell of a spreadsheet comes as words and as a picture of them: the words are meant
  if (takes(event.target) && data.files.length && !data.types.includes('text/plain')) send(event, data.files);
});
document.addEventListener('dragover', (event) => {
  if (!takes(event.target) || !event.dataTransfer.types.includes('Files')) return;
  event.preventDefault();
  event.target.classList.add('is-over');
});
for (const name of ['dragleave', 'drop']) document.addEventListener(name, (event) => event.target.classList?.remove('is-over'));
document.addEventListener('drop', (event) => {
  if (takes(event.target) && event.dataTransfer.files.length) send(event, event.dataTransfer.files);
});
document.addEventListener('change', (event) => {
  const tools = event.target.closest('[data-tools]');
  if (!tools || event.target.type !== 'file') return;
  upload(document.getElementById(tools.getAttribute('aria-controls')), [...event.target.files]);
  event.target.value = '';
});

function takes(box) {
  return box.matches?.('textarea') && box.form?.dataset.images && document.querySelector(`[data-tools][aria-controls="${CSS.escape(box.id)}"]`);
}

function send(event, files) {
  event.preventDefault();
  upload(event.target, [...files]);
}

async function upload(box, files) {
  const wrong = [];
  for (const file of files) {
    const answer = await post(box, file);
    if (answer.status === 201) block(box, answer.responseText);
    else wrong.push(answer.status === 422 ? answer.responseText : `${file.name || 'The picture'} did not arrive: you may be signed out or offline, or it is too large. Your text is untouched.`);
  }
  say(box, wrong.join(' '), wrong.length > 0);
}

function post(box, file) {
  const form = new FormData();
  form.append('csrf-token', box.form.elements['csrf-token'].value);
  form.append('image', file, file.name || 'picture');
  const bar = document.createElement('progress');
  bar.setAttribute('aria-label', `Attaching ${file.name || 'the picture'}`);
  bar.max = 1;
  bar.value = 0;
  say(box, bar);
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    request.upload.onprogress = (event) => { bar.value = event.loaded / event.total; };
    request.onloadend = () => done(request);
    request.open('POST', box.form.dataset.images);
    request.send(form);
  });
}
