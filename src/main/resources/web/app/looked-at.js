// A password can be looked at while it is typed; it goes to the server, and to the browser's keeper of passwords, hidden.
for (const password of document.querySelectorAll('input[type=password]')) {
  const choice = document.createElement('label');
  choice.className = 'form-check mt-1 py-1 mb-0';
  choice.innerHTML = '<input class="form-check-input" type="checkbox" autocomplete="off"><span class="form-check-label">Show what is typed</span>';
  const box = choice.firstChild;
  box.ariaLabel = `Show what is typed: ${password.labels[0].textContent}`;
  const hide = () => {
    box.checked = false;
    password.type = 'password';
  };
  box.addEventListener('change', () => {
    password.type = box.checked ? 'text' : 'password';
  });
  password.form.addEventListener('submit', hide);
  addEventListener('pagehide', hide);
  password.after(choice);
}
