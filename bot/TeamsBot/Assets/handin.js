// PDFs dropped on the page: sent one after another, their steps shown until they are published and can be asked about.
import { element, fragment, ofTab } from "./page.js";
import { say, tell } from "./speech.js";
import { carriesFiles, refusal, upload } from "./upload.js";

const list = document.getElementById("handed-in");
const key = "handed-in";
const pause = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));
let changed = () => {};
let sending = Promise.resolve();
let following = false;

const items = () => [...list.querySelectorAll("[data-upload]")];
const note = () => ofTab.write(key, items().map(item => item.dataset.upload).join(" "));

const line = (name, step) => element("li", {}, element("p", {}, element("strong", { text: name }), " ", element("span", { className: "step", text: step })));

const send = async (file, item) => {
  const step = item.querySelector(".step");
  try {
    const told = await upload(file);
    if (told.id) {
      item.dataset.upload = told.id;
      note();
      follow();
    } else {
      step.textContent = refusal(told) || told.text?.slice(0, 300) || say.uploadFailed;
      step.classList.add("refused");
    }
  } catch {
    step.textContent = say.uploadFailed;
    step.classList.add("refused");
  }
};

/** Asks how far the files are until each has come to its end. */
const follow = async () => {
  if (following) return;
  following = true;
  while (items().some(item => !("settled" in item.dataset))) {
    const open = items().filter(item => !("settled" in item.dataset)).map(item => item.dataset.upload);
    try {
      const reply = await fetch(`/handed-in?${new URLSearchParams(open.map(id => ["id", id]))}`, { cache: "no-store" });
      for (const fresh of [...fragment(await reply.text(), "ul").children]) show(fresh);
    } catch {
      // The host stopped; it is asked again.
    }
    await pause(document.hidden ? 5000 : 500);
  }
  following = false;
};

// Only what changed is put in place, so that a link keeps its focus; ready and ended are said, pages are not.
const show = fresh => {
  const old = list.querySelector(`[data-upload="${fresh.dataset.upload}"]`);
  if (!old || old.textContent === fresh.textContent) return;
  old.replaceWith(fresh);
  if (fresh.querySelector("a") || "settled" in fresh.dataset) tell(`${fresh.dataset.file} ${fresh.querySelector(".step").textContent}`);
};

const add = files => {
  for (const file of files) {
    const item = line(file.name, say.sending);
    list.append(item);
    sending = sending.then(() => send(file, item));
  }
  changed();
  list.scrollIntoView({ block: "nearest" });
};

/** Takes PDFs dropped anywhere on the page; the page is told when the list of them changes. */
export const handIn = onChange => {
  changed = onChange;
  const input = document.getElementById("files");
  for (const scripted of document.querySelectorAll("#hand-in .scripted")) scripted.hidden = false;
  document.getElementById("choose-files").addEventListener("click", () => input.click());
  input.addEventListener("change", () => {
    add(input.files);
    input.value = "";
  });
  document.addEventListener("dragover", event => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    document.body.classList.add("dropping");
  });
  document.addEventListener("dragleave", event => {
    if (!event.relatedTarget) document.body.classList.remove("dropping");
  });
  document.addEventListener("drop", event => {
    document.body.classList.remove("dropping");
    if (!carriesFiles(event)) return;
    event.preventDefault();
    add(event.dataTransfer.files);
  });
  for (const id of (ofTab.read(key) ?? "").split(" ").filter(Boolean)) {
    const item = line("", "");
    item.dataset.upload = id;
    list.append(item);
  }
  changed();
  follow();
};
