// The chat page: asks without leaving the page, shows the conversation of this tab. Without this script the form works as it is.
import { copyText, fragment } from "./page.js";
import { readOut, say, tell } from "./speech.js";
import { conversation, leave } from "./tab.js";
import { isRunning, post, run, sentenceFor, stop } from "./asking.js";
import { adopt, arrange, askedIn, begin, last, scroller, settle, show, showFound, turns } from "./turns.js";
import * as field from "./field.js";
import * as panel from "./panel.js";
import { act } from "./shortcuts.js";
import { handIn } from "./handin.js";
import { completeWelcome } from "./welcome.js";

const get = id => document.getElementById(id);
const date = get("date");

/** Back to the field, unless the reader is elsewhere meanwhile. */
const returnToField = () => {
  const at = document.activeElement;
  if (!at || at === document.body || at.closest("#ask")) field.focus();
};

const ask = async () => {
  if (isRunning()) {
    tell(say.busy);
    return;
  }
  if (!get("question").value.trim()) {
    tell(say.empty);
    field.focus();
    return;
  }
  panel.close();
  const typed = field.take();
  const pending = begin(typed);
  field.focus();
  const { turn, sentence, answered, stopped } = await run({ question: typed, date: date.value }, watch, found => showFound(pending, adopt(found)));
  if (turn) {
    readOut(turn, settle(pending, turn) ? say.readyAbove : "");
  } else {
    pending.remove();
    tell(sentence, !stopped);
  }
  if (answered) field.settle(typed);
  else field.giveBack(typed);
  arrange();
  returnToField();
};

const redate = async form => {
  if (isRunning()) {
    tell(say.busy);
    return;
  }
  const old = form.closest("article");
  old.setAttribute("aria-busy", "true");
  panel.close();
  const { turn, sentence, answered } = await run(new FormData(form), watch);
  old.removeAttribute("aria-busy");
  if (answered) {
    old.replaceWith(turn);
    show(turn);
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
  for (const turn of kept) field.remember(askedIn(turn));
  arrange();
  show(kept.at(-1));
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
  stop();
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
    tell(sentenceFor(null), true);
  }
  field.focus();
};

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
    field.set(askedIn(pressed.closest("article")));
  }
});

get("stop").addEventListener("click", stop);
get("question").addEventListener("keydown", event => {
  if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.key === "Enter" && !event.shiftKey) ask();
  else if (event.key.startsWith("Page")) scroller().scrollBy({ top: (event.key === "PageUp" ? -0.8 : 0.8) * scroller().clientHeight });
  else if (!/^Arrow(Up|Down)$/.test(event.key) || event.shiftKey || !field.recall(event.key)) return;
  event.preventDefault();
});
document.addEventListener("keydown", event => {
  if (event.key !== "Escape" || document.querySelector("dialog[open]")) return;
  if (isRunning()) stop();
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
    tell(sentenceFor(null), true);
    watch();
  }
})();
