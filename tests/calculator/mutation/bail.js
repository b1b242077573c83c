// A reporter that ends the process at the first failing test: one is enough to kill a mutant.

/** What node:test calls with its events. */
export default async function* bail(source) {
  for await (const event of source) {
    if (event.type === "test:fail") process.exit(1);
  }
  yield "";
}
