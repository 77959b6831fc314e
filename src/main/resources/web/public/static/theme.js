// runs before the first paint; without it the style sheet follows the system by itself
if (!document.documentElement.dataset.bsTheme) {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const follow = () => { document.documentElement.dataset.bsTheme = dark.matches ? 'dark' : 'light'; };
  follow();
  dark.addEventListener('change', follow);
}
