// What the scripts of all pages share.

/** The first element of a piece of HTML that our server made. Parsed apart from the page, so that even a mistake there runs nothing. */
export const fragment = (html, selector) => {
  const element = new DOMParser().parseFromString(html, "text/html").querySelector(selector);
  if (!element) throw new TypeError(`no ${selector} in the reply`);
  return element;
};

/** An element with a text, a class and children: never markup from a string. */
export const element = (name, { text, className, ...attributes } = {}, ...children) => {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
};

/** A sentence with its {0}, {1} filled in; sentences come from the page, in its language. */
export const fill = (sentence, ...values) => sentence.replace(/\{(\d)\}/g, (whole, place) => values[place] ?? whole);

/** Puts text on the clipboard, also where the browser keeps the clipboard from scripts. Says whether it worked. */
export const copyText = async text => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = element("textarea", { className: "unseen", "aria-hidden": "true" });
    field.value = text;
    const focused = document.activeElement;
    (document.querySelector("dialog[open]") ?? document.body).append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    focused?.focus({ preventScroll: true });
    return done;
  }
};

/** Remembers small things for this tab or this browser; a browser that forbids it forgets, and nothing else happens. */
const storage = kind => ({
  read: key => {
    try { return window[kind].getItem(key); } catch { return null; }
  },
  write: (key, value) => {
    try {
      if (value === null || value === "") window[kind].removeItem(key);
      else window[kind].setItem(key, value);
    } catch {
      // Full or forbidden.
    }
  },
});
export const ofTab = storage("sessionStorage");
export const ofBrowser = storage("localStorage");
