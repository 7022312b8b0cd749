// The passage beside its answer.
import { element, fragment } from "./page.js";
import { say, tell } from "./speech.js";

const panel = document.getElementById("panel");
const room = document.getElementById("room");
let opener = null;
let mark = null;
let loading = null;

export const isOpen = () => !panel.hidden;

/** What is open was opened from here. */
export const isFrom = part => isOpen() && part.contains(mark);

export const close = () => {
  loading?.abort();
  if (!isOpen()) return;
  panel.hidden = true;
  panel.replaceChildren();
  room.classList.remove("with-panel");
  mark?.removeAttribute("aria-expanded");
  const back = opener?.isConnected ? opener : document.getElementById("question");
  back.focus({ preventScroll: true });
  opener = mark = null;
};

/** Opens what a mark [n] leads to; focus returns to where it was when the panel closes. */
export const open = async pressed => {
  loading?.abort();
  const request = loading = new AbortController();
  const from = document.activeElement;
  try {
    const reply = await fetch(pressed.href, { headers: { "X-Fragment": "1" }, signal: request.signal, cache: "no-store" });
    const html = await reply.text();
    const passage = (reply.headers.get("Content-Type") || "").startsWith("text/html")
      ? fragment(html, "section")
      : element("p", { className: "unclear", text: html.slice(0, 300) });
    show(pressed, passage, from);
  } catch (error) {
    if (error.name !== "AbortError") tell(say.passageLost, true);
  }
};

/** "Extrait cité [1]"; a passage that no answer cites says so itself, unless the answer is still being written from it. */
const titleOf = (pressed, passage) => pressed.dataset.number
  ? `${panel.getAttribute("aria-label")} [${pressed.dataset.number}]`
  : pressed.closest(".found") ? say.passageFound
  : passage.querySelector(".passage-kind")?.textContent ?? panel.getAttribute("aria-label");

const show = (pressed, passage, from) => {
  const shut = element("button", { type: "button", className: "close", text: say.close });
  shut.addEventListener("click", close);
  const title = element("h2", { text: titleOf(pressed, passage) });
  mark?.removeAttribute("aria-expanded");
  if (!panel.contains(from)) opener = from === document.body ? pressed : from;
  mark = pressed;
  mark.setAttribute("aria-expanded", "true");
  panel.replaceChildren(element("div", { className: "panel-top" }, title, shut), passage);
  panel.hidden = false;
  room.classList.add("with-panel");
  // Beside: the whole answer stays. Above a sheet there is room for the line that answers.
  const isSheet = getComputedStyle(panel).position === "fixed";
  const answer = pressed.closest("article");
  ((isSheet && answer?.querySelector(".first-line")) || answer)?.scrollIntoView({ block: isSheet ? "start" : "nearest" });
  panel.focus({ preventScroll: true });
  panel.scrollTop = 0;
  panel.querySelector("mark")?.scrollIntoView({ block: "nearest" });
};
