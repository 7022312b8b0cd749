// Combinations of keys that work anywhere on the page. Each has a modifier (WCAG 2.1.4) and can be changed; the choice stays in this browser.
import { fill, ofBrowser } from "./page.js";
import { say } from "./speech.js";

/** What each combination does; filled in by the page. */
export const act = {};

// With "open" any digit stands for the citation's number.
const usual = { open: "Alt+1…9", copy: "Alt+C", again: "Alt+N", field: "Alt+Q" };
const reserved = /^(Ctrl|Meta)\+[ACFHJKLNOPRSTUVWXYZ0+-]$|^Ctrl\+Shift\+[A-Z]$|^Alt\+(F4|←|→|↑|↓|Tab|[DEF])$|^Shift\+/;
const storeKey = "shortcuts";

let chosen = { ...usual };
try {
  for (const [name, keys] of Object.entries(JSON.parse(ofBrowser.read(storeKey) ?? "{}")))
    if (name in usual && typeof keys === "string") chosen[name] = keys;
} catch {
  // Not ours: the usual keys stay.
}

const arrows = { ArrowLeft: "←", ArrowRight: "→", ArrowUp: "↑", ArrowDown: "↓" };

/** "Alt+C" for an event; null while only modifiers are down, or for AltGr, which types. */
const nameOf = event => {
  if (["Alt", "Control", "Shift", "Meta", "AltGraph"].includes(event.key) || event.getModifierState("AltGraph")) return null;
  // The row of digits is the same place on every keyboard, whatever it types (French keyboards: & é " …); with Option a Mac types other letters.
  const key = /^Digit\d$/.test(event.code) ? event.code.at(-1)
    : /^[a-z]$/i.test(event.key) ? event.key.toUpperCase()
    : event.altKey && /^Key[A-Z]$/.test(event.code) ? event.code.at(-1)
    : arrows[event.key] ?? event.key;
  return [event.ctrlKey && "Ctrl", event.altKey && "Alt", event.metaKey && "Meta", event.shiftKey && "Shift", key].filter(Boolean).join("+");
};

const hasModifier = keys => /^(Ctrl|Alt|Meta)\+/.test(keys);
const family = keys => keys.replace(/\+[1-9]$/, "+1…9");

/** Whose keys these are; a citation's cover all nine digits. */
const ownerOf = keys => Object.keys(chosen).find(name => chosen[name] === keys || (name === "open" && chosen.open === family(keys)));

document.addEventListener("keydown", event => {
  if (event.defaultPrevented || event.isComposing || document.querySelector("dialog[open]")) return;
  const keys = nameOf(event);
  const name = keys && hasModifier(keys) ? ownerOf(keys) : null;
  if (!name || !act[name]) return;
  event.preventDefault();
  act[name](keys.at(-1));
});

const dialog = document.getElementById("shortcuts");
const said = document.getElementById("shortcuts-said");
let changing = null;

const rows = () => [...dialog.querySelectorAll("tr[data-act]")];
const label = name => dialog.querySelector(`#act-${name}`).textContent;
const show = () => {
  for (const row of rows()) row.querySelector("kbd").textContent = chosen[row.dataset.act];
};
const keep = next => {
  chosen = next;
  ofBrowser.write(storeKey, JSON.stringify(chosen));
  show();
};

/** Takes the keys, or says in one sentence why not. */
const choose = (name, keys) => {
  if (!hasModifier(keys)) return fill(say.needsModifier, keys);
  if (name === "open" && !/\+[1-9]$/.test(keys)) return say.needsDigit;
  if (reserved.test(keys)) return fill(say.reserved, keys);
  const wanted = name === "open" ? family(keys) : keys;
  const owner = name === "open"
    ? Object.keys(chosen).find(other => other !== "open" && family(chosen[other]) === wanted)
    : ownerOf(keys);
  if (owner && owner !== name) return fill(say.taken, keys, label(owner));
  keep({ ...chosen, [name]: wanted });
  return fill(say.changed, wanted);
};

dialog.addEventListener("keydown", event => {
  if (!changing || event.key === "Tab") return;
  event.preventDefault();
  event.stopPropagation();
  const keys = nameOf(event);
  if (!keys) return;
  said.textContent = event.key === "Escape" ? "" : choose(changing, keys);
  changing = null;
});
// Esc while keys are awaited keeps the old ones and leaves the dialog open.
dialog.addEventListener("cancel", event => {
  if (changing) event.preventDefault();
});
dialog.addEventListener("click", event => {
  const row = event.target.closest("tr[data-act]");
  if (row && event.target.closest("button")) {
    changing = row.dataset.act;
    said.textContent = say.press;
  }
});
dialog.addEventListener("close", () => {
  changing = null;
  said.textContent = "";
});
document.getElementById("shortcuts-close").addEventListener("click", () => dialog.close());
document.getElementById("shortcuts-reset").addEventListener("click", () => {
  keep({ ...usual });
  said.textContent = "";
});
const opener = document.getElementById("open-shortcuts");
opener.hidden = false;
opener.addEventListener("click", () => {
  show();
  dialog.showModal();
});
