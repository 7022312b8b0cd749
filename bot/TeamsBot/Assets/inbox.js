// The table of uploads: follows what the server reads, keeps what is typed, sends orders without leaving the page.
import { fragment, ofTab } from "./page.js";

const POLL = 800;
const root = () => document.getElementById("inbox");
const form = () => document.getElementById("inbox-form");
const rowOf = id => root().querySelector(`tr.upload[data-upload="${id}"]`);
const rows = () => [...root().querySelectorAll("tr.upload")];
const fieldsOf = row => [...row.querySelectorAll("input[data-column], textarea[data-column]")];
const valueOf = field => (field.type === "checkbox" ? field.checked : field.value);

const ask = async (address, options = {}) => {
  const reply = await fetch(address, { cache: "no-store", ...options, headers: { "X-Fragment": "1" } });
  const type = reply.headers.get("Content-Type") || "";
  if (type.startsWith("application/json") && reply.ok) return reply.json();
  const text = await reply.text();
  if (!type.startsWith("text/html") || !/id="(inbox|inbox-check|upload-try)"/.test(text)) throw new TypeError("no part of this page");
  return text;
};

export const say = sentence => {
  const status = document.getElementById("inbox-status");
  if (status) status.textContent = sentence;
};

const offline = isOffline => {
  document.getElementById("inbox-offline").hidden = !isOffline;
};

// What is typed survives a reload of this tab, until the line is settled.
const draftKey = row => `upload.${row.dataset.upload}`;
export const keep = row => {
  const draft = {};
  for (const field of fieldsOf(row)) draft[field.dataset.column] = valueOf(field);
  ofTab.write(draftKey(row), JSON.stringify(draft));
};
const restore = row => {
  let draft = null;
  try {
    draft = JSON.parse(ofTab.read(draftKey(row)) ?? "null");
  } catch {
    // Written by another version of the page.
  }
  const fields = fieldsOf(row);
  if (!fields.length) {
    if (row.querySelector(".outcome")) ofTab.write(draftKey(row), null);
    return false;
  }
  if (!draft) return false;
  for (const field of fields) {
    const value = draft[field.dataset.column];
    if (typeof value === "boolean") field.checked = value;
    else if (typeof value === "string") field.value = value;
  }
  return true;
};

const replaceKeepingFocus = (old, fresh) => {
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  old.replaceWith(fresh);
  if (!focused) return;
  const again = focused.id ? document.getElementById(focused.id)
    : [...fresh.querySelectorAll("button")].find(button => button.getAttribute("formaction") === focused.getAttribute("formaction") && button.value === focused.value);
  again?.focus({ preventScroll: true });
};

const dressed = () => document.dispatchEvent(new CustomEvent("inbox-changed"));

let checking = 0;
export const checkSoon = (delay = 250) => {
  clearTimeout(checking);
  checking = setTimeout(check, delay);
};
const check = async () => {
  if (!form()) return;
  try {
    const reply = fragment(await ask("/uploads/check", { method: "POST", body: new URLSearchParams(new FormData(form())) }), "#inbox-check");
    replaceKeepingFocus(document.getElementById("inbox-summary"), reply.querySelector("#inbox-summary"));
    for (const state of reply.querySelectorAll(".state")) {
      const old = document.getElementById(state.id);
      if (!old) continue;
      const faults = state.dataset.faults.split(" ");
      for (const field of fieldsOf(old.closest("tr"))) {
        if (faults.includes(field.dataset.column)) field.setAttribute("aria-invalid", "true");
        else field.removeAttribute("aria-invalid");
      }
      if (old.outerHTML !== state.outerHTML) old.replaceWith(state);
    }
    offline(false);
  } catch {
    offline(true);
  }
};

const show = html => {
  const fresh = fragment(html, "#inbox");
  root().replaceWith(fresh);
  const restored = rows().map(restore).some(Boolean);
  dressed();
  if (restored) checkSoon(0);
  wake();
};

const merge = html => {
  const fresh = fragment(html, "#inbox");
  if (!form()) {
    show(html);
    return;
  }
  const body = root().querySelector("table.uploads tbody");
  for (const row of fresh.querySelectorAll("tr.upload")) {
    const old = rowOf(row.dataset.upload);
    if (old?.contains(document.activeElement) && row.querySelector("[data-column]")) continue;
    if (old) old.replaceWith(row);
    else body.append(row);
    restore(row);
  }
  dressed();
  checkSoon(0);
};

