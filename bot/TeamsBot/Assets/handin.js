// PDFs dropped on the page: sent one after another, their steps shown until they are published and can be asked about.
import { element, fragment, ofTab } from "./page.js";
import { say, tell } from "./speech.js";

const list = document.getElementById("handed-in");
const key = "handed-in";
const pause = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));
let changed = () => {};
let sending = Promise.resolve();
let following = false;

const items = () => [...list.querySelectorAll("[data-upload]")];
const note = () => ofTab.write(key, items().map(item => item.dataset.upload).join(" "));

const line = (name, step) => element("li", {}, element("p", {}, element("strong", { text: name }), " ", element("span", { className: "step", text: step })));

/** The id that the host gave an upload, or the sentence with which it refused it. */
const receive = async file => {
  const reply = await fetch(`/uploads?name=${encodeURIComponent(file.name)}`, {
    method: "POST",
    body: file,
    headers: { "Content-Type": "application/octet-stream", Accept: "application/json", "X-Fragment": "1" },
  });
  const text = await reply.text();
  const isJson = (reply.headers.get("Content-Type") || "").includes("json");
  const told = isJson ? JSON.parse(text) : {};
  if (told.id) return { id: told.id };
  return { refused: told.reason ? `${told.reason}. ${told.remedy ?? ""}` : isJson || !text ? say.uploadFailed : text.slice(0, 300) };
};

const send = async (file, item) => {
  const step = item.querySelector(".step");
  try {
    const { id, refused } = await receive(file);
    if (id) {
      item.dataset.upload = id;
      note();
      follow();
    } else {
      step.textContent = refused;
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

const carriesFiles = event => [...event.dataTransfer?.types ?? []].includes("Files");

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
