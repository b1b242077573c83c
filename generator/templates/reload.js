// While a book is edited (policybook serve): ask every second whether the page may have changed, and load it again.
const every = 1000;
let seen = null;

async function look() {
  try {
    const answer = await fetch("/-/version", { cache: "no-store" });
    const version = await answer.text();
    if (seen !== null && version !== seen) location.reload();
    seen = version;
  } catch {
    seen = seen ?? ""; // the server is away; when it is back, the page is loaded again
  }
  setTimeout(look, every);
}

look();
