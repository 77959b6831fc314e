// Chapters are open, so that a page works without this. On a narrow screen they begin folded; an address that leads into one opens it, and paper has all of them.
const folds = [...document.querySelectorAll('details[data-fold]')];

function unfold(hash) {
  const there = hash.length > 1 && document.getElementById(decodeURIComponent(hash.slice(1)));
  if (!there) return;
  for (let fold = there.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
  there.scrollIntoView();
}

if (folds.length) {
  let folded = [];
  if (matchMedia('(max-width: 639.98px)').matches) for (const fold of folds) fold.open = false;
  addEventListener('hashchange', () => unfold(location.hash));
  // the same address again is no change
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (link && link.hash === location.hash) unfold(link.hash);
  });
  addEventListener('beforeprint', () => {
    folded = folds.filter((fold) => !fold.open);
    for (const fold of folded) fold.open = true;
  });
  addEventListener('afterprint', () => {
    for (const fold of folded) fold.open = false;
  });
  unfold(location.hash);
}
