// What the page can do besides being read: go from note to note, show some of them, set each beside its words. All of
// it is there without this script.
"use strict";

(() => {
  const root = document.documentElement;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const one = (selector, within = document) => within.querySelector(selector);
  const notes = all(".note");
  const wordsOf = new Map(notes.map((note) => [note.id, []]));
  const placesOf = new Map(notes.map((note) => [note.id, []]));
  all(".f").forEach((words) => wordsOf.get(words.dataset.note)?.push(words));
  all(".r").forEach((place) => placesOf.get(place.dataset.note)?.push(place));
  const sheets = all(".sheet");
  const isWide = matchMedia("(min-width: 62.0625rem)");
  const isCalm = matchMedia("(prefers-reduced-motion: reduce)");
  let chosen = null;

  // What is remembered while the window is open; some browsers forbid it for files.
  const remembered = {
    get: (name) => {
      try {
        return sessionStorage.getItem(name);
      } catch {
        return null;
      }
    },
    set: (name, value) => {
      try {
        sessionStorage.setItem(name, value);
      } catch {
        // It is forgotten, then.
      }
    },
  };

  const isFolded = (note) => note.classList.contains("is-folded");
  const height = (note) => note.offsetHeight + (isFolded(note) ? 8 : 22);

  /** Folds notes, the first ones first, until those before the chosen one have room above it. */
  function fold(before, room) {
    let needed = before.reduce((sum, note) => sum + height(note), 0);
    for (const note of before) {
      if (needed <= room) {
        return;
      }
      needed -= height(note);
      note.classList.add("is-folded");
      needed += height(note);
    }
  }

  /** Sets the notes of a sheet beside their words, the chosen one exactly, none over another. */
  function settle(sheet) {
    const here = all(".note:not([hidden])", sheet);
    sheet.classList.toggle("beside", isWide.matches);
    sheet.style.minHeight = "";
    all(".note", sheet).forEach((note) => note.classList.remove("is-folded"));
    if (!isWide.matches || here.length === 0) {
      here.forEach((note) => (note.style.top = ""));
      return;
    }
    const top = sheet.getBoundingClientRect().top;
    const wanted = here.map((note) => {
      const words = wordsOf.get(note.id)[0] ?? note.closest(".row");
      return Math.max(0, words.getClientRects()[0].top - top - 2);
    });
    const favoured = here.indexOf(chosen);
    if (favoured > 0) {
      fold(here.slice(0, favoured), wanted[favoured] - 10);
    }
    const heights = here.map(height);
    if (favoured > 0) {
      // The chosen note is drawn with an edge.
      heights[favoured - 1] += 10;
    }
    const at = [...wanted];
    const push = () => {
      for (let i = 1; i < at.length; i += 1) {
        at[i] = Math.max(at[i], at[i - 1] + heights[i - 1]);
      }
    };
    push();
    if (favoured > 0) {
      at[favoured] = wanted[favoured];
      for (let i = favoured - 1; i >= 0; i -= 1) {
        at[i] = Math.min(at[i], at[i + 1] - heights[i]);
      }
      at[0] = Math.max(at[0], 0);
      for (let i = favoured + 1; i < at.length; i += 1) {
        at[i] = wanted[i];
      }
      push();
    }
    here.forEach((note, i) => (note.style.top = `${Math.round(at[i])}px`));
    const last = at.length - 1;
    sheet.style.minHeight = `${Math.ceil(at[last] + heights[last])}px`;
  }

  const settleAll = () => sheets.forEach(settle);
  const shown = () => notes.filter((note) => !note.hidden);

  function tellPlace() {
    const place = one(".place");
    if (!place) {
      return;
    }
    const list = shown();
    const at = list.indexOf(chosen);
    place.textContent = at < 0 ? `${list.length} note${list.length === 1 ? "" : "s"}` : `${at + 1} of ${list.length}`;
  }

  function mark(note, isOn) {
    note.classList.toggle("is-on", isOn);
    [...wordsOf.get(note.id), ...placesOf.get(note.id)].forEach((words) => words.classList.toggle("is-on", isOn));
    const why = one("details", note);
    if (why) {
      why.open = isOn;
    }
  }

  /** Chooses a note, or none. */
  function choose(note) {
    if (chosen) {
      mark(chosen, false);
    }
    chosen = note;
    if (note) {
      mark(note, true);
    }
    remembered.set("chosen", note ? note.id : "");
    settleAll();
    tellPlace();
  }

  function goTo(note) {
    choose(note);
    note.focus({ preventScroll: true });
    const words = isWide.matches ? wordsOf.get(note.id)[0] : null;
    const above = (element) => element.getBoundingClientRect().top;
    // Where there was no room for the note beside its words, it is what is wanted.
    const aim = words && Math.abs(above(words) - above(note)) < innerHeight / 3 ? words : note;
    aim.scrollIntoView({ block: "center", behavior: isCalm.matches ? "auto" : "smooth" });
  }

  function step(by) {
    const list = shown();
    if (list.length === 0) {
      return;
    }
    const at = list.indexOf(chosen);
    const next = at < 0 ? (by > 0 ? 0 : list.length - 1) : (at + by + list.length) % list.length;
    goTo(list[next]);
  }

  function leave() {
    choose(null);
    document.activeElement?.blur?.();
  }

  function filter() {
    const hidden = all('.filter[aria-pressed="false"]').map((button) => [button.dataset.filter, button.dataset.value]);
    for (const note of notes) {
      note.hidden = hidden.some(([what, value]) => note.dataset[what] === value);
      wordsOf.get(note.id).forEach((words) => words.classList.toggle("is-off", note.hidden));
    }
    all(".to-note").forEach((number) => {
      const note = document.getElementById(one("a", number).hash.slice(1));
      number.classList.toggle("is-off", note.hidden);
    });
    choose(chosen && !chosen.hidden ? chosen : null);
  }

  function press(button, isPressed) {
    button.setAttribute("aria-pressed", String(isPressed));
  }

  function light(theme) {
    const isDark = theme ? theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    if (theme) {
      root.dataset.theme = theme;
    }
    all("[data-theme-toggle]").forEach((button) => press(button, isDark));
    return isDark;
  }

  function turnLight() {
    const theme = light(root.dataset.theme) ? "light" : "dark";
    remembered.set("theme", theme);
    light(theme);
  }

  function tint(isOn) {
    document.body.classList.toggle("tinted", isOn);
    all("[data-tint]").forEach((button) => press(button, isOn));
    remembered.set("tint", isOn ? "on" : "");
  }

  const turnTint = () => tint(!document.body.classList.contains("tinted"));
  const help = () => one("dialog.keys").showModal();

  const keys = {
    n: () => step(1),
    j: () => step(1),
    p: () => step(-1),
    k: () => step(-1),
    s: turnTint,
    d: turnLight,
    "?": help,
    Escape: leave,
  };

  document.addEventListener("keydown", (event) => {
    const key = keys[event.key];
    if (!key || event.ctrlKey || event.metaKey || event.altKey || one("dialog[open]")) {
      return;
    }
    event.preventDefault();
    key();
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button?.dataset.go) {
      step(Number(button.dataset.go));
    } else if (button?.dataset.filter) {
      press(button, button.getAttribute("aria-pressed") !== "true");
      filter();
    } else if (button?.hasAttribute("data-theme-toggle")) {
      turnLight();
    } else if (button?.hasAttribute("data-tint")) {
      turnTint();
    } else if (button?.hasAttribute("data-help")) {
      help();
    } else if (!event.target.closest("a, button, summary, dialog")) {
      choosePointed(event.target);
    }
  });

  /** Chooses the note under the pointer, or the one of the innermost words there. */
  function choosePointed(target) {
    const words = target.closest(".f:not(.is-off)");
    const note = target.closest(".note") ?? (words && document.getElementById(words.dataset.note));
    // Whoever takes up words to copy them wants no note.
    if (!note || note === chosen || String(getSelection())) {
      return;
    }
    choose(note);
    if (words && !isWide.matches) {
      note.scrollIntoView({ block: "nearest" });
    }
  }

  // A link to a note chooses it; one from a note to its words leaves it chosen.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    const note = link && document.getElementById(link.getAttribute("href").slice(1));
    if (note?.matches(".note")) {
      event.preventDefault();
      goTo(note);
    }
  });

  // One stop for the tab key in each strip; the arrow keys go along it.
  for (const strip of all(".strip")) {
    const cells = all("a", strip);
    cells.forEach((cell, at) => cell.setAttribute("tabindex", at === 0 ? "0" : "-1"));
    strip.addEventListener("keydown", (event) => {
      const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      const at = cells.indexOf(document.activeElement);
      const next = cells[at + by];
      if (by && next) {
        event.preventDefault();
        cells[at].setAttribute("tabindex", "-1");
        next.setAttribute("tabindex", "0");
        next.focus();
      }
    });
  }

  function listen() {
    const { events, version } = document.body.dataset;
    if (!events) {
      return;
    }
    const news = one(".news");
    const source = new EventSource(`${events}?seen=${version}`);
    source.addEventListener("message", () => location.reload());
    source.addEventListener("open", () => (news.textContent = ""));
    source.addEventListener("error", () => {
      news.textContent = "essaylint watch has ended; start it again to see what you change";
    });
  }

  light(remembered.get("theme"));
  tint(remembered.get("tint") === "on");
  all(".controls").forEach((controls) => (controls.hidden = false));
  notes.forEach((note) => mark(note, false));
  choose(notes.find((note) => note.id === remembered.get("chosen")) ?? null);
  isWide.addEventListener("change", settleAll);
  addEventListener("resize", settleAll);
  addEventListener("load", settleAll);
  document.fonts?.ready.then(settleAll);
  all(".note details").forEach((why) => why.addEventListener("toggle", settleAll));
  requestAnimationFrame(() => requestAnimationFrame(() => root.classList.add("settled")));
  listen();
})();
