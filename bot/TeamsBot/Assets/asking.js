// One request at a time to the helpdesk: it can be stopped, says so when it is slow, and tells what was found before the answer is there.
import { fragment } from "./page.js";
import { say, tell } from "./speech.js";
import { conversation } from "./tab.js";
import { adopt } from "./turns.js";

const next = "<!--next-->";
const get = id => document.getElementById(id);
let running = null;

export const isRunning = () => running !== null;
export const stop = () => running?.abort();

/** A sentence of our server's own, or one for what it can't have said. */
class Refusal extends Error {}

export const sentenceFor = error => error instanceof Refusal ? error.message : navigator.onLine ? say.offline : say.noNetwork;

export const post = async (path, values, options = {}) => {
  const body = new URLSearchParams(values);
  body.set("conversation", (await conversation).id);
  return fetch(path, { method: "POST", body, cache: "no-store", ...options });
};

/** The last piece of a reply; each one before it is shown as it comes. */
const read = async (reply, onFound) => {
  const pieces = reply.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  for (;;) {
    const { value, done } = await pieces.read();
    if (done) return text;
    text += value;
    for (let end; (end = text.indexOf(next)) >= 0; text = text.slice(end + next.length)) onFound(fragment(text.slice(0, end), ".found"));
  }
};

/** The turn in a reply, or the sentence that our server gave instead. */
const turnOf = async (reply, onFound) => {
  const type = reply.headers.get("Content-Type") || "";
  const text = await read(reply, onFound);
  const turn = type.startsWith("text/html") ? new DOMParser().parseFromString(text, "text/html").querySelector("article") : null;
  if (turn) return adopt(turn);
  throw new Refusal(type.startsWith("text/plain") && text ? text.slice(0, 300) : say.turnedAway);
};

/** Asks; what was found meanwhile is handed to onFound, where one is given. */
export const run = async (values, onLost, onFound) => {
  const request = running = new AbortController();
  let slow = setTimeout(tell, 3000, say.slow);
  get("stop").hidden = false;
  get("send").hidden = true;
  tell(say.working);
  try {
    const reply = await post("/ask", values, { signal: request.signal, headers: onFound ? { "X-Found": "1" } : {} });
    const turn = await turnOf(reply, found => {
      clearTimeout(slow);
      slow = setTimeout(tell, 15000, say.slow);
      tell(say.found);
      onFound?.(found);
    });
    return { turn, answered: reply.ok && !turn.querySelector(".failed, .unclear") };
  } catch (error) {
    if (!request.signal.aborted && !(error instanceof Refusal)) onLost();
    return { sentence: request.signal.aborted ? say.stopped : sentenceFor(error), stopped: request.signal.aborted };
  } finally {
    clearTimeout(slow);
    running = null;
    get("stop").hidden = true;
    get("send").hidden = false;
  }
};
