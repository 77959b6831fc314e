// One line, Enter, next: whatever is typed until the page is back belongs to the next line, never to the shortcuts.
const box = document.querySelector('.quick--entry #text');
const kept = sessionStorage.getItem('next-line');
let sent;
let sentAt = -Infinity;

sessionStorage.removeItem('next-line');
export const quietUntil = kept === null ? 0 : performance.now() + 1000;

if (box) {
  const [action, begun] = JSON.parse(kept ?? '[]');
  if (action === box.form.action) {
    box.value = [box.value, begun].filter(Boolean).join(' ');
    (box.form.querySelector('.is-invalid') ?? box).focus();
  }
  box.form.addEventListener('submit', (event) => {
    if (event.timeStamp - sentAt < 3000) {
      event.preventDefault();
      return;
    }
    sentAt = event.timeStamp;
    sent = box.value;
    window.addEventListener('pagehide', keep, { once: true });
  });
}

function keep() {
  const begun = box.value.startsWith(sent) ? box.value.slice(sent.length) : box.value;
  sessionStorage.setItem('next-line', JSON.stringify([box.form.action, begun]));
}