let timer = 0;
let polling = false;
export const wake = (delay = 0) => {
  clearTimeout(timer);
  timer = setTimeout(poll, delay);
};
const poll = async () => {
  if (polling) return;
  polling = true;
  let again = null;
  try {
    const steps = await ask("/uploads");
    offline(false);
    const known = new Map(rows().map(row => [row.dataset.upload, row]));
    const wanted = [];
    for (const step of steps) {
      const row = known.get(step.id);
      if (!row || row.dataset.state !== step.state) wanted.push(step.id);
      else if (step.doing) follow(row, step);
      known.delete(step.id);
    }
    let gone = known.size > 0;
    for (const row of known.values()) row.remove();
    if (steps.length === 0 && form()) {
      form().remove();
      gone = false;
    }
    for (let i = 0; i < wanted.length; i += 40) merge(await ask(`/uploads?${wanted.slice(i, i + 40).map(id => `id=${id}`).join("&")}`));
    if (gone) checkSoon();
    if (steps.some(step => step.doing)) again = POLL;
  } catch {
    offline(true);
    again = 3000;
  } finally {
    polling = false;
  }
  if (again !== null) wake(again);
};

const follow = (row, step) => {
  const bar = row.querySelector("progress");
  const words = row.querySelector(".doing-words");
  if (!bar || !words) return;
  if (words.textContent !== step.doing) words.textContent = step.doing;
  bar.max = Math.max(1, step.pages);
  if (step.pages > 0) bar.value = step.read;
};

const order = async (address, submitter) => {
  const data = new URLSearchParams(new FormData(form(), submitter.name ? submitter : undefined));
  const next = submitter.closest("tr")?.nextElementSibling?.dataset.upload;
  submitter.setAttribute("aria-disabled", "true");
  wake(200);
  try {
    show(await ask(address, { method: "POST", body: data }));
    offline(false);
    const notice = root().querySelector(".inbox-notice");
    const place = notice ?? (next && rowOf(next)?.querySelector("[data-column], a, button")) ?? document.getElementById("inbox-title") ?? document.getElementById("drop-title");
    if (!place.matches("input, textarea, button, a")) place.tabIndex = -1;
    place.focus({ preventScroll: Boolean(next) });
    document.dispatchEvent(new CustomEvent("inbox-ordered"));
  } catch {
    offline(true);
    submitter.removeAttribute("aria-disabled");
  }
};

const tryOut = async submitter => {
  const dialog = document.getElementById("try-dialog");
  const data = new URLSearchParams(new FormData(form(), submitter));
  try {
    dialog.querySelector("#try-place").replaceChildren(fragment(await ask("/uploads/try", { method: "POST", body: data }), "#upload-try"));
    dialog.showModal();
    dialog.querySelector("input[name=question]").focus();
    offline(false);
  } catch {
    offline(true);
  }
};

export const start = () => {
  document.addEventListener("submit", event => {
    // Not by its id: a field named "id" hides it.
    if (event.target !== form()) return;
    event.preventDefault();
    const submitter = event.submitter;
    if (!submitter || submitter.hasAttribute("data-check")) checkSoon(0);
    else if (submitter.getAttribute("aria-disabled") === "true") return;
    else if (submitter.name === "try") tryOut(submitter);
    else order(submitter.getAttribute("formaction") || form().getAttribute("action"), submitter);
  });
  document.addEventListener("input", event => {
    const row = event.target.closest?.("#inbox tr.upload");
    if (!row) return;
    keep(row);
    checkSoon();
  });
  // Published documents are listed below: the list is drawn anew, filters and all.
  document.addEventListener("inbox-ordered", async () => {
    try {
      const page = await (await fetch(location.href, { cache: "no-store" })).text();
      document.querySelector("section.list").replaceWith(fragment(page, "section.list"));
    } catch {
      // The next visit shows it.
    }
  });
  const restored = rows().map(restore).some(Boolean);
  dressed();
  if (restored) checkSoon(0);
  if (Number(root().dataset.underway) > 0) wake(POLL);
};
