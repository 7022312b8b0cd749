// Sends files one by one, three at a time, straight to the disk of the helpdesk; a lost connection is tried again, and said.
import { element, fill } from "./page.js";
import { wake } from "./inbox.js";
import { carriesFiles, refusal, upload } from "./upload.js";

const AT_ONCE = 3;
const TRIES = 4;

export const attachSending = () => {
  const drop = document.getElementById("drop");
  const input = document.getElementById("drop-files");
  const words = drop.dataset;
  const waiting = [];
  let active = 0;
  let all = 0;
  let received = 0;
  let settled = 0;

  document.body.classList.add("scripted");

  // With this script choosing is sending: one button instead of two.
  input.classList.add("unseen");
  input.required = false;
  const choose = drop.querySelector("label[for=drop-files]");
  choose.className = "button primary";
  drop.querySelector("button[type=submit]").hidden = true;

  const tell = () => {
    const bar = document.getElementById("sending-bar");
    document.getElementById("sending").hidden = all === 0;
    bar.max = Math.max(1, all);
    bar.value = settled;
    bar.hidden = settled === all;
    document.getElementById("sending-words").textContent = all === 0 ? "" : fill(settled < all ? words.sending : words.sent, received, all);
  };

  const complain = (file, reason, again) => {
    const line = element("li", {}, element("strong", { text: file.name }), ` : ${reason} `);
    if (again) {
      const button = element("button", { type: "button", text: words.retry });
      button.addEventListener("click", () => {
        line.remove();
        all--;
        settled--;
        queue([file]);
      });
      line.append(button);
    }
    document.getElementById("not-sent").append(line);
  };

  const send = async file => {
    for (let attempt = 1; attempt <= TRIES; attempt++) {
      const told = await upload(file).catch(() => null);
      if (told?.status === 201) {
        received++;
        wake();
        return;
      }
      if (told && told.status < 500) {
        // Without a reason it is not from this route; the status says it all.
        complain(file, refusal(told) || `${told.status}`, Boolean(told.again));
        return;
      }
      if (attempt < TRIES) {
        document.getElementById("sending-words").textContent = words.waiting;
        await new Promise(resolve => setTimeout(resolve, 500 * 3 ** attempt));
      }
    }
    complain(file, words.lost, true);
  };

  const work = async () => {
    if (active >= AT_ONCE || waiting.length === 0) return;
    active++;
    await send(waiting.shift());
    active--;
    settled++;
    tell();
    work();
  };

  const queue = files => {
    if (settled === all && files.length) {
      all = received = settled = 0;
      if (active === 0) document.getElementById("not-sent").replaceChildren();
    }
    for (const file of files) {
      all++;
      if (file.size > Number(words.limit)) {
        settled++;
        complain(file, fill(words.tooLarge, `${Math.round(file.size / 1048576)} Mio`), false);
      } else {
        waiting.push(file);
      }
    }
    tell();
    for (let i = 0; i < AT_ONCE; i++) work();
  };

  input.addEventListener("change", () => {
    queue([...input.files]);
    input.value = "";
  });

  // A folder dropped gives the files in it.
  const filesOf = async entry => {
    if (entry.isFile) return [await new Promise((resolve, reject) => entry.file(resolve, reject))];
    const reader = entry.createReader();
    const found = [];
    for (;;) {
      const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
      if (some.length === 0) return found;
      for (const one of some) found.push(...await filesOf(one));
    }
  };

  let over = 0;
  const dragging = change => {
    over = Math.max(0, over + change);
    drop.classList.toggle("over", over > 0);
  };
  document.addEventListener("dragenter", event => { if (carriesFiles(event)) dragging(1); });
  document.addEventListener("dragleave", event => { if (carriesFiles(event)) dragging(-1); });
  document.addEventListener("dragover", event => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "copy";
  });
  document.addEventListener("drop", async event => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    over = 0;
    dragging(0);
    // Read before the event ends: the browser empties it afterwards.
    const entries = [...event.dataTransfer.items].map(item => item.webkitGetAsEntry?.()).filter(Boolean);
    const plain = [...event.dataTransfer.files];
    try {
      queue(entries.length ? (await Promise.all(entries.map(filesOf))).flat() : plain);
    } catch {
      queue(plain);
    }
  });
  window.addEventListener("beforeunload", event => { if (settled < all) event.preventDefault(); });
};
