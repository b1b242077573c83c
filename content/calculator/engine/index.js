// The door of the engine: the four questions by name.

import { cost } from "./cost.js";
import { lapse } from "./lapse.js";
import { resident } from "./resident.js";
import { retirement } from "./retirement.js";

/** Every question: (data, raw) → result. */
export const QUESTIONS = { lapse, resident, cost, retirement };

/** Answer a question by its name. `data` is {index, region} as published, `raw` texts by input name. */
export function answer(question, data, raw) {
  return QUESTIONS[question](data, raw);
}
