// The chat page: asks without leaving the page, shows the conversation of this tab. Without this script the form works as it is.
import { copyText, element, fragment } from "./page.js";
import { readOut, say, tell } from "./speech.js";
import { conversation, leave } from "./tab.js";
import * as field from "./field.js";
import * as panel from "./panel.js";
import { act } from "./shortcuts.js";
import { handIn } from "./handin.js";
import { completeWelcome } from "./welcome.js";

const get = id => document.getElementById(id);
const turns = get("conversation");
const date = get("date");
let running = null;

const scroller = () => {
  const main = get("main");
  return main.scrollHeight > main.clientHeight && getComputedStyle(main).overflowY === "auto" ? main : document.scrollingElement;
};

const arrange = () => {
  const isEmpty = turns.childElementCount === 0;
  for (const welcome of [get("intro"), get("knows")]) if (welcome) welcome.hidden = !isEmpty;
  get("talk-title").hidden = isEmpty;
  get("begin-again").hidden = isEmpty;
  get("hand-in").hidden = !isEmpty && get("handed-in").childElementCount === 0;
};

/** What only works with script is shown by it. */
const adopt = turn => {
  for (const button of turn.querySelectorAll("button[hidden]")) button.hidden = false;
  return turn;
};

const add = turn => {
  turns.append(turn);
  arrange();
  turn.scrollIntoView({ block: "start" });
};

const post = async (path, values, options = {}) => {
  const body = new URLSearchParams(values);
  body.set("conversation", (await conversation).id);
  return fetch(path, { method: "POST", body, cache: "no-store", ...options });
};

/** The turn in a reply, or the sentence that our server gave instead. */
const turnOf = async reply => {
  const type = reply.headers.get("Content-Type") || "";
  const text = await reply.text();
  const turn = type.startsWith("text/html") ? new DOMParser().parseFromString(text, "text/html").querySelector("article") : null;
  if (turn) return adopt(turn);
  throw new TypeError(type.startsWith("text/plain") && text ? text.slice(0, 300) : say.turnedAway);
};

const sentenceFor = (error, reply) => reply ? error.message : navigator.onLine ? say.offline : say.noNetwork;

const isAnswer = (reply, turn) => reply.ok && !turn.querySelector(".failed, .unclear");

/** One request at a time; it can be stopped, and says so when it is slow. */
const run = async (path, values, before) => {
  const request = running = new AbortController();
  const slow = setTimeout(() => tell(say.slow), 3000);
  get("stop").hidden = false;
  get("send").hidden = true;
  tell(say.working);
  let reply = null;
  try {
    reply = await post(path, values, { signal: request.signal });
    const turn = await turnOf(reply);
    return { turn, answered: isAnswer(reply, turn) };
  } catch (error) {
    if (!request.signal.aborted && !reply) watch();
    return { sentence: request.signal.aborted ? say.stopped : sentenceFor(error, reply), stopped: request.signal.aborted };
  } finally {
    clearTimeout(slow);
    running = null;
    get("stop").hidden = true;
    get("send").hidden = false;
  }
};

const ask = async () => {
  if (running) {
    tell(say.busy);
    return;
  }
  if (!get("question").value.trim()) {
    tell(say.empty);
    field.focus();
    return;
  }
  // What failed before is replaced by the new attempt.
  for (const failed of turns.querySelectorAll(".turn:not([data-turn])")) failed.remove();
  panel.close();
  const typed = field.take();
  const pending = element("div", { className: "pending turn" }, element("h2", { className: "asked", text: typed }), element("p", { className: "working", text: say.working }));
  add(pending);
  field.focus();
  const { turn, sentence, answered, stopped } = await run("/ask", { question: typed, date: date.value });
  if (turn) {
    pending.replaceWith(turn);
    turn.scrollIntoView({ block: "start" });
    readOut(turn);
  } else {
    pending.remove();
    tell(sentence, !stopped);
  }
  if (answered) field.settle(typed);
  else field.giveBack(typed);
  arrange();
  field.focus();
};

const redate = async form => {
  if (running) {
    tell(say.busy);
    return;
  }
  const old = form.closest("article");
  old.setAttribute("aria-busy", "true");
  panel.close();
  const { turn, sentence, answered } = await run("/ask", new FormData(form));
  old.removeAttribute("aria-busy");
  if (answered) {
    old.replaceWith(turn);
    turn.scrollIntoView({ block: "start" });
    readOut(turn);
  } else {
    tell(sentence ?? turn.querySelector(".failed, .unclear").textContent, true);
  }
  field.focus();
};

