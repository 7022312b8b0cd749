// What the scripts of all pages share.

/** The first element of a piece of HTML that our server made. Parsed apart from the page, so that even a mistake there runs nothing. */
export const fragment = (html, selector) => {
  const element = new DOMParser().parseFromString(html, "text/html").querySelector(selector);
  if (!element) throw new TypeError(`no ${selector} in the reply`);
  return element;
};
