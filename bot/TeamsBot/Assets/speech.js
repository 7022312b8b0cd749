// What the page says. One live region holds both the line that people see and the answer that a screen reader reads, so that nothing is announced twice.

/** The page's sentences, in its language. */
export const say = document.getElementById("words").dataset;

const said = document.getElementById("said");
const read = document.getElementById("read");

/** One sentence under the field; empty takes it away. A fault is seen as one. */
export const tell = (sentence, isFault = false) => {
  read.textContent = "";
  said.textContent = sentence;
  said.classList.toggle("fault", isFault);
};

/** Has a turn read out once, whole: its words without its buttons, fields and repeated quotes. A sentence may be seen and heard before it. */
export const readOut = (turn, sentence = "") => {
  const copy = turn.cloneNode(true);
  for (const extra of copy.querySelectorAll("h2, button, form, blockquote, [hidden], .silent")) extra.remove();
  for (const block of copy.querySelectorAll("p, li, h3, h4, tr, caption, td, th, div")) block.append(" ");
  tell(sentence);
  read.textContent = copy.textContent.replace(/\s+/g, " ").trim();
};

// The copy is for the ear alone: the next key ends the reading, and whoever reads line by line should not meet the answer twice.
document.addEventListener("keydown", () => { read.textContent = ""; }, { capture: true });