/** Shows what the host keeps of this tab's conversation. */
const reread = async () => {
  const reply = await fetch(`/conversation?id=${(await conversation).id}`, { cache: "no-store" });
  const kept = [...fragment(await reply.text(), ".turns").querySelectorAll("article")].map(adopt);
  // A host that kept less than the page shows takes nothing away.
  if (kept.length === 0 || kept.length < turns.querySelectorAll("[data-turn]").length) return;
  panel.close();
  turns.replaceChildren(...kept, ...turns.querySelectorAll(".turn:not([data-turn])"));
  field.forget();
  for (const turn of kept) field.remember(turn.querySelector(".asked").lastChild.textContent.trim());
  arrange();
  kept.at(-1).scrollIntoView({ block: "start" });
};

let watching = false;
/** After a failure: waits for the host and takes the conversation up again. */
const watch = async () => {
  if (watching) return;
  watching = true;
  while (watching) {
    await new Promise(resolve => setTimeout(resolve, 1000));
    try {
      if ((await fetch("/readyz", { cache: "no-store" })).ok) {
        watching = false;
        await reread();
        tell(say.back);
      }
    } catch {
      // Not yet.
    }
  }
};

const beginAgain = async () => {
  running?.abort();
  panel.close();
  const left = await leave();
  turns.replaceChildren();
  field.forget();
  date.value = "";
  arrange();
  tell("");
  scroller().scrollTop = 0;
  field.focus();
  try {
    const body = new URLSearchParams({ conversation: left });
    const reply = await fetch("/conversation/forget", { method: "POST", body, headers: { "X-Fragment": "1" } });
    if (!reply.ok) tell(say.notForgotten, true);
  } catch {
    tell(say.notForgotten, true);
  }
};

const copy = async button => {
  const done = await copyText(button.dataset.note);
  tell(done ? say.copied : say.notCopied, !done);
  if (!done) return;
  const label = button.textContent;
  if (label === say.copied) return;
  button.textContent = say.copied;
  setTimeout(() => { button.textContent = label; }, 2000);
};

const report = async form => {
  try {
    const reply = await post("/reports", new FormData(form), { headers: { "X-Fragment": "1" } });
    tell((await reply.text()).slice(0, 300), !reply.ok);
    if (reply.ok) form.querySelector("button").disabled = true;
  } catch {
    tell(sentenceFor(null, null), true);
  }
  field.focus();
};

const last = selector => [...turns.querySelectorAll("[data-turn]")].at(-1)?.querySelector(selector);

act.open = number => {
  const mark = last(`a.mark[data-number="${number}"]`);
  if (mark) panel.open(mark);
  else tell(say.noCitation.replace("{0}", number));
};
act.copy = () => {
  const button = last("button.copy");
  if (button) copy(button);
  else tell(say.noAnswerYet);
};
act.again = beginAgain;
act.field = field.focus;

document.addEventListener("submit", event => {
  const form = event.target;
  if (form.id === "ask") ask();
  else if (form.id === "suggested") { field.set(event.submitter.value); ask(); }
  else if (form.id === "forget") beginAgain();
  else if (form.matches("form.redate")) redate(form);
  else if (form.matches("form.report")) report(form);
  else return;
  event.preventDefault();
});

document.addEventListener("click", event => {
  const pressed = event.target.closest("a.mark, a.passage-link, button.copy, button.rephrase");
  if (!pressed || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (pressed.matches("a")) {
    event.preventDefault();
    panel.open(pressed);
  } else if (pressed.matches(".copy")) {
    copy(pressed);
  } else {
    field.set(pressed.closest("article").querySelector(".asked").lastChild.textContent.trim());
  }
});

get("stop").addEventListener("click", () => running?.abort());
get("question").addEventListener("keydown", event => {
  if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.key === "Enter" && !event.shiftKey) ask();
  else if (event.key.startsWith("Page")) scroller().scrollBy({ top: (event.key === "PageUp" ? -0.8 : 0.8) * scroller().clientHeight });
  else if (!/^Arrow(Up|Down)$/.test(event.key) || event.shiftKey || !field.recall(event.key)) return;
  event.preventDefault();
});
document.addEventListener("keydown", event => {
  if (event.key !== "Escape" || document.querySelector("dialog[open]")) return;
  if (running) running.abort();
  else panel.close();
});

for (const turn of turns.children) adopt(turn);
arrange();
field.focus();
handIn(arrange);
completeWelcome(arrange);
(async () => {
  if ((await conversation).isNew) return;
  try {
    await reread();
  } catch {
    tell(sentenceFor(null, null), true);
    watch();
  }
})();
