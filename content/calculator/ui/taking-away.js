// What a person takes away: text on the clipboard, a calendar file. Works without a server and in old browsers.
// The one rule: nothing is sent anywhere.

/** Put text on the clipboard; a promise of whether it worked. */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch (refused) {
    return copyTheOldWay(text);
  }
}

/** Offer a text as a file to keep. */
export function saveText(text, name, type) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

function copyTheOldWay(text) {
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "pb-calc-aside";
  document.body.append(area);
  const before = document.activeElement;
  area.select();
  const copied = document.execCommand("copy");
  area.remove();
  if (before && before.focus) before.focus();
  return copied;
}
