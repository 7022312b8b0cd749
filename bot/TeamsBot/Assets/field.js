// The question field: what is typed is kept until it is answered, and what was asked can be recalled.
import { ofTab } from "./page.js";

const field = document.getElementById("question");
const asked = [];
let place = 0;

const keep = (pending = "") => ofTab.write("draft", [pending, field.value].filter(text => text.trim()).join("\n"));

export const focus = () => field.focus({ preventScroll: true });

export const set = text => {
  field.value = text;
  place = asked.length;
  keep();
  focus();
  field.setSelectionRange(text.length, text.length);
};

/** Empties the field for the next question; what was taken is kept until it is settled, also over a reload. */
export const take = () => {
  const typed = field.value;
  field.value = "";
  keep(typed);
  return typed;
};

/** The question taken was answered. */
export const settle = typed => {
  remember(typed);
  keep();
};

/** The question taken was not answered: it returns, before whatever was typed since. */
export const giveBack = typed => set(field.value.trim() && field.value !== typed ? `${typed}\n${field.value}` : typed);

export const remember = text => {
  if (text && asked.at(-1) !== text) asked.push(text);
  place = asked.length;
};

export const forget = () => {
  asked.length = 0;
  place = 0;
};

/** ↑ and ↓ go through what was asked, as long as nothing else is in the field. Says whether the key was used. */
export const recall = key => {
  const step = key === "ArrowUp" ? -1 : 1;
  const untouched = place < asked.length && field.value === asked[place];
  if (field.value !== "" && !untouched) return false;
  const next = (field.value === "" ? asked.length : place) + step;
  if (next < 0 || next > asked.length || (field.value === "" && step > 0)) return false;
  place = next;
  field.value = asked[place] ?? "";
  field.setSelectionRange(field.value.length, field.value.length);
  keep();
  return true;
};

field.addEventListener("input", () => keep());
if (field.value === "") field.value = ofTab.read("draft") ?? "";
