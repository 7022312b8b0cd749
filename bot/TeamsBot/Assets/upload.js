// How a file goes to the helpdesk, from whichever page: its bytes as they are, streamed to the helpdesk's disk.

/**
 * What the host said of a file: its status, then the id of an upload received, or the reason, the remedy and whether to send it again, or a
 * text that this route did not write. Throws where nobody answered.
 */
export const upload = async file => {
  const reply = await fetch(`/uploads?name=${encodeURIComponent(file.name)}`, {
    method: "POST",
    body: file,
    headers: { "Content-Type": "application/octet-stream" },
    cache: "no-store",
  });
  const text = await reply.text();
  const isJson = (reply.headers.get("Content-Type") || "").includes("json");
  return { status: reply.status, ...(isJson ? JSON.parse(text) : { text }) };
};

/** The reason and the remedy in one line; empty where the host gave none. */
export const refusal = ({ reason, remedy }) => reason ? `${reason}. ${remedy ?? ""}`.trim() : "";

export const carriesFiles = event => [...event.dataTransfer?.types ?? []].includes("Files");
