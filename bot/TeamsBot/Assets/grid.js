// Moving and editing in the table of uploads as in a spreadsheet: arrows move, Enter edits, Esc leaves, Ctrl+D fills down, Ctrl+Z takes back.
// The fields stay plain fields: what is added is where keys lead.
import { fill } from "./page.js";
import { say } from "./inbox.js";

const table = () => document.querySelector("#inbox table.uploads");
const items = row => [...row.querySelectorAll("[data-column]")];
const lines = () => [...table().querySelectorAll("tr.upload")].filter(row => !row.hidden && row.querySelector("[data-column]"));
const isText = item => item.matches("input[type=text], textarea");
const isEditing = item => item.classList.contains("editing");
const valueOf = item => (item.type === "checkbox" ? item.checked : item.value);

let current = null;
let before = "";
const undone = [];

const put = (item, value) => {
  if (item.type === "checkbox") item.checked = value;
  else item.value = value;
  item.dispatchEvent(new Event("input", { bubbles: true }));
};

/** Sets many values as one step that can be taken back. */
const putAll = changes => {
  const step = changes.filter(([item, value]) => valueOf(item) !== value).map(([item]) => ({ id: item.id, row: item.closest("tr").dataset.upload, column: item.dataset.column, value: valueOf(item) }));
  for (const [item, value] of changes) put(item, value);
  if (step.length) undone.push(step);
  for (const item of table().querySelectorAll(".editing")) item.classList.remove("editing");
  if (current && isText(current)) {
    before = current.value;
    current.select();
  }
  return step.length;
};

const find = (row, column) => document.querySelector(`#inbox tr[data-upload="${row}"] [data-column="${column}"]`);
const undo = () => {
  const step = undone.pop();
  if (!step) return;
  for (const { row, column, value } of step) {
    const item = find(row, column);
    if (item) put(item, value);
  }
  if (current && isText(current)) {
    current.classList.remove("editing");
    before = current.value;
    current.select();
  }
  say(table().dataset.undone);
};

const leave = (item, keepValue) => {
  if (!isText(item)) return;
  if (!keepValue && item.value !== before) put(item, before);
  else if (item.value !== before) undone.push([{ row: item.closest("tr").dataset.upload, column: item.dataset.column, value: before }]);
  before = item.value;
  item.classList.remove("editing");
};

const go = item => {
  if (!item) return;
  item.focus();
  if (isText(item)) item.select();
};
const sideways = (item, step) => {
  const all = items(item.closest("tr"));
  go(all[all.indexOf(item) + step]);
};
const vertically = (item, step) => {
  const all = lines();
  for (let i = all.indexOf(item.closest("tr")) + step; i >= 0 && i < all.length; i += step) {
    const same = all[i].querySelector(`[data-column="${item.dataset.column}"]`);
    if (same) return go(same);
  }
};

const fillDown = item => {
  const all = lines();
  const below = all.slice(all.indexOf(item.closest("tr")) + 1).map(row => row.querySelector(`[data-column="${item.dataset.column}"]`)).filter(Boolean);
  if (item.tagName === "BUTTON" || item.dataset.column === "adopt") return;
  const value = valueOf(item);
  putAll(below.map(other => [other, value]));
  say(fill(table().dataset.filled, item.type === "checkbox" ? item.parentElement.textContent.trim() : item.value, below.length));
};

/** Cells of a spreadsheet's clipboard: tabs and line ends part them, quotes keep them together. */
export const cellsOf = text => {
  const found = [[""]];
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    const row = found.at(-1);
    if (quoted) {
      if (character === '"' && text[i + 1] === '"') row[row.length - 1] += text[i++];
      else if (character === '"') quoted = false;
      else row[row.length - 1] += character;
    } else if (character === '"' && row.at(-1) === "") quoted = true;
    else if (character === "\t") row.push("");
    else if (character === "\n") found.push([""]);
    else if (character !== "\r") row[row.length - 1] += character;
  }
  if (found.length > 1 && found.at(-1).length === 1 && found.at(-1)[0] === "") found.pop();
  return found.map(row => row.map(cell => cell.replace(/\s+/g, " ").trim()));
};

