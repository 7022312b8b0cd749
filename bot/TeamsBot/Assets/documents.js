// The documents pages: what the server can do without this script works without it.
import { fragment } from "./page.js";
import { start } from "./inbox.js";
import { attachGrid } from "./grid.js";
import { attachSending } from "./sending.js";

// A question tried on a document's page or before publishing: only its result changes.
document.addEventListener("submit", async event => {
  const form = event.target.closest("form[data-fragment]");
  if (!form) return;
  event.preventDefault();
  const place = document.querySelector(form.dataset.fragment);
  const button = form.querySelector("button[type=submit]");
  if (button.disabled) return;
  button.disabled = true;
  place.replaceChildren(Object.assign(document.createElement("p"), { className: "quiet-line", textContent: form.dataset.working }));
  try {
    const reply = await fetch(form.getAttribute("action"), { method: "POST", headers: { "X-Fragment": "1" }, body: new URLSearchParams(new FormData(form)), cache: "no-store" });
    const html = await reply.text();
    if (!(reply.headers.get("Content-Type") || "").startsWith("text/html")) throw new TypeError(html);
    place.replaceChildren(...fragment(html, form.dataset.fragment).childNodes);
  } catch {
    place.replaceChildren(Object.assign(document.createElement("p"), { className: "failed", textContent: form.dataset.offline }));
  } finally {
    button.disabled = false;
  }
});

if (document.getElementById("inbox")) {
  attachGrid();
  start();
  attachSending();
}
