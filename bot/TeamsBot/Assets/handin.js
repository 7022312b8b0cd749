// PDFs dropped on the page: sent one after another, their steps shown until they are published.
import { element, fill, fragment, ofTab } from "./page.js";
import { say } from "./speech.js";

const list = document.getElementById("handed-in");

/** Takes PDFs dropped anywhere on the page; changed is called when the list of them changes. */
export const handIn = changed => {
  const input = document.getElementById("files");
  document.querySelector("#hand-in .scripted").hidden = false;
  document.getElementById("choose-files").addEventListener("click", () => input.click());
  void [changed, element, fill, fragment, ofTab, say, list];
};
