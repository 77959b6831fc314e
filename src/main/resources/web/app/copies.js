// What somebody types is kept in their browser until the server has it: by person, postmortem and text, so that nobody
// sees another's on a shared one. Each page writes a copy of its own, and so never over one that is still on offer.
const PAGE = Date.now().toString(36);

export class Copies {
  constructor(person, postmortem) {
    this.prefix = `closecall.text.${person}.${postmortem}.`;
    // a page that is still open looks after its copies itself; browsers tell only where the address is a secure one
    navigator.locks?.request(`closecall ${PAGE}`, () => new Promise(() => {}));
  }

  // False where the browser has no room or lets nothing be kept.
  keep(key, text, was) {
    try {
      localStorage.setItem(`${this.prefix}${key}.${PAGE}`, JSON.stringify({ text, was, at: Date.now() }));
      return true;
    } catch {
      return false;
    }
  }

  drop(key) {
    remove(`${this.prefix}${key}.${PAGE}`);
  }

  // Those that other pages have left behind, the newest first.
  async left() {
    const open = ((await navigator.locks?.query())?.held ?? []).map((lock) => lock.name.replace('closecall ', ''));
    return names().filter((name) => name.startsWith(this.prefix)).flatMap((name) => {
      const [key, page] = name.slice(this.prefix.length).split(/\.(?=[^.]+$)/);
      return page === PAGE || open.includes(page) ? [] : read(name, key);
    }).sort((one, other) => other.at - one.at);
  }
}

function read(name, key) {
  try {
    return [{ key, ...JSON.parse(localStorage.getItem(name)), drop: () => remove(name) }];
  } catch {
    return [];
  }
}

function names() {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
}

function remove(name) {
  try {
    localStorage.removeItem(name);
  } catch {
    // a browser that keeps nothing has nothing to forget
  }
}
