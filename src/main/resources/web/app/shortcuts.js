import { quietUntil } from './quick.js';

// Single keys, where the page has their list (somebody signed in who has not switched them off) and nobody is typing.
const help = document.getElementById('shortcuts');
const pages = { o: '/occurrences', a: '/actions' };
let going = -Infinity;

const typing = (element) => element.closest('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]');

const move = (step) => {
  const rows = [...document.querySelectorAll('main .list__title, main .ticket__title')];
  const at = rows.findIndex((row) => (row.closest('tr, li') ?? row).contains(document.activeElement));
  const row = rows[at < 0 ? (step > 0 ? 0 : rows.length - 1) : Math.min(Math.max(at + step, 0), rows.length - 1)];
  if (row) row.focus();
};

const keys = {
  '/': () => document.getElementById('search').focus(),
  n: () => { const report = document.querySelector('a.btn-report'); if (report) report.click(); },
  j: () => move(1),
  k: () => move(-1),
  x: () => document.activeElement.closest('tr')?.querySelector('input[form=choosing]')?.click(),
  '?': () => help.showModal()
};

if (help) {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.timeStamp < quietUntil || help.open || typing(event.target)) return;
    const follows = event.timeStamp - going < 1500 && pages[event.key];
    going = event.key === 'g' ? event.timeStamp : -Infinity;
    if (follows) {
      location.assign(follows);
    } else if (keys[event.key]) {
      event.preventDefault();
      keys[event.key]();
    }
  });
}