const paste = (item, text) => {
  const all = lines();
  const first = all.indexOf(item.closest("tr"));
  const texts = row => items(row).filter(isText);
  const column = texts(all[first]).indexOf(item);
  const changes = cellsOf(text).flatMap((cells, i) => {
    const row = all[first + i];
    return row ? cells.map((cell, j) => [texts(row)[column + j], cell]).filter(([target]) => target) : [];
  });
  say(fill(table().dataset.pasted, putAll(changes)));
};

const onKey = event => {
  const item = event.target.closest("#inbox [data-column]");
  if (!item || event.isComposing || event.altKey) return;
  const text = isText(item);
  const editing = text && isEditing(item);
  const done = () => event.preventDefault();
  if (event.ctrlKey || event.metaKey) {
    if (event.key === "d") { done(); leave(item, true); fillDown(item); }
    else if (event.key === "z" && !event.shiftKey && (!editing || item.value === before)) { done(); undo(); }
    return;
  }
  switch (event.key) {
    case "ArrowUp":
    case "ArrowDown":
      done();
      leave(item, true);
      vertically(item, event.key === "ArrowUp" ? -1 : 1);
      break;
    case "ArrowLeft":
    case "ArrowRight":
      if (editing) break;
      done();
      sideways(item, event.key === "ArrowLeft" ? -1 : 1);
      break;
    case "Home":
    case "End":
      if (editing) break;
      done();
      go(items(item.closest("tr")).at(event.key === "Home" ? 0 : -1));
      break;
    case "Enter":
      if (item.tagName === "BUTTON") break;
      done();
      if (item.type === "checkbox") put(item, !item.checked);
      else if (editing) { leave(item, true); vertically(item, 1); }
      else edit(item);
      break;
    case "F2":
      if (text) { done(); edit(item); }
      break;
    case "Escape":
      if (editing) { done(); leave(item, false); item.select(); }
      break;
    case "Tab":
      if (!editing) break;
      done();
      leave(item, true);
      sideways(item, event.shiftKey ? -1 : 1);
      break;
  }
};

const edit = item => {
  item.classList.add("editing");
  item.setSelectionRange(item.value.length, item.value.length);
};

// One stop of the Tab key for the whole table: the arrows reach the rest.
const rove = () => {
  if (!table()) return;
  table().setAttribute("role", "grid");
  const all = lines().flatMap(items);
  if (!current?.isConnected) current = all[0] ?? null;
  for (const item of all) item.tabIndex = item === current ? 0 : -1;
  document.querySelector(".grid-tools").hidden = all.length === 0;
};

export const attachGrid = () => {
  document.addEventListener("keydown", onKey);
  document.addEventListener("focusin", event => {
    const item = event.target.closest("#inbox [data-column]");
    if (!item) return;
    if (current && current !== item) current.tabIndex = -1;
    current = item;
    item.tabIndex = 0;
    if (isText(item)) before = item.value;
  });
  document.addEventListener("focusout", event => {
    const item = event.target.closest?.("#inbox [data-column]");
    if (item) leave(item, true);
  });
  document.addEventListener("click", event => {
    const item = event.target.closest("#inbox [data-column]");
    if (item && isText(item)) item.classList.add("editing");
    const tool = event.target.closest(".grid-tools button");
    if (!tool) return;
    if (tool.hasAttribute("data-fill") && current?.isConnected) { fillDown(current); go(current); }
    if (tool.hasAttribute("data-only")) only(tool);
  });
  document.addEventListener("beforeinput", event => {
    const item = event.target.closest?.("#inbox [data-column]");
    if (item && isText(item)) item.classList.add("editing");
  });
  document.addEventListener("paste", event => {
    const item = event.target.closest?.("#inbox [data-column]");
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (!item || !isText(item) || !/[\t\n]/.test(text.trimEnd())) return;
    event.preventDefault();
    paste(item, text);
  });
  document.addEventListener("inbox-changed", rove);
};

// Lines are hidden when it is pressed and not while they are mended: nothing jumps away under the hands.
const only = tool => {
  const pressed = tool.getAttribute("aria-pressed") !== "true";
  tool.setAttribute("aria-pressed", String(pressed));
  for (const row of table().querySelectorAll("tr.upload")) row.hidden = pressed && (!row.querySelector(".state") || Boolean(row.querySelector(".state[data-publishable]")));
  rove();
};
