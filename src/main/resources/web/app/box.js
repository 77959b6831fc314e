// One text of the writing page: its field, the stamp of the version it was written over, and the words beside it that
// say how far it is.
const ANSWER = 20_000;
// browsers send no more than this on after a page has gone
const PARTING = 60_000;

// As the server keeps it.
export const clean = (text) => text.replace(/\r\n/g, '\n').trimEnd();

export class Box {
  constructor(form, was) {
    this.form = form;
    this.was = was;
    this.key = was.name.slice(4);
    this.field = form.elements[this.key];
    this.state = form.querySelector(`[data-state="${this.key}"]`);
    this.saved = 'unsaved' in was.dataset ? null : clean(asSent(this.field));
    this.problem = '';
    // the words beside it while there is nothing to save
    this.calm = document.createDocumentFragment();
    this.calm.append(...[...this.state.childNodes].map((node) => node.cloneNode(true)));
    this.clash = null;
  }

  get text() {
    return clean(this.field.value);
  }

  get dirty() {
    return this.text !== this.saved;
  }

  // Worth another try: a refused text is not, before it is another.
  get waits() {
    return this.dirty && this.since !== undefined && !this.clash && this.refused !== this.text;
  }

  post(choice = '') {
    const body = new URLSearchParams({
      'csrf-token': this.form.elements['csrf-token'].value, as: this.form.dataset.person,
      [this.key]: this.text, [this.was.name]: this.was.value
    });
    if (choice) {
      body.set('choice', `${choice}.${this.key}`);
      body.set(`seen.${this.key}`, this.clash.dataset.seen);
    }
    const sent = body.toString();
    return fetch(`${this.form.getAttribute('action')}/${this.key}/autosave`, {
      method: 'POST', headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body: sent,
      keepalive: sent.length < PARTING, signal: AbortSignal.timeout(ANSWER)
    });
  }

  // The server has this text; what was typed since is not saved yet.
  acknowledge(text, stamp) {
    this.saved = text;
    this.was.value = stamp;
    this.since = undefined;
    this.refused = undefined;
    this.settle();
    this.state.parentElement.querySelector('[data-versions]')?.removeAttribute('hidden');
  }

  settle() {
    this.clash?.remove();
    this.clash = null;
  }

  // Above the text, where also a phone shows it.
  place(note) {
    (this.field.closest('.write__head') ?? this.field).before(note);
  }

  // say is the name of a state the page has words for, or what the server answered.
  say(say) {
    const words = typeof say === 'string' ? this.form.querySelector(`[data-state-of="${say}"]`).content : say;
    this.state.replaceChildren(words.cloneNode(true));
    const problem = this.state.querySelector('.autosave--bad')?.textContent.trim() ?? '';
    if (problem !== this.problem) this.form.querySelector('[data-says]').textContent = problem || 'Saved.';
    this.problem = problem;
  }
}

// A browser may fill in what was typed before the page was loaded again: that is not saved.
function asSent(field) {
  return field.options ? [...field.options].find((option) => option.defaultSelected)?.value ?? '' : field.defaultValue;
}
