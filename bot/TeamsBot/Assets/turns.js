// The turns on the page. What takes the place of something else never moves whoever reads.
import { element } from "./page.js";
import * as panel from "./panel.js";
import { say } from "./speech.js";

const get = id => document.getElementById(id);
export const turns = get("conversation");

export const scroller = () => {
  const main = get("main");
  return main.scrollHeight > main.clientHeight && getComputedStyle(main).overflowY === "auto" ? main : document.scrollingElement;
};

export const arrange = () => {
  const isEmpty = turns.childElementCount === 0;
  for (const welcome of [get("intro"), get("knows")]) if (welcome) welcome.hidden = !isEmpty;
  get("talk-title").hidden = isEmpty;
  get("begin-again").hidden = isEmpty;
  get("hand-in").hidden = !isEmpty && get("handed-in").childElementCount === 0;
};

/** What only works with script is shown by it. */
export const adopt = turn => {
  for (const button of turn.querySelectorAll("button[hidden]")) button.hidden = false;
  return turn;
};

export const last = selector => [...turns.querySelectorAll("[data-turn]")].at(-1)?.querySelector(selector);

/** What was asked, as it stands above a turn. */
export const askedIn = turn => turn.querySelector(".asked").lastChild.textContent.trim();

/** At once: where it comes to rest must be known, to tell whether the reader went elsewhere since. */
export const show = turn => turn.scrollIntoView({ block: "start", behavior: "instant" });

/** A question that has no answer yet. What failed before it is replaced by the new attempt. */
export const begin = typed => {
  for (const failed of turns.querySelectorAll(".turn:not([data-turn])")) failed.remove();
  for (const turn of turns.children) turn.style.minHeight = "";
  const pending = element("div", { className: "pending turn" }, element("h2", { className: "asked", text: typed }), element("p", { className: "working", text: say.working }));
  turns.append(pending);
  arrange();
  show(pending);
  return pending;
};

const topOf = part => part.getBoundingClientRect().top;

/** So high that its top can be the top of what is seen: then an answer of any length comes without a jump. */
const fillScreen = turn => {
  const view = scroller();
  const frame = view === document.scrollingElement ? 0 : topOf(view);
  const below = view.scrollHeight - (turn.getBoundingClientRect().bottom - frame + view.scrollTop);
  turn.style.minHeight = `${Math.max(0, view.clientHeight - below - parseFloat(getComputedStyle(turn).scrollMarginTop))}px`;
};

/** The passages found, until there is an answer. */
export const showFound = (pending, found) => {
  const isLeft = wasLeft(pending);
  pending.querySelector(".working").replaceWith(found);
  fillScreen(pending);
  if (isLeft) return;
  show(pending);
  pending.dataset.seen = Math.round(topOf(pending));
};

/** Whoever scrolled since the question was asked reads something: its top is no longer where it was put. */
const wasLeft = pending => {
  const seen = Number(pending.dataset.seen ?? NaN);
  return Number.isNaN(seen) ? false : Math.abs(topOf(pending) - seen) > 4;
};

/** Read on into the passages, or among them with the keyboard or a selection: they stay where they are. */
const isReadIn = (pending, found) =>
  found.contains(document.activeElement)
  || (!getSelection().isCollapsed && found.contains(getSelection().anchorNode))
  || (wasLeft(pending) && topOf(pending) < Number(pending.dataset.seen) && found.getBoundingClientRect().bottom > 0);

/** Puts the answer in the place of its question. Says whether it came above what is being read. */
export const settle = (pending, turn) => {
  const found = pending.querySelector(".found");
  if (!found) {
    pending.replaceWith(turn);
    show(turn);
    return false;
  }
  const isRead = isReadIn(pending, found);
  if (!isRead && !panel.isFrom(found)) {
    turn.style.minHeight = pending.style.minHeight;
    pending.replaceWith(turn);
    return false;
  }
  const view = scroller();
  const before = topOf(found);
  const anchoring = view.style.overflowAnchor;
  view.style.overflowAnchor = "none";
  pending.querySelector(".asked").remove();
  const up = element("button", { type: "button", className: "to-answer", text: say.readyAbove });
  up.addEventListener("click", () => show(turn));
  found.querySelector(".found-notice").replaceWith(element("p", { className: "found-notice" }, up));
  found.querySelector("h3").remove();
  pending.style.minHeight = isRead ? pending.style.minHeight : "";
  pending.before(turn);
  if (isRead) view.scrollBy({ top: topOf(found) - before, behavior: "instant" });
  requestAnimationFrame(() => { view.style.overflowAnchor = anchoring; });
  return isRead;
};
