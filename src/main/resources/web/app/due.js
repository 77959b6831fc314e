// proposes the usual due date of the aim that is chosen, as long as nobody has typed one
document.addEventListener("change", (event) => {
  const due = event.target.form?.elements.dueOn;
  if (event.target.name === "aim" && due && event.target.dataset.due && (!due.value || due.value === due.dataset.proposed)) {
    due.value = event.target.dataset.due;
    due.dataset.proposed = due.value;
  }
});
