// The conversation of this tab. Whoever knows its id can read it, so it is drawn at random and kept for the tab alone.
import { ofTab } from "./page.js";

const key = "conversation";
const draw = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, "0")).join("");
let id = ofTab.read(key);
let release = () => {};

// A tab that was duplicated carries its twin's id. The lock tells: only one living page holds it. A page being left lets go within moments.
const hold = candidate => new Promise(resolve => {
  if (!navigator.locks) {
    resolve(true);
    return;
  }
  const patience = AbortSignal.timeout(800);
  navigator.locks
    .request(`conversation-${candidate}`, { signal: patience }, () => {
      resolve(true);
      return new Promise(done => { release = done; });
    })
    .catch(() => resolve(false));
});

const begin = async () => {
  id = draw();
  ofTab.write(key, id);
  await hold(id);
  return { id, isNew: true };
};

/** Settles once it is sure that no other tab has this conversation: its id, and whether it is a new one. */
export let conversation = (async () => {
  if (/^[0-9a-f]{32}$/.test(id ?? "") && await hold(id)) return { id, isNew: false };
  return begin();
})();

/** Leaves the conversation for a new one; returns the id left. */
export const leave = async () => {
  const left = (await conversation).id;
  release();
  conversation = begin();
  return left;
};
