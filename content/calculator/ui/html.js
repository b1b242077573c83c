// The one way from values to HTML: a template tag that escapes whatever it is given.
// The one rule: innerHTML is set here and nowhere else, and only to what the tag has made.

const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

class Markup {
  constructor(text) {
    this.text = text;
  }
}

/** html`<p>${text}</p>` → markup. Texts and numbers are escaped, markup and lists of it are put in, undefined, null and false leave nothing. */
export function html(strings, ...values) {
  let text = strings[0];
  values.forEach((value, at) => {
    text += escaped(value) + strings[at + 1];
  });
  return new Markup(text);
}

/** Make an element hold this markup and nothing else. */
export function draw(element, markup) {
  if (!(markup instanceof Markup)) throw new TypeError("not made by the tag");
  element.innerHTML = markup.text;
}

function escaped(value) {
  if (value === undefined || value === null || value === false) return "";
  if (Array.isArray(value)) return value.map(escaped).join("");
  if (value instanceof Markup) return value.text;
  return String(value).replace(/[&<>"']/g, (sign) => ESCAPES[sign]);
}
