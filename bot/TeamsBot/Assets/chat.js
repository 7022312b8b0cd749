// Sends a question without leaving the page and adds the turn to the conversation. Without this script the form works as it is.
import { fragment } from "./page.js";

(() => {
  const form = document.getElementById("ask");
  const question = document.getElementById("question");
  const conversation = document.getElementById("conversation");
  const status = document.getElementById("status");
  const button = form.querySelector("button");
  let waiting = false;
  let last = "";

  const show = html => {
    const turn = fragment(html, "article");
    conversation.append(turn);
    turn.scrollIntoView({ block: "start" });
    return turn;
  };

  const ask = async () => {
    const typed = question.value;
    if (waiting || !typed.trim()) {
      question.focus();
      return;
    }
    waiting = true;
    button.disabled = true;
    status.textContent = form.dataset.working;
    try {
      const reply = await fetch("/ask", { method: "POST", body: new URLSearchParams(new FormData(form)), cache: "no-store" });
      const html = await reply.text();
      if (!(reply.headers.get("Content-Type") || "").startsWith("text/html")) throw new TypeError("not a page");
      const turn = show(html);
      status.textContent = "";
      // What failed or was unclear stays in the field, to be mended and sent again.
      if (reply.ok && !turn.querySelector(".failed, .unclear")) {
        last = typed;
        question.value = "";
      }
    } catch {
      status.textContent = form.dataset.offline;
    } finally {
      waiting = false;
      button.disabled = false;
      question.focus({ preventScroll: true });
    }
  };

  form.addEventListener("submit", event => {
    event.preventDefault();
    ask();
  });
  question.addEventListener("keydown", event => {
    if (event.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey && !event.ctrlKey && !event.altKey) {
      event.preventDefault();
      ask();
    } else if (event.key === "ArrowUp" && question.value === "" && last !== "") {
      event.preventDefault();
      question.value = last;
    }
  });
  question.focus({ preventScroll: true });

  // While the samples are being read the page says so, and stops saying so by itself.
  const refresh = async () => {
    const intro = document.querySelector(".intro");
    if (!intro.querySelector("[role=status]")) return;
    try {
      const page = new DOMParser().parseFromString(await (await fetch("/", { cache: "no-store" })).text(), "text/html");
      const fresh = page.querySelector(".intro");
      if (fresh) intro.replaceWith(fresh);
    } catch {
      // The host stopped; a question will say so.
    }
    setTimeout(refresh, 1000);
  };
  setTimeout(refresh, 1000);
})();
