// The page before the first question: what was not ready when it was sent is put in once it is.
import { fragment } from "./page.js";

/** Questions to press that were still being made; without any the section goes. */
const suggest = async () => {
  const waiting = document.querySelector("#suggestions.waiting");
  if (!waiting) return;
  waiting.classList.remove("waiting");
  try {
    const list = fragment(await (await fetch("/suggestions", { cache: "no-store" })).text(), "ul");
    if (list.childElementCount === 0) throw new TypeError("none");
    waiting.replaceChildren(list);
  } catch {
    waiting.closest("section").remove();
  }
};

/** While the samples are being read the page says so, and shows the result by itself. */
const refresh = async onChange => {
  if (!document.getElementById("reading")) return;
  try {
    const page = new DOMParser().parseFromString(await (await fetch("/", { cache: "no-store" })).text(), "text/html");
    for (const id of ["intro", "knows"]) if (page.getElementById(id)) document.getElementById(id)?.replaceWith(page.getElementById(id));
    onChange();
    if (!document.getElementById("reading")) suggest();
  } catch {
    // The host stopped; a question will say so.
  }
  setTimeout(refresh, 1000, onChange);
};

/** The page is told when its welcome changes. */
export const completeWelcome = onChange => {
  suggest();
  setTimeout(refresh, 1000, onChange);
};
